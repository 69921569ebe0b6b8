"""The labels of the timeline as Plotly reads them, each with the point that can be clicked."""

from __future__ import annotations

from typing import Any

from timeline.show.layout import Side, shortest
from timeline.show.marks import Mark, safe
from timeline.show.traces import Pairs, milliseconds, told

__all__ = ["labels", "spare_labels"]

_HIT_PX = 24
"""WCAG 2.2, 2.5.8: a target is at least 24 px."""
_SPARE = 600
"""More labels than this are not kept in waiting: list and hover name every event."""
_POSITIONS = {"left": "middle left", "within": "middle center", "right": "middle right"}


def spare_labels(pairs: Pairs, ink: str) -> list[dict[str, Any]]:
    """Return short labels for where the given one has no room, or where none was given; unseen.

    The whole trace is transparent; chart.js shows those of its labels that lie on nothing, as
    zooming makes room. A picture that is saved, or a browser without the script, has the labels
    that were given room.
    """
    ranked = sorted(pairs, key=lambda pair: -pair[0].box.importance)
    found = [(mark, place) for mark, place in ranked if place.label != shortest(mark.box.label)]
    if not found:
        return []
    found = found[:_SPARE]
    at, ends = _ends(found)
    trace = {
        "type": "scatter",
        "name": "spare labels",
        "mode": "markers+text",
        "x": ends,
        "y": [-place.row for _, place in found],
        "text": [_label(mark, shortest(mark.box.label), place.side) for mark, place in found],
        "textposition": at,
        "textfont": {"size": 13, "color": ink},
        "marker": _unseen(found),
        "opacity": 0,
        "hoverinfo": "skip",
        "customdata": [[mark.box.event_id] for mark, _ in found],
    }
    return [trace]


def labels(pairs: Pairs, ink: str) -> list[dict[str, Any]]:
    """Return the labels, each with a point large enough to be hit; one for every event."""
    # The weightiest first: where labels collide after zooming, the first one stays.
    pairs = sorted(pairs, key=lambda pair: -pair[0].box.importance)
    at, ends = _ends(pairs)
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": ends,
        "y": [-place.row for _, place in pairs],
        "text": [_label(mark, place.label, place.side) for mark, place in pairs],
        "textposition": at,
        "textfont": {"size": 13, "color": ink},
        "marker": _unseen(pairs),
    }
    return [trace | told(pairs)]


def _ends(pairs: Pairs) -> tuple[list[str], list[float]]:
    """Return on which side of its point each label stands, and where the point is."""
    at = {"left": 0.0, "within": 0.5, "right": 1.0}
    ends = [m.box.start + at[p.side] * (m.box.end - m.box.start) for m, p in pairs]
    return [_POSITIONS[p.side] for _, p in pairs], [milliseconds(end) for end in ends]


def _unseen(pairs: Pairs) -> dict[str, Any]:
    """Return points that can be hit and keep their label at a distance, but are not seen."""
    return {
        "size": [_HIT_PX if mark.shape == "day" else 8 for mark, _ in pairs],
        "color": "rgba(0,0,0,0)",
        "line": {"width": 0},
        "opacity": 1,
    }


def _label(mark: Mark, label: str, side: Side = "right") -> str:
    """Return the escaped label with a square for each party."""
    if not label:
        return ""
    text = safe(label)
    if mark.status == "hypothetical":
        text = f"<i>{text}</i>"
    if mark.status in ("cancelled", "denied") and mark.shape != "day":
        # A day has this mark already. Not struck through: labels say "does not" themselves.
        text = f"✕ {text}"
    squares = "".join(f'<span style="color:{colour}">■</span>' for colour in mark.squares)
    return f"{squares} {text}" if side == "left" else f"{text} {squares}"
