"""How a document uses its words: which stand alone with a capital, which also in lower case.

It must not know names; it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from timeline.actors.scan import Chunk

__all__ = ["Usage"]

_WORD = re.compile(r"\w+")


class Usage:
    """The words of one document, each looked at when first asked for."""

    def __init__(self, flat: str, sentences: Iterable[list[Chunk]]) -> None:
        self._flat = flat
        self._sentences = list(sentences)

    @cached_property
    def singles(self) -> frozenset[str]:
        """Every unknown capitalised word that stands alone somewhere: a surname, perhaps."""
        flat = self._flat
        return frozenset(
            flat[c.start : c.end] for chunks in self._sentences for c in chunks if c.kind == "W"
        )

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._flat))

    def is_common(self, word: str) -> bool:
        """Does the document also write the word without a capital ("Offensive")?"""
        return word.lower() in self._words
