"""Operators for expressions that hang on the day of writing: "yesterday", "last week", "Friday"."""

from __future__ import annotations

from timeline.time import interval as build
from timeline.time import numbers
from timeline.time.ahead import is_ahead
from timeline.time.explicit import from_part
from timeline.time.find import Found
from timeline.time.setting import Reading, Setting, at, said_day, unplaced
from timeline.time.units import UNSAID, moment, moved, of_unit, steps, unit_name, weekend_value

__all__ = [
    "ago_on",
    "named",
    "named_ago",
    "refer",
    "some_weekday",
    "today",
    "unit_end",
    "weekday",
    "weekday_of_week",
]


def today(found: Found, setting: Setting) -> Reading | None:
    """Read "today", "yesterday", "the day after tomorrow"."""
    step = found.value("day_word")
    if step is None:
        return None
    step += (found.value("before_after") or 0) + found.rule.settings.get("days", 0)
    if setting.dct is None or (setting.is_history and not found.said("before_after")):
        # in a history "today" is the present at large
        return unplaced("PRESENT_REF" if step == 0 else "XXXX-XX-XX")
    why = said_day(setting.dct) + (f" {steps(step, 'D')}" if step else "")
    return at(moved(setting.dct, step), "dct", why, mod=moment(found))


def named(found: Found, setting: Setting) -> Reading | None:
    """Read "this week", "last year", "early next month", "the weekend"."""
    unit = found.rule.settings.get("unit") or found.value("unit", "calendar_unit")
    step = found.rule.settings.get("step", found.step())
    now, basis, anchor = setting.now()
    if now is None:
        return unplaced(UNSAID.get(unit, "XXXX"))
    if unit == "D" and step == 0 and setting.is_entry and setting.entry is not None:
        return at(setting.entry, "heading", "the day of the entry")
    if unit == "WE":
        step = _weekends(found, setting, step, is_weekend=now.weekday() > 4)
    step = step or 0
    if unit == "W" and now.weekday() == _SUNDAY and basis == "dct":
        step = _weeks_on_sunday(found, setting, step)
    if found.rule.settings.get("turns") and now.month <= _NEW:
        step -= 1  # in February "the new year" has begun
    place = of_unit(now, unit, step)
    why = f"{anchor} {steps(step, unit)}" if step else f"{anchor}, its {unit_name(unit)}"
    reading = at(place, basis, why, value=weekend_value(place, unit), mod=moment(found))
    return from_part(found, reading, place)


_NEW = 2
"""Months in which a year is new."""


_SUNDAY = 6


def _weeks_on_sunday(found: Found, setting: Setting, step: int) -> int:
    """Return how many ISO weeks away a week is that is spoken of on a Sunday.

    To whom the week begins with Sunday, or is over with Saturday, "last week" is the one whose
    Sunday it is: so the one case in TimeBank. "This week" is that one too, unless it is ahead.
    """
    if step == 0 and found.said("step"):
        return int(bool(is_ahead(found, setting)))
    return 0 if step == -1 and found.said("step") else step


def _weekends(found: Found, setting: Setting, step: int | None, *, is_weekend: bool) -> int:
    """Return how many ISO weeks away a weekend is: "the weekend" is over unless it is ahead."""
    if step is None:
        return 0 if is_weekend or is_ahead(found, setting) else -1
    return step


def weekday(found: Found, setting: Setting) -> Reading | None:
    """Read a weekday: the article's own when it is that day, else the last; by tense the next."""
    number = found.value("weekday", "weekday")
    now, basis, anchor = setting.now()
    if number is None or now is None:
        return unplaced(f"XXXX-WXX-{number}") if number else None
    spoken = setting.last_place
    is_beside = found.said("neighbour") or found.said("demonstrative")
    if is_beside and spoken and spoken.start and spoken.grain == "day":
        now, basis, anchor = spoken.start, "previous", f"last date {spoken.start}"
    ahead, step = (number - 1 - now.weekday()) % 7, found.step()
    if step == 0 and not found.said("step2"):
        days = number - 1 - now.weekday()
    elif step is not None:
        days = (ahead or 7) if step > 0 else ahead - 7
    elif ahead == 0 or setting.is_history or (basis == "previous" and is_beside):
        days = ahead
    else:
        is_next = _is_listed_ahead(found, setting) or is_ahead(found, setting)
        days = ahead if is_next else ahead - 7
    why = f"{anchor} {steps(days, 'D')}" if days else f"{anchor} is that day"
    return at(moved(now, days), basis, why, mod=moment(found))


def _is_listed_ahead(found: Found, setting: Setting) -> bool:
    """Tell whether it follows a weekday to come in a list: "by Monday or Tuesday"."""
    before, place = setting.preceding, setting.last_place
    if before is None or before.rule.op != "weekday" or place is None or place.start is None:
        return False
    gap = found.tokens.text[before.end : found.start].strip().lower()
    is_listed = gap in found.book.tables["year_link"]
    return is_listed and setting.dct is not None and place.start > setting.dct


def some_weekday(found: Found, _: Setting) -> Reading | None:
    """Read "on a Sunday", "one Friday", "a Tuesday in June": of no week that is told."""
    return unplaced(f"XXXX-WXX-{found.value('weekday')}")


def weekday_of_week(found: Found, setting: Setting) -> Reading | None:
    """Read "Thursday last week", "Friday a week ago": a day of a week counted from now's."""
    number = found.value("weekday", "weekday")
    now, basis, anchor = setting.now()
    if number is None or now is None:
        return unplaced(f"XXXX-WXX-{number}") if number else None
    if (weeks := found.rule.settings.get("from_next")) is not None:
        days = (number - 1 - now.weekday()) % 7 + 7 * weeks
        return at(moved(now, days), basis, f"{anchor} {steps(days, 'D')}")
    step: int = found.rule.settings.get("step") or found.value("step") or 0
    days = number - 1 - now.weekday() + 7 * step
    return at(moved(now, days), basis, f"{anchor}, week {step:+}, its day {number}")


def ago_on(found: Found, setting: Setting) -> Reading | None:
    """Read "ten years ago this month", "a week ago Friday": so far back from that very unit."""
    unit = found.value("unit", "unit")
    counted = numbers.amount(found.said("n") or "", found.book.tables)
    now, basis, anchor = setting.now()
    if (number := found.value("weekday")) is not None and now is not None:
        if unit in _DAYS:
            there = weekday(found, setting)
        else:  # "twenty years ago on Saturday" is told a few days before or after
            days = (number - now.isoweekday() + 3) % 7 - 3
            there = at(moved(now, days), basis, anchor)
        now = there.interval.start if there and there.interval else None
    if now is None or unit not in (*_DAYS, *_MONTHS) or counted is None or not counted[2]:
        return unplaced("PAST_REF")
    count, inside = -int(counted[0]), found.value("inside", "calendar_unit") or "D"
    if unit in _DAYS:
        place = of_unit(now, "D", count * _DAYS[unit])
    else:
        day = build.add_months(now, count * _MONTHS[unit])
        place = of_unit(day, inside, 0) if day else None
    return at(place, basis, f"{anchor} {count:+} {unit}, its {unit_name(inside)}")


_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def named_ago(found: Found, setting: Setting) -> Reading | None:
    """Read "two Fridays ago", "two summers ago": the last one over is one ago."""
    now, basis, anchor = setting.now()
    counted = numbers.amount(found.said("n") or "", found.book.tables)
    weekday, name = found.value("weekdays"), found.value("seasons")
    is_past = "ago" in found.words.lower()
    if now is None or counted is None or not counted[2] or counted[0] != int(counted[0]):
        return unplaced("PAST_REF" if is_past else "FUTURE_REF")
    count, why = int(counted[0]), f"{anchor}, {found.words!r}"
    if weekday is not None:
        to_last = -((now.isoweekday() - weekday - 1) % 7 + 1)
        to_next = (weekday - now.isoweekday() - 1) % 7 + 1
        days = to_last - 7 * (count - 1) if is_past else to_next + 7 * (count - 1)
        return at(of_unit(now, "D", days), basis, why)
    this = build.season(now.year, name)
    is_over = this is not None and this.end is not None and this.end <= now
    is_begun = this is not None and this.start is not None and this.start <= now
    year = now.year - count + is_over if is_past else now.year + count - (not is_begun)
    return at(build.season(year, name), basis, why)


def unit_end(found: Found, setting: Setting) -> Reading | None:
    """Read "year-end" and "month's end": the last part of the unit that is running."""
    unit: str = found.value("unit", "calendar_unit")
    now, basis, why = setting.now()
    if now is None:
        return unplaced(UNSAID.get(unit, "XXXX"))
    place = of_unit(now, unit, 0)
    last = build.last_day(place) if place else None
    is_year_end = unit == "Y" and last is not None
    is_closing_day = is_year_end and bool(found.said("dash"))  # "year-end" prices are of the day
    reading = at(
        place,
        basis,
        f"{why}, end of its {unit_name(unit)}",
        value=last.isoformat() if is_closing_day and last else "",
        mod="END",
    )
    if reading is not None and is_year_end and last is not None:
        reading.interval = build.month(last.year, 12)
    return reading


def refer(found: Found, setting: Setting) -> Reading | None:
    """Read "now", "recently", "soon": times that name no place in the calendar."""
    if (story_word := found.value("story_word")) is not None:
        # "soon" in a history is soon after then, not soon
        return None if setting.is_history else unplaced(story_word)
    settings = found.rule.settings
    return unplaced(settings["value"], type=settings.get("type", "DATE"))
