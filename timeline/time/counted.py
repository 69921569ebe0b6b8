"""Operators that count from a date: "two years ago", "three days later", "the next month"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Basis, Interval
from timeline.time import interval as build
from timeline.time import numbers
from timeline.time.edtf import timex_value
from timeline.time.find import Found
from timeline.time.reported import a_year_before, quarter_spoken_of
from timeline.time.setting import (
    FINENESS,
    GRAIN_OF_UNIT,
    Mod,
    Reading,
    Setting,
    at,
    named_year,
    said_day,
    unplaced,
    year_of,
)
from timeline.time.units import UNSAID, moment, of_unit, steps, unit_name, weekend_value

__all__ = ["neighbour", "same", "shift", "then"]

_UNKNOWN_INSIDE = {"D": "-XX-XX", "M": "-XX"}
_BC_YEARS = {"Y": 1, "DE": 10, "CE": 100}


def spoken_of(setting: Setting, unit: str) -> tuple[Interval | None, Basis, str]:
    """Return what "later" and "the next" count from: the last date, or the article's."""
    last = _anchor(setting, unit)
    place = last.interval if last else None
    if place is not None and place.start is not None:
        return place, "previous", f"last date {last.value if last else ''}"
    if setting.last is not None or setting.dct is None:
        return None, "previous", ""
    return build.holding(setting.dct, "day"), "dct", said_day(setting.dct)


def _anchor(setting: Setting, unit: str) -> Reading | None:
    """Return the last date, or the story's.

    The story's when the last was named in passing some way back, or was a year when it takes
    a day: "the revolution of 1979. Two days later …".
    """
    last, story = setting.last, setting.story
    places = (last and last.interval, story and story.interval)
    if places[0] and places[1] and unit in GRAIN_OF_UNIT:
        is_told_finer = _is_coarser(places[0], unit) and not _is_coarser(places[1], unit)
        last = story if is_told_finer else last
    is_passing = setting.passing is not None and year_of(last) == setting.passing
    if is_passing and setting.sentence - setting.last_sentence > 1:
        return setting.story or last
    return last


def shift(found: Found, setting: Setting) -> Reading | None:
    """Read "two years ago", "three days later", "a few weeks earlier"."""
    sign: int = found.rule.settings["n"]
    unit = found.value("unit", "unit")
    counted = numbers.amount(found.said("n") or "", found.book.tables)
    if unit is None or counted is None:
        return unplaced(_vague(sign))
    least, most, is_exact = counted
    if unit == "FN":
        unit, least, most = "W", 2 * least, 2 * most
    is_a_year = unit == "Y" and least == most == 1 and sign < 0
    if is_a_year and (quarter := setting.compared()) and setting.last_place == quarter:
        return a_year_before(quarter)
    if found.rule.settings["anchor"] == "now":
        anchor, basis, why = setting.now()
        place = build.holding(anchor, "day") if anchor else None
    else:
        place, basis, why = spoken_of(setting, unit)
    if unit not in GRAIN_OF_UNIT or place is None:
        return _before_christ(setting, unit, sign, int(least)) or unplaced(_vague(sign))
    if found.said("half"):
        least = most = least + 0.5
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
        return unplaced(_vague(sign))
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


def _vague(sign: int) -> str:
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _before_christ(setting: Setting, unit: str, sign: int, count: int) -> Reading | None:
    """Return the year or decade counted from a year before Christ; None when it is not one."""
    year = year_of(_anchor(setting, unit))
    if year is None or year >= 0 or unit not in _BC_YEARS:
        return None
    there = year + sign * count * _BC_YEARS[unit]
    if there >= 0:
        return None
    why = f"last date {named_year(year)}; years before Christ have no place on the timeline"
    value = named_year(there)[: {"DE": -1, "CE": -2}.get(unit)]
    return Reading("DATE", value, None, "previous", why, None, there)


def _shifted(
    place: Interval, unit: str, count: int, basis: Basis, why: str, found: Found
) -> Reading | None:
    grain = GRAIN_OF_UNIT[unit]
    if FINENESS[place.grain] > FINENESS[grain] or place.start is None:
        value = (timex_value(place) or "XXXX") + _UNKNOWN_INSIDE.get(unit, "")
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
    if not counts[1] or place.start is None or _is_coarser(place, unit):
        return unplaced(_vague(sign))
    near, far = (of_unit(place.start, unit, sign * count) for count in (least, most))
    first, last = (far, near) if sign < 0 else (near, far)
    band = build.between(first, last) if first and last else None
    if band is None or band.start is None or band.end is None:
        return None
    value = _common(band.start, band.end - timedelta(days=1)) or _vague(sign)
    reading = at(band, basis, f"{why}, {least} to {most} {unit_name(unit)}s away", value=value)
    if reading is not None:
        reading.mod = "APPROX"
    return reading


def _is_coarser(place: Interval, unit: str) -> bool:
    return FINENESS[place.grain] > FINENESS[GRAIN_OF_UNIT[unit]]


def _common(first: date, last: date) -> str:
    """Return the part of the date that a whole stretch shares: its month, year or decade."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if first.year == last.year:
        return f"{first.year:04}"
    return f"{first.year // 10:03}" if first.year // 10 == last.year // 10 else ""


def neighbour(found: Found, setting: Setting) -> Reading | None:
    """Read "the next day", "the previous month", "the day before", "the following year"."""
    unit: str = found.value("unit", "calendar_unit")
    step: int = found.value("neighbour") or found.value("before_after") or 1
    place, basis, why = spoken_of(setting, unit)
    unsaid = unplaced(UNSAID.get(unit, "XXXX"))
    if place is None:
        return _before_christ(setting, unit, step, 1) or unsaid
    start = place.end - timedelta(days=1) if place.end and step > 0 else place.start
    if start is None or _is_coarser(place, unit):
        return unsaid
    there = of_unit(start, unit, step)
    return at(there, basis, f"{why} {steps(step, unit)}", value=weekend_value(there, unit))


def same(found: Found, setting: Setting) -> Reading | None:
    """Read "the same day", "that year", and bare units: "the week", "later in the year"."""
    unit: str = found.value("unit", "calendar_unit") or "Q"
    is_bare = bool(found.rule.settings.get("bare"))
    if unit == "Q" and is_bare:
        return quarter_spoken_of(found, setting)
    name, mod = unit_name(unit), moment(found)
    is_near = setting.sentence - setting.last_sentence <= 1 and setting.last_place is not None
    if is_bare and not setting.is_history and setting.dct and not (unit == "D" and is_near):
        step = (found.value("latest") or 0) if unit == "Y" else 0  # the latest year is over
        place = of_unit(setting.dct, unit, step)
        why = (
            f"{said_day(setting.dct)}, {name} {step:+}"
            if step
            else f"{said_day(setting.dct)}, its {name}"
        )
        return at(place, "dct", why, mod=mod)
    place, basis, why = spoken_of(setting, unit)
    if place is None or place.start is None:
        return (_before_christ(setting, unit, 1, 0) if unit == "Y" else None) or unplaced(
            UNSAID.get(unit, "XXXX")
        )
    if _is_coarser(place, unit):
        return unplaced((timex_value(place) or "XXXX") + _UNKNOWN_INSIDE.get(unit, ""))
    return at(of_unit(place.start, unit, 0), basis, f"{why}, its {name}", mod=mod)


def then(found: Found, setting: Setting) -> Reading | None:
    """Read "since then", "until then": the date last spoken of."""
    last = setting.last
    if last is None or last.interval is None:
        return None
    reading = at(last.interval, "previous", f"last date {last.value}", value=last.value)
    if reading is not None:
        reading.is_anchor = False
    return reading
