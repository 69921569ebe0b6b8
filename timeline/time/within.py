"""Operator for a piece of a longer unit: "the last week of August", "the first nine months"."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.model import Interval
from timeline.time import amounts, numbers
from timeline.time import interval as build
from timeline.time.find import Found
from timeline.time.setting import Reading, Setting, at
from timeline.time.told import month_said
from timeline.time.years import infer_year, said_year

__all__ = ["within"]

_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120}
_DAYS = {"D": 1, "W": 7}


def within(found: Found, setting: Setting) -> Reading | None:
    """Read so many units at the beginning or end of a month or year, or the n-th of them.

    Weeks are counted in sevens of days from the end that is named; the value is the TIMEX3
    duration, the place in the calendar its days.
    """
    unit: str | None = found.value("unit", "unit")
    whole = _whole(found, setting)
    if found.said("weekday"):
        return _weekday(found, whole)
    side: int = found.value("end_of") or 1
    nth: int = found.value("ordinal") or 1
    counted = numbers.amount(found.said("n") or "one", found.book.tables)
    if unit is None or whole is None or counted is None:
        return None
    count = int(counted[0])
    if unit == "M" and amounts.is_reported(found, count):
        setting.reports_longer = True
    said = f"P{count}{unit}" if counted[2] else f"PX{unit}"
    place = _piece(whole, unit, side * count, count * (nth - 1)) if counted[2] else None
    if place is None:
        return Reading("DURATION", said, None, "explicit", "a length of time", is_anchor=False)
    why = f"{count} {unit} from the {'start' if side > 0 else 'end'}"
    return Reading("DURATION", said, place, "explicit", why, is_anchor=False)


def _weekday(found: Found, whole: Interval | None) -> Reading | None:
    """Read "the third Monday of May", "the last Friday of May"."""
    weekday: int = found.value("weekday")
    nth: int = found.value("end_of") or found.value("ordinal") or 1
    if whole is None or whole.start is None or whole.end is None:
        return None
    if nth < 0:
        last = whole.end - timedelta(days=1)
        there = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        ahead = (weekday - whole.start.isoweekday()) % 7
        there = whole.start + timedelta(days=ahead + 7 * (nth - 1))
    if there >= whole.end:
        return None
    return at(build.holding(there, "day"), "explicit", "counted in its month")


def _whole(found: Found, setting: Setting) -> Interval | None:
    month, year = month_said(found), said_year(found, setting)
    if month is None:
        return build.year(year.number) if year and year.number > 0 else None
    if year is None:
        year = infer_year(found, setting, month, None)
    return build.month(year.number, month) if year and year.number > 0 else None


def _piece(whole: Interval, unit: str, count: int, skipped: int) -> Interval | None:
    start, end = whole.start, whole.end
    if start is None or end is None:
        return None
    first: date | None
    last: date | None
    if unit in _DAYS:
        length = abs(count) * _DAYS[unit]
        first = start + timedelta(days=skipped * _DAYS[unit])
        last = first + timedelta(days=length)
        if count < 0:
            first, last = end - timedelta(days=length), end
    else:
        length = abs(count) * _MONTHS.get(unit, 1200)
        first = start if count > 0 else build.add_months(end, -length)
        last = build.add_months(start, length) if count > 0 else end
    if first is None or last is None or first < start or last > end:
        return None
    return Interval(first, last, "span")
