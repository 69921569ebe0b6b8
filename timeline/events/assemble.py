"""Document + timexes + mentions + references → dated and undated events of single mentions.

It must not join mentions of one event; merge.py does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, zip_longest
from typing import Generic, TypeVar

from timeline.events import candidates as candidates_
from timeline.events.ages import began, tells_age
from timeline.events.antecedents import point_back
from timeline.events.attach import attach
from timeline.events.awaited import awaited
from timeline.events.bounds import bound
from timeline.events.candidates import Candidate
from timeline.events.dated import dated_tokens
from timeline.events.earlier import Known, known
from timeline.events.elaborate import elaborate
from timeline.events.entries import date_entry, entries, leads_on
from timeline.events.inherit import Told, inherit
from timeline.events.judge import is_event, is_named, lasts, tells
from timeline.events.lists import split
from timeline.events.participants import participants
from timeline.events.postponed import put_off
from timeline.events.records import from_reference, told_event
from timeline.events.represent import Served, acting_for
from timeline.events.scene import Scene
from timeline.events.status import in_line
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.grammar import Grammar, Parse
from timeline.model import Document, Event, Mention, Reference, Sentence, Span, Timex
from timeline.time.edtf import is_before_christ

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
    left: int = -1
    """The paragraph of the entry whose day the story has just left behind."""
    scenes: list[Scene] = field(default_factory=list)
    """All sentences of the story with what is known of them."""


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
    story = _Story(
        document,
        grammar,
        vocabulary("en"),
        _Shelf(timexes, (t.span for t in timexes)),
        _Shelf(mentions, (m.span for m in mentions)),
        _Shelf(references, (r.span for r in references)),
        entries(document, timexes),
        dct,
        acting_for(mentions),
        _home(document, mentions),
        any(_is_news(t, dct) for t in timexes),
    )
    story.scenes += _scenes(story)
    dated: list[Known] = []
    for scene in story.scenes:
        awaited(scene, dct=dct)
        bound(scene, dated, dct=dct)
        dated += known(scene, dated, dct=dct)
    for before, scene in pairwise(story.scenes):
        point_back(scene, before)
    return inherit(_told(story), dct=dct)


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


def _scenes(story: _Story) -> list[Scene]:
    """Gather the findings of every sentence of the story and attach its dates to its words.

    Each step is taken for all sentences before the next: see grammar/parse.py.
    """
    body = [(n, s) for n, s in enumerate(story.document.sentences) if s.kind == "body"]
    parses = [story.grammar.sentence(n) for n, _ in body]
    found = [
        candidates_.find(parse, n, story.words) for parse, (n, _) in zip(parses, body, strict=True)
    ]
    for parse, own, (_, sentence) in zip(parses, found, body, strict=True):
        _date(story, sentence, parse, own)
    return [
        _scene(story, number, sentence, parse, own)
        for parse, own, (number, sentence) in zip(parses, found, body, strict=True)
    ]


def _date(story: _Story, sentence: Sentence, parse: Parse, found: list[Candidate]) -> None:
    """Attach the dates of a sentence, or that of the entry it stands in, to its words."""
    timexes = story.timexes.inside(sentence.span)
    usable = [t for t in timexes if _dates_an_event(t)]
    if usable:
        references = story.references.inside(sentence.span)
        attach(parse, usable, found, references, dct=story.dct)
    entry = story.entries.get(sentence.paragraph)
    if entry is not None and sentence.paragraph != story.left:
        date_entry(found, entry, timexes, parse)
        story.left = sentence.paragraph if leads_on(found, entry) else -1


def _scene(
    story: _Story, number: int, sentence: Sentence, parse: Parse, found: list[Candidate]
) -> Scene:
    timexes = story.timexes.inside(sentence.span)
    usable = [t for t in timexes if _dates_an_event(t)]
    ages = began(found, parse, usable, dct=story.dct, news=story.news) if tells_age(parse) else []
    return Scene(
        number=number,
        sentence=sentence,
        parse=parse,
        text=story.document.text,
        source=story.document.source,
        timexes=timexes,
        mentions=story.mentions.inside(sentence.span),
        references=story.references.inside(sentence.span),
        candidates=[*split(found, parse), *ages, *put_off(found, parse, usable, dct=story.dct)],
        dated=frozenset(dated_tokens(parse, timexes)),
        served=story.served,
        story=story.scenes,
        home=story.home,
        in_entry=sentence.paragraph in story.entries,
    )


def _told(story: _Story) -> list[Told]:
    """Return the events of all sentences, each step for all before the next."""
    events = [
        [c for c in scene.candidates if is_event(c, scene) and not is_named(c, scene)]
        for scene in story.scenes
    ]
    for scene, own in zip(story.scenes, events, strict=True):
        for candidate in own:
            participants(candidate, scene)
    out: list[Told] = []
    for scene, own, following in zip_longest(story.scenes, events, story.scenes[1:]):
        out += _told_in(story, scene, own, following)
    return out


def _told_in(
    story: _Story, scene: Scene, events: Sequence[Candidate], following: Scene | None
) -> list[Told]:
    """Return the events of one sentence; the next one may give a saying its content."""
    number, paragraph = scene.number, scene.sentence.paragraph
    out = [
        Told(from_reference(r, scene, dct=story.dct), number, paragraph, False)
        for r in scene.references
    ]
    for candidate in events:
        event = told_event(candidate, scene, dct=story.dct)
        if event is not None:
            event = elaborate(event, candidate, scene, following)
            line = event.status == "past" and in_line(candidate, scene.parse)
            endures = lasts(scene) and not candidate.timexes
            inherits = line and candidate.strength != "report" and not endures
            stands = tells(candidate, event, scene)
            out.append(Told(event, number, paragraph, inherits, stands))
    return out


def _dates_an_event(timex: Timex) -> bool:
    """Is it a place in the calendar that an event can have? A century is none.

    A year before Christ is told of an event, too, though no calendar here can hold it.
    """
    if is_before_christ(timex.value):
        return timex.basis == "explicit"
    return timex.interval is not None and timex.type != "SET" and timex.interval.grain != "century"
