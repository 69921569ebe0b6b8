"""The page: open an article, filter its events, look at them, take them home.

It only says what comes after what; the pieces are in timeline/page.
"""

import streamlit as st

st.set_page_config(
    page_title="The diplomatic timeline", page_icon=":material/timeline:", layout="wide"
)

from timeline.page import (  # noqa: E402  the page is configured before anything is drawn
    chart,
    controls,
    downloads,
    evidence,
    header,
    listing,
    reading,
    state,
)
from timeline.show.marks import colours  # noqa: E402
from timeline.table import filters  # noqa: E402

header.style()
state.begin()
top = st.container(key="top", horizontal=True, vertical_alignment="top")
heading = top.container(key="heading", gap="small", width="stretch")
with top:
    header.open_text()
found = reading.current()
with heading:
    header.head(found)
header.problem(reading.problem())
header.count(found)

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
        listing.event_list(shown, colour_of, theme, chosen=event)
    listing.undated_list(undated, len(found.undated), colour_of, theme, chosen=event)
with right, st.container(key="evidence"):
    evidence.panel(found.extraction, event)
with st.container(key="downloads"):
    downloads.buttons(found, shown, undated)
with slot:
    chart.draw(shown, found.dated, dct=found.extraction.dct.day, theme=theme, chosen=event)
state.publish(chosen)
