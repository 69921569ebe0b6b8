"""Calendar units around a day: the week it is in, the month before, the weekend to come."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.explicit import narrowing
from timeline.time.find import Found
from timeline.time.setting import GRAIN_OF_UNIT, Mod

__all__ = ["UNSAID", "moment", "moved", "of_unit", "steps", "unit_name", "weekend_value"]

UNSAID = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX"}
"""TIMEX3 value of a unit of which nobody says where it lies; a year is XXXX."""


def moment(found: Found) -> Mod | None:
    """Return what "early", "late" or "the end of" before a relative date does to it."""
    mod: Mod | None = found.value("moment", "moment") or None
    return mod or narrowing(found)


def moved(day: date, days: int) -> Interval | None:
    """Return the day some days away; None outside the calendar."""
    try:
        there = day + timedelta(days=days)
    except OverflowError:
        return None
    return build.day(there.year, there.month, there.day)


def of_unit(day: date, unit: str, step: int) -> Interval | None:
    """Return the calendar unit that holds a day, or one some steps away."""
    if unit == "WE":
        there = moved(day, 7 * step)
        return build.weekend(there.start) if there and there.start else None
    grain = GRAIN_OF_UNIT.get(unit)
    held = build.holding(day, grain) if grain else None
    return build.shift(held, step) if held and step else held


def unit_name(unit: str) -> str:
    """Return a unit's name for the reader."""
    return "weekend" if unit == "WE" else GRAIN_OF_UNIT.get(unit, "day")


def steps(count: int, unit: str) -> str:
    """Return a number of units for the reader: "+3 days", "-1 year"."""
    return f"{count:+} {unit_name(unit)}{'' if abs(count) == 1 else 's'}"


def weekend_value(interval: Interval | None, unit: str) -> str:
    """Return the TIMEX3 value of a weekend; of other units, nothing."""
    if unit != "WE" or interval is None or interval.start is None:
        return ""
    year, week, _ = interval.start.isocalendar()
    return f"{year:04}-W{week:02}-WE"
