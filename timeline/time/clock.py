"""Operators for times of day; a time that stands alone belongs to the day spoken of."""

from __future__ import annotations

from timeline.model import Interval
from timeline.time import numbers
from timeline.time.find import Found
from timeline.time.interval import between, day
from timeline.time.relative import today, weekday
from timeline.time.setting import Reading, Setting, said_day, unplaced
from timeline.time.units import moved

__all__ = ["clock", "daypart", "night_between"]


def clock(found: Found, setting: Setting) -> Reading | None:
    """Read "5 p.m.", "17:30", "10 o'clock"."""
    hour, minute = found.whole("hour"), found.whole("minute")
    words = found.words.lower()
    if (dotted := found.said("dotted_clock")) is not None:
        hour, minute = (int(part) for part in dotted.split("."))
    elif (late := found.said("minute_word")) is not None:
        minute, words = int(late[:2]), late
    elif (word := found.said("clock_word")) is not None:
        hour, words = int(word[:-2]), word
    elif (military := found.said("military")) is not None:
        hour, minute = int(military[:2]), int(military.replace("h", "")[2:4])
    elif (four := found.said("clock_four")) is not None:
        hour, minute = int(four[:2]), int(four[2:])
    elif (spoken := found.said("hour_words")) is not None:
        counted = numbers.amount(spoken, found.book.tables)
        hour = int(counted[0]) if counted else None
    if hour is None or hour > 24 or (minute or 0) > 59:
        return None
    ampm = found.said("ampm") or (words[-2:] if words[:1].isdigit() and words[-1:] == "m" else "")
    is_late = ampm.startswith("p") or found.value("daypart") in ("AF", "EV")
    if is_late and hour < 12:
        hour += 12
    if ampm.startswith("a") and hour == 12:
        hour = 0
    said = f"T{hour:02}" + (f":{minute:02}" if minute is not None else ":00")
    if (second := found.whole("second")) is not None:
        said += f":{second:02}"
    return _alone(said, found, setting)


def _day_spoken_of(found: Found, setting: Setting) -> Interval | None:
    """Return the day that a report's sentence has named for a time of day, or the one before it.

    "On 24 February, shortly before 5 a.m., …": that day's, unless what is told is still to come.
    """
    day_, timed = setting.last_place, setting.timed
    if day_ is not None and _goes_on(day_, found, setting):
        return day_
    if day_ is not None and day_.grain == "day" and setting.last_sentence == setting.sentence:
        is_over = day_.start is not None and setting.dct is not None and day_.start < setting.dct
        if not (is_over and setting.tense(found) == "future"):
            setting.timed = (day_, setting.sentence)
            return day_
    if timed is None or setting.sentence - timed[1] > 1 or setting.tense(found) != "past":
        return None
    return timed[0]


def _goes_on(day_: Interval, found: Found, setting: Setting) -> bool:
    """Tell whether "the night" goes on from a day long past that the sentence before told of."""
    if found.rule.op != "daypart" or found.step() is not None or day_.grain != "day":
        return False
    if found.words.lower() in found.book.tables["tonight"]:
        return False  # "overnight" is the night before the report
    is_next = setting.sentence - setting.last_sentence == 1 and setting.tense(found) == "past"
    since = (setting.dct - day_.start).days if setting.dct and day_.start else 0
    return is_next and since > _NEWS_DAYS


_NEWS_DAYS = 3
"""Days before the article's own of which a report still tells "in the morning"."""


def _alone(said: str, found: Found, setting: Setting) -> Reading:
    """Return a time of day on the day spoken of, or on the article's, or on none."""
    place, why = setting.last_place, ""
    spoken = None if setting.is_history else _day_spoken_of(found, setting)
    story = setting.story.interval if setting.runs_on and setting.story else None
    if spoken is None and story is not None and story.grain == "day":
        spoken = story  # "21:15 GMT: …", the next entry of a live report
    hangs = setting.is_history or (setting.dct is None and setting.last_in_heading)
    if spoken is not None or (hangs and place is not None and place.grain == "day"):
        place = spoken or place
        basis, why = "previous", f"the day spoken of, {place.start if place else ''}"
    elif not setting.is_history and setting.dct is not None:
        basis, why = "dct", said_day(setting.dct)
        place = day(setting.dct.year, setting.dct.month, setting.dct.day)
    else:
        reading = Reading("TIME", f"XXXX-XX-XX{said}", None, "explicit", "the day is not said")
        reading.clock, reading.is_anchor = said, False
        return reading
    value = f"{place.start}{said}" if place else f"XXXX-XX-XX{said}"
    reading = Reading("TIME", value, place, "previous" if basis == "previous" else "dct", why)
    reading.clock, reading.is_anchor = said, False
    return reading


def daypart(found: Found, setting: Setting) -> Reading | None:
    """Read "this morning", "last night", "Friday evening", "the afternoon"."""
    tables = ("daypart", "tonight", "early_hours", "clock_name")
    code = next((c for t in tables if (c := found.value(*_table(t))) is not None), None)
    if code is None:
        return None
    said = code if code.startswith("T") else f"T{code}"
    if found.rule.settings.get("that"):
        return _of_that_day(said, setting)
    if found.said("weekday") or found.said("day_word"):
        on = weekday(found, setting) if found.said("weekday") else today(found, setting)
        if on is not None and on.interval is not None:
            setting.timed = (on.interval, setting.sentence)
        return _on(on, said)
    reading, step = _alone(said, found, setting), found.step()
    if step is None:
        return reading
    place, spoken = reading.interval, setting.last_place
    if found.said("neighbour") and spoken is not None and spoken.grain == "day":
        place = spoken
    there = moved(place.start, step) if place and place.start else None
    if there is not None:
        reading.interval, reading.value = there, f"{there.start}{said}"
        reading.clock, reading.why = "", reading.why + (f" {step:+} day" if step else "")
    return reading


def _of_that_day(said: str, setting: Setting) -> Reading:
    """Read "that evening": of the last day told, never of the article's own."""
    place = setting.last_place
    if place is None or place.start is None or place.grain != "day":
        return unplaced(f"XXXX-XX-XX{said}", type="TIME")
    setting.timed = (place, setting.sentence)
    why = f"the day spoken of, {place.start}"
    return Reading("TIME", f"{place.start}{said}", place, "previous", why, is_anchor=False)


def night_between(found: Found, setting: Setting) -> Reading | None:
    """Read "overnight into Wednesday": the day before and that day; the value is the first's."""
    eve, next_day = found.value("eve", "weekday"), found.value("weekday")
    if next_day is None or (eve is not None and eve % 7 + 1 != next_day):
        return None
    reading = weekday(found, setting)
    last = reading.interval if reading is not None else None
    first = moved(last.start, -1) if last is not None and last.start is not None else None
    if reading is None or last is None or first is None:
        return unplaced("XXXX-XX-XXTNI", type="TIME")
    setting.timed = (last, setting.sentence)
    reading.interval = between(first, last)
    reading.type, reading.value = "TIME", f"{first.start}TNI"
    return reading


def _table(name: str) -> tuple[str, str]:
    return ("clock_name" if name == "clock_name" else "daypart", name)


def _on(reading: Reading | None, said: str) -> Reading | None:
    if reading is not None:
        reading.type, reading.value = "TIME", f"{reading.value}{said}"
    return reading
