"""What the address says, taken into the session; the text itself is never in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from timeline.page.samples import samples

__all__ = [
    "ASKED",
    "DAYS",
    "LOST",
    "PARAMETERS",
    "PUBLISHED",
    "another",
    "begin",
    "evidence_key",
    "is_own",
    "keep",
    "opened",
    "parsed",
]

PARAMETERS = ("sample", "actor", "match", "type", "status", "q", "from", "to", "event")
"""Names in the address; a widget of the same meaning has the same key."""
_MANY = ("actor", "type", "status")
DAYS = ("from", "to")
PUBLISHED = "published"
"""Where the session keeps what it wrote into the address last."""
ASKED, LOST = "asked", "lost"
"""Where it keeps what the address asked for: all of it, and an article that is not here."""
_OWN = "own-"
"""How the address calls a text of the reader's own, by number: the text is only in the session."""


def begin() -> None:
    """Take over what the address says: on the first run, and when the reader moved back."""
    params = {name: st.query_params.get_all(name) for name in PARAMETERS}
    params = {name: values for name, values in params.items() if values}
    if st.session_state.get(PUBLISHED) == params:
        return
    if not _opened((params.get("sample") or [next(iter(samples()))])[0]):
        params = {}
    st.session_state[ASKED] = params
    for name, value in parsed(params).items():
        st.session_state[name] = value
    st.session_state["people"] = list(st.session_state["actor"])


def _opened(wanted: str) -> bool:
    """Open the article of the address, a sample or a text of the reader's own; say if it is here.

    One that is not, as from a link that somebody else has sent, is noted as lost.
    """
    state, own = st.session_state, _own(wanted)
    is_here = own is not None or wanted in samples()
    if not is_here:
        state[LOST], wanted = wanted, next(iter(samples()))
    if state.get("sample") != wanted:
        state.update(sample=wanted, article=own)
    return is_here


def _own(name: str) -> Any:
    texts: list[Any] = st.session_state.get(_OWN, [])
    number = name.removeprefix(_OWN)
    is_known = name.startswith(_OWN) and number.isdecimal() and 0 < int(number) <= len(texts)
    return texts[int(number) - 1] if is_known else None


def keep(article: Any) -> None:
    """Open a text of the reader's own, under the next number."""
    texts = [*st.session_state.get(_OWN, []), article]
    st.session_state.update({_OWN: texts, "article": article, "sample": f"{_OWN}{len(texts)}"})


def is_own(name: str) -> bool:
    """Say whether an address calls for a text of a reader's own."""
    return name.startswith(_OWN)


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
    st.session_state.update(
        parsed({}), people=[], fit_all=False, every_item=False, every_undated=False
    )
    st.session_state["opened"] = opened() + 1


def opened() -> int:
    """Return how many articles were opened so far.

    It is part of the key of every widget in a popover. What stands in a closed popover cannot
    be set from here (Streamlit 1.67 builds it anew from the browser's memory when it opens);
    a new key makes a new, empty widget.
    """
    return int(st.session_state.get("opened", 0))
