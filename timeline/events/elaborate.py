"""A saying whose content is only "this" → the content that the next sentence gives it.

"He clarified this last week. He wants a written pledge." tells one thing. It must not join two
sentences with different subjects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.candidates import Candidate
from timeline.events.participants import participants
from timeline.events.phrases import clean
from timeline.events.predicates import predicate
from timeline.events.scene import Scene
from timeline.model import Event

__all__ = ["elaborate"]

_SAYING = frozenset({"statement", "demand", "proposal", "accusation", "rejection", "threat"})
_BARE = frozenset({"this", "that", "it", "so", "these", "those"})
_ROOM = 60


def elaborate(event: Event, candidate: Candidate, scene: Scene, following: Scene | None) -> Event:
    """Return the event with the next sentence as evidence, actors and label, if it tells it."""
    if following is None or event.type not in _SAYING or not _bare_object(candidate, scene):
        return event
    content = _content(following, event)
    if content is None:
        return event
    people = participants(content, following)
    if content.verb is None or not people.initiators:
        return event
    tokens = predicate(content.verb.head + 1, following.parse, following.dated, limit=_ROOM)
    words = clean(tokens, following.parse, following.dated, opens=False)
    actors = {a.actor_id: a for a in (*event.actors, *people.all)}
    return replace(
        event,
        label=f"{event.label}: {words}" if words else event.label,
        actors=tuple(actors.values()),
        targets=tuple(dict.fromkeys((*event.targets, *(a.actor_id for a in people.targets)))),
        evidence=(*event.evidence, following.sentence.span),
    )


def _bare_object(candidate: Candidate, scene: Scene) -> bool:
    """Is the verb's object a pronoun for what is to come, and nothing else?"""
    verb = candidate.verb
    if verb is None or candidate.noun or _BARE.isdisjoint(scene.parse.words):
        return False
    tokens = predicate(verb.head + 1, scene.parse, scene.dated, limit=_ROOM)
    return [scene.parse.lower[i] for i in tokens] in ([word] for word in _BARE)


def _content(following: Scene, event: Event) -> Candidate | None:
    """Return the next sentence's main verb if its subject is the event's first actor."""
    finite: Sequence[Candidate] = [
        c for c in following.candidates if c.verb and c.verb.form == "finite" and not c.timexes
    ]
    if not finite or not event.actors:
        return None
    people = participants(finite[0], following)
    same = people.initiators[:1] and people.initiators[0].actor_id == event.actors[0].actor_id
    return finite[0] if same else None
