"""Can the dates of two mentions be one event's: equal, or one inside the other?

It must not look at who took part, nor at the words.
"""

from __future__ import annotations

from timeline.model import Event, Interval

__all__ = ["compatible", "days", "inside"]


def compatible(a: Event, b: Event) -> bool:
    """Can both dates be the same event: one inside the other, or equal?"""
    first, second = days(a), days(b)
    return (
        first is not None
        and second is not None
        and (inside(first, second) or inside(second, first))
    )


def days(event: Event) -> Interval | None:
    """Return the days of an event, None where nothing dates it."""
    return event.timex.interval if event.timex else None


def inside(inner: Interval, outer: Interval) -> bool:
    """Does one stretch lie inside the other, open ends included?"""
    after = outer.start is None or (inner.start is not None and inner.start >= outer.start)
    before = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return after and before
