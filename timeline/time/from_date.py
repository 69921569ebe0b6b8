"""Count from a date that is named: "two weeks after 3 May 2014" is one expression and one place.

It must not count from events; hang.py does.
"""

from __future__ import annotations

from timeline.model import Basis
from timeline.time.distance import at_distance, counted_units
from timeline.time.join import Draft
from timeline.time.opening import is_of_noun
from timeline.time.setting import GRAIN_OF_UNIT

__all__ = ["count"]


def count(drafts: list[Draft]) -> None:
    """Join a counted length, "after" or "before", and a date to the place they tell together.

    Where the date belongs to a noun ("two weeks after Monday's attack", "after the 3 May vote")
    both stay: the length gets the place, the noun keeps its day.

    Args:
        drafts: What was found, in text order; a joined date leaves the list.
    """
    for n in range(len(drafts) - 2, -1, -1):
        length, day = drafts[n], drafts[n + 1]
        if _counts_from(length, day) and _place(length, day) and not is_of_noun(day.found):
            length.end = day.end
            del drafts[n + 1]


def _counts_from(length: Draft, day: Draft) -> bool:
    """Tell whether a length is the distance to a day, and no time that something took."""
    found, reading = length.found, length.reading
    if reading.type != "DURATION" or reading.interval is not None or _link(length, day) is None:
        return False
    counted, words = counted_units(found), found.words.lower().split()
    is_distance = counted is not None and counted[0] in GRAIN_OF_UNIT
    is_length = found.before() in found.book.tables["length_preposition"]
    is_length = is_length or not found.book.tables["office_days"].keys().isdisjoint(words)
    starts = (found.said("n") or " ").split()[:1]
    is_bare = words[:1] == starts or words[0] in found.book.tables["distance_amount"]
    return is_distance and is_bare and not is_length and day.reading.type == "DATE"


def _link(length: Draft, day: Draft) -> int | None:
    text = length.found.tokens.text
    side: int | None = length.found.book.tables["counted_from"].get(
        " ".join(text[length.end : day.start].lower().split())
    )
    return side


def _place(length: Draft, day: Draft) -> bool:
    """Give the length its place; tell whether there is one."""
    place, side = day.reading.interval, _link(length, day)
    if place is None or side is None or place.start is None or place.end is None:
        return False
    basis: Basis = day.reading.basis
    reading = at_distance(length.found, place, side, basis, day.reading.value)
    if reading is None or reading.interval is None:
        return False
    length.reading = reading
    return True
