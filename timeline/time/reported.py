"""Operators for the quarter a company or an office reports on, and what it is compared with."""

from __future__ import annotations

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.edtf import timex_value
from timeline.time.find import Found
from timeline.time.setting import Reading, Setting, at, said_day, unplaced
from timeline.time.units import moment, of_unit

__all__ = ["a_year_before", "period_of", "quarter_spoken_of", "year_before"]


def quarter_spoken_of(found: Found, setting: Setting) -> Reading | None:
    """Return the quarter spoken of, else the last that is over."""
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
    number, quarter = found.value("quarter_ordinal"), setting.quarter
    if number and setting.dct:
        spoken = quarter.start if quarter else None
        quarter = build.quarter((spoken or setting.dct).year, number)
    if quarter is not None:
        return a_year_before(quarter)
    if setting.dct is None:
        return unplaced("PAST_REF")
    return at(build.year(setting.dct.year - 1), "dct", f"{said_day(setting.dct)}, a year before")


def a_year_before(quarter: Interval) -> Reading | None:
    """Return the same quarter a year before; it is for comparison only."""
    reading = at(build.shift(quarter, -4), "previous", f"{timex_value(quarter)}, a year before")
    if reading is not None:
        reading.is_anchor = False  # the quarter reported on stays the one spoken of
    return reading


def period_of(found: Found, setting: Setting) -> Reading | None:
    """Read "the 1988 quarter", "the 1988 period": the quarter spoken of, in another year."""
    year = found.whole("year")
    if year is None:
        return None
    if setting.quarter is None or setting.quarter.start is None:
        return at(build.year(year), "explicit", "written out")
    number = (setting.quarter.start.month + 2) // 3
    return at(build.quarter(year, number), "previous", f"quarter {number}, as spoken of")
