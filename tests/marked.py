"""Sentences with marks in them, and what the event stages make of a short text.

In a marked sentence ``[…]`` holds a word and ``{…}`` a date; both may open with a letter and a
colon to say which belongs to which: ``It [a:met] on {a:Monday} and [b:left] on {b:Friday}.``
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from timeline import pipeline
from timeline.events import candidates
from timeline.events.attach import attach
from timeline.events.candidates import Candidate
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Grammar, Parse
from timeline.model import (
    Actor,
    Document,
    Event,
    Extraction,
    Grain,
    Interval,
    Sentence,
    Span,
    Timex,
)

__all__ = [
    "DCT",
    "Marked",
    "attached",
    "document",
    "events",
    "extract",
    "interval",
    "made",
    "marked",
    "parse",
    "rows",
    "timex",
]

DCT = date(2021, 12, 7)
"""The clock of all examples: a Tuesday."""
_MARK = re.compile(
    r"\[(?:(?P<of>[a-z]):)?(?P<word>[^\]]+)\]"
    r"|\{(?:(?P<key>[a-z-]):)?(?P<how>[>~]?)(?P<date>[^}]+)\}"
)


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, and what they said."""

    text: str
    owners: list[tuple[str, str]]
    """Date → the word it belongs to, in text order; an empty word where it belongs to none."""
    timexes: list[Timex]


def timex(text: str, span: Span, *, future: bool = False, month: bool = False) -> Timex:
    """Make a date: yesterday, in a month's time, or the month before."""
    start = DCT + timedelta(days=31 if future else -1)
    interval = Interval(start, start + timedelta(days=1), "day")
    if month:
        interval = Interval(date(2021, 11, 1), date(2021, 12, 1), "month")
    words = text[span.start : span.end]
    return Timex(span, "DATE", words, None, interval, start.isoformat(), "explicit", "made", words)


def marked(sentence: str) -> Marked:
    """Take the marks out of a sentence."""
    plain, at = "", 0
    words: dict[str, list[str]] = {}
    dates: list[tuple[str, str, Span]] = []
    for mark in _MARK.finditer(sentence):
        plain += sentence[at : mark.start()]
        at = mark.end()
        if mark["word"]:
            words.setdefault(mark["of"] or "", []).append(mark["word"])
            plain += mark["word"]
        else:
            dates.append(
                (mark["key"] or "", mark["how"], Span(len(plain), len(plain + mark["date"])))
            )
            plain += mark["date"]
    plain += sentence[at:]
    owners = [
        (plain[span.start : span.end], word)
        for key, _, span in dates
        for word in words.get(key, [""])
    ]
    timexes = [timex(plain, s, future=">" in how, month="~" in how) for _, how, s in dates]
    return Marked(plain, owners, timexes)


def document(*sentences: str) -> Document:
    """Make a document of one paragraph, one sentence a line, as reading would hand it on."""
    text = "\n".join(sentences)
    found, at = [], 0
    for sentence in sentences:
        found.append(Sentence(Span(at, at + len(sentence)), "body", 1))
        at += len(sentence) + 1
    return Document(text, "", "", "en", tuple(found))


def parse(sentence: str) -> Parse:
    """Parse one sentence."""
    return Grammar(document(sentence)).sentence(0)


def attached(sentence: Marked) -> list[tuple[str, str]]:
    """Return which word each date of a marked sentence belongs to, as the program sees it."""
    parsed = parse(sentence.text)
    found = candidates.find(parsed, 0, vocabulary())
    attach(parsed, sentence.timexes, found, dct=DCT)
    out = []
    for made in sentence.timexes:
        owners = [_word(c, parsed) for c in found if made in c.timexes]
        out += [(sentence.text[made.span.start : made.span.end], w) for w in owners or [""]]
    return out


def _word(candidate: Candidate, parsed: Parse) -> str:
    return parsed.text[candidate.token]


def extract(*paragraphs: str, dct: date | None = DCT, source: str = "") -> Extraction:
    """Run the whole pipeline over paragraphs."""
    return pipeline.extract("\n\n".join(paragraphs), dct=dct, source=source)


def events(*paragraphs: str, dct: date | None = DCT) -> list[Event]:
    """Return the events of paragraphs, dated ones first."""
    found = extract(*paragraphs, dct=dct)
    return [*found.events, *found.undated]


def interval(start: date, days: int = 1, grain: Grain = "day") -> Interval:
    """Make a closed interval of whole days."""
    return Interval(start, start + timedelta(days=days), grain)


def made(label: str, type_: str, when: Interval | None, *who: Actor, **more: Any) -> Event:
    """Make an event of one sentence: the hundred characters from ``at`` on."""
    at = more.pop("at", 0)
    when_ = when and Timex(
        Span(at + 50, at + 54), "DATE", "", None, when, str(when.start), "explicit", "made", "made"
    )
    event = Event(
        event_id=f"{type_}-{at}",
        label=label,
        type=type_,
        status="past",
        timex=when_,
        said=None,
        actors=who,
        initiators=tuple(a.actor_id for a in who[:1]),
        targets=tuple(a.actor_id for a in who[1:]),
        trigger=Span(at + 10, at + 15),
        evidence=(Span(at, at + 100),),
        place="",
        importance=0,
        notes=(),
    )
    return replace(event, **more)


def rows(name: str) -> list[pytest.param]:
    """Return the rows of tables/NAME.tsv; one that says why it does not hold yet must fail."""
    path = Path(__file__).parent / "tables" / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    params = []
    for row in table:
        why = row.pop("why_not_yet")
        marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
        cells = [cell or "" for cell in row.values()]
        params.append(pytest.param(*cells, id=cells[0], marks=marks))
    return params
