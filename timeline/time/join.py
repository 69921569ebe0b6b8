"""Join expressions that belong together: a time of day and its day, the two ends of a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.find import Found
from timeline.time.setting import Reading

__all__ = ["Draft", "join"]


@dataclass(slots=True)
class Draft:
    """An expression and its reading, before it becomes a Timex."""

    found: Found
    """Where and by which rule."""
    reading: Reading
    """What it means."""
    start: int = -1
    """First character; moves when two are joined."""
    end: int = -1
    """One past the last."""

    def __post_init__(self) -> None:
        self.start, self.end = self.found.start, self.found.end

    @property
    def words(self) -> str:
        """Return its words, white space made single."""
        return " ".join(self.found.tokens.text[self.start : self.end].split())


_TIME_GAP = re.compile(r"[\s,]*(?:(?:on|of|of the|at|in the)\s+)?")
_RANGE_GAP = re.compile(r"\s*(?:-|–|—|/|to|until|till|through)\s*")
_AND_GAP = re.compile(r"\s*and\s*")


def join(drafts: list[Draft]) -> None:
    """Join times with their days, give both ends of a range its days, open what is open."""
    _join_times(drafts)
    ranged: set[int] = set()
    for n in range(len(drafts) - 1):
        first, second = drafts[n], drafts[n + 1]
        if first.reading.type == second.reading.type == "DATE" and _is_range(first, second):
            _range(first.reading, second.reading)
            ranged.update((n, n + 1))
    for n, draft in enumerate(drafts):
        if n not in ranged and draft.reading.interval and draft.reading.type == "DATE":
            draft.reading.interval = _opened(draft)


def _join_times(drafts: list[Draft]) -> None:
    n = 0
    while n < len(drafts):
        here = drafts[n]
        if here.reading.clock:
            for other in (n + 1, n - 1):
                if 0 <= other < len(drafts) and _is_day(drafts[other]) and _meet(drafts, n, other):
                    _absorb(here, drafts[other])
                    del drafts[other]
                    n -= other < n
                    break
        n += 1


def _is_day(draft: Draft) -> bool:
    reading = draft.reading
    return not reading.clock and reading.type == "DATE" and bool(_DAY.fullmatch(reading.value))


_DAY = re.compile(r"(?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{2}")


def _meet(drafts: list[Draft], n: int, other: int) -> bool:
    first, second = sorted((drafts[n], drafts[other]), key=lambda draft: draft.start)
    gap = first.found.tokens.text[first.end : second.start]
    return len(gap) < 12 and _TIME_GAP.fullmatch(gap) is not None


def _absorb(time: Draft, day: Draft) -> None:
    reading = day.reading
    value = f"{reading.value}{time.reading.clock}"
    time.reading = Reading("TIME", value, reading.interval, reading.basis, reading.why, reading.mod)
    time.start, time.end = min(time.start, day.start), max(time.end, day.end)


def _is_range(first: Draft, second: Draft) -> bool:
    gap = first.found.tokens.text[first.end : second.start]
    if len(gap) > 12:
        return False
    if _RANGE_GAP.fullmatch(gap):
        return True
    return bool(_AND_GAP.fullmatch(gap)) and first.found.before() == "between"


def _range(first: Reading, second: Reading) -> None:
    if first.interval is None or second.interval is None:
        return
    whole = build.between(first.interval, second.interval)
    if whole is None:
        return
    for reading in (first, second):
        reading.interval = whole
        reading.why += ", one end of a range"


def _opened(draft: Draft) -> Interval | None:
    """Return the interval as "since", "until", "before" and "after" open it."""
    interval, before = draft.reading.interval, draft.found.before()
    if interval is None or draft.found.after() in ("'", "’"):
        return interval
    if before == "since":
        return build.since(interval)
    if before in ("until", "till"):
        return interval if _denied(draft) else build.until(interval)
    if before == "before" and interval.start and interval.start > date.min:
        return Interval(None, interval.start, "span")
    if before == "after" and interval.end:
        return Interval(interval.end, None, "span")
    return interval


_DENIED = re.compile(r"(?:\b(?:not|never|no|nor)\b|n['’]t\b)[^.;:!?]{0,60}$", re.I)


def _denied(draft: Draft) -> bool:
    """Is it "not … until June", which says that it will be in June?"""
    start = draft.found.start
    return bool(_DENIED.search(draft.found.tokens.text, max(0, start - 90), start))
