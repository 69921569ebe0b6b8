"""What the widgets say, as filters; and what the filters say, in the address."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd
import streamlit as st

from timeline.page.samples import samples
from timeline.page.state import ASKED, DAYS, PUBLISHED, parsed
from timeline.table.filters import Filters

__all__ = ["choose", "chosen_event", "filters", "publish", "settle"]


def settle(
    *, parties: Collection[str], people: Collection[str], types: Collection[str],
    statuses: Collection[str], events: Collection[str],
) -> list[str]:  # fmt: skip
    """Drop choices that the open article does not have; a widget must not be given them.

    Returns:
        What the address asked for in vain, in words.
    """
    chosen = {"actor": parties, "people": people, "type": types, "status": statuses}
    for name, known in chosen.items():
        values = st.session_state.get(name) or []
        st.session_state[name] = [value for value in values if value in known]
    for name in ("match", "q", *DAYS):
        st.session_state[name] = st.session_state.get(name, parsed({})[name])
    if st.session_state.get("event") not in events:
        st.session_state["event"] = None
    return _in_vain(st.session_state.pop(ASKED, {}))


def _in_vain(asked: Mapping[str, Collection[str]]) -> list[str]:
    state, words = st.session_state, []
    for name in ("actor", "type", "status"):
        kept = [*state[name], *(state["people"] if name == "actor" else ())]
        words += [f"{name} “{value}”" for value in asked.get(name, ()) if value not in kept]
    for name in (*DAYS, "event"):
        words += [f"{name} “{value}”" for value in asked.get(name, ()) if state[name] is None]
    return words


def filters() -> Filters:
    """Return what the widgets say."""
    state = st.session_state
    return Filters(
        actors=(*state["actor"], *state["people"]),
        match="all" if state["match"] == "all" else "any",
        types=tuple(state["type"]),
        statuses=tuple(state["status"]),
        words=state["q"].strip(),
        first=state["from"],
        last=state["to"],
    )


def choose(wanted: Filters) -> None:
    """Set the widgets; to be called before they are drawn, as from a button."""
    state = st.session_state
    state["actor"] = [actor for actor in wanted.actors if actor in state["actor"]]
    state["people"] = [actor for actor in wanted.actors if actor in state["people"]]
    state["match"], state["q"] = wanted.match, wanted.words
    state["type"], state["status"] = list(wanted.types), list(wanted.statuses)
    state["from"], state["to"] = wanted.first, wanted.last


def chosen_event(shown: pd.DataFrame, undated: pd.DataFrame) -> str | None:
    """Return the event whose evidence is shown: the chosen one, else the weightiest shown.

    What the filters hide is not shown; the choice is kept until they let it through again.
    """
    for frame in (shown, undated):
        if st.session_state.get("event") in set(frame["event_id"]):
            return str(st.session_state["event"])
    rest = shown if len(shown) else undated
    return None if rest.empty else str(rest["event_id"].iloc[rest["importance"].argmax()])


def publish(chosen: Filters) -> None:
    """Write the view into the address, if it is not there yet."""
    state = st.session_state
    sample = state.get("sample")
    values: dict[str, list[str]] = {
        "sample": [sample] if sample and sample != next(iter(samples())) else [],
        "actor": list(chosen.actors),
        "match": ["all"] if chosen.match == "all" else [],
        "type": list(chosen.types),
        "status": list(chosen.statuses),
        "q": [chosen.words] if chosen.words else [],
        "from": [chosen.first.isoformat()] if chosen.first else [],
        "to": [chosen.last.isoformat()] if chosen.last else [],
        "event": [state["event"]] if state.get("event") else [],
    }
    values = {name: value for name, value in values.items() if value}
    state[PUBLISHED] = values
    if {name: st.query_params.get_all(name) for name in st.query_params} != values:
        st.query_params.from_dict(values)
