"""Find mentions of the events that data/reference_events.toml knows ("the Geneva summit").

It prefers silence to a guess: a name that several events share, and nothing in the text or the
article's date tells apart, refers to none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline.events.reference_actors import Cast
from timeline.events.reference_acts import Act, Wording, wording
from timeline.events.reference_choice import LEADS, asked, choose
from timeline.events.reference_names import Catalogue, Known, Named, catalogue, fold
from timeline.model import Document, Mention, Reference, Sentence, Span

__all__ = ["find"]

_THE = re.compile(r"(?<!\w)(?:the|this|that)\s+\Z")
_A = re.compile(r"(?<!\w)an?\s+\Z")
_YEAR_BEFORE = re.compile(r"((?:1[89]|20)\d\d)\s+\Z")
_GOES_ON = re.compile(r"[-/]\w|['’]s\b|\s+[A-Z]")
"""What makes a place part of a longer name: "Geneva-based", "Geneva Convention"."""


def find(
    document: Document,
    *,
    dct: date | None,
    mentions: Sequence[Mention],
    known: Catalogue | None = None,
) -> tuple[Reference, ...]:
    """Return the mentions of reference events, in text order, not overlapping.

    A treaty refers to an event only together with what happened to it ("signing of X"). A place
    alone ("since Geneva") refers to the event there that the document names elsewhere; the span
    of such a reference is the place word and nothing more.

    Args:
        document: What has been read.
        dct: Its creation time; None if unknown.
        mentions: Its actors.
        known: The events; None means those of data/reference_events.toml.
    """
    events = known or catalogue()
    folded = fold(document.text)
    names = events.names_in(document.text, folded)
    if not names:
        return ()
    search = _Search(document, folded, events, mentions, dct)
    found: dict[Span, Known] = {}
    end = 0
    for named in names:
        meant = search.meant(named)
        if meant is not None and meant[0].start >= end:
            found[meant[0]] = meant[1]
            end = meant[0].end
    found.update(search.places(found))
    return tuple(search.reference(span, found[span]) for span in sorted(found))


@dataclass(slots=True)
class _Search:
    """One document on its way through."""

    document: Document
    folded: str
    events: Catalogue
    mentions: Sequence[Mention]
    dct: date | None
    words: Wording = field(init=False)
    cast: Cast = field(init=False)
    starts: list[int] = field(init=False)
    casts: dict[Span, Cast] = field(default_factory=dict)
    mention_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.words = wording(self.document.language)
        self.cast = Cast.of(self.mentions)
        self.starts = [sentence.span.start for sentence in self.document.sentences]
        self.mention_starts = [mention.span.start for mention in self.mentions]

    def meant(self, named: Named) -> tuple[Span, Known] | None:
        """Return the event that a name in the text means, and the words that say so."""
        sentence = self._sentence(named.start, named.end)
        if sentence is None:
            return None
        start, end = named.start, named.end
        if named.name.events:
            if self.words.is_undone(self.folded, sentence.start, start, reach=1):
                return None
            event = self._choose(named.name.events, (start, end), sentence, frozenset())
        else:
            act = self.words.act(self.folded, start, end, sentence.start, sentence.end)
            if act is None:
                return None
            event = self._happened(named, act, sentence)
            start, end = act.start, act.end
        the = _THE.search(self.folded, max(sentence.start, start - 8), start)
        return (Span(the.start() if the else start, end), event) if event else None

    def _sentence(self, start: int, end: int) -> Span | None:
        """Return the sentence around two offsets; None inside boilerplate."""
        number = bisect_right(self.starts, start) - 1
        sentence: Sentence | None = self.document.sentences[number] if number >= 0 else None
        if sentence is None or sentence.kind == "boilerplate" or end > sentence.span.end:
            return None
        return sentence.span

    def _happened(self, named: Named, act: Act, sentence: Span) -> Known | None:
        """Return the event that an act on a treaty is."""
        events = [
            e for treaty in named.name.treaties for e in self.events.by_treaty.get(treaty, ())
        ]
        kind = next((kind for kind in act.acts if any(e.act == kind for e in events)), "")
        candidates = [event for event in events if event.act == kind]
        if act.needs_doer:
            doer = self._doer(sentence, named.start) if act.one_sided else None
            candidates = [
                event
                for event in candidates
                if (doer and doer.has_side(event.actors[0]))
                or (not act.one_sided and self._is_party(event, sentence))
            ]
        year = _YEAR_BEFORE.search(self.folded, max(sentence.start, named.start - 6), named.start)
        others = {e.interval.start.year for e in events if e.interval.start and e.act != kind}
        own = frozenset({int(year[1])} & others) if year else frozenset()
        return self._choose(candidates, (act.start, act.end), sentence, own)

    def _doer(self, sentence: Span, at: int) -> Cast | None:
        """Return who acts alone: the last actor before the treaty's name, else the first after."""
        inside = [
            mention
            for mention in self._mentions_in(sentence)
            if mention.role not in ("place", "source")
        ]
        before = [mention for mention in inside if mention.span.start < at]
        nearest = before[-1:] or inside[:1]
        return Cast.of(nearest) if nearest else None

    def _is_party(self, event: Known, sentence: Span) -> bool:
        cast = self._cast(sentence)
        return any(cast.has_side(label) for label in event.actors)

    def _mentions_in(self, sentence: Span) -> Sequence[Mention]:
        """Return the mentions of a sentence; they come in text order."""
        first = bisect_left(self.mention_starts, sentence.start)
        return self.mentions[first : bisect_left(self.mention_starts, sentence.end, first)]

    def _cast(self, sentence: Span) -> Cast:
        if sentence not in self.casts:
            self.casts[sentence] = Cast.of(self._mentions_in(sentence))
        return self.casts[sentence]

    def _choose(
        self,
        candidates: Sequence[Known],
        name: tuple[int, int],
        sentence: Span,
        own_years: frozenset[int],
    ) -> Known | None:
        if not candidates:
            return None
        around = asked(
            self.document.text,
            self.folded,
            name,
            (sentence.start, sentence.end),
            own_years=own_years,
            coming=self.words.coming,
            relative_years=self.words.relative_years,
            casts=(self._cast(sentence), self.cast),
            dct=self.dct,
        )
        event = choose(candidates, around)
        told = around.months or around.years or around.places
        before = max(sentence.start, name[0] - 50)
        some = self.words.some.search(self.folded, before, name[0]) or (
            len(candidates) > 1
            and event is not None
            and fold(event.place) not in self.folded[slice(*name)]
            and _A.search(self.folded, before, name[0])
        )
        if event is None or told or not some:
            return event
        start = event.interval.start
        ahead = self.dct is not None and start is not None and start >= self.dct
        return event if ahead else None  # "hoped for a Geneva summit", "a NATO summit": some one

    def places(self, found: dict[Span, Known]) -> Iterator[tuple[Span, Known]]:
        """Yield the places that stand alone for the one gathering there that the text names."""
        at: dict[str, set[Known]] = {}
        for span, event in found.items():
            name = self.folded[span.start : span.end]
            if fold(event.place) in name and self.words.gathering.search(name):
                at.setdefault(event.place, set()).add(event)
        for place, events in at.items():
            if place and len(events) == 1:
                yield from self._place(place, events.copy().pop(), found)

    def _place(
        self, place: str, event: Known, found: dict[Span, Known]
    ) -> Iterator[tuple[Span, Known]]:
        text = self.document.text
        taken = sorted(found)
        named_in = {self._sentence(s.start, s.end) for s, other in found.items() if other == event}
        for word in re.finditer(rf"(?<!\w){re.escape(place)}(?!\w)", text):
            span = Span(*word.span())
            sentence = self._sentence(*word.span())
            if sentence is None or sentence in named_in or _GOES_ON.match(text, span.end):
                continue
            before = bisect_right(taken, span) - 1
            if before >= 0 and taken[before].end > span.start:
                continue
            reach = self.folded[max(sentence.start, span.start - 16) : span.start]
            lead = self.words.place.search(reach)
            is_site = lead is not None and lead[0].split()[0] in self.words.sites
            if lead is None or (is_site and not self._is_theirs(event, sentence)):
                continue
            if self._choose([event], word.span(), sentence, frozenset()):
                yield span, event

    def _is_theirs(self, event: Known, sentence: Span) -> bool:
        """Say whether a sentence is about the lead actors of an event."""
        cast = self._cast(sentence)
        return all(cast.has(label) for label in event.actors[:LEADS])

    def reference(self, span: Span, event: Known) -> Reference:
        """Return the reference of some words to an event."""
        return Reference(
            span=span,
            event_id=event.event_id,
            label=event.label,
            type=event.type,
            edtf=event.edtf,
            interval=event.interval,
            actors=self.cast.actors_of(event.actors),
            source=event.source,
        )
