"""Whom the text has named lately, sentence by sentence; what "he" and "both sides" look back on.

It must not read words.
"""

from __future__ import annotations

from timeline.model import Actor

__all__ = ["Memory", "Named"]

_BACK = 12
"""Sentences that "the two leaders" may look back."""


class Named:
    """One actor named in a sentence."""

    __slots__ = ("actor", "end", "is_subject", "key", "start")

    def __init__(self, key: str, actor: Actor, where: tuple[int, int], *, is_subject: bool) -> None:
        self.start, self.end = where
        self.key = key
        self.actor = actor
        self.is_subject = is_subject


class Memory:
    """The actors of the sentences read so far, latest last; the last list is the current one."""

    def __init__(self) -> None:
        self.sentences: list[list[Named]] = [[]]
        self.paragraph = 0

    def next_sentence(self, paragraph: int) -> None:
        """Begin a new sentence; an empty one keeps the focus of the one before."""
        if len(self.sentences) > _BACK:
            del self.sentences[0]
        self.sentences.append([])
        self.paragraph = paragraph

    def note(self, key: str, actor: Actor, where: tuple[int, int], *, is_subject: bool) -> None:
        """Note that an actor was named."""
        self.sentences[-1].append(Named(key, actor, where, is_subject=is_subject))

    def latest(self, keys: list[str]) -> str:
        """Return the one of several keys that was named last, else the first."""
        for sentence in reversed(self.sentences):
            for named in reversed(sentence):
                if named.key in keys:
                    return named.key
        return keys[0]

    def people(self, back: int) -> list[Named]:
        """Return the people named in the sentence ``back`` sentences ago, each once, in order."""
        return _distinct([n for n in self._at(back) if n.actor.kind == "person"])

    def organisations(self, back: int) -> list[Named]:
        """Return the organisations likewise, latest first."""
        kinds = ("organisation", "bloc", "group")
        return _distinct([n for n in reversed(self._at(back)) if n.actor.kind in kinds])

    def states(self, back: int) -> list[Actor | str]:
        """Return states named there, or the countries of the people, each once, in order."""
        out: dict[str, Actor | str] = {}
        for named in self._at(back):
            if named.actor.kind == "state":
                out.setdefault(named.actor.country or named.actor.actor_id, named.actor)
        for named in self._at(back):
            if named.actor.kind == "person" and named.actor.country:
                out.setdefault(named.actor.country, named.actor.country)
        return list(out.values())

    def _at(self, back: int) -> list[Named]:
        return self.sentences[-1 - back] if back < len(self.sentences) else []


def _distinct(found: list[Named]) -> list[Named]:
    out: dict[str, Named] = {}
    for named in found:
        out.setdefault(named.key, named)
    return list(out.values())
