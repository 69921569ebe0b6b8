"""The words that keep an event from being a fact, compiled once from data/lang/xx.events.hold.toml.

It must not look at a sentence; hold.py does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import table

__all__ = ["HoldWords", "hold_words"]

_SENSES = ("undone", "alleged", "reported", "supposed", "planned")


@dataclass(frozen=True, slots=True)
class HoldWords:
    """The holding words by how they stand to the event's word; each gives its sense."""

    adverbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    nouns: Mapping[str, str]
    prepositions: Mapping[tuple[str, ...], str]
    passives: Mapping[str, str]
    clauses: Mapping[str, str]
    verbs: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    tells: Mapping[str, str]
    dropped: frozenset[str]
    rebutted: frozenset[str]
    sized: frozenset[str]
    objects: Mapping[str, str]
    wanted: Mapping[str, str]
    """Verbs whose clause, with a bare form of the verb, is only wanted."""


@cache
def hold_words(language: str = "en") -> HoldWords:
    """Compile the holding words of one language."""
    data = table(f"lang/{language}.events.hold")

    def listed(kind: str) -> dict[str, str]:
        return {
            " ".join(entry.split()): sense
            for sense in _SENSES
            for entry in data[sense].get(kind, "").split("|")
            if entry.strip()
        }

    verbs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, sense in listed("verbs").items():
        lemma, *middle = phrase.split()
        verbs.setdefault(lemma, []).append((tuple(middle), sense))
    return HoldWords(
        adverbs=listed("adverbs"),
        adjectives=listed("adjectives"),
        nouns=listed("nouns") | dict.fromkeys(data["cancelled"]["nouns"].split("|"), "cancelled"),
        prepositions={tuple(p.split()): sense for p, sense in listed("prepositions").items()},
        passives=listed("passives"),
        clauses=listed("clauses"),
        verbs={lemma: tuple(entries) for lemma, entries in verbs.items()},
        tells={sense: data[sense].get("tells", "") for sense in _SENSES},
        dropped=frozenset(data["dropped"]["verbs"].split("|")),
        rebutted=frozenset(data["rebutted"]["verbs"].split("|")),
        sized=frozenset(data["sized"]["verbs"].split("|")),
        objects=listed("objects"),
        wanted=listed("wanted"),
    )
