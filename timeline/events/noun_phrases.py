"""Where the first noun phrase of a stretch of a sentence begins and ends.

It must not know verbs; subjects.py chooses the stretch.
"""

from __future__ import annotations

from timeline.events.openings import leads_in, owns, past_date, past_phrase
from timeline.events.quantities import quantity
from timeline.grammar import Parse

__all__ = ["first_phrase", "list_start", "trim"]

Tokens = tuple[int, int]
"""First token and one past the last."""
_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV", "PRON"})
_OPENERS = frozenset({"PUNCT", "COORD", "ADV", "REL"})
_LATER = frozenset({"after", "before"})
_PLACING = frozenset({"in", "at", "near", "on", "from", "to"})
"""Prepositions whose fronted phrase a comma parts from a list ("In Oslo, Peru and Chile")."""
_LOOSE = frozenset({"POSS", "COORD", "ADV", "PUNCT"})
"""What opens no phrase."""
_INNER = frozenset({"of", "and", "nor", "for", "in", "from", "to", "on", "than"})


def first_phrase(low: int, high: int, parse: Parse, skip: frozenset[int]) -> Tokens | None:
    """Return the first noun phrase between two tokens, past fronted adverbials and openers."""
    lower, tags = parse.lower, parse.tags
    i = low
    while i < high:
        tag = tags[i]
        if i not in skip and quantity(i, parse):
            break
        measured = lower[i] == "of" and i - 1 in skip  # "Eight hours of talks ended"
        if i in skip or measured or tag in _OPENERS or lower[i] in ("that", "as"):
            i += 1
        elif leading := leads_in(i, parse):
            i += leading
        elif tag == "PART" and i + 1 == high:
            return (i, high)  # "and voting was extended"
        elif tag in ("PREP", "PART", "TO", "SUB") or lower[i] == "having":
            after = _past_comma(i, high, parse) or past_phrase(i, high, parse, skip)
            if after is None and tag != "SUB":
                return None
            i = after or i + 1
        else:
            break
    end = i + quantity(i, parse) if i < high else i
    lead_in = _past_measure(end, high, parse)
    if lead_in is not None:
        return first_phrase(lead_in, high, parse, skip)
    while end < high:
        if end in skip and i < end and _describes(i, end, parse):
            end = past_date(end, high, parse, skip)  # "the 1995 treaty", "Mora's ten years"
        if lower[end] == "(" and ")" in lower[end:high]:
            end = lower.index(")", end) + 1
            continue
        if end in skip or not _goes_on(i, end, high, parse):
            break
        end += 1
    if end < high and lower[end] == "," and _in_place(i, end, high, parse):
        return (i, end)
    if end < high and lower[end] == "," and "," not in lower[end + 1 : high]:
        return first_phrase(end + 1, high, parse, skip) or (i, end)  # "Surprisingly, Kyiv agreed"
    start = trim(i, end, parse)
    return (start, end) if start < end else None


def _describes(first: int, date: int, parse: Parse) -> bool:
    """Does a date stand inside a phrase ("the failed 1996 talks"), not behind it?"""
    if parse.tags[date - 1] in ("DET", "POSS"):
        return True
    return parse.tags[first] in ("DET", "POSS") and parse.tags[date] == "NUM"


def _in_place(first: int, comma: int, high: int, parse: Parse) -> bool:
    """Is the comma that of a place and what it lies in ("because Cali, Colombia, fell")?"""
    names = parse.tags[first:comma] + parse.tags[comma + 1 : high]
    return comma + 1 < high and {"NAME"}.issuperset(names)


def _described(i: int, parse: Parse) -> bool:
    """Does a participle with words of its own describe the noun before ("soldiers led by Sour")?"""
    noun, after = parse.tags[i - 1] in ("NOUN", "NAME"), parse.tags[i + 1 : i + 2]
    if parse.tags[i] != "PART" or not noun or after != ["PREP"]:
        return False
    return any(v.head == i and v.passive and v.form == "participle" for v in parse.verbs)


def _goes_on(first: int, i: int, high: int, parse: Parse) -> bool:
    """Does a word carry a phrase on, its own or not ("the kings of …", "A, B and")?"""
    word = parse.lower[i]
    if parse.tags[i] in _PHRASE:
        return i == first or not _described(i, parse)
    return word in _INNER or owns(i, parse) or (word == "," and _lists(first, i, high, parse))


def _past_measure(i: int, high: int, parse: Parse) -> int | None:
    """Return where the clause begins after a fronted measure ("A day after the raid, …")."""
    if _LATER.isdisjoint(parse.words):
        return None
    for j in range(i + 1, min(high, i + 4)):
        if parse.lower[j] in _LATER:
            return _past_comma(j, high, parse)
    return None


def _past_comma(i: int, high: int, parse: Parse) -> int | None:
    """Return the token after the comma that ends a fronted phrase; None when there is none."""
    for j in range(i, high):
        if parse.lower[j] == ",":
            return j + 1
    return None


def _lists(first: int, comma: int, high: int, parse: Parse) -> bool:
    """Is a comma part of a list of names that "and" closes before the verb?"""
    if comma > first and _closes_list(first, comma, high, parse):
        return True
    named = comma + 1 < high and parse.tags[comma + 1] in ("NAME", "DET", "NOUN")
    return (
        named and "and" in parse.lower[comma + 1 : high] and "," not in parse.lower[high - 1 : high]
    )


def _closes_list(first: int, comma: int, high: int, parse: Parse) -> bool:
    """Is it the comma before the "and" of a list with commas ("Peru, Chile, and the others")?"""
    after = parse.tags[comma + 2 : comma + 3]
    listed = "," in parse.lower[first:comma] and after in (["NAME"], ["DET"], ["NOUN"])
    return parse.lower[comma + 1 : comma + 2] == ["and"] and comma + 2 < high and listed


def trim(start: int, end: int, parse: Parse) -> int:
    """Return the first token from ``start`` on with which a phrase can begin."""
    while start < end and parse.tags[start] in _LOOSE and not quantity(start, parse):
        start += 1
    return start + (parse.tags[start : start + 2] == ["PART", "DET"])  # "by doubling the trade"


def list_start(i: int, end: int, parse: Parse) -> int:
    """Return where a list of names begins that goes on at ``i`` ("Peru, Chile and …")."""
    if parse.lower[i - 1 : i] != [","] or parse.tags[i] not in ("NAME", "DET"):
        return i
    if "and" not in parse.lower[i:end]:
        return i
    j = i - 1
    while j > 0 and (parse.tags[j - 1] == "NAME" or parse.lower[j - 1] == ","):
        j -= 1
    named = parse.tags[j] == "NAME" and parse.lower[j - 1 : j] != ["and"]
    placed = j > 0 and parse.lower[j - 1] in _PLACING and "," not in parse.lower[j : i - 1]
    nearest = "who" in parse.lower[end : end + 2] and parse.lower[j - 1 : j] != ["of"]
    return j if named and not placed and not nearest else i  # of several people "who" is the last
