"""Timexes + candidates of one sentence → which word each date belongs to.

A date belongs to a verb or a noun by structure, not by nearness alone. It must not decide
whether that word makes an event.

Source of the order of rules: where adverbials of time stand in an English clause (Quirk et al.,
A Comprehensive Grammar of the English Language, 8.14-8.23 and 17.37-17.40).
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.grammar import Parse
from timeline.model import Timex

__all__ = ["attach"]

_MODIFIED = frozenset({"NOUN", "NAME", "POSS", "NUM", "PART", "COORD"})
_REACH = 6
_HANGS_ON_NOUN = frozenset({"after", "before", "since", "following", "during", "until", "at", "in"})
_TIME_PREPOSITIONS = frozenset(
    {"on", "in", "at", "since", "until", "till", "by", "from", "during", "after", "before"}
)


def attach(parse: Parse, timexes: Sequence[Timex], candidates: Sequence[Candidate]) -> None:
    """Append every timex to the candidate it dates, if there is one."""
    for timex in timexes:
        owner = _owner(parse, timex, candidates)
        if owner is not None:
            owner.timexes.append(timex)
    _share(parse, timexes, candidates)


def _share(parse: Parse, timexes: Sequence[Timex], candidates: Sequence[Candidate]) -> None:
    """Let a coarse date that opens a sentence hold for its "after …" and "before …" phrases too.

    "In June, A met B after attending the C summit": the whole sentence is about June. A day is
    too fine to be shared so.
    """
    if len(timexes) != 1 or not _fronted(parse, timexes[0]):
        return
    interval = timexes[0].interval
    if interval is None or interval.grain in ("day", "week"):
        return
    for candidate in candidates:
        if candidate.noun and not candidate.timexes and _in_time_phrase(parse, candidate):
            candidate.timexes.append(timexes[0])


def _fronted(parse: Parse, timex: Timex) -> bool:
    first = parse.token_at(timex.span.start)
    return first <= 2 and all(v.first > first for v in parse.verbs)


def _in_time_phrase(parse: Parse, candidate: Candidate) -> bool:
    """Does "after" or "before" with a gerund lead up to this noun?"""
    leads = [
        v for v in parse.verbs if v.form in ("gerund", "participle") and v.head < candidate.first
    ]
    return any(
        parse.lower[v.first - 1] in ("after", "before") for v in leads if v.first > 0
    ) and not any(leads[-1].head < v.head < candidate.first for v in parse.verbs)


def _owner(parse: Parse, timex: Timex, candidates: Sequence[Candidate]) -> Candidate | None:
    first = parse.token_at(timex.span.start)
    last = parse.token_at(timex.span.end - 1)
    modified = _modified(parse, first, last, candidates)
    if modified is not None:
        return modified
    here = parse.segment[first]
    left = [c for c in candidates if c.token < first and parse.segment[c.token] == here]
    if left:
        return _nearest(parse, left)
    return _governing(parse, timex, candidates)


def _modified(
    parse: Parse, first: int, last: int, candidates: Sequence[Candidate]
) -> Candidate | None:
    """Return the noun that the date stands before: "Tuesday's call", "the August 7 bombings"."""
    possessive = parse.tags[last + 1 : last + 2] == ["POSS"]
    before = parse.lower[first - 1] if first else ""
    if not possessive and (first == 0 or before in _TIME_PREPOSITIONS or before in (",", "--")):
        return None
    if not possessive and parse.tags[first - 1] not in ("DET", "POSS", "NOUN", "NAME", "PART"):
        return None
    if not possessive and parse.tags[first - 1] != "DET" and before not in ("'s",):
        return None
    for i in range(last + 1, min(len(parse.tags), last + 1 + _REACH)):
        found = next((c for c in candidates if c.noun and c.token == i), None)
        if found is not None:
            return found
        if parse.tags[i] not in _MODIFIED:
            return None
    return None


def _nearest(parse: Parse, left: Sequence[Candidate]) -> Candidate:
    """Choose between the nearest word before the date and the verb of its clause."""
    nearest = left[-1]
    if not nearest.noun:
        return nearest
    verbs = [c for c in left if not c.noun and c.verb is not None]
    if nearest.verb is not None or not verbs:
        return nearest
    verb = verbs[-1]
    if verb.strength in ("state", "report") or _introduced(parse, nearest) in _HANGS_ON_NOUN:
        return nearest
    return verb


def _introduced(parse: Parse, noun: Candidate) -> str:
    """Return the preposition before the noun's phrase, or an empty string."""
    i = noun.first - 1
    while i >= 0 and parse.tags[i] in ("DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV"):
        i -= 1
    return parse.lower[i] if i >= 0 and parse.tags[i] == "PREP" else ""


def _governing(parse: Parse, timex: Timex, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the candidate of the verb that governs the date: a fronted or loose adverbial."""
    verb = parse.governor(timex.span)
    if verb is None:
        return next((c for c in candidates if c.noun), None)
    return next((c for c in candidates if c.verb is verb), None)
