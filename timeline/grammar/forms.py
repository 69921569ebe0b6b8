"""A verb form without auxiliary → finite verb, participle, or no verb at all.

It must not look at auxiliaries; those are read in verbs.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.adjectives import before_deed, describes_subject
from timeline.grammar.gerunds import ing_form
from timeline.grammar.group import VerbGroup
from timeline.grammar.nearby import (
    AUX,
    BOUNDARY,
    NOMINAL_BEFORE,
    UNITS,
    class_after,
    class_before,
    closes_apposition,
    length_follows,
)
from timeline.grammar.objects import has_object_before
from timeline.grammar.present import is_present, opens_clause, rival_follows
from timeline.grammar.reduced import (
    agent_follows,
    behind_verb,
    done_to_it,
    done_under,
    ends_period,
    in_fronted_phrase,
    says,
)
from timeline.grammar.words import Words, verb_form

__all__ = ["bare_verb"]

_SUBJECT = frozenset({"NAME", "NOUN", "PRON", "NUM"})
_NOMINAL = frozenset({"NOUN", "NAME"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "’"})
"""Marks that part no clauses; the last two also stand for an owner ("the envoys' visit")."""
_FINITE = AUX | {"VERB"}
_TIMES = (["after"], ["before"], ["since"], ["during"])
"""Words after a comma and a participle that tell when ("the deal, struck after talks")."""
_STAYING = frozenset({"remain", "stay", "seem", "appear", "feel", "look"})
_WANTING = frozenset({"want", "need", "like"})
_REACH = 12
_MEASURES = [[w] for w in ("miles", "kilometers", "kilometres", "kms", "metres", "meters", "yards")]
"""Plural nouns that tell how far, after a number, and no object."""
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_NO_OBJECTS = frozenset({"this", "that", "these", "those", "every", "each", "all", "both", "half"})


def bare_verb(
    i: int,
    lower: Sequence[str],
    tags: list[str],
    lexicon: Words,
    found: Sequence[VerbGroup],
) -> VerbGroup | None:
    """Return the group that the verb form at ``i`` makes alone, or None when it is no verb.

    ``tags[i]`` is corrected: NOUN for a noun or adjective, PART for a participle.
    """
    flags, lemma = verb_form(lower[i], lexicon)
    before = class_before(tags, i, lower)
    if "G" in flags:
        return ing_form(i, lemma, before, lower, tags, lexicon, found)
    if "B" in flags and found and found[-1].head == i - 1 and found[-1].lemma == "help":
        return VerbGroup(i, i, lemma, "infinitive", found[-1].tense)  # "helped end the war"
    if found and "N" in flags and _is_state(i, found[-1], tags):
        tags[i] = "NOUN"
        return None
    named = before == "NUM" and i > 1 and tags[i - 2] in ("NOUN", "NAME")  # "article 14 bans"
    counted = before == "NUM" and class_after(tags, i) not in ("NOUN", "NAME", "PART", "VERB")
    counted = counted and tags[i - 2 : i - 1] != ["POSS"]  # "Peru's 1989 unadjusted profit"
    dated = before == "NUM" and tags[i - 2 : i - 1] == ["PREP"] and lemma in lexicon.only
    if before in NOMINAL_BEFORE and not ("D" in flags and (counted or named)) and not dated:
        tags[i] = "NOUN"
        return None
    if before == "TO" and "B" not in flags:
        tags[i] = "NOUN"  # "led to reduced demand"
        return None
    if found and found[-1].passive and found[-1].head == i - 1 and "N" in flags:
        tags[i] = "PART"  # "51 people were reported killed"
        return VerbGroup(i, i, lemma, found[-1].form, found[-1].tense, passive=True)
    if "D" in flags:
        return _past(i, flags, lemma, before, lower, tags, lexicon, found)
    if "N" in flags:
        tags[i] = "PART"
        return VerbGroup(i, i, lemma, "participle", "past", passive=True)
    if is_present(i, before, lower, tags, lexicon) and (
        opens_clause(before, i, lower) or not _has_verb(i, lower, tags, lexicon, _acting(found))
    ):
        return VerbGroup(i, i, lemma, "finite", "present")
    tags[i] = "NOUN"
    return None


def _is_state(i: int, last: VerbGroup, tags: Sequence[str]) -> bool:
    """Is it only how something is or is wanted ("remained closed", "wanted it postponed")?"""
    if last.head == i - 1:
        return last.lemma in _STAYING
    return last.head == i - 2 and tags[i - 1] == "PRON" and last.lemma in _WANTING


def _past(
    i: int,
    flags: str,
    lemma: str,
    before: str,
    lower: Sequence[str],
    tags: list[str],
    lexicon: Words,
    found: Sequence[VerbGroup],
) -> VerbGroup | None:
    """Tell a past tense from a participle without auxiliary ("the treaty signed in 1972")."""
    after = class_after(tags, i)
    described = lower[i] not in lexicon.forms and before != "PRON"
    behind_ing = i > 0 and tags[i - 1] in ("PART", "VERB") and lower[i - 1].endswith("ing")
    behind_noun = before in _NOMINAL and after == "NAME"  # "the army deluged Lima"
    described = described or behind_ing or behind_verb(i, lower, tags, found)
    described = (described and not behind_noun) or lower[i - 1] in lexicon.new
    described = described and (after in _NOMINAL or before_deed(i, lower, tags, lexicon))
    if describes_subject(i, lower, tags, lexicon):
        tags[i : i + 2] = ["NOUN", tags[i + 1].replace("VERB", "NOUN")]
        return None
    named = "B" in flags and lower[i + 1 : i + 2] == ["of"]  # "the rapid spread of the war"
    named = named or ends_period(i, lower, tags)
    if described or named or _shares_noun(i, after, lower, tags, found):
        tags[i] = "NOUN"
        return None
    done_by = before in _SUBJECT and agent_follows(i, lower, tags, lexicon)
    bare = before in _SUBJECT and done_to_it(i, lemma, lower, tags, lexicon)
    alone = "N" in flags and (done_by or bare) and not any(v.form == "finite" for v in found)
    if alone and not rival_follows(i, lower, tags, lexicon):
        return VerbGroup(i, i, lemma, "finite", "past", passive=True)  # "King ousted by army"
    said = says(i, lemma, before, lower, lexicon)
    if "N" not in flags or said or lemma in lexicon.intransitive:
        return VerbGroup(i, i, lemma, "finite", "past")
    told = has_object_before(i, lower, tags, lexicon)
    loose = done_by or (not told and _is_loose(i, before, after, lower, tags, lexicon, found))
    if not loose or (before != "START" and _has_object(i, lower, tags)):
        return VerbGroup(i, i, lemma, "finite", "past")  # no reduced passive has an object
    tags[i] = "PART"
    return VerbGroup(i, i, lemma, "participle", "past", passive=True)


def _is_loose(
    i: int,
    before: str,
    after: str,
    lower: Sequence[str],
    tags: Sequence[str],
    lexicon: Words,
    found: Sequence[VerbGroup],
) -> bool:
    """Does the form only describe a noun or open a phrase, by the words around it?"""
    if before in ("START", "SUB"):
        return True
    if before == "PUNCT" and not closes_apposition(i, lower, tags):
        timed = length_follows(i, lower, tags) or lower[i + 1 : i + 2] in _TIMES
        return timed or after in ("PREP", "TO")
    dated = i + 1 < len(lower) and lower[i + 1] in lexicon.calendar  # "the bill adopted Monday"
    opens = before in _SUBJECT and (dated or _opens_phrase(i, after, tags))
    return (
        (opens and _finite_follows(i, lower, tags, lexicon))
        or (before in ("NOUN", "NAME") and _has_verb(i, lower, tags, lexicon, _acting(found)))
        or (before == "NUM" and after == "PREP" and lower[i - 2] == "among")
        or (before == "NOUN" and after == "PREP" and in_fronted_phrase(i, lower, tags, lexicon))
        or (before == "NOUN" and done_under(i, lower, tags))
    )


def _acting(found: Sequence[VerbGroup]) -> list[VerbGroup]:
    """Leave out what only describes a noun ("the pact signed in 2020 | expires")."""
    return [v for v in found if v.form != "participle" or not v.passive]


def _shares_noun(
    i: int, after: str, lower: Sequence[str], tags: Sequence[str], found: Sequence[VerbGroup]
) -> bool:
    """Is it an adjective behind "and" ("burnt and looted shops", "linking Peru and occupied …")?"""
    if tags[i - 1] != "COORD" or i < 2:
        return False
    row = tags[i - 2] == "NOUN" and lower[i - 2].endswith("ed") and after == "NOUN"
    last = found[-1] if found else None
    if row or last is None or after != "NAME" or not lower[last.head].endswith("ing"):
        return row
    return last.head < i - 2 and {"NAME"}.issuperset(tags[last.head + 1 : i - 1])


def _opens_phrase(i: int, after: str, tags: Sequence[str]) -> bool:
    """Does a prepositional phrase follow ("promised to Kenya"), no infinitive?"""
    return after == "PREP" or tags[i + 1 : i + 3] in (["TO", "NAME"], ["TO", "DET"])


def _has_object(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does an object follow ("freed four envoys"), not a time ("freed four days later")?"""
    if tags[i + 1 : i + 3] == ["NUM", "NOUN"]:
        return lower[i + 2].endswith("s") and lower[i + 2 : i + 3] not in UNITS + _MEASURES
    if tags[i + 1 : i + 2] != ["DET"] or lower[i + 1] in _NO_OBJECTS:
        return False
    return lower[i + 1] in _ARTICLES or lower[i + 2 : i + 3] not in UNITS


def _finite_follows(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does a finite verb follow before the clause can have ended?"""
    for j in range(i + 1, min(len(tags), i + _REACH)):
        said = lower[j] == "that" and tags[j - 1] in ("VERB", "PART")  # "saying that it was"
        if lower[j] == "," and [","] in (lower[j - 2 : j - 1], lower[j + 2 : j + 3]):
            continue  # "a plan revealed in May, however, failed"
        if tags[j] in BOUNDARY or tags[j] == "PRON" or said:
            return False
        if tags[j] in AUX and lower[j - 1] != "to":
            return True
        if tags[j] != "VERB" or class_before(tags, j) not in ("NAME", "NOUN", "NUM", "VERB"):
            continue
        flags, lemma = verb_form(lower[j], lexicon)
        if "D" in flags and class_after(tags, j) != "PREP":
            return True
        acts = lemma in lexicon.only or tags[j + 1 : j + 2] == ["DET"]
        if flags == "Z" and acts:
            return True  # "the treaty signed in 2020 expires"
    return False


def _has_verb(
    i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words, found: Sequence[VerbGroup]
) -> bool:
    """Has the clause a finite verb already, so that this one only describes a noun?"""
    if not found or found[-1].form == "gerund":
        return False
    last = found[-1]
    relative = last.first > 0 and (tags[last.first - 1] == "REL" or lower[last.first - 1] == "that")
    relative = relative or has_object_before(last.first, lower, tags, lexicon)
    if relative and len(found) == 1:
        return not _FINITE.isdisjoint(tags[i + 1 :])  # "… that met | voted"
    between = tags[last.head + 1 : i]
    if last.lemma in lexicon.reports and last.form == "finite":
        only = lower[last.head + 1] == "that" and not _finite_follows(i, lower, tags, lexicon)
        if "PREP" not in between or only:
            return False  # "officials said talks failed", "… that rains on Monday caused floods"
    if BOUNDARY.isdisjoint(between):
        return True
    marks = (j for j, tag in enumerate(between, last.head + 1) if tag in BOUNDARY)
    return all(lower[j] in _QUOTES for j in marks)
