"""The name of the page, and behind it what a newcomer needs to know to read it."""

from __future__ import annotations

import streamlit as st

__all__ = ["name"]

_WORDS = """\
This page reads **one news article** and shows what happened when, and between whom.
**Open text** takes an article of your own; it is read on the machine that serves this page, \
and goes nowhere else.

- **A date is as fine as the words that give it.** A month stays a month: its bar fades at both \
ends, since the event lies somewhere within. What nothing dates is listed without a date.
- **A plan is no fact.** What is planned is hollow, what is only supposed is a diamond, what was \
cancelled or denied is a cross. The dotted line is the day the article was written.
- **Every event has its sentence.** Choose one in the timeline or in the list: the words that \
date it are bold, those who take part are underlined, and a line says how the date was derived.
- **The timeline moves.** Drag it to go back and forth, turn the wheel to zoom, double-click to \
return. Filters narrow timeline, list and downloads alike, and stay in the address.

It goes by rules, believes what the article says, misses events and gets some wrong: \
judge by the sentence.
"""


def name() -> None:
    """Say what this is; a click tells how to read it.

    The first element of the page on purpose: the browser then loads the code of buttons, of
    which the list is made, before that of the chart (the list came 0.5 s sooner).
    """
    st.button(
        "**The diplomatic timeline** :gray[How to read it]",
        key="guide",
        type="tertiary",
        icon=":material/timeline:",
        on_click=_open,
    )
    if st.session_state.pop("guide_open", False):
        _guide()


def _open() -> None:
    st.session_state["guide_open"] = True


@st.dialog("How to read this page", width="medium", icon=":material/timeline:")
def _guide() -> None:
    st.markdown(_WORDS)
