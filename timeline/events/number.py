"""A label's subject → whether it takes the singular or the plural verb."""

from __future__ import annotations

import re

from timeline.events.phrases import label_words
from timeline.events.quantities import bare_number
from timeline.events.scene import Scene
from timeline.model import Actor

__all__ = ["is_plural", "short_name", "takes_plural"]

_NOUN_ENDS = re.compile(
    r" (?:(?:loyal|close|opposed|allied|linked|hostile) (?:to|with)"
    r"|of|in|for|from|to|on|at|between|with|by|against|over|about|after|before|who|which|that) "
)
_SHARES = frozenset({"most", "some", "many", "all", "half", "several", "few", "more"})


def short_name(actor: Actor) -> str:
    """Return the short name of an actor: a person's surname, as later mentions use it."""
    if actor.surname:
        return actor.surname
    last = actor.label.rsplit(" ", 1)[-1]
    if actor.kind != "person" or (set(last) <= set("IVXLC") and " " in actor.label):
        return actor.label  # "John Paul II" has no last name
    return last


def takes_plural(who: str, scene: Scene) -> bool:
    """Takes a label's subject the plural verb? The name of one person or state never does."""
    named = (m.actor for m in scene.mentions if m.role == "name")
    if " and " in who and any(_joined_by(actor, who) for actor in named):
        return True
    plural = is_plural(who)
    if not plural or who.lower() in label_words().plural:
        return plural
    return not any(
        who == short_name(m.actor) and m.actor.kind in ("person", "state") for m in scene.mentions
    )


def _joined_by(actor: Actor, who: str) -> bool:
    """Is somebody named with others ("Minister of Trade Ana Mora and two envoys")?

    Not in what only describes one thing: "the meeting between Ana Mora and two envoys".
    """
    before, joined, _ = f" {who}".partition(f"{short_name(actor)} and ")
    others = _NOUN_ENDS.findall(before)
    return bool(joined) and actor.kind == "person" and {" of "}.issuperset(others)


def is_plural(who: str) -> bool:
    """Does a subject take the plural verb: "and" in it, or a head noun in the plural?"""
    words = label_words()
    if who.lower() in words.singular:
        return False
    who = bare_number(who)
    head, *of = _NOUN_ENDS.split(who, 1)
    if of and (head.lower() in _SHARES or head.lower().endswith((" percent", " per cent", "%"))):
        return is_plural(of[0])  # "most of the towns"
    word = head.rsplit(" ", 1)[-1]
    if of and word.endswith("ing") and " " in head:
        doers = head.rsplit(" ", 2)[-2]  # "troops fighting in the valley"
        word = doers if doers.lower() in words.plural or doers.endswith("men") else word
    last = word.lower()
    if " and " in head or last in words.plural:
        return True
    if word.isupper() and len(word) > 2:
        return False  # "ECOWAS"
    named = " " in head and head.rsplit(" ", 2)[-2][:1].isupper()  # "Resolution 2065 calls"
    if last.isdigit() or last in words.counts:
        return last not in ("1", "one") and not named  # "20 wounded"
    if last.endswith("men") and last not in words.singular:
        return True  # "gunmen"
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "'s")) and len(last) > 3
