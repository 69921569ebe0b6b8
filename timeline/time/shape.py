"""Where a document's sentences, headings and chronology entries stand; no meaning of dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from timeline.model import Document
from timeline.time.find import Found

__all__ = ["Shape"]

_PARTED = re.compile(
    r"(?:,?\s+\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?(?:\s(?:[A-Z]{2,4}|local time))?"
    r"\s?(?::|\||[-–—]{1,2})\s"
)
"""A time of day and its zone, if there are any, and a mark that what happened then follows."""
_APART = 3
"""Most paragraphs from one entry of a chronology to the next."""
_OPENING = 16
"""Characters before a date that opens its sentence ("By the end of …")."""


class Shape:
    """The sentences of a document by number, and the entry a place belongs to.

    An entry is what stands under a date: the paragraph that begins with one ("1974: …"), or
    what follows a heading that is one. Expressions are asked about in text order.
    """

    def __init__(self, document: Document) -> None:
        """Take the document's sentences."""
        self._sentences = document.sentences
        self._starts = [sentence.span.start for sentence in document.sentences]
        self.line_starts = [at for at in self._starts if "\n" in document.text[max(0, at - 2) : at]]
        self._paragraph: int | None = None
        self._in_section = False
        self._entries: list[int] = []

    def mark_entries(self, found: Sequence[Found]) -> None:
        """Note which paragraphs begin with a date and a mark, as the entries of a chronology do."""
        for one in found:
            number = self.number(one.start)
            if number >= 0 and one.start == self._starts[number] and _is_parted(one):
                self._entries.append(self._sentences[number].paragraph)

    def number(self, at: int) -> int:
        """Return the number of the sentence a place is in, from 0; -1 before the first."""
        return bisect_right(self._starts, at) - 1

    def kind(self, number: int) -> str:
        """Return the kind of a sentence."""
        return self._sentences[number].kind if number >= 0 else "body"

    def opens(self, number: int, at: int) -> bool:
        """Tell whether a place is at most a few words into its sentence."""
        return number >= 0 and at - self._starts[number] <= _OPENING

    def in_entry(self, number: int) -> bool:
        """Tell whether a sentence belongs to the entry that was opened last.

        So does a paragraph between that entry and the next one, not far behind.
        """
        if number < 0:
            return False
        sentence = self._sentences[number]
        if sentence.kind == "heading":
            self._in_section = False
        if self._in_section or sentence.paragraph == self._paragraph:
            return True
        after = self._after(self._paragraph)
        return after is not None and sentence.paragraph < after

    def next_entry(self, number: int, found: Found) -> bool:
        """Tell whether a date opens the entry after one: the chronology's year runs on."""
        if number < 0 or self._paragraph is None or found.start != self._starts[number]:
            return False
        paragraph = self._sentences[number].paragraph
        follows = paragraph in (self._paragraph + 1, self._after(self._paragraph))
        return follows and _is_parted(found)

    def _after(self, paragraph: int | None) -> int | None:
        """Return the paragraph of the entry after one, if it is not far behind."""
        if paragraph is None:
            return None
        n = bisect_right(self._entries, paragraph)
        near = self._entries[n : n + 1]
        return near[0] if near and near[0] - paragraph <= _APART else None

    def open_entry(self, number: int, found: Found) -> bool:
        """Open an entry if a date is a heading, or stands before a colon or dash at the start."""
        if number < 0 or found.start != self._starts[number]:
            return False
        sentence = self._sentences[number]
        if sentence.kind == "heading" and found.end >= sentence.span.end - 1:
            self._in_section, self._paragraph = True, None
        elif _is_parted(found):
            self._paragraph = sentence.paragraph
        else:
            return False
        return True


def _is_parted(found: Found) -> bool:
    """Tell whether a colon or dash parts a date, or its time of day, from what happened then."""
    last = found.last_of_all
    if found.after(last - found.last) in found.book.tables["entry_mark"]:
        return True
    return _PARTED.match(found.tokens.text, found.tokens.end(last)) is not None
