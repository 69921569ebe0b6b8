"""Turn the labels in data/reference_events.toml into actors, and know which a text mentions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from timeline import lexicon
from timeline.model import Actor, Mention

__all__ = ["Cast", "actor_of"]

_KINDS = {"bloc": "bloc", "armed group": "group"}
"""Kinds in data/actors.toml that are more than an organisation."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who a document, or a sentence of it, mentions."""

    actors: dict[str, Actor]
    """Actors by folded label."""
    countries: frozenset[str]
    """States that are mentioned or whose people are: ISO alpha-3."""

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Cast:
        """Gather the actors mentioned."""
        inside = [mention.actor for mention in mentions if mention.role != "place"]
        return cls(
            {_plain(actor.label): actor for actor in inside},
            frozenset(actor.country for actor in inside if actor.country),
        )

    def has(self, label: str) -> bool:
        """Say whether the actor of this label is mentioned by any name."""
        return _plain(label) in self.actors

    def has_side(self, label: str) -> bool:
        """Say whether the actor, or anybody of the same state, is mentioned."""
        return self.has(label) or actor_of(label).country in self.countries

    def actors_of(self, labels: Sequence[str]) -> tuple[Actor, ...]:
        """Return the actors of some labels, as the text knows them where it does.

        A person whom the text does not name is left out, as far as it leaves anybody: the host of
        a summit is a party to it, but "the NATO summit" does not say who it was.
        """
        known = {label: self.actors.get(_plain(label)) or actor_of(label) for label in labels}
        told = [a for label, a in known.items() if a.kind != "person" or self.has(label)]
        return tuple(told or known.values())


@cache
def actor_of(label: str) -> Actor:
    """Return the actor of a label: a state, an organisation, or else a person."""
    known = _known_actors().get(_plain(label))
    if known is not None:
        return known
    return Actor(_plain(label).replace(" ", "-"), label, "person", _countries().get(_plain(label)))


@cache
def _known_actors() -> dict[str, Actor]:
    """Return states and organisations by every name the data gives them; own names win."""
    table = lexicon.table("actors")
    found: dict[str, Actor] = {}
    for key in ("names", "name"):
        for state in table["state"]:
            code = state["id"] if len(state["id"]) == 3 else None
            actor = Actor(state["id"], state["name"], "state", code)
            found.update({_plain(name): actor for name in _names(state.get(key))})
        for group in table["organisation"]:
            kind = _KINDS.get(group["kind"], "organisation")
            actor = Actor(group["id"], group["name"], kind, group.get("state"))  # type: ignore[arg-type]
            found.update({_plain(name): actor for name in _names(group.get(key))})
    return found


def _names(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


@cache
def _countries() -> dict[str, str]:
    """Return the state of every office holder, by folded name."""
    return {
        _plain(name): term["of"]
        for term in reversed(lexicon.table("offices")["term"])
        for name in (term["person"], *term.get("also", ()))
        if len(term["of"]) == 3 and term["of"].isupper()
    }


@cache
def _plain(name: str) -> str:
    """Return a name without accents, marks and middle initials, in small letters."""
    letters = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", letters))
