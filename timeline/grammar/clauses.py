"""Verb groups → clause-like segments of a sentence, and which verb governs which place.

It must not know what stands at that place: a date, a name, a noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.group import VerbGroup

__all__ = ["govern", "segments"]

_STRONG = frozenset({";", ":", "--", "—", "–", "(", ")", '"', "“", "”", "``", "''", "...", "_"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_GLOSS = 4
"""Tokens from one quotation mark to the other around words that are only held at arm's length."""
_ALSO_PREPOSITIONS = frozenset({"as", "since", "after", "before", "until", "till", "like", "once"})
_PLAIN = frozenset({"NOUN", "NAME", "DET", "ADV", "NUM", "PART", "POSS", "VERB", "TO", "NOT"})
"""Classes of words that open no clause by themselves."""
_AT_PLACES = frozenset({"in", "at", "near"})
_FRONTING = (["on"], ["in"], ["by"], ["at"], ["after"], ["during"], ["from"], ["since"])
"""Prepositions that open a clause behind "and" ("sent a note to all, and on Monday …")."""
_REACH = 20


def segments(lower: Sequence[str], tags: Sequence[str], verbs: Sequence[VerbGroup]) -> list[int]:
    """Return the first token of the clause-like stretch that each token stands in.

    A stretch ends at strong punctuation, at a comma, before a subordinator or relative word that
    opens a clause, and before "and"/"but" when a finite verb follows on either side.
    """
    finite_at = {v.first for v in verbs if v.form == "finite"}
    glosses = _glosses(lower, finite_at) if not _QUOTES.isdisjoint(lower) else frozenset()
    glosses |= {i for v in verbs for i in range(v.first, v.head) if lower[i] == ","}
    out: list[int] = []
    first = 0
    has_finite = in_relative = False
    places = [i for i, tag in enumerate(tags) if tag not in _PLAIN or i in finite_at]
    if "that" in lower:
        places = sorted({*places, *(i for i, word in enumerate(lower) if word == "that")})
    for i in places:
        word, tag = lower[i], tags[i]
        breaks = tag == "PUNCT" and (word == "," or word in _STRONG) and i not in glosses
        breaks = breaks and not (word == "," and _in_place(i, lower, tags))
        if (
            tag in ("SUB", "REL")
            or word == "that"
            or (tag == "PREP" and word in _ALSO_PREPOSITIONS)
        ):
            breaks = _opens_clause(i, lower, tags, finite_at)
        elif tag == "COORD" and has_finite:
            breaks = _verb_soon(i, lower, tags, finite_at)
        elif in_relative and has_finite and i in finite_at:
            breaks = True  # "men who had fought for years | signed": back to the main clause
        if breaks and i:
            out += [first] * (i - first)
            first = i
            has_finite = False
            in_relative = tag == "REL" and word in ("who", "which", "that")
        has_finite = has_finite or i in finite_at
    return out + [first] * (len(tags) - first)


def _in_place(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Is the comma that of a place and what it lies in ("hosted them in Cali, Colombia on …")?"""
    before, after = i - 1, i + 1
    while before > 0 and tags[before] == "NAME":
        before -= 1
    while after < len(tags) and tags[after] == "NAME":
        after += 1
    named = before < i - 1 and i + 1 < after < len(tags)
    return named and lower[before] in _AT_PLACES and tags[after] == "PREP"


def _glosses(lower: Sequence[str], finite_at: set[int]) -> frozenset[int]:
    """Return the quotation marks around a word or two ("said “thousands” of people fled")."""
    marks = [i for i, word in enumerate(lower) if word in _QUOTES]
    out: set[int] = set()
    for left, right in zip(marks[::2], marks[1::2], strict=False):
        if right - left <= _GLOSS and finite_at.isdisjoint(range(left, right)):
            out.update((left, right))
    return frozenset(out)


def _opens_clause(i: int, lower: Sequence[str], tags: Sequence[str], finite_at: set[int]) -> bool:
    """Does a finite verb follow before the next boundary ("after he left", not "after June")?"""
    if i and tags[i - 1] == "REL" and tags[i + 1 : i + 2] in (["NUM"], ["NAME"]):
        return False  # "the court, which since 2018 has heard it"
    fronted = lower[i] == "that" and tags[i + 1 : i + 2] == ["PREP"]  # "that on Monday, he left"
    for j in range(i + 1, min(len(tags), i + _REACH)):
        if j in finite_at:
            return tags[j - 1] != "COORD"  # "hailed it as good news and offered help"
        if lower[j] == "," and fronted:
            fronted = False
            continue
        if lower[j] in _STRONG or lower[j] == "," or tags[j] in ("SUB", "REL"):
            return False
        if lower[j] == "that" and j > i + 1:
            return False  # "said after a meeting that …"
    return False


def _verb_soon(i: int, lower: Sequence[str], tags: Sequence[str], finite_at: set[int]) -> bool:
    """Does the part after "and" have a finite verb of its own, near enough to be its clause?"""
    for j in range(i + 1, min(len(tags), i + _REACH)):
        if j in finite_at:
            return True
        relative = lower[j] == "that" and j + 1 in finite_at and tags[j - 1] == "NOUN"
        if relative or tags[j] in ("PUNCT", "SUB", "REL"):
            return False  # "rejected Kenyan and Chilean pleas in a case that has …"
        fronted = lower[j + 1 : j + 2] in _FRONTING
        if tags[j] == "COORD" and (fronted or _opens_verb(j + 1, tags, finite_at)):
            return False  # "by Kenya and Uganda and later approved": the verb is the second one's
    return False


def _opens_verb(i: int, tags: Sequence[str], finite_at: set[int]) -> bool:
    """Does a finite verb stand here, no words but adverbs before it?"""
    while i < len(tags) and tags[i] == "ADV":
        i += 1
    return i in finite_at


def govern(
    verbs: Sequence[VerbGroup],
    segment: Sequence[int],
    tags: Sequence[str],
    lower: Sequence[str],
    first: int,
    last: int,
) -> VerbGroup | None:
    """Return the verb group that governs the tokens ``first``..``last``.

    The nearest verb to the left in the same segment; else the first finite verb to the right in
    it; a fronted phrase ("On Tuesday, …") belongs to the first finite main verb after it; any
    other verbless stretch to the nearest finite verb before it.
    """
    if not verbs:
        return None
    here = segment[first] if first < len(segment) else 0
    left = right = None
    for verb in verbs:
        if segment[verb.head] != here:
            continue
        if verb.head < first:
            left = verb
        elif right is None or (verb.form == "finite" and right.form != "finite"):
            right = verb
    if left or right:
        return left or right
    before = [v for v in verbs if v.head < first and v.form == "finite"]
    told = lower[here] == "that" or (lower[here] in _QUOTES and lower[here - 1] == "that")
    if before and not told and not _fronted(here, last, tags, lower, segment):
        return _resumed(before, here, segment, tags, lower) or before[-1]
    after = [v for v in verbs if v.head > last and v.form == "finite"]
    main = [v for v in after if not _subordinate(v, segment, tags, lower)]
    return (main or after or list(verbs))[0]


def _fronted(
    here: int, last: int, tags: Sequence[str], lower: Sequence[str], segment: Sequence[int]
) -> bool:
    """Does a phrase open a clause of its own ("left, and on Monday, Kenya returned")?"""
    closed = lower[last + 1 : last + 2] == [","] and segment[last] == here
    opens = here + (tags[here] == "PUNCT")
    if tags[opens] == "COORD":
        opens += 1
    elif lower[here] != ";" and (here == 0 or tags[here - 1] != "COORD"):
        return False
    return closed and tags[opens] in ("PREP", "NAME", "NUM", "ADV")


def _resumed(
    before: Sequence[VerbGroup],
    here: int,
    segment: Sequence[int],
    tags: Sequence[str],
    lower: Sequence[str],
) -> VerbGroup | None:
    """Return the verb that goes on behind a relative clause ("vetoed it, which …, on Monday").

    A clause that no comma opens ends with one, too ("signed it with the land that …, in May").
    """
    if lower[here] != ",":
        return None
    opening = segment[before[-1].first]
    close = lower[opening] == "that" and tags[opening - 1] in ("NOUN", "NAME")
    commas = [i for i in range(before[-1].first) if lower[i] == ","]
    if close:
        commas = [opening]
    elif not commas or (tags[commas[-1] + 1] != "REL" and lower[commas[-1] + 1] != "which"):
        return None
    return next((v for v in reversed(before) if v.head < commas[-1]), None)


def _subordinate(
    verb: VerbGroup, segment: Sequence[int], tags: Sequence[str], lower: Sequence[str]
) -> bool:
    """Does the verb's segment begin with a relative or subordinating word?"""
    first = segment[verb.head]
    while first < verb.first and tags[first] == "PUNCT":
        first += 1
    return tags[first] in ("REL", "SUB") or lower[first] in ("that", "whose")
