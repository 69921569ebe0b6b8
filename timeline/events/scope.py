"""Which further words a date reaches: clauses that it introduces or opens, and those it cannot.

It must not choose between the words of one clause; attach.py does.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.clefts import when_clause
from timeline.grammar import Parse
from timeline.model import Timex

__all__ = [
    "alike",
    "decides",
    "described_noun",
    "done_to",
    "further",
    "in_apposition",
    "own_segment",
    "place",
    "share",
    "shared_be",
]


_LISTED = frozenset({"NAME", "NOUN", "DET", "COORD", "NUM"})
_OPENERS = frozenset({"COORD", "ADV", "PUNCT"})
_OCCASIONS = frozenset({"meeting", "statement", "talks", "call", "vote", "resolution"})


def alike(
    parse: Parse, owner: Candidate, timex: Timex, candidates: Sequence[Candidate], *, only: bool
) -> list[Candidate]:
    """Return the further words of which the date holds as it does of its own.

    The main verb before "…, when" ("died on Monday, when his plane crashed") and the one after a
    meeting or speech at which it happened ("At a summit on Monday, the two agreed …").
    """
    first = parse.token_at(timex.span.start)
    here = parse.segment[first]
    if (
        owner.verb is not None
        and owner.verb.head > first
        and when_clause(parse, parse.token_at(timex.span.end - 1), candidates)
    ):
        main = [c for c in candidates if c.token < first and parse.segment[c.token] == here]
        enough = ("strong", "weak") if owner.noun else ("strong",)
        return [c for c in main[-1:] if c.strength in enough and _finite(c)]
    if not owner.noun or not only or not _opens_with(parse, owner):
        return []
    main = [c for c in candidates if _finite(c) and c.token > first]
    told = owner.type == "statement"
    return [c for c in main[:1] if told or c.strength == "strong" or decides(c, candidates)]


def decides(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Is what the verb tells in the infinitive behind it ("decided to invite Peru")?"""
    content = (c for c in candidates if c.verb and c.verb.intended_by == candidate.token)
    return candidate.strength == "weak" and any(content)


def _finite(candidate: Candidate) -> bool:
    return candidate.verb is not None and candidate.verb.form == "finite"


def shared_be(parse: Parse, owner: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the passive whose "be" the date's word shares ("Nine were killed and 20 wounded")."""
    verb = owner.verb
    if owner.noun or verb is None or not verb.passive or verb.first != verb.head:
        return []
    before = [c for c in candidates if c.token < owner.token and c.verb and not c.noun][-1:]
    return [
        c for c in before if c.verb and c.verb.passive and verb.form == "finite" and not c.timexes
    ]


def _opens_with(parse: Parse, noun: Candidate) -> bool:
    """Does "at" or "in" with an occasion to speak or agree open the sentence?"""
    first = next((i for i, tag in enumerate(parse.tags) if tag not in _OPENERS), 0)
    inside = parse.segment[first] == parse.segment[noun.token] and noun.verb is None
    return inside and noun.type in _OCCASIONS and parse.lower[first] in ("at", "in", "during")


def further(parse: Parse, weak: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the event that a fronted date holds for when its first verb tells of none.

    "A few days ago he grew bolder and demanded …"; "In June it was the other way: he met …".
    """
    for candidate in candidates:
        verb = candidate.verb
        later = candidate.token > weak.token and candidate.strength == "strong"
        if not later or verb is None or verb.form != "finite":
            continue
        first = parse.segment[candidate.first]
        opens = parse.tags[first] == "COORD" or parse.lower[first] == ":"
        return candidate if opens else None
    return None


def in_apposition(parse: Parse, first: int, last: int) -> bool:
    """Does the date only describe a name ("a minister and today a teacher, told …")?"""
    here = parse.segment[first]
    if here == 0 or parse.segment[last + 1 : last + 2] != [here]:
        return False
    goes_on = parse.tags[last + 1] in ("DET", "NOUN")
    return goes_on and all(parse.segment[v.head] != here for v in parse.verbs)


def share(parse: Parse, timexes: Sequence[Timex], candidates: Sequence[Candidate]) -> None:
    """Let a coarse date that opens a sentence hold for its "after …" and "before …" phrases too.

    "In June, A met B after attending the C summit": the whole sentence is about June. A day is
    too fine to be shared so.
    """
    if len(timexes) != 1 or not _fronted(parse, timexes[0]):
        return
    _share_coordinated(parse, timexes[0], candidates)
    interval = timexes[0].interval
    if interval is None or interval.grain in ("day", "week"):
        return
    for candidate in candidates:
        if candidate.noun and not candidate.timexes and _in_time_phrase(parse, candidate):
            candidate.timexes.append(timexes[0])


def _share_coordinated(parse: Parse, timex: Timex, candidates: Sequence[Candidate]) -> None:
    """Let a date that opens a sentence hold for the verbs that "and" joins to the first.

    "On Monday the court freed two men and fined a third" tells two things of Monday.
    """
    owner = next((c for c in candidates if timex in c.timexes), None)
    if owner is None or owner.verb is None:
        return
    for candidate in candidates:
        verb = candidate.verb
        joined = candidate.token > owner.token and candidate.strength == "strong"
        if not joined or candidate.timexes or verb is None or verb.form != "finite":
            continue
        first = parse.segment[verb.first]
        bare = all(parse.tags[i] in ("COORD", "ADV") for i in range(first, verb.first))
        if parse.tags[first] == "COORD" and bare and verb.tense == owner.verb.tense:
            candidate.timexes.append(timex)


def _fronted(parse: Parse, timex: Timex) -> bool:
    first = parse.token_at(timex.span.start)
    return first <= 2 and all(v.first > first for v in parse.verbs)


def _in_time_phrase(parse: Parse, candidate: Candidate) -> bool:
    """Does "after" or "before" with an "-ing" lead up to this noun?"""
    leads = [
        v
        for v in parse.verbs
        if v.form in ("gerund", "participle") and v.first > 0 and v.head < candidate.first
    ]
    if not leads or parse.lower[leads[-1].first - 1] not in ("after", "before"):
        return False
    return not any(leads[-1].head < v.head < candidate.first for v in parse.verbs)


def place(candidate: Candidate, before: int) -> int:
    """Return the token from which a date is reached: the verb's that carries a noun, if nearer."""
    verb = candidate.verb
    carried = candidate.noun and verb is not None and candidate.token < verb.head < before
    return verb.head if verb is not None and carried else candidate.token


def own_segment(parse: Parse, first: int) -> int:
    """Return the stretch that a date stands in; the comma of "in Oslo, Norway" opens none.

    Brackets behind a name, and those of the names listed before it, open none either.
    """
    here = parse.segment[first]
    if parse.lower[here] == "(" and here + 1 >= first - 1:
        return parse.segment[_listed(here - 1, parse)]
    end = first - (parse.tags[first - 1] == "PREP") if first else 0
    named = here and end > here + 1 and parse.lower[here] == ","
    if not named or any(parse.tags[i] != "NAME" for i in range(here + 1, end)):
        return here
    i = here - 1
    while i > 0 and parse.tags[i] == "NAME":
        i -= 1
    placed = i < here - 1 and parse.lower[i] in ("in", "at", "near")
    return parse.segment[here - 1] if placed else here


def _listed(i: int, parse: Parse) -> int:
    """Return the word before a list of names with brackets ("pacts with Peru (1968), Chile (…")."""
    while i > 0 and (parse.tags[i] in _LISTED or parse.lower[i] in (",", ")")):
        if parse.lower[i] == ")":
            i = max((j for j in range(i) if parse.lower[j] == "("), default=0)
        i -= 1
    return max(i, 0)


def described_noun(parse: Parse, first: int, last: int, *, day: bool = False) -> bool:
    """Do an article and an adjective stand before it and a noun behind ("the failed 1947 plan")?

    With ``day`` only where what stands before it can be nothing but an adjective ("the disputed
    6 May vote"): "told the council 6 May talks would fail" has a noun there.
    """
    after = parse.tags[last + 1 : last + 2] in (["NOUN"], ["NAME"])
    before = parse.tags[first - 2 : first] in (["DET", "NOUN"], ["POSS", "NOUN"])
    if not day:
        return after and before
    described = parse.lower[first - 1].endswith("ed") and parse.tags[first - 1] in ("NOUN", "PART")
    return after and described and parse.tags[first - 2] in ("DET", "POSS", "ADV", "COORD")


def done_to(noun: Candidate, candidates: Sequence[Candidate], parse: Parse) -> Candidate | None:
    """Return the verb that tells the noun's own event ("won the 6 May election"), if one does."""
    before = [c for c in candidates if c.token < noun.first and c.verb and not c.noun]
    verb = before[-1] if before else None
    if verb is None or noun.verb is not None or verb.type != noun.type or verb.verb is None:
        return None
    between = range(verb.token + 1, noun.first)
    told = verb.verb.form == "finite" and verb.verb.tense == "past" and not verb.timexes
    plain = all(parse.tags[i] not in ("PREP", "PUNCT", "COORD", "TO") for i in between)
    return verb if told and plain and verb.strength == "strong" else None
