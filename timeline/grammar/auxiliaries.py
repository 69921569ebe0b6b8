"""The auxiliaries before a verb, and the tense they give it; it must not look behind the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.grammar.nearby import AUX
from timeline.grammar.words import Words
from timeline.model import Tense

__all__ = ["FUTURE", "Auxiliaries", "leads_to_act", "opens_infinitive", "resumed"]

FUTURE = frozenset({"will", "shall", "ll", "wo"})
_PUT_IN = 7
"""Tokens between the commas that part an auxiliary from its verb."""
_NOT_PUT_IN = AUX | {"VERB", "PRON", "PUNCT", "SUB", "REL"}
_PRESENT_BE = frozenset({"is", "are", "'s", "'re", "am", "'m"})


@dataclass(slots=True)
class Auxiliaries:
    """What the auxiliaries read so far say of the verb to come."""

    first: int = -1
    """First auxiliary; -1 while there is none."""
    be: str = ""
    have: str = ""
    modal: str = ""
    do: str = ""
    to: int = -1
    to_be: bool = False
    negated: bool = False
    planned: bool = False

    @property
    def binds(self) -> bool:
        """Does a "be" stand right before the verb ("is signed", "to be signed")?"""
        return bool(self.be) and (self.to < 0 or self.to_be)

    @property
    def stands_alone(self) -> bool:
        """Can they be the verb themselves ("is a member", "had reports")?"""
        return bool(self.be or self.have or self.do)

    def tense(self) -> Tense:
        """Return the tense of the group that they make."""
        if self.modal in FUTURE or (self.planned and self.be in _PRESENT_BE):
            return "future"
        if self.modal:
            return "past" if self.have else "future" if self.modal == "would" else "present"
        if self.have or self.be in ("was", "were") or self.do == "did":
            return "past"
        return "present" if self.be or self.do else "future"


def resumed(i: int, lower: Sequence[str], tags: Sequence[str]) -> int:
    """Return where a verb group goes on behind what two commas put in ("had, last week, left")."""
    if lower[i : i + 1] != [","]:
        return i
    end = i + 1
    while end < len(tags) and end - i <= _PUT_IN and tags[end] not in _NOT_PUT_IN:
        end += 1
    closed = i + 1 < end and lower[end : end + 1] == [","]
    return end + 1 if closed and tags[end + 1 : end + 2] in (["VERB"], ["BE"]) else i


def leads_to_act(i: int, lower: Sequence[str], tags: list[str], lexicon: Words) -> bool:
    """Is it "to" and an act ("is due to meet"), not what it is due to ("is due to the rain")?"""
    return tags[i : i + 1] == ["TO"] and opens_infinitive(i, lower, tags, lexicon)


def opens_infinitive(i: int, lower: Sequence[str], tags: list[str], lexicon: Words) -> bool:
    """Is this "to" followed by a base form ("to meet", "to be"), not by a noun ("to Geneva")?"""
    j = i + 1
    while j < len(tags) and tags[j] in ("ADV", "NOT"):
        j += 1
    if j >= len(tags) or (i > 0 and lower[i - 1] == lower[j]):
        return False  # "face to face"
    if i > 1 and lower[i - 1] == "due" and tags[i - 2] in ("VERB", "PREP"):
        tags[j] = "NOUN" if tags[j] == "VERB" else tags[j]
        return False  # "was called off due to rain", where "due" belongs to no noun
    if tags[j] in ("BE", "HAVE", "DO"):
        return lower[j] in ("be", "have", "do")
    return tags[j] == "VERB" and "B" in lexicon.forms.get(lower[j], ("", ""))[0]
