"""Mentions around an event's word → who acts, who is acted upon, and where it is.

It must not name actors that the clause does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.events.candidates import Candidate
from timeline.events.reach import after_by, reach, set_aside
from timeline.events.represent import Served, with_states
from timeline.events.scene import Scene
from timeline.events.subjects import Tokens, fronted_object, subject
from timeline.model import Actor, Mention

__all__ = ["Participants", "participants"]

_JOINT = frozenset({"meeting", "call", "talks", "visit"})
_REACHES_PLACES = frozenset({"visit", "deployment", "attack", "withdrawal", "aid"})
"""Who is visited, attacked or sent troops is a party to it, not only its scene."""
_DEEDS = frozenset(
    {
        *("demand", "sanction", "statement", "protest", "accusation", "rejection", "threat"),
        *("deployment", "attack", "coercion", "withdrawal", "aid", "support", "proposal"),
    }
)
"""Types that only somebody can do, so that "it" is no thing."""
_SILENT = frozenset({"place", "source"})


@dataclass(slots=True, eq=False)
class Participants:
    """The actors of one event."""

    initiators: tuple[Actor, ...]
    """Who acts: the subject of an active verb, the "by" of a passive one."""
    targets: tuple[Actor, ...]
    """Who is acted upon: objects and the other phrases of the clause."""
    place: str
    """The first place named in the clause, in the text's words."""
    subject: Tokens | None
    """The subject phrase of the event's verb."""
    heads: tuple[Mention, ...]
    """Mentions that stand in the subject phrase, in text order."""
    object_preposition: str = ""
    """The preposition of a relative object ("with whom")."""
    object_phrase: Tokens | None = None
    """What that relative object stands for."""
    served: Served = field(default_factory=dict)
    """By id of a person, the states and organisations the person acts for."""

    @property
    def all(self) -> tuple[Actor, ...]:
        """All of them and whom they act for, initiators first, each once."""
        return with_states(_once([*self.initiators, *self.targets]), self.served)


def participants(candidate: Candidate, scene: Scene) -> Participants:
    """Return the actors of one event of a sentence."""
    candidate = candidate.echoes or candidate
    known: Participants | None = scene.taking_part.get(candidate)
    if known is None:
        known = scene.taking_part[candidate] = _participants(candidate, scene)
    return known


def _participants(candidate: Candidate, scene: Scene) -> Participants:
    parse, verb = scene.parse, candidate.verb
    phrase = _subject(candidate, scene)
    heads = _inside(phrase, scene) if phrase else ()
    if phrase and not heads and phrase[1] - phrase[0] == 1:
        heads = _pointed_at(phrase[0], candidate, scene)
    fronted = fronted_object(verb, parse) if verb else None
    inside = reach(candidate, parse)
    aside = set_aside(candidate, scene.candidates, parse)
    others = [
        m
        for m, at in zip(scene.mentions, scene.head_at, strict=True)
        if (inside[0] <= at < inside[1] or (fronted and fronted[1][0] <= at < fronted[1][1]))
        and at not in aside
        and m not in heads
    ]
    place = next((m.head for m in others if m.role == "place"), None)
    acting = [m.actor for m in heads if m.role not in _SILENT]
    reached = candidate.type in _REACHES_PLACES
    others = [m for m in others if m.role not in _SILENT or (reached and m.role == "place")]
    targets = [m.actor for m in others]
    if verb is not None and verb.passive:
        agents = [m for m in others if after_by(parse.token_at(m.span.start), parse)]
        targets = [*acting, *(m.actor for m in others if m not in agents)]
        acting = [m.actor for m in agents]
    acting_ids = {a.actor_id for a in acting}
    return Participants(
        _once(acting),
        _once(a for a in targets if a.actor_id not in acting_ids),
        scene.text[place.start : place.end] if place else "",
        phrase,
        heads,
        object_preposition=fronted[0] if fronted else "",
        object_phrase=fronted[1] if fronted else None,
        served=scene.served,
    )


def _pointed_at(pronoun: int, candidate: Candidate, scene: Scene) -> tuple[Mention, ...]:
    """Return whom a lone "both", "it" or "they" stands for, where the text has just named them."""
    word = scene.parse.lower[pronoun]
    if word == "both":
        return scene.pair
    main = next((v for v in scene.parse.verbs if v.form == "finite"), None)
    phrase = subject(main, scene.parse, scene.dated) if main and main.head < pronoun else None
    if phrase is None or phrase[0] == pronoun:
        if word == "they":
            return scene.crowd
        return scene.agent if word == "it" and candidate.type in _DEEDS else ()
    if word not in ("it", "they"):
        return ()
    named = tuple(m for m in _inside(phrase, scene) if m.role == "name")
    if word == "it":
        return named if len(named) == 1 and named[0].actor.kind != "person" else ()
    return named if len(named) > 1 else ()


def _subject(candidate: Candidate, scene: Scene) -> Tokens | None:
    """Return the subject of the event's verb; a meeting's noun has that of the clause's verb."""
    if candidate.verb is not None:
        found = subject(candidate.verb, scene.parse, scene.dated)
        if found is None or not found[0] <= candidate.token < found[1]:
            return found
        return None if candidate.noun else found
    if candidate.type in _JOINT:
        governor = scene.parse.governor(candidate.span(scene.parse))
        return subject(governor, scene.parse, scene.dated) if governor else None
    return None


def _inside(tokens: Tokens, scene: Scene) -> tuple[Mention, ...]:
    """Return the mentions whose own name begins among some tokens."""
    first, end = tokens
    both = zip(scene.mentions, scene.head_at, strict=True)
    return tuple(m for m, at in both if first <= at < end)


def _once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({a.actor_id: a for a in actors}.values())
