"""What a past form without auxiliary describes: an object, a fronted phrase, a period.

It must not decide alone whether the form is a verb; forms.py does.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.group import VerbGroup
from timeline.grammar.nearby import BOUNDARY, UNITS, class_after, clause_start
from timeline.grammar.words import Words

__all__ = [
    "agent_follows",
    "behind_verb",
    "done_to_it",
    "done_under",
    "ends_period",
    "in_fronted_phrase",
    "says",
]

_BELIEVED = (["to", "be"], ["to", "have"])
"""What follows a saying that only describes ("the ship, said to have sunk, …")."""
_ABOUT = frozenset({"about", "around", "over", "under", "up"})
_BARE = frozenset({"NAME", "NOUN", "NUM", "PREP", "POSS", "ADV", "COORD"})
"""Classes of the words of a subject without an article."""
_PERIODS = frozenset({"quarter", "half", "year", "month", "week", "period"})
_IN_NOUN_PHRASE = frozenset({"DET", "NAME", "NOUN", "NUM"})


def behind_verb(
    i: int, lower: Sequence[str], tags: Sequence[str], found: Sequence[VerbGroup]
) -> bool:
    """Does it open the object of the verb before it ("reinstate freely elected ministers")?"""
    last = found[-1] if found else None
    before = i - 1 - (tags[i - 1] == "ADV" and lower[i - 1].endswith("ly"))
    return last is not None and last.head == before and last.lemma not in ("be", "have", "get")


def done_to_it(
    i: int, lemma: str, lower: Sequence[str], tags: Sequence[str], lexicon: Words
) -> bool:
    """Was it done to the subject, in a line without articles ("Envoy expelled", "Pact signed")?"""
    first = clause_start(i, tags)
    phrase = tags[first:i]
    if not phrase or phrase[0] == "PREP" or not _BARE.issuperset(phrase):
        return False
    anybody, things, office = lexicon.done_to
    after = class_after(tags, i)
    end = next((j for j in range(first, i) if tags[j] == "PREP"), i)
    while end > first + 1 and tags[end - 1] == "ADV":
        end -= 1
    if lemma in office and after == "NOUN":
        return tags[end - 1] == "NAME"
    counted = tags[i + 2 : i + 3] in (["NUM"], ["DET"]) and lower[i + 1] in _ABOUT
    ends = (
        after in ("PREP", "PUNCT", "SUB") or lower[i + 1 : i + 2] in UNITS
    )  # "killed hours after"
    ends = ends and not counted  # "killed about a hundred"
    return ends and (lemma in anybody or (lemma in things and tags[end - 1] == "NOUN"))


def done_under(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does it describe what something is done under ("Under an accord signed on Monday, …")?"""
    j = i - 1
    while j > 0 and tags[j] in ("NOUN", "NAME", "NUM", "POSS", "DET", "ADV"):
        j -= 1
    return lower[j] == "under" and (j == 0 or tags[j - 1] in BOUNDARY)


def ends_period(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does it tell the day a period ended ("for the quarter ended Sept. 30")?"""
    period = i > 1 and lower[i - 1].removesuffix("s") in _PERIODS
    return period and lower[i] == "ended" and tags[i + 1 : i + 2] in (["NAME"], ["NUM"])


def in_fronted_phrase(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does the noun before it stand in a fronted phrase ("In a speech delivered at …")?

    Also at the end of several ("in line with a pact signed in May").
    """
    j = _phrase_start(i - 1, lower, tags, lexicon)
    while j > 0 and tags[j] == "PREP" and lower[j + 1] in ("a", "an") and tags[j - 1] == "NOUN":
        j = _phrase_start(j - 1, lower, tags, lexicon)
    return j >= 0 and tags[j] == "PREP" and (j == 0 or tags[j - 1] in ("PUNCT", "COORD"))


def _phrase_start(j: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> int:
    """Return the token before a noun's phrase, -1 where a subject begins inside it."""
    while j >= 0 and tags[j] in ("NOUN", "NAME", "NUM", "POSS", "DET", "ADV"):
        if tags[j] == "DET" and (lower[j - 1] in lexicon.calendar or tags[j - 1] == "NUM"):
            return -1  # "On Monday | the envoys called for …"
        j -= 1
    return j


def agent_follows(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does "by" and a doer follow ("ousted by the army"), no measure, time or means?"""
    measured = lower[i] == "passed" and lower[i + 2 : i + 3] == ["a"]  # "by a vote of two"
    if lower[i + 1 : i + 2] != ["by"] or measured:
        return False
    if tags[i + 2 : i + 3] == ["PRON"]:
        return not lower[i + 2].endswith(("self", "selves"))
    end = i + 2
    while end < len(tags) and tags[end] in _IN_NOUN_PHRASE:
        if lower[end] in lexicon.no_agents or lower[end] in lexicon.calendar:
            return False
        end += 1
    return end > i + 2 and tags[i + 2] != "NUM" and not lower[i + 2].endswith("ing")


def says(i: int, lemma: str, before: str, lower: Sequence[str], lexicon: Words) -> bool:
    """Is it a saying, not what only describes ("land claimed by Kenya", ", said to have sunk,")?"""
    described = before == "PUNCT" and lower[i + 1 : i + 3] in _BELIEVED
    said = (lemma in lexicon.reports and not described) or lemma in lexicon.passive_by
    return said and lower[i + 1 : i + 2] != ["by"]
