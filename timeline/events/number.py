"""A label's subject → whether it takes the singular or the plural verb."""

from __future__ import annotations

from timeline.events.phrases import label_words
from timeline.events.plurals import NOUN_ENDS, is_plural
from timeline.events.scene import Scene
from timeline.model import Actor

__all__ = ["short_name", "takes_plural"]


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
    others = NOUN_ENDS.findall(before)
    return bool(joined) and actor.kind == "person" and {" of "}.issuperset(others)
