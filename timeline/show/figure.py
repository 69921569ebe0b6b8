"""Draw the timeline; the only door to Plotly.

It must not decide which events are shown or where they stand: filters and layout did.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import chain
from typing import Any

import plotly.graph_objects as go

from timeline.show import labels, traces
from timeline.show.layout import Window
from timeline.show.marks import safe
from timeline.show.plan import BOTTOM_PX, TOP_PX, Plan
from timeline.show.traces import milliseconds
from timeline.table.words import day_words

__all__ = ["CONFIG", "draw"]

CONFIG: Mapping[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": True,
    "doubleClick": "reset",
    "toImageButtonOptions": {"filename": "timeline", "scale": 2},
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "zoom2d", "pan2d"],
}
"""Wheel zooms, double click fits; nothing is sent anywhere."""
_FONT = '"Source Sans", sans-serif'
_SHORT_PX = 12
"""A stretch narrower than this gets a tick of its own, or it could not be seen."""
_INK = {
    "light": ("#31333F", "#5A5D68", "rgba(49,51,63,0.10)", "rgba(0,90,156,0.04)"),
    "dark": ("#FAFAFA", "#B4B7C0", "rgba(250,250,250,0.12)", "rgba(120,180,255,0.06)"),
}
"""Text, quieter text, grid lines, and the ground of what lies after the article's date."""
_GROUND = {"light": "#FFFFFF", "dark": "#11151C"}
"""The page's own, as in .streamlit/config.toml."""


def draw(plan: Plan, *, dct: date | None, theme: str = "light", revision: str = "") -> go.Figure:
    """Draw what was planned: every event, also those outside the first window.

    Args:
        plan: Marks and their places; customdata holds the event id.
        dct: The article's date: a dotted line, with plans to the right of it.
        theme: ``light`` or ``dark``.
        revision: As long as it is the same the browser keeps its zoom.
    """
    short = _SHORT_PX * plan.window.days / plan.width_px
    parts = (traces.bands(plan.pairs), traces.bars(plan.pairs), traces.points(plan.pairs, short))
    ink = _INK[theme][0]
    names = (*labels.spare_labels(plan.pairs, ink), *labels.labels(plan.pairs, ink))
    figure = go.Figure([*chain(*parts), *names])
    _set_layout(figure, plan, theme, revision)
    if dct:
        _add_article_date(figure, dct, plan.window, theme, narrow=plan.is_narrow)
    return figure


def _set_layout(figure: go.Figure, plan: Plan, theme: str, revision: str) -> None:
    ink, soft_ink, grid, _ = _INK[theme]
    figure.update_layout(
        template="none",
        height=plan.height_px,
        margin={"l": 8, "r": 8, "t": TOP_PX, "b": BOTTOM_PX},
        # Not transparent: a picture saved from the dark page is seen on white ground.
        paper_bgcolor=_GROUND[theme],
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
        xaxis=_time_axis(plan.window, soft_ink, grid),
        yaxis={"range": [-plan.n_rows + 0.5, 0.5], "fixedrange": True, "visible": False},
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
