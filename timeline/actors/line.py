"""One sentence as the readers of this stage see it: its chunks and the words between them.

It must not decide anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.register import Register
from timeline.actors.scan import Chunk
from timeline.actors.usage import Usage
from timeline.actors.words import Words

if TYPE_CHECKING:
    from timeline.actors.titles import TitleGroup

__all__ = ["Line"]

_BLANKS = 4
"""Readers look at most so far beyond the last chunk."""


class Line:
    """A sentence, its chunks, and the tables to read them with."""

    __slots__ = ("bodies", "chunks", "end", "flat", "homes", "is_body", "kinds", "last_title",
                 "lexicon", "names", "register", "start", "usage", "used")  # fmt: skip

    def __init__(
        self,
        flat: str,
        start: int,
        end: int,
        chunks: list[Chunk],
        bodies: list[Chunk],
        *,
        is_body: bool,
        names: Gazetteer,
        lexicon: Words,
        register: Register,
        usage: Usage,
    ) -> None:
        self.flat = flat
        self.start = start
        self.end = end
        self.chunks = chunks
        self.bodies = bodies
        """Nouns for bodies of people; they stand apart, as they break no name."""
        self.homes: tuple[str, ...] = ()
        """States where the sentence may play, the likeliest first; home.py sets them."""
        self.kinds = [chunk.kind for chunk in chunks] + [""] * _BLANKS
        """Kind of each chunk; empty before the first (index -1) and after the last."""
        self.is_body = is_body
        """A heading capitalises every word, so it introduces nobody new."""
        self.names = names
        self.lexicon = lexicon
        self.register = register
        self.usage = usage
        self.last_title: TitleGroup | None = None
        """The title phrase read last; people.py keeps it."""
        self.used: set[int] = set()
        """Indices of chunks that a neighbour has taken in."""

    def text(self, i: int) -> str:
        """Return the words of a chunk."""
        chunk = self.chunks[i]
        return self.flat[chunk.start : chunk.end]

    def gap(self, i: int) -> str:
        """Return what stands between chunk ``i`` and the next; a full stop where none is next."""
        chunks = self.chunks
        if 0 <= i < len(chunks) - 1:
            return self.flat[chunks[i].end : chunks[i + 1].start]
        return "."

    def is_plural(self, i: int) -> bool:
        """Is a title chunk plural ("presidents")?"""
        title = self.chunks[i].entry.title
        return title is not None and title.plural

    def before(self, i: int, n: int = 24) -> str:
        """Return the characters before a chunk, within the sentence."""
        at = self.chunks[i].start
        return self.flat[max(self.start, at - n) : at]

    def after(self, i: int, n: int = 40) -> str:
        """Return the characters after a chunk, within the sentence."""
        at = self.chunks[i].end
        return self.flat[at : min(self.end, at + n)]
