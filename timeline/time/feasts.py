"""Operator for feasts: fixed days, n-th weekdays, what moves with Easter or with the moon.

Which feast falls when is in the word tables; here is how their rules are read.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.find import Found
from timeline.time.setting import Mod, Reading, Setting, at, unplaced
from timeline.time.years import infer_year, said_year

__all__ = ["easter", "feast", "holiday", "lunar", "orthodox_easter"]


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


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the eastern churches: Julian (Meeus), said in our calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day_ = divmod(d + e + 114, 31)
    return date(year, month, day_ + 1) + timedelta(days=year // 100 - year // 400 - 2)


_HIJRA = 227_014
"""Days before the first of the year 1 of the Hijra, 16 July 622 of the Julian calendar."""


def lunar(year: int, month: int, day_: int = 1) -> date | None:
    """Return the first such day of the Islamic calendar in a year; None where there is none.

    By the arithmetical calendar of thirty years with eleven leap days (Reingold and Dershowitz,
    Calendrical Calculations). The new moon that is seen differs by a day or two.
    """
    islamic = int((year - 622) * 33 / 32) - 1
    for there in range(max(islamic, 1), islamic + 4):
        days = (there - 1) * 354 + (3 + 11 * there) // 30 + 29 * (month - 1) + month // 2 + day_
        if 0 < _HIJRA + days <= date.max.toordinal():
            found = date.fromordinal(_HIJRA + days)
            if found.year == year:
                return found
    return None


def _moving(found: re.Match[str], year: int) -> Interval | None:
    """Return the days of a feast of the moon: one day, or all of a month."""
    month, day_ = int(found["lunar"]), found["lunar_day"]
    first = lunar(year, month, int(day_ or 1))
    if first is None or day_:
        return build.holding(first, "day") if first else None
    return Interval(first, first + timedelta(days=29 + month % 2), "span")


_RULE = re.compile(
    r"(?P<church>easter|orthodox)(?P<days>[+-]\d+)|hijri/(?P<lunar>\d\d)(?:/(?P<lunar_day>\d\d))?"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)|/(?P<weekday>\d)/(?P<nth>-?\d))"
)


def feast(rule: str, year: int) -> Interval | None:
    """Return the day of a feast in a year; None for a rule that fixes none.

    Args:
        rule: ``12-25`` (month, day), ``11/4/4`` (the fourth Thursday of November; -1 is the
            last), ``easter-2``, ``orthodox+0`` (days from Easter Sunday), ``hijri/10/01`` (first
            day of the tenth month), ``hijri/09`` (all of the ninth month).
        year: From 1 to 9998.
    """
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    if found["days"]:
        sunday = easter(year) if found["church"] == "easter" else orthodox_easter(year)
        moved = sunday + timedelta(days=int(found["days"]))
        return build.day(moved.year, moved.month, moved.day)
    if found["lunar"]:
        return _moving(found, year)
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
    said = " ".join((found.said("holiday") or "").replace("’", "'").replace(".", "").split())
    tables = found.book.tables
    rule = tables["holiday_day"].get(said) or tables["holiday"].get(said) or ""
    year = said_year(found, setting)
    now = setting.dct.year if setting.dct else 2000
    day = feast(rule, min(now, 9998))
    if year is None and day is not None and day.start is not None:
        year = infer_year(found, setting, day.start.month, day.start.day)
    if year is None or day is None or not 1 <= year.number < 9999:
        return unplaced("XXXX-XX-XX")
    place = feast(rule, year.number)
    mod: Mod | None = "APPROX" if rule.startswith("hijri") else None
    value = f"{year.number:04}" if place and place.grain == "span" else ""
    return at(place, year.basis, f"{said}; {year.why}", value=value, mod=mod)
