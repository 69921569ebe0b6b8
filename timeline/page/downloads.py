"""Take the timeline home: exactly the rows that are shown."""

from __future__ import annotations

import re
from functools import partial

import pandas as pd
import streamlit as st

from timeline.export import EXPORTS
from timeline.page import sentences
from timeline.page.reading import Reading
from timeline.table.frame import together
from timeline.table.words import counted

__all__ = ["buttons", "file_name"]


def buttons(found: Reading, shown: pd.DataFrame, undated: pd.DataFrame) -> None:
    """Offer the rows that are shown in every format there is."""
    st.html("<h2 class='dt-h2'>Download</h2>")
    n_all, noun = len(found.dated), "dated event"
    if len(undated) and st.checkbox(
        f"with the {counted(len(undated), 'undated event')}", key="with_undated"
    ):
        shown, n_all, noun = together(shown, undated), n_all + len(found.undated), "event"
    st.caption(sentences.shown(len(shown), n_all, noun))
    with st.container(horizontal=True):
        for one in EXPORTS.values():
            st.download_button(
                one.title,
                data=partial(one.to_bytes, shown),
                file_name=file_name(found, len(shown), one.suffix),
                mime=one.mime,
                key=f"download-{one.name}",
                on_click="ignore",
                icon=":material/download:",
            )


def file_name(found: Reading, n_events: int, suffix: str) -> str:
    """Return a name that says what is inside: title, number of events, the article's date."""
    slug = re.sub(r"[^a-z0-9]+", "-", found.title.lower()).strip("-")[:48].strip("-") or "text"
    day = found.extraction.dct.day
    date_ = f"_{day:%Y%m%d}" if day and day.year > 999 else ""
    return f"timeline_{slug}_{n_events}events{date_}{suffix}"
