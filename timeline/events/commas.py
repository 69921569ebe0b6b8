"""Commas that end no clause: between the adjectives of a noun, between the items of a list."""

from __future__ import annotations

from timeline.events.cuts import ADJECTIVE
from timeline.events.phrases import label_words
from timeline.grammar import Parse

__all__ = ["in_list", "joins_adjectives"]

_MODIFIES = frozenset({"NOUN", "PART", "NUM", "ADV"})


def joins_adjectives(i: int, parse: Parse) -> bool:
    """Does a comma or an "and" stand between the adjectives of one noun ("a small, old shop")?"""
    if parse.lower[i] == "and" and parse.lower[i - 1] == ",":
        return joins_adjectives(i - 1, parse)
    if parse.lower[i] != "," or parse.tags[i - 1] not in ("NOUN", "PART"):
        return False
    before, opens = parse.lower[i - 1], parse.tags[i - 2] in ("DET", "PREP", "PUNCT", "ADV", "VERB")
    if not opens:
        return False  # "the new president, head of …"
    if before not in label_words().adjectives and not before.endswith(ADJECTIVE):
        return False
    end = i + 1 + (parse.lower[i + 1 : i + 2] == ["and"])
    first = end
    while end < len(parse.tags) and (parse.tags[end] in _MODIFIES or _goes_on(end, first, parse)):
        end += 1
    verb = any(v.first == end and v.form == "finite" for v in parse.verbs)
    return "NOUN" in parse.tags[first:end] and not verb


def _goes_on(i: int, first: int, parse: Parse) -> bool:
    """Is it a further comma of the same row of adjectives?"""
    return i > first and parse.lower[i] == "," and joins_adjectives(i, parse)


def in_list(i: int, parse: Parse) -> bool:
    """Is this comma between the names or deeds of a list ("Poland, Hungary and …")?"""
    around = parse.tags[max(0, i - 1) : i] + parse.tags[i + 1 : i + 2]
    deeds = parse.lower[i + 2 : i + 3] == ["and"] and any(
        v.head == i - 1 and v.form == "infinitive" for v in parse.verbs
    )  # "to observe, uphold and defend it"
    return deeds or (around == ["NAME", "NAME"] and "and" in parse.lower[i + 1 : i + 8])
