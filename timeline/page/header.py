"""The head of the page: which article, from which day, and another one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import streamlit as st

from timeline.page import reading, sentences, state
from timeline.page.markup import escaped, label
from timeline.page.problems import PASTED, Problem
from timeline.page.reading import Article, Reading
from timeline.page.samples import samples

__all__ = ["article_date", "configure", "count", "open_text", "problem", "title"]

_STYLE = Path(__file__).with_name("style.css")
_ICON = Path(__file__).with_name("icon.svg")
# Widgets of days allow ten years around their value if they are not told otherwise.
_FIRST_DAY, _LAST_DAY = date(1, 1, 1), date(9998, 12, 31)


def configure() -> None:
    """Give the page its name, its icon and its style; all constant, nothing from elsewhere."""
    st.set_page_config(page_title="The diplomatic timeline", page_icon=str(_ICON), layout="wide")
    st.html(_STYLE)


def open_text() -> None:
    """Offer to choose a sample, to paste an article, or to upload one."""
    with st.popover("Open text", icon=":material/edit_note:", key="open", on_change="rerun"):
        number = state.opened()
        hint = "The whole text, with its date"
        st.text_area("Paste an article", key=f"pasted-{number}", height=130, placeholder=hint)
        st.file_uploader("or upload one (.txt, .md)", key=f"upload-{number}")
        st.date_input(
            "Article date (empty: look for it in the text)",
            value=None,
            key=f"given-{number}",
            min_value=_FIRST_DAY,
            max_value=_LAST_DAY,
            format="YYYY-MM-DD",
        )
        st.button("Make timeline", type="primary", key="read", on_click=_read)
        st.caption("or open a sample")
        with st.container(gap="xsmall"):
            for one in samples().values():
                st.button(
                    f"{label(one.title)} :gray[{label(one.about)}]",
                    key=f"sample-{one.sample_id}",
                    type="tertiary",
                    on_click=_open_sample,
                    args=(one.sample_id,),
                )


def _read() -> None:
    """Open what was pasted or uploaded.

    The widgets are asked here: arguments given to a button are those of the run before, when
    the words just typed were not there yet.
    """
    number = state.opened()
    text, upload, day = (st.session_state[f"{w}-{number}"] for w in ("pasted", "upload", "given"))
    st.session_state["open"] = False
    with st.spinner("Reading the article …"):
        if upload is None:
            reading.open_article(Article(text, "", PASTED, day))
        elif text.strip():
            reading.refuse_both(upload.name)
        else:
            reading.open_upload(upload, dct=day)


def _open_sample(sample_id: str) -> None:
    st.session_state["open"] = False
    reading.open_sample(sample_id)


def title(words: str) -> None:
    """Show the title."""
    st.html(f"<h1 class='dt-title'>{escaped(words)}</h1>")


def article_date(found: Reading) -> None:
    """Show the article's own date, which can be corrected."""
    finding = found.extraction.dct
    words = sentences.article_date(finding)
    with st.popover(words, icon=":material/event:", type="tertiary", key="dct", on_change="rerun"):
        key = f"dct-{state.opened()}"
        st.date_input(
            "The article was published on",
            value=finding.day,
            key=key,
            min_value=_FIRST_DAY,
            max_value=_LAST_DAY,
            format="YYYY-MM-DD",
            help="“Tuesday”, “last month” and “in June” are counted from this day.",
        )
        st.button("Use this date", key="redate", on_click=_redate, args=(key,))


def _redate(key: str) -> None:
    st.session_state["dct"] = False
    reading.redate(st.session_state[key])


def count(found: Reading) -> None:
    """Say in one sentence what was found; its numbers add up."""
    with st.container(key="count"):
        st.html(
            f"<p class='dt-count' role='status'>{escaped(sentences.count(found.extraction))}</p>"
        )


def problem(found: Problem | None) -> None:
    """Say why the last article was not opened, and offer the one thing to do."""
    if notice := st.session_state.pop("notice", None):
        st.toast(notice)
    if found is None:
        return
    with st.container(key="problem"):
        with st.container(key="message", horizontal=True, vertical_alignment="center"):
            # The message may quote a file name, which is text from outside.
            st.error(label(found.message), icon=":material/error:")
            st.button("Close", key="dismiss", on_click=_dismiss, type="tertiary")
        if found.waiting is not None:
            with st.container(horizontal=True, vertical_alignment="bottom"):
                st.date_input(
                    "Article date",
                    value=None,
                    key="missing",
                    min_value=_FIRST_DAY,
                    max_value=_LAST_DAY,
                    format="YYYY-MM-DD",
                    width=180,
                )
                st.button("Use this date", key="date-it", on_click=_date_it, args=(found.waiting,))


def _date_it(article: Article) -> None:
    day = st.session_state["missing"]
    if day is None:
        st.session_state["notice"] = "Give the day first."
    else:
        reading.open_article(Article(article.text, article.title, article.source, day))


def _dismiss() -> None:
    st.session_state["problem"] = None
