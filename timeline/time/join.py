"""Join expressions that belong together: a time of day and its day, the two ends of a range."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.ahead import is_moved
from timeline.time.find import Found
from timeline.time.opening import opened
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
        first = self.reading.first
        self.start = self.found.start if first is None else self.found.tokens.starts[first]
        self.end = self.found.end

    @property
    def words(self) -> str:
        """Return its words, white space made single."""
        return " ".join(self.found.tokens.text[self.start : self.end].split())


_WIDEST_GAP = 12
"""Most characters between two expressions that are joined."""


def _gap(first: Draft, second: Draft) -> str | None:
    """Return the words between two expressions, without commas; None when they are far apart."""
    gap = first.found.tokens.text[first.end : second.start]
    return None if len(gap) > _WIDEST_GAP else " ".join(gap.replace(",", " ").lower().split())


def join(drafts: list[Draft], dct: date | None) -> None:
    """Join times with their days, give both ends of a range its days, open what is open.

    Args:
        drafts: What was found, in text order; joined ones leave the list.
        dct: The article's day, around which "Monday to Friday" is put in order.
    """
    _join_times(drafts)
    _end_periods(drafts)
    _name_days(drafts)
    ranged: set[int] = set()
    for n in range(len(drafts) - 1):
        first, second = drafts[n], drafts[n + 1]
        if _are_days(first, second) and _is_range(first, second):
            _order_weekdays(first, second, dct)
            _range(first.reading, second.reading)
            ranged.update((n, n + 1))
    for n, draft in enumerate(drafts):
        if n not in ranged and draft.reading.interval and draft.reading.type == "DATE":
            reading = draft.reading
            reading.interval = opened(draft.reading.interval, draft.found, reading.mod)


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
            else:
                _share_day(drafts, n)
        n += 1


def _share_day(drafts: list[Draft], n: int) -> None:
    """Give a time the day behind another in brackets: "at 7 a.m. (0400 GMT) on Friday"."""
    if n + 2 >= len(drafts) or not _is_day(drafts[n + 2]) or not drafts[n + 1].reading.clock:
        return
    here, other, day = drafts[n : n + 3]
    close, _, link = (_gap(other, day) or "").partition(")")
    if (
        _gap(here, other) == "("
        and not close
        and link.strip() in here.found.book.tables["time_link"]
    ):
        for time in (here, other):
            _absorb(time, day, widen=False)


def _is_day(draft: Draft) -> bool:
    reading = draft.reading
    return not reading.clock and reading.type == "DATE" and bool(_DAY.fullmatch(reading.value))


_DAY = re.compile(r"(?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{2}")


def _meet(drafts: list[Draft], n: int, other: int) -> bool:
    first, second = sorted((drafts[n], drafts[other]), key=lambda draft: draft.start)
    return _gap(first, second) in first.found.book.tables["time_link"]


def _absorb(time: Draft, day: Draft, *, widen: bool = True) -> None:
    reading = day.reading
    value = f"{reading.value}{time.reading.clock}"
    time.reading = Reading("TIME", value, reading.interval, reading.basis, reading.why, reading.mod)
    if widen:
        time.start, time.end = min(time.start, day.start), max(time.end, day.end)


_MONTHS = {"P1Y": 12} | {f"P{n}M": n for n in range(1, 61)}
"""Lengths that can end with a day, in months; weeks are counted in days."""
_WEEKS = re.compile(r"P(\d{1,3})([WD])")


def _end_periods(drafts: list[Draft]) -> None:
    """Give "the three months to September", "the year ended June 30" the months they name."""
    for n in range(len(drafts) - 1):
        period, last = drafts[n], drafts[n + 1]
        if period.reading.interval or period.reading.type != "DURATION":
            continue
        length, end = period.reading.value, last.reading.interval
        tables = period.found.book.tables
        if _gap(period, last) not in tables["period_end"] or last.reading.mod:
            continue
        is_said = "the" in (period.words[:3].lower(), period.found.before())
        first = _begin(length, end.end) if end and end.end else None
        if is_said and first is not None and end is not None and end.grain in ("day", "month"):
            period.reading.interval = Interval(first, end.end, "span")
            period.reading.basis = last.reading.basis
            period.reading.why = f"{period.reading.value} to {last.reading.value}"


def _name_days(drafts: list[Draft]) -> None:
    """Give "a day before, on 25 August" the day that is named right behind it."""
    for n in range(len(drafts) - 1):
        counted, day = drafts[n], drafts[n + 1]
        gap = counted.found.tokens.text[counted.end : day.start]
        is_beside = gap.lstrip().startswith(",") and _gap(counted, day) in ("", "on")
        if counted.found.rule.settings.get("anchor") != "spoken of" or not is_beside:
            continue
        if day.found.rule.op == "date" and day.found.said("day") and day.reading.interval:
            counted.reading = replace(day.reading, mod=None, why="the day named beside it")


def _begin(length: str, end: date) -> date | None:
    if found := _WEEKS.fullmatch(length):
        days = int(found[1]) * (7 if found[2] == "W" else 1)
        return end - timedelta(days=days) if days < end.toordinal() else None
    return build.add_months(end, -_MONTHS[length]) if length in _MONTHS else None


def _are_days(first: Draft, second: Draft) -> bool:
    """Tell whether two expressions can be the ends of a range of days.

    Times of day can if each has its weekday: "from Monday night until Wednesday morning".
    """
    if first.reading.type == second.reading.type == "DATE":
        return True
    of_weekdays = all(draft.found.said("weekday") for draft in (first, second))
    return of_weekdays and {first.reading.type, second.reading.type} <= {"DATE", "TIME"}


def _is_range(first: Draft, second: Draft) -> bool:
    gap, tables = _gap(first, second), first.found.book.tables
    if gap is None or is_moved(first.found):
        return False
    if gap in tables["range_link"]:
        return gap.isalpha() or "," not in first.found.tokens.text[first.end : second.start]
    return gap in tables["pair_link"] and first.found.before() == tables["pair_link"][gap]


def _order_weekdays(first: Draft, second: Draft, dct: date | None) -> None:
    """Put "Monday to Friday" in order: what is over began earlier, what is to come ends later."""
    begin, end = first.reading.interval, second.reading.interval
    ops = {first.found.rule.op, second.found.rule.op}
    if not (ops <= {"weekday", "daypart"} and dct and begin and end):
        return
    if begin.start is None or end.start is None or end.start >= begin.start:
        return
    is_over = end.start <= dct
    late, there = (first, build.shift(begin, -7)) if is_over else (second, build.shift(end, 7))
    if there is not None and there.start is not None:
        said = late.reading.value.partition("T")
        late.reading.interval = there
        late.reading.value = there.start.isoformat() + "".join(said[1:])
        late.reading.why += f", {-7 if is_over else 7:+} days, to keep the range in order"


def _range(first: Reading, second: Reading) -> None:
    if first.interval is None or second.interval is None:
        return
    whole = build.between(first.interval, second.interval)
    if whole is None:
        return
    for reading in (first, second):
        reading.interval = whole
        reading.why += ", one end of a range"
