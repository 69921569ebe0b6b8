"""The traces of the timeline, as Plotly reads them; plain dictionaries, nothing drawn yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from timeline.show.layout import Placed
from timeline.show.marks import Mark

__all__ = ["Pairs", "bands", "bars", "milliseconds", "points", "told"]

Pairs = Sequence[tuple[Mark, Placed]]
"""Marks and their places."""
_MS = 86_400_000
_EPOCH = date(1970, 1, 1).toordinal()
_MANY = 100
"""Each gradient is a trace: 100 took 0.9 s to draw, 600 took 2.8 s; above it bands are plain."""
_HALF = 0.22
"""Half the height of a bar, as a share of a row."""
_REAL = ("past", "ongoing")
_SYMBOLS = {
    "past": "circle",
    "ongoing": "circle",
    "planned": "circle-open",
    "hypothetical": "diamond-open",
    "cancelled": "x-thin-open",
    "denied": "x-thin-open",
}


def milliseconds(day: float) -> float:
    """Turn a day, as ``date.toordinal`` counts, into milliseconds since 1970.

    Numbers keep their place in every year; texts of years before 1000 do not.
    """
    return (day - _EPOCH) * _MS


def bands(pairs: Pairs) -> list[dict[str, Any]]:
    """Return what lies *somewhere* in a stretch: full in the middle, fading to its ends."""
    found: list[dict[str, Any]] = []
    if _are_many(pairs):
        return found
    for mark, place in pairs:
        if mark.shape in ("day", "bar"):
            continue
        found.append(_band(mark, place))
        if mark.status not in _REAL:
            found.append(_dashes(mark, place))
    return found


def _are_many(pairs: Pairs) -> bool:
    """Whether there are more soft bands than a browser draws at once without a pause."""
    return sum(mark.shape not in ("day", "bar") for mark, _ in pairs) > _MANY


def _band(mark: Mark, place: Placed) -> dict[str, Any]:
    strong = 0.62 if mark.status in _REAL else 0.20
    stops = {
        "soft": ((0.0, 0.04), (0.3, strong), (0.7, strong), (1.0, 0.04)),
        "opening": ((0.0, strong), (0.25, strong), (1.0, 0.0)),
        "closing": ((0.0, 0.0), (0.75, strong), (1.0, strong)),
    }[mark.shape]
    left, right, y = milliseconds(mark.box.start), milliseconds(mark.box.end), -place.row
    return {
        "type": "scatter",
        "x": [left, right, right, left, left],
        "y": [y - _HALF, y - _HALF, y + _HALF, y + _HALF, y - _HALF],
        "mode": "lines",
        "line": {"width": 0},
        "fill": "toself",
        "fillgradient": {
            "type": "horizontal",
            "start": left,
            "stop": right,
            "colorscale": [[at, _rgba(mark.colour, alpha)] for at, alpha in stops],
        },
        "hoverinfo": "skip",
    }


def _dashes(mark: Mark, place: Placed) -> dict[str, Any]:
    """Line a band that has not come true with dashes, open at its soft ends."""
    inset = (mark.box.end - mark.box.start) * 0.12
    left, right = milliseconds(mark.box.start + inset), milliseconds(mark.box.end - inset)
    high, low = -place.row + _HALF, -place.row - _HALF
    dash = "dot" if mark.status == "hypothetical" else "dash"
    return {
        "type": "scatter",
        "x": [left, right, None, left, right],
        "y": [high, high, None, low, low],
        "mode": "lines",
        "line": {"width": 1.2, "color": mark.colour, "dash": dash},
        "hoverinfo": "skip",
    }


def _rgba(colour: str, alpha: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha})"


def bars(pairs: Pairs) -> list[dict[str, Any]]:
    """Return known stretches; over soft ones an unseen bar that can be hit anywhere."""
    found = [(mark, place) for mark, place in pairs if mark.shape != "day"]
    if not found:
        return []
    alphas, edges = [], []
    unseen = 0.35 if _are_many(pairs) else 0.0
    for mark, _ in found:
        real, seen = mark.status in _REAL, mark.shape == "bar"
        alphas.append(unseen if not seen else 0.75 if real else 0.18)
        edges.append(1.5 if seen and not real else 0)
    trace = {
        "type": "bar",
        "orientation": "h",
        "base": [milliseconds(mark.box.start) for mark, _ in found],
        "x": [(mark.box.end - mark.box.start) * _MS for mark, _ in found],
        "y": [-place.row for _, place in found],
        "width": 2 * _HALF,
        "meta": [mark.shape for mark, _ in found],
        "marker": {
            "color": [_rgba(m.colour, a) for (m, _), a in zip(found, alphas, strict=True)],
            "line": {"color": [mark.colour for mark, _ in found], "width": edges},
        },
    }
    return [trace | told(found)]


def told(pairs: Pairs) -> dict[str, Any]:
    """Return what a click gives and hovering tells."""
    return {
        "customdata": [[mark.box.event_id] for mark, _ in pairs],
        "hovertext": [mark.hover for mark, _ in pairs],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def points(pairs: Pairs, short: float) -> list[dict[str, Any]]:
    """Return every day as a mark one can see, and every short stretch as a tick.

    Args:
        pairs: Marks and their places.
        short: Stretches of fewer days than this are too narrow to be seen as bars.
    """
    found = [
        (mark, place)
        for mark, place in pairs
        if mark.shape == "day" or mark.box.end - mark.box.start < short
    ]
    if not found:
        return []
    days = [mark.shape == "day" for mark, _ in found]
    real = [mark.status in _REAL for mark, _ in found]
    widths = [4 if not d else 0 if r else 2.4 for d, r in zip(days, real, strict=True)]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [milliseconds((mark.box.start + mark.box.end) / 2) for mark, _ in found],
        "y": [-place.row for _, place in found],
        "marker": {
            "size": [13 if is_day else 15 for is_day in days],
            "opacity": 1,
            "symbol": [
                _SYMBOLS[mark.status] if is_day else "line-ns-open"
                for (mark, _), is_day in zip(found, days, strict=True)
            ],
            "color": [mark.colour for mark, _ in found],
            "line": {"width": widths, "color": [mark.colour for mark, _ in found]},
        },
        "hoverinfo": "skip",
    }
    return [trace]
