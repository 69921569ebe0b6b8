"""Operators for half of a year, month, decade or century, and for years that are of two years."""

from __future__ import annotations

from datetime import date

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.counted import neighbour, same
from timeline.time.decades import century, decade
from timeline.time.explicit import dated
from timeline.time.find import Found
from timeline.time.relative import named
from timeline.time.reported import unfiscal
from timeline.time.setting import Reading, Setting, at, said_day
from timeline.time.years import Year, infer_year, said_year

__all__ = ["half", "half_of", "split_year"]


def half(found: Found, setting: Setting) -> Reading | None:
    """Read a half-year; "in H1" is the last one begun, or the next when the tense says so."""
    code = found.value("half_code") or found.whole("half_figure") or found.whole("half_year")
    number = found.value("half_ordinal") or code
    year = said_year(found, setting)
    if year is None and code:
        year = infer_year(found, setting, 6 * code - 5, None)
    if year is None and setting.dct:
        year = Year(setting.dct.year, "dct", said_day(setting.dct))
    if year is None or number is None or year.number < 0:
        return None
    return unfiscal(found, at(build.half(year.number, number), year.basis, year.why))


def half_of(found: Found, setting: Setting) -> Reading | None:
    """Read half of a month, decade or century; of what has no middle day, as a week, the whole."""
    match found.rule.settings["of"]:
        case "date":
            whole = dated(found, setting)
        case "decade":
            whole = decade(found, setting)
        case "century":
            whole = century(found, setting)
        case _:
            whole = _unit(found, setting)
    if whole is not None and whole.interval is not None:
        which = found.value("half_ordinal")
        whole.interval = _cut(whole.interval, is_first=which == 1)
        whole.why += f", half {which}"
    return whole


def _unit(found: Found, setting: Setting) -> Reading | None:
    if found.said("step"):
        return named(found, setting)
    return neighbour(found, setting) if found.said("neighbour") else same(found, setting)


def _cut(whole: Interval, *, is_first: bool) -> Interval:
    """Cut an interval in two: a month of 30 days or more after its 15th, February after its 14th.

    So people say it: "the second half of July" begins on the 16th.
    """
    start, end = whole.start, whole.end
    if start is None or end is None:
        return whole
    middle: date | None = None
    match whole.grain:
        case "month":
            middle = start.replace(day=(end - start).days // 2 + 1)
        case "half" | "year" | "decade" | "century":
            n_months = (end.year - start.year) * 12 + end.month - start.month
            middle = build.add_months(start, n_months // 2)
    if middle is None:
        return whole
    return Interval(start, middle, "span") if is_first else Interval(middle, end, "span")


def split_year(found: Found, setting: Setting) -> Reading | None:
    """Read "the 2019–20 fiscal year": somewhere in two years, and nobody says where it begins.

    The TIMEX3 value is the year it begins in.
    """
    year = said_year(found, setting)
    last = found.whole("last_year") or found.whole("short")
    if year is None or last is None or (year.number + 1 - last) % 100:
        return None
    first, second = build.year(year.number), build.year(year.number + 1)
    both = build.between(first, second) if first and second else None
    why = "a year that begins in one and ends in the next"
    return at(both, "explicit", why, value=f"{year.number:04}", mod="APPROX")
