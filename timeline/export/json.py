"""Write rows as JSON: the columns of the CSV, lists as lists, nothing where nothing is known."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from timeline.export.cells import NAMES, to_texts
from timeline.export.registry import export
from timeline.table.frame import NUMBERS, TUPLES

__all__ = ["to_json"]


@export("json", title="JSON", suffix=".json", mime="application/json")
def to_json(frame: pd.DataFrame) -> bytes:
    """Write a list with one object per event."""
    records = frame.to_dict("records")
    rows = [
        {
            name: _value(column, text, record[column])
            for (column, name), text in zip(NAMES.items(), texts, strict=True)
        }
        for record, texts in zip(records, to_texts(frame), strict=True)
    ]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()


def _value(column: str, text: str, cell: Any) -> Any:
    if column in TUPLES:
        return list(cell)
    if column in NUMBERS:
        return int(cell)
    return text or None
