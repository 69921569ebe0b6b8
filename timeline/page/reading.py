"""Which article is open, and what reading it gave; a problem never closes the one before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.errors import DctMissing, TimelineError
from timeline.model import Document, Extraction
from timeline.page import problems, state
from timeline.page.markup import label
from timeline.page.problems import Problem
from timeline.page.samples import Sample, samples
from timeline.table.words import counted

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Article",
    "Reading",
    "current",
    "open_article",
    "open_sample",
    "open_upload",
    "problem",
    "redate",
    "refuse_both",
    "title",
]


@dataclass(frozen=True, slots=True)
class Article:
    """A text to be read."""

    text: str
    """The text as it came in; it stays in the session and never enters the address."""
    title: str
    """Its title where it is not in the text; may be empty."""
    source: str
    """Sample id, file name, or ``problems.PASTED``."""
    dct: date | None
    """Its date where the reader gave one; None lets it be found."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and what it gave."""

    article: Article
    """What was read."""
    extraction: Extraction
    """All that was found."""

    @property
    def title(self) -> str:
        """What the page is headed."""
        document = self.extraction.document
        return self.article.title or document.title or _first_words(document)

    @property
    def dated(self) -> pd.DataFrame:
        """One row per dated event."""
        return self._frames()[0]

    @property
    def undated(self) -> pd.DataFrame:
        """One row per event that nothing dates."""
        return self._frames()[1]

    def _frames(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        one = self.article
        return _frames(
            one.text, title=one.title, source=one.source, dct=one.dct, _found=self.extraction
        )


def _first_words(document: Document, n_most: int = 72) -> str:
    """Return how a text without a title begins, in quotes."""
    body = (s.span for s in document.sentences if s.kind == "body")
    first = next((" ".join(document.text[span.start : span.end].split()) for span in body), "")
    if len(first) > n_most:
        head = first[:n_most]
        first = f"{head[: head.rfind(' ') if ' ' in head else n_most].rstrip(' ,;:–-')} …"
    return f"“{first}”" if first else "Untitled text"


@st.cache_resource(max_entries=64, show_spinner=False)
def _extract(text: str, *, title: str, source: str, dct: date | None) -> Extraction:
    # Imported here: the rooms that read are not needed before there is something to read.
    from timeline.pipeline import extract

    return extract(text, dct=dct, title=title, source=source)


@st.cache_resource(max_entries=64, show_spinner=False)
def _frames(
    text: str, *, title: str, source: str, dct: date | None, _found: Extraction
) -> tuple[pd.DataFrame, pd.DataFrame]:
    # Imported here: the first words of the page need no frame, and pandas takes its time.
    from timeline.table.frame import from_extraction, undated

    return from_extraction(_found), undated(_found)


def read(article: Article) -> Reading:
    """Read an article; the same one is read once."""
    found = _extract(article.text, title=article.title, source=article.source, dct=article.dct)
    return Reading(article, found)


def title() -> str | None:
    """Return the title of the open article as far as it is known before it is read."""
    opened: Article | None = st.session_state.get("article")
    return _sample().title if opened is None else None


def current() -> Reading:
    """Return the open article, read: what the reader opened, else the chosen sample."""
    opened: Article | None = st.session_state.get("article")
    try:
        return read(opened) if opened else _read_sample()
    except TimelineError as cause:
        # Only the project's own files can be at fault here: an article is tried before it opens.
        st.error(label(problems.told(cause).message))
        st.stop()


def _sample() -> Sample:
    """Return the chosen sample, or the first."""
    known = samples()
    return known.get(str(st.session_state.get("sample"))) or next(iter(known.values()))


def _read_sample() -> Reading:
    """Return the chosen sample, read; its date is found if the text tells it."""
    one = _sample()
    article = Article(one.text, one.title, one.sample_id, None)
    try:
        found = read(article)
    except DctMissing:
        return read(replace(article, dct=one.dct))
    same = found.extraction.dct.day == one.dct or one.dct is None
    return found if same else read(replace(article, dct=one.dct))


def problem() -> Problem | None:
    """Return why the last attempt to open something failed, if it did."""
    lost = st.session_state.pop(state.LOST, None)
    if lost is not None:
        st.session_state["problem"] = problems.lost(lost)
    found: Problem | None = st.session_state.get("problem")
    return found


def refuse_both(name: str) -> None:
    """Say that one article is read at a time."""
    st.session_state["problem"] = problems.both(name)


def open_upload(upload: Any, *, dct: date | None) -> None:
    """Open an uploaded file, or say why it cannot be opened."""
    from timeline.read import decode

    try:
        text = decode(upload.getvalue(), name=upload.name)
    except TimelineError as cause:
        st.session_state["problem"] = problems.told(cause)
        return
    open_article(Article(text, "", upload.name, dct))


def open_article(article: Article) -> None:
    """Open an article, or say why not and keep the one that is open."""
    found = _problem_of(article)
    st.session_state["problem"] = found
    if found is None:
        state.keep(article)
        state.another()


def open_sample(sample_id: str) -> None:
    """Open one of the samples."""
    st.session_state.update(article=None, sample=sample_id, problem=None)
    state.another()


def redate(day: date | None) -> None:
    """Read the open article as one of another day."""
    before = current()
    article = replace(before.article, dct=day)
    found = _problem_of(article)
    st.session_state["problem"] = found
    if found is None:
        st.session_state["article"] = article
        st.session_state["notice"] = _moved(before.extraction, read(article).extraction)


def _moved(before: Extraction, after: Extraction) -> str:
    """Say how many events another article date has moved; ids do not hang on dates."""
    old, new = (
        {
            event.event_id: event.timex and event.timex.interval
            for event in (*one.events, *one.undated)
        }
        for one in (before, after)
    )
    n_moved = sum(old[event_id] != new[event_id] for event_id in old.keys() & new.keys())
    parts = [f"{counted(n_moved, 'event')} moved"]
    # Another day can part what was one event, or join what were two.
    for ids, words in (
        (old.keys() - new.keys(), "no longer found"),
        (new.keys() - old.keys(), "new"),
    ):
        if ids:
            parts.append(f"{len(ids)} {words}")
    return f"Article date changed: {', '.join(parts)}."


def _problem_of(article: Article) -> Problem | None:
    from timeline.read.formats import check

    try:
        check(article.text, name=article.source)
        reading = read(article)
    except DctMissing:
        return problems.undated(article)
    except TimelineError as cause:
        return problems.told(cause)
    if reading.extraction.dct.day is None:
        return problems.undated(article)
    if not reading.extraction.events and not reading.extraction.undated:
        return problems.eventless(article)
    return None
