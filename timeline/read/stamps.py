"""Read dates that stand written in full in lines around an article; strict, never from prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from timeline.read.words import words

__all__ = ["Stamp", "day_of", "find", "numeric"]

_NUMERIC = re.compile(r"(?<![\d/.])(?<!\d-)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_ABBREVIATED = re.compile(r"(?<!\w)(\d{1,2})-([A-Za-z]{3})-(\d{4}|\d{2})(?!\w)")
_PIVOT = 69
"""Two digits from here on mean 19xx, below 20xx, as POSIX reads them."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day and where it is written."""

    day: date
    """The day."""
    start: int
    """First character of its words."""
    end: int
    """One past the last."""


def find(text: str, start: int, end: int, *, language: str) -> Stamp | None:
    """Return the first date written in full between two offsets, or None.

    "5 March 2019", "March 5, 2019", "2019-03-05" and, if only one reading is a day of the
    calendar, "03/25/2019" or "25.03.19". "03/04/2019" could be two days and gives None.
    """
    month_of = words(language).months
    named = words(language).date.search(text, start, end)
    if named is not None:
        kind = "iso" if named["iso"] else "dmy" if named["dmy"] else "mdy"
        number = {"iso": "1", "dmy": "2", "mdy": "3"}[kind]
        month = named[f"m{number}"]
        month_number = int(month) if month.isdigit() else month_of[month.lower()]
        day = day_of(int(named[f"y{number}"]), month_number, int(named[f"d{number}"]))
        return Stamp(day, named.start(), named.end()) if day else None
    short = _ABBREVIATED.search(text, start, end)
    if short is not None and short[2].lower() in month_of:
        day = day_of(_year(short[3]), month_of[short[2].lower()], int(short[1]))
        return Stamp(day, short.start(), short.end()) if day else None
    for figures in _NUMERIC.finditer(text, start, end):
        day = numeric(int(figures[1]), int(figures[3]), _year(figures[4]))
        return Stamp(day, figures.start(), figures.end()) if day else None
    return None


def numeric(first: int, second: int, year: int) -> date | None:
    """Return the one day that two numbers and a year can be, or None if there are two or none."""
    readings = {day_of(year, first, second), day_of(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _year(figures: str) -> int:
    if len(figures) == 4:
        return int(figures)
    return int(figures) + (1900 if int(figures) >= _PIVOT else 2000)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
