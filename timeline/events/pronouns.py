"""A lone pronoun that is the subject → whom it stands for, where the text has just named them.

It must not link "he" or "she"; the actors' own stage does.
"""

from __future__ import annotations

from timeline.events.asides import others_people
from timeline.events.candidates import Candidate
from timeline.events.plurals import is_plural
from timeline.events.scene import Scene
from timeline.events.subjects import Tokens, subject
from timeline.model import Mention

__all__ = ["pointed_at"]

_DEEDS = frozenset(
    {
        *("demand", "sanction", "statement", "protest", "accusation", "rejection", "threat"),
        *("deployment", "attack", "coercion", "withdrawal", "aid", "support", "proposal"),
    }
)
"""Types that only somebody can do, so that "it" is no thing."""
_BEFALLING = frozenset({"coercion", "statement", "proposal", "vote", "agreement", "other"})
"""Types of what is done to papers and things at least as often as to states."""


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
        if verb is not None and verb.passive and candidate.type in _BEFALLING:
            return ()  # "It had not been released": what, is open
        does = candidate.type in _DEEDS or (own and not scene.it)
        return scene.back.agent if word == "it" and does else ()
    if word not in ("it", "they"):
        return ()
    named = tuple(m for m in scene.inside(phrase) if m.role == "name")
    if word == "it":
        return named if len(named) == 1 and named[0].actor.kind != "person" else ()
    return named if len(named) > 1 or _of_them(phrase, named, scene) else ()


def _of_them(phrase: Tokens, named: tuple[Mention, ...], scene: Scene) -> bool:
    """Is a plural subject somebody's people ("members of the Front", "Kenya's soldiers")?"""
    head = phrase[1] - 1
    inside = range(*phrase)
    of = next((i for i in inside if scene.parse.lower[i] == "of"), head + 1)
    others = others_people(phrase, scene.parse)
    at = [scene.parse.token_at(m.head.start) for m in named]
    apart = of <= head or any(head not in scene.mention_tokens(m) for m in named)
    return apart and is_plural(" ".join(scene.parse.text[phrase[0] : of])) and others.isdisjoint(at)
