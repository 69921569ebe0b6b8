"""A pronoun later in a sentence → what the sentence has named, by the name a label gives it.

It must not look back on other sentences; antecedents.py does.
"""

from __future__ import annotations

from timeline.events.phrases import clean, label_words, noun_phrase
from timeline.events.plurals import is_plural
from timeline.events.scene import Scene
from timeline.events.subjects import subject

__all__ = ["own_body", "own_group", "own_thing"]

_OPENING = 2
"""Tokens before a pronoun that looks back on the sentence before."""


def own_thing(scene: Scene, before: int, *, whole: bool = True) -> str:
    """Return the one agreement or plan that the sentence has told of, for an "it" later in it."""
    parse, words = scene.parse, label_words()
    known = words.things if whole else words.things | words.offers
    things = [
        c
        for c in scene.candidates
        if c.noun and c.token < before and c.modifier < 0 and parse.lower[c.token] in known
    ]
    if len(things) != 1:
        return ""
    tokens = noun_phrase(things[0].first, things[0].token, parse, scene.dated)
    return clean([i for i in tokens if whole or i <= things[0].token], parse, scene.dated)


def own_body(scene: Scene, before: int) -> str:
    """Return the body that is the subject of the sentence's first verb, for an "it" later in it."""
    main = next((v for v in scene.parse.verbs if v.form == "finite"), None)
    phrase = subject(main, scene.parse, scene.dated) if main and main.head < before else None
    if phrase is None or scene.parse.lower[phrase[1] - 1] not in label_words().bodies:
        return ""
    return clean(range(*phrase), scene.parse, scene.dated)


def own_group(scene: Scene, before: int) -> str:
    """Return the plural subject of the sentence's first verb, for a "they" later in it."""
    if scene.parse.lower[before] != "they" or before <= _OPENING:
        return ""
    main = next((v for v in scene.parse.verbs if v.form == "finite"), None)
    phrase = subject(main, scene.parse, scene.dated) if main and main.head < before else None
    if phrase is None or any(scene.parse.tags[i] == "PRON" for i in range(*phrase)):
        return ""
    name = clean(range(*phrase), scene.parse, scene.dated)
    return name if is_plural(name) else ""
