"""Say days, months, seasons and other units of the calendar in English words.

It must not know stretches of several units; words.py does.
"""

from __future__ import annotations

from datetime import date

from timeline.model import Grain

__all__ = [
    "MONTHS",
    "day_words",
    "month_words",
    "ordinal",
    "part_words",
    "unit_words",
    "year_words",
]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = ("winter", "spring", "summer", "autumn")
_ORDINALS = ("first", "second", "third", "fourth")
# EDTF, ISO 8601-2:2019, 4.8: sub-year groupings that a month's place may hold.
_SUB_YEAR = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SUB_YEAR |= {33 + i: f"{word} quarter of" for i, word in enumerate(_ORDINALS)}
_SUB_YEAR |= {40 + i: f"{word} half of" for i, word in enumerate(_ORDINALS[:2])}


def day_words(day: date) -> str:
    """Return one day: ``16 June 2021``."""
    return f"{day.day} {MONTHS[day.month - 1]} {year_words(day.year)}"


def month_words(day: date) -> str:
    """Return the month of a day: ``June 2021``."""
    return f"{MONTHS[day.month - 1]} {year_words(day.year)}"


def year_words(year: int) -> str:
    """Return a year; one of the first thousand would else look like a day or a count."""
    return f"{year}" if year > 999 else f"AD {year}"


def unit_words(day: date, grain: Grain) -> str:
    """Name the month, season, year … that holds a day."""
    if grain == "month":
        return month_words(day)
    if grain == "season":
        # December opens the winter that is named after two years.
        return f"{_SEASONS[day.month % 12 // 3]} {_winter(day)}"
    if grain == "quarter":
        return f"{_ORDINALS[(day.month - 1) // 3]} quarter of {year_words(day.year)}"
    if grain == "half":
        return f"{_ORDINALS[(day.month - 1) // 6]} half of {year_words(day.year)}"
    if grain == "year":
        return year_words(day.year)
    if grain == "decade":
        return f"{year_words(day.year // 10 * 10)}s"
    if grain == "century":
        return f"{ordinal((day.year - 1) // 100 + 1)} century"
    return day_words(day)


def _winter(day: date) -> str:
    """Return the year of a season; a winter lies in two."""
    if day.month % 12 > 2:
        return year_words(day.year)
    first = day.year if day.month == 12 else day.year - 1
    return f"{first}–{(first + 1) % 100:02d}"


def ordinal(number: int) -> str:
    """Return ``1st``, ``22nd``, ``113th``."""
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else tail}"


def part_words(edtf: str) -> str:
    """Say one end of an EDTF interval; empty when open or of another form."""
    fields = edtf.strip("~?%").split("-")
    if not all(field.isdigit() for field in fields) or len(fields) > 3:
        return ""
    year, *rest = (int(field) for field in fields)
    if not rest:
        return year_words(year)
    if rest[0] in _SUB_YEAR:
        return f"{_SUB_YEAR[rest[0]]} {year_words(year)}"
    if not 1 <= rest[0] <= 12:
        return ""
    return " ".join((*(str(day) for day in rest[1:]), MONTHS[rest[0] - 1], year_words(year)))
