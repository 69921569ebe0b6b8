"""The only door to dateparser: dates in languages whose words the rules do not know.

It is imported on the first call, as most texts never need it, and is asked only about phrases
that a rule has found; its answer keeps the precision of the words (never an invented day).
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.find import Found
from timeline.time.setting import Reading, Setting, at, unplaced
from timeline.time.years import infer_year

__all__ = ["foreign", "read_date"]


@lru_cache(maxsize=4096)
def read_date(phrase: str, language: str) -> Interval | None:
    """Return the day, month or year that a written-out date names; None when it is none.

    Args:
        phrase: A date with its year ("12. Mai 2021"); relative phrases are not for it.
        language: ISO 639-1.
    """
    from dateparser.date import DateDataParser  # costs half a second: only when needed

    try:
        parser = DateDataParser(languages=[language], settings={"REQUIRE_PARTS": ["year", "month"]})
        found = parser.get_date_data(phrase)
    except ValueError:
        return None
    when = found.date_obj
    if not isinstance(when, datetime):
        return None
    if found.period == "day":
        return build.day(when.year, when.month, when.day)
    return build.month(when.year, when.month) if found.period == "month" else None


def foreign(found: Found, setting: Setting) -> Reading | None:
    """Read a date whose month is a word of another language, with its year or without."""
    why = f"written out, language {setting.language!r}"
    if found.said("year"):
        reading = at(read_date(found.words, setting.language), "explicit", why)
        return reading or _year_alone(found, setting)
    day = read_date(f"{found.words} {_LEAP_YEAR}", setting.language)
    if day is None or day.start is None or day.grain != "day":
        return None
    year = infer_year(found, setting, day.start.month, day.start.day)
    if year is None:
        return unplaced(f"XXXX-{day.start.month:02}-{day.start.day:02}")
    place = build.day(year.number, day.start.month, day.start.day)
    return at(place, year.basis, f"{why}, {year.why}")


def bare_year(found: Found, setting: Setting) -> Reading | None:
    """Read a year in a language whose words are not known; a number before a noun is a count."""
    after = found.after()
    if after[:1].islower() and setting.language not in _CAPITALISE_NOUNS:
        return None
    year = found.whole("year")
    return at(build.year(year), "explicit", "written out") if year else None


_CAPITALISE_NOUNS = frozenset({"de", "lb"})
"""Languages in which a noun shows by its capital, so that a small word after a year is none."""


def _year_alone(found: Found, setting: Setting) -> Reading | None:
    """Read the year of a phrase whose other words are no date ("Saison 2007")."""
    reading = bare_year(found, setting)
    if reading is not None:
        reading.first = found.match.start("year")
    return reading


_LEAP_YEAR = 2000
"""A year every day and month can be read with, so that dateparser need not guess one."""
