"""Event → the one line a historian would write for it, from the text's own words.

A good label: who, act, object, place; historical present ("North Korea expels UN inspectors"),
"to meet" for a plan; no date (the timeline shows it), no leading conjunction, no pronoun, no
bare noun where actors are known, at most 90 characters, cut only at a phrase's end.
It must not add a fact.
"""

from __future__ import annotations

from timeline.events.acts import act_of
from timeline.events.ages import AGE
from timeline.events.candidates import Candidate
from timeline.events.clause_labels import (
    MAX_CHARS,
    deadline_label,
    finish,
    verb_label,
)
from timeline.events.dated import dated_tokens
from timeline.events.deadlines import DEADLINE
from timeline.events.held import behind
from timeline.events.hold import Hold
from timeline.events.list_labels import member_label
from timeline.events.naming import lead, listed, object_names
from timeline.events.nominal import own_phrase
from timeline.events.number import short_name
from timeline.events.participants import Participants
from timeline.events.phrases import clean, noun_phrase
from timeline.events.plurals import is_plural
from timeline.events.postponed import is_put_off
from timeline.events.predicates import predicate
from timeline.events.scene import Scene
from timeline.events.subjects import subject
from timeline.events.vocabulary import vocabulary
from timeline.grammar.words import words
from timeline.model import Actor, Status

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
        line = "" if held else _doing_label(candidate, scene, people, status)
        line = line or _noun_label(candidate, scene, people, held)
        if not line or held or not _held_by_somebody(candidate, line, people):
            return line
    if candidate.verb is None:
        return ""
    if candidate.part is not None:
        return member_label(candidate, candidate.verb, scene, people, status)
    if any(t.rule == DEADLINE for t in candidate.timexes):
        return deadline_label(candidate.verb, scene)
    return verb_label(candidate, candidate.verb, scene, people, status, held)


def _doing_label(candidate: Candidate, scene: Scene, people: Participants, status: Status) -> str:
    """Tell what a noun did where it is a sentence's subject ("The blast wounded 11 envoys").

    A noun that stands alone is told with whatever its verb is ("Vote is the third in a year").
    """
    parse, token = scene.parse, candidate.token
    verb = next((v for v in parse.verbs if v.head > token and v.form == "finite"), None)
    if verb is None or verb.negated or verb.modal or verb.when == "future":
        return ""
    if candidate.modifier >= 0 or candidate.part or is_put_off(candidate):
        return ""
    found = subject(verb, parse, scene.dated)
    if found is None or not found[0] <= token < found[1] or found[1] > verb.first:
        return ""
    inside = parse.tags[found[0] : candidate.first]
    if "PREP" in inside or parse.tags[verb.head + 1 : verb.head + 2] == []:
        return ""
    who = clean(range(*found), parse, scene.dated)
    bare = " " not in who and not people.all and bool(candidate.timexes)
    known = vocabulary()
    bare = bare and candidate.carried_by not in known.schedule | (known.empty - known.phase)
    told = candidate.verb is None and not verb.passive and verb.lemma in vocabulary().deeds
    if not (told or bare):
        return ""
    act = act_of(verb, scene, status, plural=is_plural(who))
    room = MAX_CHARS - len(who) - len(act) - 2
    tokens = predicate(verb.head + 1, parse, scene.dated, limit=max(20, room))
    rest = clean(tokens, parse, scene.dated, opens=False)
    enough = told or verb.lemma != "be" or rest.count(" ") > 1  # not "Vote is the third"
    return finish(f"{who} {act} {rest}") if who and rest and enough else ""


def _told_by_verb(candidate: Candidate) -> bool:
    """Does the verb that carries a noun say more than "hold" or "set" ("sign a treaty")?"""
    known, verb = vocabulary(), candidate.verb
    dull = known.empty | known.schedule
    failed = verb is not None and verb.negated and verb.first > candidate.token
    return verb is not None and (candidate.carried_by not in dull or failed)


def _held_by_somebody(candidate: Candidate, line: str, people: Participants) -> bool:
    """Does the verb say who, and the noun alone does not ("Diem undertook a visit to Oslo")?"""
    verb = candidate.verb
    if verb is None or verb.passive or candidate.token < verb.head or candidate.part is not None:
        return False
    plain = candidate.modifier < 0 and candidate.type != "state_change"  # "made a crisis of it"
    if candidate.carried_by in vocabulary().schedule or not plain:
        return False
    if people.initiators:
        return not any(short_name(a) in line for a in people.initiators) or ": " in line
    return people.subject is not None and line.split(" ", 1)[0] not in ("No", "Neither")


def _noun_label(candidate: Candidate, scene: Scene, people: Participants, held: Hold | None) -> str:
    parse = scene.parse
    if candidate.part is not None:
        return finish(_with_member(candidate, candidate.part, scene))
    if candidate.modifier >= 0:
        return f"{parse.text[candidate.modifier]} {parse.lower[candidate.token].removesuffix('s')}"
    leads = held is not None and parse.tags[held.first] != "VERB"  # not "called for elections"
    first = min(candidate.first, held.first) if held and leads else candidate.first
    dated = scene.dated | _age(candidate, scene)
    tokens = noun_phrase(first, candidate.token, parse, dated)
    end = own_phrase(candidate, parse)[1]
    if tokens and "," in parse.lower[tokens[-1] + 1 : end]:  # "talks between Kenya, Peru and Chile"
        tokens += [i for i in range(tokens[-1] + 1, end) if i not in dated]
        if sum(len(parse.text[i]) + 1 for i in tokens) > MAX_CHARS:
            head = clean([i for i in tokens if i <= candidate.token], parse, dated)
            both = len(lead(people.all)) > 1
            return f"{listed(people.all)}: {_decapitalised(head)}" if both else finish(head)
    if not held:
        room = MAX_CHARS - sum(len(parse.text[i]) + 1 for i in tokens)
        tokens += [i for i in behind(candidate, parse, dated, room=room) if i not in tokens]
    text = clean(tokens, parse, dated, object_names(scene, ""))
    owned = candidate.begins and "'s " in text  # "IRA's truce" says whose it is
    line = finish(text if owned else _with_names(text, candidate, people))
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
    kept = [i for i in range(*part) if i != after and i not in scene.dated]
    member = clean(kept, parse, scene.dated, opens=False)
    if next((tag for i in kept if (tag := parse.tags[i]) != "COORD"), "") == "PREP":
        return f"{head} {member}"  # "elections in Kenya on Friday and in Peru on Saturday"
    return f"{head} {joint} {member}"


def _with_names(text: str, candidate: Candidate, people: Participants) -> str:
    """Put the actors before a noun that names none: "Biden–Putin call", "Iran: ceasefire"."""
    leading = lead(people.all)
    named = [a for a in leading if short_name(a) in text or a.label in text]
    both = candidate.type in _PAIRED and len(leading) == 2
    if both and len(named) == 1 and " with " in text:
        head, other = text.split(" with ", 1)
        if other.endswith(short_name(named[0])):  # "phone call with Zelensky"
            first = next(a for a in leading if a is not named[0])
            return f"{short_name(first)}–{short_name(named[0])} {_decapitalised(head)}"
    if not text or not leading or any(_is_in(text, a) for a in people.all):
        return text
    plain = _decapitalised(text)
    if both:
        return f"{short_name(leading[0])}–{short_name(leading[1])} {plain}"
    if people.initiators:
        return f"{listed(people.initiators)}: {plain}"
    return f"{listed(leading)}: {plain}" if len(text.split()) == 1 else text


def _is_in(text: str, actor: Actor) -> bool:
    return short_name(actor) in text or actor.label in text


def _decapitalised(text: str) -> str:
    """Lower the first letter of a common word; leave names and acronyms as they are."""
    head = text.split(" ", 1)[0].lower()
    return text[:1].lower() + text[1:] if head in words("en").forms else text
