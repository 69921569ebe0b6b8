"""Build and move half-open day intervals; the closed set of calendar operators.

It must not know words, rules or documents. What lies outside the years 1 to 9998 is ``None``.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import Literal

from timeline.model import Grain, Interval

__all__ = [
    "SEASON_MONTH",
    "Part",
    "add_months",
    "between",
    "century",
    "day",
    "decade",
    "half",
    "holding",
    "last_day",
    "month",
    "part",
    "quarter",
    "season",
    "shift",
    "since",
    "until",
    "week",
    "weekend",
    "year",
]

Part = Literal["START", "MID", "END"]
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season: meteorological, northern; winter 2021 ends in February 2022."""
_MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_MONTHS["century"] = 1200


def day(year_: int, month_: int, day_: int) -> Interval | None:
    """Return one day, or None where the calendar has no such day."""
    try:
        first = date(year_, month_, day_)
        return Interval(first, first + timedelta(days=1), "day")
    except (ValueError, OverflowError):
        return None


def _months(year_: int, month_: int, count: int, grain: Grain) -> Interval | None:
    """Return ``count`` calendar months from the first of ``month_`` on."""
    ends_year, ends_month = divmod(year_ * 12 + month_ - 1 + count, 12)
    if not (1 <= year_ < MAXYEAR and 1 <= month_ <= 12 and ends_year <= MAXYEAR):
        return None
    return Interval(date(year_, month_, 1), date(ends_year, ends_month + 1, 1), grain)


def month(year_: int, month_: int) -> Interval | None:
    """Return one calendar month."""
    return _months(year_, month_, 1, "month")


def season(year_: int, name: str) -> Interval | None:
    """Return a season by its TIMEX3 name (SP, SU, FA, WI), counted to the year it begins in."""
    return _months(year_, SEASON_MONTH[name], 3, "season")


def quarter(year_: int, number: int) -> Interval | None:
    """Return a calendar quarter, 1 to 4."""
    return _months(year_, 3 * number - 2, 3, "quarter") if 1 <= number <= 4 else None


def half(year_: int, number: int) -> Interval | None:
    """Return a half-year, 1 or 2."""
    return _months(year_, 6 * number - 5, 6, "half") if 1 <= number <= 2 else None


def year(year_: int) -> Interval | None:
    """Return one calendar year."""
    return _months(year_, 1, 12, "year")


def decade(year_: int) -> Interval | None:
    """Return the ten years that share all but the last digit with ``year_``."""
    first = year_ // 10 * 10
    return _months(first, 1, 120, "decade") if first else None


def century(number: int) -> Interval | None:
    """Return the hundred years that begin with ``number`` (19 → 1900 to 1999), as TIMEX3 counts."""
    return _months(number * 100, 1, 1200, "century") if number > 0 else None


def week(any_day: date) -> Interval | None:
    """Return the ISO week, Monday to Sunday, that holds a day."""
    return _days(any_day, -any_day.weekday(), 7, "week")


def weekend(any_day: date) -> Interval | None:
    """Return Saturday and Sunday of the ISO week that holds a day."""
    return _days(any_day, 5 - any_day.weekday(), 2, "span")


def _days(any_day: date, offset: int, count: int, grain: Grain) -> Interval | None:
    try:
        first = any_day + timedelta(days=offset)
        return Interval(first, first + timedelta(days=count), grain)
    except OverflowError:
        return None


def holding(any_day: date, grain: Grain) -> Interval | None:
    """Return the interval of a grain that holds a day (``week``, ``month`` … ``century``)."""
    match grain:
        case "day":
            return _days(any_day, 0, 1, "day")
        case "week":
            return week(any_day)
        case "season":
            return _season_holding(any_day)
        case "decade":
            return decade(any_day.year)
        case "century":
            return century(any_day.year // 100)
        case "span":
            return None
    count = _MONTHS[grain]
    return _months(any_day.year, (any_day.month - 1) // count * count + 1, count, grain)


def _season_holding(any_day: date) -> Interval | None:
    first = any_day.month // 3 * 3 or 12
    return _months(any_day.year - (any_day.month < 3), first, 3, "season")


def shift(interval: Interval, count: int) -> Interval | None:
    """Return the interval ``count`` of its own grain later (earlier when negative).

    A span moves by its own length; an interval with an open end cannot be moved.
    """
    if interval.start is None or interval.end is None:
        return None
    months = _MONTHS.get(interval.grain)
    if months is None:
        length = (interval.end - interval.start).days
        return _days(interval.start, count * length, length, interval.grain)
    moved = interval.start.year * 12 + interval.start.month - 1 + count * months
    return _months(moved // 12, moved % 12 + 1, months, interval.grain)


def last_day(interval: Interval) -> date | None:
    """Return the last day inside, or None when the end is open."""
    return interval.end - timedelta(days=1) if interval.end else None


_CUTS: dict[Grain, tuple[int, ...]] = {
    "season": (0, 1, 2, 3), "quarter": (0, 1, 2, 3), "half": (0, 2, 4, 6), "year": (0, 4, 8, 12),
    "decade": (0, 48, 84, 120), "century": (0, 396, 804, 1200),
}  # fmt: skip
"""Months at which a grain is cut in three; the early 1960s are 1960 to 1963."""
_THIRD = {"START": 0, "MID": 1, "END": 2}


def part(interval: Interval, which: Part) -> Interval | None:
    """Return the first, middle or last third of an interval.

    Months are cut after their 10th and 20th, weeks after Tuesday and Thursday; a day is whole.
    """
    if interval.start is None or interval.end is None or interval.grain == "day":
        return interval
    third = _THIRD[which]
    if cuts := _CUTS.get(interval.grain):
        begins = interval.start.year * 12 + interval.start.month - 1 + cuts[third]
        length = cuts[third + 1] - cuts[third]
        return _months(begins // 12, begins % 12 + 1, length, "span")
    length = (interval.end - interval.start).days
    days = {"month": (0, 10, 20, length), "week": (0, 2, 4, 7)}.get(interval.grain, _thirds(length))
    first, last = (interval.start + timedelta(days=days[third + n]) for n in (0, 1))
    return Interval(first, last, "span")


def _thirds(length: int) -> tuple[int, ...]:
    """Cut a stretch of days in three, none of them empty."""
    return (
        (0, max(1, length // 3), max(2, length - length // 3), length)
        if length > 2
        else (0, 1, 1, 2)
    )


def between(first: Interval, last: Interval) -> Interval | None:
    """Return the stretch from the start of one to the end of the other; None when reversed."""
    if first.start and last.end and first.start >= last.end:
        return None
    return Interval(first.start, last.end, "span")


def since(interval: Interval) -> Interval:
    """Return everything from the start of an interval on."""
    return Interval(interval.start, None, "span")


def until(interval: Interval) -> Interval:
    """Return everything up to the end of an interval."""
    return Interval(None, interval.end, "span")


def add_months(any_day: date, count: int) -> date | None:
    """Return the same day ``count`` months on, or the month's last where it is shorter."""
    months = any_day.year * 12 + any_day.month - 1 + count
    year_, month_ = months // 12, months % 12 + 1
    if not 1 <= year_ < MAXYEAR:
        return None
    return date(year_, month_, min(any_day.day, monthrange(year_, month_)[1]))
