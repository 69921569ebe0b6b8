"""A verb → how a label tells it: historical present, plan, passive, denied or only claimed.

It must not choose subject or object; labels.py does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from timeline.events.hold import Hold
from timeline.events.naming import is_plural
from timeline.events.pairs import paired
from timeline.events.phrases import label_words
from timeline.events.scene import Scene
from timeline.events.status import not_until, to_nothing
from timeline.grammar import VerbGroup
from timeline.grammar.words import inflections, words
from timeline.model import Status

__all__ = ["act_of", "headless", "hedged"]


def hedged(verb: VerbGroup, scene: Scene, status: Status, held: Hold | None, who: str) -> str:
    """Return the act with the word that keeps it from being a fact ("almost attacks")."""
    hedge = held.tells if held else ""
    without = who.lower().startswith(("no ", "neither ", "none ", "nobody "))
    without = without or to_nothing(scene.parse, verb.head)  # the label says so elsewhere
    late = verb.negated and status != "denied" and not_until(scene.parse, verb.head)
    refused = (status == "denied" or verb.negated) and not hedge
    negated = refused and not without and not late
    told = verb if verb.negated == negated else replace(verb, negated=negated)
    act = act_of(told, scene, "past" if hedge else status, plural=is_plural(who))
    return re.sub(r"^(is |are |)", rf"\1{hedge} ", act) if hedge else act


def headless(act: str, verb: VerbGroup, scene: Scene) -> str:
    """Return the act of nobody known: "promised membership", "shelling of the port"."""
    written = scene.parse.lower[verb.head]
    named = verb.form in ("gerund", "participle") and written.endswith("ing")
    return written if named else re.sub(r"^(to be|to|is|are) ", "", act)


def act_of(verb: VerbGroup, scene: Scene, status: Status, *, plural: bool) -> str:
    """Return the verb in the historical present, as a plan, or passive."""
    lemma = verb.lemma if verb.lemma in words("en").forms else ""
    written = " ".join(scene.parse.lower[paired(verb, scene.parse) : verb.head + 1])
    if verb.passive:
        be = "are" if plural else "is"
        if status in ("planned", "hypothetical"):
            be = "to be" if status == "planned" else f"{_modal(verb)} be"
        return f"{be}{' not' if verb.negated else ''} {written}"
    if not lemma:
        return written
    if verb.negated and status != "planned":
        return f"{'do' if plural else 'does'} not {lemma}"
    if status == "hypothetical":
        if verb.perfect and verb.modal:
            return f"{_modal(verb)} have {written}"
        return f"{_modal(verb)} {lemma}"
    if status == "planned":
        return f"to {lemma}"
    return lemma if plural else _third_person(lemma)


def _modal(verb: VerbGroup) -> str:
    """Return the modal by which a supposition is told: its own, else "may"."""
    return verb.modal if verb.modal in label_words().modals else "may"


@cache
def _third_person(lemma: str) -> str:
    return next(form for flag, form in inflections(lemma) if flag == "Z")
