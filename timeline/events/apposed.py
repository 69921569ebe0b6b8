"""The name that stands beside a subject without one: "his foreign minister, Ana Pérez, left".

It must not decide who acts; participants.py does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.scene import Scene
from timeline.events.subjects import Tokens
from timeline.model import Mention

__all__ = ["apposed", "without_owners", "without_possessors"]

_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART"})


def apposed(phrase: Tokens | None, acting: Sequence[Mention], scene: Scene) -> list[Mention]:
    """Return whom the subject describes: a person, or a body ("a rebel group, the PLX, …").

    Behind it ("Peru's president, Ana Pérez, …"), or before it where "who" looks back on both
    ("Ana Pérez, Peru's president, who …").

    Args:
        phrase: The subject.
        acting: Whom the subject names itself; where it names one, no body is beside it.
        scene: The sentence.
    """
    lower = scene.parse.lower
    if phrase is None or lower[phrase[1] : phrase[1] + 1] != [","]:
        return []
    both = zip(scene.mentions, scene.head_at, strict=True)
    named = {
        m: at
        for m, at in both
        if m.role == "name" and m.actor.kind != "state" and not scene.owns(m)
    }
    people = {m: at for m, at in named.items() if m.actor.kind == "person"}
    end = phrase[1] + 1 + (lower[phrase[1] + 1 : phrase[1] + 2] == ["the"])
    beside = people if acting else named
    after = [m for m, at in beside.items() if end in (at, scene.mention_tokens(m).start)]
    if lower[end : end + 1] == ["who"] and phrase[0] and lower[phrase[0] - 1] == ",":
        after += [m for m in people if scene.mention_tokens(m).stop == phrase[0] - 1]
    return after


def without_owners(
    acting: Sequence[Mention], phrase: Tokens | None, named: Sequence[Mention], scene: Scene
) -> list[Mention]:
    """Leave out whose minister or deputy it is, where the one beside the subject is named.

    "Okello's deputy, Ana Pérez, left": Okello did not; of "Okello and her deputy, …" both did.
    """
    if phrase is None or not any(m.actor.kind == "person" for m in named):
        return without_possessors(acting, scene)
    if "and" in scene.parse.lower[slice(*phrase)]:
        return list(acting)
    return [m for m in acting if m.actor.kind != "person"]


def without_possessors(mentions: Sequence[Mention], scene: Scene) -> list[Mention]:
    """Leave out whose brother or spokesman somebody named is ("his brother Juan Mora left")."""
    people = [m for m in mentions if m.actor.kind == "person"]
    if len(people) < 2:
        return list(mentions)
    parse = scene.parse
    owned: list[Mention] = []
    for owner, person in pairwise(people):
        end, start = scene.mention_tokens(owner).stop, parse.token_at(person.head.start)
        possessive = scene.owns(owner) or parse.tags[end - 1] == "DET"
        together = _PHRASE.issuperset(parse.tags[end:start])
        if possessive and together and person.role == "name":
            owned.append(owner)
    return [m for m in mentions if m not in owned]
