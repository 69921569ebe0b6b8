"""The list: the timeline in words, for every screen and every reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from timeline.page.markup import label
from timeline.show.marks import OTHER, records, told_day, when
from timeline.table.words import before_christ, counted, year_words

__all__ = ["event_list", "pick", "undated_list"]

_PAGE = 100
"""So many items are drawn at once; the rest on request."""
_PARTIES = 6
"""So many parties are named beside an event; its evidence names them all."""
_GLYPHS = {"planned": "○", "hypothetical": "◇", "cancelled": "✕", "denied": "✕"}
_DAY, _STRETCH, _UNKNOWN = "●", "┃", "?"
"""On the rule of the list: what is known to the day, a stretch or less exact, and no date."""


def pick(event_id: str) -> None:
    """Choose an event; the same from list and chart."""
    st.session_state["event"] = event_id


def event_list(frame: pd.DataFrame, colour_of: Mapping[str, str], theme: str) -> None:
    """Draw one button per event, under the years they begin in.

    The chosen one is marked by chart.js: a button of another type would be another element,
    and the keyboard would lose its place.
    """
    st.html("<h2 class='dt-h2'>Events</h2>")
    shown = _page(frame, "every_item")
    year = None
    with st.container(key="items", gap=None):
        for row in shown:
            day = told_day(row)
            if day is not None and day.year != year:
                year = day.year
                st.html(f"<h3 class='dt-year'>{year_words(year)}</h3>")
            _item(row, when(row), colour_of, theme)
    _offer_more(len(frame) - len(shown), "every_item")


def _page(frame: pd.DataFrame, every: str) -> list[dict[str, Any]]:
    """Return the rows to draw now; a browser takes seconds for thousands of buttons."""
    return records(frame if st.session_state.get(every) else frame.head(_PAGE))


def _offer_more(n_more: int, every: str) -> None:
    if n_more:
        more = counted(n_more, "more event")
        st.button(f"Show {more}", key=f"more-{every}", on_click=_show, args=(every,))


def _show(every: str) -> None:
    st.session_state[every] = True


def undated_list(
    frame: pd.DataFrame, n_all: int, colour_of: Mapping[str, str], theme: str, *, is_open: bool
) -> None:
    """Draw the events that nothing dates, or a year before Christ; none is dropped or guessed."""
    if not n_all:
        return
    hidden = f", {n_all - len(frame)} hidden by filters" if n_all > len(frame) else ""
    with st.expander(
        f"{counted(n_all, 'event')} without a date{_in_chart(frame)}{hidden}", expanded=is_open
    ):
        shown = _page(frame, "every_undated")
        for row in shown:
            words = before_christ(row["value"]) if row["value"] else "no date stated"
            _item(row, words, colour_of, theme)
        _offer_more(len(frame) - len(shown), "every_undated")


def _in_chart(frame: pd.DataFrame) -> str:
    """Say that some have a date, but none that the chart can show."""
    return " in the chart" if frame["value"].astype(bool).any() else ""


def _item(
    row: Mapping[str, Any], date_words: str, colour_of: Mapping[str, str], theme: str
) -> None:
    """Draw one event: its mark, its date in words, who takes part, and its label below."""
    status = "" if row["status"] == "past" else f" · {row['status']}"
    colours = [colour_of.get(party, OTHER[theme]) for party in row["parties"]] or [OTHER[theme]]
    parties = [
        f"{_coloured('■', colour)} {label(name)}"
        for colour, name in zip(colours, row["party_labels"][:_PARTIES], strict=False)
    ]
    if n_more := len(row["party_labels"][_PARTIES:]):
        parties.append(f":gray[and {n_more} more]")
    words = f":gray[{label(date_words + status)}]"
    st.button(
        f"{_coloured(_glyph(row), colours[0])} {words} {' '.join(parties)} "
        f"**{label(row['label'])}**",
        key=f"event-{row['event_id']}",
        type="tertiary",
        width="stretch",
        on_click=pick,
        args=(row["event_id"],),
    )


def _glyph(row: Mapping[str, Any]) -> str:
    """Return the mark of an event, as like that of the chart as a letter can be."""
    exact = _DAY if row["grain"] == "day" else _STRETCH
    return _GLYPHS.get(str(row["status"]), exact if told_day(row) else _UNKNOWN)


def _coloured(glyph: str, colour: str) -> str:
    """Return a glyph in a colour that it keeps.

    With a ground besides, if an unseen one: letters of one colour lose it under the pointer.
    """
    return f':color[{glyph}]{{foreground="{colour}" background="transparent"}}'
