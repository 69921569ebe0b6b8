"""Operator for feasts: fixed days, n-th weekdays, what moves with Easter or with the moon.

Which feast falls when is in the word tables, and in data/feasts.toml where no rule gives it; here
is how these rules are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from timeline import lexicon
from timeline.model import Interval
from timeline.time import calendars
from timeline.time import interval as build
from timeline.time.ahead import is_ahead
from timeline.time.find import Found
from timeline.time.setting import Mod, Reading, Setting, at, said_day, unplaced
from timeline.time.years import Year, infer_year, said_year

__all__ = ["feast", "holiday", "named_day"]


def _moving(found: re.Match[str], year: int) -> Interval | None:
    """Return the days of a feast of the moon: one day, or all of a month.

    A year that has the day twice, at its beginning and its end, tells of neither.
    """
    month, day_ = int(found["lunar"]), found["lunar_day"]
    first = calendars.lunar(year, month, int(day_ or 1))
    if first is None or (first + timedelta(days=_LUNAR_YEAR)).year == year:
        return None
    if day_:
        return build.holding(first, "day")
    return Interval(first, first + timedelta(days=29 + month % 2), "span")


_LUNAR_YEAR = 354


@cache
def _listed(feast_id: str) -> Mapping[int, date]:
    """Return the days that data/feasts.toml lists for a feast, by year."""
    days = map(date.fromisoformat, lexicon.table("feasts")[feast_id]["days"])
    return {day.year: day for day in days}


_HEADS = {
    "easter": calendars.easter,
    "orthodox": calendars.orthodox_easter,
    "tishri": calendars.hebrew_new_year,
    "kislev": calendars.hebrew_winter,
    "nowruz": calendars.nowruz,
}
"""Days that others are counted from."""
_RULE = re.compile(
    rf"(?P<head>{'|'.join(_HEADS)})(?P<days>[+-]\d+)(?:/(?P<length>\d))?"
    r"|hijri/(?P<lunar>\d\d)(?:/(?P<lunar_day>\d\d))?|table/(?P<table>\w+)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)|/(?P<weekday>\d)/(?P<nth>-?\d)(?P<after>\+\d)?)(?:%(?P<cycle>\d)=(?P<turn>\d))?"
)
_FIRST, _LAST = 2, 9997
"""Years that every calendar here can be counted in."""


def feast(rule: str, year: int) -> Interval | None:
    """Return the day of a feast in a year; None for a rule that fixes none.

    Args:
        rule: ``12-25`` (month, day), ``11/4/4`` (the fourth Thursday of November; -1 is the
            last; 11/1/1+1 is the day after that Monday), ``01-20%4=1`` (in years that leave 1 when
            divided by 4), ``easter-2``, ``orthodox+0``
            (days from Easter Sunday), ``tishri+9`` (from the Hebrew new year), ``kislev+0/8``
            (the 25th of Kislev and eight days long), ``nowruz+0``, ``hijri/10/01`` (first day of
            the tenth month), ``hijri/09`` (all of the ninth month), ``table/diwali``.
        year: From 1 to 9998.
    """
    found = _RULE.fullmatch(rule)
    if found is None:
        return None
    if found["head"]:
        return _counted(found, year) if _FIRST <= year <= _LAST else None
    if found["lunar"]:
        return _moving(found, year)
    if found["table"]:
        listed = _listed(found["table"]).get(year)
        return build.holding(listed, "day") if listed else None
    if found["cycle"] and year % int(found["cycle"]) != int(found["turn"]):
        return None
    if found["day"]:
        return build.day(year, int(found["month"]), int(found["day"]))
    return _nth(found, year)


def _counted(found: re.Match[str], year: int) -> Interval | None:
    first = _HEADS[found["head"]](year) + timedelta(days=int(found["days"]))
    if found["length"]:
        return Interval(first, first + timedelta(days=int(found["length"])), "span")
    return build.holding(first, "day")


def _nth(found: re.Match[str], year: int) -> Interval | None:
    """Return the n-th weekday of a month, or its last."""
    month, weekday, nth = int(found["month"]), int(found["weekday"]), int(found["nth"])
    if nth > 0:
        first = date(year, month, 1).isoweekday()
        after = int(found["after"] or 0)
        return build.day(year, month, 1 + (weekday - first) % 7 + 7 * (nth - 1) + after)
    whole = build.month(year, month)
    last = build.last_day(whole) if whole else None
    return build.day(year, month, last.day - (last.isoweekday() - weekday) % 7) if last else None


_SPELT = str.maketrans({"’": "'", ".": None, "-": " ", "–": " ", "‐": " ", "‑": " "})


def _rule_of(found: Found) -> tuple[str, str]:
    """Return the name of a feast in lower case, and its rule; take in whose day it is."""
    tables = found.book.tables
    end = found.match.end("holiday") if "holiday" in found.groups else found.match.start() + 1
    for first in range(max(0, found.first - _LONGEST), found.first + 1):
        if first < found.first and found.is_lower(found.first - first):
            continue
        said = " ".join(found.tokens.said(first, end).lower().translate(_SPELT).split())
        rule = tables["named_day"].get(said)
        rule = _of_state(said, tables) if rule is None else rule
        if rule is not None:
            found.first = first
            return said, rule
    return said, tables["holiday_day"].get(said) or tables["holiday"].get(said) or ""


_LONGEST = 5
"""Most tokens of a day's name before its last words ("U.S. Election Day")."""


def _of_state(said: str, tables: Mapping[str, Mapping[str, str]]) -> str | None:
    """Return the rule of "India's Independence Day", none ("") for a state whose day is unknown.

    None where it is no day that states have each their own of.
    """
    whose, _, name = said.partition(" ")
    owner = tables["day_owner"].get(whose.removesuffix("'s"))
    if owner is None or all(day.partition(" ")[2] != name for day in tables["state_day"]):
        return None
    return tables["state_day"].get(f"{owner} {name}", "")


_ABOUT = ("hijri", "table")
"""Rules whose day differs by one or two from place to place."""


def _in_turn(rule: str, found: Found, setting: Setting) -> Year | None:
    """Return the year of a day that few years have: the nearest, or by tense the next or last."""
    dct = setting.dct
    if "%" not in rule or dct is None:
        return None
    ahead, days = is_ahead(found, setting), {}
    for year in range(max(_FIRST, dct.year - _TURN), min(_LAST, dct.year + _TURN) + 1):
        place = feast(rule, year)
        if place is not None and place.start is not None:
            days[year] = (place.start - dct).days
    fitting = [y for y, n in days.items() if ahead is None or n == 0 or (n > 0) == ahead]
    near = min(fitting, key=lambda y: abs(days[y]), default=None)
    return None if near is None else Year(near, "dct", f"the one of {said_day(dct)} by tense")


_TURN = 4
"""Most years from one such day to the next."""


def named_day(found: Found, setting: Setting) -> Reading | None:
    """Read a day that its name tells ("on Human Rights Day"); of another only the year is one.

    Without such a preposition it is what is spoken of, and no time of something.
    """
    is_known, tables = bool(_rule_of(found)[1]), found.book.tables
    if is_known and any(found.before() in tables[name] for name in _TIMING):
        return holiday(found, setting)
    year = found.whole("year")
    reading = at(build.year(year), "explicit", "written out") if year else None
    if reading is not None:
        reading.first = found.match.start("year")
    return reading


_TIMING = ("day_preposition", "opening", "limit_preposition")


def holiday(found: Found, setting: Setting) -> Reading | None:
    """Read a feast day of a year said, else of the nearest or, by tense, the next one.

    A feast that falls on other days in other countries ("Independence Day") stays unplaced, or in
    its year if one is said.
    """
    said, rule = _rule_of(found)
    year = said_year(found, setting) or _in_turn(rule, found, setting)
    now = setting.dct.year if setting.dct else 2000
    day = feast(rule, min(now, _LAST))
    if year is None and day is not None and day.start is not None:
        year = infer_year(found, setting, day.start.month, day.start.day)
    if year is None or not 1 <= year.number < 9999:
        return unplaced("XXXX-XX-XX")
    place = feast(rule, year.number)
    if place is None:
        whole = build.year(year.number) if year.basis == "explicit" else None
        return at(whole, year.basis, f"{said}; its day is not known") or unplaced("XXXX-XX-XX")
    mod: Mod | None = "APPROX" if rule.startswith(_ABOUT) else None
    value = f"{year.number:04}" if place.grain == "span" else ""
    return at(place, year.basis, f"{said}; {year.why}", value=value, mod=mod)
