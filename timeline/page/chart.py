"""The chart on the page: its slot, its edges, and what a click on a mark does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from timeline.page.listing import pick
from timeline.table.words import counted

__all__ = ["draw"]

_HELPER = st.components.v2.component(
    "timeline_marks", js=Path(__file__).with_name("chart.js").read_text(encoding="utf-8")
)


def draw(
    frame: pd.DataFrame, whole: pd.DataFrame, *, dct: date | None, theme: str, chosen: str | None
) -> None:
    """Fill the slot of the chart; called last, so that text is on the page before it."""
    # Imported here: Plotly is not needed before the text is on the page.
    from timeline.show.figure import CONFIG, chart

    fit_all = bool(st.session_state.get("fit_all"))
    made = chart(frame, whole, dct=dct, theme=theme, fit_all=fit_all, revision="timeline")
    with st.container(horizontal=True, key="edges", vertical_alignment="center"):
        _chip("◀ ", made.earlier, "earlier", "")
        if fit_all:
            st.button("Fit the dense part", key="fit-dense", on_click=_fit, args=(False,))
        _chip("", made.later, "later", " ▶")
    st.plotly_chart(
        made.figure,
        key="chart",
        theme=None,
        height=made.height_px,
        config=dict(CONFIG),
        alt=made.alt,
        on_select=_clicked,
        selection_mode="points",
    )
    _HELPER(key="marks", data={"event": chosen or ""}, height=0)
    _legend(made.unlabelled)


def _chip(before: str, days: Sequence[date], where: str, after: str) -> None:
    """Say how many events lie outside the window, and offer to show them."""
    if not days:
        return
    years = sorted({day.year for day in days})
    span = f"{years[0]}" if len(years) == 1 else f"{years[0]}–{years[-1]}"
    st.button(
        f"{before}{len(days)} {where} ({span}){after}",
        key=f"edge-{where}",
        help="Show the whole span",
        on_click=_fit,
        args=(True,),
    )


def _fit(whole: bool) -> None:
    st.session_state["fit_all"] = whole


def _clicked() -> None:
    points: list[dict[str, Any]] = st.session_state["chart"]["selection"]["points"]
    ids = [point["customdata"][0] for point in points if point.get("customdata")]
    if ids:
        pick(str(ids[0]))


def _legend(n_unlabelled: int) -> None:
    words = (
        "● a day  ▬ a known stretch; with soft ends: somewhere in it  ○ planned  "
        "◇ hypothetical  ✕ cancelled or denied  ■ who takes part"
    )
    if n_unlabelled:
        words += f" · {counted(n_unlabelled, 'label')} left out for want of room; zoom in"
    st.html(f"<p class='dt-legend'>{words}</p>")
