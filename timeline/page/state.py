"""What the reader sees, in the address and in the session; the text itself is never in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from timeline.page.samples import samples
from timeline.table.filters import Filters

__all__ = [
    "PARAMETERS",
    "another",
    "begin",
    "choose",
    "chosen_event",
    "evidence_key",
    "filters",
    "opened",
    "parsed",
    "publish",
    "settle",
]

PARAMETERS = ("sample", "actor", "match", "type", "status", "q", "from", "to", "event")
"""Names in the address; a widget of the same meaning has the same key."""
_MANY = ("actor", "type", "status")
_DAYS = ("from", "to")
_PUBLISHED = "published"


def begin() -> None:
    """Take over what the address says: on the first run, and when the reader moved back."""
    params = {name: st.query_params.get_all(name) for name in PARAMETERS}
    params = {name: values for name, values in params.items() if values}
    if st.session_state.get(_PUBLISHED) == params:
        return
    is_first = _PUBLISHED not in st.session_state
    wanted = (params.get("sample") or [""])[0]
    if wanted in samples():
        st.session_state["sample"] = wanted
        st.session_state["article"] = None
    elif is_first:
        st.session_state["sample"] = next(iter(samples()))
    for name, value in parsed(params).items():
        st.session_state[name] = value
    st.session_state["people"] = list(st.session_state["actor"])


def parsed(params: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the value of every widget of the view; what cannot be read counts as not set."""
    view: dict[str, Any] = {name: list(dict.fromkeys(params.get(name, ()))) for name in _MANY}
    for name in _DAYS:
        view[name] = _day((params.get(name) or [""])[0])
    view["match"] = "all" if params.get("match") == ["all"] else "any"
    view["q"] = " ".join(params.get("q", ()))
    view["event"] = (params.get("event") or [""])[0] or None
    return view


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def settle(
    *, parties: Collection[str], people: Collection[str], types: Collection[str],
    statuses: Collection[str],
) -> None:  # fmt: skip
    """Drop choices that the open article does not have; a widget must not be given them."""
    chosen = {"actor": parties, "people": people, "type": types, "status": statuses}
    for name, known in chosen.items():
        values = st.session_state.get(name) or []
        st.session_state[name] = [value for value in values if value in known]
    for name in ("match", "q", *_DAYS):
        st.session_state[name] = st.session_state.get(name, parsed({})[name])


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


def evidence_key() -> str:
    """Return a key that tells the style whether the reader chose the event that is shown.

    On a narrow screen only a chosen one may cover a part of the list.
    """
    return "chosen" if st.session_state.get("event") else "proposed"


def another() -> None:
    """Set every filter free, and all entries of the forms: another article is open."""
    st.session_state.update(parsed({}), people=[], fit_all=False, every_item=False)
    st.session_state["opened"] = opened() + 1


def opened() -> int:
    """Return how many articles were opened so far.

    It is part of the key of every widget in a popover. What stands in a closed popover cannot
    be set from here (Streamlit 1.67 builds it anew from the browser's memory when it opens);
    a new key makes a new, empty widget.
    """
    return int(st.session_state.get("opened", 0))


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
    state[_PUBLISHED] = values
    if {name: st.query_params.get_all(name) for name in st.query_params} != values:
        st.query_params.from_dict(values)
