"""Mentions of one event → one event with all its evidence and its best date.

Two mentions are one event when their types can be the same thing, their dates can be the same
day and their actors (or the words of a named event) agree. It must not smooth a conflict: where
two dates exclude each other the events stay apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from timeline.events.same_days import compatible, days, inside
from timeline.model import Event

__all__ = ["merge"]

_LOOKBACK = 200
"""Events after which one told again is taken for new: it keeps the cost linear in the text."""
_COUNTS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)
_FEW_DAYS = 7
"""A named event of more days has events of its own within it."""
_UNREAL = frozenset({"denied", "hypothetical", "cancelled"})

_BROAD = frozenset({"other", "state_change"})
"""Types under which quite different acts stand."""

_FAMILIES = (
    frozenset({"meeting", "call", "talks", "visit"}),
    frozenset({"agreement", "ratification", "entry_into_force", "extension", "resolution", "vote"}),
    frozenset({"attack", "death", "disaster"}),
    frozenset({"deployment", "attack"}),
    frozenset({"statement", "demand", "threat", "accusation", "rejection", "proposal"}),
)


def merge(events: Sequence[Event]) -> list[Event]:
    """Join the mentions of one event.

    Args:
        events: Events of single mentions, in text order.

    Returns:
        Events in order of first mention; of joined ones the best date and label, all evidence.
    """
    out: list[Event] = []
    named: dict[str, int] = {}
    by_type: dict[str, list[int]] = {}
    for event in events:
        place = _place_of(event, out, named, by_type)
        if place is None:
            out.append(event)
            place = len(out) - 1
        else:
            out[place] = _join(out[place], event)
        of_type = by_type.setdefault(out[place].type, [])
        if of_type[-1:] != [place]:
            of_type.append(place)
        if event.told_by == "name":
            named.setdefault(event.label, place)
    return out


def _place_of(
    event: Event, out: Sequence[Event], named: dict[str, int], by_type: Mapping[str, Sequence[int]]
) -> int | None:
    """Return where the event stands already; only the last ones are compared, if of its kind."""
    if event.told_by == "name" and event.label in named:
        return named[event.label]
    first = len(out) - _LOOKBACK
    recent = (i for kin in _kin(event.type) for i in by_type.get(kin, ())[-_LOOKBACK:])
    places = {i for i in recent if i >= first}
    return next((i for i in sorted(places) if _same(out[i], event)), None)


@cache
def _kin(type_: str) -> frozenset[str]:
    """Return the types that another mention of an event can have, its own among them."""
    return frozenset({type_}.union(*(family for family in _FAMILIES if type_ in family)))


def _same(a: Event, b: Event) -> bool:
    if a.event_id == b.event_id:
        return True
    if _reference(a) and _reference(b):
        return a.label == b.label
    if (a.status in _UNREAL) != (b.status in _UNREAL):
        return False  # what happened and what did not are a conflict to show
    if b.type not in _kin(a.type) or not (compatible(a, b) or _named_on(a, b)) or _told_apart(a, b):
        return False
    if _named_on(a, b):
        return True
    if _part_of_named(a, b):
        return _names_it(a, b)
    return (_share_actors(a, b) and _alike(a, b)) or _taken_up(a, b) or _names_it(a, b)


def _part_of_named(a: Event, b: Event) -> bool:
    """Is one a day within the other, a named event of many days ("the crisis of 1956")?

    What happened on one day of a war is an event of its own.
    """
    named, told = (a, b) if _reference(a) else (b, a)
    long, short = days(named), days(told)
    if not _reference(named) or long is None or short is None or long == short:
        return False
    if long.start is None or long.end is None or (long.end - long.start).days <= _FEW_DAYS:
        return False
    return inside(short, long)


def _names_it(a: Event, b: Event) -> bool:
    """Does one sentence name a known event and tell it ("the full text was concluded")?"""
    named, told = (a, b) if a.told_by == "name" else (b, a)
    sentence = told.evidence[0]
    here = sentence.start <= named.trigger.start < sentence.end
    return named.told_by == "name" and told.told_by == "verb" and here


def _named_on(a: Event, b: Event) -> bool:
    """Do the very words that name a known event tell it of days that overlap ("in October")?"""
    one, other = days(a), days(b)
    overlap = a.trigger.start < b.trigger.end and b.trigger.start < a.trigger.end
    if one is None or other is None or not (overlap and _reference(a) != _reference(b)):
        return False
    starts_before = one.start is None or other.end is None or one.start < other.end
    return starts_before and (other.start is None or one.end is None or other.start < one.end)


def _alike(a: Event, b: Event) -> bool:
    """Do two mentions tell the same act: a noun or a name, two shared actors, or shared words?"""
    first, second = _words_of(a), _words_of(b)
    counts = (first & _COUNTS, second & _COUNTS)
    if all(counts) and counts[0].isdisjoint(counts[1]):
        return False  # "arrests six men" and "arrests two men" are two acts
    if a.told_by != "verb" or b.told_by != "verb":
        return True
    if len(_leads(a) & _leads(b)) > 1 and a.type not in _BROAD:
        return True
    names = {word for x in (*a.actors, *b.actors) for word in x.label.lower().split()}
    return sum(len(word) > 3 for word in (first & second) - names) > 1


def _words_of(event: Event) -> set[str]:
    return set(event.label.lower().split())


def _told_apart(a: Event, b: Event) -> bool:
    """Does one sentence tell both by words of its own? Then it tells of two events."""
    return bool(set(a.evidence) & set(b.evidence)) and "name" not in (a.told_by, b.told_by)


def _taken_up(a: Event, b: Event) -> bool:
    """Is the later mention a noun for the earlier event: same type, same days, no actor of its own?

    "On Tuesday A and B are to speak … the crisis will overshadow Tuesday's call."
    """
    later = max(a, b, key=lambda event: event.trigger)
    agree = a.type == b.type and days(a) == days(b)
    strange = _leads(later) - _leads(min(a, b, key=lambda event: event.trigger))
    bare = later.told_by == "noun" and not later.initiators
    return agree and bare and (not strange or not _names_actors(later))


def _names_actors(event: Event) -> bool:
    """Does the label itself name one of the actors, so that they are the event's own?"""
    return any(actor.label in event.label for actor in event.actors)


def _reference(event: Event) -> bool:
    return event.told_by == "name"


def _listed_date(event: Event) -> bool:
    """Is the event's date the one of the list of known events?"""
    return event.told_by == "name" and bool(event.timex and event.timex.basis == "reference")


def _share_actors(a: Event, b: Event) -> bool:
    """Do the smaller set's actors all take part in the other, and is one at least a name?"""
    first, second = _leads(a), _leads(b)
    if not first or not second:
        return False
    small, large = sorted((first, second), key=len)
    return small <= large or len(small & large) >= 2


def _leads(event: Event) -> set[str]:
    """Return the ids of the actors, without the states whose own people take part."""
    countries = {x.country for x in event.actors if x.kind == "person"}
    return {x.actor_id for x in event.actors if x.kind != "state" or x.country not in countries}


def _join(a: Event, b: Event) -> Event:
    best, other = (b, a) if _rank(b) > _rank(a) else (a, b)
    said = best.said or other.said
    evidence = (*best.evidence, *other.evidence)
    notes = (*a.notes, *b.notes)
    if _listed_date(best) and not _reference(other):
        if "planned" in (a.status, b.status):
            said, evidence = None, (*other.evidence, *best.evidence)
            notes = (*notes, *_differs(best, other))
            best = replace(best, timex=other.timex)
        else:
            said = said or other.timex
    heard = () if _taken_up(a, b) and not _share_actors(a, b) else other.actors
    actors = tuple({x.actor_id: x for x in (*best.actors, *heard)}.values())
    return replace(
        best,
        said=said,
        evidence=tuple(dict.fromkeys(evidence)),
        actors=actors,
        initiators=best.initiators or other.initiators,
        targets=best.targets or other.targets,
        place=best.place or other.place,
        notes=tuple(dict.fromkeys(notes)),
    )


def _differs(named: Event, told: Event) -> tuple[str, ...]:
    """Say where the date a text gives a plan is not the one of the list.

    The text's date stands: what came of a plan is not the text's to know.
    """
    if named.timex is None or told.timex is None or named.timex.edtf == told.timex.edtf:
        return ()
    return (f"the text says {told.timex.edtf}; the list of events has {named.timex.edtf}",)


def _rank(event: Event) -> tuple[int, int]:
    """A named event's date is best, then the shorter stretch."""
    interval = days(event)
    if interval is None or interval.start is None or interval.end is None:
        return (0, 0)
    return (2 if _reference(event) else 1, -(interval.end - interval.start).days)
