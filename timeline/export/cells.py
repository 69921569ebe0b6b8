"""Turn each cell of a frame into text and back; the names columns have in files.

Files tell days inclusively, as people do: ``date_latest`` is the last day itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

import pandas as pd

from timeline.errors import DocumentError
from timeline.table.frame import COLUMNS, DAYS, NUMBERS, TUPLES, typed

__all__ = ["NAMES", "from_texts", "joined", "split", "to_texts"]

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "event_id": "id",
        "label": "title",
        "date_text": "date_text",
        "start": "date_earliest",
        "end": "date_latest",
        "edtf": "date_edtf",
        "value": "date_timex3",
        "grain": "precision",
        "mod": "mod",
        "type": "type",
        "status": "status",
        "actor_labels": "actors",
        "party_labels": "parties",
        "place": "location",
        "evidence": "evidence",
        "basis": "basis",
        "why": "why",
        "said": "said",
        "notes": "note",
        "source_title": "source_title",
        "source": "source",
        "source_date": "source_date",
        "char_start": "char_start",
        "char_end": "char_end",
        "mentions": "mentions",
        "importance": "importance",
        "actors": "actor_ids",
        "parties": "party_ids",
        "initiators": "initiators",
        "targets": "targets",
    }
)
"""Frame column to file column, in the order of the file."""


def to_texts(frame: pd.DataFrame) -> list[list[str]]:
    """Return the rows as texts, in the order of ``NAMES``."""
    rows = frame.to_dict("records")
    return [[_to_text(column, row[column]) for column in NAMES] for row in rows]


def from_texts(names: Sequence[str], rows: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Return texts as the frame they came from.

    Raises:
        DocumentError: A column is missing, or a cell is not what its column holds.
    """
    missing = [name for name in NAMES.values() if name not in names]
    if missing:
        raise DocumentError(f"csv: column missing: {', '.join(missing)}; expected all of D1's")
    at = {column: names.index(name) for column, name in NAMES.items()}
    return typed({c: _from_text(c, row[at[c]]) for c in COLUMNS} for row in rows)


def _to_text(column: str, cell: Any) -> str:
    if column in TUPLES:
        return joined(cell)
    if not isinstance(cell, (str, int)) and pd.isna(cell):
        return ""
    if column in DAYS:
        day: date = cell.date()
        # "end" is the day after the last; a reader of the file wants the last.
        return (day - timedelta(days=1) if column == "end" else day).isoformat()
    return str(cell)


def _from_text(column: str, text: str) -> Any:
    if column in TUPLES:
        return split(text)
    if column in NUMBERS:
        return int(text)
    if column in DAYS:
        if not text:
            return None
        shift = 1 if column == "end" else 0
        day = date.fromisoformat(text) + timedelta(days=shift)
        return pd.Timestamp(day.isoformat()).as_unit("us")
    if column in ("grain", "basis"):
        return text or None
    return text


def joined(names: Sequence[str]) -> str:
    r"""Join names with ``"; "``; a semicolon inside one is written ``\;``."""
    return "; ".join(name.replace("\\", "\\\\").replace(";", "\\;") for name in names)


def split(text: str) -> tuple[str, ...]:
    """Take apart what ``joined`` made."""
    if not text:
        return ()
    names, name, rest = [], "", iter(text)
    for character in rest:
        if character == "\\":
            name += next(rest, "")
        elif character == ";":
            names.append(name)
            name = ""
            next(rest, None)  # the space after the semicolon
        else:
            name += character
    return (*names, name)
