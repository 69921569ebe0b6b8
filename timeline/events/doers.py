"""A noun for an act → the words of its sentence that say whose act it was, though not beside it.

"Ana Pérez was convicted of the murder". It must not blame whom somebody only accuses.
"""

from __future__ import annotations

from functools import cache

from timeline.events.candidates import Candidate
from timeline.events.nominal import own_phrase
from timeline.events.subjects import Tokens, subject
from timeline.grammar import Parse, VerbGroup
from timeline.lexicon import table

__all__ = ["doer"]


def doer(candidate: Candidate, parse: Parse, dated: frozenset[int]) -> Tokens | None:
    """Return the subject of a verb that says who did what the noun tells, None where none does."""
    first = own_phrase(candidate, parse)[0]
    if candidate.verb is not None or first < 2:
        return None
    verb = next((v for v in reversed(parse.verbs) if v.head < first), None)
    if verb is None or verb.negated or verb.modal or verb.plan or not _owns_up(verb, first, parse):
        return None
    return subject(verb, parse, dated)


def _owns_up(verb: VerbGroup, first: int, parse: Parse) -> bool:
    lead, word = parse.lower[first - 1], parse.lower[first - 2]
    if verb.passive:
        return (verb.lemma, lead) in _doers()
    return (verb.lemma, word, lead) in _doers()


@cache
def _doers() -> frozenset[tuple[str, ...]]:
    """Return verbs with the words behind them, after which a noun tells what the subject did."""
    return frozenset(tuple(line.split()) for line in table("lang/en.actors")["asides"]["doers"])
