"""What the words around a word make of its class.

It must not know the whole sentence's structure: it looks a word or two to either side.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.words import Words

__all__ = [
    "AUX",
    "BOUNDARY",
    "NOMINAL_BEFORE",
    "UNITS",
    "after_relative",
    "class_after",
    "class_before",
    "clause_start",
    "closes_apposition",
    "is_adverb",
    "is_capital",
    "is_relative",
    "length_follows",
    "may_be_verb",
    "may_inflect",
    "opens_content",
    "stands_alone",
    "takes_is",
]


AUX = frozenset({"MODAL", "BE", "HAVE", "DO"})
"""Classes of auxiliary verbs."""
_OTHER_CLAUSE = AUX | {"SUB", "REL"}
BOUNDARY = frozenset({"PUNCT", "COORD", "SUB", "REL"})
"""Classes between clauses."""
_CLAUSE_MARKS = BOUNDARY - {"COORD"}
NOMINAL_BEFORE = frozenset({"DET", "PREP", "NUM", "POSS"})
"""Classes after which a verb form is a noun or a gerund."""
_AFTER_SAYING = frozenset({"PREP", "SUB", "ADV"})
"""Classes that follow a verb of saying whose content comes later."""
_OPENING = frozenset({"“", "``", "«"})
"""Marks that open a quotation."""
_BEFORE_NOUN = frozenset({"DET", "PREP", "POSS", "NUM"})
"""Classes after which a form like "meeting" is a noun."""
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_PLURAL = frozenset({"NOUN", "DET", "NUM", "POSS", "PREP"})
"""Classes after which a form like "talks" is a noun."""

UNITS = [
    [unit + ending]
    for unit in ("minute", "hour", "day", "week", "month", "year", "decade", "time")
    for ending in ("", "s")
]
"""Words for lengths of time, each as a slice of one token."""
_PARTS = frozenset({":", ";"})
_DASHES = frozenset({"-", "–", "—", "--"})
_DATE = 8
"""Tokens up to the dash of an entry."""
_ASIDE = 12
"""Most tokens of the brackets behind a name."""
_COUNTED_ON = (["same"], ["next"], ["following"])


def is_relative(i: int, lower: list[str], tags: list[str], lexicon: Words) -> bool:
    """Is "that" a subject after a noun ("the parliament that met", "… that in May met")?"""
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if tags[-1:] == ["NOUN"] and lexicon.closed.get(after) in ("PREP", "ADV"):
        noun = lower[i - 1]  # "a truce that for two months brought relief"
        return noun not in lexicon.content and noun.removesuffix("s") not in lexicon.content
    if tags[-1:] == ["VERB"] and (tags[-2:-1] or ["DET"])[0] in _BEFORE_PLURAL:
        listed = lower[i - 1].endswith("s") or lower[i - 2] in _ARTICLES  # "the raid that left"
        return listed and "D" in lexicon.forms.get(after, ("", ""))[0]
    flags, lemma = lexicon.forms.get(after, ("", ""))
    if tags[-1:] == ["NOUN"] and "Z" in flags and lemma in lexicon.only:
        return True  # "a pact that obliges them"
    return tags[-1:] in (["NOUN"], ["NAME"]) and "D" in flags


def opens_content(i: int, tokens: list[str], tags: list[str], lexicon: Words) -> bool:
    """Does "that" open what was said or claimed, being no determiner and no relative?"""
    if tokens[i + 1 : i + 2] and tokens[i + 1] in _OPENING:
        word = tokens[i + 2] if i + 2 < len(tokens) else ""  # "a statement … that “on Monday …”"
        return lexicon.closed.get(word) in ("PREP", "DET", "PRON") or word[:1].isupper()
    if tags[-1:] in (["NOUN"], ["NAME"]) and not _said_before(i, tokens, tags, lexicon):
        noun = tokens[i - 1].lower()
        if noun not in lexicon.content and noun.removesuffix("s") not in lexicon.content:
            return False
    after = tokens[i + 1] if i + 1 < len(tokens) else ""
    kind = lexicon.closed.get(after)
    aside = kind == "PREP" or after == ","  # "claimed that in Oslo …", "stressed that, in Oslo, …"
    said = aside and (tags[-1:] == ["VERB"] or _said_before(i, tokens, tags, lexicon))
    said |= after == "," and tags[-1:] == ["NOUN"]  # "claims that, in Oslo, …"
    return kind in ("DET", "PRON") or said or after[:1].isupper()


def _said_before(i: int, tokens: list[str], tags: list[str], lexicon: Words) -> bool:
    """Does a saying without an object wait for its content ("said on Friday in Oslo that …")?"""
    for j in range(i - 2, -1, -1):
        if tags[j] == "REL":
            return False
        if tags[j] == "VERB" and tags[max(0, j - 1)] not in _BEFORE_NOUN:
            lemma = lexicon.forms.get(tokens[j].lower(), ("", ""))[1]
            said = lemma in lexicon.reports or lemma in lexicon.contains
            return said and tags[j + 1] in _AFTER_SAYING
    return False


def stands_alone(i: int, lower: list[str], lexicon: Words) -> bool:
    """Does a verb follow the determiner at once ("both met", "many want to")?"""
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if lexicon.closed.get(after) in ("BE", "HAVE", "DO", "MODAL"):
        return lower[i] not in ("that", "this") or i == 0
    flags = lexicon.forms.get(after, ("", ""))[0]
    to_follows = lower[i + 2 : i + 3] == ["to"] and "B" in flags
    return lower[i] not in ("that", "this", "those") and (to_follows or flags in ("D", "DN", "BDN"))


def is_adverb(word: str, capital: bool, fronted: bool, lexicon: Words) -> bool:
    """Is it an adverb in "-ly", in small letters or fronted ("Surprisingly, …")?"""
    return word.endswith("ly") and (fronted or not capital) and word not in lexicon.nouns_in_ly


def takes_is(tag: str, word: str) -> bool:
    """Is "'s" after this word "is" ("it's", "that's"), not the possessive ("Putin's")?"""
    return tag in ("PRON", "REL") or word in ("that", "there", "here", "what", "how")


def is_capital(tokens: list[str], i: int) -> bool:
    """Is there a token at a place, and does it begin with a capital?"""
    return i < len(tokens) and tokens[i][0].isupper()


def after_relative(i: int, lower: list[str], tags: list[str], closed: dict[str, str]) -> bool:
    """Is an unknown word the verb of "who"/"which": an object or preposition follows it?"""
    if tags[-1:] != ["REL"] or lower[i - 1] not in ("who", "which") or "-" in lower[i]:
        return False
    return i + 1 < len(lower) and closed.get(lower[i + 1]) in ("DET", "PREP", "TO", "PRON")


def may_be_verb(word: str, tags: list[str]) -> bool:
    """Can a word outside the lists be a verb: after a modal, a plain "-ed", "-ing" after "be"?"""
    if not may_inflect(word):
        return False
    before = next((t for t in reversed(tags) if t not in ("ADV", "NOT")), "")
    if before in ("MODAL", "DO"):
        return True  # "will redeem", "did not gloat"
    return word.endswith("ed") or (word.endswith("ing") and before == "BE")


def may_inflect(word: str) -> bool:
    """Is an unknown word long and simple enough to be a verb form, and no "unchanged"?"""
    negated = word.startswith("un") and not word.startswith("unit")
    return "-" not in word and len(word) >= 4 and not negated


def class_after(tags: Sequence[str], i: int) -> str:
    """Return the class of the next word that is no adverb; PUNCT at the end."""
    j = i + 1
    while j < len(tags) and tags[j] == "ADV":
        j += 1
    return tags[j] if j < len(tags) else "PUNCT"


def class_before(tags: Sequence[str], i: int, lower: Sequence[str] = ()) -> str:
    """Return the class of the word before, adverbs passed over; START at the beginning.

    Brackets behind a name are passed over, too, where the words are given ("the Union (UDP) left").
    """
    j = i - 1
    while j >= 0 and tags[j] == "ADV":
        j -= 1
    if lower and j > 1 and lower[j] == ")":
        opened = next((k for k in range(j - 1, max(0, j - _ASIDE), -1) if lower[k] == "("), 0)
        if opened and tags[opened - 1] in ("NAME", "NOUN"):
            j = opened - 1
    return tags[j] if j >= 0 else "START"


def clause_start(i: int, tags: Sequence[str]) -> int:
    """Return the first token behind the boundary before a word."""
    while i > 0 and tags[i - 1] not in _CLAUSE_MARKS:
        i -= 1
    return i


def closes_apposition(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Is the comma before it the second of a pair ("The envoy, a Norwegian, arrived in …")?"""
    relative = max((j for j in range(i) if tags[j] == "REL" or lower[j] == "whose"), default=0)
    if relative and lower[relative - 1] == "," and "," not in lower[relative : i - 1]:
        return True  # "The vote, which nobody recognised, followed in …"
    if not _OTHER_CLAUSE.isdisjoint(tags[:i]):
        return False
    low = max((j for j in range(i) if lower[j] in _PARTS or _ends_date(j, lower, tags)), default=0)
    if "VERB" in tags[low:i]:
        return False  # "Kenya vetoed it, backed by Uganda"
    commas, end = lower[low:i].count(","), i + [*lower[i:], ","].index(",")
    if commas != 1 and tags[end + 1 : end + 2] and tags[end + 1] in AUX:
        return False  # "a visit, the third, planned for June, was put off"
    if commas == 1:
        return not any(tag in AUX or tag == "VERB" for tag in tags[i + 1 :])
    return commas > 0 and commas % 2 == 0


def _ends_date(j: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does a dash part an entry's date from what it tells ("3 May, 2006 – The envoy, a lawyer")?"""
    return lower[j] in _DASHES and j < _DATE and tags[j - 1] == "NUM"


def length_follows(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does a time follow, which is no object ("ratified two years later", "the same day")?"""
    unit = i + 2 + (lower[i + 2 : i + 3] in _COUNTED_ON)
    return tags[i + 1 : i + 2] in (["DET"], ["NUM"]) and lower[unit : unit + 1] in UNITS
