"""Timexes + candidates of one sentence → which word each date belongs to.

A date belongs to a verb or a noun by structure, not by nearness alone. It must not decide
whether that word makes an event.

Source of the order of rules: where adverbials of time stand in an English clause (Quirk et al.,
A Comprehensive Grammar of the English Language, 8.14-8.23 and 17.37-17.40).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.events.aside import (
    compared,
    contradicts,
    goes_on_behind,
    of_object,
    of_record,
    of_thing,
    punished,
)
from timeline.events.candidates import Candidate
from timeline.events.clefts import cleft_clause, content_clause, seen_then, told_noun, when_clause
from timeline.events.scope import (
    alike,
    described_noun,
    done_to,
    further,
    in_apposition,
    own_segment,
    place,
    share,
    shared_be,
)
from timeline.events.stamps import without_stamp
from timeline.events.subjects import subject
from timeline.events.transfer import done_at, happened, is_scene, led_by, one_act, only_given
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.model import Reference, Timex

__all__ = ["attach", "owner_of"]

_MODIFIED = frozenset({"NOUN", "NAME", "POSS", "NUM", "PART", "COORD"})
_REACH = 6
_NEAR = 24
"""Characters between a named event and its date ("the invasion of Kuwait on 2 August")."""
_HANGS_ON_NOUN = frozenset({"after", "before", "since", "following", "during", "until", "at", "in"})
_AT = frozenset({"in", "at", "during"})
_TIME_PREPOSITIONS = frozenset(
    {"on", "in", "at", "since", "until", "till", "by", "from", "during", "after", "before"}
)


def attach(
    parse: Parse,
    timexes: Sequence[Timex],
    candidates: Sequence[Candidate],
    references: Sequence[Reference] = (),
    *,
    dct: date | None = None,
) -> None:
    """Append every timex to the candidate it dates, if there is one.

    Args:
        parse: The sentence.
        timexes: Those of it that stand for days, in text order.
        candidates: Those of it, in text order.
        references: Named events in it: a date that is theirs belongs to their noun.
        dct: Document creation time: a past date cannot belong to what is only intended.
    """
    for timex in timexes:
        if compared(parse, timex) or of_record(parse, parse.token_at(timex.span.start)):
            continue
        named = _named(parse, timex, candidates, references) if references else None
        owner = named or owner_of(parse, timex, candidates)
        owner = happened(owner, timex, candidates, parse, dct)
        if owner is not None and of_object(parse, owner, timex):
            continue
        if owner is not None and not contradicts(parse, owner, timex, dct):
            owners = [c for c in candidates if c.noun and c.token == owner.token] or [owner]
            owners = owners if owner.noun else [owner]
            further_ = alike(parse, owner, timex, candidates, only=len(timexes) == 1)
            further_ += shared_be(parse, owner, candidates)
            if further_ and owner.noun and _content_counts(owner, further_[0]):
                owners = []  # "In a speech on Monday, the king rejected …"
            if owner.noun and not further_ and (owner.verb is None or only_given(owner)):
                further_ = done_at(owner, timex, candidates, parse, dct)
                owners = [] if any(is_scene(owner, act) for act in further_) else owners
            for each in [*owners, *further_]:
                each.timexes.append(timex)  # "the G7 and NATO summits on Monday": both
    share(parse, timexes, candidates)
    without_stamp(parse, timexes, candidates)


def _content_counts(noun: Candidate, told: Candidate) -> bool:
    return noun.type == "statement" or one_act(noun, told)


def _named(
    parse: Parse,
    timex: Timex,
    candidates: Sequence[Candidate],
    references: Sequence[Reference],
) -> Candidate | None:
    """Return the noun of the named event before the date, if the date is that event's own."""
    for reference in references:
        gap = timex.span.start - reference.span.end
        ours, theirs = timex.interval, reference.interval
        if not 0 <= gap <= _NEAR or not ours or not (ours.start and theirs.start and theirs.end):
            continue
        if ours.start <= theirs.start and ours.end is not None and theirs.end <= ours.end:
            inside = (c for c in candidates if c.noun and _overlaps(c, reference, parse))
            return next(inside, None)
    return None


def _overlaps(candidate: Candidate, reference: Reference, parse: Parse) -> bool:
    span = candidate.span(parse)
    return span.start < reference.span.end and reference.span.start < span.end


def _scheduled(parse: Parse, timex: Timex, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return what is planned, where "planned for" leads to the date ("talks planned for May")."""
    due = [c for c in candidates if c.noun and parse.lower[c.token + 1 : c.token + 2] == ["due"]]
    first = parse.token_at(timex.span.start)
    for noun in due:
        if noun.token + 2 <= first <= noun.token + 3:
            return noun  # "the election due in May"
    verb = parse.governor(timex.span)
    if verb is not None and parse.lower[max(0, verb.first - 1)] == "due":
        return _held_then(verb, parse, candidates)
    if verb is None or verb.form != "participle" or not verb.passive:
        return None
    if verb.lemma not in vocabulary().schedule:
        return None
    before = [c for c in candidates if c.token < verb.first]
    return before[-1] if before and before[-1].noun else None


def _held_then(verb: VerbGroup, parse: Parse, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the event that is only due to be held ("The vote, due to take place in May, …")."""
    found = subject(verb, parse) if verb.lemma in vocabulary().empty else None
    inside = [c for c in candidates if c.noun and found and found[0] <= c.token < found[1]]
    return inside[0] if inside else None


def owner_of(parse: Parse, timex: Timex, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the word that an expression of time belongs to by the structure of its sentence."""
    first = parse.token_at(timex.span.start)
    last = parse.token_at(timex.span.end - 1)
    year = timex.interval is not None and timex.interval.grain == "year"
    modified = _modified(parse, first, last, candidates, year=year)
    if modified is not None:
        return done_to(modified, candidates, parse) or modified
    if in_apposition(parse, first, last) or of_thing(parse, first, last):
        return None
    opened = when_clause(parse, last, candidates) or cleft_clause(parse, first, last, candidates)
    opened = opened or seen_then(parse, first, last, candidates)
    opened = opened or content_clause(parse, first, last, candidates)
    if opened is not None:
        return opened
    scheduled = _scheduled(parse, timex, candidates)
    if scheduled is not None:
        return scheduled
    here = own_segment(parse, first)
    left = [c for c in candidates if (at := place(c, first)) < first and parse.segment[at] == here]
    left.sort(key=lambda c: place(c, first))
    if left:
        if left[-1].noun and parse.lower[left[-1].token + 1 : first] == ["of"]:
            return left[-1]  # "praised the ruling of 3 May"
        return _nearest(parse, left, first)
    return _governing(parse, timex, candidates)


def _modified(
    parse: Parse, first: int, last: int, candidates: Sequence[Candidate], *, year: bool
) -> Candidate | None:
    """Return the noun that the date stands before: "Tuesday's call", "the August 7 bombings"."""
    possessive = parse.tags[last + 1 : last + 2] == ["POSS"]
    first += parse.lower[first] == "the"  # "the 6 May election": the article is the noun's
    before = parse.lower[first - 1] if first else ""
    if not possessive and (first == 0 or before in _TIME_PREPOSITIONS or before in (",", "--")):
        return None
    if not possessive and parse.tags[first - 1] not in ("DET", "POSS", "NOUN", "NAME", "PART"):
        return None
    owned = possessive or parse.tags[first - 1] == "DET" or before == "'s"
    if not owned and not described_noun(parse, first, last, day=not year):
        return None
    for i in range(last + 1, min(len(parse.tags), last + 1 + _REACH)):
        found = next((c for c in candidates if c.noun and c.token == i), None)
        if found is not None:
            return found
        if parse.tags[i] not in _MODIFIED:
            return None
    return None


def _nearest(parse: Parse, left: Sequence[Candidate], first: int) -> Candidate:
    """Choose between the nearest word before the date and the verb of its clause."""
    nearest = left[-1]
    if not nearest.noun:
        return nearest
    verbs = [c for c in left if c.verb is not None]
    if nearest.verb is not None or not verbs:
        return nearest
    verb = verbs[-1]
    led = led_by(parse, nearest)
    if led and nearest.token + 1 == first and goes_on_behind(parse, first):
        return nearest  # "after an attack 19 April on the port"
    if verb.noun and not led:
        return nearest
    spoken = nearest.type == "statement" and led in _AT
    if nearest.type == "statement" and (verb.strength == "report" or spoken):
        return verb  # "said at a news conference on Friday": the saying is the event
    if led in _AT and one_act(nearest, verb):
        return verb  # "discussed it in talks on Friday"
    if led == "in" and verb.type == nearest.type == "attack" and verb.strength == "strong":
        return verb  # "killed nine people in attacks in May": one act
    loose = verb.verb is not None and verb.verb.form == "gerund" and led == "for"
    if verb.strength in ("state", "report") or led in _HANGS_ON_NOUN or loose:
        return nearest  # "on punishing those to blame for the riots in May"
    if led == "for" and (verb.strength == "weak" or punished(parse, verb, nearest, first)):
        return nearest  # "prepared for elections in May", "jailed for the killing in 1998"
    return verb


def _governing(parse: Parse, timex: Timex, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the candidate of the verb that governs the date: a fronted or loose adverbial."""
    verb = parse.governor(timex.span)
    if verb is None:
        return next((c for c in candidates if c.noun), None)
    found = next((c for c in candidates if c.verb is verb), None)
    outside = parse.token_at(timex.span.start) < parse.segment[verb.first]
    noun = told_noun(parse, verb, candidates) if outside else None
    if noun is not None:
        return noun
    if found is not None and found.strength in ("weak", "state"):
        meant = (c for c in candidates if c.verb and c.verb.intended_by == found.token)
        return next(meant, None) or further(parse, found, candidates) or found
    return found
