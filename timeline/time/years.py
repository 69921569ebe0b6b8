"""Tell which year is meant: the one said, or the one a date without a year must have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from timeline.model import Basis
from timeline.time import numbers
from timeline.time.ahead import by_cue, by_preposition, is_ahead
from timeline.time.find import Found
from timeline.time.setting import Setting, said_day, year_of

__all__ = ["Year", "infer_year", "said_year"]


@dataclass(frozen=True, slots=True)
class Year:
    """A year and where it comes from."""

    number: int
    """The year, negative before Christ."""
    basis: Basis
    """What it hangs on."""
    why: str
    """How it was found, for the reader."""


_WRITTEN = "written out"


def said_year(found: Found, setting: Setting) -> Year | None:
    """Return the year that the words themselves say, if they do."""
    number = _figures(found, setting)
    if number is not None:
        is_bc = found.rule.settings.get("antiquity") or (found.said("era") or "").startswith("b")
        return Year(-number if is_bc else number, "explicit", _WRITTEN)
    spoken = found.said("spoken")
    if spoken:
        year = numbers.spoken_year(spoken, found.book.tables)
        return Year(year, "explicit", f"{spoken!r} is {year}") if year else None
    if found.said("that") and setting.last_year is not None:
        return Year(setting.last_year, "previous", f"the year spoken of, {setting.last_year}")
    return _relative(found, setting) if found.said("of_year") else None


def _figures(found: Found, setting: Setting) -> int | None:
    if found.part == 2 and found.rule.settings.get("pair"):
        return _second_of_pair(found)
    short = found.whole("year2")
    if short is not None and not found.rule.settings.get("pair"):
        return short if found.rule.settings.get("full") else _four_digits(short, setting)
    return found.whole("year") or found.whole("old_year") or found.whole("three_digits")


def _second_of_pair(found: Found) -> int | None:
    begin, end = found.match.span("year")
    first = int(found.tokens.said(begin, end))
    second = first // 100 * 100 + int(found.tokens.said(found.first, found.last)[-2:])
    return second if second > first else None


def _four_digits(short: int, setting: Setting) -> int:
    """Return the year of two digits: within eighty years back and twenty on from now."""
    now = setting.dct.year if setting.dct else 2000
    if setting.is_history and setting.last_year and setting.last_year > 0:
        now = setting.last_year
    year = now // 100 * 100 + short
    return year - 100 if year > now + 20 else year + 100 if year <= now - 80 else year


def _relative(found: Found, setting: Setting) -> Year | None:
    step = found.value("step")
    now, basis, anchor = setting.now()
    if step is None or now is None:
        return None
    return Year(now.year + step, basis, f"{anchor}, year {step:+}" if step else anchor)


def infer_year(
    found: Found, setting: Setting, month: int, day: int | None, *, season: bool = False
) -> Year | None:
    """Return the year of a date said without one.

    A date right before one that says its year has that year. In a history it is the year of
    the last date, or the next one when the months run on. In news a month is the last one
    begun, unless tense, "until", "by" or "next" make it the next; a day is the nearest such day.
    """
    shared = _shared(found, setting)
    if shared is not None:
        return shared
    if found.part > 1 and setting.last_year is not None:
        return Year(setting.last_year, "previous", f"as the day before it, {setting.last_year}")
    if setting.is_entry or (setting.is_history and not by_cue(found)):
        return _of_story(found, setting, month)
    if setting.dct is None or not 1 <= month <= 12:
        return None
    if found.step() is None and (told := _of_passage(found, setting, month)) is not None:
        return told
    this = date(setting.dct.year, month, min(day or 1, 28))
    step = found.step()
    if found.said("neighbour") and setting.last_place and setting.last_place.start:
        return _beside(setting.last_place.start, month, step or 1, setting)
    if step is not None and day is None:
        year = _stepped(step, this, setting.dct)
        return Year(year, "dct", f"{found.words!r}, {said_day(setting.dct)}")
    if day is not None:
        return _of_day(this, found, setting)
    return _of_month(this, found, setting, setting.dct)


_FURTHEST_AHEAD = 120
"""Days ahead to which a day without a year is taken for the coming one; more of them are past."""
_QUARTER_NEWS = 92 + 75
"""Days from a quarter's begin in which its results are still to come: its length, and reporting."""


def _of_month(this: date, found: Found, setting: Setting, dct: date) -> Year:
    """Return the year of a month, season or quarter: the last one begun, or the one ahead."""
    why = said_day(dct)
    if is_ahead(found, setting):
        over: bool = this < dct.replace(day=1)
        if found.rule.op == "quarter":
            over = (dct - this).days > _QUARTER_NEWS
        return Year(dct.year + over, "dct", f"{why}, ahead of it (tense or preposition)")
    is_begun = (this.year, this.month) <= (dct.year, dct.month)
    if found.before() in found.book.tables["near_preposition"]:
        near = _nearest(this, dct)
        return Year(near, "dct", f"the nearest to {why}")
    return Year(dct.year - (not is_begun), "dct", f"the last begun by {why}")


def _stepped(step: int, this: date, dct: date) -> int:
    """Return the year of "last June", "this June", "next June"."""
    if step == 0:
        return dct.year
    if step < 0:
        return dct.year - (this.month >= dct.month)
    return dct.year + (this.month <= dct.month)


def _beside(here: date, month: int, step: int, setting: Setting) -> Year:
    """Return the year of "the following spring": from the last date, not from the article's."""
    year = here.year + (month <= here.month) if step > 0 else here.year - (month >= here.month)
    return Year(year, "previous", f"last date {setting.last.value if setting.last else ''}")


def _of_day(this: date, found: Found, setting: Setting) -> Year:
    """Return the year of a day and month: the one its weekday fits, else the nearest.

    "Until" and "ended" decide; a past tense does so only before "on", as "payable Dec. 7"
    and the like hang on no verb that a tense could be read from.
    """
    dct = setting.dct or this
    near, why = _nearest(this, dct), said_day(dct)
    weekday = found.value("weekday", "weekday") or found.value("weekday", "weekday_short")
    for year in (near, near - 1, near + 1) if weekday else ():
        if _weekday(year, this, found) == weekday:
            return Year(year, "dct", f"{why}, the weekday fits {year}")
    shown = date(near, this.month, this.day)
    said = by_preposition(found)
    if said is None:
        said = _by_verb(found, setting, is_shown_ahead=shown > dct)
    if said is True and shown < dct:
        near += 1
    elif said is False and shown > dct:
        near -= 1
    return Year(near, "dct", f"the nearest to {why}")


def _by_verb(found: Found, setting: Setting, *, is_shown_ahead: bool) -> bool | None:
    """Tell whether the verb puts a day on the other side of now than where it is nearest."""
    cue = by_cue(found)
    if cue is not None or not is_shown_ahead:
        tense = setting.tense(found)
        is_limit = found.before() in found.book.tables["limit_preposition"]
        return cue or (tense != "past" if is_limit else tense == "future") or None
    is_bound = found.before() in found.book.tables["day_preposition"]
    return False if is_bound and setting.tense(found) == "past" else None


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


def _shared(found: Found, setting: Setting) -> Year | None:
    """Return the year of the next date, when only "to" or "and" parts them."""
    year, follower = None, setting.following
    if found.part == 1 and "year" in found.match.re.groupindex and found.match.group("year"):
        begin, end = found.match.span("year")
        year = int(found.tokens.said(begin, end))
    elif follower is not None and follower.rule.op in ("date", "season", "quarter"):
        between = found.tokens.text[found.end : follower.start].strip().lower()
        if between in found.book.tables["year_link"] and follower.part == 1:
            year = follower.whole("year")
    return None if year is None else Year(year, "explicit", f"the year said after it, {year}")


_BACKWARD = 11
"""A month this much earlier in the year than the last one told of is taken for the next year's."""


_LONG_AGO = 330
"""Days before the article from which a date said with its year opens a look back."""
_LOOK_BACK = 2
"""Most sentences such a look back goes on for without saying the year again."""


def _of_passage(found: Found, setting: Setting, month: int) -> Year | None:
    """Return the year of a look back that news has just begun: "In June 2014 … On 3 July …"."""
    last, place = setting.last, setting.last_place
    if last is None or place is None or place.start is None or place.end is None or not setting.dct:
        return None
    is_near = setting.sentence - setting.last_sentence <= _LOOK_BACK
    is_long_ago = (setting.dct - place.start).days > _LONG_AGO and place.grain in ("day", "month")
    if not (is_near and is_long_ago and last.basis in ("explicit", "previous")):
        return None
    if by_preposition(found) or by_cue(found) or setting.tense(found) != "past":
        return None
    year = place.start.year + (place.start.month - month >= _BACKWARD)
    return Year(year, "previous", f"the year the passage tells of, {year}")


def _of_story(found: Found, setting: Setting, month: int) -> Year | None:
    year, place = year_of(setting.story), setting.story.interval if setting.story else None
    if year is None:
        return None
    why = f"the year the story has come to, {year}"
    if place is not None and place.start is not None and place.grain in ("day", "month", "span"):
        step, here = found.step() or 0, place.start.month
        if step > 0:
            year += month <= here
        elif step < 0:
            year -= month >= here
        else:
            year += here - month >= _BACKWARD
    return Year(year, "previous", why)
