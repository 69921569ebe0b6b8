"""Verbs that share the auxiliary of the verb before ("was arrested and charged").

It must not find verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.group import VerbGroup
from timeline.grammar.nearby import AUX, length_follows
from timeline.grammar.words import Words, verb_form

__all__ = ["shares_be", "shares_have"]

_BY_THE_WAY = frozenset({"ADV", "NOT"})


def shares_have(group: VerbGroup, last: VerbGroup, tags: Sequence[str]) -> bool:
    """Does it share the "has" before it ("has attacked Peru and killed nine")?"""
    if not last.perfect or last.passive or tags[last.first] != "HAVE" or group.passive:
        return False
    between = [tag for tag in tags[last.head + 1 : group.head] if tag not in ("ADV", "NOT")]
    joined = between[-1:] == ["COORD"] and AUX.isdisjoint(between) and "PUNCT" not in between
    return joined and group.form == "finite"


def shares_be(
    group: VerbGroup, last: VerbGroup, lower: Sequence[str], tags: Sequence[str], lexicon: Words
) -> bool:
    """Does it share the passive before it ("was arrested and charged", "signed and ratified")?"""
    bare = last.first == last.head
    if not last.passive:
        return False
    if group.lemma in lexicon.intransitive or "N" not in verb_form(lower[group.head], lexicon)[0]:
        return False
    between = [tag for tag in tags[last.head + 1 : group.head] if tag not in _BY_THE_WAY]
    after = next((tag for tag in tags[group.head + 1 :] if tag != "ADV"), "PUNCT")
    harmed = group.lemma in lexicon.harms and "COORD" in between  # "and two others wounded"
    listed = between == ["PUNCT"] and _in_list(group.head, lower, tags, lexicon)
    joined = between[-1:] == ["COORD"] or (harmed and not bare) or (listed and not bare)
    if not joined or not AUX.isdisjoint(between) or "PRON" in between:
        return False
    ends = ("PREP", "PUNCT", "TO", "COORD", "SUB")
    named = after == "NAME" and len(between) < 2 and not bare
    both = last.form == "participle" and after in ("VERB", *AUX)  # "men killed and wounded came"
    return after in ends or named or both or length_follows(group.head, lower, tags)


def _in_list(head: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is it one participle of several without objects ("was taken, tried and hanged")?"""
    words = [i for i in range(head + 1, min(head + 4, len(tags))) if lower[i] != ","][:2]
    if lower[head - 1] != "," or len(words) < 2 or lower[words[0]] not in ("and", "or"):
        return False
    flags, lemma = verb_form(lower[words[1]], lexicon)
    after = tags[words[1] + 1] if words[1] + 1 < len(tags) else "PUNCT"
    return "N" in flags and lemma not in lexicon.intransitive and after in ("PREP", "PUNCT")
