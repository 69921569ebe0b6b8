"""Turn an Extraction into the JSON object that the batch interface answers with.

It decides how the records are spelt outside the project, and never what they hold.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from timeline.model import Event, Extraction, Interval, Mention, Span, Timex

__all__ = ["Answer", "refused", "told"]

Answer = dict[str, Any]
"""One JSON object."""


def told(extraction: Extraction, *, id_: str | int | None) -> Answer:
    """Return all that was found in one document, in the keys of the batch interface."""
    day = extraction.dct.day
    return {
        "id": id_,
        "dct": day.isoformat() if day else None,
        "dct_basis": extraction.dct.basis,
        "timexes": [_timex(timex) for timex in extraction.timexes],
        "mentions": [_mention(mention) for mention in extraction.mentions],
        "events": [_event(event) for event in extraction.events],
        "undated": [_event(event) for event in extraction.undated],
        "error": None,
    }


def refused(reason: str, *, id_: str | int | None) -> Answer:
    """Return the answer to a line that gave nothing: every key, all empty, and why."""
    return {
        "id": id_,
        "dct": None,
        "dct_basis": "unknown",
        "timexes": [],
        "mentions": [],
        "events": [],
        "undated": [],
        "error": reason,
    }


def _timex(timex: Timex) -> Answer:
    return {
        **_offsets(timex.span),
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "edtf": timex.edtf,
        "basis": timex.basis,
        "rule": timex.rule,
        "why": timex.why,
    }


def _mention(mention: Mention) -> Answer:
    return {
        **_offsets(mention.span),
        "actor": mention.actor.label,
        "kind": mention.actor.kind,
        "role": mention.role,
        "country": mention.actor.country if mention.takes_part else None,
    }


def _event(event: Event) -> Answer:
    timex = event.timex
    interval = timex.interval if timex else None
    first, last = _days(interval)
    return {
        "id": event.event_id,
        "label": event.label,
        "type": event.type,
        "status": event.status,
        "edtf": timex.edtf if timex else None,
        "value": timex.value if timex else None,
        "start": first,
        "end": last,
        "grain": interval.grain if interval else None,
        "basis": timex.basis if timex else None,
        "why": timex.why if timex else None,
        "said": event.said.edtf if event.said else None,
        "actors": [actor.label for actor in event.actors],
        "initiators": list(event.initiators),
        "targets": list(event.targets),
        "place": event.place,
        "importance": event.importance,
        "notes": list(event.notes),
        "evidence": [_offsets(span) for span in event.evidence],
    }


def _offsets(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _days(interval: Interval | None) -> tuple[str | None, str | None]:
    """Return the first and the last day, both included; None where the end is open."""
    if interval is None:
        return None, None
    return _iso(interval.start), _iso(interval.end and interval.end - timedelta(days=1))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
