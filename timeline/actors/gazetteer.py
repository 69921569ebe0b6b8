"""The names in data/, compiled so that one pass over a text finds them all.

It must not decide what an ambiguous name means; it only says what it can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from timeline.actors.people_data import Person, known_people
from timeline.actors.words import Title, words
from timeline.lexicon import table

__all__ = ["SLIP_LENGTH", "Entry", "Gazetteer", "Phrases", "gazetteer"]

_FIRST = re.compile(r"[^\W_]+")
_STATE_KINDS = (
    ("P", ("places",)),
    ("K", ("seats",)),
    ("C", ("capitals",)),
    ("A", ("people", "adjectives")),
    ("S", ("name", "names")),
)  # a later kind wins: "Luxembourg" is a state before it is a capital
_GROUP_LISTS = (
    "pronouns.male", "pronouns.female", "pronouns.plural", "groups.numbers",
    "groups.bloc", "groups.armed", "groups.organisation",
)  # fmt: skip
UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
"""Capital letters of the Latin, Greek and Cyrillic blocks."""


SLIP_LENGTH = 9
"""Letters of a state's name from which one wrong letter still leaves it unmistakable."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase can name."""

    kind: str
    """S state, A its adjective or people, C capital, K seat of power, P place in it,
    O organisation, N known person, T title, G pronoun or group word, X nothing at all."""
    ids: tuple[str, ...] = ()
    """States, in data order, or the organisation or person."""
    ambiguous: bool = False
    """The phrase means other things too; the context must speak for it."""
    adjective: bool = False
    """A state's name that is its adjective as well ("US")."""
    title: Title | None = None
    """Set for T."""


Phrases = tuple[tuple[int, Entry] | None, tuple[tuple[str, Entry], ...]]
"""What one word alone names, with its length, and the longer phrases it begins, longest first."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every known name, ready for scanning, and what the ids stand for."""

    index: dict[str, Phrases]
    """First word to the phrases that begin with it."""
    upper: dict[str, Phrases]
    """The same in capitals, for headlines."""
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
    phrases: dict[str, Entry] = {}
    phrases.update(_state_phrases(states.values()))
    phrases.update(_organisation_phrases(organisations.values(), phrases))
    phrases.update(_people_phrases(people.values()))
    phrases.update(_blockers([*states.values(), *organisations.values()], phrases))
    _add_language(phrases, language)
    index = _index(_quoted(phrases))
    named = {p: e for p, e in phrases.items() if e.kind in "SACKON" and len(p) > 3}
    surnames: dict[str, tuple[Person, ...]] = {}
    for person in people.values():
        surnames[person.surname] = (*surnames.get(person.surname, ()), person)
    return Gazetteer(
        index=index,
        upper=_index({p.upper(): e for p, e in named.items()}),
        word=_word_pattern(index),
        states=states,
        organisations=organisations,
        people=people,
        given=_given(people.values(), language),
        surnames=surnames,
        slips=_slips(phrases),
    )


def _state_phrases(states: Iterable[Any]) -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for kind, keys in _STATE_KINDS:
        for state in states:
            doubtful = state.get("ambiguous", ())
            adjectives = state.get("adjectives", ())
            for phrase in _values(state, keys):
                if phrase[0].isdigit():
                    continue
                ids = _shared(out.get(phrase), kind, state["id"])
                out[phrase] = Entry(
                    kind, ids, phrase in doubtful, kind == "A" or phrase in adjectives
                )
    for phrase, entry in out.items():
        whole = out.get(phrase.partition(" ")[2])
        if entry.kind == "P" and whole and whole.kind == "S" and whole.ids[0] == entry.ids[0]:
            out[phrase] = replace(entry, kind="S")  # "South Lebanon" is Lebanon
    return out


def _shared(same: Entry | None, kind: str, state: str) -> tuple[str, ...]:
    """Return the states that share a phrase: those it names most directly come first."""
    if same is None:
        return (state,)
    others = tuple(i for i in same.ids if i != state)
    return (*others, state) if same.kind == kind else (state, *others)


def _values(entry: Any, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        value = entry.get(key, ())
        if isinstance(value, str):
            yield value
        else:
            yield from value


def _organisation_phrases(entries: Iterable[Any], taken: dict[str, Entry]) -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for entry in entries:
        doubtful = entry.get("ambiguous", ())
        for phrase in _values(entry, ("name", "names", "adjectives")):
            if phrase.startswith("the "):
                continue  # the bare name is listed too, or is another's ("the West Bank")
            if phrase not in taken or taken[phrase].kind in "P":
                out.setdefault(phrase, Entry("O", (entry["id"],), phrase in doubtful))
    return out


def _people_phrases(people: Iterable[Person]) -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for person in people:
        for phrase in (person.name, *person.also):
            same = out.get(phrase)
            out[phrase] = Entry("N", (*(same.ids if same else ()), person.name))
    return out


def _given(people: Iterable[Person], language: str) -> frozenset[str]:
    """Return given names: those the language's lists know, and those of known people."""
    lists = words(language).lists
    known = {p.name.split()[0] for p in people if p.name.endswith(" " + p.surname)}
    known = {name for name in known if "." not in name}
    return lists["names.given_male"] | lists["names.given_female"] | known


def _blockers(entries: Iterable[Any], taken: dict[str, Entry]) -> dict[str, Entry]:
    """Return the longer expressions in which a name does not mean its owner."""
    nothing = Entry("X")
    return {p: nothing for e in entries for p in e.get("not_in", ()) if p not in taken}


def _add_language(phrases: dict[str, Entry], language: str) -> None:
    lexicon = words(language)
    for name in lexicon.lower_names:
        full = phrases.get(name.title())
        if full:
            phrases[name] = full
    for phrase, title in lexicon.titles.items():
        entry = Entry("T", title=title)
        for spelling in (phrase, phrase[0].upper() + phrase[1:], _headline(phrase)):
            phrases.setdefault(spelling, entry)
    for key in _GROUP_LISTS:
        for word in lexicon.lists[key]:
            phrases.setdefault(word, Entry("G"))
            if not key.startswith("groups") or key.endswith("numbers"):
                phrases.setdefault(word.capitalize(), Entry("G"))


def _headline(phrase: str) -> str:
    """Capitalise as titles are: "Minister of Foreign Affairs", "Secretary-General"."""
    small = {"of", "for", "the", "in", "at"}
    return " ".join(
        w if w in small else "-".join(p[:1].upper() + p[1:] for p in w.split("-"))
        for w in phrase.split(" ")
    )


def _quoted(phrases: dict[str, Entry]) -> dict[str, Entry]:
    return {p.replace("’", "'").replace("–", "-"): e for p, e in phrases.items()}


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
