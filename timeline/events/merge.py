"""Mentions of one event → one event with all its evidence and its best date.

Two mentions are one event when their types can be the same thing, their dates can be the same
day and their actors (or the words of a named event) agree. It must not smooth a conflict: where
two dates exclude each other the events stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Event, Interval

__all__ = ["merge"]

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
    for event in events:
        place = next((i for i, other in enumerate(out) if _same(other, event)), None)
        if place is None:
            out.append(event)
        else:
            out[place] = _join(out[place], event)
    return out


def _same(a: Event, b: Event) -> bool:
    if a.event_id == b.event_id:
        return True
    if _reference(a) and _reference(b):
        return a.label == b.label
    if not _same_family(a, b) or not _compatible(a, b) or _told_apart(a, b):
        return False
    return (_share_actors(a, b) and _alike(a, b)) or _taken_up(a, b)


def _alike(a: Event, b: Event) -> bool:
    """Do two mentions tell the same act: a noun or a name, two shared actors, or shared words?"""
    if a.told_by != "verb" or b.told_by != "verb" or len(_leads(a) & _leads(b)) > 1:
        return True
    names = {word for x in (*a.actors, *b.actors) for word in x.label.lower().split()}
    first, second = (
        {word for word in e.label.lower().split() if len(word) > 3 and word not in names}
        for e in (a, b)
    )
    return len(first & second) > 1


def _told_apart(a: Event, b: Event) -> bool:
    """Does one sentence tell both by words of its own? Then it tells of two events."""
    return bool(set(a.evidence) & set(b.evidence)) and "name" not in (a.told_by, b.told_by)


def _taken_up(a: Event, b: Event) -> bool:
    """Is the later mention a noun for the earlier event: same type, same days, no actor of its own?

    "On Tuesday A and B are to speak … the crisis will overshadow Tuesday's call."
    """
    later = max(a, b, key=lambda event: event.trigger)
    agree = a.type == b.type and _days(a) == _days(b)
    return agree and later.told_by == "noun" and not later.initiators


def _reference(event: Event) -> bool:
    return event.told_by == "name"


def _same_family(a: Event, b: Event) -> bool:
    return a.type == b.type or any(a.type in f and b.type in f for f in _FAMILIES)


def _compatible(a: Event, b: Event) -> bool:
    """Can both dates be the same event: one inside the other, or equal?"""
    first, second = _days(a), _days(b)
    return (
        first is not None
        and second is not None
        and (_inside(first, second) or _inside(second, first))
    )


def _days(event: Event) -> Interval | None:
    return event.timex.interval if event.timex else None


def _inside(inner: Interval, outer: Interval) -> bool:
    after = outer.start is None or (inner.start is not None and inner.start >= outer.start)
    before = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return after and before


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
    if _reference(best) and not _reference(other) and "planned" in (a.status, b.status):
        best = _as_planned(best, other)
        said = None
    if _reference(best) and not _reference(other) and said is None:
        said = other.timex
    evidence = tuple(dict.fromkeys((*best.evidence, *other.evidence)))
    heard = () if _taken_up(a, b) and not _share_actors(a, b) else other.actors
    actors = tuple({x.actor_id: x for x in (*best.actors, *heard)}.values())
    return replace(
        best,
        said=said,
        evidence=evidence,
        actors=actors,
        initiators=best.initiators or other.initiators,
        targets=best.targets or other.targets,
        place=best.place or other.place,
        notes=tuple(dict.fromkeys((*a.notes, *b.notes))),
    )


def _as_planned(named: Event, told: Event) -> Event:
    """Keep the date that the text gives a plan; what came of it is not the text's to know."""
    listed = named.timex.edtf if named.timex else ""
    note = (
        f"the text says “{told.timex.edtf}”; the list of events has {listed}" if told.timex else ""
    )
    return replace(named, timex=told.timex, notes=(*named.notes, note))


def _rank(event: Event) -> tuple[int, int]:
    """A named event's date is best, then the shorter stretch."""
    interval = _days(event)
    if interval is None or interval.start is None or interval.end is None:
        return (0, 0)
    return (2 if _reference(event) else 1, -(interval.end - interval.start).days)
