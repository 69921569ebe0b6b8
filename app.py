"""The page: open an article, filter its events, look at them, take them home.

It only says what comes after what; the pieces are in timeline/page.
"""

import streamlit as st

from timeline.page import (
    chart,
    controls,
    downloads,
    evidence,
    header,
    listing,
    reading,
    state,
)
from timeline.show.marks import colours
from timeline.table import filters

header.configure()
state.begin()
top = st.container(key="top", horizontal=True, vertical_alignment="top")
heading = top.container(key="heading", gap="xsmall")
with top:
    header.open_text()
found = reading.current()
with heading:
    header.head(found)
header.count(found)
header.problem(reading.problem())

chosen = controls.choose(found)
shown = filters.apply(found.dated, chosen)
undated = filters.apply(found.undated, chosen)
event = state.chosen_event(shown, undated)
theme = controls.theme()
colour_of = colours(found.dated, theme)

slot = st.container(key="timeline", gap="small")
left, right = st.columns([5, 6], gap="large")
with left, st.container(key="list", gap=None):
    if found.dated.empty:
        st.info("No event in this text has a date.")
    elif shown.empty:
        controls.nothing_left(found, chosen)
    else:
        listing.event_list(shown, colour_of, theme)
    listing.undated_list(undated, len(found.undated), colour_of, theme)
with right:
    with st.container(key="evidence"), st.container(key=state.evidence_key()):
        evidence.panel(found.extraction, event)
    with st.container(key="downloads"):
        downloads.buttons(found, shown, undated)
with slot:
    chart.draw(shown, found.dated, dct=found.extraction.dct.day, theme=theme, chosen=event)
state.publish(chosen)
