"""Where a subject stands when it is not right before its verb, and how far a phrase goes.

"In Oslo on Monday the envoy left", "the two kings' envoys", "after its king, X, abdicated".
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.lexicon import table

__all__ = [
    "absolute",
    "accused",
    "apart",
    "contents",
    "controlled",
    "described",
    "explained",
    "goes_on",
    "inserted",
    "leads_in",
    "owns",
    "past_date",
    "past_phrase",
    "saying",
]

_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV", "PRON"})
_LEADS = (("by", "the", "time"), ("this", "time"), ("at", "least"), ("at", "most"))
_LEAD_WORDS = frozenset(words[0] for words in _LEADS)
_CLAUSES = frozenset({"after", "before", "since", "until", "as", "than", "while"})


def past_phrase(i: int, high: int, parse: Parse, skip: Set[int]) -> int | None:
    """Return the token after a fronted phrase without comma, where a date or "the" shows its end.

    "In Oslo on Monday the envoy left", "From 1998 to 2003 Kenya …".
    """
    inside = i > 0 and i - 1 not in skip and parse.tags[i - 1] != "COORD"
    if parse.lower[i] in _CLAUSES or (parse.tags[i] == "PREP" and inside):
        return None
    j = i + 1
    if j < high and parse.tags[j] == "DET":
        j += 1
    while j < high and j not in skip and parse.tags[j] in ("NAME", "NOUN", "NUM"):
        j += 1
    while j + 1 < high and (j in skip or (parse.tags[j] == "PREP" and j + 1 in skip)):
        j += 1
    dated = j - 1 in skip or j in skip
    if j >= high or not (dated or (j > i + 1 and parse.tags[j] in ("DET", "PRON"))):
        return None
    after = range(j, high)
    return (
        j
        if any(k not in skip and parse.tags[k] in ("NOUN", "NAME", "PRON") for k in after)
        else None
    )


def owns(i: int, parse: Parse) -> bool:
    """Is it the mark of a plural owner ("the two countries' leaders")?"""
    plural = parse.lower[i] in ("'", "’") and i > 0 and parse.lower[i - 1].endswith("s")
    return plural and parse.tags[i + 1 : i + 2] in (["NOUN"], ["NAME"], ["PART"])


@cache
def contents() -> frozenset[str]:
    """Return the nouns that an infinitive says the content of ("announced plans to leave")."""
    return frozenset(table("lang/en.actors")["asides"]["contents"].split())


def explained(verb: VerbGroup, parse: Parse) -> tuple[int, int] | None:
    """Return the phrase that an apposition parts from its verb ("after its king, X, abdicated")."""
    end = verb.first - 1
    if end < 2 or parse.lower[end] != ",":
        return None
    comma = end - 1
    while comma > 0 and parse.tags[comma] in _PHRASE | {"PREP"}:
        comma -= 1
    first = comma
    while first > 0 and (parse.tags[first - 1] in _PHRASE or parse.lower[first - 1] == "of"):
        first -= 1
    opened = first > 0 and (parse.tags[first - 1] == "SUB" or parse.lower[first - 1] == "that")
    return (first, comma) if parse.lower[comma] == "," and opened and first < comma else None


def absolute(verb: VerbGroup, parse: Parse) -> int:
    """Return the "with" that gives a participle its own subject (", with Peru urging …"), or -1."""
    if verb.form == "finite" or "with" not in parse.words:
        return -1
    i = verb.first - 1
    while i >= 0 and parse.lower[i] != "with" and (parse.tags[i] in _PHRASE or _inside(i, parse)):
        i -= 1
    opens = i >= 0 and parse.lower[i] == "with" and (i == 0 or parse.lower[i - 1] == ",")
    return i if opens and i + 1 < verb.first else -1


def _inside(i: int, parse: Parse) -> bool:
    return parse.tags[i] in ("PREP", "COORD")


def goes_on(verb: VerbGroup, owner: VerbGroup, parse: Parse) -> bool:
    """Is it part of what another "-ing" or "to" tells ("of starting to build", "by building")?"""
    if verb.form == "infinitive":
        return owner.form == "gerund" and verb.first == owner.head + 1
    inner = owner.form in ("gerund", "infinitive") and verb.first > 0
    return inner and verb.form == "gerund" and parse.lower[verb.first - 1] in ("by", "without")


def past_date(first: int, high: int, parse: Parse, skip: Set[int]) -> int:
    """Return the noun that a date describes ("the 1995 treaty"), or the date where none does.

    A time that somebody owns is itself the thing told of ("Mora's ten years in office").
    """
    i = first
    while i < high and i in skip:
        i += 1
    if parse.tags[first - 1] == "POSS" and parse.tags[i : i + 1] != ["NOUN"]:
        return i
    return i if i < high and parse.tags[i] in ("NOUN", "NAME") else first


def leads_in(i: int, parse: Parse) -> int:
    """Return how many words from here only lead in to a subject ("at least", "by the time")."""
    if parse.lower[i] not in _LEAD_WORDS:
        return 0
    return next((len(w) for w in _LEADS if tuple(parse.lower[i : i + len(w)]) == w), 0)


def described(verb: VerbGroup, owner: VerbGroup, parse: Parse) -> bool:
    """Is it done by whom a passive participle describes ("men accused of selling the ship")?"""
    passive = owner.form == "participle" and owner.passive
    return passive and (owner.lemma, parse.lower[verb.first - 1]) in vocabulary().controls


def controlled(verb: VerbGroup, owner: VerbGroup, parse: Parse) -> bool:
    """Is it done by the object of the verb before it ("accused Kenya of selling the ship")?

    What somebody is listed or described "as" doing is done by that somebody, too.
    """
    leads = parse.lower[verb.first - 1]
    return (
        not owner.passive
        and verb.first - 1 > owner.head + 1
        and (leads == "as" or (owner.lemma, leads) in vocabulary().controls)
        and parse.tags[owner.head + 1] in _PHRASE
    )


def accused(found: tuple[int, int], verb: VerbGroup, parse: Parse) -> tuple[int, int]:
    """Return whom a participle blames: no act can be ("the trial of two men | accused of …")."""
    if (verb.lemma, *parse.lower[verb.head + 1 : verb.head + 2]) not in vocabulary().controls:
        return found
    of = next((i for i in range(*found) if parse.lower[i] == "of"), found[0])
    act = of > found[0] and parse.lower[of - 1] in vocabulary().nouns
    return (of + 1, found[1]) if act and of + 1 < found[1] else found


def inserted(verb: VerbGroup, earlier: Sequence[VerbGroup], parse: Parse) -> tuple[int, int] | None:
    """Return where a subject stands that a clause between commas parts from its verb.

    "The envoy, the king said, left", "The rebels, as the envoy put it, attacked Kenya".
    """
    close = verb.first - 1
    if not earlier or close < 4 or parse.lower[close] != ",":
        return None
    commas = [i for i in range(1, earlier[-1].first) if parse.lower[i] == ","]
    if not commas or "," in parse.lower[commas[-1] + 1 : close]:
        return None
    said = earlier[-1].lemma in vocabulary().report and len(earlier) == 1
    if said and earlier[-1].head == close - 1:
        return 0, commas[-1]
    opened = parse.tags[commas[-1] + 1] == "SUB" and parse.lower[commas[-1] + 1] != "that"
    low = max([parse.segment[commas[-1] - 1], *(v.head + 1 for v in earlier[:-1])])
    return (low, commas[-1]) if opened and low < commas[-1] else None


def apart(verb: VerbGroup, earlier: Sequence[VerbGroup], parse: Parse) -> tuple[int, int] | None:
    """Return where a subject stands that an apposition parts from its verb, in a second clause.

    "The talks failed and the envoy, a lawyer, resigned"; not "… failed and, on Monday, ended".
    """
    close = verb.first - 1
    if not earlier or parse.lower[close] != ",":
        return None
    last = earlier[-1].head
    commas = [i for i in range(last + 1, close) if parse.lower[i] == ","]
    if not commas:
        return None
    for i in range(commas[-1] - 1, last, -1):
        if parse.tags[i] in ("COORD", "SUB") or parse.lower[i] in (";", "that"):
            joins = parse.tags[i] == "COORD" and earlier[-1].lemma in vocabulary().report
            return (last if joins else i) + 1, commas[-1]  # "said Kenya and Peru, its ally, left"
    return (last + 1, commas[-1]) if earlier[-1].lemma in vocabulary().report else None


def saying(verb: VerbGroup, parse: Parse) -> int:
    """Return where the content of a "…, saying" before the verb begins, or 0."""
    for other in reversed(parse.verbs):
        opens = other.first == 0 or parse.lower[other.first - 1] in (",", "and")
        said = other.form == "participle" and other.lemma in vocabulary().report
        if said and opens and not other.passive and other.head < verb.first:
            return other.head + 1
    return 0
