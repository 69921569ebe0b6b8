"""The word a date seems to belong to → the word that it is passed on to, by sense.

"refused to sign on Friday": the refusing is what happened. It must not look for the first owner;
attach.py does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.events.candidates import Candidate
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse
from timeline.model import Timex

__all__ = ["other_owner"]


def other_owner(
    owner: Candidate | None,
    timex: Timex,
    candidates: Sequence[Candidate],
    parse: Parse,
    dct: date | None,
) -> Candidate | None:
    """Return the word a date is passed on to: the same, where nothing speaks against it.

    Args:
        owner: The word it belongs to by structure.
        timex: The date.
        candidates: The words of the sentence that may report an event, in text order.
        parse: The sentence.
        dct: Document creation time: a past date cannot belong to what is only intended.
    """
    return _second(_realised(owner, timex, candidates, dct), timex, candidates, parse)


def _second(
    owner: Candidate | None, timex: Timex, candidates: Sequence[Candidate], parse: Parse
) -> Candidate | None:
    """Give a verb's second date to the noun before it ("On Monday it answered Friday's raid")."""
    if owner is None or owner.noun or not owner.timexes:
        return owner
    if not all(_disjoint(timex, other) for other in owner.timexes):
        return owner
    first = parse.token_at(timex.span.start)
    nouns = [c for c in candidates if c.noun and not c.verb and owner.token < c.token < first]
    return nouns[-1] if nouns and not nouns[-1].timexes else owner


def _disjoint(one: Timex, other: Timex) -> bool:
    """Have two dates no day in common?"""
    a, b = one.interval, other.interval
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return False
    return a.end <= b.start or b.end <= a.start


def _realised(
    owner: Candidate | None, timex: Timex, candidates: Sequence[Candidate], dct: date | None
) -> Candidate | None:
    """Move a past date from what was intended to the intending ("invited X to rejoin in May")."""
    owner = _begun(owner, candidates)
    if owner and owner.strength == "state" and owner.verb and owner.verb.form == "infinitive":
        # "was expanded to include X in May": the expanding is what happened
        earlier = [c for c in candidates if c.token < owner.token and c.strength == "strong"]
        owner = earlier[-1] if earlier and not earlier[-1].noun else owner
    if owner and owner.verb and owner.verb.form == "infinitive":
        before = [c for c in candidates if c.token < owner.token and c.verb and not c.noun]
        if before and before[-1].verb and before[-1].verb.lemma in vocabulary().refuse:
            return before[-1]  # "refused to sign on Friday": the refusing is what happened
    verb = owner.verb if owner else None
    end = timex.interval.end if timex.interval else None
    if verb is None or verb.intended_by < 0 or dct is None or end is None or end > dct:
        return owner
    return next((c for c in candidates if c.token == verb.intended_by), owner)


def _begun(owner: Candidate | None, candidates: Sequence[Candidate]) -> Candidate | None:
    """Move a date from an act to its beginning or end, told right before ("began to build")."""
    verb = owner.verb if owner else None
    if owner is None or verb is None or owner.noun or verb.form == "finite":
        return owner
    phase = (c for c in candidates if c.verb and c.verb.lemma in vocabulary().phase and not c.noun)
    return next((c for c in phase if c.token == verb.first - 1), owner)
