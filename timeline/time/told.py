"""Years that the text has told: of the story, of a look back, of the date beside this one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.model import Basis, Grain, Tense
from timeline.time.ahead import by_cue, by_hint, by_preposition, is_moved
from timeline.time.find import Found
from timeline.time.setting import Setting, year_of

__all__ = ["Year", "beside", "month_said", "of_passage", "of_range", "of_story", "shared"]


@dataclass(frozen=True, slots=True)
class Year:
    """A year and where it comes from."""

    number: int
    """The year, negative before Christ."""
    basis: Basis
    """What it hangs on."""
    why: str
    """How it was found, for the reader."""


def month_said(found: Found) -> int | None:
    """Return the month that is named or given as a figure."""
    said = found.said("month")
    if said is None:
        return found.whole("month_number")
    word = said.rstrip(" .")
    tables = found.book.tables
    number: int | None = tables["month"].get(word) or tables["month_short"].get(word)
    return number


_BACKWARD = 11
"""A month this much earlier in the year than the last one told of is taken for the next year's."""
_LONG_AGO = 330
"""Days before the article from which a date said with its year opens a look back."""
_LOOK_BACK = 2
"""Most sentences such a look back goes on for without saying the year again."""
_BESIDE = 30
"""Most characters between a year and a month that goes with it."""
_DATES: tuple[Grain, ...] = ("day", "month", "season")
_SHARING = frozenset(("date", "season", "quarter"))
"""Operators whose expressions, in a list, share the year of the last."""


def shared(found: Found, setting: Setting) -> Year | None:
    """Return the year of the next date, when only "to" or "and" parts them."""
    year = None
    if found.part == 1 and "year" in found.match.re.groupindex and found.match.group("year"):
        begin, end = found.match.span("year")
        year = int(found.tokens.said(begin, end))
    before = found
    for after in setting.upcoming:
        gap = found.tokens.text[before.end : after.start].strip().lower()
        is_listed = gap in found.book.tables["year_link"] and after.part == 1
        if year is not None or not is_listed or after.rule.op not in _SHARING:
            break
        year, before = after.whole("year"), after
    return None if year is None else Year(year, "explicit", f"the year said after it, {year}")


def of_passage(found: Found, setting: Setting, month: int) -> Year | None:
    """Return the year of a look back that news has just begun: "In June 2014 … On 3 July …".

    A year alone begins one only for what stands beside it: "until 2005, when in December".
    Where the article's own day is unknown, there is no near past that could be meant instead.
    """
    last, place, told = setting.last, setting.last_place, setting.preceding
    if last is None or place is None or place.start is None or place.end is None:
        return None
    if setting.dct is not None and told and told.before() in told.book.tables["past_preposition"]:
        return None  # "in force since 13 October 2008" goes back to no other day of that year
    is_near = setting.sentence - setting.last_sentence <= _LOOK_BACK
    if place.grain not in _DATES:
        beside = setting.preceding
        is_near = setting.sentence == setting.last_sentence
        is_near = is_near and beside is not None and found.start - beside.end <= _BESIDE
    is_long_ago = setting.dct is None or (setting.dct - place.start).days > _LONG_AGO
    if not (is_near and is_long_ago and last.basis in ("explicit", "previous", "heading")):
        return None
    tense = setting.tense(found)
    if by_preposition(found) or by_cue(found):
        return None
    if tense != "past" and by_hint(found, setting) == "ahead":
        return None  # "the pact of July 2021 lapses on 1 January"
    if not _may_be_past(tense, is_same=setting.sentence == setting.last_sentence):
        return None
    backward = (
        1 if place.grain == "season" else _BACKWARD
    )  # after a winter, February is next year's
    year = place.start.year + (place.start.month - month >= backward)
    return Year(year, "previous", f"the year the passage tells of, {year}")


def _may_be_past(tense: Tense | None, *, is_same: bool) -> bool:
    """Tell whether a look back can go on: in its own sentence also where no verb tells."""
    return tense == "past" or (tense is None and is_same)


def of_story(found: Found, setting: Setting, month: int) -> Year | None:
    """Return the year the story has come to, or the next one when its months run on."""
    year, place = year_of(setting.story), setting.story.interval if setting.story else None
    if year is None:
        return None
    ahead = setting.last_year
    if ahead is not None and _has_come_to(ahead, year, setting):
        return Year(ahead, "previous", f"the year the sentence before told of, {ahead}")
    why = f"the year the story has come to, {year}"
    if place is not None and place.start is not None and place.grain in ("day", "month", "span"):
        step, here = found.step() or 0, place.start.month
        if step > 0:
            year += month <= here
        elif step < 0:
            year -= month >= here
        else:
            year += here - month >= (1 if _runs_on(found, setting) else _BACKWARD)
    return Year(year, "previous", why)


def _runs_on(found: Found, setting: Setting) -> bool:
    """Tell whether the months of a story only go on: in a chronology and in the historical present.

    A past tense can look back ("in May it had begun"), and "since May" does.
    """
    told_now = setting.tense(found) == "present" and by_preposition(found) is None
    return setting.runs_on or told_now


def _has_come_to(ahead: int, year: int, setting: Setting) -> bool:
    """Tell whether the sentence before named a later year: "It ended in 1987. On 2 January …"."""
    before = setting.preceding
    if before is None or before.whole("year") != ahead or not 0 < ahead - year <= _ONWARD:
        return False
    place = setting.last_place
    is_year = place is not None and place.grain == "year"
    is_next = setting.sentence - setting.last_sentence == 1
    return is_year and is_next and setting.tense(before) == "past"  # "planned for 1988" is not


_ONWARD = 5
"""Years that a story leaps from one sentence to the next; a later year is a look ahead."""


def beside(here: date, month: int, step: int, setting: Setting) -> Year:
    """Return the year of "the following spring": from the last date, not from the article's."""
    year = here.year + (month <= here.month) if step > 0 else here.year - (month >= here.month)
    return Year(year, "previous", f"last date {setting.last.value if setting.last else ''}")


def of_range(found: Found, setting: Setting, month: int) -> Year | None:
    """Return the year of the far end of a range: the first such month from its near end on."""
    before, place = setting.preceding, setting.last_place
    if before is None or place is None or place.start is None or setting.is_history:
        return None
    if before.rule.op != "date" or month_said(before) is None:
        return None
    gap = found.tokens.text[before.end : found.start].strip().lower()
    if gap not in found.book.tables["range_link"] or is_moved(before):
        return None
    year = place.start.year + (month < place.start.month)
    return Year(year, "previous", "the far end of a range")
