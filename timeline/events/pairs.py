"""Two participles that "and" makes one act: "was shot and killed"."""

from __future__ import annotations

from timeline.grammar import Parse, VerbGroup

__all__ = ["paired"]


def paired(verb: VerbGroup, parse: Parse) -> int:
    """Return the first of two participles that "and" makes one ("was shot and killed")."""
    head = verb.head
    alone = verb.passive and verb.first == head
    if alone and any(v.passive and v.head == head - 1 for v in parse.verbs):
        return head - 1  # "were reported killed": the text does not say it itself
    if not alone or head < 3 or parse.lower[head - 1] != "and":
        return head
    return head - 2 if any(v.passive and v.head == head - 2 for v in parse.verbs) else head
