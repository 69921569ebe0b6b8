"""An act without a date of its own that only says more of an event told right before → that event.

"They spoke on Monday. They discussed the border." is one call; "They signed a pact on Monday. …
As the ministers signed the pact, …" is one signing. It must not date what is new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.model import Event

__all__ = ["retold"]

_ENCOUNTERS = ("meeting", "call", "talks")
_REACH = 1500
"""Characters between an event and what is told of it again: a few paragraphs."""
_SHORT = 3
"""Letters of a word that tells nothing by itself."""


def retold(event: Event, out: Sequence[Event], by_type: Mapping[str, Sequence[int]]) -> int | None:
    """Return the place of the event that this one tells again, or None.

    Args:
        event: The later one.
        out: The events before it.
        by_type: Their places, by type.
    """
    own = event.timex is not None and event.timex.basis != "previous"
    if own or event.status != "past" or event.told_by == "name":
        return None
    if event.type == "talks" and event.told_by == "verb":
        places = [i for type_ in _ENCOUNTERS for i in by_type.get(type_, ())[-1:]]
        last = max(places, default=None)
        return last if last is not None and _talked(out[last], event) else None
    fits = (i for i in reversed(by_type.get(event.type, ())[-_ENOUGH:]) if _again(out[i], event))
    return next(fits, None)


_ENOUGH = 8
"""Events of its type that one may tell again."""


def _talked(earlier: Event, later: Event) -> bool:
    """Can the later be what was talked of: nobody acts in it but who met?"""
    if earlier.timex is None or not _near(earlier, later) or earlier.status != "past":
        return False
    same_day = later.timex is None or later.timex.interval == earlier.timex.interval
    return same_day and _by_no_other(earlier, later)


def _again(earlier: Event, later: Event) -> bool:
    """Does the later take up act and object of the earlier ("signs a pact", "signs the pact")?"""
    if earlier.timex is None or earlier.told_by == "name" or earlier.status != "past":
        return False
    first, second = earlier.label.lower().split(), later.label.lower().split()
    if later.timex is not None or "the" not in second or not {"a", "an"} & set(first):
        return False
    after_the = second[second.index("the") + 1 :]
    names = {w for a in (*earlier.actors, *later.actors) for w in a.label.lower().split()}
    shared = {w for w in _stems(first) & _stems(second) if len(w) > _SHORT} - names
    taken_up = bool(shared & _stems(after_the[:_SHORT]))
    return taken_up and len(shared) > 1 and _near(earlier, later) and _by_no_other(earlier, later)


def _stems(words: Sequence[str]) -> set[str]:
    return {word.removesuffix("s") for word in words}


def _near(earlier: Event, later: Event) -> bool:
    return 0 <= later.evidence[0].start - earlier.evidence[-1].end <= _REACH


def _by_no_other(earlier: Event, later: Event) -> bool:
    """Are those who act in the later, if it names any, among those of the earlier?"""
    there = {x for actor in earlier.actors for x in (actor.actor_id, actor.country) if x}
    return there.issuperset(later.initiators)
