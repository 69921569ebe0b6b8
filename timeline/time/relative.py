"""Operators for expressions that hang on the article's date or on the last date spoken of."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.model import Basis, Interval
from timeline.time import interval as build
from timeline.time import numbers
from timeline.time.edtf import timex_value
from timeline.time.explicit import narrowing
from timeline.time.find import Found
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
from timeline.time.years import is_ahead

__all__ = [
    "named",
    "neighbour",
    "period_of",
    "refer",
    "same",
    "shift",
    "today",
    "unit_end",
    "weekday",
    "year_before",
]

_UNIT_NOT_SAID = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "WE": "XXXX-WXX-WE"}


def moment(found: Found) -> Mod | None:
    """Return what "early", "late" or "the end of" before a relative date does to it."""
    mod: Mod | None = found.value("moment", "moment") or None
    return mod or narrowing(found)


def _moved(day: date, days: int) -> Interval | None:
    try:
        there = day + timedelta(days=days)
    except OverflowError:
        return None
    return build.day(there.year, there.month, there.day)


def today(found: Found, setting: Setting) -> Reading | None:
    """Read "today", "yesterday", "the day after tomorrow"."""
    step = found.value("day_word")
    if step is None:
        return None
    step += found.value("before_after") or 0
    if setting.dct is None or (setting.is_history and not found.said("before_after")):
        return unplaced("PRESENT_REF" if step == 0 else "XXXX-XX-XX")
    why = said_day(setting.dct) + (f" {step:+} days" if step else "")
    return at(_moved(setting.dct, step), "dct", why, mod=moment(found))


def of_unit(day: date, unit: str, step: int) -> Interval | None:
    """Return the calendar unit that holds a day, or one some steps away."""
    if unit == "WE":
        there = _moved(day, 7 * step)
        return build.weekend(there.start) if there and there.start else None
    held = build.holding(day, GRAIN_OF_UNIT[unit])
    return build.shift(held, step) if held and step else held


def weekend_value(interval: Interval) -> str:
    """Return the TIMEX3 value of a weekend."""
    if interval.start is None:
        return ""
    year, week, _ = interval.start.isocalendar()
    return f"{year:04}-W{week:02}-WE"


def named(found: Found, setting: Setting) -> Reading | None:
    """Read "this week", "last year", "early next month", "the weekend"."""
    unit = found.rule.settings.get("unit") or found.value("unit", "calendar_unit")
    step = found.value("step")
    if step is None:
        step = found.value("neighbour") or (-1 if unit == "WE" and "this" not in found.words else 0)
        if unit == "WE" and setting.dct and not setting.is_history:
            step = 0 if setting.tense(found) == "future" or setting.dct.weekday() > 4 else -1
        if "next" in found.words.lower():
            step = 1
    now, basis, anchor = setting.now()
    if now is None:
        return unplaced(_UNIT_NOT_SAID.get(unit, "XXXX"))
    place = of_unit(now, unit, step)
    if place is None:
        return None
    why = f"{anchor}, {unit_name(unit)} {step:+}" if step else f"{anchor}, its {unit_name(unit)}"
    value = weekend_value(place) if unit == "WE" else ""
    return at(place, basis, why, value=value, mod=moment(found))


def unit_name(unit: str) -> str:
    """Return a unit's name for the reader."""
    return "weekend" if unit == "WE" else GRAIN_OF_UNIT.get(unit, "day")


def weekday(found: Found, setting: Setting) -> Reading | None:
    """Read a weekday: the article's own when it is that day, else the last, or by tense the next."""
    number = found.value("weekday", "weekday")
    if number is None:
        return None
    now, basis, anchor = setting.now()
    if now is None:
        return unplaced(f"XXXX-WXX-{number}")
    step, words = found.value("step"), found.words.lower()
    spoken = setting.last_place
    if found.said("neighbour") and spoken and spoken.start and spoken.grain == "day":
        now, basis, anchor = spoken.start, "previous", f"last date {spoken.start}"
    ahead = (number - 1 - now.weekday()) % 7
    if "week" in words.split():
        monday = -now.weekday() + 7 * (step if step is not None else 0)
        days = monday + number - 1 if "ago" not in words else (ahead or 7) - 14
    elif step == 1 or "coming" in words or found.value("neighbour") == 1:
        days = ahead or 7
    elif step == -1 or "past" in words or found.value("neighbour") == -1:
        days = ahead - 7
    elif step == 0:
        days = number - 1 - now.weekday()
    elif ahead == 0:
        days = 0
    elif setting.is_history:
        days = ahead
    else:
        days = ahead if is_ahead(found, setting) else ahead - 7
    why = f"{anchor} {days:+} days" if days else f"{anchor} is that day"
    return at(_moved(now, days), basis, why, mod=moment(found))


def shift(found: Found, setting: Setting) -> Reading | None:
    """Read "two years ago", "three days later", "a few weeks earlier"."""
    sign: int = found.rule.settings["n"]
    unit = found.value("unit", "unit")
    counted = numbers.amount(found.said("n") or "", found.book.tables)
    if unit is None or counted is None:
        return unplaced("PAST_REF" if sign < 0 else "FUTURE_REF")
    least, most, is_exact = counted
    if unit == "FN":
        unit, least, most = "W", 2 * least, 2 * most
    from_now = found.rule.settings["anchor"] == "now"
    if found.said("n") in ("a", "one") and unit == "Y" and setting.quarter and sign < 0:
        if setting.last_place == setting.quarter:
            return _year_before(setting.quarter)
    if from_now:
        anchor, basis, why = setting.now()
        place = build.holding(anchor, "day") if anchor else None
    else:
        place, basis, why = _spoken_of(setting)
    if unit not in GRAIN_OF_UNIT or place is None:
        return _shifted_bc(setting, unit, sign, least) or unplaced(_vague_ref(sign))
    if not is_exact or least != int(least):
        return _band(place, unit, sign, least, most, basis, why)
    return _shifted(place, unit, sign * int(least), basis, why, found)


def _vague_ref(sign: int) -> str:
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _year_before(quarter: Interval) -> Reading | None:
    reading = at(build.shift(quarter, -4), "previous", f"{timex_value(quarter)}, a year before")
    if reading is not None:
        reading.is_anchor = False
    return reading


def _spoken_of(setting: Setting) -> tuple[Interval | None, Basis, str]:
    """Return what "later" and "the next" count from: the last date, or the article's."""
    last = setting.last
    if setting.passing is not None and year_of(last) == setting.passing:
        last = setting.story or last
    place = last.interval if last else None
    if place is not None and place.start is not None:
        return place, "previous", f"last date {last.value if last else ''}"
    if setting.last is not None or setting.dct is None:
        return None, "previous", ""
    return build.holding(setting.dct, "day"), "dct", said_day(setting.dct)


def _shifted_bc(setting: Setting, unit: str, sign: int, least: float) -> Reading | None:
    year = year_of(setting.story)
    if year is None or year >= 0 or unit not in ("Y", "DE", "CE"):
        return None
    there = year + sign * int(least) * {"Y": 1, "DE": 10, "CE": 100}[unit]
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
        value = (timex_value(place) or "XXXX") + {"D": "-XX-XX", "M": "-XX"}.get(unit, "")
        return Reading("DATE", value, None, basis, f"{why}, which names no {unit_name(unit)}")
    mod: Mod | None = found.book.tables["amount"].get(found.words.lower().split()[0])
    there = of_unit(place.start, unit, count)
    return at(there, basis, f"{why} {count:+} {unit_name(unit)}s", mod=mod)


def _band(
    place: Interval, unit: str, sign: int, least: float, most: float, basis: Basis, why: str
) -> Reading | None:
    """Return a stretch for "a few days ago": as far as such a number can reach, and no day in it."""
    if not most or place.start is None or FINENESS[place.grain] > FINENESS[GRAIN_OF_UNIT[unit]]:
        return unplaced(_vague_ref(sign))
    near = of_unit(place.start, unit, sign * max(1, int(least)))
    far = of_unit(place.start, unit, sign * int(max(1, most)))
    first, last = (far, near) if sign < 0 else (near, far)
    band = build.between(first, last) if first and last else None
    if band is None or band.start is None or band.end is None:
        return None
    final = band.end - timedelta(days=1)
    value = _common(band.start, final) or _vague_ref(sign)
    reading = at(
        band, basis, f"{why}, {int(least)} to {int(most)} {unit_name(unit)}s away", value=value
    )
    if reading is not None:
        reading.mod = "APPROX"
    return reading


def _common(first: date, last: date) -> str:
    """Return the part of the date that a whole stretch shares: its month, year or decade."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if first.year == last.year:
        return f"{first.year:04}"
    return f"{first.year // 10:03}" if first.year // 10 == last.year // 10 else ""


def neighbour(found: Found, setting: Setting) -> Reading | None:
    """Read "the next day", "the previous month", "the day before", "the following year"."""
    unit = found.value("unit", "calendar_unit")
    step = found.value("neighbour") or found.value("before_after") or 1
    place, basis, why = _spoken_of(setting)
    if place is None:
        return _shifted_bc(setting, unit, step, 1) or unplaced(_UNIT_NOT_SAID.get(unit, "XXXX"))
    start = place.end - timedelta(days=1) if place.end and step > 0 else place.start
    if start is None or FINENESS[place.grain] > FINENESS[GRAIN_OF_UNIT[unit]]:
        return unplaced(_UNIT_NOT_SAID.get(unit, "XXXX"))
    there = of_unit(start, unit, step)
    value = weekend_value(there) if there and unit == "WE" else ""
    return at(there, basis, f"{why} {step:+} {unit_name(unit)}", value=value)


def same(found: Found, setting: Setting) -> Reading | None:
    """Read "the same day", "that year", and bare units: "the week", "later in the year"."""
    unit = found.value("unit", "calendar_unit") or "Q"
    is_bare = bool(found.rule.settings.get("bare"))
    if unit == "Q" and is_bare:
        return _quarter(found, setting)
    if is_bare and not setting.is_history and setting.dct:
        return at(
            of_unit(setting.dct, unit, 0),
            "dct",
            f"{said_day(setting.dct)}, its {unit_name(unit)}",
            mod=moment(found),
        )
    place, basis, why = _spoken_of(setting)
    year = year_of(setting.story)
    if place is None or place.start is None:
        if year is not None and year < 0 and unit == "Y":
            return Reading(
                "DATE", named_year(year), None, "previous", "the year spoken of", None, year
            )
        return unplaced(_UNIT_NOT_SAID.get(unit, "XXXX"))
    if FINENESS[place.grain] > FINENESS[GRAIN_OF_UNIT[unit]]:
        return unplaced((timex_value(place) or "XXXX") + {"D": "-XX-XX", "M": "-XX"}.get(unit, ""))
    return at(
        of_unit(place.start, unit, 0), basis, f"{why}, its {unit_name(unit)}", mod=moment(found)
    )


def _quarter(found: Found, setting: Setting) -> Reading | None:
    """Return the quarter spoken of, else the last that is over."""
    spoken = setting.quarter
    is_over = (
        spoken is not None and spoken.end is not None and spoken.end <= (setting.dct or spoken.end)
    )
    if spoken is not None and (is_over or "latest" not in found.words.lower()):
        return at(spoken, "previous", "the quarter spoken of", mod=moment(found))
    if setting.dct is None:
        return unplaced("XXXX-QX")
    step = 0 if {"current", "this"} & set(found.words.lower().split()) else -1
    return at(of_unit(setting.dct, "Q", step), "dct", said_day(setting.dct), mod=moment(found))


def unit_end(found: Found, setting: Setting) -> Reading | None:
    """Read "year-end" and "month's end": the last part of the unit that is running."""
    unit = {"year": "Y", "month": "M", "week": "W", "quarter": "Q"}
    said = next(unit[word] for word in unit if word in found.words.lower())
    now, basis, why = setting.now()
    if now is None:
        return unplaced("XXXX-12-31" if said == "Y" else _UNIT_NOT_SAID.get(said, "XXXX"))
    place = of_unit(now, said, 0)
    last = build.last_day(place) if place else None
    value = last.isoformat() if last and said == "Y" else ""
    reading = at(place, basis, f"{why}, end of its {unit_name(said)}", value=value, mod="END")
    if reading is not None and said == "Y" and last is not None:
        reading.interval = build.month(last.year, 12)
    return reading


def year_before(found: Found, setting: Setting) -> Reading | None:
    """Read "year-earlier", "the year-ago quarter", "the same period last year"."""
    number = found.value("quarter_ordinal")
    quarter = setting.quarter
    if number and setting.dct:
        quarter = build.quarter(
            quarter.start.year if quarter and quarter.start else setting.dct.year, number
        )
    if quarter is not None:
        return _year_before(quarter)
    if setting.dct is None:
        return unplaced("PAST_REF")
    return at(build.year(setting.dct.year - 1), "dct", f"{said_day(setting.dct)}, a year before")


def period_of(found: Found, setting: Setting) -> Reading | None:
    """Read "the 1988 quarter", "the 1988 period": the quarter spoken of, in another year."""
    year = found.whole("year")
    if year is None:
        return None
    if setting.quarter is None or setting.quarter.start is None:
        return at(build.year(year), "explicit", "written out")
    number = (setting.quarter.start.month + 2) // 3
    return at(build.quarter(year, number), "previous", f"quarter {number}, as spoken of")


def refer(found: Found, setting: Setting) -> Reading | None:
    """Read "now", "recently", "soon": times that name no place in the calendar."""
    if (story_word := found.value("story_word")) is not None:
        # "soon" in a history is soon after then, not soon
        return None if setting.is_history else unplaced(story_word)
    return unplaced(found.rule.settings["value"])
