"""A lone pronoun that is the subject → whom it stands for, where the text has just named them.

It must not link "he" or "she"; the actors' own stage does.
"""

from __future__ import annotations

from timeline.events.candidates import Candidate
from timeline.events.scene import Scene
from timeline.events.subjects import subject
from timeline.model import Mention

__all__ = ["pointed_at"]

_DEEDS = frozenset(
    {
        *("demand", "sanction", "statement", "protest", "accusation", "rejection", "threat"),
        *("deployment", "attack", "coercion", "withdrawal", "aid", "support", "proposal"),
    }
)
"""Types that only somebody can do, so that "it" is no thing."""


def pointed_at(pronoun: int, candidate: Candidate, scene: Scene) -> tuple[Mention, ...]:
    """Return whom a lone "both", "it" or "they" stands for, where the text has just named them."""
    word = scene.parse.lower[pronoun]
    if word == "both":
        return scene.back.pair
    main = next((v for v in scene.parse.verbs if v.form == "finite"), None)
    phrase = subject(main, scene.parse, scene.dated) if main and main.head < pronoun else None
    same = phrase is not None and scene.parse.lower[slice(*phrase)] == [word]
    if phrase is None or phrase[0] == pronoun or same:
        if word == "they":
            return scene.back.crowd
        verb = candidate.verb
        own = verb is not None and verb.form == "finite" and verb.first == pronoun + 1
        does = candidate.type in _DEEDS or (own and not scene.it)
        return scene.back.agent if word == "it" and does else ()
    if word not in ("it", "they"):
        return ()
    named = tuple(m for m in scene.inside(phrase) if m.role == "name")
    if word == "it":
        return named if len(named) == 1 and named[0].actor.kind != "person" else ()
    return named if len(named) > 1 else ()
