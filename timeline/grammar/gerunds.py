"""A form in "-ing" without auxiliary → participle, gerund, or a noun.

It must not look at auxiliaries; those are read in verbs.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.group import Form, VerbGroup
from timeline.grammar.nearby import NOMINAL_BEFORE, class_after
from timeline.grammar.words import Words, verb_form

__all__ = ["ing_form"]

_THIS = frozenset({"this", "next", "last"})
_SPANS = frozenset({"week", "month", "year", "weekend", "morning", "afternoon", "evening"})
_ALONE = frozenset({"both", "all", "each", "many", "most", "some", "several", "neither", "few"})
"""Words for somebody, alone between "with" and what they are doing ("with both stressing that")."""
_AMID = frozenset({"in", "amid", "during", "despite"})
"""Words before a noun that has no article ("killed in fighting near Oslo")."""
_OBJECTS = frozenset({"DET", "NAME", "PRON", "NUM", "SUB"})
"""Classes that can open an object."""


def ing_form(
    i: int,
    lemma: str,
    before: str,
    lower: Sequence[str],
    tags: list[str],
    lexicon: Words,
    found: Sequence[VerbGroup],
) -> VerbGroup | None:
    """Return the group that an "-ing" makes alone, None for a noun; ``tags`` is corrected."""
    noun = _ends_noun_phrase(i, lower, tags, lexicon) or _is_subject(
        i, before, lower, tags, lexicon
    )
    stands = i > 1 and lower[i - 2] == "with" and lower[i - 1] in _ALONE
    stands = stands and class_after(tags, i) != "NOUN"  # not "with some planning documents"
    noun = noun or before in ("DET", "POSS", "PART") or _is_described(i, lower, tags, lexicon)
    if noun and not stands:
        tags[i] = "NOUN"
        return None
    tags[i] = "PART"
    form: Form = "gerund" if before in NOMINAL_BEFORE and not stands else "participle"
    return VerbGroup(i, i, lemma, form, found[-1].tense if found else "present")


def _is_described(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is it a noun behind an adjective ("Bilateral meeting with Peru", "amid renewed fighting")?

    An adjective shows only by its ending or as one of a few.
    """
    known = lower[i] in lexicon.nouns_in_ing or lower[i] in lexicon.alone_in_ing
    if i == 0 or not known or class_after(tags, i) in _OBJECTS or tags[i - 1] not in _DESCRIBES:
        return False
    return lower[i - 1] in lexicon.describing or lower[i - 1].endswith(_ADJECTIVE)


_ADJECTIVE = ("al", "ic", "ive", "ous", "ful", "ed")
_DESCRIBES = frozenset({"NOUN", "NAME", "PART"})


def _is_subject(
    i: int, before: str, lower: Sequence[str], tags: Sequence[str], lexicon: Words
) -> bool:
    """Is an "-ing" that opens a clause its subject ("Fighting has stopped", "Fighting resumed")?

    Not "…, accusing rebels of murder": there the form behind it is no past tense.
    """
    if i + 1 == len(tags):
        return False
    if before == "SUB":
        return _resumed(i, lower, tags, lexicon)
    if before not in ("START", "PUNCT"):
        return False
    joined = i > 0 and lower[i - 1] == ","
    flags = verb_form(lower[i + 1], lexicon)[0]
    finite = not joined or "D" in flags or ("Z" in flags and lower[i] in lexicon.alone_in_ing)
    return tags[i + 1] in ("BE", "HAVE", "MODAL") or (tags[i + 1] == "VERB" and finite)


def _resumed(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is it the subject behind a "since" or "after" ("since fighting resumed in May")?

    Not "after visiting occupied towns": there the form behind it describes a noun.
    """
    if tags[i + 1] in ("BE", "HAVE", "MODAL"):
        return True
    past = tags[i + 1] == "VERB" and "D" in verb_form(lower[i + 1], lexicon)[0]
    ends = tags[i + 2 : i + 3] in ([], ["ADV"], ["PREP"], ["PUNCT"])
    return past and ends and lower[i] in lexicon.nouns_in_ing | lexicon.alone_in_ing


def _ends_noun_phrase(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does nothing but a day follow an "-ing" behind a noun phrase or "to" ("the G7 meeting")?"""
    if class_after(tags, i) in _OBJECTS and not _tells_day(i, lower, tags, lexicon):
        return False
    j = i - 1
    while j >= 0 and tags[j] in ("NAME", "NOUN", "NUM"):
        j -= 1
    known, opens = lower[i] in lexicon.nouns_in_ing, tags[j] if 0 <= j < i - 1 else ""
    described = opens == "PREP" and tags[i - 1] == "NOUN" and not lower[i - 1].endswith("s")
    closes = known and (opens in ("DET", "POSS") or described)  # "under heavy shelling"
    alone = lower[i] in lexicon.alone_in_ing and lower[i - 1] in _AMID
    ends = class_after(tags, i) in ("PREP", "PUNCT") and lower[i + 1 : i + 2] not in (
        ["off"],
        ["back"],
    )
    closes = closes or (alone and ends)
    return closes or tags[max(0, i - 1)] == "TO"


def _tells_day(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does only a day follow a noun in "-ing" ("their crisis meeting Monday")?

    Not "two men meeting Monday shoppers", nor "the contingent arriving Monday".
    """
    day = lower[i + 1] in lexicon.calendar and class_after(tags, i + 1) not in ("NOUN", "NAME")
    span = lower[i + 1] in _THIS and tags[i + 2 : i + 3] in (["NOUN"], ["NAME"])
    return (day or (span and lower[i + 2] in _SPANS)) and lower[i] in lexicon.nouns_in_ing
