"""Tell which year is meant: the one said, or the one a date without a year must have."""

from __future__ import annotations

import re

from timeline.time import near, numbers, told
from timeline.time.ahead import by_cue
from timeline.time.find import Found
from timeline.time.setting import Setting, said_day, year_of
from timeline.time.told import Year

__all__ = ["Year", "infer_year", "said_year"]


_WRITTEN = "written out"


def said_year(found: Found, setting: Setting) -> Year | None:
    """Return the year that the words themselves say, if they do."""
    number = _figures(found, setting)
    if number is not None:
        if found.rule.settings.get("antiquity") and _is_before_christ(number, setting):
            return Year(-number, "previous", "before Christ, as the years around it")
        is_bc = (found.said("era") or "").startswith("b")
        if is_bc and found.rule.settings.get("full"):
            return Year(-number, "previous", "one end of a range")
        return Year(-number if is_bc else number, "explicit", _WRITTEN)
    spoken = found.said("spoken")
    if spoken:
        year = numbers.spoken_year(spoken, found.book.tables)
        return Year(year, "explicit", f"{spoken!r} is {year}") if year else None
    if found.said("that") and setting.last_year is not None:
        return Year(setting.last_year, "previous", f"the year spoken of, {setting.last_year}")
    if found.said("beside") and setting.last_year is not None:
        step = found.value("neighbour") or 0
        return Year(setting.last_year + step, "previous", f"the year beside {setting.last_year}")
    return _relative(found, setting) if found.said("of_year") else None


_LOOK_BACK = 100
"""Years that a story of antiquity looks back at most; a number larger by more is of our era."""
_MODERN = 1000
"""First year that cannot be taken for one before Christ, so that it is named only in passing."""


def _is_before_christ(number: int, setting: Setting) -> bool:
    """Tell whether a bare year of a text that counts years before Christ is one of them.

    There years run down: "in 490 BC … in 480". A year of our era ends that, and "by 40 BC …
    in 476" goes on beyond it, as no story looks back so far without saying so.
    """
    here = setting.last_year
    if here is None or here >= _MODERN:
        here = year_of(setting.story)
    if here is None or here >= _MODERN:
        return True
    return here < 0 and number <= _LOOK_BACK - here


def _figures(found: Found, setting: Setting) -> int | None:
    if found.part == 2 and found.rule.settings.get("pair"):
        return _second_of_pair(found)
    short = found.whole("year2")
    if (code := _code(found)) is not None:
        short = int(code[-2:])
        if len(code) > _SHORT:
            return int(code)
    if short is not None and not found.rule.settings.get("pair"):
        return short if found.rule.settings.get("full") else _four_digits(short, setting)
    said = (found.whole(f"{kind}year") for kind in ("", "old_", "distant_"))
    return next(filter(None, said), None) or found.whole("three_digits")


_SHORT = 2
_CODE = re.compile("[0-9]+$")
_CODES = frozenset(("quarter_year", "half_year", "fiscal_year"))


def _code(found: Found) -> str | None:
    """Return the figures of the year that end "4Q21", "1H2021" or "FY21"."""
    if _CODES.isdisjoint(found.groups):
        return None
    said = next(filter(None, map(found.said, _CODES)), None)
    figures = _CODE.search(said) if said else None
    return figures.group() if figures else None


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


_RECENT = 31
"""Days before the article's own in which news means a day of the month just gone."""


def infer_year(
    found: Found, setting: Setting, month: int, day: int | None, *, season: bool = False
) -> Year | None:
    """Return the year of a date said without one.

    A date right before one that says its year has that year. In a history it is the year of
    the last date, or the next one when the months run on. In news a month is the last one
    begun, unless tense, "until", "by" or "next" make it the next; a day is the nearest such day.
    """
    said = told.shared(found, setting) or told.of_range(found, setting, month)
    if said is not None:
        return said
    if found.part > 1 and setting.last_year is not None:
        return Year(setting.last_year, "previous", f"as the day before it, {setting.last_year}")
    is_said = found.before() in found.book.tables["past_verb"]  # "said that March was better"
    if found.said("demonstrative") and setting.last_year is not None and not is_said:
        return Year(setting.last_year, "previous", f"the year spoken of, {setting.last_year}")
    if found.said("neighbour") and setting.last_place and setting.last_place.start:
        return told.beside(setting.last_place.start, month, found.step() or 1, setting)
    if setting.is_entry or (setting.is_history and not by_cue(found)):
        return told.of_story(found, setting, month)
    if not 1 <= month <= 12:
        return None
    if setting.dct is None:
        return None if found.step() else told.of_passage(found, setting, month)
    this = near.of_this_year(setting.dct.year, month, day)
    step = found.step()
    is_recent = day is not None and 0 <= (setting.dct - this).days <= _RECENT
    if step is None and not is_recent:
        back = told.of_passage(found, setting, month)
        if back is not None:
            return back
    if step is not None and day is None:
        year = near.stepped(found, step, this, setting.dct)
        return Year(year, "dct", f"{found.words!r}, {said_day(setting.dct)}")
    if day is not None:
        return near.of_day(this, found, setting)
    return near.of_month(this, found, setting, setting.dct)
