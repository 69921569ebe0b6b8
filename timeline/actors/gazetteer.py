"""The names in data/, compiled so that one pass over a text finds them all.

It must not decide what an ambiguous name means; it only says what it can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.actors.people_data import Person, known_people
from timeline.actors.phrases import Entry, phrases_of
from timeline.actors.words import words
from timeline.lexicon import table

__all__ = ["SLIP_LENGTH", "Entry", "Gazetteer", "Phrases", "capitals", "gazetteer"]

_FIRST = re.compile(r"[^\W_]+")
UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
"""Capital letters of the Latin, Greek and Cyrillic blocks."""


SLIP_LENGTH = 9
"""Letters of a state's name from which one wrong letter still leaves it unmistakable."""


Phrases = tuple[tuple[int, Entry] | None, tuple[tuple[str, Entry], ...]]
"""What one word alone names, with its length, and the longer phrases it begins, longest first."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every known name, ready for scanning, and what the ids stand for."""

    index: dict[str, Phrases]
    """First word to the phrases that begin with it."""
    word: re.Pattern[str]
    """Finds every word worth looking up."""
    states: dict[str, Any]
    organisations: dict[str, Any]
    people: dict[str, Person]
    given: frozenset[str]
    """First words of known people's names."""
    surnames: dict[str, tuple[Person, ...]]
    slips: dict[str, str]
    """Long one-word names of states with one letter left out, to the name."""


@cache
def gazetteer(language: str = "en") -> Gazetteer:
    """Compile the names and titles for texts in one language.

    Raises:
        DataFileError: A data file is missing or is not TOML.
    """
    actors = table("actors")
    states = {entry["id"]: entry for entry in actors["state"]}
    organisations = {entry["id"]: entry for entry in actors.get("organisation", ())}
    people = known_people()
    phrases = phrases_of(states.values(), organisations.values(), people.values(), language)
    index = _index(phrases)
    return Gazetteer(
        index=index,
        word=_word_pattern(index),
        states=states,
        organisations=organisations,
        people=people,
        given=_given(people.values(), language),
        surnames=_surnames(people.values()),
        slips=_slips(phrases),
    )


@cache
def capitals() -> dict[str, Phrases]:
    """Return the names in capitals, for headlines; made when the first one needs them."""
    named = {
        phrase.upper(): entry
        for word, (exact, longer) in gazetteer().index.items()
        for phrase, entry in (*longer, *([(word, exact[1])] if exact else ()))
        if entry.kind in "SACKON" and len(phrase) > 3
    }
    return _index(named)


def _given(people: Iterable[Person], language: str) -> frozenset[str]:
    """Return given names: those the language's lists know, and those of known people."""
    lists = words(language).lists
    known = {p.name.split()[0] for p in people if p.name.endswith(" " + p.surname)}
    known = {name for name in known if "." not in name and len(name) > 2}  # "Al Watan"
    return lists["names.given_male"] | lists["names.given_female"] | known


def _index(phrases: dict[str, Entry]) -> dict[str, Phrases]:
    lists: dict[str, list[tuple[str, Entry]]] = {}
    for phrase, entry in phrases.items():
        first = _FIRST.match(phrase)
        if first:
            lists.setdefault(first.group(), []).append((phrase, entry))
    out: dict[str, Phrases] = {}
    for word, pairs in lists.items():
        longer = sorted((p for p in pairs if p[0] != word), key=lambda pair: -len(pair[0]))
        alone = [(len(word), entry) for phrase, entry in pairs if phrase == word]
        out[word] = (alone[0] if alone else None, tuple(longer))
    return out


def _surnames(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """Return who has a surname, in every spelling the data has of it."""
    out: dict[str, tuple[Person, ...]] = {}
    for person in people:
        spellings = {person.surname}
        if person.name.endswith(" " + person.surname) and " " not in person.surname:
            spellings |= {name.rsplit(" ", 1)[-1] for name in person.also}
        for surname in spellings:
            out[surname] = (*out.get(surname, ()), person)
    return out


def _slips(phrases: dict[str, Entry]) -> dict[str, str]:
    """Return what long state names look like with one letter left out, where that is clear."""
    out: dict[str, str] = {}
    for phrase, entry in phrases.items():
        if entry.kind == "S" and len(phrase) >= SLIP_LENGTH and phrase.isalpha():
            for short in (phrase[:i] + phrase[i + 1 :] for i in range(1, len(phrase))):
                out[short] = phrase
    return out


def _word_pattern(index: dict[str, Phrases]) -> re.Pattern[str]:
    """Compile "any capitalised word, or a lower-case word that begins a known phrase"."""
    lower: dict[str, list[str]] = {}
    for word in sorted(index):
        if word[0].islower():
            lower.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = "|".join(f"{k}(?:{'|'.join(sorted(v, reverse=True))})" for k, v in lower.items())
    return re.compile(rf"(?<!\w)(?:[{UPPER}]\w*|(?:{branches})(?!\w))")
