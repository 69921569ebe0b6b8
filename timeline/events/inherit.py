"""Events without a date of their own → the date the story stands at, where it clearly stands there.

A report tells a day's happenings in plain past tense, sentence after sentence, and dates the
first. It must not carry a date over a change of tense, into what people say, or past another date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.model import Event, Timex

__all__ = ["Told", "inherit"]

_REACH = 2
"""Sentences over which a day is still the story's day."""
_NEWS_DAYS = 3
"""A report's own story happened in the days before it; older dates are background."""


_SPOKEN = frozenset(
    {"statement", "demand", "proposal", "accusation", "rejection", "support", "threat"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event and what its sentence says of how it is told."""

    event: Event
    sentence: int
    """Number of its sentence."""
    paragraph: int
    """Number of its paragraph."""
    in_line: bool
    """Told in the story's line: a finite past verb of a main clause, outside quotations."""
    tells: bool = True
    """Does it say who? What says neither who nor when is no event."""


def inherit(told: Sequence[Told], *, dct: date | None) -> list[Event]:
    """Return the events, those in the story's line dated by the event told before them.

    Args:
        told: In text order.
        dct: Document creation time: a date after it is a plan's and is not carried over.
    """
    out: list[Event] = []
    anchor: Told | None = None
    lede = _lede(told, dct)
    opening = next((item for item in told if item.event.timex is not None), None)
    days: dict[int, list[Told]] = {}
    for item in told:
        if item.event.timex is not None:
            days.setdefault(item.sentence, []).append(item)
    for item in told:
        event = item.event
        if event.timex is not None:
            anchor = item if _carries(item, dct) else None if item.in_line else anchor
        elif anchor and item.in_line and event.told_by == "verb" and _near(item, anchor):
            if _fits(item, anchor, opening, days, dct):
                event = replace(event, timex=_carried(anchor))
                anchor = replace(item, event=event)
        elif lede and item.in_line and _same_story(item, lede, days):
            event = replace(event, timex=_carried(lede))
        if event.timex is not None or item.tells:
            out.append(event)
    return out


def _lede(told: Sequence[Told], dct: date | None) -> Told | None:
    """Return the event that a report opens with, if it is one of several actors on one day."""
    first = next((item for item in told if item.event.timex is not None), None)
    opens = first is not None and first.sentence - told[0].sentence < _REACH
    return first if first and opens and _carries(first, dct) and len(_parties(first)) > 1 else None


def _parties(item: Told) -> set[str]:
    """Return who takes part, a person's state left out."""
    people = {a.country for a in item.event.actors if a.kind == "person"}
    return {a.actor_id for a in item.event.actors if a.country not in people or a.kind == "person"}


def _same_story(item: Told, lede: Told, days: Mapping[int, Sequence[Told]]) -> bool:
    """Do the very parties of the opening act, with no other date told right before?"""
    if item.event.told_by != "verb" or item.sentence == lede.sentence:
        return False
    parties = _parties(lede)
    if not parties <= _parties(item) or not parties.issuperset(item.event.initiators):
        return False
    near = range(item.sentence - _REACH, item.sentence + 1)
    return all(_of_day(other, lede) for n in near for other in days.get(n, ()))


def _of_day(item: Told, lede: Told) -> bool:
    ours, theirs = item.event.timex, lede.event.timex
    return bool(ours and theirs and ours.interval == theirs.interval)


def _near(item: Told, anchor: Told) -> bool:
    """Is it in one of the next sentences? A second act of the same one stays undated."""
    return 0 < item.sentence - anchor.sentence <= _REACH


def _fits(
    item: Told,
    anchor: Told,
    opening: Told | None,
    days: Mapping[int, Sequence[Told]],
    dct: date | None,
) -> bool:
    """Can the story's day be this one's too?

    Not where its sentence tells a day of its own; and what an outsider says follows the news, not
    the days before it that the report goes back to.
    """
    if not all(_of_day(other, anchor) for other in days.get(item.sentence, ())):
        return False
    if item.event.type not in _SPOKEN or (opening and _of_day(anchor, opening)):
        return True
    interval = anchor.event.timex.interval if anchor.event.timex else None
    today = interval is not None and interval.start == dct
    return today or not _parties(anchor).isdisjoint(item.event.initiators)


def _carries(item: Told, dct: date | None) -> bool:
    """Can the date of this event be the story's: a single past day, told in the line?"""
    timex = item.event.timex
    interval = timex.interval if timex else None
    if timex is None or interval is None or interval.start is None or interval.end is None:
        return False
    day = (interval.end - interval.start).days == 1
    past = dct is not None and 0 <= (dct - interval.start).days <= _NEWS_DAYS
    return day and past and item.in_line and timex.basis != "reference"


def _carried(anchor: Told) -> Timex:
    timex = anchor.event.timex
    if timex is None:
        raise ValueError("an anchor has a date")
    why = f"no date of its own; told right after “{anchor.event.label}” ({timex.edtf})"
    return replace(timex, basis="previous", rule="carried over", why=why)
