"""Operators for dates that are written out, in whole or but for the year.

Each takes what was found and the setting, and returns a reading, or None when the words turn
out to be no date. It must not look at the text beyond the words found.
"""

from __future__ import annotations

from timeline.model import Basis, Interval
from timeline.time import interval as build
from timeline.time import numbers
from timeline.time.find import Found
from timeline.time.setting import Mod, Reading, Setting, at, named_year, unplaced
from timeline.time.told import month_said
from timeline.time.years import Year, infer_year, said_year

__all__ = [
    "dated",
    "day_of_month",
    "figures",
    "from_part",
    "narrowing",
    "season",
    "week_of",
]


_NARROWING = {
    "part": "part", "part2": "part", "edge": "edge", "approx": "approx", "fiscal": "fiscal",
}  # fmt: skip
"""Groups that narrow a date, and their tables."""


def narrowing(found: Found) -> Mod | None:
    """Return what "early", "the end of", "about" or "fiscal" does to a date."""
    if "mod" in found.rule.settings:
        settled: Mod = found.rule.settings["mod"]
        return settled
    if _NARROWING.keys().isdisjoint(found.groups):
        return None
    for group, table in _NARROWING.items():
        mod: Mod | None = found.value(group, table)
        if mod:
            return mod
    return None


def from_part(found: Found, reading: Reading | None, whole: Interval | None) -> Reading | None:
    """Return the reading of "mid-to-late March" with the days of both parts."""
    part: Mod | None = found.value("part_from", "part")
    first = build.part(whole, part) if whole and part and part != "APPROX" else None
    if reading is not None and first is not None and reading.interval is not None:
        reading.interval = build.between(first, reading.interval) or reading.interval
        reading.mod = None  # TIMEX3 has a word for one third alone
    return reading


def _day(found: Found) -> int | None:
    said = found.said("day")
    return numbers.ordinal(said, found.book.tables) if said else None


def dated(found: Found, setting: Setting) -> Reading | None:
    """Read a date of year, month and day, or of any of them with the rest left to the reader."""
    settings = found.rule.settings
    if settings.get("solid") and " " in found.words:
        return None
    if settings.get("antiquity") and not setting.is_antiquity:
        return None
    is_counting = settings.get("counts") and found.before() in found.book.tables["counting"]
    if is_counting and not setting.tells_history:
        return None  # "rose from 900 to 1200"
    if "year" in settings:
        known = build.day(*(settings[part] for part in ("year", "month", "day")))
        reading = at(known, "explicit", "a day known by its date")
        if reading is not None:
            reading.is_anchor = False  # "since 9/11" is said in passing
        return reading
    month, day_, mod = month_said(found), _day(found), narrowing(found)
    if settings.get("month") == "spoken of":
        return _day_of_month_spoken_of(day_, setting)
    year = said_year(found, setting)
    if month is None:
        return _year(found, year, mod)
    if year is None:
        year = infer_year(found, setting, month, day_)
    if year is None:
        return unplaced(f"XXXX-{month:02}" + (f"-{day_:02}" if day_ else ""), mod=mod)
    return _placed(found, year, month, day_, mod)


def week_of(found: Found, setting: Setting) -> Reading | None:
    """Read "the week of 13 December": Monday to Sunday around the day."""
    reading = dated(found, setting)
    start = reading.interval.start if reading and reading.interval else None
    if reading is None or start is None:
        return reading
    if found.rule.settings.get("unit") == "WE":
        year, week, _ = start.isocalendar()
        value = f"{year:04}-W{week:02}-WE"
        return at(build.weekend(start), reading.basis, reading.why, value=value)
    return at(build.week(start), reading.basis, f"the week of {start}; {reading.why}")


def day_of_month(found: Found, setting: Setting) -> Reading | None:
    """Read "the 27th of last month": a day of the month that is so many steps from now's."""
    step, day_ = found.step() or 0, _day(found)
    now, basis, why = setting.now()
    place = setting.last_place
    if place is not None and not found.said("step"):
        now, basis, why = place.start, "previous", "the month spoken of"
    month = build.holding(now, "month") if now else None
    month = build.shift(month, step) if month else None
    if month is None or month.start is None or day_ is None:
        return None
    there = build.day(month.start.year, month.start.month, day_)
    return at(there, basis, f"{why}, month {step:+}")


def _year(found: Found, year: Year | None, mod: Mod | None) -> Reading | None:
    if year is None:
        return None
    if year.number < 0:
        return _before_christ(year, named_year(year.number), mod)
    whole = build.year(year.number)
    reading = from_part(found, at(whole, year.basis, year.why, mod=mod), whole)
    if reading is not None and found.rule.settings.get("name"):
        reading.interval, reading.is_anchor = None, False
        reading.why = "the year is part of a name"
    return reading


def _placed(
    found: Found, year: Year, month: int, day_: int | None, mod: Mod | None
) -> Reading | None:
    if year.number < 0:
        value = f"{named_year(year.number)}-{month:02}" + (f"-{day_:02}" if day_ else "")
        return _before_christ(year, value, mod)
    place = build.month(year.number, month)
    if day_ is not None:
        place = build.day(year.number, month, day_)
        mod = mod if mod == "APPROX" else None
    return from_part(found, at(place, year.basis, year.why, mod=mod), place)


def _before_christ(year: Year, value: str, mod: Mod | None) -> Reading:
    why = f"{year.why}; years before Christ have no place on the timeline"
    return Reading("DATE", value, None, year.basis, why, mod, year.number)


def _day_of_month_spoken_of(day_: int | None, setting: Setting) -> Reading | None:
    place = setting.last_place
    basis: Basis = "previous"
    if place is None or place.start is None or place.grain not in ("day", "month", "span"):
        if setting.is_history or setting.dct is None or day_ is None:
            return None
        place, basis = build.month(setting.dct.year, setting.dct.month), "dct"
    if place is None or place.start is None or day_ is None:
        return None
    month = place.start
    return at(build.day(month.year, month.month, day_), basis, f"day of {month:%Y-%m}")


def figures(found: Found, setting: Setting) -> Reading | None:
    """Read 11/25/2021 and 25.11.2021: the month first, unless it cannot be or dots part them."""
    if " " in found.words or found.is_followed_by_digits():
        return None
    first, second = found.whole("first"), found.whole("second")
    separators = (found.said("sep"), found.said("sep2"))
    year = said_year(found, setting)
    if first is None or second is None or year is None or separators[0] != separators[1]:
        return None
    if separators[0] == "." or setting.language != "en":
        day_first = True
    else:
        day_first = _is_day_first(year.number, first, second, setting)
    month, day_ = (second, first) if day_first else (first, second)
    return at(build.day(year.number, month, day_), "explicit", "written in figures")


_NEAR = 7
"""Days from the article's own in which one reading of a date in figures beats the other."""


def _is_day_first(year: int, first: int, second: int, setting: Setting) -> bool:
    """Tell whether 7/12/2021 is in December: as the text has shown, or as its own day tells."""
    if max(first, second) > 12:
        setting.day_first = first > 12
    if setting.day_first is not None or setting.dct is None:
        return bool(setting.day_first)
    british, american = (build.day(year, m, d) for m, d in ((second, first), (first, second)))
    days = [
        abs((r.start - setting.dct).days) if r and r.start else 999 for r in (british, american)
    ]
    return days[0] <= _NEAR < days[1]


def season(found: Found, setting: Setting) -> Reading | None:
    """Read a season; a winter is counted to the year it begins in."""
    name: str | None = found.value("season")
    if name is None:
        return None
    year, mod = said_year(found, setting), narrowing(found)
    if year is None:
        year = infer_year(found, setting, build.SEASON_MONTH[name], None, season=True)
    if year is None:
        return unplaced(f"XXXX-{name}", mod=mod)
    if year.number < 0:
        return _before_christ(year, f"{named_year(year.number)}-{name}", mod)
    return at(build.season(year.number, name), year.basis, year.why, mod=mod)
