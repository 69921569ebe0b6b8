"""What the text and the data tell of one person or organisation of a document.

It must not find anything; register.py keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.actors.people_data import Person, plain
from timeline.actors.words import Title
from timeline.model import Actor

__all__ = ["Known"]


class Known:
    """A person or organisation of this document."""

    __slots__ = ("actor", "country", "gender", "heads", "kind", "label", "offices", "owners",
                 "past", "person", "serves", "words")  # fmt: skip

    def __init__(self, label: str, kind: str, person: Person | None = None) -> None:
        self.label = label
        self.kind = kind
        self.person = person
        self.words = tuple(plain(label).split())
        self.country: str | None = None
        self.gender = ""
        self.owners: set[str] = set()
        """States and organisations the text says they belong to."""
        self.serves: dict[str, None] = {}
        """Those that they hold a post of now, in the order told; empty for an unnamed state."""
        self.heads: set[str] = set()
        """Last words of the titles the text gives them: "minister", "envoy"."""
        self.offices: set[tuple[str, str]] = set()
        self.past = False
        """Does the text call them a former holder of a post?"""
        self.actor: Actor | None = None

    def serve(
        self, title: Title, of: str, lists: Mapping[str, frozenset[str]], *, is_state: bool
    ) -> None:
        """Note whose post a title tells of; a state's lawyer or a king's brother acts for none.

        Args:
            title: What the text calls the person now.
            of: State or organisation it names; empty where it names none.
            lists: Word lists of the language.
            is_state: Does ``of`` name a state, or nothing?
        """
        if title.head in lists["titles.kin"]:
            return
        official = title.office or title.kind == "rank" or title.head == "minister"
        if official or not is_state or (of and title.head not in lists["titles.private"]):
            self.serves.setdefault(of)
