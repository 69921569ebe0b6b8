"""What an expression can hang on: the article's date, the last date spoken of, the tense.

``Setting`` is the reader's state of mind while going through a text; ``Reading`` is what one
expression was found to mean. Neither knows the words of any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline.model import Basis, Grain, Interval, Span, Tense
from timeline.time import interval as build
from timeline.time.edtf import timex_value
from timeline.time.find import Found

__all__ = ["Mod", "Reading", "Setting", "TimexType", "at", "named_year", "unplaced"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal["START", "MID", "END", "APPROX"]
GRAIN_OF_UNIT: dict[str, Grain] = {
    "D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year",
    "DE": "decade", "CE": "century", "WE": "span",
}  # fmt: skip
"""Calendar grain of each TIMEX3 unit; a weekend is a stretch of two days."""
_MONTH_AT_LEAST = re.compile(r"XXXX-\d\d")
LOOK_AHEAD = 4
"""Most expressions of a list ("in March, April and May 2020") that share the year of the last."""
FINENESS: dict[Grain, int] = {
    "day": 0, "span": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 4,
    "year": 5, "decade": 6, "century": 7,
}  # fmt: skip


@dataclass(slots=True)
class Reading:
    """What one expression means; becomes a Timex."""

    type: TimexType
    """TIMEX3 type."""
    value: str
    """TIMEX3 value."""
    interval: Interval | None
    """Its days."""
    basis: Basis
    """What it hangs on."""
    why: str
    """Anchor and arithmetic, for the reader."""
    mod: Mod | None = None
    """TIMEX3 mod."""
    year: int | None = None
    """Its year when the calendar here has no such year (before Christ: negative)."""
    is_anchor: bool = True
    """Whether later expressions may hang on it."""
    first: int | None = None
    """Token its words begin at, when those before it turned out to be no part of it."""
    clock: str = ""
    """Time of day alone ("T17:00", "TMO"), still to be joined to a day."""


@dataclass(slots=True)
class Setting:
    """The reader's state at one place of a document."""

    dct: date | None
    """The article's own date."""
    tells_history: bool
    """Whether the text tells of a past whose dates hang on each other, not on the article's."""
    is_antiquity: bool
    """Whether the text counts years before Christ."""
    tense_at: Callable[[Span], Tense | None]
    """The tense that governs a place."""
    last: Reading | None = None
    """The last place in the calendar spoken of."""
    story: Reading | None = None
    """The date the story has come to; a year named in passing does not move it."""
    passing: int | None = None
    """A year that was named in passing; named again it moves the story."""
    quarter: Interval | None = None
    """The last quarter spoken of."""
    reported: Interval | None = None
    """The last quarter spoken of that is over by the article's day: the one reported on."""
    reports_longer: bool = False
    """Whether the last period reported on was no quarter but more ("the first nine months")."""
    day_first: bool | None = None
    """Whether the text writes 13/2/2021 or 2/13/2021, where it has shown it."""
    timed: tuple[Interval, int] | None = None
    """The last day a time of day was put on, and the sentence: "by 10:30 both had fallen"."""
    preceding: Found | None = None
    """The expression before this one."""
    upcoming: Sequence[Found] = ()
    """The expressions after this one, a few."""
    is_entry: bool = False
    """Whether the paragraph opens with its own date, as an entry of a chronology does."""
    entry: Interval | None = None
    """The date of the entry that was opened last."""
    runs_on: bool = False
    """Whether the expression opens the entry after another, so that its months run on."""
    language: str = "en"
    """ISO 639-1 of the text."""
    last_sentence: int = -1
    """Number of the sentence ``last`` stood in."""
    sentence: int = 0
    """Number of the sentence being read."""
    last_in_heading: bool = False
    """Whether ``last`` stood in a heading."""

    @property
    def is_history(self) -> bool:
        """Return whether the passage has the story's own clock, not the article's.

        A history that has come close to its own day of writing, or has not begun its story yet,
        speaks of dates as news does.
        """
        if not self.tells_history or self.dct is None:
            return self.tells_history
        year, place = year_of(self.story), self.story.interval if self.story else None
        if year is None or year < 1 or place is None or place.start is None:
            return year is not None
        return (self.dct - place.start).days > _NEAR

    @property
    def last_year(self) -> int | None:
        """Return the year last spoken of, negative before Christ."""
        return year_of(self.last)

    @property
    def last_place(self) -> Interval | None:
        """Return the days last spoken of."""
        return self.last.interval if self.last else None

    def now(self) -> tuple[date | None, Basis, str]:
        """Return what "this" and "last" count from: the article's day, or the story's."""
        if self.is_history and self.last and self.last.interval and self.last.interval.start:
            return self.last.interval.start, "previous", f"last date {self.last.value}"
        return self.dct, "dct", said_day(self.dct)

    def tense(self, found: Found) -> Tense | None:
        """Return the tense of the verb that governs an expression."""
        return self.tense_at(Span(found.start, found.end))

    def note(self, reading: Reading, *, opens: bool, ends_range: bool, in_heading: bool) -> None:
        """Remember a reading as what later ones may hang on.

        Args:
            reading: What was read.
            opens: Whether it opens its sentence ("In 1943, …"): then the story is there.
            ends_range: Whether it is the far end of a range, to which the story has not come.
            in_heading: Whether it stands in a heading.
        """
        if reading.interval is None and _MONTH_AT_LEAST.match(reading.value):
            self.last = None  # "the next day" is now that unknown day's, not an earlier one's
        if not reading.is_anchor or (reading.interval is None and reading.year is None):
            return
        if reading.basis == "previous" and self.last_in_heading:
            reading.basis = "heading"
        self.last, self.last_in_heading = reading, in_heading
        self.last_sentence = self.sentence
        year, story = year_of(reading), year_of(self.story)
        is_fine = reading.interval is not None and FINENESS[reading.interval.grain] < 4
        if year is None or (ends_range and not is_fine):
            return
        onward = story is None or 0 <= year - story <= (2 if is_fine else 0)
        if opens or in_heading or onward or year == self.passing:
            self.story, self.passing = reading, None
        else:
            self.passing = year
        if reading.interval is not None and reading.interval.grain == "quarter":
            self._report_on(reading.interval)

    def _report_on(self, quarter: Interval) -> None:
        """Take a quarter as the one spoken of; one of an earlier year is for comparison."""
        spoken = self.quarter.start if self.quarter else None
        if spoken is not None and quarter.start and quarter.start.year < spoken.year:
            return
        self.quarter, self.reports_longer = quarter, False
        if self.dct is None or quarter.end is None or quarter.end <= self.dct:
            self.reported = quarter

    def compared(self) -> Interval | None:
        """Return the quarter that "a year earlier" goes back from; None after a longer period."""
        if self.reports_longer:
            return None
        is_just_said = self.quarter is not None and self.last_place == self.quarter
        is_just_said = is_just_said and self.last_sentence == self.sentence
        return self.quarter if is_just_said else self.reported or self.quarter


def year_of(reading: Reading | None) -> int | None:
    """Return the year a reading begins in, negative before Christ."""
    if reading is None or reading.year is not None:
        return reading.year if reading else None
    place = reading.interval
    return place.start.year if place and place.start else None


_NEAR = 400
"""Days before the article's own date from which a history speaks as news does."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def said_day(day: date | None) -> str:
    """Return the article's day as a reader would name it ("article date Tue 7 Dec 2021")."""
    if day is None:
        return "no article date"
    return f"article date {_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def at(
    interval: Interval | None, basis: Basis, why: str, *, value: str = "", mod: Mod | None = None
) -> Reading | None:
    """Return the reading of a place in the calendar; None when there is no such place."""
    if interval is None:
        return None
    value = value or timex_value(interval) or ""
    narrowed = interval
    if mod in ("START", "MID", "END"):
        narrowed = build.part(interval, mod) or interval
    return Reading("DATE", value, narrowed, basis, why, mod)


def unplaced(value: str, *, type: TimexType = "DATE", mod: Mod | None = None) -> Reading:
    """Return the reading of an expression that names no place in the calendar."""
    return Reading(
        type, value, None, "explicit", "names no place in the calendar", mod, None, False
    )


def named_year(year: int) -> str:
    """Return a year as TIMEX3 writes it: 1648, BC0490."""
    return f"BC{-year:04}" if year < 0 else f"{year:04}"
