"""Go so many units away from a place in the calendar, no more finely than was said.

It must not decide what is counted from.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Basis, Interval
from timeline.time import interval as build
from timeline.time import numbers
from timeline.time.edtf import timex_value
from timeline.time.find import Found
from timeline.time.setting import FINENESS, GRAIN_OF_UNIT, Mod, Reading, at, unplaced
from timeline.time.units import of_unit, steps, unit_name, weekend_value

__all__ = ["UNKNOWN_INSIDE", "at_distance", "counted_units", "is_coarser", "vague"]

UNKNOWN_INSIDE = {"D": "-XX-XX", "M": "-XX"}
"""What TIMEX3 writes for a day or month of a year that does not tell it."""


def counted_units(found: Found) -> tuple[str, float, float, bool] | None:
    """Return the unit, the least and the most of it that are said, and whether exactly."""
    unit: str | None = found.value("unit", "unit")
    counted = numbers.amount(found.said("n") or "", found.book.tables)
    if unit is None or counted is None:
        return None
    least, most, is_exact = counted
    if unit == "FN":
        unit, least, most = "W", 2 * least, 2 * most
    if found.said("half"):
        least = most = least + 0.5
    return unit, least, most, is_exact


def at_distance(found: Found, place: Interval, sign: int, basis: Basis, why: str) -> Reading | None:
    """Return where the counted units lead from a place: later (1) or earlier (-1).

    ``found`` must count calendar units; see ``counted_units``.
    """
    counted = counted_units(found)
    if counted is None:
        return None
    unit, least, most, is_exact = counted
    if is_exact and least != int(least):
        return _halves(place, unit, sign, least, why, basis)
    if not is_exact:
        return _band(place, unit, sign, (least, most), basis, why)
    if found.said("exactly") or found.said("exactly_told"):
        return _to_the_day(place, unit, sign * int(least), why)
    return _shifted(place, unit, sign * int(least), basis, why, found)


def _halves(
    place: Interval, unit: str, sign: int, count: float, why: str, basis: Basis
) -> Reading | None:
    """Return "half a century ago" as its year, "two and a half years ago" as its half-year."""
    years = count * {"CE": 100, "DE": 10}.get(unit, 0)
    if years == int(years) and years and place.start is not None:
        there = of_unit(place.start, "Y", sign * int(years))
        return at(there, basis, f"{why} {steps(sign * int(years), 'Y')}")
    if unit != "Y" or place.start is None:
        return unplaced(vague(sign))
    day = build.add_months(place.start, sign * int(12 * count))
    half = build.holding(day, "half") if day else None
    return at(half, basis, f"{why} {steps(sign * int(12 * count), 'M')}")


def _to_the_day(place: Interval, unit: str, count: int, why: str) -> Reading | None:
    """Return the day of "twenty years ago today"."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if place.start is None:
        return None
    if months is None:
        days = of_unit(place.start, "D", count * {"W": 7}.get(unit, 1))
        return at(days, "dct", f"{why} {steps(count, unit)}, to the day")
    there = build.add_months(place.start, count * months)
    day = build.holding(there, "day") if there else None
    return at(day, "dct", f"{why} {steps(count, unit)}, to the day")


def vague(sign: int) -> str:
    """Return the value of a time that is only earlier (-1) or later (1)."""
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _shifted(
    place: Interval, unit: str, count: int, basis: Basis, why: str, found: Found
) -> Reading | None:
    grain = GRAIN_OF_UNIT[unit]
    if FINENESS[place.grain] > FINENESS[grain] or place.start is None:
        value = (timex_value(place) or "XXXX") + UNKNOWN_INSIDE.get(unit, "")
        return Reading("DATE", value, None, basis, f"{why}, which names no {unit_name(unit)}")
    mod: Mod | None = found.book.tables["amount"].get(found.words.lower().split()[0])
    there = of_unit(place.start, unit, count)
    value = weekend_value(there, unit)
    reading = at(there, basis, f"{why} {steps(count, unit)}", value=value, mod=mod)
    if reading is not None and unit == "W" and place.grain == "day":
        reading.interval = _around(place.start, 7 * count) or there
    return reading


def _around(day: date, days: int) -> Interval | None:
    """Return the seven days around the day that lies so many away.

    "Two weeks ago" said on a Sunday is within three days of a Sunday, not in all of the calendar
    week that this one ends; the TIMEX3 value can name nothing but that calendar week.
    """
    first, last = (of_unit(day, "D", days + n) for n in (-3, 3))
    band = build.between(first, last) if first and last else None
    return replace(band, grain="week") if band else None


def _band(
    place: Interval, unit: str, sign: int, counts: tuple[float, float], basis: Basis, why: str
) -> Reading | None:
    """Return a stretch for "a few days ago": as far as such a number reaches, no day of it."""
    least, most = (int(max(1, count)) for count in counts)
    if not counts[1] or place.start is None or is_coarser(place, unit):
        return unplaced(vague(sign))
    near, far = (of_unit(place.start, unit, sign * count) for count in (least, most))
    first, last = (far, near) if sign < 0 else (near, far)
    band = build.between(first, last) if first and last else None
    if band is None or band.start is None or band.end is None:
        return None
    value = _common(band.start, band.end - timedelta(days=1)) or vague(sign)
    reading = at(band, basis, f"{why}, {least} to {most} {unit_name(unit)}s away", value=value)
    if reading is not None:
        reading.mod = "APPROX"
    return reading


def is_coarser(place: Interval, unit: str) -> bool:
    """Tell whether a place is said more coarsely than in a unit, so that none of it is named."""
    return FINENESS[place.grain] > FINENESS[GRAIN_OF_UNIT[unit]]


def _common(first: date, last: date) -> str:
    """Return the part of the date that a whole stretch shares: its month, year or decade."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if first.year == last.year:
        return f"{first.year:04}"
    return f"{first.year // 10:03}" if first.year // 10 == last.year // 10 else ""
