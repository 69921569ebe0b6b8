"""Somebody awaited at a place on a day to come → a visit ("is expected in Oslo on Friday").

It must not make a visit of things: a storm, a verdict or a payment may be due anywhere.
"""

from __future__ import annotations

from datetime import date

from timeline.events.candidates import Candidate
from timeline.events.scene import Scene
from timeline.events.subjects import subject
from timeline.events.vocabulary import vocabulary
from timeline.grammar import VerbGroup

__all__ = ["awaited"]

_AT = frozenset({"in", "at"})
_BACK = frozenset({"back", "due", "expected", "be"})


def awaited(scene: Scene, *, dct: date | None) -> None:
    """Turn the states of a sentence that await somebody somewhere into visits."""
    for candidate in scene.candidates:
        verb = candidate.verb
        if candidate.strength != "state" or verb is None or not _ahead(candidate, dct):
            continue
        head = _before_place(verb, scene)
        if head < 0 or not _is_somebody(verb, scene):
            continue
        candidate.verb = VerbGroup(verb.first, head, "be", "finite", "future", plan=True)
        candidate.token, candidate.type, candidate.strength = head, "visit", "strong"


def _ahead(candidate: Candidate, dct: date | None) -> bool:
    """Has it a day that is the article's or later?"""
    days = [t.interval for t in candidate.timexes if t.interval]
    return dct is not None and any(i.start and i.start >= dct for i in days)


def _before_place(verb: VerbGroup, scene: Scene) -> int:
    """Return the last token before "in" and a place, else -1."""
    parse = scene.parse
    coming = verb.lemma == "be" and (verb.tense == "future" or "due" in parse.words)
    if verb.negated or verb.modal or not (coming or (verb.lemma == "expect" and verb.passive)):
        return -1
    i = verb.head
    while parse.lower[i + 1 : i + 2] and (
        parse.lower[i + 1] in _BACK or parse.tags[i + 1] == "ADV"
    ):
        i += 1
    said = verb.lemma == "expect" or verb.tense == "future" or parse.lower[i] == "due"
    placed = parse.lower[i + 1 : i + 2] and parse.lower[i + 1] in _AT
    named = parse.tags[i + 2 : i + 3] == ["NAME"] and i + 2 not in scene.dated
    return i if said and placed and named else -1


def _is_somebody(verb: VerbGroup, scene: Scene) -> bool:
    found = subject(verb, scene.parse, scene.dated)
    if found is None:
        return False
    people = any(m.actor.kind == "person" for m in scene.inside(found))
    return people or scene.parse.lower[found[1] - 1] in vocabulary().speakers
