"""Candidates and named events → event records of single mentions.

It must not decide whether something is an event; judge.py does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from timeline.events.ages import AGE
from timeline.events.ahead import is_future
from timeline.events.candidates import Candidate
from timeline.events.deadlines import at_start, no_later
from timeline.events.hold import Hold, hold
from timeline.events.judge import says, spoken
from timeline.events.labels import label
from timeline.events.participants import Participants, participants
from timeline.events.scene import Scene
from timeline.events.status import status
from timeline.events.vocabulary import vocabulary
from timeline.grammar import VerbGroup
from timeline.model import Actor, Event, Reference, Span, Status, Timex

__all__ = ["from_reference", "told_event"]


def told_event(candidate: Candidate, scene: Scene, *, dct: date | None) -> Event | None:
    """Make the event of one candidate; None when nothing can be said of it."""
    words = vocabulary()
    people = participants(candidate, scene)
    timex = no_later(_best(candidate.timexes), candidate, scene.parse)
    timex = at_start(timex, candidate, scene.parse)
    held = hold(candidate, scene.parse)
    told = scene.reported
    state = status(candidate, scene.parse, timex, words, dct=dct, held=held, reported=told)
    verb = candidate.verb
    heard = spoken(people, scene.parse, words) and says(verb, scene.parse)
    if candidate.strength == "report" and not heard:
        return None
    if timex is None and (state == "hypothetical" or (state == "denied" and not _refused(verb))):
        return None
    line = label(candidate, scene, people, status=state, held=held)
    if not line or _of_nothing(candidate, line, people):
        return None
    return Event(
        event_id=_digest(scene.source, scene.sentence.span, candidate.type, candidate.own_token),
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
        notes=_note(held, state, scene),
        told_by="noun" if candidate.noun else "verb",
    )


def _of_nothing(candidate: Candidate, line: str, people: Participants) -> bool:
    """Does an age tell when a thing began of which the label does not say what or whose it is?"""
    if not any(t.rule == AGE for t in candidate.timexes):
        return False
    if candidate.begins:
        return not people.all and len(line.split()) < 3  # "Strike begins"
    return len(line.split()) < 2  # "Alliance"


def _note(held: Hold | None, state: Status, scene: Scene) -> tuple[str, ...]:
    """Say which words keep the text from telling it as a fact."""
    if held is None or state != "hypothetical":
        return ()
    parse = scene.parse
    words = scene.text[parse.starts[held.first] : parse.ends[held.end - 1]]
    return (f"not told as a fact: “{' '.join(words.split())}”",)


def _refused(verb: VerbGroup | None) -> bool:
    """Is it told as a fact of the past that something was not done ("was never ratified")?"""
    return verb is not None and verb.negated and verb.when == "past" and verb.form == "finite"


def from_reference(reference: Reference, scene: Scene, *, dct: date | None) -> Event:
    """Make the event that a named event's mention stands for, dated from the reference list."""
    words = scene.text[reference.span.start : reference.span.end]
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
    future = is_future(timex, dct)
    return Event(
        event_id=_digest(scene.source, reference.span, reference.event_id, 0),
        label=reference.label,
        type=reference.type,
        status="planned" if future else "past",
        timex=timex,
        said=None,
        actors=_told_of(reference, scene),
        initiators=(),
        targets=(),
        trigger=reference.span,
        evidence=(scene.sentence.span,),
        place="",
        importance=0,
        notes=(),
        told_by="name",
    )


def _digest(source: str, span: Span, type_: str, token: int) -> str:
    """Return a stable id: the same text gives the same ids in every run."""
    key = f"{source}\x1f{span.start}\x1f{span.end}\x1f{type_}\x1f{token}"
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def _best(timexes: Sequence[Timex]) -> Timex | None:
    """Return the most precise date of an event; of equals the first told."""
    return min(timexes, key=_coarseness) if timexes else None


def _coarseness(timex: Timex) -> tuple[int, int]:
    interval = timex.interval
    if interval is None or interval.start is None or interval.end is None:
        return (1, 0)
    return (0, (interval.end - interval.start).days)


def _told_of(reference: Reference, scene: Scene) -> tuple[Actor, ...]:
    """Return the list's actors, but a listed state's leaders only where the sentence names them."""
    here = {m.actor.actor_id for m in scene.mentions}
    states = {a.country for a in reference.actors if a.kind == "state"}
    return tuple(
        a
        for a in reference.actors
        if a.kind != "person" or a.country not in states or a.actor_id in here
    )
