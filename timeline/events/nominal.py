"""An event's noun → the tokens of its own phrase: "the last talks between Peru and Chile".

It must not look behind the phrase; reach.py tells what else belongs to the event.
"""

from __future__ import annotations

from timeline.events.candidates import Candidate
from timeline.events.subjects import Tokens
from timeline.grammar import Parse

__all__ = ["BEFORE_NOUN", "own_phrase", "taken_back"]

_NEAR_NOUN = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "PREP", "COORD", "ADV"})
BEFORE_NOUN = frozenset({"NOUN", "NAME", "NUM", "POSS", "PART", "DET"})
"""Classes of the words before a noun that belong to its phrase."""
_GOALS = (["DET"], ["NAME"], ["NOUN"])
"""What makes a preposition of "to" ("a visit to Peru", not "a plan to leave")."""
_LISTED = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS"})
_AMONG = frozenset({"between", "among", "amongst"})
_ITS = frozenset({"its", "their"})
_AROUND = frozenset({"since", "after", "before", "until", "following"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})


def own_phrase(candidate: Candidate, parse: Parse) -> Tokens:
    """Return the tokens of a noun with the words and prepositional phrases that belong to it."""
    first, end = candidate.first, candidate.token + 1
    if candidate.modifier >= 0:
        return candidate.modifier, candidate.modifier + 1
    while first > 0 and (parse.tags[first - 1] in BEFORE_NOUN or parse.lower[first - 1] in _QUOTES):
        first -= 1
    heads = {v.head for v in parse.verbs if v.form == "finite"}
    before = [v for v in parse.verbs if v.head < candidate.token]
    after = candidate.token + 1
    while end < len(parse.tags) and end not in heads:
        leads = parse.tags[end] == "TO" and parse.tags[end + 1 : end + 2] in _GOALS
        if parse.tags[end] not in _NEAR_NOUN and not leads and not _lists_on(after, end, parse):
            break
        if parse.tags[end] == "DET" and parse.tags[end - 1] in ("NOUN", "NAME"):
            break  # "a vote | the envoy calls rigged"
        own = end == candidate.token + 1 and not any(v.passive for v in before)
        if parse.lower[end] == "by" and not own and "PART" not in parse.tags[after:end]:
            break  # the agent of the verb: "overshadowed in Tuesday's call by the crisis"
        end += 1
    return first, end


def _lists_on(after: int, comma: int, parse: Parse) -> bool:
    """Is a comma inside a list that "between" opens ("talks between Peru, Chile and Kenya")?"""
    if parse.lower[comma] != "," or _AMONG.isdisjoint(parse.lower[after:comma]):
        return False
    for i in range(comma + 1, len(parse.tags)):
        if parse.tags[i] == "COORD":
            return parse.tags[i + 1 : i + 2] in (["NAME"], ["DET"], ["NOUN"])
        if parse.tags[i] not in _LISTED and parse.lower[i] not in (",", "of"):
            return False
    return False


def taken_back(candidate: Candidate, parse: Parse) -> bool:
    """Does "its" in a phrase of time give the noun to the subject ("since its founding")?"""
    first = own_phrase(candidate, parse)[0]
    return first > 0 and parse.lower[first] in _ITS and parse.lower[first - 1] in _AROUND
