"""Event → the one line a historian would write for it, from the text's own words.

A good label: who, act, object, place; historical present ("North Korea expels UN inspectors"),
"to meet" for a plan; no date (the timeline shows it), no leading conjunction, no pronoun, no
bare noun where actors are known, at most 90 characters, cut only at a phrase's end.
It must not add a fact.
"""

from __future__ import annotations

from timeline.events.acts import act_of, headless, hedged
from timeline.events.candidates import Candidate
from timeline.events.hold import Hold
from timeline.events.naming import (
    is_plural,
    lead,
    listed,
    object_names,
    pronoun_names,
    short_name,
    subject_name,
)
from timeline.events.participants import Participants
from timeline.events.phrases import clean, label_words, noun_phrase, quoted
from timeline.events.predicates import predicate
from timeline.events.scene import Scene
from timeline.events.speech import QUOTES, content_at
from timeline.events.vocabulary import vocabulary
from timeline.grammar import VerbGroup
from timeline.grammar.words import words
from timeline.model import Status

__all__ = ["MAX_CHARS", "label"]

MAX_CHARS = 90
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
        return _member_label(candidate, candidate.verb, scene, people, status)
    return _verb_label(candidate, candidate.verb, scene, people, status, held)


def _told_by_verb(candidate: Candidate) -> bool:
    """Does the verb that carries a noun say more than "hold" or "set" ("sign a treaty")?"""
    known = vocabulary()
    dull = known.empty | known.schedule
    return candidate.verb is not None and candidate.carried_by not in dull


def _verb_label(
    candidate: Candidate,
    verb: VerbGroup,
    scene: Scene,
    people: Participants,
    status: Status,
    held: Hold | None,
) -> str:
    if held and not held.tells and _inside(held, people):
        tokens = predicate(verb.head + 1, scene.parse, scene.dated, limit=MAX_CHARS)
        tokens = [*range(held.first, verb.head + 1), *tokens]
        return _finish(clean(tokens, scene.parse, scene.dated))
    who = _who(candidate, verb, scene, people)
    start = _past_particles(candidate, verb, scene)
    particles = scene.parse.lower[verb.head + 1 : start]
    act = " ".join((hedged(verb, scene, status, held, who), *particles))
    if people.subject and people.subject[0] > verb.head and verb.form == "finite":
        return _reported(f"{who} {act}", verb, scene, people)
    room = max(20, MAX_CHARS - len(who) - len(act) - 2)
    start = content_at(verb, start, scene.parse)
    tells = verb.lemma in label_words().tellers
    tokens = predicate(start, scene.parse, scene.dated, limit=room, tells=tells)
    names = pronoun_names(tokens, scene, who)
    rest = clean(tokens, scene.parse, scene.dated, names, opens=not who)
    if not rest and verb.lemma in label_words().told:
        return _reported(f"{who} {act}", verb, scene, people)
    bare = not rest or scene.parse.tags[tokens[0]] == "PREP"
    if bare and people.object_phrase is not None:  # "land that it seized in the war"
        object_ = clean(range(*people.object_phrase), scene.parse, scene.dated, opens=False)
        rest = f"{people.object_preposition} {object_} {rest}"
    if not who and not rest and people.subject:  # "the rest are to follow": better than "Follow"
        who = clean(range(*people.subject), scene.parse, scene.dated)
        act = " ".join((hedged(verb, scene, status, held, who), *particles))
    if not who and not rest and candidate.strength == "weak":
        return ""  # "Happen" alone says nothing
    if not who:
        act = headless(act, verb, scene)
    return _finish(f"{who} {act} {rest}")


def _past_particles(candidate: Candidate, verb: VerbGroup, scene: Scene) -> int:
    """Return the token after a verb and its particles; those of a date are none of its own."""
    carried = candidate.carried_by.split()[1:]
    start = verb.head + 1 + candidate.particles
    start += len(carried) if scene.parse.lower[start : start + len(carried)] == carried else 0
    called_on = scene.dated.isdisjoint(range(verb.head + 1, start))
    return start if called_on else verb.head + 1  # "called on Monday for …"


def _who(candidate: Candidate, verb: VerbGroup, scene: Scene, people: Participants) -> str:
    """Return the label's subject: the sentence's own, the carried noun, or the known actors."""
    who = subject_name(scene, people)
    if not who and candidate.noun and candidate.token < verb.first:
        tokens = noun_phrase(candidate.first, candidate.token, scene.parse, scene.dated)
        who = clean(tokens, scene.parse, scene.dated)
    unknown = people.subject and scene.parse.tags[people.subject[0]] == "PRON" and not people.heads
    if who or (unknown and verb.passive):
        return who  # "They were extended after the envoy left": not the envoy
    return listed(people.targets if verb.passive else people.initiators)


def _inside(held: Hold, people: Participants) -> bool:
    """Is the noun that holds it back the subject itself ("Plans to hold a summit were …")?"""
    first, end = people.subject or (0, 0)
    return first <= held.first < end


def _member_label(
    candidate: Candidate, verb: VerbGroup, scene: Scene, people: Participants, status: Status
) -> str:
    """Tell one member of a dated list: as object, or as subject where the verb has no object."""
    parse, dated = scene.parse, scene.dated
    member = clean(range(*candidate.part), parse, dated) if candidate.part else ""
    who = subject_name(scene, people) or listed(people.initiators)
    if member and candidate.heads_list:
        return _finish(f"{member} {act_of(verb, scene, status, plural=is_plural(member))}")
    between = range(verb.head + 1, candidate.list_start if member else verb.head + 1)
    told = clean(between, parse, dated, opens=False)
    act = act_of(verb, scene, status, plural=is_plural(who))
    act = act if who else act.split(" ", 1)[-1]
    return _finish(f"{who} {act} {told} {member}")


def _reported(frame: str, verb: VerbGroup, scene: Scene, people: Participants) -> str:
    """Tell what was said before its frame ("Iran fired first, a report said")."""
    parse, subject = scene.parse, people.subject
    end = min(verb.first, subject[0] if subject else verb.first)
    tokens = [i for i in range(end) if i not in scene.dated or parse.lower[0] in QUOTES]
    after = max(verb.head, subject[1] - 1 if subject else 0) + 1
    opened = next((i for i in range(after, len(parse.tags)) if parse.lower[i] in QUOTES), None)
    if opened is not None and opened + 1 < len(parse.tags):  # "“Kenya,” he said, “will attack.”"
        while tokens and parse.tags[tokens[-1]] == "PUNCT":
            tokens.pop()
        tokens += range(opened + 1, len(parse.tags))
    said = quoted(tokens, parse, room=MAX_CHARS - len(frame) - 2)
    return _finish(f"{frame}: {said}") if said else ""


def _noun_label(candidate: Candidate, scene: Scene, people: Participants, held: Hold | None) -> str:
    parse = scene.parse
    if candidate.part is not None:
        return _finish(_with_member(candidate, candidate.part, scene))
    if candidate.modifier >= 0:
        return f"{parse.text[candidate.modifier]} {parse.lower[candidate.token].removesuffix('s')}"
    first = min(candidate.first, held.first) if held else candidate.first
    tokens = noun_phrase(first, candidate.token, parse, scene.dated)
    text = clean(tokens, parse, scene.dated, object_names(scene, ""))
    return _finish(_with_names(text, candidate, people))


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


def _finish(text: str) -> str:
    text = " ".join(text.split()).lstrip(" .,;:-–").rstrip(" .,;:-–")
    if len(text) > MAX_CHARS:
        text = text[: MAX_CHARS + 1].rsplit(" ", 1)[0].rstrip(" .,;:-–")
    return text[:1].upper() + text[1:]
