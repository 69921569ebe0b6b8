"""A date → whether it lies after the article's day.

It must not say what becomes of an event; status.py does.
"""

from __future__ import annotations

from datetime import date

from timeline.grammar import Parse
from timeline.model import Timex

__all__ = ["is_future", "same_day_or_later", "to_come"]


def is_future(timex: Timex | None, dct: date | None) -> bool:
    """Does the date begin after the day of the document?"""
    interval = timex.interval if timex else None
    return bool(interval and interval.start and dct and interval.start > dct)


def same_day_or_later(timex: Timex | None, dct: date | None) -> bool:
    """Does the date end after the day of the document?"""
    interval = timex.interval if timex else None
    if interval is None or dct is None:
        return False
    return interval.end is None or interval.end > dct


def to_come(timex: Timex, parse: Parse, dct: date | None) -> bool:
    """Does it lie after the article's day, or is it a last day that does ("by the end of May")?"""
    days = timex.interval
    if dct is None or days is None:
        return False
    at = parse.token_at(timex.span.start)
    last = parse.token_at(timex.span.end - 1)
    ends = parse.tags[last + 1 : last + 2] not in (["NOUN"], ["NAME"])  # not "by overnight losses"
    limit = at > 1 and parse.lower[at - 1] == "by" and ends and timex.type == "DATE"
    limit = limit and days.end is not None and days.end > dct
    return limit or (days.start is not None and days.start > dct)
