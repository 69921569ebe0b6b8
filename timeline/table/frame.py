"""The one place that defines the columns: events become rows here, and nowhere else.

It must not filter, draw or write files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

import pandas as pd

from timeline import lexicon
from timeline.model import GRAINS, STATUSES, Actor, Event, Extraction, Timex
from timeline.table.words import grain_of

__all__ = [
    "COLUMNS",
    "actor_labels",
    "empty",
    "from_extraction",
    "in_order",
    "together",
    "typed",
    "undated",
]

BASES = ("explicit", "dct", "previous", "reference", "heading", "user")

_CATEGORIES = {
    "grain": GRAINS,
    "type": tuple(lexicon.table("event_types")),
    "status": STATUSES,
    "basis": BASES,
}
_KINDS = {
    "event_id": "str",
    "start": "day",
    "end": "day",
    "edtf": "str",
    "value": "str",
    "mod": "str",
    "grain": "category",
    "label": "str",
    "type": "category",
    "status": "category",
    "actors": "tuple",
    "actor_labels": "tuple",
    "parties": "tuple",
    "party_labels": "tuple",
    "initiators": "tuple",
    "targets": "tuple",
    "place": "str",
    "date_text": "str",
    "basis": "category",
    "why": "str",
    "said": "str",
    "evidence": "str",
    "char_start": "int64",
    "char_end": "int64",
    "mentions": "int64",
    "importance": "int64",
    "notes": "tuple",
    "source": "str",
    "source_title": "str",
    "source_date": "day",
}


def _dtype(column: str, kind: str) -> Any:
    if kind == "category":
        return pd.CategoricalDtype(list(_CATEGORIES[column]))
    return {"day": "datetime64[us]", "tuple": "object"}.get(kind, kind)


COLUMNS: Mapping[str, Any] = MappingProxyType({c: _dtype(c, k) for c, k in _KINDS.items()})
"""Every column and its dtype, in order.

event_id      stable id
start, end    first day, and the day **after** the last; NaT when open or undated
edtf          the same in EDTF; empty when undated
value         TIMEX3 value, which holds years before Christ, too; empty when undated
mod           START, MID, END, APPROX or empty: "early", "mid-", "late", "about"
grain         how finely the date was said; missing when undated
label         one line that names the event
type, status  ids in data/event_types.toml; past … denied, as seen from the article's date
actors        ids of all who take part, in order of importance; actor_labels are their names
parties       ids of the states and organisations they are or stand for; with party_labels
initiators    ids of those who act; targets: of those acted upon
place         where, in the text's own word
date_text     the words that date it, as written
basis, why    what the date hangs on, and the derivation in one line
said          EDTF of what the text alone says, where a reference event dates it; else empty
evidence      the sentence that carries the date, as written, from char_start to char_end
mentions      how many places of the text report it
importance    0 to 100: for choosing what to show first; no certainty
notes         sentences for the reader
source        where the text came from; with source_title and source_date
"""
TUPLES = tuple(column for column, kind in _KINDS.items() if kind == "tuple")
DAYS = tuple(column for column, kind in _KINDS.items() if kind == "day")
NUMBERS = tuple(column for column, kind in _KINDS.items() if kind == "int64")


def from_extraction(extraction: Extraction) -> pd.DataFrame:
    """Return one row per dated event, sorted by start, then id; see ``COLUMNS``.

    An open start sorts by its end. Without events the frame is empty, with the same
    columns and dtypes.
    """
    return in_order(typed(_row(event, extraction) for event in extraction.events))


def undated(extraction: Extraction) -> pd.DataFrame:
    """Return one row per event that nothing dates, in text order, same columns and dtypes."""
    return typed(_row(event, extraction) for event in extraction.undated)


def together(dated: pd.DataFrame, without: pd.DataFrame) -> pd.DataFrame:
    """Return dated rows and, after them, undated ones."""
    return pd.concat([dated, without], ignore_index=True)


def empty() -> pd.DataFrame:
    """Return a frame without rows, with every column and dtype."""
    return typed(())


def typed(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as a frame with the fixed columns and dtypes."""
    found = list(rows)
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in found], dtype=COLUMNS[name]) for name in COLUMNS}
    )


def in_order(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the same rows by start (an open start counts as its end), then id."""
    return (
        frame.assign(_at=frame["start"].fillna(frame["end"]))
        .sort_values(["_at", "event_id"], ignore_index=True)
        .drop(columns="_at")
    )


def actor_labels(*frames: pd.DataFrame) -> dict[str, str]:
    """Return the name of every actor and party of some frames, by id."""
    labels: dict[str, str] = {}
    for frame in frames:
        for ids, names in (("actors", "actor_labels"), ("parties", "party_labels")):
            for row_ids, row_names in zip(frame[ids], frame[names], strict=True):
                labels.update(zip(row_ids, row_names, strict=True))
    return labels


def _row(event: Event, extraction: Extraction) -> dict[str, Any]:
    """Return one event as a row."""
    document, timex = extraction.document, event.timex
    interval = timex.interval if timex else None
    parties = _parties(event.actors)
    first = event.evidence[0]
    return {
        "event_id": event.event_id,
        "start": _day(interval.start if interval else None),
        "end": _day(interval.end if interval else None),
        "edtf": (timex.edtf if timex else None) or "",
        "value": timex.value if timex else "",
        "mod": (timex.mod if timex else None) or "",
        "grain": grain_of(timex),
        "label": event.label,
        "type": event.type,
        "status": event.status,
        "actors": tuple(actor.actor_id for actor in event.actors),
        "actor_labels": tuple(actor.label for actor in event.actors),
        "parties": tuple(parties),
        "party_labels": tuple(parties.values()),
        "initiators": event.initiators,
        "targets": event.targets,
        "place": event.place,
        "date_text": _words(document.text, event.said or timex),
        "basis": timex.basis if timex else None,
        "why": timex.why if timex else "",
        "said": (event.said.edtf if event.said else None) or "",
        "evidence": document.text[first.start : first.end],
        "char_start": first.start,
        "char_end": first.end,
        "mentions": len(event.evidence),
        "importance": event.importance,
        "notes": event.notes,
        "source": document.source,
        "source_title": document.title,
        "source_date": _day(extraction.dct.day),
    }


def _words(text: str, timex: Timex | None) -> str:
    return text[timex.span.start : timex.span.end] if timex else ""


def _day(day: date | None) -> pd.Timestamp | None:
    """Return midnight, in microseconds, which hold every year a date can have."""
    return pd.Timestamp(day.isoformat()).as_unit("us") if day else None


def _parties(actors: Iterable[Actor]) -> dict[str, str]:
    """Return the states and organisations that actors are or stand for, each once.

    A person stands for the state in whose name he or she acts: an event of Vladimir Putin
    is found under Russia. A person without a state is a party of his or her own.
    """
    found: dict[str, str] = {}
    for actor in actors:
        if actor.kind == "person" and actor.country:
            found.setdefault(actor.country, _state_label(actor.country))
        else:
            found[actor.actor_id] = actor.label
    return found


@cache
def _states() -> dict[str, str]:
    return {entry["id"]: entry["name"] for entry in lexicon.table("actors").get("state", ())}


def _state_label(code: str) -> str:
    return _states().get(code, code)
