"""Clauses about the object of their verb: "the pact that Kenya signed", "the pact Kenya signed".

It must not look at what the verb is; forms.py asks whether a form is such a clause's verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.nearby import AUX
from timeline.grammar.words import Words, verb_form

__all__ = ["contact_at", "has_object_before", "lacks_object"]

_RELATIVES = frozenset({"that", "which", "whom"})
_SUBJECT = frozenset({"NAME", "NOUN", "DET", "NUM", "POSS", "ADV", "PART", "COORD"})
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
_APART = AUX | {"PREP", "PUNCT", "ADV", "VERB"}
"""Classes that can follow a verb whose object stands before it."""
_VERBS = AUX | {"VERB"}
_OTHER = ("er", "or", "ers", "ors", "man", "men", "woman", "women", "ist", "ists", "ing", "ern")
"""Endings of nouns for people, whose name may stand behind them, and of adjectives."""


def has_object_before(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is the object of a verb form named before its subject, so that it is a verb of its own?"""
    return _behind_relative(i, lower, tags, lexicon) or contact_at(i, lower, tags, lexicon) >= 0


def _behind_relative(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does "that" behind a noun open the clause ("the pact that Kenya signed")?

    Not "reports that men | killed in the war were buried": there the men are only described.
    """
    j = i - 1
    while j > 0 and tags[j] in _SUBJECT and lower[j] not in _RELATIVES:
        j -= 1
    if j < 1 or j == i - 1 or lower[j] not in _RELATIVES:
        return False
    if tags[j - 1] not in (("NOUN",) if tags[j] == "SUB" else ("NOUN", "NAME")):
        return False
    if lower[j - 1] in lexicon.calendar:
        return False  # "told Kenya on Monday that a pact signed in Oslo was dead"
    if lower[j] == "that" and tags[j + 1] == "NOUN" and not lower[j + 1].endswith("s"):
        return False  # "in Oslo that lesson was learnt"
    content = tags[j] == "SUB" or lower[j - 1].removesuffix("s") in lexicon.content
    return tags[i - 1] == "NAME" if content else tags[i - 1] in ("NAME", "NOUN")


def contact_at(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> int:
    """Return where the subject begins right behind the object of its verb at ``i``, or -1.

    "The pact | Kenya signed in May", "the pact | he signed". Not "the general Ana Mora met", nor
    "the ethnic Albanians marched": there nothing is done to what the noun names.
    """
    if not lacks_object(i, lower, tags, lexicon):
        return -1
    j = i - 1
    while j > 0 and tags[j] == "ADV":
        j -= 1
    end = j
    if j > 0 and lower[j] in _NOMINATIVE:
        j -= 1
    while j > 0 and (tags[j] == "NAME" or (lower[j] == "and" and tags[j - 1] == "NAME")):
        j -= 1
    if j == end or j < 1 or not _is_object(j, lower, tags, lexicon):
        return -1
    people = j + 1 == end and tags[end] == "NAME" and lower[end].endswith("s")  # "Albanians"
    days = not lexicon.calendar.isdisjoint(lower[j + 1 : i])
    return j + 1 if not (people or days) and _verb_elsewhere(j, i, tags) else -1


def _is_object(j: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is it a thing with an article of its own, or several ("the pact", "weapons")?"""
    if tags[j] != "NOUN" or lower[j] in lexicon.named or lower[j].endswith(_OTHER):
        return False
    return tags[j - 1] in ("DET", "POSS", "NOUN") or lower[j].endswith("s")


def _verb_elsewhere(j: int, i: int, tags: Sequence[str]) -> bool:
    """Has the sentence a finite verb besides, with no mark between: that of the clause outside?"""
    for k in range(j - 1, -1, -1):
        if tags[k] == "PUNCT":
            break
        if tags[k] in _VERBS:
            return True
    for k in range(i + 1, len(tags)):
        if tags[k] == "PUNCT":
            break
        if tags[k] in AUX or (tags[k] == "VERB" and tags[k - 1] != "TO"):
            return True
    return False


def lacks_object(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is it a past form of what somebody or something undergoes, and nothing behind it does?"""
    flags, lemma = verb_form(lower[i], lexicon)
    apart = i + 1 == len(tags) or tags[i + 1] in _APART or lower[i + 1] in lexicon.calendar
    return apart and "D" in flags and "N" in flags and lemma not in lexicon.intransitive
