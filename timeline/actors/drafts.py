"""What one sentence's reading hands to the second pass: mentions whose actor may still be open.

It must not resolve anything.
"""

from __future__ import annotations

from typing import Literal

from timeline.actors.words import Title

__all__ = ["Draft", "DraftKind", "Role"]

DraftKind = Literal[
    "state", "organisation", "person", "surname", "office", "pronoun", "group", "pair"
]
Role = Literal["name", "office", "pronoun", "adjective", "capital", "place", "source"]


class Draft:
    """A mention before its actor is known; offsets into the document."""

    __slots__ = ("end", "head_end", "head_start", "key", "kind", "of", "role", "start", "title")

    def __init__(
        self,
        kind: DraftKind,
        start: int,
        end: int,
        key: str,
        role: Role,
        head: tuple[int, int] | None = None,
        title: Title | None = None,
        of: str = "",
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.key = key
        """State or organisation id, register key of a person, surname, or pronoun."""
        self.role = role
        self.head_start, self.head_end = head or (start, end)
        self.title = title
        self.of = of
        """State or organisation an office or a person belongs to, where the words say so."""
