"""The year of a date without one, as news means it: near the article's own day."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from timeline.time import numbers
from timeline.time.ahead import by_cue, by_hint, by_preposition, is_ahead, is_moved, with_hour
from timeline.time.find import Found
from timeline.time.setting import Setting, said_day
from timeline.time.told import Year, month_said

__all__ = ["of_day", "of_month", "of_this_year", "stepped"]

_FURTHEST_AHEAD = 120
"""Days ahead to which a day without a year is taken for the coming one; more of them are past."""
_JUST_OVER = 60
"""Days back in which a day without a year is last month's, not eleven months ahead."""
_YEAR = 12
_FEBRUARY, _IN_EVERY_FEBRUARY = 2, 28
_QUARTER_NEWS = 92 + 75
"""Days from a quarter's begin in which its results are still to come: its length, and reporting."""


def of_this_year(year: int, month: int, day: int | None) -> date:
    """Return the day in a year; of 29 February, which few years have, the day before."""
    longest = monthrange(year, month)[1] if month != _FEBRUARY else _IN_EVERY_FEBRUARY
    return date(year, month, min(day or 1, longest))


def of_month(this: date, found: Found, setting: Setting, dct: date) -> Year:
    """Return the year of a month, season or quarter: the last one begun, or the one ahead."""
    why = said_day(dct)
    if is_moved(found) or by_hint(found, setting) == "near":
        return Year(_nearest(this, dct), "dct", f"the nearest to {why}")
    just_over = (dct.month - this.month) % _YEAR in (1, 2) and not _is_told_ahead(found, setting)
    if is_ahead(found, setting) and not just_over:
        over: bool = this < dct.replace(day=1)
        if found.rule.op == "quarter":
            over = (dct - this).days > _QUARTER_NEWS
        return Year(dct.year + over, "dct", f"{why}, ahead of it (tense or preposition)")
    is_begun = (this.year, this.month) <= (dct.year, dct.month)
    if found.before() in found.book.tables["near_preposition"]:
        near = _nearest(this, dct)
        return Year(near, "dct", f"the nearest to {why}")
    return Year(dct.year - (not is_begun), "dct", f"the last begun by {why}")


def _is_told_ahead(found: Found, setting: Setting) -> bool:
    """Tell whether more than a tense puts a month ahead; last month is not told as next year's."""
    limits = found.book.tables["limit_preposition"]
    told = by_cue(found) or by_preposition(found) or by_hint(found, setting) == "ahead"
    return bool(told) or found.before() in limits


def stepped(found: Found, step: int, this: date, dct: date) -> int:
    """Return the year of "last June", "this June", "next June".

    "Is due this June" looks ahead, from the end of a year too.
    """
    if step == 0:
        return dct.year + (this < dct.replace(day=1) and by_cue(found) is True)
    if step < 0:
        return dct.year - (this.month >= dct.month)
    return dct.year + (this.month <= dct.month)


def of_day(this: date, found: Found, setting: Setting) -> Year:
    """Return the year of a day and month: the one its weekday fits, else the nearest.

    "Until" and "ended" decide; a past tense does so only before "on", as "payable Dec. 7"
    and the like hang on no verb that a tense could be read from.
    """
    dct = setting.dct or this
    near, why = _of_list(this, found, setting) or _nearest(this, dct), said_day(dct)
    weekday = found.value("weekday", "weekday") or found.value("weekday", "weekday_short")
    for year in (near, near - 1, near + 1) if weekday else ():
        if _weekday(year, this, found) == weekday:
            return Year(year, "dct", f"{why}, the weekday fits {year}")
    shown = date(near, this.month, this.day)
    hour = with_hour(found, setting)
    said = by_preposition(hour)
    if (
        said is None
        and hour is not found
        and hour.before() in found.book.tables["limit_preposition"]
    ):
        said = True if shown > dct else None
    if said is None:
        just_over = 0 < (dct - shown).days <= _JUST_OVER
        said = _by_verb(found, setting, is_shown_ahead=shown > dct, is_just_over=just_over)
    if said is True and shown < dct:
        near += 1
    elif said is False and shown > dct:
        near -= 1
    return Year(near, "dct", f"the nearest to {why}")


def _by_verb(
    found: Found, setting: Setting, *, is_shown_ahead: bool, is_just_over: bool
) -> bool | None:
    """Tell whether the verb puts a day on the other side of now than where it is nearest.

    Of a day just over a tense cannot say that it is next year's: "to punish Kenya over the raid of
    9 June" tells of this June.
    """
    cue = by_cue(found)
    if cue is not None:
        return cue or None  # "had been due on 6 November" can be days ahead
    if not is_shown_ahead:
        tense = setting.tense(found)
        is_limit = found.before() in found.book.tables["limit_preposition"]
        return (tense != "past" if is_limit else tense == "future" and not is_just_over) or None
    is_bound = found.before() in found.book.tables["day_preposition"] or found.rule.op == "week_of"
    is_over = is_bound and setting.tense(found) == "past"
    is_over = is_over and by_hint(found, setting) in (None, "behind")
    return False if is_over else None


def _of_list(this: date, found: Found, setting: Setting) -> int | None:
    """Return the year of a day that another, later in the year, follows in a list."""
    after, dct = next(iter(setting.upcoming), None), setting.dct
    if after is None or dct is None or after.rule is not found.rule or after.said("year"):
        return None
    gap = found.tokens.text[found.end : after.start].strip().lower()
    month = month_said(after)
    if gap not in found.book.tables["year_link"] or month is None or month <= this.month:
        return None
    return _nearest(of_this_year(dct.year, month, after.whole("day")), dct)


def _weekday(year: int, this: date, found: Found) -> int | None:
    day = numbers.ordinal(found.said("day") or "", found.book.tables)
    try:
        return date(year, this.month, day or 1).isoweekday()
    except ValueError:
        return None


def _nearest(this: date, dct: date) -> int:
    days = (this - dct).days
    year = dct.year + (days < _FURTHEST_AHEAD - 365) - (days > _FURTHEST_AHEAD)
    return min(max(year, MINYEAR), MAXYEAR)
