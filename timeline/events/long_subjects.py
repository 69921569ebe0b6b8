"""A subject so long that a label has no room for what it did → what can be told of it.

It must not cut a list: who is left out of one would not have taken part.
"""

from __future__ import annotations

from timeline.events.naming import object_names
from timeline.events.participants import Participants
from timeline.events.phrases import clean
from timeline.events.scene import Scene

__all__ = ["shortened"]

_LONGEST = 60
"""Characters of a subject."""
_LEADS = frozenset({"PREP", "TO"})


def shortened(who: str, scene: Scene, people: Participants) -> str:
    """Return the label's subject, where it is too long without the phrases behind it."""
    if len(who) <= _LONGEST or people.subject is None:
        return who
    parse = scene.parse
    first, end = people.subject
    described = {v.first for v in parse.verbs if v.form in ("participle", "gerund")}
    cuts = [i for i in range(first + 1, end) if parse.tags[i] in _LEADS or i in described]
    near = [i for i in cuts if parse.ends[i - 1] - parse.starts[first] <= _LONGEST]
    while near and near[-1] - 1 in described:
        near.pop()  # "a round | focusing | on trade"
    if not near or first in described or near[-1] == first + 1:
        return who
    short = clean(range(first, near[-1]), parse, scene.dated, object_names(scene, ""))
    return short if short and who.startswith(short) else who
