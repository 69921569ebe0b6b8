"""Document + timexes + mentions + references → dated and undated events of single mentions.

It must not join mentions of one event; merge.py does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Generic, TypeVar

from timeline.events import candidates as candidates_
from timeline.events.ages import began, tells_age
from timeline.events.antecedents import pointing_back
from timeline.events.attach import attach
from timeline.events.bounds import bound
from timeline.events.earlier import Known, known
from timeline.events.elaborate import elaborate
from timeline.events.entries import date_entry, entries
from timeline.events.inherit import Told, inherit
from timeline.events.judge import is_event, is_named, lasts, tells
from timeline.events.lists import split
from timeline.events.phrases import dated_tokens
from timeline.events.records import from_reference, told_event
from timeline.events.represent import Served, acting_for
from timeline.events.scene import Scene
from timeline.events.status import in_line
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.grammar import Grammar
from timeline.model import Document, Event, Mention, Reference, Sentence, Span, Timex

__all__ = ["assemble"]


_Item = TypeVar("_Item")
_NEWS_DAYS = 3
"""Days around the article's own that a report tells of."""


class _Shelf(Generic[_Item]):
    """Findings of a document in text order, to be taken out sentence by sentence."""

    def __init__(self, items: Sequence[_Item], spans: Iterable[Span]) -> None:
        self._items = items
        self._starts = [span.start for span in spans]

    def inside(self, span: Span) -> Sequence[_Item]:
        """Return the items that begin inside a span."""
        first = bisect_left(self._starts, span.start)
        return self._items[first : bisect_left(self._starts, span.end, first)]


@dataclass(slots=True, eq=False)
class _Story:
    """All that the stages before found, at hand by sentence."""

    document: Document
    grammar: Grammar
    words: Vocabulary
    timexes: _Shelf[Timex]
    mentions: _Shelf[Mention]
    references: _Shelf[Reference]
    entries: Mapping[int, Timex]
    """The date a paragraph of a chronology tells of, by its number."""
    dct: date | None
    served: Served
    home: Mention | None
    news: bool
    """Does the text tell of the days around its own?"""


def assemble(
    document: Document,
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    references: Sequence[Reference],
    grammar: Grammar,
    *,
    dct: date | None,
) -> list[Event]:
    """Return the events of single mentions, in text order; ``timex`` is None where undated.

    Args:
        document: The text and its sentences.
        timexes: Every temporal expression, in text order.
        mentions: Every actor mention, in text order.
        references: Mentions of named events.
        grammar: Parses of the sentences, made on demand.
        dct: Document creation time.
    """
    served = acting_for(mentions)
    story = _Story(
        document,
        grammar,
        vocabulary("en"),
        _Shelf(timexes, (t.span for t in timexes)),
        _Shelf(mentions, (m.span for m in mentions)),
        _Shelf(references, (r.span for r in references)),
        entries(document, timexes),
        dct,
        served,
        _home(document, mentions),
        any(_is_news(t, dct) for t in timexes),
    )
    past: list[Scene] = []
    scenes = [
        _scene(story, number, sentence, past)
        for number, sentence in enumerate(document.sentences)
        if sentence.kind == "body"
    ]
    dated: list[Known] = []
    for scene in scenes:
        bound(scene, dated, dct=dct)
        dated += known(scene, dated, dct=dct)
    told: list[Told] = []
    pointed: Scene | None = None
    for scene, following in zip_longest(scenes, scenes[1:]):
        pointed = pointing_back(scene, pointed)
        told += _told(story, pointed, following)
        past.append(pointed)
    return inherit(told, dct=dct)


def _is_news(timex: Timex, dct: date | None) -> bool:
    """Is it a day right around the article's, told from it ("on Monday", "today")?"""
    start = timex.interval.start if timex.interval else None
    return bool(dct and start and timex.basis == "dct" and abs((start - dct).days) <= _NEWS_DAYS)


def _home(document: Document, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention of the dateline's place: the last before the story's first sentence."""
    start = next((s.span.start for s in document.sentences if s.kind == "body"), 0)
    before = [m for m in mentions if m.span.end <= start][-1:]
    return (
        before[0]
        if before and before[0].role == "place" and _in_dateline(document, before[0])
        else None
    )


def _in_dateline(document: Document, mention: Mention) -> bool:
    return any(
        s.kind == "boilerplate" and s.span.start <= mention.span.start < s.span.end
        for s in document.sentences
    )


def _scene(story: _Story, number: int, sentence: Sentence, past: list[Scene]) -> Scene:
    """Gather one sentence's findings and attach its dates to its words."""
    timexes = story.timexes.inside(sentence.span)
    references = story.references.inside(sentence.span)
    parse = story.grammar.sentence(number)
    found = candidates_.find(parse, number, story.words)
    usable = [t for t in timexes if _dates_an_event(t)]
    attach(parse, usable, found, references, dct=story.dct)
    if sentence.paragraph in story.entries:
        date_entry(found, story.entries[sentence.paragraph], timexes, parse)
    ages = began(found, parse, usable, dct=story.dct, news=story.news) if tells_age(parse) else []
    return Scene(
        number=number,
        sentence=sentence,
        parse=parse,
        text=story.document.text,
        source=story.document.source,
        timexes=timexes,
        mentions=story.mentions.inside(sentence.span),
        references=references,
        candidates=[*split(found, parse), *ages],
        dated=frozenset(dated_tokens(parse, timexes)),
        served=story.served,
        past=past,
        home=story.home,
    )


def _told(story: _Story, scene: Scene, following: Scene | None) -> list[Told]:
    """Return the events of one sentence; the next one may give a saying its content."""
    number, paragraph = scene.number, scene.sentence.paragraph
    out = [
        Told(from_reference(r, scene, dct=story.dct), number, paragraph, False)
        for r in scene.references
    ]
    for candidate in scene.candidates:
        if not is_event(candidate, scene) or is_named(candidate, scene):
            continue
        event = told_event(candidate, scene, dct=story.dct)
        if event is not None:
            event = elaborate(event, candidate, scene, following)
            line = event.status == "past" and in_line(candidate, scene.parse)
            inherits = (
                line
                and candidate.strength != "report"
                and not (lasts(scene) and not candidate.timexes)
            )
            stands = tells(candidate, event, scene)
            out.append(Told(event, number, paragraph, inherits, stands))
    return out


def _dates_an_event(timex: Timex) -> bool:
    """Is it a place in the calendar that an event can have? A century is none."""
    return timex.interval is not None and timex.type != "SET" and timex.interval.grain != "century"
