"""The chart on the page: its slot, its edges, and what a click on a mark does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline.page.listing import pick
from timeline.show.plan import Plan, plan
from timeline.table.words import counted, year_words

__all__ = ["Place", "draw", "reserve"]

_HELPER = st.components.v2.component(
    "timeline_marks", js=Path(__file__).with_name("chart.js").read_text(encoding="utf-8")
)
_LEGEND = """<p class="dt-legend" aria-hidden="true">
<span><i class="dt-k dt-k-day"></i>a day</span>
<span><i class="dt-k dt-k-soft"></i>some time within</span>
<span><i class="dt-k dt-k-bar"></i>from … to</span>
<span><i class="dt-k dt-k-open"></i>since … or until …</span>
<span><i class="dt-k dt-k-plan"></i>planned</span>
<span><b>◇</b>hypothetical</span>
<span><b>✕</b>cancelled or denied</span>
<span><b>■</b>who takes part</span>
<span class="dt-left-out">{left_out}</span>
</p>"""
"""What the marks mean; last, how many labels have no room, which chart.js keeps true."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the page that is kept for the chart."""

    plan: Plan
    """What will be drawn there."""
    spot: DeltaGenerator
    """Where; as high as the chart will be."""


def reserve(frame: pd.DataFrame, whole: pd.DataFrame, *, theme: str) -> Place | None:
    """Keep a place for the chart, as high as it will be: what stands below must not jump.

    Called before the list, and before Plotly is loaded.
    """
    if frame.empty:
        return None
    fit_all = bool(st.session_state.get("fit_all"))
    # On a narrow screen the list is the timeline, and the chart waits behind this switch;
    # a wide one does not show the switch, so that it tells how wide the screen is.
    is_narrow = st.toggle("Chart", key="chart_open")
    planned = plan(frame, whole, theme=theme, fit_all=fit_all, narrow=is_narrow)
    with st.container(key="chart_body", gap="xsmall"):
        if planned.earlier or planned.later or fit_all:
            _edges(planned.earlier, planned.later, fit_all=fit_all)
        with st.container(key="plot", gap="xsmall"):
            spot = st.container(key="spot", height=planned.height_px, border=False)
            left_out = f"{counted(planned.unlabelled, 'label')} hidden: zoom in"
            st.html(_LEGEND.format(left_out=left_out if planned.unlabelled else ""))
    return Place(planned, spot)


def draw(place: Place | None, *, dct: date | None, theme: str, chosen: str | None) -> None:
    """Fill the place that was kept; called last, so that text is on the page before it."""
    _HELPER(key="marks", data={"event": chosen or ""}, height=1, on_picked_change=_picked)
    if place is None:
        return
    # Imported here: Plotly is not needed before the text is on the page.
    from timeline.show.figure import CONFIG
    from timeline.show.figure import draw as figure

    place.spot.plotly_chart(
        figure(place.plan, dct=dct, theme=theme, revision="timeline"),
        key="chart",
        theme=None,
        height=place.plan.height_px,
        config={**CONFIG, "displayModeBar": False if place.plan.is_narrow else "hover"},
        alt=place.plan.alt,
    )


def _edges(earlier: Sequence[date], later: Sequence[date], *, fit_all: bool) -> None:
    with st.container(horizontal=True, key="edges", horizontal_alignment="distribute"):
        _chip("◀ ", earlier, "earlier", "")
        if fit_all:
            st.button("Back to the dense part", key="fit-dense", on_click=_fit, args=(False,))
        _chip("", later, "later", " ▶")


def _chip(before: str, days: Sequence[date], where: str, after: str) -> None:
    """Say how many events lie outside the window, and offer to show them."""
    if not days:
        return
    years = sorted({day.year for day in days})
    first, last = year_words(years[0]), year_words(years[-1])
    span = first if first == last else f"{first}–{last}"
    st.button(
        f"{before}{len(days)} {where} ({span}){after}",
        key=f"edge-{where}",
        help="Show the whole span",
        on_click=_fit,
        args=(True,),
    )


def _fit(whole: bool) -> None:
    st.session_state["fit_all"] = whole


def _picked() -> None:
    """Choose the event whose mark or label was clicked."""
    event_id = st.session_state["marks"].get("picked")
    if event_id:
        pick(str(event_id))
