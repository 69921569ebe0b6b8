"""The page: open an article, filter its events, look at them, take them home.

It only says what comes after what; the pieces are in timeline/page.
"""

import streamlit as st

from timeline.page import guide, header, reading, state

header.configure()
state.begin()
with st.container(
    key="top", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
):
    guide.name()
    header.open_text()
heading = st.container(key="heading", gap="xsmall")
with heading:
    words = st.empty()
with words.container():
    header.title(reading.title() or "")
found = reading.current()
with words.container():
    header.title(found.title)
with heading:
    header.article_date(found)
header.count(found)
header.problem(reading.problem())

# Only now what needs pandas: the first words are on their way to the reader.
from timeline.page import chart, controls, downloads, evidence, listing, view  # noqa: E402
from timeline.show.marks import colours  # noqa: E402
from timeline.table import filters  # noqa: E402

chosen = controls.choose(found)
shown = filters.apply(found.dated, chosen)
undated = filters.apply(found.undated, chosen)
event = view.chosen_event(shown, undated)
theme = controls.theme()
colour_of = colours(found.dated, theme)

slot = st.container(key="timeline", gap="small")
with slot:
    place = chart.reserve(shown, found.dated, theme=theme)
left, right = st.columns([5, 6], gap="large")
with left, st.container(key="list", gap=None):
    if found.dated.empty:
        st.info("No event in this text has a date.")
    elif shown.empty:
        controls.nothing_left(found, chosen)
    else:
        listing.event_list(shown, colour_of, theme)
    is_all = found.dated.empty
    listing.undated_list(undated, len(found.undated), colour_of, theme, is_open=is_all)
with right:
    with st.container(key="evidence"), st.container(key=state.evidence_key()):
        evidence.panel(found.extraction, event)
    with st.container(key="downloads"):
        downloads.buttons(found, shown, undated)
with slot:
    chart.draw(place, dct=found.extraction.dct.day, theme=theme, chosen=event)
view.publish(chosen)
