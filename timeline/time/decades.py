"""Operators for decades and centuries: "the late 1990s", "the '80s", "the 19th century"."""

from __future__ import annotations

from timeline.time import interval as build
from timeline.time import numbers
from timeline.time.explicit import from_part, narrowing
from timeline.time.find import Found
from timeline.time.setting import Reading, Setting, at

__all__ = ["century", "decade"]


def decade(found: Found, setting: Setting) -> Reading | None:
    """Read a decade: "the 1990s", "the '80s", "the nineties"."""
    mod = narrowing(found)
    number = found.whole("decade")
    if number is None:
        number = _of_two_figures(found, setting)
    if number is None or number % 10:
        return None  # "the 1995's vintage"
    if (found.said("era") or "")[:1] == "b":
        return Reading(
            "DATE", f"BC{number // 10:03}", None, "explicit", "written out", mod, -number
        )
    if number % 100 == 0 and number < _LATEST_HUNDREDS:
        return at(build.century(number // 100), "explicit", "written out", mod=mod)
    whole = build.decade(number)
    return from_part(found, at(whole, "explicit", "written out", mod=mod), whole)


_HUNDRED = 100


def _of_two_figures(found: Found, setting: Setting) -> int | None:
    """Return the decade of "the '80s", "the eighties": the last begun, in a history the nearest."""
    short: int | None = found.whole("short_decade") or found.value("decade_word")
    year, now = setting.last_year, setting.dct.year if setting.dct else None
    if short is None:
        return None
    if setting.is_history and year is not None and year >= _HUNDRED:
        return _nearest(year // _HUNDRED * _HUNDRED + short, year, now or year + 50)
    if now is None or now < _HUNDRED:
        return None
    number = now // _HUNDRED * _HUNDRED + short
    return number - _HUNDRED if number > now else number


def _nearest(decade: int, year: int, now: int) -> int:
    """Return this decade or that of the century before or after, the nearest to a year told of."""
    decades = (decade, decade - _HUNDRED, decade + _HUNDRED)
    begun = (one for one in decades if 0 < one <= now)
    return min(begun, key=lambda one: abs(one + 5 - year), default=decade)


_LATEST_HUNDREDS = 2000
"""Before it "the 1800s" are a century; "the 2000s" are ten years."""


def century(found: Found, setting: Setting) -> Reading | None:
    """Read a century by its ordinal: the 19th is 1800 to 1899, as TIMEX3 writes 18."""
    said = found.said("century_ordinal") or found.said("ordinal") or "21"
    number = numbers.ordinal(said, found.book.tables)
    mod = narrowing(found)
    if not number:
        return None
    era = found.said("era")
    if era and era[0] == "b":
        value = f"BC{number - 1:02}"
        return Reading("DATE", value, None, "explicit", "written out", mod, -100 * number + 50)
    reading = at(build.century(number - 1), "explicit", "written out", mod=mod)
    if reading is not None:
        reading.is_anchor = False
    return reading
