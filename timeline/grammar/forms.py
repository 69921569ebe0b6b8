"""A verb form without auxiliary → finite verb, participle, or no verb at all.

It must not look at auxiliaries; those are read in verbs.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.gerunds import NOMINAL_BEFORE, ing_form, next_class
from timeline.grammar.group import VerbGroup
from timeline.grammar.words import Words

__all__ = ["bare_verb", "verb_form"]
_SUBJECT = frozenset({"NAME", "NOUN", "PRON", "NUM"})
_BOUNDARY = frozenset({"PUNCT", "COORD", "SUB", "REL"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_PARTICLES = frozenset({"up", "down", "out", "off", "back", "away", "over"})
_AUX = frozenset({"MODAL", "BE", "HAVE", "DO"})
_VERBAL = _AUX | {"VERB", "PART"}
_CLAUSE_MARKS = _BOUNDARY - {"COORD"}
_AFTER_ALONE = frozenset({"PREP", "PUNCT", "SUB", "NOUN"})
"""What can follow a verb that has no object."""
_OPENS_OBJECT = frozenset({"DET", "NAME", "PRON", "TO", "NUM", "SUB"})
_OTHER_CLAUSE = _AUX | {"SUB", "REL"}
_REACH = 12
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_NO_OBJECTS = frozenset({"this", "that", "these", "those", "every", "each", "all", "both", "half"})
_UNITS = [
    [unit + ending]
    for unit in ("minute", "hour", "day", "week", "month", "year", "decade", "time")
    for ending in ("", "s")
]


def verb_form(word: str, lexicon: Words) -> tuple[str, str]:
    """Return the flags and base form of a word tagged VERB; unknown ones end in -ed or -ing."""
    known = lexicon.forms.get(word)
    if known:
        return known
    if word.endswith("ing"):
        return "G", word[:-3]
    if word.endswith("ed"):
        return "DN", word[:-2]
    return ("Z", word[:-1]) if word.endswith("s") else ("B", word)


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
    before = _before(tags, i)
    if "G" in flags:
        return ing_form(i, lemma, before, lower, tags, lexicon, found)
    counted = before == "NUM" and next_class(tags, i) not in ("NOUN", "NAME", "PART", "VERB")
    if before in NOMINAL_BEFORE and not ("D" in flags and counted):
        tags[i] = "NOUN"
        return None
    if "D" in flags:
        return _past(i, flags, lemma, before, lower, tags, lexicon, found)
    if "N" in flags:
        tags[i] = "PART"
        return VerbGroup(i, i, lemma, "participle", "past", passive=True)
    if _is_present(i, flags, before, lower, tags, lexicon, found):
        return VerbGroup(i, i, lemma, "finite", "present")
    tags[i] = "NOUN"
    return None


def _before(tags: Sequence[str], i: int) -> str:
    j = i - 1
    while j >= 0 and tags[j] == "ADV":
        j -= 1
    return tags[j] if j >= 0 else "START"


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
    after = next_class(tags, i)
    if lower[i] not in lexicon.forms and after in ("NOUN", "NAME") and before != "PRON":
        tags[i] = "NOUN"
        return None
    if "N" not in flags or lemma in lexicon.reports or lemma in lexicon.intransitive:
        return VerbGroup(i, i, lemma, "finite", "past")
    loose = (
        before in ("START", "SUB")
        or (
            before == "PUNCT" and after in ("PREP", "TO") and not _closes_apposition(i, lower, tags)
        )
        or (before in _SUBJECT and after == "PREP" and _finite_follows(i, lower, tags, lexicon))
        or (before in ("NOUN", "NAME") and _has_verb(i, lower, tags, lexicon, found))
        or (before == "NOUN" and after == "PREP" and _in_fronted_phrase(i, tags))
    )
    if not loose or (before != "START" and _has_object(i, lower, tags)):
        return VerbGroup(i, i, lemma, "finite", "past")  # no reduced passive has an object
    tags[i] = "PART"
    return VerbGroup(i, i, lemma, "participle", "past", passive=True)


def _has_object(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does an object follow ("freed four envoys"), not a time ("freed four days later")?"""
    if tags[i + 1 : i + 2] != ["DET"] or lower[i + 1] in _NO_OBJECTS:
        return False
    return lower[i + 1] in _ARTICLES or lower[i + 2 : i + 3] not in _UNITS


def _closes_apposition(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Is the comma before it the second of a pair ("The envoy, a Norwegian, arrived in …")?"""
    relative = max((j for j in range(i) if tags[j] == "REL"), default=0)
    if relative and lower[relative - 1] == "," and "," not in lower[relative : i - 1]:
        return True  # "The vote, which nobody recognised, followed in …"
    if not _OTHER_CLAUSE.isdisjoint(tags[:i]):
        return False
    low = max((j for j in range(i) if lower[j] in (":", ";")), default=0)
    commas, end = lower[low:i].count(","), i + [*lower[i:], ","].index(",")
    if commas != 1 and tags[end + 1 : end + 2] and tags[end + 1] in _AUX:
        return False  # "a visit, the third, planned for June, was put off"
    if commas == 1:
        return not any(tag in _AUX or tag == "VERB" for tag in tags[i + 1 :])
    return commas > 0 and commas % 2 == 0


def _in_fronted_phrase(i: int, tags: Sequence[str]) -> bool:
    """Does the noun before it stand in a fronted phrase ("In a speech delivered at …")?"""
    j = i - 1
    while j >= 0 and tags[j] in ("NOUN", "NAME", "NUM", "POSS", "DET", "ADV"):
        j -= 1
    return j >= 0 and tags[j] == "PREP" and (j == 0 or tags[j - 1] in ("PUNCT", "COORD"))


def _finite_follows(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does a finite verb follow before the clause can have ended?"""
    for j in range(i + 1, min(len(tags), i + _REACH)):
        if tags[j] in _BOUNDARY or tags[j] == "PRON":
            return False
        if tags[j] in _AUX:
            return True
        if (
            tags[j] == "VERB"
            and _before(tags, j) in ("NAME", "NOUN", "NUM", "VERB")
            and "D" in verb_form(lower[j], lexicon)[0]
            and next_class(tags, j) != "PREP"
        ):
            return True
    return False


def _has_verb(
    i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words, found: Sequence[VerbGroup]
) -> bool:
    """Has the clause a finite verb already, so that this one only describes a noun?"""
    if not found or found[-1].form == "gerund":
        return False
    last = found[-1]
    if len(found) == 1 and last.first and tags[last.first - 1] == "REL":
        return any(tag in _AUX or tag == "VERB" for tag in tags[i + 1 :])  # "… that met | voted"
    between = tags[last.head + 1 : i]
    if last.lemma in lexicon.reports and last.form == "finite" and "PREP" not in between:
        return False  # "officials said talks failed"
    if _BOUNDARY.isdisjoint(between):
        return True
    marks = (j for j, tag in enumerate(between, last.head + 1) if tag in _BOUNDARY)
    return all(lower[j] in _QUOTES for j in marks)


def _is_present(
    i: int,
    flags: str,
    before: str,
    lower: Sequence[str],
    tags: Sequence[str],
    lexicon: Words,
    found: Sequence[VerbGroup],
) -> bool:
    """Tell a present tense from a noun of the same form ("plans", "talks", "attack")."""
    if before == "REL" or (before == "PRON" and lower[i - 1] != "there"):
        return True
    named = before in ("NAME", "NOUN")
    singular = "Z" in flags and (named or before in ("PUNCT", "COORD")) and i > 0
    plural = (
        "B" in flags and named and (lower[i - 1].endswith("s") or "and" in lower[max(0, i - 4) : i])
    )
    if not (singular or plural):
        return False
    closes = before == "PUNCT" and tags[max(0, i - 2)] in ("NUM", "NAME")
    if not _governs(i, lower, tags) and not (closes and _closes_apposition(i, lower, tags)):
        return False  # "The king, 93, resigns." closes one
    return not _has_verb(i, lower, tags, lexicon, found)


def _governs(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does an object or a quotation follow, or could no other word be the clause's verb?"""
    if next_class(tags, i) in _OPENS_OBJECT:
        return True
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if following in ("“", "``") or (following == '"' and lower[:i].count('"') % 2 == 0):
        return True
    particle = following in _PARTICLES and next_class(tags, i + 1) in _OPENS_OBJECT
    return particle or _alone(i, lower, tags)


def _alone(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Could no other word be the clause's verb ("The envoy arrives.", "A and B meet in Oslo")?

    The subject must open the clause: a determiner or a name, so that "peace talks" is none.
    """
    first = i
    while first > 0 and tags[first - 1] not in _CLAUSE_MARKS:
        first -= 1
    if tags[first] not in ("DET", "NAME") or next_class(tags, i) not in _AFTER_ALONE:
        return False
    if not _VERBAL.isdisjoint(tags[first:i]):
        return False
    for j in range(i + 1, len(tags)):  # behind a preposition it is a noun: "meet without result"
        if tags[j] not in _VERBAL:
            continue
        noun = tags[j - 1] in NOMINAL_BEFORE or (
            tags[j - 1] in ("NOUN", "NAME") and not lower[j - 1].endswith("s")
            and not lower[j].endswith(("s", "ed", "ing"))
        )  # "walks away from the grain deal"  # fmt: skip
        if tags[j] in _AUX or not noun:
            return False
    return True
