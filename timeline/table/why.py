"""Tell a reader how a date was found; files keep the short form that the rules write.

It must not decide anything: what a date hangs on was settled before it came here.
"""

from __future__ import annotations

import re
from datetime import date

from timeline.table.words import counted, date_words, day_words, month_words, year_words

__all__ = ["derivation"]

_YEAR_OR_MONTH = re.compile(r"\d{4}(-(0\d|1[0-2]))?")
_NARROWED = ("early ", "mid-", "late ", "about ")
_SAID = re.compile(r"(^|\()'(.*?)'(?=: )")
"""Words of the text, as rules quote them."""
_VALUE = r"\d{4}-(?:\d\d-\d\d|\d\d|W\d\d|SP|SU|FA|WI|Q[1-4]|H[12])"
_CODED = re.compile(
    rf"“[^”]*”|https?://\S+|(?<![\w-])({_VALUE})(?:/({_VALUE}))?(?![\w-])"
    r"|(?<=\s)([+-])(\d+)(?: ([DWMY])\b)?"
)
"""What stands for words: a value of EDTF or TIMEX3, a step; quotes and addresses stay."""
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"Q1": "first quarter", "Q2": "second quarter", "Q3": "third quarter",
          "Q4": "fourth quarter", "H1": "first half", "H2": "second half"}  # fmt: skip
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def derivation(why: str, *, start: date | None, end: date | None, words: str, edtf: str) -> str:
    """Return a derivation that ends in words and days, where it ends in EDTF.

    Files hold ``→ 2021-21``; a reader is told ``→ spring 2021 (1 March – 31 May 2021)``. What
    else is coded on the way there is put into words, too: ``last date 2014-07`` is July 2014.
    """
    head, arrow, tail = why.rpartition("→ ")
    if not arrow or tail != edtf:
        return _in_words(why)
    days = date_words(start, end, grain="day")
    # Everybody knows which days a year or a month has; not so those of a season, or "early".
    is_plain = _YEAR_OR_MONTH.fullmatch(edtf) and not words.startswith(_NARROWED)
    told = words if is_plain or days in words else f"{words} ({days})"
    return f"{_in_words(head)}→ {told}"


def _in_words(why: str) -> str:
    return _CODED.sub(_uncoded, _SAID.sub(r"\1“\2”", why))


def _uncoded(found: re.Match[str]) -> str:
    first, last, sign, count, unit = found.groups()
    if sign:
        step = counted(int(count), _UNITS[unit]) if unit else count
        return f"{'+' if sign == '+' else '−'}{step}"
    if not first:
        return found[0]
    return f"{_value(first)} – {_value(last)}" if last else _value(first)


def _value(value: str) -> str:
    """Say one value; what is no date stays as it is."""
    year, part = value[:4], value[5:]
    if part in _SEASONS:
        return f"{_SEASONS[part]} {year_words(int(year))}"
    if part in _PARTS:
        return f"{_PARTS[part]} of {year_words(int(year))}"
    try:
        if part.startswith("W"):
            return f"week of {day_words(date.fromisocalendar(int(year), int(part[1:]), 1))}"
        if len(part) == 2:
            return month_words(date.fromisoformat(f"{value}-01"))
        return day_words(date.fromisoformat(value))
    except ValueError:
        return value
