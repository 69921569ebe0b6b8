"""Open an interval at one end: "since 2014", "until June", "from March onwards"."""

from __future__ import annotations

from datetime import date

from timeline.model import Interval
from timeline.time import interval as build
from timeline.time.ahead import is_deferred
from timeline.time.find import Found
from timeline.time.setting import Mod
from timeline.time.told import month_said

__all__ = ["is_of_noun", "opened"]


def opened(interval: Interval, found: Found, mod: Mod | None) -> Interval:
    """Return the interval, narrowed by ``mod``, as "since", "until", "before", "after" open it."""
    if is_of_noun(found):
        return interval
    if found.after() in found.book.tables["onward"]:
        return build.since(interval)
    match found.book.tables["opening"].get(found.before()):
        case "since":
            return build.since(interval)
        case "until":
            return interval if _is_denied(found) or is_deferred(found) else build.until(interval)
        case "before" if _is_denied(found, "before"):
            return build.since(interval)
        case "before" if found.said("edge") and mod == "END":
            return build.until(interval)  # "before the end of May": at any day of May
        case "after" if found.said("edge") and mod == "START":
            return build.since(interval)
        case "before" if interval.start and interval.start > date.min:
            return Interval(None, interval.start, "span")
        case "after" if interval.end:
            return Interval(interval.end, None, "span")
    return interval


def is_of_noun(found: Found) -> bool:
    """Tell whether a date belongs to the noun behind it: "Monday's attack", "the 3 May vote".

    Then what opens a stretch ("before the 3 May vote") is said of the noun, which has that day.
    """
    if found.after() in ("'", "’"):
        return True
    words = found.words.lower().split()
    has_figure = found.said("day") is None or (found.said("day") or "").isdigit()
    return words[0] == "the" and month_said(found) is not None and has_figure and "of" not in words


_DENIAL_REACH = 12
"""Most words between "not" and "until"."""


def _is_denied(found: Found, preposition: str = "") -> bool:
    """Tell whether it is "not … until June", which says that it will be in June.

    "Not before" looks ahead in the same way, but "never before" looks back.
    """
    denials = found.book.tables["denial"]
    for back in range(2, _DENIAL_REACH):
        word = found.before(back)
        if word in denials:
            return bool(denials[word] == preposition or not preposition)
        if word in (".", ";", ":", "!", "?", ""):
            break
    return False
