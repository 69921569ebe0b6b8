"""Mentions around an event's word → who acts, who is acted upon, and where it is.

It must not name actors that the clause does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.events.candidates import Candidate
from timeline.events.represent import with_states
from timeline.events.subjects import Tokens, fronted_object, subject
from timeline.grammar import Parse, VerbGroup
from timeline.model import Actor, Mention

__all__ = ["Participants", "participants"]

_JOINT = frozenset({"meeting", "call", "talks", "visit"})
_SILENT = frozenset({"place", "source"})
_NEAR_NOUN = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "PREP", "COORD", "ADV"})


@dataclass(frozen=True, slots=True)
class Participants:
    """The actors of one event."""

    initiators: tuple[Actor, ...]
    """Who acts: the subject of an active verb, the "by" of a passive one."""
    targets: tuple[Actor, ...]
    """Who is acted upon: objects and the other phrases of the clause."""
    place: str
    """The first place named in the clause, in the text's words."""
    subject: Tokens | None
    """The subject phrase of the event's verb."""
    heads: tuple[Mention, ...]
    """Mentions that stand in the subject phrase, in text order."""
    object_preposition: str = ""
    """The preposition of a relative object ("with whom")."""
    object_phrase: Tokens | None = None
    """What that relative object stands for."""

    @property
    def all(self) -> tuple[Actor, ...]:
        """All of them and the states they act for, initiators first, each once."""
        return with_states(_once([*self.initiators, *self.targets]))


def participants(
    candidate: Candidate, parse: Parse, mentions: Sequence[Mention], text: str
) -> Participants:
    """Return the actors of one event.

    Args:
        candidate: The event's word.
        parse: Its sentence.
        mentions: Mentions in that sentence, in text order.
        text: The document's text.
    """
    candidate = candidate.echoes or candidate
    phrase = _subject(candidate, parse)
    heads = tuple(m for m in mentions if phrase and _within(m, phrase, parse))
    fronted = fronted_object(candidate.verb, parse) if candidate.verb else None
    reach = _reach(candidate, parse)
    others = [
        m
        for m in mentions
        if m not in heads
        and (_within(m, reach, parse) or (fronted and _within(m, fronted[1], parse)))
    ]
    place = next((text[m.head.start : m.head.end] for m in others if m.role == "place"), "")
    acting = [m.actor for m in heads if m.role not in _SILENT]
    others = [m for m in others if m.role not in _SILENT]
    agents = [
        m for m in others if candidate.verb and candidate.verb.passive and _after_by(m, parse)
    ]
    if candidate.verb is not None and candidate.verb.passive:
        targets = [*acting, *(m.actor for m in others if m not in agents)]
        acting = [m.actor for m in agents]
    else:
        targets = [m.actor for m in others]
    return Participants(
        _once(acting),
        _once(targets),
        place,
        phrase,
        heads,
        fronted[0] if fronted else "",
        fronted[1] if fronted else None,
    )


def _subject(candidate: Candidate, parse: Parse) -> Tokens | None:
    """Return the subject of the event's verb; a meeting's noun has that of the clause's verb."""
    if candidate.verb is not None:
        found = subject(candidate.verb, parse)
        return found if not found or not found[0] <= candidate.token < found[1] else None
    if candidate.type in _JOINT:
        governor = parse.governor(candidate.span(parse))
        return subject(governor, parse) if governor else None
    return None


def _reach(candidate: Candidate, parse: Parse) -> Tokens:
    """Return the tokens whose mentions take part, besides the subject's."""
    if candidate.part is not None:
        return candidate.part
    return _own_phrase(candidate, parse) if candidate.noun else _predicate(candidate, parse)


def _within(mention: Mention, tokens: Tokens, parse: Parse) -> bool:
    return tokens[0] <= parse.token_at(mention.head.start) < tokens[1]


def _once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({a.actor_id: a for a in actors}.values())


def _after_by(mention: Mention, parse: Parse) -> bool:
    i = parse.token_at(mention.span.start) - 1
    while i >= 0 and parse.tags[i] in ("DET", "NOUN", "NAME", "COORD", "PUNCT", "POSS"):
        i -= 1
    return i >= 0 and parse.lower[i] == "by"


def _predicate(candidate: Candidate, parse: Parse) -> Tokens:
    """Return the tokens from the clause's start to the next finite verb's clause.

    Phrases fronted before the subject count ("In a letter to X, Y said"); what another finite
    verb governs does not, unless it is the content of what is said.
    """
    verb = candidate.verb
    pivot = verb.head if verb else candidate.token
    first, last = 0, len(parse.tags)
    if candidate.strength == "report" and not any(v.head > pivot for v in parse.verbs):
        return (0, last)  # "…, officials said on Friday": all before it is what they said
    own = parse.segment[pivot]
    for other in parse.verbs:
        if other is verb or not (other.form == "finite" or _opens_time_clause(other, parse)):
            continue
        if other.form != "finite":
            if other.first > candidate.token:
                last = min(last, other.first)
        elif other.head < candidate.first:
            first = max(first, _clause_end(other.head, candidate.first, parse))
        elif other.first > candidate.token and parse.segment[other.first] != own:
            start = parse.segment.index(parse.segment[other.first])
            last = min(last, start if parse.lower[start] != "that" else last)
    return (first, max(last, candidate.token + 1))


def _opens_time_clause(verb: VerbGroup, parse: Parse) -> bool:
    """Is it an "-ing" after "after", "before" or "while": another event's clause?"""
    return verb.first > 0 and parse.lower[verb.first - 1] in ("after", "before", "while", "since")


def _clause_end(head: int, before: int, parse: Parse) -> int:
    """Return where the clause of an earlier verb ends: the first new segment after it."""
    own = parse.segment[head]
    for i in range(head + 1, before):
        if parse.segment[i] != own:
            return i
    return min(head + 1, before)


def _own_phrase(candidate: Candidate, parse: Parse) -> Tokens:
    """Return the tokens of a noun with the words and prepositional phrases that belong to it."""
    first, end = candidate.first, candidate.token + 1
    if candidate.modifier >= 0:
        return candidate.modifier, candidate.modifier + 1
    while first > 0 and parse.tags[first - 1] in ("NOUN", "NAME", "NUM", "POSS", "PART", "DET"):
        first -= 1
    heads = {v.head for v in parse.verbs if v.form == "finite"}
    while end < len(parse.tags) and parse.tags[end] in _NEAR_NOUN and end not in heads:
        end += 1
    return first, end
