"""What the stages before found in one sentence, at hand for making its events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from timeline.events.candidates import Candidate
from timeline.grammar import Parse
from timeline.model import Actor, Mention, Reference, Sentence, Timex

__all__ = ["Back", "Scene"]


class Back:
    """Whom the pronouns of a sentence can stand for; nobody, where no sentence is before it."""

    depth: int = 0
    """Sentences in a row that may have to ask the one before."""

    @property
    def pair(self) -> tuple[Mention, ...]:
        """The two actors of one kind that the sentence before joins with "and", for a "both"."""
        return ()

    @property
    def crowd(self) -> tuple[Mention, ...]:
        """The several actors that were the subject of the sentence before, for a "they"."""
        return ()

    @property
    def agent(self) -> tuple[Mention, ...]:
        """The state or organisation that was the subject of the sentence before, for an "it"."""
        return ()

    @property
    def they(self) -> str:
        """Whom "they" most likely stands for: the plural subject of the sentence before."""
        return ""


_NOBODY = Back()


@dataclass(slots=True, eq=False)
class Scene:
    """One sentence with all that is known of it."""

    number: int
    """Its number in the document."""
    sentence: Sentence
    parse: Parse
    text: str
    """The whole document's text."""
    source: str
    """Where the document came from; part of its events' ids."""
    timexes: Sequence[Timex]
    mentions: Sequence[Mention]
    references: Sequence[Reference]
    candidates: Sequence[Candidate]
    dated: frozenset[int]
    """Tokens that belong to dates, with the words that lead in to them."""
    served: Mapping[str, tuple[Actor, ...]] = field(default_factory=dict)
    """By id of a person, the states and organisations the document says the person acts for."""
    it: str = ""
    """What "it" most likely stands for: the agreement, plan or meeting last told of."""
    back: Back = field(default=_NOBODY)
    """Whom "it", "they" and "both" can stand for."""
    home: Mention | None = None
    """The place of the dateline, where the report comes from."""
    reported: bool = False
    """Does the sentence before tell what somebody said, so that "would" can go on with it?"""
    in_entry: bool = False
    """Does it stand in an entry of a chronology, which tells what happened in the present?"""
    story: Sequence[Scene] = field(default=(), repr=False)
    """All sentences of the story, in text order."""
    beside: frozenset[int] = field(init=False)
    """Tokens that begin a state in the title of somebody who does not act for it."""
    head_at: list[int] = field(init=False)
    """The token at which each mention's own name begins; parallel to ``mentions``."""
    taking_part: dict[Candidate, Any] = field(init=False, default_factory=dict)
    """What participants.py found for a candidate, so that it is asked once."""

    pointing: Mapping[int, Mention] | None = field(init=False, default=None)
    """What pronouns() found, so that it is asked once."""

    def __post_init__(self) -> None:
        """Look up once where the mentions stand."""
        at = self.parse.token_at
        self.head_at = [at(m.head.start) for m in self.mentions]
        self.beside = (
            frozenset()
            if len(self.mentions) < 2
            else frozenset(
                at(inner.head.start)
                for person, inner in pairwise(self.mentions)
                if person.actor.kind == "person"
                and inner.span.start < person.head.start
                and inner.actor not in person.acts_for
            )
        )

    def mention_tokens(self, mention: Mention) -> range:
        """Return the tokens that a mention covers, office and title included."""
        first = self.parse.token_at(mention.span.start)
        return range(first, self.parse.token_at(mention.span.end - 1) + 1)

    def inside(self, tokens: tuple[int, int]) -> tuple[Mention, ...]:
        """Return the mentions whose own name begins among some tokens."""
        first, end = tokens
        both = zip(self.mentions, self.head_at, strict=True)
        return tuple(m for m, at in both if first <= at < end)

    def owns(self, mention: Mention) -> bool:
        """Does "'s" follow the mention?"""
        end = self.mention_tokens(mention).stop
        return self.parse.tags[end : end + 1] == ["POSS"]

    def pronouns(self) -> Mapping[int, Mention]:
        """Return the tokens that are pronouns for a known actor; a shared one is left out."""
        if self.pointing is None:
            self.pointing = self._pronouns()
        return self.pointing

    def _pronouns(self) -> Mapping[int, Mention]:
        out: dict[int, Mention] = {}
        shared: set[int] = set()
        for mention in [m for m in self.mentions if m.role == "pronoun"]:
            token = self.parse.token_at(mention.span.start)
            if self.parse.tags[token] in ("PRON", "DET"):
                shared |= {token} if token in out else set()
                out[token] = mention
        return {i: m for i, m in out.items() if i not in shared}
