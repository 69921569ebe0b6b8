"""Event → the one line a historian would write for it, from the text's own words.

A good label: who, act, object, place; historical present ("North Korea expels UN inspectors"),
"to meet" for a plan; no date (the timeline shows it), no leading conjunction, no pronoun, no
bare noun where actors are known, at most 90 characters, cut only at a phrase's end.
It must not add a fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.participants import Participants
from timeline.events.phrases import clean, dated_tokens, label_words, noun_phrase, predicate
from timeline.grammar import Parse, VerbGroup
from timeline.grammar.words import inflections, words
from timeline.model import Actor, Status, Timex

__all__ = ["MAX_CHARS", "label"]

MAX_CHARS = 90
_NAMING = frozenset({"name", "pronoun", "capital", "office"})
_PAIRED = frozenset({"meeting", "call", "talks", "visit", "agreement", "ceasefire"})


def label(
    candidate: Candidate,
    parse: Parse,
    people: Participants,
    timexes: Sequence[Timex],
    *,
    status: Status,
) -> str:
    """Return the label of one event; empty when its words make none.

    Args:
        candidate: The event's word.
        parse: Its sentence.
        people: Its actors.
        timexes: Every timex of the sentence; their words are left out.
        status: A plan is told as one.
    """
    dated = dated_tokens(parse, timexes)
    if candidate.echoes is not None:
        candidate = candidate.echoes
    if candidate.noun:
        tokens = noun_phrase(candidate.first, candidate.token, parse, dated)
        if candidate.modifier >= 0:
            return (
                f"{parse.text[candidate.modifier]} {parse.lower[candidate.token].removesuffix('s')}"
            )
        return _finish(_with_names(clean(tokens, parse, dated), candidate, people))
    if candidate.verb is None:
        return ""
    if candidate.part is not None:
        return _member_label(candidate, candidate.verb, parse, people, dated, status)
    return _verb_label(candidate.verb, parse, people, dated, status)


def _verb_label(
    verb: VerbGroup, parse: Parse, people: Participants, dated: set[int], status: Status
) -> str:
    who = _subject(parse, people, dated) or _listed(people.initiators)
    if not who:
        return ""
    act = _act(verb, parse, status, plural=_is_plural(who))
    room = max(20, MAX_CHARS - len(who) - len(act) - 2)
    rest = clean(predicate(verb.head + 1, parse, dated, limit=room), parse, dated)
    if not rest and verb.lemma in label_words().told:
        return _reported(f"{who} {act}", verb, parse, people, dated)
    if not rest and people.object_phrase is not None:
        first, end = people.object_phrase
        rest = " ".join((people.object_preposition, clean(range(first, end), parse, dated))).strip()
    return _finish(f"{who} {act} {rest}")


def _member_label(
    candidate: Candidate,
    verb: VerbGroup,
    parse: Parse,
    people: Participants,
    dated: set[int],
    status: Status,
) -> str:
    """Tell one member of a dated list: as object, or as subject where the verb has no object."""
    first, end = candidate.part or (0, 0)
    member = clean(range(first, end), parse, dated)
    who = _subject(parse, people, dated) or _listed(people.initiators)
    if not member:
        return _finish(f"{who} {_act(verb, parse, status, plural=_is_plural(who))}") if who else ""
    if candidate.heads_list:
        return _finish(f"{member} {_act(verb, parse, status, plural=_is_plural(member))}")
    act = _act(verb, parse, status, plural=_is_plural(who))
    between = clean(range(verb.head + 1, candidate.list_start), parse, dated)
    return _finish(f"{who} {act} {between} {member}") if who else ""


def _reported(
    frame: str, verb: VerbGroup, parse: Parse, people: Participants, dated: set[int]
) -> str:
    """Tell what was said before its frame ("Iran fired first, a report said")."""
    end = min(verb.first, people.subject[0] if people.subject else verb.first)
    said = clean(range(end), parse, dated)
    return _finish(f"{frame}: {said}") if said else ""


def _subject(parse: Parse, people: Participants, dated: set[int]) -> str:
    """Return the subject: names where it is names, else the text's own noun phrase."""
    if people.subject is None:
        return ""
    first, end = people.subject
    named = [m for m in people.heads if m.role in _NAMING]
    covered = {
        i
        for m in named
        for i in range(parse.token_at(m.span.start), parse.token_at(m.span.end - 1) + 1)
    }
    loose = [i for i in range(first, end) if i not in covered and i not in dated]
    if named and not any(parse.tags[i] in ("NOUN", "NAME", "NUM") for i in loose):
        return _listed([m.actor for m in named])
    if named and (end - 1) in covered and named[-1].actor.kind == "person":
        return _listed([named[-1].actor])  # "the director of the agency, Ana Pérez"
    if any(parse.tags[i] == "PRON" for i in range(first, end)):
        return ""
    return clean(range(first, end), parse, dated)


def _name(actor: Actor) -> str:
    """Return the short name of an actor: a person's last name, as later mentions use it."""
    return actor.label.split()[-1] if actor.kind == "person" else actor.label


def _listed(actors: Sequence[Actor]) -> str:
    names = list(dict.fromkeys(_name(a) for a in _lead(actors)))[:4]
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def _lead(actors: Sequence[Actor]) -> list[Actor]:
    """Leave out the states whose own people act ("US President Biden" is Biden)."""
    countries = {a.country for a in actors if a.kind == "person"}
    lead = [a for a in actors if a.kind == "person" or a.actor_id not in countries]
    return lead or list(actors)


def _is_plural(who: str) -> bool:
    """Does a subject take the plural verb: "and" in it, or a head noun in the plural?"""
    head = re.split(r" (?:of|in|for|from|to|on|at) ", who)[0]
    last = head.rsplit(" ", 1)[-1].lower()
    if " and " in head or last in label_words().plural:
        return True
    if last in label_words().singular or last.endswith(("ss", "us", "is", "'s")):
        return False
    return last.endswith("s") and not head[-2:].isupper()


def _act(verb: VerbGroup, parse: Parse, status: Status, *, plural: bool) -> str:
    """Return the verb in the historical present, as a plan, or passive."""
    lemma = verb.lemma if verb.lemma in words("en").forms else ""
    if verb.passive:
        be = "to be" if status == "planned" else "are" if plural else "is"
        negation = " not" if verb.negated else ""
        return f"{be}{negation} {parse.lower[verb.head]}"
    if not lemma:
        return parse.lower[verb.head]
    if verb.negated:
        return f"{'do' if plural else 'does'} not {lemma}"
    if status == "hypothetical":
        return f"{verb.modal if verb.modal in ('could', 'might') else 'may'} {lemma}"
    if status == "planned":
        return f"to {lemma}"
    return lemma if plural else _third_person(lemma)


def _third_person(lemma: str) -> str:
    return next(form for flag, form in inflections(lemma) if flag == "Z")


def _with_names(text: str, candidate: Candidate, people: Participants) -> str:
    """Put the actors before a noun that names none: "Biden–Putin call", "Iran: ceasefire"."""
    lead = _lead(people.all)
    if not text or not lead or any(_name(a) in text or a.label in text for a in people.all):
        return text
    plain = _decapitalised(text)
    if candidate.type in _PAIRED and len(lead) == 2:
        return f"{_name(lead[0])}–{_name(lead[1])} {plain}"
    if people.initiators:
        return f"{_listed(people.initiators)}: {plain}"
    return f"{_listed(lead)}: {plain}" if len(text.split()) == 1 else text


def _decapitalised(text: str) -> str:
    """Lower the first letter of a common word; leave names and acronyms as they are."""
    head = text.split(" ", 1)[0].lower()
    return text[:1].lower() + text[1:] if head in words("en").forms else text


def _finish(text: str) -> str:
    text = " ".join(text.split()).strip(" .,;:-–")
    if len(text) > MAX_CHARS:
        text = text[: MAX_CHARS + 1].rsplit(" ", 1)[0].rstrip(" .,;:-–")
    return text[:1].upper() + text[1:]
