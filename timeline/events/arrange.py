"""Events of one document → dated ones in order of time, undated ones in order of the text.

Each gets its importance, a weight for choosing what to show first where a screen cannot show all.
It is no measure of certainty: it adds up what the article itself does with the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.model import Event

__all__ = ["WEIGHTY", "arrange", "importance"]

_LEAD = 400
"""Characters that count as the article's opening: title and first paragraph of a news text."""
WEIGHTY = frozenset(
    [
        "meeting",
        "agreement",
        "ratification",
        "entry_into_force",
        "extension",
        "withdrawal",
        "attack",
        "ceasefire",
        "sanction",
        "deployment",
        "election",
        "state_change",
        "resolution",
    ]
)


def arrange(
    events: Sequence[Event], *, dct: date | None
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Return (dated, undated) events with their importance.

    An event of a year before Christ is among the undated: it has its words, and no days.

    Dated ones come by first day, then last, then id; an open start sorts by its end.
    Undated ones keep the order of the text.
    """
    weighed = [_weighed(e) for e in events]
    dated = sorted((e for e in weighed if e.timex and e.timex.interval), key=_when)
    undated = [e for e in weighed if e.timex is None or e.timex.interval is None]
    undated.sort(key=lambda e: e.trigger)
    return tuple(dated), tuple(undated)


def _weighed(e: Event) -> Event:
    """Return the event with its importance; every event passes here, so no field is looked up."""
    return Event(
        e.event_id, e.label, e.type, e.status, e.timex, e.said, e.actors, e.initiators, e.targets,
        e.trigger, e.evidence, e.place, importance(e), e.notes, e.told_by,
    )  # fmt: skip


def _when(event: Event) -> tuple[date, date, str]:
    interval = event.timex.interval if event.timex else None
    start = interval.start if interval else None
    end = interval.end if interval else None
    return (start or end or date.max, end or date.max, event.event_id)


def importance(event: Event) -> int:
    """Return a weight from 0 to 100.

    30 for standing in the article's opening, up to 30 for how often it is told, 15 for a weighty
    type, 15 for a date of a month or finer, 10 for two or more actors.
    """
    first = min(event.evidence)
    interval = event.timex.interval if event.timex else None
    closed = interval is not None and interval.start is not None and interval.end is not None
    precise = closed and interval is not None and interval.grain in ("day", "week", "month")
    return (
        30 * (first.start < _LEAD)
        + 10 * min(3, len(event.evidence))
        + 15 * (event.type in WEIGHTY)
        + 15 * precise
        + 10 * (len(event.actors) > 1)
    )
