"""Write intervals as EDTF and as TIMEX3 values, and read our EDTF back.

Only what this project writes is read (ISO 8601-2 level 1 and its sub-year groupings);
it must not guess at other texts.
"""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.errors import EdtfError
from timeline.model import Interval
from timeline.time import interval as build

__all__ = ["edtf", "is_before_christ", "read", "timex_value"]

_SEASON_CODE = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_SEASON_NAME = {code: name for name, code in _SEASON_CODE.items()}
_SEASON_OF_MONTH = {month: name for name, month in build.SEASON_MONTH.items()}
_ONE = re.compile(
    r"(?P<century>\d\d)XX|(?P<decade>\d{3})X"
    r"|(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
)


def edtf(interval: Interval) -> str:
    """Return the EDTF text of an interval: the coarsest spelling that covers its days exactly.

    Weeks and stretches become ``first/last`` with the last day, month or year included;
    an open end is ``..``.
    """
    start, end = interval.start, interval.end
    if interval.grain in ("week", "span") or start is None or end is None:
        return _stretch(interval)
    match interval.grain:
        case "day":
            return start.isoformat()
        case "month":
            return f"{start.year:04}-{start.month:02}"
        case "season":
            return f"{start.year:04}-{_SEASON_CODE[_SEASON_OF_MONTH[start.month]]}"
        case "quarter":
            return f"{start.year:04}-{32 + (start.month + 2) // 3}"
        case "half":
            return f"{start.year:04}-{40 + start.month // 7}"
        case "decade":
            return f"{start.year // 10:03}X"
        case "century":
            return f"{start.year // 100:02}XX"
    return f"{start.year:04}"


def _stretch(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if start is None and end is None:
        return "../.."
    opens_year = start is None or (start.day, start.month) == (1, 1)
    ends_year = end is None or (end.day, end.month) == (1, 1)
    opens_month, ends_month = (edge is None or edge.day == 1 for edge in (start, end))
    cut = 4 if opens_year and ends_year else 7 if opens_month and ends_month else 10
    first = start.isoformat()[:cut] if start else ".."
    last = (end - timedelta(days=1)).isoformat()[:cut] if end else ".."
    return first if first == last else f"{first}/{last}"


def timex_value(interval: Interval) -> str | None:
    """Return the TIMEX3 value of an interval (``2021-SP``, ``2021-W48``), None for a stretch."""
    start = interval.start
    if start is None:
        return None
    match interval.grain:
        case "day":
            return start.isoformat()
        case "week":
            year, week, _ = start.isocalendar()
            return f"{year:04}-W{week:02}"
        case "month":
            return f"{start.year:04}-{start.month:02}"
        case "season":
            return f"{start.year:04}-{_SEASON_OF_MONTH[start.month]}"
        case "quarter":
            return f"{start.year:04}-Q{(start.month + 2) // 3}"
        case "half":
            return f"{start.year:04}-H{1 + start.month // 7}"
        case "year":
            return f"{start.year:04}"
        case "decade":
            return f"{start.year // 10:03}"
        case "century":
            return f"{start.year // 100:02}"
    return None


def is_before_christ(value: str) -> bool:
    """Tell whether a TIMEX3 value (BC0044) lies before the year 1, where no interval can."""
    return value.startswith("BC")


def read(text: str) -> Interval:
    """Return the interval that an EDTF text of ours stands for.

    Raises:
        EdtfError: The text is not EDTF as this project writes it, or no such day exists.
    """
    first, slash, last = text.strip().partition("/")
    if not slash:
        return _one(first, text)
    opening = None if first == ".." else _one(first, text)
    closing = None if last == ".." else _one(last, text)
    start = opening.start if opening else None
    end = closing.end if closing else None
    if start and end and start >= end:
        raise EdtfError(f"EDTF {text!r}: it ends before it begins; write the earlier date first")
    return Interval(start, end, "span")


def _one(part: str, text: str) -> Interval:
    found = _ONE.fullmatch(part)
    interval = _read_match(found) if found else None
    if interval is None:
        raise EdtfError(
            f"EDTF {text!r}: {part!r} is not a date; "
            "write 2021, 2021-06, 2021-06-16, 2021-21 (spring), 202X, 20XX, or a/b with .. if open"
        )
    return interval


def _read_match(found: re.Match[str]) -> Interval | None:
    if found["century"]:
        return build.century(int(found["century"]))
    if found["decade"]:
        return build.decade(int(found["decade"]) * 10)
    year = int(found["year"])
    if found["month"] is None:
        return build.year(year)
    code = int(found["month"])
    if found["day"]:
        return build.day(year, code, int(found["day"]))
    if code in _SEASON_NAME:
        return build.season(year, _SEASON_NAME[code])
    if code in (40, 41):
        return build.half(year, code - 39)
    return build.quarter(year, code - 32) if 33 <= code <= 36 else build.month(year, code)
