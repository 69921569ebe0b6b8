"""Mentions around an event's word → who acts, who is acted upon, and where it is.

It must not name actors that the clause does not hold.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from timeline.events.apposed import apposed, without_owners, without_possessors
from timeline.events.asides import (
    explained,
    former,
    fronted_scene,
    left_out,
    others_people,
    purposes,
    subject_sides,
    undergone,
)
from timeline.events.candidates import Candidate
from timeline.events.doers import doer
from timeline.events.nominal import own_phrase, taken_back
from timeline.events.pronouns import pointed_at
from timeline.events.reach import after_by, reach, set_aside
from timeline.events.recall import recalled
from timeline.events.relatives import fronted_object
from timeline.events.represent import Served, at_home, with_states
from timeline.events.scene import Scene
from timeline.events.subjects import Tokens, subject
from timeline.model import Actor, Mention

__all__ = ["Participants", "participants"]

_JOINT = frozenset({"meeting", "call", "talks", "visit"})
_REACHES_PLACES = frozenset({"visit", "deployment", "attack", "withdrawal", "aid", "election"})
"""Who is visited, attacked, sent troops or votes is a party to it, not only its scene."""
_RECALLING = frozenset({"recall", "evacuate", "deport", "extradite"})
_ARRIVING = frozenset({"arrive", "land"})
_NOTHING: frozenset[int] = frozenset()
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

    recalled: tuple[Actor, ...] = ()
    """Those of an earlier event that a noun takes up ("rejected the deal")."""

    @property
    def all(self) -> tuple[Actor, ...]:
        """All of them and whom they act for, initiators first, each once."""
        return with_states(_once([*self.initiators, *self.targets, *self.recalled]), self.served)


def participants(candidate: Candidate, scene: Scene) -> Participants:
    """Return the actors of one event of a sentence."""
    candidate = candidate.echoes or candidate
    known: Participants | None = scene.taking_part.get(candidate)
    if known is None:
        known = _participants(candidate, scene)
        held = candidate.noun and known.initiators  # "Kenya, which hosts the talks that …"
        known.recalled = () if held else recalled(candidate, known.subject, scene, _told_of)
        scene.taking_part[candidate] = known
    return known


def _participants(candidate: Candidate, scene: Scene) -> Participants:
    parse, verb = scene.parse, candidate.verb
    phrase = _subject(candidate, scene)
    held_by = phrase or (_holders(candidate, scene) if candidate.noun else None)
    heads = scene.inside(held_by) if held_by and scene.mentions else ()
    if phrase and not heads and phrase[1] - phrase[0] == 1:
        heads = pointed_at(phrase[0], candidate, scene)
    fronted = fronted_object(verb, parse) if verb else None
    found = _reached(candidate, heads, fronted and fronted[1], scene) if scene.mentions else []
    opened = _fronted(candidate, phrase, scene) if found or heads else _NOTHING
    place = next((m.head for m, at in found if m.role == "place" or at in opened), None)
    aside = opened | _aside(candidate, phrase, scene) if found or heads else _NOTHING
    others = [m for m, at in found if at not in aside and _counts(m, at, candidate)]
    others = without_possessors(others, scene)
    acting, targets = _sides(candidate, heads, phrase, aside, scene) if heads else ([], [])
    named = apposed(phrase, acting, scene)
    acting = [*named, *without_owners(acting, phrase, named, scene)]
    if candidate.type == "visit":
        others = [m for m in others if not at_home(m, acting)]
    targets += [m for m in others if m not in acting]
    if not targets and scene.home and verb and verb.lemma in _ARRIVING:
        targets = [scene.home]  # "arrived on Monday", told from there
    if verb is not None and verb.passive:
        agents = [m for m in others if after_by(parse.token_at(m.span.start), parse)]
        targets = [*acting, *(m for m in targets if m not in agents)]
        acting = agents
    owned = candidate.noun and not undergone(parse.lower[candidate.token])
    if owned and not acting and candidate.type not in _JOINT:
        acting = _owners(candidate, targets, scene)
    acting_ids = {m.actor.actor_id for m in acting}
    return Participants(
        _once([m.actor for m in acting]),
        _once([m.actor for m in targets if m.actor.actor_id not in acting_ids]),
        scene.text[place.start : place.end] if place else "",
        phrase,
        heads,
        object_preposition=fronted[0] if fronted else "",
        object_phrase=fronted[1] if fronted else None,
        served=scene.served,
    )


def _told_of(candidate: Candidate, scene: Scene) -> tuple[Actor, ...]:
    people = scene.taking_part.get(candidate) or _participants(candidate, scene)
    return (*people.initiators, *people.targets, *people.recalled)


def _reached(
    candidate: Candidate, heads: Sequence[Mention], fronted: Tokens | None, scene: Scene
) -> list[tuple[Mention, int]]:
    """Return the mentions in the event's reach besides those of its subject, with their tokens."""
    inside = reach(candidate, scene.parse)
    aside = set_aside(candidate, scene.candidates, scene.parse)
    return [
        (m, at)
        for m, at in zip(scene.mentions, scene.head_at, strict=True)
        if (inside[0] <= at < inside[1] or (fronted and fronted[0] <= at < fronted[1]))
        and at not in aside
        and m not in heads
    ]


def _counts(mention: Mention, at: int, candidate: Candidate) -> bool:
    """Is a mention more than a source, and more than a scene that nothing is done to?"""
    if mention.role not in _SILENT:
        return True
    verb = candidate.verb
    struck = verb is not None and not candidate.noun and at == candidate.token + 1
    reached = struck or (verb is not None and verb.lemma in _RECALLING)
    return mention.role == "place" and (candidate.type in _REACHES_PLACES or reached)


def _aside(candidate: Candidate, phrase: Tokens | None, scene: Scene) -> frozenset[int]:
    """Return the tokens whose mentions take no part, though they stand in the clause."""
    parse = scene.parse
    out = left_out(candidate, parse) | explained(candidate, phrase, parse) | scene.beside
    out |= former(scene.head_at, scene.mentions, parse)
    if len(scene.mentions) > 1:
        out |= purposes(candidate, set(scene.head_at), parse)
    return out


def _fronted(candidate: Candidate, phrase: Tokens | None, scene: Scene) -> frozenset[int]:
    """Return the tokens of a scene before the subject that nothing is done to ("In Oslo, …")."""
    if candidate.type in _REACHES_PLACES:
        return frozenset()
    verb = candidate.verb
    first = phrase[0] if phrase else verb.first if verb else candidate.first
    return fronted_scene(candidate, first, scene.parse)


def _sides(
    candidate: Candidate,
    heads: Sequence[Mention],
    phrase: Tokens | None,
    aside: Set[int],
    scene: Scene,
) -> tuple[list[Mention], list[Mention]]:
    """Return who of a subject phrase acts, and who is acted upon ("the attack on Kenya")."""
    parties = [m for m in heads if m.role not in _SILENT]
    at = [scene.parse.token_at(m.head.start) for m in parties]
    if phrase is None or not all(phrase[0] <= i < phrase[1] for i in at):
        return parties, []  # named in the sentence before
    strikes = candidate.type in _REACHES_PLACES
    upon, neither = subject_sides(phrase, scene.parse, strikes=strikes)
    neither |= others_people(phrase, scene.parse)
    both = list(zip(parties, at, strict=True))
    acting = [m for m, i in both if i not in upon and i not in neither and i not in aside]
    return acting, [m for m, i in both if i in upon and i not in aside]


def _owners(candidate: Candidate, named: Sequence[Mention], scene: Scene) -> list[Mention]:
    """Return whose act a noun tells: "Kenya's attack", "the Kenyan raid", "his refusal"."""
    parse = scene.parse
    first = own_phrase(candidate, parse)[0]
    before = [m for m in named if first <= parse.token_at(m.head.start) < candidate.token]
    ends = [parse.token_at(m.span.end - 1) + 1 for m in before]
    return [
        m
        for m, end in zip(before, ends, strict=True)
        if parse.tags[end] == "POSS" or m.role in ("adjective", "pronoun")
    ]


def _subject(candidate: Candidate, scene: Scene) -> Tokens | None:
    """Return the subject of the event's verb; a meeting's noun has that of the clause's verb."""
    if candidate.verb is not None:
        found = subject(candidate.verb, scene.parse, scene.dated)
        if found is None or not found[0] <= candidate.token < found[1]:
            return found
        return None if candidate.noun else found
    shared = candidate.type in _JOINT or _with_another(candidate, scene)
    if shared or taken_back(candidate, scene.parse):
        governor = scene.parse.governor(candidate.span(scene.parse))
        return subject(governor, scene.parse, scene.dated) if governor else None
    return doer(candidate, scene.parse, scene.dated) if candidate.noun else None


def _holders(candidate: Candidate, scene: Scene) -> Tokens | None:
    """Return whose talks they are: "Kenya and Peru, which hold the talks that …"."""
    parse = scene.parse
    before = own_phrase(candidate, parse)[0] - 1
    verb = next((v for v in parse.verbs if v.head == before and v.form == "finite"), None)
    if verb is None or verb.passive or candidate.type not in _JOINT:
        return None
    return subject(verb, parse, scene.dated)


def _with_another(candidate: Candidate, scene: Scene) -> bool:
    """Does "with" name one side of what takes two ("a truce with Kenya"), and nothing the other?"""
    parse = scene.parse
    first, end = own_phrase(candidate, parse)
    named = [at for at in scene.head_at if first <= at < end]
    after = range(candidate.token + 1, end)
    with_ = next((i for i in after if parse.lower[i] == "with"), end)
    return candidate.noun and with_ < end and bool(named) and min(named) > with_


def _once(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple({a.actor_id: a for a in actors}.values()) if len(actors) > 1 else tuple(actors)
