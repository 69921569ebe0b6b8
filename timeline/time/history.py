"""Tell histories from news: on what do the dates of a text hang?

In news they hang on the day of writing; in a history each hangs on the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.time.find import Found

__all__ = ["is_antiquity", "is_history"]

_FAR = 2
"""Years from the article's date at which a year is of another time."""
_DENSITY = 0.6
"""Years of another time per 1,000 characters; news has fewer, histories 0.9 and more."""
_LEAST = 5
"""Fewest such years: below it the density is luck."""

_PER_DAY_WORD = 5
"""Years of another time that outweigh one "today" or "last week", words of a report."""

_PER_WEEKDAY = 2
"""The same for a weekday without a date, which a history names now and then."""


def is_history(found: Sequence[Found], n_characters: int, dct: date | None) -> bool:
    """Tell whether a text tells of times far from its own day, year after year."""
    years = [year for f in found if f.part == 1 and (year := _year(f)) is not None]
    far = [year for year in years if dct is None or abs(year - dct.year) >= _FAR]
    days = sum(_is_report(f) for f in found)
    weekdays = sum(f.rule.op == "weekday" and not f.step() for f in found)
    return (
        len(far) >= _LEAST
        and _PER_DAY_WORD * days + _PER_WEEKDAY * weekdays < len(far)
        and 1000 * len(far) >= _DENSITY * n_characters
        and 3 * len(far) >= 2 * len(years)
    )


def _is_report(found: Found) -> bool:
    """Tell whether an expression counts from the day of writing, as histories hardly ever do."""
    if found.rule.op in ("today", "ago_on"):
        return True
    if found.rule.settings.get("anchor") == "now" or found.said("of_year"):
        return True  # "two years ago", "August last year"
    return found.rule.op in ("named", "weekday") and bool(found.step())


def _year(found: Found) -> int | None:
    year = found.whole("year")
    if year is None and found.said("era"):
        year = -1
    return year


def is_antiquity(found: Sequence[Found]) -> bool:
    """Tell whether a text counts years before Christ."""
    return sum((f.said("era") or "").startswith("b") for f in found) >= 2
