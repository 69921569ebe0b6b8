"""What the address says, taken into the session; the text itself is never in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from timeline.page.samples import samples

__all__ = [
    "DAYS",
    "PARAMETERS",
    "PUBLISHED",
    "another",
    "begin",
    "evidence_key",
    "opened",
    "parsed",
]

PARAMETERS = ("sample", "actor", "match", "type", "status", "q", "from", "to", "event")
"""Names in the address; a widget of the same meaning has the same key."""
_MANY = ("actor", "type", "status")
DAYS = ("from", "to")
PUBLISHED = "published"
"""Where the session keeps what it wrote into the address last."""


def begin() -> None:
    """Take over what the address says: on the first run, and when the reader moved back."""
    params = {name: st.query_params.get_all(name) for name in PARAMETERS}
    params = {name: values for name, values in params.items() if values}
    if st.session_state.get(PUBLISHED) == params:
        return
    is_first = PUBLISHED not in st.session_state
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
    for name in DAYS:
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
