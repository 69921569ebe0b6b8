"""An event's word → the tokens of its sentence whose actors take part in it.

It must not know the actors themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from timeline.events.candidates import Candidate
from timeline.events.held import is_held
from timeline.events.nominal import BEFORE_NOUN, own_phrase
from timeline.events.openings import absolute
from timeline.events.subjects import Tokens, subject
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.lexicon import table

__all__ = ["after_by", "reach", "set_aside"]

_HEAD = attrgetter("head")
_CONDITIONS = frozenset({"until", "unless"})
_REASONED = frozenset({"sanction", "coercion", "attack", "withdrawal"})
"""Types of acts of which "for doing so" is the reason, and no part of what is said."""
_TIME_OPENERS = frozenset({"after", "before", "while", "since"})


def reach(candidate: Candidate, parse: Parse) -> Tokens:
    """Return the tokens whose mentions take part, besides the subject's; end excluded."""
    if candidate.reach is None:
        candidate.reach = _reach(candidate, parse)
    return candidate.reach


def _reach(candidate: Candidate, parse: Parse) -> Tokens:
    if candidate.part is not None:
        return candidate.part
    known = vocabulary()
    carried = candidate.verb is not None and candidate.carried_by not in (
        known.empty | known.schedule
    )
    if candidate.noun and not carried:
        first, end = own_phrase(candidate, parse)
        return first, max(end, _predicate(candidate, parse)[1]) if is_held(candidate) else end
    first, end = _predicate(candidate, parse)
    return (min(first, own_phrase(candidate, parse)[0]), end) if candidate.noun else (first, end)


def set_aside(candidate: Candidate, others: Sequence[Candidate], parse: Parse) -> frozenset[int]:
    """Return the tokens of another event that this one is only for ("a plan for talks with X").

    A journey's purpose is part of it ("left for talks with X").
    """
    out: set[int] = set()
    if candidate.type == "visit" or candidate.noun or "for" not in parse.words:
        return frozenset()
    for noun in others:
        if not noun.noun or noun.verb is not None or noun.token <= candidate.token:
            continue
        first, end = own_phrase(noun, parse)
        if first > 0 and parse.lower[first - 1] == "for":
            out.update(range(first, end))
    return frozenset(out)


def after_by(token: int, parse: Parse) -> bool:
    """Does "by" lead up to a token: the agent of a passive verb?"""
    i = token - 1
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
    if verb is not None:
        first = absolute(verb, parse) + 1
    before: VerbGroup | None = None
    for other in parse.verbs:
        if other is verb:
            continue
        if other.form != "finite":
            first, last = _around(other, candidate, (first, last), parse)
        elif other.head < candidate.first:
            before = other
        elif other.first > candidate.token and parse.segment[other.first] != own:
            if _conditions(other, parse):
                continue
            start = _clause_start(candidate.token, other, parse)
            last = last if _tells_content(start, other, parse) else min(last, start)
            last = min(last, _time_clause(other, candidate.token, last, parse))
    if before is not None:  # of several, the nearest one's clause ends last
        end = max(_clause_end(before.head, candidate.first, parse), _joined(own, parse))
        first = max(first, verb.first if verb is not None and _goes_on(verb, parse) else end)
    first, last = _between_marks(candidate.token, (first, last), parse)
    return (first, max(_leads_up(candidate.token, last, parse), candidate.token + 1))


def _goes_on(verb: VerbGroup, parse: Parse) -> bool:
    """Stands "and" right before the verb, so that what is before that is another's object?"""
    i = verb.first - 1
    while i > 0 and parse.tags[i] == "ADV":
        i -= 1
    return i > 0 and parse.tags[i] == "COORD"


def _joined(own: int, parse: Parse) -> int:
    """Return where a clause begins that "and" or "but" joins with a subject of its own, or 0."""
    opens = parse.tags[own] == "COORD" and parse.tags[own + 1 : own + 2] == ["PRON"]
    return own if opens else 0


def _between_marks(token: int, inside: Tokens, parse: Parse) -> Tokens:
    """Return the reach cut off at the semicolons around a word."""
    first, last = inside
    if ";" not in parse.words:
        return inside
    marks = [i for i, word in enumerate(parse.lower) if word == ";"]
    after = next((i for i in marks if i > token), last)
    return max([first, *(i + 1 for i in marks if i < token)]), min(last, after)


def _around(other: VerbGroup, candidate: Candidate, inside: Tokens, parse: Parse) -> Tokens:
    """Return the reach without the clause of an "-ing" that tells another event."""
    first, last = inside
    verb, own = candidate.verb, absolute(other, parse)
    if other.first > candidate.token:
        if own > candidate.token:
            last = min(last, own)
        elif _opens_time_clause(other, parse) or _gives_reason(other, candidate, parse):
            last = min(last, other.first)
    elif other.head < candidate.first and (own >= 0 or _opens_time_clause(other, parse)):
        if verb is not None and verb.form != "finite" and parse.tags[verb.first - 1] == "COORD":
            first = max(first, verb.first)
        elif parse.segment[other.head] != parse.segment[candidate.first]:
            first = max(first, _clause_end(other.head, candidate.first, parse))
    return first, last


def _gives_reason(verb: VerbGroup, candidate: Candidate, parse: Parse) -> bool:
    """Does "for" and an "-ing" say why it is done ("as punishment for seizing the port")?"""
    reason = verb.form == "gerund" and parse.lower[verb.first - 1] == "for"
    return reason and candidate.type in _REASONED


def _tells_content(start: int, verb: VerbGroup, parse: Parse) -> bool:
    """Is a "that" no relative, or one of a text ("a resolution that condemns Kenya")?"""
    if parse.lower[start] != "that":
        return False
    relative = all(tag == "ADV" for tag in parse.tags[start + 1 : verb.first])
    return not relative or parse.tags[start] == "SUB" or parse.lower[start - 1] in _documents()


@cache
def _documents() -> frozenset[str]:
    return frozenset(table("lang/en.actors")["asides"]["documents"].split())


def _time_clause(other: VerbGroup, after: int, last: int, parse: Parse) -> int:
    """Return where "after" or the like opens another verb's clause before its subject."""
    if parse.words.isdisjoint(_TIME_OPENERS):
        return last
    phrase = subject(other, parse)
    i = phrase[0] - 1 if phrase is not None else 0
    while i > after and (parse.tags[i] in BEFORE_NOUN or parse.lower[i] == ","):
        i -= 1  # "after Ana Pérez, the envoy, left"
    return i if i > after and parse.lower[i] in _TIME_OPENERS else last


def _conditions(other: VerbGroup, parse: Parse) -> bool:
    """Does the verb's clause say until or unless who does what? That is what is said to whom."""
    return parse.lower[parse.segment[other.first]] in _CONDITIONS


def _clause_start(after: int, verb: VerbGroup, parse: Parse) -> int:
    """Return where the clause of a later verb begins: at the "after" or "when" before it."""
    start = parse.segment[verb.first]
    n_before = bisect_right(parse.verbs, start, key=_HEAD)
    low = max(after, parse.verbs[n_before - 1].head) if n_before else after
    for i in range(start, low, -1):
        if parse.tags[i] == "SUB" and not _names_as(i, parse):
            return i
    return start


def _names_as(i: int, parse: Parse) -> bool:
    """Is it the "as" of "identified as X", which opens no clause?"""
    return parse.lower[i] == "as" and parse.tags[i - 1] in ("PART", "VERB")


def _leads_up(first: int, last: int, parse: Parse) -> int:
    """Return where a phrase begins that only says what came after ("on the eve of"), or the end."""
    lower = parse.lower
    if "ahead" not in parse.words and "eve" not in parse.words:
        return last
    for i in range(first, last):
        if lower[i : i + 2] == ["ahead", "of"] or lower[i : i + 3] == ["on", "the", "eve"]:
            return i
    return last


def _opens_time_clause(verb: VerbGroup, parse: Parse) -> bool:
    """Is it an "-ing" after "after", "before" or "and": another event's clause?"""
    if verb.first == 0:
        return False
    joined = parse.tags[verb.first - 1] == "COORD" and verb.form in ("participle", "gerund")
    return parse.lower[verb.first - 1] in _TIME_OPENERS or joined


def _clause_end(head: int, before: int, parse: Parse) -> int:
    """Return where the clause of an earlier verb ends: the first new segment after it."""
    own = parse.segment[head]
    for i in range(head + 1, before):
        if parse.segment[i] != own:
            return i
    return min(head + 1, before)
