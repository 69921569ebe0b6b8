"""Document + timexes + mentions + references → dated and undated events of single mentions.

It must not join mentions of one event; merge.py does.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from timeline.events import candidates as candidates_
from timeline.events.antecedents import antecedents, pair
from timeline.events.arrange import WEIGHTY
from timeline.events.attach import attach
from timeline.events.candidates import Candidate
from timeline.events.elaborate import elaborate
from timeline.events.inherit import Told, inherit
from timeline.events.labels import label
from timeline.events.lists import split
from timeline.events.participants import Participants, participants
from timeline.events.phrases import dated_tokens
from timeline.events.represent import titled
from timeline.events.scene import Scene
from timeline.events.status import claimed, in_line, is_future, not_until, status
from timeline.events.subjects import subject
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.grammar import Grammar, Parse, VerbGroup
from timeline.model import Document, Event, Mention, Reference, Sentence, Span, Timex

__all__ = ["assemble"]


@dataclass(frozen=True, slots=True)
class _Story:
    """All that the stages before found, at hand by sentence."""

    document: Document
    grammar: Grammar
    words: Vocabulary
    timexes: Sequence[Timex]
    mentions: Sequence[Mention]
    references: Sequence[Reference]
    dct: date | None
    officials: frozenset[str]


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
    officials = titled(mentions, document.text)
    words = vocabulary("en")
    story = _Story(document, grammar, words, timexes, mentions, references, dct, officials)
    scenes = [
        _scene(story, number, sentence)
        for number, sentence in enumerate(document.sentences)
        if sentence.kind == "body"
    ]
    told: list[Told] = []
    it = they = ""
    both: tuple[Mention, ...] = ()
    for scene, following in zip_longest(scenes, scenes[1:]):
        pointed = replace(scene, it=it, they=they, pair=both)
        told += _told(story, pointed, following)
        it, they = antecedents(pointed)
        both = pair(pointed)
    return inherit(told, dct=dct)


def _scene(story: _Story, number: int, sentence: Sentence) -> Scene:
    """Gather one sentence's findings and attach its dates to its words."""
    timexes = _inside(story.timexes, sentence.span, lambda t: t.span)
    references = _inside(story.references, sentence.span, lambda r: r.span)
    parse = story.grammar.sentence(number)
    found = candidates_.find(parse, number, story.words)
    usable = [t for t in timexes if _dates_an_event(t)]
    attach(parse, usable, found, references, dct=story.dct)
    return Scene(
        number=number,
        sentence=sentence,
        parse=parse,
        text=story.document.text,
        timexes=timexes,
        mentions=_inside(story.mentions, sentence.span, lambda m: m.span),
        references=references,
        candidates=[part for whole in found for part in split(whole, parse)],
        dated=frozenset(dated_tokens(parse, timexes)),
        officials=story.officials,
    )


def _told(story: _Story, scene: Scene, following: Scene | None) -> list[Told]:
    """Return the events of one sentence; the next one may give a saying its content."""
    number, paragraph = scene.number, scene.sentence.paragraph
    out = [
        Told(_from_reference(story, r, scene), number, paragraph, False) for r in scene.references
    ]
    for candidate in scene.candidates:
        if not _is_event(candidate, scene) or _named(candidate, scene):
            continue
        event = _event(story, candidate, scene)
        if event is not None:
            event = elaborate(event, candidate, scene, following)
            line = event.status == "past" and in_line(candidate, scene.parse)
            inherits = line and candidate.strength != "report" and not _lasts(scene)
            tells = _tells(candidate, event, scene)
            out.append(Told(event, number, paragraph, inherits, tells))
    return out


def _event(story: _Story, candidate: Candidate, scene: Scene) -> Event | None:
    """Make the event of one candidate; None when nothing can be said of it."""
    people = participants(candidate, scene)
    timex = _best(candidate.timexes)
    state = status(candidate, scene.parse, timex, story.words, dct=story.dct)
    if candidate.strength == "report" and not _spoken(people, scene.parse, story.words):
        return None
    if timex is None and state in ("hypothetical", "denied"):
        return None
    line = label(candidate, scene, people, status=state)
    if not line:
        return None
    return Event(
        event_id=_digest(story.document, scene.sentence.span, candidate.type, candidate.own_token),
        label=line,
        type=(candidate.echoes or candidate).type,
        status=state,
        timex=timex,
        said=None,
        actors=people.all,
        initiators=tuple(a.actor_id for a in people.initiators),
        targets=tuple(a.actor_id for a in people.targets),
        trigger=candidate.span(scene.parse),
        evidence=(scene.sentence.span,),
        place=people.place,
        importance=0,
        notes=(),
        told_by="noun" if candidate.noun else "verb",
    )


def _is_event(candidate: Candidate, scene: Scene) -> bool:
    """Is the word an event here: dated, or an event word told as a fact or a plan?"""
    if candidate.strength == "state" or (candidate.strength == "echo" and not candidate.echoes):
        return False
    verb = candidate.verb
    if verb is not None and not candidate.noun and _called_off(verb, scene.parse):
        return False
    if claimed(candidate, scene.parse):
        return False
    if candidate.timexes:
        return True
    if candidate.strength != "strong" or verb is None:
        return False
    return verb.form == "finite" and (verb.when == "past" or verb.plan or verb.progressive)


def _tells(candidate: Candidate, event: Event, scene: Scene) -> bool:
    """Does an undated mention say who: an actor, or at least a subject of a weighty event?"""
    if event.actors:
        return True
    found = subject(candidate.verb, scene.parse, scene.dated) if candidate.verb else None
    return found is not None and candidate.type in WEIGHTY and not event.label[:1].islower()


def _lasts(scene: Scene) -> bool:
    """Does the sentence tell how long something lasted, so that it is no one day's event?"""
    return any(t.type == "DURATION" and t.interval is None for t in scene.timexes)


def _called_off(verb: VerbGroup, parse: Parse) -> bool:
    """Does it say that something is not going to happen ("will not leave")?"""
    return verb.negated and verb.when != "past" and not not_until(parse, verb.head)


def _spoken(people: Participants, parse: Parse, words: Vocabulary) -> bool:
    """Has a saying a speaker: a named actor or a noun for one, not "the figures"?"""
    if people.subject is None:
        return bool(people.all)
    return bool(people.heads) or any(
        parse.lower[i] in words.speakers for i in range(*people.subject)
    )


def _named(candidate: Candidate, scene: Scene) -> bool:
    """Is the word part of a named event's name, and not dated by itself?"""
    span = candidate.span(scene.parse)
    return not candidate.timexes and any(
        r.span.start <= span.start < r.span.end or span.start <= r.span.start < span.end
        for r in scene.references
    )


def _dates_an_event(timex: Timex) -> bool:
    return timex.interval is not None and timex.type != "SET"


def _best(timexes: Sequence[Timex]) -> Timex | None:
    """Return the most precise date of an event; of equals the first told."""
    return min(timexes, key=_coarseness, default=None)


def _coarseness(timex: Timex) -> tuple[int, int]:
    interval = timex.interval
    if interval is None or interval.start is None or interval.end is None:
        return (1, 0)
    return (0, (interval.end - interval.start).days)


def _from_reference(story: _Story, reference: Reference, scene: Scene) -> Event:
    """Make the event that a named event's mention stands for, dated from the reference list."""
    words = story.document.text[reference.span.start : reference.span.end]
    timex = Timex(
        span=reference.span,
        type="DATE",
        value=reference.edtf,
        mod=None,
        interval=reference.interval,
        edtf=reference.edtf,
        basis="reference",
        rule="named event",
        why=f"“{words}” is {reference.label}, {reference.edtf}, see {reference.source}",
    )
    future = is_future(timex, story.dct)
    return Event(
        event_id=_digest(story.document, reference.span, reference.event_id, 0),
        label=reference.label,
        type=reference.type,
        status="planned" if future else "past",
        timex=timex,
        said=None,
        actors=reference.actors,
        initiators=(),
        targets=(),
        trigger=reference.span,
        evidence=(scene.sentence.span,),
        place="",
        importance=0,
        notes=(),
        told_by="name",
    )


def _digest(document: Document, span: Span, type_: str, token: int) -> str:
    """Return a stable id: the same text gives the same ids in every run."""
    key = f"{document.source}\x1f{span.start}\x1f{span.end}\x1f{type_}\x1f{token}"
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


_Item = TypeVar("_Item")


def _inside(items: Sequence[_Item], span: Span, key: Callable[[_Item], Span]) -> list[_Item]:
    """Return the items that begin inside a span; items are in text order."""
    start = bisect_left(items, span.start, key=lambda item: key(item).start)
    end = bisect_left(items, span.end, key=lambda item: key(item).start)
    return list(items[start:end])
