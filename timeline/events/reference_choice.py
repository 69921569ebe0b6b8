"""Choose which of several reference events a text means, or none; it finds no names itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from timeline import lexicon
from timeline.events.reference_actors import Cast
from timeline.events.reference_names import Known, fold

__all__ = ["LEADS", "Asked", "asked", "choose"]

AHEAD = timedelta(days=60)
"""An event that begins later than this after the article is not yet news."""
RECENT = timedelta(days=730)
"""Of many events with one name the latest is meant, unless it is older than this."""
LEADS = 2
"""Actors of an event that a sentence must name to speak of it and no other."""

REACH = 500
"""Characters around a name that are read; no clause needs more, and no sentence should."""

_YEAR = re.compile(r"(?<![\d.,$€£])(?:1[89]|20)\d\d(?![\d%])")
_CLAUSE_END = re.compile(r"[,;:()]|\s-\s|\s(?:and|but|while)\s")
_PLACE_AFTER = re.compile(r"\s+in\s+(?:the\s+)?(?P<word>[^\W\d_][\w-]+)")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w-]+)\s+\Z")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text says around a name: all that helps to tell which event it means."""

    years: frozenset[int]
    """Years said in the sentence."""
    clause_years: frozenset[int]
    """Years said in the same clause."""
    months: frozenset[int]
    """The month said right after the name ("the summit in June"), if any."""
    places: frozenset[str]
    """Places said right before or after it, folded."""
    is_coming: bool
    """Whether the sentence speaks of something still to come."""
    sentence: Cast
    """Who is mentioned in the sentence."""
    document: Cast
    """Who is mentioned anywhere."""
    dct: date | None
    """Document creation time."""

    def allows(self, event: Known) -> bool:
        """Say whether nothing in the text speaks against an event."""
        first, last = _ends(event)
        years = range(first.year, last.year + 1)
        if self.clause_years and not any(year in years for year in self.clause_years):
            return False
        if self.months and not any(_covers(first, last, month) for month in self.months):
            return False
        told = fold(f"{event.place} {event.label}")
        if event.place and any(place not in told for place in self.places):
            return False
        return self.dct is None or first <= self.dct or self._is_near(first)

    def _is_near(self, first: date) -> bool:
        return self.dct is not None and self.is_coming and self.dct <= first <= self.dct + AHEAD


def asked(
    text: str,
    folded: str,
    name: tuple[int, int],
    sentence: tuple[int, int],
    *,
    own_years: frozenset[int],
    coming: frozenset[str],
    relative_years: Mapping[str, int],
    casts: tuple[Cast, Cast],
    dct: date | None,
) -> Asked:
    """Read what stands around a name.

    Args:
        text: The document's text.
        folded: The same, folded.
        name: Where the name is.
        sentence: Where its sentence is.
        own_years: Years that belong to the name itself ("the 1987 INF Treaty").
        coming: Words by which a sentence speaks of what is to come.
        relative_years: Phrases for a year, to years from the article's own.
        casts: Who is mentioned in the sentence, and in the document.
        dct: Document creation time.
    """
    start, end = name
    first, last = max(sentence[0], start - REACH), min(sentence[1], end + REACH)
    before, after = folded[first:start], folded[end:last]
    cuts = [cut.end() for cut in _CLAUSE_END.finditer(before)]
    cut = _CLAUSE_END.search(after)
    near = (before[cuts[-1] if cuts else 0 :], after[: cut.start()] if cut else after)
    relative = {
        dct.year + shift
        for phrase, shift in relative_years.items()
        if dct is not None and before.rstrip().endswith(phrase)
    }
    months, places = _around(text, start, end, first)
    return Asked(
        years=(_years(before, after) | relative) - own_years,
        clause_years=(_years(*near) | relative) - own_years,
        months=months,
        places=places,
        is_coming=not coming.isdisjoint(re.findall(r"\w+", folded[first:last])),
        sentence=casts[0],
        document=casts[1],
        dct=dct,
    )


def choose(candidates: Sequence[Known], asked: Asked) -> Known | None:
    """Return the event that is meant, or None if that is not clear.

    What the text speaks against goes first. Then a year in the sentence decides, then the lead
    actors in it, then any actor in the document, then the article's date.
    """
    left = [event for event in candidates if asked.allows(event)]
    for fits in (_by_year, _by_leads, _by_actors):
        if len(left) < 2:
            break
        left = [event for event in left if fits(event, asked)] or left
    return left[0] if len(left) == 1 else _by_date(left, asked)


def _by_year(event: Known, asked: Asked) -> bool:
    first, last = _ends(event)
    return any(first.year <= year <= last.year for year in asked.years)


def _by_leads(event: Known, asked: Asked) -> bool:
    return all(asked.sentence.has(label) for label in event.actors[:LEADS])


def _by_actors(event: Known, asked: Asked) -> bool:
    return any(asked.document.has(label) for label in event.actors)


def _by_date(left: Sequence[Known], asked: Asked) -> Known | None:
    """Return the event nearest to the article: the next one if it is to come, else the latest."""
    if asked.dct is None:
        return None
    ahead = sorted(_ends(event)[0] for event in left if _ends(event)[0] >= asked.dct)
    past = sorted(_ends(event)[0] for event in left if _ends(event)[0] < asked.dct)
    if asked.is_coming and ahead:
        if past and past[-1] >= asked.dct - AHEAD:
            return None  # one just gone and one soon to come: the name fits both
        day = ahead[0]
    else:
        started = past + [first for first in ahead if first == asked.dct]
        if not started or started[-1] < asked.dct - RECENT:
            return None
        day = started[-1]
    meant = [event for event in left if _ends(event)[0] == day]
    return meant[0] if len(meant) == 1 else None


def _ends(event: Known) -> tuple[date, date]:
    """Return first and last day."""
    start, end = event.interval.start, event.interval.end
    return start or date.min, (end - timedelta(days=1)) if end else date.max


def _covers(first: date, last: date, month: int) -> bool:
    """Say whether an event touches a month of any year."""
    return (month - first.month) % 12 <= (last.year - first.year) * 12 + last.month - first.month


def _years(*parts: str) -> frozenset[int]:
    return frozenset(int(year) for part in parts for year in _YEAR.findall(part))


def _around(text: str, start: int, end: int, first: int) -> tuple[frozenset[int], frozenset[str]]:
    """Return the month and the places right beside a name."""
    words: list[str] = []
    behind = _PLACE_AFTER.match(text, end)
    ahead = _WORD_BEFORE.search(text, max(first, start - 40), start)
    for found in (behind, ahead):
        if found is not None and found["word"][0].isupper():
            words.append(fold(found["word"]))
    months = frozenset(_months()[word] for word in words[:1] if behind and word in _months())
    return months, frozenset(word for word in words if word in _places())


@cache
def _months() -> dict[str, int]:
    """Return the months by folded name."""
    table = lexicon.table("lang/en.text")["months"]
    return {fold(name): int(number) for number, names in table.items() for name in names}


@cache
def _places() -> frozenset[str]:
    """Return the places of one word that data/actors.toml knows, folded."""
    return frozenset(
        fold(place)
        for state in lexicon.table("actors")["state"]
        for place in (*state.get("capitals", ()), *state.get("places", ()))
        if " " not in place
    )
