"""A verb of seeing or reporting in the passive → the event that was seen ("Fighting was reported").

It must not look at the date; transfer.py moves it.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.subjects import subject
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse

__all__ = ["observed"]

_KNOWN = frozenset({"the", "this", "that", "its", "their", "his", "her", "no", "neither", "these"})
"""Words by which a noun is no news, or none there was."""


def observed(
    owner: Candidate | None, candidates: Sequence[Candidate], parse: Parse
) -> Candidate | None:
    """Move a date to what was seen or reported to occur ("Fighting was reported on Monday").

    Not "The attack was reported on Monday", nor where it is told by whom: there the reporting was.
    """
    verb = owner.verb if owner else None
    if owner is None or verb is None or owner.noun or verb.lemma not in vocabulary().observed:
        return owner
    if not verb.passive or verb.negated or verb.form != "finite" or verb.plan or verb.modal:
        return owner
    found = subject(verb, parse)
    if found is None or parse.lower[found[0]] in _KNOWN or "by" in parse.lower[verb.head : -1]:
        return owner
    end = next((i for i in range(*found) if parse.tags[i] == "PREP"), found[1])
    heads = [c for c in candidates if c.noun and found[0] <= c.token < end and c.verb is None]
    if not heads or heads[-1].strength != "strong":
        return owner
    heads[-1].verb, heads[-1].carried_by = verb, "occur"
    return heads[-1]
