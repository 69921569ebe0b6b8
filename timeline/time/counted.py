"""Operators that count from a date: "two years ago", "three days later", "the next month"."""

from __future__ import annotations

from datetime import timedelta

from timeline.model import Basis, Interval
from timeline.time import interval as build
from timeline.time.distance import (
    UNKNOWN_INSIDE,
    at_distance,
    counted_units,
    is_coarser,
    vague,
)
from timeline.time.edtf import timex_value
from timeline.time.find import Found
from timeline.time.reported import a_year_before, quarter_spoken_of
from timeline.time.setting import (
    GRAIN_OF_UNIT,
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
        is_told_finer = is_coarser(places[0], unit) and not is_coarser(places[1], unit)
        last = story if is_told_finer else last
    is_passing = setting.passing is not None and year_of(last) == setting.passing
    if is_passing and setting.sentence - setting.last_sentence > 1:
        return setting.story or last
    return last


def shift(found: Found, setting: Setting) -> Reading | None:
    """Read "two years ago", "three days later", "a few weeks earlier"."""
    sign: int = found.rule.settings["n"]
    counted = counted_units(found)
    if counted is None:
        return unplaced(vague(sign))
    unit, least, most, _ = counted
    is_a_year = unit == "Y" and least == most == 1 and sign < 0
    if is_a_year and (quarter := setting.compared()) and setting.last_place == quarter:
        return a_year_before(quarter)
    if found.rule.settings["anchor"] == "now":
        anchor, basis, why = setting.now()
        place = build.holding(anchor, "day") if anchor else None
    else:
        place, basis, why = spoken_of(setting, unit)
    if unit not in GRAIN_OF_UNIT or place is None:
        return _before_christ(setting, unit, sign, int(least)) or unplaced(vague(sign))
    return at_distance(found, place, sign, basis, why)


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


def neighbour(found: Found, setting: Setting) -> Reading | None:
    """Read "the next day", "the previous month", "the day before", "the following year"."""
    unit: str = found.value("unit", "calendar_unit")
    step: int = found.value("neighbour") or found.value("before_after") or 1
    place, basis, why = spoken_of(setting, unit)
    unsaid = unplaced(UNSAID.get(unit, "XXXX"))
    if place is None:
        return _before_christ(setting, unit, step, 1) or unsaid
    start = place.end - timedelta(days=1) if place.end and step > 0 else place.start
    if start is None or is_coarser(place, unit):
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
    if is_coarser(place, unit):
        return unplaced((timex_value(place) or "XXXX") + UNKNOWN_INSIDE.get(unit, ""))
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
