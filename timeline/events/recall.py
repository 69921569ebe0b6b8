"""A noun that takes up an event ("the talks", "the strikes") → whose event it was.

"Kenya and Peru opened talks. … The talks collapsed on Monday": those of Kenya and Peru. It must
not guess: a noun with actors of its own, or one that nothing before tells of, recalls nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Set
from functools import cache
from itertools import chain
from operator import attrgetter

from timeline.events.candidates import Candidate
from timeline.events.reach import reach
from timeline.events.represent import with_states
from timeline.events.scene import Scene
from timeline.events.subjects import Tokens
from timeline.events.vocabulary import vocabulary
from timeline.lexicon import table
from timeline.model import Actor

__all__ = ["recalled"]

_NUMBER = attrgetter("number")
_BACK = 12
"""Sentences that a noun may look back to its own word; fewer to its kind of noun, or to a verb."""
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_OWN = frozenset(
    {"of", "with", "between", "on", "against", "by", "in", "over", "from", "to", "for"}
)
_BEFORE = frozenset({"NOUN", "NUM", "PART", "ADV", "NAME"})
_LATEST = 8
"""Tokens after a noun in which a phrase of its own may name its actors."""
_STANDING = frozenset({"state_change", "economy", "statement", "office"})
"""Types whose nouns seldom take up an event told before ("the end", "the announcement")."""

_NONE: frozenset[str] = frozenset()

Telling = Callable[[Candidate, Scene], Iterable[Actor]]


def recalled(
    candidate: Candidate, phrase: Tokens | None, scene: Scene, actors_of: Telling
) -> tuple[Actor, ...]:
    """Return the states and organisations of the events that definite nouns take up.

    Args:
        candidate: The event: its own noun, its subject and its objects may take one up.
        phrase: Its subject.
        scene: The sentence, with those before it.
        actors_of: Who takes part in an event of an earlier sentence.
    """
    found: list[Actor] = []
    nouns, lower = vocabulary().nouns, scene.parse.lower
    for i in _looked_at(candidate, phrase, scene):
        types = _taken_up(i, scene) if lower[i] in nouns else None
        if types:
            found += _told_before(scene.parse.lower[i], types, scene, actors_of)
    return tuple(found)


def _looked_at(candidate: Candidate, phrase: Tokens | None, scene: Scene) -> Iterable[int]:
    """Return the tokens where a noun may take up an earlier event."""
    if candidate.noun:
        return (candidate.token,)
    end = min(reach(candidate, scene.parse)[1], len(scene.parse.tags))
    return chain(range(*(phrase or (0, 0))), range(candidate.token + 1, end))


def _taken_up(i: int, scene: Scene) -> frozenset[str]:
    """Return the event types of a noun that points back and names nobody itself, else none."""
    parse = scene.parse
    if parse.tags[i] != "NOUN" or parse.tags[i + 1 : i + 2] == ["NOUN"]:
        return _NONE
    entries = vocabulary().nouns[parse.lower[i]]
    types = frozenset(t for before, t in entries if not before) - _STANDING
    first = i
    while first > 0 and parse.tags[first - 1] in _BEFORE:
        first -= 1
    points = first > 0 and parse.lower[first - 1] in _POINTING
    stands = points and _governed(first - 1, scene) and not _names_its_own(first, i, scene)
    return types if stands else _NONE


def _governed(determiner: int, scene: Scene) -> bool:
    """Is a noun phrase a subject or the object of a verb, not part of a longer phrase?"""
    parse = scene.parse
    i = determiner - 1
    while i >= 0 and i in scene.dated:
        i -= 1
    heads = {v.head for v in parse.verbs}
    if i >= 1 and parse.tags[i] in ("PREP", "TO") and i - 1 in heads:
        i -= 1  # "withdrew from the talks"
    return (
        i < 0
        or i in heads
        or parse.tags[i] in ("PUNCT", "COORD", "SUB")
        or parse.lower[i] == "that"
    )


def _names_its_own(first: int, i: int, scene: Scene) -> bool:
    """Does the noun's phrase name an actor ("the Kenyan attack", "the attack on Kenya")?"""
    parse = scene.parse
    end = i + 1
    if parse.lower[end : end + 1] and parse.lower[end] in _OWN:
        while end < min(len(parse.tags), i + _LATEST) and parse.tags[end] not in ("PUNCT", "VERB"):
            end += 1
    return any(first <= at < end for at in scene.head_at)


def _told_before(word: str, types: Set[str], scene: Scene, actors_of: Telling) -> list[Actor]:
    """Return the actors of the latest event before that the noun can take up.

    One told by a noun of the same meaning comes first, then, for a noun as general as "attack",
    one told by a verb.
    """
    alike, general = _alike()
    like = alike.get(_singular(word), frozenset({_singular(word)}))
    here = bisect_left(scene.story, scene.number, key=_NUMBER)
    before = scene.story[max(0, here - _BACK) : here][::-1]
    fits: list[Callable[[Candidate, Scene], bool]] = [
        lambda c, s: c.noun and _singular(s.parse.lower[c.token]) in like
    ]
    if word in general:
        fits.append(lambda c, _: not c.noun and c.type in types and c.strength == "strong")
    for fit in fits:
        for past in before:
            for candidate in reversed(past.candidates):
                parties = _parties(candidate, past, actors_of) if fit(candidate, past) else []
                if parties:
                    return parties
    return []


@cache
def _alike() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Return the nouns that can take up one another, and those that can take up any."""
    words = table("lang/en.actors")["recall"]
    out: dict[str, frozenset[str]] = {}
    for line in words["alike"]:
        group = frozenset(map(_singular, line.split()))
        for word in group:
            out[word] = out.get(word, frozenset()) | group
    return out, frozenset(words["general"].split())


def _parties(candidate: Candidate, scene: Scene, actors_of: Telling) -> list[Actor]:
    """Return the states and organisations of an event, those its office holders act for too."""
    told = with_states(actors_of(candidate, scene), scene.served)
    return [a for a in told if a.kind != "person"]


def _singular(word: str) -> str:
    return word.removesuffix("s")
