"""Lay a frame out as a table of text, for a terminal or a mail."""

from __future__ import annotations

import shutil
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.table.filters import type_names
from timeline.table.words import before_christ, date_words
from timeline.time.edtf import is_before_christ

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["listing", "width", "words_of"]

_GAP = "  "
_HEADS = ("date", "event", "type", "status", "actors")
_NARROWEST = 12
"""Characters that a clipped column keeps."""


def width() -> int:
    """Return how many characters a line may have: the terminal's, or 100 in a pipe."""
    return shutil.get_terminal_size(fallback=(100, 24)).columns


def listing(*frames: pd.DataFrame, columns: int | None) -> str:
    """Return one line per row, frame after frame, under a line of heads.

    Args:
        frames: As made by ``frame.from_extraction`` and ``frame.undated``.
        columns: Characters a line may have: labels and actors are clipped to fit.
            None clips nothing.
    """
    names = type_names()
    rows = [
        (words_of(row), row["label"], names[row["type"]], row["status"],
         "; ".join(row["actor_labels"]))
        for frame in frames
        for row in frame.to_dict("records")
    ]  # fmt: skip
    widths = _widths([_HEADS, *rows], columns)
    return "".join(_line(row, widths) for row in [_HEADS, *rows])


def words_of(row: Mapping[Hashable, Any]) -> str:
    """Return the date of one row in words, as finely as it was said.."""
    if is_before_christ(row["value"]):
        return before_christ(row["value"])
    grain: Any = row["grain"] if isinstance(row["grain"], str) else "day"
    return date_words(
        _day(row["start"]), _day(row["end"]), grain=grain, mod=row["mod"], edtf=row["edtf"]
    )


def _day(moment: Any) -> date | None:
    # NaT is the one moment that does not equal itself.
    return moment.date() if moment == moment else None


def _widths(rows: Sequence[Sequence[str]], columns: int | None) -> list[int]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEADS))]
    if columns is not None:
        # First the actors give way, then the labels; dates are never clipped.
        for i in (4, 1):
            over = sum(widths) + len(_GAP) * (len(widths) - 1) - columns
            widths[i] = min(widths[i], max(_NARROWEST, widths[i] - max(0, over)))
    return widths


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (_clipped(cell, width) for cell, width in zip(row, widths, strict=True))
    return _GAP.join(cells).rstrip() + "\n"


def _clipped(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else f"{cell[: width - 1]}…"
