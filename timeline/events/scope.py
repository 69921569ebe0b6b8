"""Which further words a date reaches: clauses that it introduces or opens, and those it cannot.

It must not choose between the words of one clause; attach.py does.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.grammar import Parse
from timeline.model import Timex

__all__ = ["further", "in_apposition", "share", "when_clause"]


def when_clause(parse: Parse, last: int, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the verb of the clause that tells the date ("in 1968, when troops marched in")."""
    i = last + 1
    if parse.lower[i : i + 1] == [","]:
        i += 1
    if parse.lower[i : i + 1] != ["when"]:
        return None
    inside = [c for c in candidates if c.token > i and not c.noun and c.verb]
    found = next((c for c in inside if c.verb and c.verb.form == "finite"), None)
    return found if found and found.strength in ("strong", "weak") else None


def further(parse: Parse, weak: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the event that a fronted date holds for when its first verb tells of none.

    "A few days ago he grew bolder and demanded …"; "In June it was the other way: he met …".
    """
    for candidate in candidates:
        verb = candidate.verb
        later = candidate.token > weak.token and candidate.strength == "strong"
        if not later or verb is None or verb.form != "finite":
            continue
        first = parse.segment.index(parse.segment[candidate.first])
        opens = parse.tags[first] == "COORD" or parse.lower[first] == ":"
        return candidate if opens else None
    return None


def in_apposition(parse: Parse, first: int, last: int) -> bool:
    """Does the date only describe a name ("a minister and today a teacher, told …")?"""
    here = parse.segment[first]
    if here == 0 or any(parse.segment[v.head] == here for v in parse.verbs):
        return False
    return parse.segment[last + 1 : last + 2] == [here] and parse.tags[last + 1] in ("DET", "NOUN")


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
        first = parse.segment.index(parse.segment[verb.first])
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
