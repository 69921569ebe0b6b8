"""Turn rows of the frame into marks: what shape, which colours, which words on hover.

Shape says how certain and of which kind, colour says who; nothing is said by colour alone.
It must not know Plotly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from types import MappingProxyType
from typing import Any, Literal

import pandas as pd

from timeline.show.layout import Box
from timeline.table.why import derivation
from timeline.table.words import date_words, listed

__all__ = [
    "OTHER",
    "PALETTES",
    "Mark",
    "colours",
    "interval_of",
    "marks",
    "records",
    "safe",
    "told_day",
    "when",
]

Shape = Literal["day", "bar", "soft", "opening", "closing"]
"""A day; known ends; somewhere inside; known start and open end; open start and known end."""

PALETTES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # Okabe and Ito, Color Universal Design, https://jfly.uni-koeln.de/color/
        "light": ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9"),
        # The same hues, lightened until they stand out on a dark ground.
        "dark": ("#4C9BE8", "#F0803C", "#2FC39A", "#F2B84B", "#E3A0C4", "#9AD7F7"),
    }
)
OTHER: Mapping[str, str] = MappingProxyType({"light": "#767676", "dark": "#9A9A9A"})
"""For the seventh party and those after it, and for events of nobody."""
_SOFT_GRAINS = ("week", "month", "season", "quarter", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Mark:
    """How one event is drawn."""

    box: Box
    """Where in time, and its label; unescaped."""
    shape: Shape
    """How finely its date is known."""
    status: str
    """past … denied."""
    colour: str
    """Of its leading party."""
    squares: tuple[str, ...]
    """The colours of all its parties, in order, each once."""
    hover: str
    """What hovering tells: escaped HTML, lines split by ``<br>``."""


def safe(text: str) -> str:
    """Escape text from outside for Plotly, which reads a little HTML everywhere.

    The only place that does it: every label, hover text and tick goes through here.
    """
    # quote=False: Plotly shows &quot; as it is written (tried with plotly.js 4).
    return escape(text, quote=False)


def colours(frame: pd.DataFrame, theme: str) -> dict[str, str]:
    """Return a colour for each party of the *unfiltered* frame, by how often it takes part.

    Filtering must never recolour: give the whole frame, not the filtered one.
    """
    counted: dict[str, int] = {}
    for parties in frame["parties"]:
        for party in parties:
            counted[party] = counted.get(party, 0) + 1
    ranked = sorted(counted, key=lambda party: (-counted[party], party))
    palette, other = PALETTES[theme], OTHER[theme]
    return {p: palette[i] if i < len(palette) else other for i, p in enumerate(ranked)}


def interval_of(row: Mapping[str, Any]) -> tuple[date | None, date | None]:
    """Return start and excluded end of a row as plain days, None where open."""
    start, end = (None if pd.isna(row[c]) else row[c].date() for c in ("start", "end"))
    return start, end


def told_day(row: Mapping[str, Any]) -> date | None:
    """Return the day by which a row stands in order: its first one, or the last where open."""
    start, end = interval_of(row)
    return start or (end - timedelta(days=1) if end else None)


def when(row: Mapping[str, Any]) -> str:
    """Return the date of a row in words."""
    start, end = interval_of(row)
    return date_words(start, end, grain=row["grain"], mod=row["mod"], edtf=row["edtf"])


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dictionaries by column."""
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def marks(
    frame: pd.DataFrame, colour_of: Mapping[str, str], theme: str, *, reach: float
) -> list[Mark]:
    """Return one mark per row, in the order of the frame.

    Args:
        frame: Dated events only.
        colour_of: Colour of each party.
        theme: ``light`` or ``dark``.
        reach: How many days an open end is drawn; it has no length of its own.
    """
    return [_mark(row, reach, colour_of, OTHER[theme]) for row in records(frame)]


def _mark(row: Mapping[str, Any], reach: float, colour_of: Mapping[str, str], other: str) -> Mark:
    shape, start, end = _extent(row, reach)
    squares = tuple(dict.fromkeys(colour_of.get(p, other) for p in row["parties"]))
    return Mark(
        Box(row["event_id"], start, end, row["label"], len(squares), int(row["importance"])),
        shape,
        str(row["status"]),
        squares[0] if squares else other,
        squares,
        _hover(row),
    )


def _extent(row: Mapping[str, Any], reach: float) -> tuple[Shape, float, float]:
    """Return shape and place in days; ends of bars are excluded, so a bar has its length."""
    start, end = interval_of(row)
    if start is None:
        if end is None:
            raise ValueError(f"event {row['event_id']!r} has no date; draw dated events only")
        return "closing", end.toordinal() - reach, float(end.toordinal())
    if end is None:
        return "opening", float(start.toordinal()), start.toordinal() + reach
    if (end - start).days <= 1:
        moment = start.toordinal() + _hour(row, start)
        return "day", moment, moment
    soft = row["grain"] in _SOFT_GRAINS or row["mod"]
    return ("soft" if soft else "bar"), float(start.toordinal()), float(end.toordinal())


def _hour(row: Mapping[str, Any], day: date) -> float:
    """Return where in its day a mark stands: noon, but on the article's own day by status.

    The line of the article's date stands at noon of it; what is planned belongs right of it.
    """
    written = row["source_date"]
    if pd.isna(written) or written.date() != day:
        return 0.5
    return 0.75 if row["status"] in ("planned", "hypothetical") else 0.25


def _hover(row: Mapping[str, Any]) -> str:
    words = f"“{row['date_text']}”" if row["date_text"] else ""
    lines = [
        f"<b>{safe(row['label'])}</b>",
        safe(when(row)) + (f" · {safe(str(row['status']))}" if row["status"] != "past" else ""),
        safe(listed(_shortened(row["actor_labels"]))),
        safe(_why(row)) if row["why"] else safe(words),
    ]
    return "<br>".join(_wrapped(line) for line in lines if line)


def _why(row: Mapping[str, Any]) -> str:
    start, end = interval_of(row)
    return derivation(row["why"], start=start, end=end, words=when(row), edtf=row["edtf"])


def _shortened(names: Sequence[str], most: int = 6) -> list[str]:
    more = len(names) - most
    return [*names[:most], f"{more} more"] if more > 0 else list(names)


def _wrapped(line: str, width: int = 64) -> str:
    """Break a long line at spaces; Plotly does not."""
    words, lines = line.split(" "), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
