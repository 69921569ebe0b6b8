"""Mentions of one event → one event with all its evidence and its best date.

Two mentions are one event when their types can be the same thing, their dates can be the same
day and their actors (or the words of a named event) agree. It must not smooth a conflict: where
two dates exclude each other the events stay apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.retelling import retold
from timeline.events.sameness import (
    days_of,
    is_reference,
    kin,
    listed_date,
    same,
    share_actors,
    taken_up,
)
from timeline.model import Event

__all__ = ["merge"]

_LOOKBACK = 200
"""Events after which one told again is taken for new: it keeps the cost linear in the text."""


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
    if days_of(event) is None and not is_reference(event):
        return retold(event, out, by_type)  # what nothing dates is the same day as nothing
    first = len(out) - _LOOKBACK
    recent = (i for type_ in kin(event.type) for i in by_type.get(type_, ())[-_LOOKBACK:])
    places = {i for i in recent if i >= first}
    known = next((i for i in sorted(places) if same(out[i], event)), None)
    return retold(event, out, by_type) if known is None else known


def _join(a: Event, b: Event) -> Event:
    best, other = (b, a) if _rank(b) > _rank(a) else (a, b)
    said = best.said or other.said
    evidence = (*best.evidence, *other.evidence)
    notes = (*a.notes, *b.notes)
    if listed_date(best) and not is_reference(other):
        if "planned" in (a.status, b.status):
            said, evidence = None, (*other.evidence, *best.evidence)
            notes = (*notes, *_differs(best, other))
            best = replace(best, timex=other.timex)
        else:
            said = said or other.timex
    heard = () if _adds_nobody(a, b) else other.actors
    actors = tuple({x.actor_id: x for x in (*best.actors, *heard)}.values())
    initiators = best.initiators or other.initiators
    targets = best.targets or other.targets
    return replace(
        best,
        said=said,
        evidence=tuple(dict.fromkeys(evidence)),
        actors=actors,
        initiators=initiators,
        targets=tuple(t for t in targets if t not in initiators),
        place=best.place or other.place,
        notes=tuple(dict.fromkeys(notes)),
    )


def _adds_nobody(a: Event, b: Event) -> bool:
    """Does the second name nobody who takes part: a noun for the first, or what was talked of?"""
    topics = b.type == "talks" and b.told_by == "verb" and None in (a.timex, b.timex)
    return topics or (taken_up(a, b) and not share_actors(a, b))


def _differs(named: Event, told: Event) -> tuple[str, ...]:
    """Say where the date a text gives a plan is not the one of the list.

    The text's date stands: what came of a plan is not the text's to know.
    """
    if named.timex is None or told.timex is None or named.timex.edtf == told.timex.edtf:
        return ()
    return (f"the text says {told.timex.edtf}; the list of events has {named.timex.edtf}",)


def _rank(event: Event) -> tuple[int, int]:
    """A named event's date is best, then the shorter stretch."""
    interval = days_of(event)
    if interval is None or interval.start is None or interval.end is None:
        return (0, 0)
    return (2 if is_reference(event) else 1, -(interval.end - interval.start).days)
