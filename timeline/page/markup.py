"""The one gate through which text from outside reaches the page.

Article text is shown only through ``escaped`` and ``marked`` (HTML) or ``label`` (the little
Markdown that buttons and pills understand); both leave nothing that could act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from timeline.model import Span

__all__ = ["escaped", "label", "marked"]

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_SHORTCODE = re.compile(r":(?=[\w+/-]+:)")
_WORD_JOINER = "\u2060"


def escaped(text: str) -> str:
    """Return text as HTML in which nothing is a tag, an entity or an attribute's end."""
    return escape(text, quote=True)


def label(text: str) -> str:
    """Return text as Markdown that shows it letter by letter, in one line.

    Every mark of punctuation is escaped (CommonMark 0.31, 2.4), and ``:name:`` is broken by
    an invisible joiner, as Streamlit replaces short codes after Markdown has been read.
    """
    line = _SHORTCODE.sub(f":{_WORD_JOINER}", " ".join(text.split()))
    return _PUNCTUATION.sub(r"\\\1", line)


def marked(text: str, whole: Span, marks: Iterable[tuple[Span, str]]) -> str:
    """Return a stretch of text as HTML with some of its parts in elements.

    Args:
        text: The text all spans point into.
        whole: The stretch to return.
        marks: Parts and the element for each: ``strong``, ``u``, ``mark``. Parts are cut to
            the stretch; of two that overlap the later one begins where the earlier ends.
    """
    html, at = [], whole.start
    for span, element in sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end)):
        start, end = max(span.start, at), min(span.end, whole.end)
        if start >= end:
            continue
        html.append(escaped(text[at:start]))
        html.append(f"<{element}>{escaped(text[start:end])}</{element}>")
        at = end
    html.append(escaped(text[at : whole.end]))
    return "".join(html)
