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
from timeline.time.setting import Reading, Setting, at

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
    """Read a date whose month is a word of another language."""
    if setting.language == "en":
        return None
    place = read_date(found.words, setting.language)
    return at(place, "explicit", f"written out, language {setting.language!r}")
