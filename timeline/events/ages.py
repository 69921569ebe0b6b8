"""How old a thing is, and which day of it a day is → when it began.

"The eight-month-old truce" began about eight months before; "Tuesday is the 41st day of the war"
says on which day the war did. It must not count where the text leaves open from which day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from timeline.events.candidates import Candidate
from timeline.grammar import Parse
from timeline.lexicon import table
from timeline.model import Grain, Interval, Span, Timex
from timeline.time.edtf import edtf, timex_value
from timeline.time.interval import holding, shift

__all__ = ["AGE", "began", "tells_age"]

AGE = "age"
"""The rule that dates a beginning."""
_OLD = re.compile(r"(?:(\w+(?:-\w+)?)-)?(day|week|month|year)-old")
_TH = re.compile(r"(\d+)(?:st|nd|rd|th)")
_UNITS: Mapping[str, Grain] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_DAYS = {"day": 3, "week": 7, "month": 31, "year": 366}
"""How far the day meant may lie from the article's before an age counts from another day."""
_INSIDE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})
_ENTERS = frozenset({"enter", "mark", "begin", "start"})


def tells_age(parse: Parse) -> bool:
    """Can the sentence tell an age at all? Most do not, and need no further look."""
    words = parse.words
    return any(u in words for u in _UNITS) or any(word.endswith("-old") for word in words)


def began(
    candidates: Sequence[Candidate],
    parse: Parse,
    timexes: Sequence[Timex],
    *,
    dct: date | None,
    news: bool,
) -> list[Candidate]:
    """Return the beginnings that ages tell, as candidates with their dates.

    Args:
        candidates: Those of the sentence, with their dates.
        parse: The sentence.
        timexes: Its dates.
        dct: Document creation time.
        news: Does the text tell of the days around it?
    """
    out: list[Candidate] = []
    for i, word in enumerate(parse.lower):
        found = None
        if word.endswith("-old"):
            found = _aged(i, candidates, parse, _writing_day(timexes, dct, news=news))
        elif word in _UNITS and i > 1:
            found = _counted(i, candidates, parse, timexes)
        if found is not None:
            out.append(found)
    return out


def _aged(
    i: int, candidates: Sequence[Candidate], parse: Parse, day: tuple[date, int] | None
) -> Candidate | None:
    """Read "the 8-month-old truce", "their year-old treaty"."""
    match = _OLD.fullmatch(parse.lower[i])
    noun = _noun_after(i + 1, candidates, parse)
    if match is None or noun is None or day is None:
        return None
    first, count = i, _number(match[1]) if match[1] else 1
    if match[1] is None and parse.lower[i - 1] == "-":
        first, count = i - 2, _number(parse.lower[i - 2])
    unit = _UNITS[match[2]]
    now = holding(day[0], unit)
    days = shift(now, -count) if now and count else None
    if days is None or day[1] > _DAYS[unit]:
        return None
    whole = replace(noun, first=first)  # whose it is stands before: "the rebels' week-old truce"
    return _beginning(whole, days, range(first, i + 1), parse, day[0])


def _counted(
    i: int, candidates: Sequence[Candidate], parse: Parse, timexes: Sequence[Timex]
) -> Candidate | None:
    """Read "the 41st day of the war" and "the strike entered its third week"."""
    count = _ordinal(parse.lower[i - 1])
    day = _day_meant(timexes)
    if count < 2 or day is None:
        return None
    if parse.lower[i + 1 : i + 2] == ["of"]:
        noun = _noun_after(i + 2, candidates, parse) or _name_after(i + 2, parse, candidates)
    else:
        verb = next((v for v in reversed(parse.verbs) if v.head < i), None)
        enters = verb is not None and verb.lemma in _ENTERS and parse.lower[i - 2] == "its"
        left = [c for c in candidates if verb and c.noun and c.token < verb.first]
        noun = left[0] if enters and verb and verb.head == i - 3 and len(left) == 1 else None
    if noun is None:
        return None
    days = _nth_before(day, count, _UNITS[parse.lower[i]])
    return _beginning(noun, days, range(i - 1, i + 1), parse, day) if days else None


def _nth_before(day: date, count: int, unit: Grain) -> Interval | None:
    """Return the days on one of which a thing began that is in its n-th day, week … on a day."""
    if unit in ("day", "week"):
        length = 7 if unit == "week" else 1
        end = day - timedelta(days=(count - 1) * length - 1)
        return Interval(end - timedelta(days=length), end, "day" if length == 1 else "span")
    now = holding(day, unit)
    first, last = (shift(now, -n) if now else None for n in (count, count - 1))
    return Interval(first.start, last.end, "span") if first and last else None


def _beginning(noun: Candidate, days: Interval, told: range, parse: Parse, day: date) -> Candidate:
    """Return the thing's beginning as an event of its own."""
    span = Span(parse.starts[told[0]], parse.ends[told[-1]])
    words = " ".join(parse.text[i] for i in told).replace(" - ", "-")
    exact = days.grain in ("day", "span") and not words.endswith("old")
    text = edtf(days)
    timex = Timex(
        span=span,
        type="DATE",
        value=timex_value(days) or text,
        mod=None if exact else "APPROX",
        interval=days,
        edtf=text,
        basis="dct",
        rule=AGE,
        why=f"“{words}”, counted back from {day.isoformat()} → {text}",
    )
    lasting = noun.type not in ("agreement", "ruling", "resolution", "election", "vote")
    return replace(noun, verb=None, carried_by="", timexes=[timex], begins=lasting, repeat=told[0])


def _noun_after(i: int, candidates: Sequence[Candidate], parse: Parse) -> Candidate | None:
    """Return the event's noun whose phrase goes on at a token."""
    for noun in candidates:
        inside = noun.noun and noun.token >= i
        if inside and all(parse.tags[k] in _INSIDE for k in range(i, noun.first)):
            return noun
    return None


def _name_after(i: int, parse: Parse, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return a candidate for the name of what has days: an operation, a fair."""
    size = len(parse.tags)
    while i < size and (parse.tags[i] == "DET" or parse.lower[i] in _QUOTES):
        i += 1
    end = i
    while parse.tags[end : end + 1] == ["NAME"]:
        end += 1
    if end == i or parse.tags[end : end + 1] == ["POSS"] or not candidates:
        return None
    number = candidates[0].sentence
    return Candidate(number, end - 1, i, None, True, "other", "strong")


def _writing_day(
    timexes: Sequence[Timex], dct: date | None, *, news: bool
) -> tuple[date, int] | None:
    """Return the day from which an age counts, and how far the sentence's dates lie from it."""
    days = [t.interval.start for t in timexes if t.interval and t.interval.start]
    if dct is None or not (news or days):
        return None
    return dct, max((abs((day - dct).days) for day in days), default=0)


def _day_meant(timexes: Sequence[Timex]) -> date | None:
    """Return the one day that the sentence names."""
    days = {t.interval.start for t in timexes if t.interval and t.interval.grain == "day"}
    return days.pop() if len(days) == 1 and len(timexes) == 1 else None


@cache
def _words(language: str = "en") -> Mapping[str, Any]:
    """Return the number words of one language, by table."""
    found: Mapping[str, Any] = table(f"lang/{language}.time.words")["words"]
    return found


def _number(words: str) -> int:
    """Return the number of "eight", "twenty-five" or "8"; 0 for none."""
    tables = [_words()[name] for name in ("ones", "teen", "tens")]
    return _sum(words, tables)


def _ordinal(words: str) -> int:
    """Return the number of "41st", "eighth" or "twenty-first"; 0 for none."""
    if digits := _TH.fullmatch(words):
        return int(digits[1])
    tables = [_words()[name] for name in ("ordinal", "tens_ordinal")]
    head, _, last = words.rpartition("-")
    one = _sum(last, tables)
    return one + _sum(head, [_words()["tens"]]) if one and head else one


def _sum(words: str, tables: Sequence[Mapping[str, Any]]) -> int:
    total = 0
    for word in words.split("-"):
        values = [int(t[word]) for t in tables if word in t]
        if not values and not (word.isascii() and word.isdigit()):
            return 0
        total += values[0] if values else int(word)
    return total
