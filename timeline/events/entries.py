"""Chronologies: paragraphs that a date opens, or a heading that is a date → the date they tell of.

"15 July: Thailand sends troops. Its premier resigns." It must not date what has a date of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.events.candidates import Candidate
from timeline.events.status import is_main
from timeline.grammar import Parse
from timeline.lexicon import table
from timeline.model import Document, Sentence, Timex

__all__ = ["date_entry", "entries", "leads_on"]

_OPENS = re.compile(r"\s*(?::|[-–—]{1,2}(?=\s))")
"""What parts an entry's date from what happened then."""
_MARK = re.compile(r"[\s\W]*\Z")
_UNPLACED = re.compile(r"XXXX-\d\d")
"""A month or day whose year is not known."""
_FINE = frozenset({"day", "week", "month", "span"})
"""Grains of a heading whose date the paragraphs under it have."""
_LINK = 9
"""Characters between the two ends of a range (" through ")."""
_YEARS = 2
"""Headings that are years, from which on a text is told year by year."""


def entries(document: Document, timexes: Sequence[Timex]) -> dict[int, Timex]:
    """Return the date that each paragraph of a chronology tells of, by its number."""
    dated = [t for t in timexes if t.type in ("DATE", "TIME") and t.interval is not None]
    first_of = {s.paragraph: s for s in reversed(document.sentences)}
    grains = _FINE | ({"year"} if _by_year(document, dated) else frozenset())
    found: dict[int, Timex] = {}
    n, above = 0, None
    for number in sorted(first_of):
        sentence = first_of[number]
        while n < len(dated) and dated[n].span.start < sentence.span.start:
            n += 1
        timex = dated[n] if n < len(dated) and _opens(dated[n], sentence, document.text) else None
        if sentence.kind == "heading":
            alone = timex is not None and _is_all(timex, sentence, document.text)
            above = timex if alone and timex and _grain(timex) in grains else None
        elif sentence.kind == "body" and _is_entry(
            timex, dated[n + 1 : n + 2], sentence, document.text
        ):
            found[number] = dated[n]
        elif sentence.kind == "body" and above:
            found[number] = above
    return found


def date_entry(
    candidates: Sequence[Candidate], entry: Timex, timexes: Sequence[Timex], parse: Parse
) -> None:
    """Give an entry's date to what its sentence tells in main clauses.

    A sentence that dates an act otherwise has none from its entry, nor has one that tells of what
    happens "every year" or on a day of an unknown year, nor what happens "later".
    """
    acts = [c for c in candidates if c.verb and c.verb.form == "finite" and is_main(c, parse)]
    dated = any(t.span != entry.span for c in acts for t in c.timexes)
    if dated or any(t.type == "SET" or _UNPLACED.match(t.value) for t in timexes):
        return
    why = f"no date of its own; told under the entry of {entry.edtf} ({entry.why})"
    for candidate in candidates:
        verb = candidate.verb
        if candidate.timexes or candidate.strength != "strong" or verb is None:
            continue
        told = verb.tense != "future" and not (verb.plan or verb.modal or verb.perfect)
        told = told and _later().isdisjoint(parse.lower[max(0, verb.first - 1) : verb.head])
        if told and verb.form == "finite" and is_main(candidate, parse):
            candidate.timexes.append(replace(entry, basis="heading", rule="entry", why=why))


def leads_on(candidates: Sequence[Candidate], entry: Timex) -> bool:
    """Does a sentence go on to a later day, so that the entry's is over ("It lasted until …")?"""
    end = entry.interval.end if entry.interval else None
    told = (c for c in candidates if c.verb is None or not (c.verb.modal or c.verb.plan))
    told = (c for c in told if c.verb is None or c.verb.form == "finite")
    begun = (t.interval.start for c in told for t in c.timexes if t.interval)
    return end is not None and any(start is not None and start >= end for start in begun)


@cache
def _later() -> frozenset[str]:
    return frozenset(table("lang/en.events")["entries"]["later"].split())


def _opens(timex: Timex, sentence: Sentence, text: str) -> bool:
    """Does the date stand first in the sentence, marks aside?"""
    start = sentence.span.start
    return timex.span.start < sentence.span.end and bool(
        _MARK.match(text[start : timex.span.start])
    )


def _is_entry(timex: Timex | None, after: Sequence[Timex], sentence: Sentence, text: str) -> bool:
    """Does a mark follow the date, or the far end of its range ("4-6 May - …")?"""
    if timex is None:
        return False
    end = timex.span.end
    if after and after[0].interval == timex.interval and after[0].span.start - end <= _LINK:
        end = after[0].span.end
    mark = _OPENS.match(text, end, sentence.span.end)
    return mark is not None and mark.end() < sentence.span.end


def _is_all(timex: Timex, sentence: Sentence, text: str) -> bool:
    """Is the heading nothing but a date?"""
    return bool(_MARK.match(text[timex.span.end : sentence.span.end]))


def _grain(timex: Timex) -> str:
    return timex.interval.grain if timex.interval else ""


def _by_year(document: Document, dated: Sequence[Timex]) -> bool:
    """Is the text told under several headings that are years?"""
    years = {t.span for t in dated if _grain(t) == "year"}
    headings = (s for s in document.sentences if s.kind in ("heading", "title"))
    return sum(s.span in years for s in headings) >= _YEARS
