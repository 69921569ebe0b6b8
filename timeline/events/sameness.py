"""Two mentions of events → whether they are one event.

Their types, dates and actors (or the words of a named event) have to agree. It must not join
them; merge.py does.
"""

from __future__ import annotations

from functools import cache

from timeline.model import Event, Interval

__all__ = ["days_of", "is_reference", "kin", "listed_date", "same", "share_actors", "taken_up"]

_COUNTS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)
_MONTH = 31
_GATHERINGS = frozenset({"meeting", "talks"})
_FEW_DAYS = 7
"""A named event of more days has events of its own within it."""
_UNREAL = frozenset({"denied", "hypothetical", "cancelled"})

_BROAD = frozenset({"other", "state_change"})
"""Types under which quite different acts stand."""
_MANY = frozenset({"attack", "deployment", "death", "disaster"})
"""Types of which a war has many between the same two."""
_SAID = frozenset({"statement", "demand", "threat", "accusation", "rejection", "proposal"})
_SEVERAL = _SAID | _MANY
"""What two can do to each other in several kinds on one day: strikes and sayings."""
_STEPS = frozenset({"agreement", "ratification", "entry_into_force"})
"""Steps of one treaty; told of different days they are different acts."""

_FAMILIES = (
    frozenset({"meeting", "call", "talks", "visit"}),
    frozenset({"agreement", "ratification", "entry_into_force", "extension", "resolution", "vote"}),
    frozenset({"attack", "death", "disaster"}),
    frozenset({"deployment", "attack"}),
    _SAID,
)


@cache
def kin(type_: str) -> frozenset[str]:
    """Return the types that another mention of an event can have, its own among them."""
    return frozenset({type_}.union(*(family for family in _FAMILIES if type_ in family)))


def same(a: Event, b: Event) -> bool:
    """Are they mentions of one event?"""
    if a.event_id == b.event_id:
        return True
    if is_reference(a) and is_reference(b):
        return a.label == b.label
    named = _named_on(a, b)
    if not (named or _compatible(a, b)):
        return False  # asked first: most pairs end here
    if (a.status in _UNREAL) != (b.status in _UNREAL):
        return False  # what happened and what did not are a conflict to show
    if _still_due(a, b) or _still_due(b, a) or b.type not in kin(a.type) or _told_apart(a, b):
        return False
    if named:
        return True
    if _part_of_named(a, b):
        return _names_it(a, b)
    if _held_there(a, b):
        return True
    return (share_actors(a, b) and _alike(a, b)) or taken_up(a, b) or _names_it(a, b)


def _still_due(plan: Event, told: Event) -> bool:
    """Is one a plan with no more than a last day, and the other done ("will meet before May")?"""
    days = days_of(plan)
    due = plan.status == "planned" and days is not None and days.start is None
    return due and told.status == "past"


def _part_of_named(a: Event, b: Event) -> bool:
    """Is one a day within the other, a named event of many days ("the crisis of 1956")?

    What happened on one day of a war is an event of its own.
    """
    named, told = (a, b) if is_reference(a) else (b, a)
    long, short = days_of(named), days_of(told)
    if not is_reference(named) or long is None or short is None or long == short:
        return False
    if long.start is None or long.end is None or (long.end - long.start).days <= _FEW_DAYS:
        return False
    return _inside(short, long)


def _held_there(a: Event, b: Event) -> bool:
    """Is one a known event and the other a gathering at its place in its month?"""
    named, told = (a, b) if is_reference(a) else (b, a)
    days = days_of(told)
    if not is_reference(named) or is_reference(told) or days is None or not told.place:
        return False
    near = days.start and days.end and (days.end - days.start).days <= _MONTH
    return bool(near) and told.place in named.label and told.type in _GATHERINGS


def _names_it(a: Event, b: Event) -> bool:
    """Does one sentence name a known event and tell it ("the full text was concluded")?"""
    named, told = (a, b) if a.told_by == "name" else (b, a)
    sentence = told.evidence[0]
    here = sentence.start <= named.trigger.start < sentence.end
    return named.told_by == "name" and told.told_by == "verb" and here


def _named_on(a: Event, b: Event) -> bool:
    """Do the very words that name a known event tell it of days that overlap ("in October")?"""
    one, other = days_of(a), days_of(b)
    overlap = a.trigger.start < b.trigger.end and b.trigger.start < a.trigger.end
    if one is None or other is None or not (overlap and is_reference(a) != is_reference(b)):
        return False
    starts_before = one.start is None or other.end is None or one.start < other.end
    return starts_before and (other.start is None or one.end is None or other.start < one.end)


def _alike(a: Event, b: Event) -> bool:
    """Do two mentions tell the same act: a noun or a name, two shared actors, or shared words?"""
    first, second = _words_of(a), _words_of(b)
    counts = (first & _COUNTS, second & _COUNTS)
    if all(counts) and counts[0].isdisjoint(counts[1]):
        return False  # "arrests six men" and "arrests two men" are two acts
    if a.type != b.type and {a.type, b.type} <= _STEPS and days_of(a) != days_of(b):
        return False
    if a.told_by != "verb" or b.told_by != "verb":
        loose = a.type in _BROAD | _MANY and days_of(a) != days_of(b)
        return not loose or _shares_words(a, b)  # "bombs in 1945", "an offensive in May 1945"
    apart = a.type != b.type or (a.type in _SAID and days_of(a) != days_of(b))
    several = apart and a.type in _SEVERAL and first != second
    shared = _leads(a) & _leads(b)
    same = len(shared) > 1 and (a.type == b.type or _pair(shared, a))
    if same and a.type not in _BROAD and not several:
        return True
    return _shares_words(a, b, least=2)


def _shares_words(a: Event, b: Event, *, least: int = 1) -> bool:
    """Do their labels share words that are no actors' names?"""
    names = {word for x in (*a.actors, *b.actors) for word in x.label.lower().split()}
    return sum(len(word) > 3 for word in (_words_of(a) & _words_of(b)) - names) >= least


def _pair(shared: set[str], event: Event) -> bool:
    """Are two of them of one kind? A person and that person's office are not two parties."""
    kinds = [x.kind for x in event.actors if x.actor_id in shared]
    return len(set(kinds)) < len(kinds)


def _words_of(event: Event) -> set[str]:
    return set(event.label.lower().split())


def _told_apart(a: Event, b: Event) -> bool:
    """Does one sentence tell both by words of its own? Then it tells of two events."""
    return bool(set(a.evidence) & set(b.evidence)) and "name" not in (a.told_by, b.told_by)


def taken_up(a: Event, b: Event) -> bool:
    """Is the later mention a noun for the earlier event: same type, same days, no actor of its own?

    "On Tuesday A and B are to speak … the crisis will overshadow Tuesday's call."
    """
    later = max(a, b, key=lambda event: event.trigger)
    agree = a.type == b.type and (
        days_of(a) == days_of(b) or (a.type == "election" and _compatible(a, b))
    )
    strange = _leads(later) - _leads(min(a, b, key=lambda event: event.trigger))
    bare = later.told_by == "noun" and not later.initiators
    return agree and bare and (not strange or not _names_actors(later))


def _names_actors(event: Event) -> bool:
    """Does the label itself name one of the actors, so that they are the event's own?"""
    return any(actor.label in event.label for actor in event.actors)


def is_reference(event: Event) -> bool:
    """Is it one of the list of known events?"""
    return event.told_by == "name"


def listed_date(event: Event) -> bool:
    """Is the event's date the one of the list of known events?"""
    return event.told_by == "name" and bool(event.timex and event.timex.basis == "reference")


def _compatible(a: Event, b: Event) -> bool:
    """Can both dates be the same event: one inside the other, or equal?"""
    first, second = days_of(a), days_of(b)
    return (
        first is not None
        and second is not None
        and (_inside(first, second) or _inside(second, first))
    )


def days_of(event: Event) -> Interval | None:
    """Return the event's days, if it has any."""
    return event.timex.interval if event.timex else None


def _inside(inner: Interval, outer: Interval) -> bool:
    after = outer.start is None or (inner.start is not None and inner.start >= outer.start)
    before = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return after and before


def share_actors(a: Event, b: Event) -> bool:
    """Do the smaller set's actors all take part in the other, and is one at least a name?"""
    first, second = _leads(a), _leads(b)
    if not first or not second:
        return False
    if _each_with_another(a, b):
        return False
    small, large = sorted((first, second), key=len)
    return small <= large or len(small & large) >= 2 or _speak_for(a, b) or _speak_for(b, a)


def _each_with_another(a: Event, b: Event) -> bool:
    """Does each name a person whom the other does not ("meets Kim", "meets Lee")?"""
    one, other = ({x.actor_id for x in e.actors if x.kind == "person"} for e in (a, b))
    return bool(one - other) and bool(other - one)


def _speak_for(people: Event, states: Event) -> bool:
    """Are the parties of one, states only, those for which the people of the other act?"""
    named = {x.actor_id for x in states.actors}
    if len(named) < 2 or any(x.kind == "person" for x in states.actors):
        return False
    return named <= {x.country or x.actor_id for x in people.actors}


def _leads(event: Event) -> set[str]:
    """Return the ids of the actors, without the states whose own people take part."""
    countries = {x.country for x in event.actors if x.kind == "person"}
    return {x.actor_id for x in event.actors if x.kind != "state" or x.country not in countries}
