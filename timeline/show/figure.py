"""Draw the timeline; the only door to Plotly.

It must not decide which events are shown or where they stand: filters and layout did.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline.show import labels, layout, traces
from timeline.show.layout import Box, Window
from timeline.show.marks import Mark, colours, marks, records, safe, told_day
from timeline.show.traces import milliseconds
from timeline.table.words import counted, day_words

__all__ = ["CONFIG", "Chart", "chart"]

CONFIG: Mapping[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": True,
    "doubleClick": "reset",
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "zoom2d", "pan2d"],
}
"""Wheel zooms, double click fits; nothing is sent anywhere."""
_ROW_PX, _TOP_PX, _BOTTOM_PX, _LEAST_ROWS = 31, 26, 40, 3
_FONT = '"Source Sans", sans-serif'
_OPEN_SHARE = 0.1
"""How far an open end is drawn, as a share of the window."""
_SHORT_PX = 12
"""A stretch narrower than this gets a tick of its own, or it could not be seen."""
_INK = {
    "light": ("#31333F", "#5A5D68", "rgba(49,51,63,0.10)", "rgba(0,90,156,0.04)"),
    "dark": ("#FAFAFA", "#B4B7C0", "rgba(250,250,250,0.12)", "rgba(120,180,255,0.06)"),
}
"""Text, quieter text, grid lines, and the ground of what lies after the article's date."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure and what the page says around it."""

    figure: go.Figure
    """Every event, also those outside the first window; customdata holds the event id."""
    height_px: int
    """Its height, known before the browser has drawn it."""
    earlier: tuple[date, ...]
    """The day by which each event stands that lies before the window."""
    later: tuple[date, ...]
    """The same of those that lie after it."""
    unlabelled: int
    """Events in the window whose label found no room."""
    alt: str
    """What is seen, for those who cannot."""


def chart(
    frame: pd.DataFrame,
    whole: pd.DataFrame,
    *,
    dct: date | None,
    theme: str = "light",
    fit_all: bool = False,
    narrow: bool = False,
    revision: str = "",
) -> Chart:
    """Draw the rows of a frame.

    Args:
        frame: The dated events to draw, perhaps filtered.
        whole: All dated events; gives every party its colour, whatever the filters.
        dct: The article's date: a dotted line, with plans to the right of it.
        theme: ``light`` or ``dark``.
        narrow: Lay the labels out for a screen held in one hand.
        fit_all: Show the whole span at once instead of the dense part.
        revision: As long as it is the same the browser keeps its zoom.
    """
    colour_of = colours(whole, theme)
    fit = layout.whole_window if fit_all else layout.first_window
    drawn = _drawn(frame, colour_of, theme, fit)
    boxes = [mark.box for mark in drawn]
    window = fit(boxes)
    width = layout.NARROW_PX if narrow else layout.WIDTH_PX
    budget = layout.NARROW_ROW_BUDGET if narrow else layout.ROW_BUDGET
    places = layout.pack(boxes, window, width_px=width, budget=budget)
    rows = max([_LEAST_ROWS, *(place.row + 1 for place in places)])
    height = _TOP_PX + _BOTTOM_PX + rows * _ROW_PX
    short = _SHORT_PX * window.days / width
    pairs = list(zip(drawn, places, strict=True))
    parts = (traces.bands(pairs), traces.bars(pairs), traces.points(pairs, short))
    ink = _INK[theme][0]
    names = (*labels.spare_labels(pairs, ink), *labels.labels(pairs, ink))
    figure = go.Figure([*chain(*parts), *names])
    _set_layout(figure, window, rows, height, theme, revision)
    if dct:
        _add_article_date(figure, dct, window, theme, narrow=narrow)
    earlier, later = (_days(beyond, frame) for beyond in layout.edges(boxes, window))
    inside = {b.event_id for b in boxes if window.shows(b)}
    return Chart(
        figure,
        height,
        earlier,
        later,
        sum(1 for p in places if not p.label and p.event_id in inside),
        _alt(frame),
    )


def _drawn(
    frame: pd.DataFrame,
    colour_of: Mapping[str, str],
    theme: str,
    fit: Callable[[Sequence[Box]], Window],
) -> list[Mark]:
    # Twice: how far an open end is drawn depends on the window that its event helps to find.
    points = marks(frame, colour_of, theme, reach=0.0)
    reach = _OPEN_SHARE * fit([mark.box for mark in points]).days
    return marks(frame, colour_of, theme, reach=reach)


def _days(boxes: Sequence[Box], frame: pd.DataFrame) -> tuple[date, ...]:
    days = {row["event_id"]: told_day(row) for row in records(frame)} if boxes else {}
    return tuple(day for box in boxes if (day := days[box.event_id]))


def _alt(frame: pd.DataFrame) -> str:
    days = [d.date() for d in (*frame["start"].dropna(), *frame["end"].dropna())]
    span = f" from {day_words(min(days))} to {day_words(max(days))}" if days else ""
    return (
        f"Timeline of {counted(len(frame), 'event')}{span}. "
        "The list of events below says the same in words."
    )


def _set_layout(
    figure: go.Figure, window: Window, rows: int, height: int, theme: str, revision: str
) -> None:
    ink, soft_ink, grid, _ = _INK[theme]
    figure.update_layout(
        template="none",
        height=height,
        margin={"l": 8, "r": 8, "t": _TOP_PX, "b": _BOTTOM_PX},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": _FONT, "size": 13, "color": ink},
        showlegend=False,
        dragmode="pan",
        hovermode="closest",
        hoverdistance=14,
        barmode="overlay",
        uirevision=revision,
        hoverlabel={
            "bgcolor": "#FFFFFF" if theme == "light" else "#262730",
            "font": {"family": _FONT, "color": ink, "size": 13},
            "align": "left",
            "bordercolor": grid,
        },
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": soft_ink, "activecolor": ink},
        xaxis=_time_axis(window, soft_ink, grid),
        yaxis={"range": [-rows + 0.5, 0.5], "fixedrange": True, "visible": False},
    )


def _time_axis(window: Window, ink: str, grid: str) -> dict[str, Any]:
    return {
        "type": "date",
        "range": [milliseconds(window.start), milliseconds(window.end)],
        "gridcolor": grid,
        "tickfont": {"color": ink, "size": 12},
        "ticks": "outside",
        "tickcolor": grid,
        "zeroline": False,
        "tickformatstops": _TICKS,
        "minallowed": milliseconds(date.min.toordinal()),
        "maxallowed": milliseconds(date.max.toordinal()),
    }


_TICKS = [
    {"dtickrange": [None, 86_400_000 - 1], "value": "%H:%M\n%-d %b %-Y"},
    {"dtickrange": [86_400_000, 86_400_000 * 27], "value": "%-d %b\n%-Y"},
    {"dtickrange": [86_400_000 * 27, "M11"], "value": "%b\n%-Y"},
    {"dtickrange": ["M11", None], "value": "%-Y"},
]
"""The year stands under the ticks at every zoom."""


def _add_article_date(
    figure: go.Figure, dct: date, window: Window, theme: str, *, narrow: bool
) -> None:
    """Draw the dotted line of the article's date, and tint what lies after it."""
    _, soft_ink, _, tint = _INK[theme]
    at = milliseconds(dct.toordinal() + 0.5)
    far = milliseconds(max(window.end, dct.toordinal()) + 36_525)
    figure.add_shape(
        type="rect", xref="x", yref="paper", x0=at, x1=far, y0=0, y1=1,
        fillcolor=tint, line={"width": 0}, layer="below",
    )  # fmt: skip
    figure.add_shape(
        type="line", xref="x", yref="paper", x0=at, x1=at, y0=0, y1=1,
        line={"width": 1.5, "dash": "dot", "color": soft_ink}, layer="below",
    )  # fmt: skip
    near_right = (dct.toordinal() - window.start) / window.days > (0.4 if narrow else 0.8)
    day = "" if narrow else f", {safe(day_words(dct))}"
    figure.add_annotation(
        x=at, xref="x", y=1, yref="paper", yanchor="bottom",
        xanchor="right" if near_right else "left",
        text=f"article date{day}" + ("" if near_right else " · planned →"),
        showarrow=False, font={"size": 12, "color": soft_ink},
    )  # fmt: skip
