"""The filters: who, what, when; each said in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from timeline.model import STATUSES
from timeline.page import view
from timeline.page.markup import escaped, label
from timeline.page.reading import Reading
from timeline.show.marks import colours, interval_of, records
from timeline.table import filters
from timeline.table.filters import Filters
from timeline.table.frame import actor_labels, together
from timeline.table.words import counted, listed

__all__ = ["choose", "nothing_left", "theme"]

_ENTER = st.components.v2.component(
    "timeline_enter", js=Path(__file__).with_name("enter.js").read_text(encoding="utf-8")
)
_PILLS = 10
"""More parties than this, and those of undated events alone, go into the list of others."""


def theme() -> str:
    """Return whether the reader's page is ``light`` or ``dark``."""
    return "dark" if st.context.theme.type == "dark" else "light"


def choose(found: Reading) -> Filters:
    """Draw the filters and return what they say."""
    dated, labels = found.dated, actor_labels(found.dated, found.undated)
    pills, others, types, statuses = _settled(found)
    chosen = view.filters()
    with st.container(key="filters", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            _actors(dated, pills, labels, chosen)
            if len(chosen.actors) > 1:
                _match()
        with st.container(horizontal=True, vertical_alignment="top"):
            st.text_input(
                "Search", key="q", placeholder="Search the events", width=260,
                label_visibility="collapsed", icon=":material/search:",
            )  # fmt: skip
            # No popover: what it holds cannot be set from the address, see state.opened.
            more = st.expander("Time, status, type, people", key="more_open", on_change="rerun")
            # Built only where needed: the browser takes a second to load their code.
            if more.open or _is_more_set(chosen):
                with more:
                    _more(dated, others, types, statuses, labels, chosen)
        with st.container(horizontal=True, vertical_alignment="center", key="said"):
            _said(found, chosen, labels)
            _ENTER(key="enter", height=1)
            if chosen.are_set:
                st.button(
                    "Clear filters", key="clear", type="tertiary", icon=":material/close:",
                    on_click=view.choose, args=(Filters(),),
                )  # fmt: skip
    return chosen


def _settled(found: Reading) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return what there is to choose: parties, other people, types and statuses.

    What the address asks for besides is not chosen, and said.
    """
    dated, everything = found.dated, together(found.dated, found.undated)
    pills = list(filters.counts(dated, Filters(), of="parties"))[:_PILLS]
    people = [
        who
        for of in ("parties", "actors")
        for who in filters.counts(everything, Filters(), of=of)
        if who not in pills
    ]
    people = list(dict.fromkeys(people))
    types = list(filters.counts(everything, Filters(), of="type"))
    present, events = set(everything["status"]), set(everything["event_id"])
    statuses: list[str] = [status for status in STATUSES if status in present]
    in_vain = view.settle(
        parties=pills, people=people, types=types, statuses=statuses, events=events
    )
    if in_vain:
        said = f"The address asks for what this article does not have: {listed(in_vain)}."
        st.toast(label(said), duration="long")
    return pills, people, types, statuses


def _actors(
    dated: pd.DataFrame, parties: list[str], labels: Mapping[str, str], chosen: Filters
) -> None:
    if not parties:
        return
    now = filters.counts(dated, chosen, of="parties")
    colour_of = colours(dated, theme())

    def shown(party: str) -> str:
        square = f':color[■]{{foreground="{colour_of[party]}"}} ' if party in colour_of else ""
        words = f"{label(labels[party])} {now.get(party, 0)}"
        # What would show nothing can still be chosen, but steps back.
        return square + (words if now.get(party) else f":gray[{words}]")

    st.pills(
        "Actors", parties, selection_mode="multi", key="actor", format_func=shown,
        label_visibility="collapsed", wrap=True,
    )  # fmt: skip


def _match() -> None:
    """Ask what two actors mean; the choice is kept while there is nothing to ask."""
    st.segmented_control(
        "Match", ["any", "all"], key="match", required=True, label_visibility="collapsed",
        format_func=lambda match: f"{match} of them",
    )  # fmt: skip


def _is_more_set(chosen: Filters) -> bool:
    people = st.session_state["people"]
    return bool(chosen.types or chosen.statuses or chosen.first or chosen.last or people)


def _more(
    dated: pd.DataFrame, others: list[str], types: list[str], statuses: list[str],
    labels: Mapping[str, str], chosen: Filters,
) -> None:  # fmt: skip
    """Draw the filters that are needed less often."""
    by_status = filters.counts(dated, chosen, of="status")
    st.pills(
        "Status", statuses, selection_mode="multi", key="status", wrap=True,
        format_func=lambda status: f"{status} {by_status.get(status, 0)}",
    )  # fmt: skip
    bounds = _bounds(dated)
    with st.container(horizontal=True):
        for key, title in (("from", "From"), ("to", "To (included)")):
            st.date_input(title, key=key, format="YYYY-MM-DD", width=180, **bounds)
    names, by_type = filters.type_names(), filters.counts(dated, chosen, of="type")
    st.multiselect(
        "Type", types, key="type", placeholder="Any type",
        format_func=lambda one: f"{names.get(one, one)} {by_type.get(one, 0)}",
    )  # fmt: skip
    by_actor = filters.counts(dated, chosen, of="actors")
    by_actor |= filters.counts(dated, chosen, of="parties")
    st.multiselect(
        "People and others", others, key="people", placeholder="Anybody",
        format_func=lambda one: f"{label(labels[one])} {by_actor.get(one, 0)}",
    )  # fmt: skip


def _bounds(dated: pd.DataFrame) -> dict[str, Any]:
    """Return the days that can be chosen: the years of the events, and what is chosen already."""
    days = [day for row in records(dated) for day in interval_of(row) if day]
    days += [day for key in ("from", "to") if (day := st.session_state[key])]
    if not days:
        days = [date(1900, 1, 1), date(2100, 1, 1)]
    return {"min_value": min(days).replace(month=1, day=1),
            "max_value": max(days).replace(month=12, day=31)}  # fmt: skip


def _said(found: Reading, chosen: Filters, labels: Mapping[str, str]) -> None:
    """Say what the filters hide; without any the count above says it all."""
    words = filters.said(chosen, labels)
    sentence = ""
    if words:
        n_shown = len(filters.apply(found.dated, chosen))
        sentence = filters.in_words(n_shown, len(found.dated), words)
    if words and len(found.undated):
        kept = len(filters.apply(found.undated, chosen))
        sentence += f" Of {counted(len(found.undated), 'undated event')}, {kept} shown."
    # Also there when it is empty: a reader's aid tells only what changes in its place.
    st.html(f"<p class='dt-filtered' role='status'>{escaped(sentence)}</p>")


def nothing_left(found: Reading, chosen: Filters) -> None:
    """Say that the filters hide every event, and offer what would bring most of them back."""
    labels = actor_labels(found.dated, found.undated)
    words = ", ".join(filters.said(chosen, labels).values())
    st.info(label(f"0 of {counted(len(found.dated), 'dated event')} match: {words}."))
    ways = filters.easings(found.dated, chosen, labels)
    name, way, n = ways[0] if ways else ("all filters", Filters(), len(found.dated))
    st.button(
        f"Without the filter {label(name)}: {counted(n, 'event')}",
        key="ease",
        on_click=view.choose,
        args=(way,),
    )
