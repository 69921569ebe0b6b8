"""Say dates, counts and lists in English words, as a careful writer would.

It must not decide anything: what a date is was settled before it came here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.model import Grain, Timex
from timeline.table.units import (
    MONTHS,
    day_words,
    month_words,
    ordinal,
    part_words,
    unit_words,
    year_words,
)
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

_MODS = {"START": "early ", "MID": "mid-", "END": "late ", "APPROX": "about "}
_ONE_DAY = timedelta(days=1)


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
    left, _, right = edtf.partition("/")
    if end is None:
        return f"since {_first(start, grain, mod, left)}" if start else "no date"
    if start is None:
        return f"until {_last(end, grain, mod, right)}"
    prefix = _MODS.get(mod, "")
    if grain == "span" and not prefix:
        last = part_words(right) or unit_words(end - _ONE_DAY, grain)
        return _joined(part_words(left) or unit_words(start, grain), last)
    last_day = end - _ONE_DAY
    if grain == "day" and start != last_day and mod == "APPROX":
        middle = start + (last_day - start) / 2
        return f"about {day_words(middle)}"
    if grain == "week":
        return f"{prefix}week of {day_words(start)}"
    if grain in ("day", "span"):
        return prefix + _joined(day_words(start), day_words(last_day))
    return prefix + unit_words(start, grain)


def _last(end: date, grain: Grain, mod: str, said: str) -> str:
    """Return the last part of an open stretch: "the end of June", "early June", "20 June".

    A month or year that ``mod`` narrows is named only where the stretch ends inside that part.
    """
    unit = unit_words(end - _ONE_DAY, grain)
    whole = unit != unit_words(end, grain)
    if mod == "END" and whole:
        return f"the end of {unit}"
    narrowed = mod == "MID" or (mod == "START" and not whole)
    last = unit if narrowed else part_words(said) or unit
    return _MODS[mod] + last if narrowed or mod == "APPROX" else last


def _first(start: date, grain: Grain, mod: str, said: str) -> str:
    """Return the first part of an open stretch likewise."""
    unit = unit_words(start, grain)
    whole = start > date.min and unit != unit_words(start - _ONE_DAY, grain)
    narrowed = mod == "MID" or (mod == "START" and whole) or (mod == "END" and not whole)
    first = unit if narrowed else part_words(said) or unit
    return _MODS[mod] + first if narrowed or mod == "APPROX" else first


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
        return before_christ(timex.value)
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


def before_christ(value: str) -> str:
    """Return the words of a TIMEX3 value before Christ (``BC0044``), which no calendar here holds.

    ``no date`` where it is none.
    """
    said = _BEFORE_CHRIST.fullmatch(value)
    if said is None:
        return "no date"
    if said["century"]:
        number = int(said["century"]) + 1
        return f"{ordinal(number)} century BC"
    if said["decade"]:
        return f"{int(said['decade'])}0s BC"
    season = _SEASON_WORDS.get(said["season"] or "", "")
    month = MONTHS[int(said["month"]) - 1] if said["month"] else season
    day = str(int(said["day"])) if said["day"] else ""
    return " ".join(part for part in (day, month, str(int(said["year"])), "BC") if part)


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
