"""Operators for the quarter a company or an office reports on, and what it is compared with."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.edtf import timex_value
from timeline.time.explicit import narrowing
from timeline.time.find import Found
from timeline.time.setting import Reading, Setting, at, said_day, unplaced
from timeline.time.told import month_said
from timeline.time.units import moment, of_unit
from timeline.time.years import infer_year, said_year

__all__ = [
    "a_year_before",
    "ended",
    "is_compared",
    "period_of",
    "quarter",
    "quarter_spoken_of",
    "unfiscal",
    "year_before",
]


_MIDDLE = 45
"""Days from the middle of a quarter to its end; a fiscal quarter has the name of the calendar's."""


def is_compared(found: Found, place: Interval | None, setting: Setting) -> bool:
    """Tell whether an earlier quarter is named for comparison: "after a flat second quarter"."""
    spoken = setting.quarter.start if setting.quarter else None
    if place is None or place.start is None or spoken is None or place.start >= spoken:
        return False
    return any(found.before(back) in found.book.tables["compared"] for back in (1, 2, 3, 4))


def ended(found: Found, setting: Setting, number: int | None) -> Reading | None:
    """Read "the quarter ended July 31": the three months to that day, whatever its number.

    The TIMEX3 value has the number that is said, in the year it ends in, or that of the calendar
    quarter most of it falls into.
    """
    after, dct = next(iter(setting.upcoming), None), setting.dct
    if found.after() not in found.book.tables["period_end"] or after is None or dct is None:
        return None
    month, day = month_said(after), after.whole("day")
    if month is None or after.start - found.end > _NEAR or after.rule.op != "date":
        return None
    year = after.whole("year") or dct.year - ((month, day or 1) > (dct.month, dct.day))
    whole = build.month(year, month)
    last = build.last_day(whole) if whole else None
    end = build.day(year, month, day) if day else build.holding(last, "day") if last else None
    if end is None or end.end is None:
        return None
    begin = build.add_months(end.end, -3)
    held = build.holding(end.end - timedelta(days=_MIDDLE), "quarter") if begin else None
    if begin is None or held is None:
        return None
    named = build.quarter(year, number) if number else held
    reading = at(named, "explicit", f"the three months to {end.start}", mod=moment(found))
    if reading is not None and reading.interval != Interval(begin, end.end, "quarter"):
        reading.interval = Interval(begin, end.end, "span")
    setting.quarter = setting.reported = named
    setting.reports_longer = False
    return reading


_NEAR = 12
"""Most characters between "the quarter" and the day it ended on."""


def quarter(found: Found, setting: Setting) -> Reading | None:
    """Read a quarter; without a year the last one begun, or the next when the tense says so."""
    number = found.value("quarter_ordinal") or found.value("quarter_code")
    number = number or found.whole("quarter_figure") or found.whole("quarter_year")
    if number is None:
        return None
    year, mod = said_year(found, setting), narrowing(found)
    if year is None:
        if (reading := ended(found, setting, number)) is not None:
            return reading
        year = infer_year(found, setting, 3 * number - 2, None)
    if year is None:
        return unplaced(f"XXXX-Q{number}", mod=mod)
    back = 1 if found.said("back") else 0
    place = build.quarter(year.number - back, number)
    reading = at(place, year.basis, year.why, mod=mod)
    if reading is not None and is_compared(found, place, setting):
        reading.is_anchor = False
    return unfiscal(found, reading)


def unfiscal(found: Found, reading: Reading | None) -> Reading | None:
    """Take the place from a part of a fiscal year, as nobody tells where that year begins."""
    words = _WORD.findall(found.words.lower())
    fiscal = found.book.tables["fiscal"].keys()
    is_fiscal = found.said("fiscal_year") or not fiscal.isdisjoint(words)
    if reading is not None and is_fiscal:
        reading.interval = None
        reading.why += "; where that fiscal year begins is not told"
    return reading


_WORD = re.compile(r"[a-z]+")


def quarter_spoken_of(found: Found, setting: Setting) -> Reading | None:
    """Return the quarter spoken of, else the last that is over."""
    if (said := ended(found, setting, None)) is not None:
        return said
    spoken, latest = setting.quarter, found.value("latest")
    end = spoken.end if spoken else None
    is_over = end is not None and (setting.dct is None or end <= setting.dct)
    if spoken is not None and (is_over or latest != -1):
        return at(spoken, "previous", "the quarter spoken of", mod=moment(found))
    if setting.dct is None:
        return unplaced("XXXX-QX")
    place = of_unit(setting.dct, "Q", -1 if latest is None else latest)
    return at(place, "dct", said_day(setting.dct), mod=moment(found))


def year_before(found: Found, setting: Setting) -> Reading | None:
    """Read "year-earlier", "the year-ago quarter", "the same period last year"."""
    number, compared = found.value("quarter_ordinal"), setting.compared()
    if number and setting.dct:
        spoken = setting.quarter.start if setting.quarter else None
        compared = build.quarter((spoken or setting.dct).year, number)
    if compared is not None:
        return a_year_before(compared)
    if setting.dct is None:
        return unplaced("PAST_REF")
    return at(build.year(setting.dct.year - 1), "dct", f"{said_day(setting.dct)}, a year before")


def a_year_before(spoken: Interval) -> Reading | None:
    """Return the same quarter a year before; it is for comparison only."""
    reading = at(build.shift(spoken, -4), "previous", f"{timex_value(spoken)}, a year before")
    if reading is not None:
        reading.is_anchor = False  # the quarter reported on stays the one spoken of
    return reading


def period_of(found: Found, setting: Setting) -> Reading | None:
    """Read "the 1988 quarter", "the 1988 period": the quarter spoken of, in another year."""
    year = found.whole("year")
    if year is None:
        return None
    spoken = setting.compared()
    if spoken is None or spoken.start is None:
        return at(build.year(year), "explicit", "written out")
    number = (spoken.start.month + 2) // 3
    return at(build.quarter(year, number), "previous", f"quarter {number}, as spoken of")
