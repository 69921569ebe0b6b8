"""Event → the one line a historian would write for it, from the text's own words.

A good label: who, act, object, place; historical present ("North Korea expels UN inspectors"),
"to meet" for a plan; no date (the timeline shows it), no leading conjunction, no pronoun, no
bare noun where actors are known, at most 90 characters, cut only at a phrase's end.
It must not add a fact.
"""

from __future__ import annotations

from timeline.events.ages import AGE
from timeline.events.candidates import Candidate
from timeline.events.clause_labels import (
    MAX_CHARS,
    deadline_label,
    finish,
    member_label,
    verb_label,
)
from timeline.events.deadlines import DEADLINE
from timeline.events.hold import Hold
from timeline.events.naming import lead, listed, object_names
from timeline.events.number import is_plural, short_name
from timeline.events.participants import Participants
from timeline.events.phrases import clean, dated_tokens, noun_phrase
from timeline.events.scene import Scene
from timeline.events.vocabulary import vocabulary
from timeline.grammar.words import words
from timeline.model import Status

__all__ = ["MAX_CHARS", "label"]

_PAIRED = frozenset({"meeting", "call", "talks", "visit", "agreement", "ceasefire"})


def label(
    candidate: Candidate,
    scene: Scene,
    people: Participants,
    *,
    status: Status,
    held: Hold | None = None,
) -> str:
    """Return the label of one event; empty when its words make none.

    Args:
        candidate: The event's word.
        scene: Its sentence.
        people: Its actors.
        status: A plan is told as one.
        held: The words that keep it from being a fact.
    """
    candidate = candidate.echoes or candidate
    if candidate.noun and not _told_by_verb(candidate):
        return _noun_label(candidate, scene, people, held)
    if candidate.verb is None:
        return ""
    if candidate.part is not None:
        return member_label(candidate, candidate.verb, scene, people, status)
    if any(t.rule == DEADLINE for t in candidate.timexes):
        return deadline_label(candidate.verb, scene)
    return verb_label(candidate, candidate.verb, scene, people, status, held)


def _told_by_verb(candidate: Candidate) -> bool:
    """Does the verb that carries a noun say more than "hold" or "set" ("sign a treaty")?"""
    known = vocabulary()
    dull = known.empty | known.schedule
    return candidate.verb is not None and candidate.carried_by not in dull


def _noun_label(candidate: Candidate, scene: Scene, people: Participants, held: Hold | None) -> str:
    parse = scene.parse
    if candidate.part is not None:
        return finish(_with_member(candidate, candidate.part, scene))
    if candidate.modifier >= 0:
        return f"{parse.text[candidate.modifier]} {parse.lower[candidate.token].removesuffix('s')}"
    first = min(candidate.first, held.first) if held else candidate.first
    dated = scene.dated | _age(candidate, scene)
    tokens = noun_phrase(first, candidate.token, parse, dated)
    text = clean(tokens, parse, dated, object_names(scene, ""))
    line = finish(_with_names(text, candidate, people))
    begin = "begin" if is_plural(parse.text[candidate.token]) else "begins"
    return f"{line} {begin}" if candidate.begins else line


def _age(candidate: Candidate, scene: Scene) -> set[int]:
    """Return the tokens that tell how old the thing is; its date says it better."""
    return dated_tokens(scene.parse, [t for t in candidate.timexes if t.rule == AGE])


def _with_member(candidate: Candidate, part: tuple[int, int], scene: Scene) -> str:
    """Tell one member of a noun's dated list ("Meetings with A on Monday and B on Friday")."""
    parse, after = scene.parse, candidate.token + 1
    tokens = noun_phrase(candidate.first, candidate.token, parse, scene.dated)
    head = clean([i for i in tokens if i <= candidate.token], parse, scene.dated)
    joint = parse.lower[after] if parse.tags[after : after + 1] == ["PREP"] else "with"
    member = clean([i for i in range(*part) if i != after], parse, scene.dated, opens=False)
    return f"{head} {joint} {member}"


def _with_names(text: str, candidate: Candidate, people: Participants) -> str:
    """Put the actors before a noun that names none: "Biden–Putin call", "Iran: ceasefire"."""
    leading = lead(people.all)
    named = any(short_name(a) in text or a.label in text for a in people.all)
    if not text or not leading or named:
        return text
    plain = _decapitalised(text)
    if candidate.type in _PAIRED and len(leading) == 2:
        return f"{short_name(leading[0])}–{short_name(leading[1])} {plain}"
    if people.initiators:
        return f"{listed(people.initiators)}: {plain}"
    return f"{listed(leading)}: {plain}" if len(text.split()) == 1 else text


def _decapitalised(text: str) -> str:
    """Lower the first letter of a common word; leave names and acronyms as they are."""
    head = text.split(" ", 1)[0].lower()
    return text[:1].lower() + text[1:] if head in words("en").forms else text
