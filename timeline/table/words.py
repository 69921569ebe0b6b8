"""Say dates, counts and lists in English words, as a careful writer would.

It must not decide anything: what a date is was settled before it came here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.model import Grain, Timex
from timeline.time.edtf import is_before_christ

__all__ = [
    "any_of",
    "before_christ",
    "counted",
    "date_words",
    "day_words",
    "grain_of",
    "listed",
    "month_words",
    "timex_words",
    "year_words",
]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = ("winter", "spring", "summer", "autumn")
_ORDINALS = ("first", "second", "third", "fourth")
# EDTF, ISO 8601-2:2019, 4.8: sub-year groupings that a month's place may hold.
_SUB_YEAR = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SUB_YEAR |= {33 + i: f"{word} quarter of" for i, word in enumerate(_ORDINALS)}
_SUB_YEAR |= {40 + i: f"{word} half of" for i, word in enumerate(_ORDINALS[:2])}
_MODS = {"START": "early ", "MID": "mid-", "END": "late ", "APPROX": "about "}
_ONE_DAY = timedelta(days=1)


def day_words(day: date) -> str:
    """Return one day: ``16 June 2021``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {year_words(day.year)}"


def month_words(day: date) -> str:
    """Return the month of a day: ``June 2021``."""
    return f"{_MONTHS[day.month - 1]} {year_words(day.year)}"


def year_words(year: int) -> str:
    """Return a year; one of the first thousand would else look like a day or a count."""
    return f"{year}" if year > 999 else f"AD {year}"


def date_words(
    start: date | None, end: date | None, *, grain: Grain, mod: str = "", edtf: str = ""
) -> str:
    """Return a stretch of days as finely as it was said, and no finer.

    Args:
        start: First day; None when open.
        end: The day after the last; None when open.
        grain: How finely it was said: a month is never told as thirty days.
        mod: START, MID, END, APPROX or empty.
        edtf: Tells how finely the two ends of a stretch were said, where it has two.

    Returns:
        ``spring 2021``, ``9–10 November 2021``, ``since April 2014``, ``early 2022``;
        ``no date`` where there is neither start nor end.
    """
    if start is None and end is None:
        return "no date"
    prefix = _MODS.get(mod, "")
    if start is None or end is None or (grain == "span" and not prefix):
        left, _, right = edtf.partition("/") if not prefix else ("", "", "")
        first = _part(left) or (_unit(start, grain) if start else "")
        last = _part(right) or (_unit(end - _ONE_DAY, grain) if end else "")
        if not last:
            return f"since {prefix}{first}"
        return f"until {prefix}{last}" if not first else _joined(first, last)
    last_day = end - _ONE_DAY
    if grain == "day" and start != last_day and mod == "APPROX":
        middle = start + (last_day - start) / 2
        return f"about {day_words(middle)}"
    if grain == "week":
        return f"{prefix}week of {day_words(start)}"
    if grain in ("day", "span"):
        return prefix + _joined(day_words(start), day_words(last_day))
    return prefix + _unit(start, grain)


_VALUES: tuple[tuple[str, Grain], ...] = (
    (r"\d{4}-\d\d-\d\d.*", "day"),
    (r"\d{4}-W\d\d", "week"),
    (r"\d{4}-\d\d", "month"),
    (r"\d{4}-(SP|SU|FA|WI)", "season"),
    (r"\d{4}-Q\d", "quarter"),
    (r"\d{4}-H\d", "half"),
    (r"\d{4}", "year"),
    (r"\d{3}", "decade"),
    (r"\d{2}", "century"),
)
"""TIMEX3 values and how finely each says a date."""


def grain_of(timex: Timex | None) -> Grain | None:
    """Return how finely a date was said; "early November" was said by the month.

    Its interval is a stretch of ten days by then, but nobody named those days.
    """
    if timex is None or timex.interval is None:
        return None
    grain = timex.interval.grain
    if grain == "span" and timex.mod in ("START", "MID", "END"):
        return next((g for form, g in _VALUES if re.fullmatch(form, timex.value)), grain)
    return grain


def timex_words(timex: Timex | None) -> str:
    """Return the date of a temporal expression in words; see date_words."""
    interval, grain = (timex.interval if timex else None), grain_of(timex)
    if timex is not None and interval is None and is_before_christ(timex.value):
        return before_christ(timex.why)
    if timex is None or interval is None or grain is None:
        return "no date"
    return date_words(
        interval.start, interval.end, grain=grain, mod=timex.mod or "", edtf=timex.edtf or ""
    )


_BEFORE_CHRIST = re.compile(
    r"BC(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-(?P<season>SP|SU|FA|WI))?"
    r"|BC(?P<decade>\d{3})|BC(?P<century>\d\d)"
)
_SEASON_WORDS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def before_christ(why: str) -> str:
    """Return a date before Christ, which no calendar here holds, by the end of its derivation."""
    said = _BEFORE_CHRIST.match(why.rpartition("→ ")[2])
    if said is None:
        return "no date"
    if said["century"]:
        number = int(said["century"]) + 1
        return f"{number}{_ordinal_end(number)} century BC"
    if said["decade"]:
        return f"{int(said['decade'])}0s BC"
    season = _SEASON_WORDS.get(said["season"] or "", "")
    month = _MONTHS[int(said["month"]) - 1] if said["month"] else season
    day = str(int(said["day"])) if said["day"] else ""
    return " ".join(part for part in (day, month, str(int(said["year"])), "BC") if part)


def _ordinal_end(number: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10 * (number // 10 % 10 != 1), "th")


def _unit(day: date, grain: Grain) -> str:
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
        return f"{_ordinal((day.year - 1) // 100 + 1)} century"
    return day_words(day)


def _winter(day: date) -> str:
    """Return the year of a season; a winter lies in two."""
    if day.month % 12 > 2:
        return year_words(day.year)
    first = day.year if day.month == 12 else day.year - 1
    return f"{first}–{(first + 1) % 100:02d}"


def _ordinal(number: int) -> str:
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else tail}"


def _part(edtf: str) -> str:
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
    return " ".join((*(str(day) for day in rest[1:]), _MONTHS[rest[0] - 1], year_words(year)))


def _joined(first: str, last: str) -> str:
    """Join two ends and say what they share once: ``9–10 November 2021``."""
    if first == last:
        return first
    ours, theirs = first.split(), last.split()
    shared = 0
    while shared < min(len(ours), len(theirs)) - 1 and ours[-1 - shared] == theirs[-1 - shared]:
        shared += 1
    head = " ".join(ours[: len(ours) - shared])
    tail = " ".join(theirs[: len(theirs) - shared])
    dash = " – " if " " in head or " " in tail else "–"
    return " ".join((f"{head}{dash}{tail}", *ours[len(ours) - shared :]))


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun: ``1 event``, ``2 events``."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def listed(words: Sequence[str], *, last: str = "and") -> str:
    """Return words as a list in a sentence: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def any_of(words: Sequence[str]) -> str:
    """Return words as a choice: ``a, b or c``."""
    return listed(words, last="or")
