"""Operators for durations (P6M) and repetitions (XXXX-WXX-2); they name no place by themselves."""

from __future__ import annotations

from timeline.time import numbers
from timeline.time.find import Found
from timeline.time.setting import Mod, Reading, Setting, unplaced
from timeline.time.told import month_said

__all__ = ["duration", "is_reported", "repeated"]

_REPORTED = (6, 9)
"""Months that companies and offices report on besides quarters."""


def duration(found: Found, setting: Setting) -> Reading | None:
    """Read a length of time; one of unknown length counts X units (PXW)."""
    if value := found.rule.settings.get("value"):
        return unplaced(value, type="DURATION")
    unit, is_clock = found.value("unit", "unit") or found.value("unit", "seasons"), False
    if unit is None:
        unit, is_clock = found.value("clock_unit", "clock_unit"), True
    if unit is None:
        return None
    counted = numbers.amount(found.said("n") or found.rule.settings.get("n", ""), found.book.tables)
    if counted is None or not counted[2] or found.rule.settings.get("vague"):
        return unplaced(_period("X", unit, is_clock), type="DURATION")
    count = counted[0] + (0.5 if found.said("half") else 0)
    if unit in ("FN",):
        unit, count = "W", count * 2
    if unit == "M" and is_reported(found, count):
        setting.reports_longer = True
    said = f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return unplaced(_period(said, unit, is_clock), type="DURATION", mod=_mod(found))


def is_reported(found: Found, count: float) -> bool:
    """Tell whether it is a period that a company reports on: "the nine months"."""
    head = found.words.lower().removeprefix("the ").partition(" ")[0]
    is_period = found.before() == "the" or head in found.book.tables["period_head"]
    return count in _REPORTED and is_period


def _mod(found: Found) -> Mod | None:
    first = found.words.lower().split()[0]
    return "APPROX" if first in found.book.tables["amount"] else None


def _period(count: str, unit: str, is_clock: bool) -> str:
    return f"PT{count}{unit}" if is_clock else f"P{count}{unit}"


def repeated(found: Found, setting: Setting) -> Reading | None:
    """Read "every day", "each Thursday", "monthly", "Mondays"."""
    value = found.value("each_unit")
    weekday = found.value("weekday", "weekday") or found.value("weekdays")
    if value is None and weekday:
        value = f"XXXX-WXX-{weekday}"
        part = found.value("daypart", "dayparts")
        value += f"T{part}" if part else ""
    if value is None and (month := month_said(found)):
        value = f"XXXX-{month:02}"
    if value is None and (season := found.value("season")):
        value = f"XXXX-{season}"
    if value is None:
        value = _each(found)
    return unplaced(value, type="SET") if value else None


def _each(found: Found) -> str | None:
    daypart = found.value("daypart")
    if daypart:
        return f"XXXX-XX-XXT{daypart.lstrip('T')}"
    counted = numbers.amount(found.said("n") or "", found.book.tables)
    count = f"{counted[0]:g}" if counted and counted[2] else "X" if counted else "1"
    if unit := found.value("unit", "unit"):
        return _period(count, unit, False)
    unit = found.value("clock_unit", "clock_unit")
    return _period(count, unit, True) if unit else None
