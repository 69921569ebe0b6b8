"""A verb → how a label tells it: historical present, plan, passive, denied or only claimed.

It must not choose subject or object; labels.py does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.events.hold import Hold
from timeline.events.number import takes_plural
from timeline.events.pairs import paired
from timeline.events.phrases import clean, label_words
from timeline.events.plurals import is_plural
from timeline.events.scene import Scene
from timeline.events.status import not_until, to_nothing
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.grammar.words import base_form, inflections, words
from timeline.model import Status

__all__ = ["act_of", "headless", "hedged", "undergone"]

_HELPS = frozenset(form for _, form in inflections("help"))
_PRESENT = {"have": "has", "do": "does", "be": "is"}
"""Verbs that are auxiliaries, too, and no word list has."""
_OBJECTS = frozenset({"DET", "NOUN", "NAME", "NUM"})
"""Classes with which an object begins."""
_AFTER_OBJECT = frozenset({"PREP", "TO", "SUB", "REL", "COORD", "PUNCT", "PRON"})


def hedged(verb: VerbGroup, scene: Scene, status: Status, held: Hold | None, who: str) -> str:
    """Return the act with the word that keeps it from being a fact ("almost attacks")."""
    hedge = held.tells if held else ""
    without = who.lower().startswith(("no ", "neither ", "none ", "nobody "))
    without = without or to_nothing(scene.parse, verb.head)  # the label says so elsewhere
    late = verb.negated and status != "denied" and not_until(scene.parse, verb.head)
    refused = (status == "denied" or verb.negated) and not hedge
    negated = refused and not without and not late
    told = verb if verb.negated == negated else replace(verb, negated=negated)
    act = act_of(told, scene, "past" if hedge else status, plural=takes_plural(who, scene))
    return re.sub(r"^(is |are |)", rf"\1{hedge} ", act) if hedge else act


def headless(act: str, verb: VerbGroup, scene: Scene) -> str:
    """Return the act of nobody known: "promised membership", "shelling of the port"."""
    written = scene.parse.lower[verb.head]
    named = verb.form in ("gerund", "participle") and written.endswith("ing")
    if named and scene.parse.lower[verb.head + 1 : verb.head + 2] == ["of"]:
        return f"{written} of"  # "Beginning of the strike"
    return written if named else re.sub(r"^(to be|to|is|are) ", "", act)


def act_of(verb: VerbGroup, scene: Scene, status: Status, *, plural: bool) -> str:
    """Return the verb in the historical present, as a plan, or passive."""
    if verb.lemma == "be" and status == "planned":
        return "to be"
    lemma = verb.lemma if verb.lemma in words("en").forms else ""
    written = " ".join(scene.parse.lower[paired(verb, scene.parse) : verb.head + 1])
    if verb.passive:
        be = "are" if plural else "is"
        if status == "hypothetical":
            be = f"{_modal(verb)} be"
        elif status == "planned" and verb.lemma not in vocabulary().schedule:
            be = "to be"  # else "is expected in Oslo"
        return f"{be}{' not' if verb.negated else ''} {written}"
    lemma = lemma or (verb.lemma if verb.lemma in _PRESENT else base_form(written))
    if not lemma:
        return written
    if verb.form == "infinitive" and scene.parse.lower[verb.first - 1] in _HELPS:
        helped = replace(verb, lemma="help", form="finite", first=verb.head)
        return f"{act_of(helped, scene, status, plural=plural)} {lemma}"  # "helped end the war"
    if verb.negated and status != "planned":
        return f"{'do' if plural else 'does'} not {lemma}"
    if status == "hypothetical":
        if verb.perfect and verb.modal:
            return f"{_modal(verb)} have {written}"
        return f"{_modal(verb)} {lemma}"
    if status == "planned":
        return f"to {lemma}"
    return _plural(lemma) if plural else _third_person(lemma)


def undergone(
    verb: VerbGroup, tokens: Sequence[int], scene: Scene, status: Status, particles: Sequence[str]
) -> str | None:
    """Tell an act of nobody known by its object ("They put up a cross": "Cross is put up").

    None where the verb has no object, or none that undergoes anything.
    """
    parse, known = scene.parse, vocabulary()
    if tokens and parse.lower[tokens[0]] in label_words().particles:
        particles, tokens = [*particles, parse.lower[tokens[0]]], tokens[1:]  # "put up a cross"
    ends = (i for i in tokens if parse.tags[i] in _AFTER_OBJECT and not _inside_object(i, parse))
    end = next(ends, tokens[-1] + 1 if tokens else 0)
    object_ = clean([i for i in tokens if i < end], parse, scene.dated)
    ordered = parse.tags[end : end + 1] == ["TO"] and verb.lemma in known.orders
    stays = (
        frozenset()
        if ordered
        else label_words().tellers | known.state | known.phase | known.refuse | label_words().active
    )
    clause = any(v.form == "finite" and v.first in tokens for v in parse.verbs)
    participle = participles().get(verb.lemma)
    unmoved = verb.lemma in stays or verb.lemma in words("en").intransitive
    if verb.passive or verb.negated or not object_ or unmoved or clause:
        return None
    if parse.tags[tokens[0]] not in _OBJECTS or participle is None:
        return None
    rest = clean([i for i in tokens if i >= end], parse, scene.dated, opens=False)
    be = "are" if is_plural(object_) else "is"
    if status in ("planned", "hypothetical"):
        be = "to be" if status == "planned" else f"{_modal(verb)} be"
    return " ".join((object_, be, participle, *particles, rest))


def _inside_object(i: int, parse: Parse) -> bool:
    """Does a preposition carry an object on ("the end of", "a planned visit to")?"""
    leads = parse.tags[i] == "PREP" or (
        parse.tags[i] == "TO" and parse.tags[i + 1 : i + 2] != ["VERB"]
    )
    return parse.lower[i] == "of" or (leads and parse.lower[i - 1] in vocabulary().nouns)


@cache
def participles() -> dict[str, str]:
    """Return the past participle of every known verb by its base form."""
    out: dict[str, str] = {}
    for form, (flags, base) in words("en").forms.items():
        if "N" in flags:
            out.setdefault(base, form)  # irregular ones come first
    return out


def _modal(verb: VerbGroup) -> str:
    """Return the modal by which a supposition is told: its own, else "may"."""
    return verb.modal if verb.modal in label_words().modals else "may"


def _plural(lemma: str) -> str:
    return "are" if lemma == "be" else lemma


@cache
def _third_person(lemma: str) -> str:
    return _PRESENT.get(lemma) or next(form for flag, form in inflections(lemma) if flag == "Z")
