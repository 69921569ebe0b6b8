"""Operator for feast days: fixed ones, n-th weekdays of a month, and those that move with Easter.

Which feast falls when is in the word tables; here is how their rules are read.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.find import Found
from timeline.time.setting import Reading, Setting, at, unplaced
from timeline.time.years import infer_year, said_year

__all__ = ["easter", "feast", "holiday"]


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Gauss, in the form of Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day_ = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day_ + 1)


_RULE = re.compile(
    r"easter(?P<days>[+-]\d+)|(?P<month>\d\d)(?:-(?P<day>\d\d)|/(?P<weekday>\d)/(?P<nth>-?\d))"
)


def feast(rule: str, year: int) -> Interval | None:
    """Return the day of a feast in a year; None for a rule that fixes none.

    Args:
        rule: ``12-25`` (month, day), ``11/4/4`` (the fourth Thursday of November; -1 is the
            last), ``easter-2`` (days from Easter Sunday).
        year: From 1 to 9998.
    """
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    if found["days"]:
        moved = easter(year) + timedelta(days=int(found["days"]))
        return build.day(moved.year, moved.month, moved.day)
    month = int(found["month"])
    if found["day"]:
        return build.day(year, month, int(found["day"]))
    weekday, nth = int(found["weekday"]), int(found["nth"])
    if nth > 0:
        first = date(year, month, 1).isoweekday()
        return build.day(year, month, 1 + (weekday - first) % 7 + 7 * (nth - 1))
    whole = build.month(year, month)
    last = build.last_day(whole) if whole else None
    return build.day(year, month, last.day - (last.isoweekday() - weekday) % 7) if last else None


def holiday(found: Found, setting: Setting) -> Reading | None:
    """Read a feast day of a year said, else of the nearest or, by tense, the next one.

    A feast that falls on other days in other countries ("Independence Day") stays unplaced.
    """
    said = " ".join((found.said("holiday") or "").replace("’", "'").split())
    tables = found.book.tables
    rule = tables["holiday_day"].get(said) or tables["holiday"].get(said) or ""
    year = said_year(found, setting)
    now = setting.dct.year if setting.dct else 2000
    day = feast(rule, min(now, 9998))
    if year is None and day is not None and day.start is not None:
        year = infer_year(found, setting, day.start.month, day.start.day)
    if year is None or day is None or not 1 <= year.number < 9999:
        return unplaced("XXXX-XX-XX")
    return at(feast(rule, year.number), year.basis, f"{said}; {year.why}")
