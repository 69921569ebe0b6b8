"""A sentence → what "it" and "they" in the next one stand for, where that is plain.

It must not guess: without a plain antecedent the answer is empty and the label goes without.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from timeline.events.naming import apposed, subject_name
from timeline.events.participants import Participants, participants
from timeline.events.phrases import clean, label_words, noun_phrase
from timeline.events.plurals import is_plural
from timeline.events.scene import Back, Scene
from timeline.events.vocabulary import vocabulary
from timeline.model import Mention

__all__ = ["point_back"]


_DEEPEST = 20
_POINTING = frozenset({"it", "they", "both"})


def point_back(scene: Scene, before: Scene) -> None:
    """Let a scene know what its pronouns and its "would" hang on, read from the sentence before."""
    scene.reported = _says(before) or (before.reported and "would" in before.parse.words)
    if not _POINTING.isdisjoint(scene.parse.words):
        scene.it = _thing(before) if "it" in scene.parse.words else ""
        scene.back = _Before(before)


def _says(scene: Scene) -> bool:
    """Does somebody say something in it?"""
    said = (v for v in scene.parse.verbs if v.tense == "past" and v.form == "finite")
    return any(v.lemma in vocabulary().report for v in said)


class _Before(Back):
    """What one sentence offers the pronouns of the next, looked for when one asks."""

    def __init__(self, before: Scene) -> None:
        self._before = before
        self.depth = before.back.depth + 1
        if self.depth > _DEEPEST:  # asked now, so that no long row of "they" asks itself back
            _ = self.they, self.crowd, self.agent
            self.depth = 0

    @cached_property
    def pair(self) -> tuple[Mention, ...]:
        return _pair(self._before)

    @cached_property
    def crowd(self) -> tuple[Mention, ...]:
        return _crowd(self._before)

    @cached_property
    def agent(self) -> tuple[Mention, ...]:
        return _agent(self._before) or _only_body(self._before)

    @cached_property
    def they(self) -> str:
        return _group(self._before)


def _thing(scene: Scene) -> str:
    """Return the one agreement or plan that the sentence tells of; none if it tells of two."""
    parse = scene.parse
    known = label_words().things
    things = [
        c for c in scene.candidates if c.noun and c.modifier < 0 and parse.lower[c.token] in known
    ]
    carried = [c for c in things if c.verb and c.verb.head < c.token]
    things = carried if len(carried) == 1 else things  # "after talks they signed a pact"
    if len(things) == 1:
        tokens = noun_phrase(things[0].first, things[0].token, parse, scene.dated)
        return clean(tokens, parse, scene.dated)
    return scene.it if not things and "it" in parse.words else ""


def _group(scene: Scene) -> str:
    """Return the plural subject of the sentence's main verb."""
    main = next((c for c in scene.candidates if c.verb and c.verb.form == "finite"), None)
    if main is None:
        return ""
    name = subject_name(scene, participants(main, scene))
    if not name and main.noun and main.verb and main.token < main.verb.first:
        tokens = noun_phrase(main.first, main.token, scene.parse, scene.dated)
        name = clean(tokens, scene.parse, scene.dated)  # "The talks had been due to end"
    return name if name and is_plural(name) else ""


def _pair(scene: Scene) -> tuple[Mention, ...]:
    """Return the two actors of one kind that the sentence joins with "and"; its last such pair."""
    parse = scene.parse
    found: tuple[Mention, ...] = ()
    for first, second in pairwise(m for m in scene.mentions if m.role in ("name", "capital")):
        between = range(scene.mention_tokens(first).stop, scene.mention_tokens(second).start)
        joined = [parse.lower[i] for i in between if parse.tags[i] != "DET"] == ["and"]
        if joined and first.actor.kind == second.actor.kind:
            found = (first, second)
    return found


def _agent(scene: Scene) -> tuple[Mention, ...]:
    """Return the one state or organisation that is the subject of the sentence's main verb."""
    main = next((c for c in scene.candidates if c.verb and c.verb.form == "finite"), None)
    heads = participants(main, scene).heads if main else ()
    named = tuple(m for m in heads if m.role in ("name", "capital", "pronoun"))
    single = len(named) == 1 and named[0].actor.kind in ("state", "organisation", "group")
    return named if single else ()


def _only_body(scene: Scene) -> tuple[Mention, ...]:
    """Return the organisation that a sentence names, where it names no other state or body."""
    named = [m for m in scene.mentions if m.actor.kind != "person"]
    single = len({m.actor.actor_id for m in named}) == 1 and named[0].actor.kind == "organisation"
    return (named[0],) if single and named[0].role == "name" else ()


def _crowd(scene: Scene) -> tuple[Mention, ...]:
    """Return the several actors that are the subject of the sentence's main verb."""
    main = next((c for c in scene.candidates if c.verb and c.verb.form == "finite"), None)
    if main is None:
        return ()
    people = participants(main, scene)
    named = [m for m in people.heads if m.role in ("name", "capital", "adjective")]
    named += [m for m in apposed(scene, people) if m not in named]
    persons = [m for m in named if m.actor.kind == "person"]
    found = persons if len(persons) > 1 else named
    if len(found) > 1 or (named and _is_body(people, scene)):
        return tuple(found)
    return ()


def _is_body(people: Participants, scene: Scene) -> bool:
    """Is the subject a plural noun for some people of one actor ("Iraqi troops", "police")?"""
    name = subject_name(scene, people)
    return bool(name) and is_plural(name)
