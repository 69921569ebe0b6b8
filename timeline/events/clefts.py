"""Sentences built around their date: "in 1968, when …", "it was in 1998 that …", "1998 saw …".

It must not choose between the words of a clause; attach.py does.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup

__all__ = ["cleft_clause", "content_clause", "seen_then", "told_noun", "when_clause"]

_CLEFT = frozenset({"BE", "ADV", "NOT", "PREP", "SUB"})
_BEFORE_TIME = frozenset({"the", "year", "month", ",", ";", "and", "but", "then"})
_SHORTEST = 3
"""Fewest tokens before the comma behind "that": somebody, a saying and "that"."""
_SEES = frozenset({"see", "witness"})
_SUBJECT = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PREP", "ADV", "PART"})


def when_clause(parse: Parse, last: int, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the verb of the clause that tells the date ("in 1968, when troops marched in")."""
    i = last + 1
    if parse.lower[i : i + 1] == [","]:
        i += 1
    if parse.lower[i : i + 1] != ["when"]:
        return None
    inside = [c for c in candidates if c.token > i and c.verb and c.verb.head > i]
    found = next((c for c in inside if c.verb and c.verb.form == "finite"), None)
    return found if found and found.strength in ("strong", "weak") else None


def cleft_clause(
    parse: Parse, first: int, last: int, candidates: Sequence[Candidate]
) -> Candidate | None:
    """Return the verb that a cleft sentence dates ("It was in 1998 that the king died")."""
    i = last + 1
    opens = parse.lower[:1] == ["it"] and parse.lower[i : i + 1] in (["that"], ["when"])
    if not opens or not all(parse.tags[j] in _CLEFT for j in range(1, first)):
        return None
    return next((c for c in candidates if c.token > i and c.verb and not c.noun), None)


def seen_then(
    parse: Parse, first: int, last: int, candidates: Sequence[Candidate]
) -> Candidate | None:
    """Return what a time "saw" ("1998 saw the fall of Lima"); not "in 1998 Kenya saw"."""
    after = last + 1
    while parse.tags[after : after + 1] == ["ADV"]:
        after += 1
    verb = next((v for v in parse.verbs if v.first == after), None)
    opens = set(parse.lower[parse.segment[first] : first]) <= _BEFORE_TIME
    if verb is None or verb.lemma not in _SEES or not opens:
        return None
    here = parse.segment[verb.head]
    nouns = (c for c in candidates if c.noun and c.token > verb.head)
    return next((c for c in nouns if parse.segment[c.token] == here), None)


def content_clause(
    parse: Parse, first: int, last: int, candidates: Sequence[Candidate]
) -> Candidate | None:
    """Return the verb of what is said, where the date opens it ("that, on Monday, rebels fled").

    A comma before the date and one behind it part it from that verb, which it dates all the same.
    Or it stands behind that verb's subject ("said that rains on Monday flooded the town").
    """
    told = _behind_subject(parse, first, last)
    named = told and any(c.noun and not c.verb and c.token < first for c in candidates)
    if told is not None and not named:
        return next((c for c in candidates if c.verb is told), None)
    i = first - 1
    i -= parse.tags[i] == "PREP"
    if parse.lower[i] != "," or parse.lower[i - 1] != "that" or parse.tags[i - 1] != "SUB":
        return None
    if i < _SHORTEST or parse.lower[last + 1 : last + 2] != [","]:
        return None
    verb = next((v for v in parse.verbs if v.first > last and v.form == "finite"), None)
    return next((c for c in candidates if c.verb is verb and verb is not None), None)


def _behind_subject(parse: Parse, first: int, last: int) -> VerbGroup | None:
    """Return the verb of what is said, where the date stands between its subject and itself."""
    verb = next((v for v in parse.verbs if v.first > last and v.form == "finite"), None)
    said = next((v for v in reversed(parse.verbs) if v.head < first), None)
    if verb is None or said is None or verb.first != last + 1 or said.form != "finite":
        return None
    that = said.head + 1
    opens = parse.lower[that : that + 1] == ["that"] and said.lemma in vocabulary().report
    between = parse.tags[that + 1 : first]
    return verb if opens and "NOUN" in between and _SUBJECT.issuperset(between) else None


def told_noun(parse: Parse, verb: VerbGroup, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the noun of which the verb only says which one it is ("May: The vote that …")."""
    clause = parse.segment[verb.first]
    if parse.tags[clause] != "REL" and parse.lower[clause] != "that":
        return None
    return next((c for c in candidates if c.noun and c.verb is None and c.token < clause), None)
