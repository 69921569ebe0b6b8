"""Whole sentences of the page, made from frames; no widget is touched here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from timeline.model import STATUSES, DctFinding
from timeline.show.marks import records, when
from timeline.table.words import counted, day_words

__all__ = ["article_date", "count", "span"]


def count(dated: pd.DataFrame, undated: pd.DataFrame) -> str:
    """Say what was found; the numbers add up: dated and undated are all there are."""
    parts = [f"{counted(len(dated), 'dated event')}"]
    if not dated.empty:
        parts.append(span(dated))
    by_status = dated["status"].value_counts()
    parts += [f"{by_status[s]} {s}" for s in STATUSES[1:] if by_status.get(s, 0)]
    without = f"{len(undated)} mentioned without a date" if len(undated) else "none left undated"
    return f"{', '.join(parts)} · {without}"


def span(dated: pd.DataFrame) -> str:
    """Say from when to when events reach, as finely as the first and the last are known."""
    rows = records(dated)
    first = _bare(when(rows[0]))
    last = _bare(when(max(rows, key=_end)))
    if first == last:
        return first
    dash = " to " if "–" in first + last else " – "
    return f"{first}{dash}{last}"


def _end(row: Mapping[str, Any]) -> pd.Timestamp:
    return pd.Timestamp(row["start"] if pd.isna(row["end"]) else row["end"])


def _bare(words: str) -> str:
    return words.removeprefix("since ").removeprefix("until ")


def article_date(finding: DctFinding) -> str:
    """Say which day the article is from, and how that is known."""
    if finding.day is None:
        return "Article date unknown"
    how = "given" if finding.basis == "given" else finding.basis.replace(": ", " in: ", 1)
    return f"Article date: {day_words(finding.day)} ({how})"
