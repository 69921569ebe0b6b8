"""What is told behind "was held" or "took place": where, between whom and on what.

It must not read what stands before the verb; labels.py and reach.py do.
"""

from __future__ import annotations

from collections.abc import Set

from timeline.events.candidates import Candidate
from timeline.events.predicates import predicate
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse

__all__ = ["behind", "is_held"]


def is_held(candidate: Candidate) -> bool:
    """Is a noun the subject of a verb that says no more than that it was ("talks took place")?"""
    verb, known = candidate.verb, vocabulary()
    dull = candidate.carried_by in known.empty or candidate.carried_by in known.schedule
    dull = dull and candidate.carried_by != "follow"  # "the truce was followed by talks"
    return candidate.noun and verb is not None and dull and verb.first > candidate.token


def behind(candidate: Candidate, parse: Parse, dated: Set[int], *, room: int) -> list[int]:
    """Return the tokens of the phrases behind the verb that holds a noun; none if it has none.

    Args:
        candidate: A noun with its verb.
        parse: The sentence.
        dated: Tokens of dates, which are left out.
        room: Characters they may take.
    """
    if not is_held(candidate) or candidate.verb is None:
        return []
    start = candidate.verb.head + 1
    while start < len(parse.tags) and (
        start in dated or parse.lower[start] in ("place", "out") or parse.tags[start] == "ADV"
    ):
        start += 1
    found = predicate(start, parse, dated, limit=room)
    if not found or parse.tags[found[0]] not in ("PREP", "TO"):
        return []
    verbs = {v.first for v in parse.verbs if v.form != "infinitive" or v.first != found[0]}
    end = next((n for n, i in enumerate(found) if i in verbs), len(found))
    leads = parse.lower[found[0]] == "for" and candidate.carried_by in vocabulary().schedule
    leads = leads and found[0] + 1 not in dated
    return [candidate.verb.head, *found[:end]] if leads else found[:end]  # "summit set for Oslo"
