"""Whom the text has named lately, sentence by sentence; what "he" and "both sides" look back on.

It must not read words.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from timeline.model import Actor

__all__ = ["Memory", "Named"]

_BACK = 12
"""Sentences that "the two leaders" may look back."""
_PAIR_BACK = 6
"""Sentences that "the negotiators" may."""


class Named:
    """One actor named in a sentence; offsets into the document."""

    __slots__ = ("actor", "end", "key", "start")

    def __init__(self, key: str, actor: Actor, start: int, end: int) -> None:
        self.key = key
        self.actor = actor
        self.start = start
        self.end = end


class _Sentence:
    """The actors of one sentence, each once, in the order of their first mention."""

    __slots__ = ("organisations", "people", "states")

    def __init__(self) -> None:
        self.people: dict[str, Named] = {}
        self.states: dict[str, Named] = {}
        self.organisations: dict[str, Named] = {}


class Memory:
    """The actors of the sentences read so far."""

    def __init__(self) -> None:
        self._now = _Sentence()
        self._past: deque[_Sentence] = deque(maxlen=_BACK)
        self._order: dict[str, int] = {}
        self.bodies: dict[str, Actor] = {}
        """Whose "inspectors", "troops" … the text told of last, by the noun."""
        self.between: tuple[Actor, ...] = ()
        """The two of whom the text said last that something was between them."""

    def next_sentence(self) -> None:
        """Begin a new sentence."""
        self._past.appendleft(self._now)
        self._now = _Sentence()

    def note(self, key: str, actor: Actor, start: int, end: int) -> None:
        """Note that an actor was named."""
        now = self._now
        kind = actor.kind
        named = (
            now.people if kind == "person" else now.states if kind == "state" else now.organisations
        )
        if key not in named:
            named[key] = Named(key, actor, start, end)
        self._order[key] = start

    def latest(self, keys: list[str]) -> str:
        """Return the one of several keys that was named last, else the first."""
        return max(keys, key=lambda key: self._order.get(key, -1))

    def people(self, back: int) -> list[Named]:
        """Return the people named in the sentence ``back`` sentences ago, in order."""
        sentence = self._at(back)
        return list(sentence.people.values()) if sentence else []

    def organisations(self, back: int) -> list[Named]:
        """Return the organisations likewise."""
        sentence = self._at(back)
        return list(sentence.organisations.values()) if sentence else []

    def things(self, back: int) -> list[Named]:
        """Return the states and organisations likewise."""
        sentence = self._at(back)
        if sentence is None:
            return []
        return [*sentence.states.values(), *sentence.organisations.values()]

    def first(self, back: int) -> Named | None:
        """Return who was named first in the sentence ``back`` sentences ago."""
        return min([*self.people(back), *self.things(back)], key=lambda n: n.start, default=None)

    def states(self, back: int) -> list[Named | str]:
        """Return states named there, then the codes of its people's countries, each once."""
        sentence = self._at(back)
        if sentence is None:
            return []
        out: dict[str, Named | str] = {}
        for named in sentence.states.values():
            out.setdefault(named.actor.country or named.key, named)
        for named in sentence.people.values():
            if named.actor.country:
                out.setdefault(named.actor.country, named.actor.country)
        return list(out.values())

    def pair(self, state: Callable[[str], Actor]) -> list[Actor]:
        """Return the two parties that the text has told of last; none where that is unclear.

        Two are clear where a sentence names no third, or another one names the same two first,
        or where something was said to be "between" two.
        """
        seen: list[tuple[str, ...]] = []
        for back in range(_PAIR_BACK + 1):
            parties = self._parties(back, state)
            first = tuple(parties)[:2]
            if (len(parties) == 2 and not self._mixed(back, parties)) or (
                len(first) == 2 and first in seen
            ):
                return list(parties.values())[:2]
            seen.append(first)
        return list(self.between)

    def _mixed(self, back: int, parties: dict[str, Actor]) -> bool:
        """Is one of two named only by a person of it, and the other an organisation?"""
        named = {n.actor.actor_id for n in self.things(back)}
        told = [a for a in parties.values() if a.actor_id in named]
        return len(told) == 1 and told[0].kind != "state"

    def _parties(self, back: int, state: Callable[[str], Actor]) -> dict[str, Actor]:
        """Return the states and organisations named there, a country's people as one."""
        named = sorted([*self.people(back), *self.things(back)], key=lambda n: n.start)
        out: dict[str, Actor] = {}
        for one in named:
            actor = one.actor
            if actor.kind != "person":
                out.setdefault(actor.country or actor.actor_id, actor)
            elif actor.country and actor.country not in out:
                out[actor.country] = state(actor.country)
        return out

    def _at(self, back: int) -> _Sentence | None:
        if back == 0:
            return self._now
        return self._past[back - 1] if back <= len(self._past) else None
