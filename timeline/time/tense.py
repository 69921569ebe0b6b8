"""A light reading of tense for when no grammar is at hand: the verb nearest to the left decides.

It knows auxiliaries and a list of pasts (data/lang/en.time.tense.toml); it must not parse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from timeline import lexicon
from timeline.model import Document, Span, Tense

__all__ = ["SentenceTense"]

_WORD = re.compile(r"[A-Za-z]+")
_STOP = re.compile(r"[.!?;:](?=\s)|\n\s*\n")
_WINDOW = 300
"""Most characters looked at on each side; a longer sentence is cut."""


@cache
def _words() -> Mapping[str, str]:
    table = lexicon.table("lang/en.time.tense")["tense"]
    return {word: tense for tense, words in table.items() for word in words}


class SentenceTense:
    """The tense around a place of one document, read when asked."""

    def __init__(self, document: Document) -> None:
        """Take the document; nothing is read yet."""
        self._text = document.text

    def at(self, span: Span) -> Tense | None:
        """Return the tense of the nearest verb to the left in the sentence, else to the right."""
        left = self._text[max(0, span.start - _WINDOW) : span.start]
        right = self._text[span.end : span.end + _WINDOW]
        stops = [stop.end() for stop in _STOP.finditer(left)]
        left = left[stops[-1] :] if stops else left
        if stop := _STOP.search(right):
            right = right[: stop.start()]
        before = [tense for word in _WORD.findall(left) if (tense := _tense(word))]
        after = [tense for word in _WORD.findall(right) if (tense := _tense(word))]
        if before:
            return _governing(before[::-1])
        return _governing(after[:1]) if after else None


def _governing(tenses: list[str]) -> Tense | None:
    """Return the first tense; a plain past form after "will be" or "to be" is not past."""
    first, second = tenses[0], tenses[1] if len(tenses) > 1 else ""
    if first == "form" and second in ("future", "present"):
        return "future" if second == "future" else "present"
    if first in ("past", "form"):
        return "past"
    return "future" if first == "future" else "present"


def _tense(word: str) -> str | None:
    low = word.lower()
    known = _words().get(low)
    if known:
        return known
    return "form" if low.endswith("ed") and len(low) > 4 and word == low else None
