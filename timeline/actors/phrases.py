"""Every phrase that can name an actor, and what it can name; from data/ and the word tables.

It must not look at a text, nor arrange phrases for scanning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from timeline.actors.people_data import Person
from timeline.actors.words import Title, words

__all__ = ["Entry", "phrases_of"]

_STATE_KINDS = (
    ("P", ("places",)),
    ("K", ("seats",)),
    ("C", ("capitals",)),
    ("A", ("people", "adjectives")),
    ("S", ("name", "names")),
)  # a later kind wins: "Luxembourg" is a state before it is a capital
_GROUP_LISTS = (
    "pronouns.male", "pronouns.female", "pronouns.plural", "pronouns.thing", "groups.numbers",
    "groups.bloc", "groups.armed", "groups.organisation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase can name."""

    kind: str
    """S state, A its adjective or people, C capital, K seat of power, P place in it,
    O organisation, N known person, T title, G pronoun or group word, B noun for a body of
    people, X nothing at all."""
    ids: tuple[str, ...] = ()
    """States, in data order, or the organisation or person."""
    ambiguous: bool = False
    """The phrase means other things too; the context must speak for it."""
    adjective: bool = False
    """A state's name that is its adjective as well ("US")."""
    title: Title | None = None
    """Set for T."""


def phrases_of(
    states: Collection[Any],
    organisations: Collection[Any],
    people: Collection[Person],
    language: str,
) -> dict[str, Entry]:
    """Return what every phrase can name; where two claim one, states win, then organisations.

    Args:
        states: Entries of data/actors.toml.
        organisations: The same.
        people: Everybody in data/offices.toml.
        language: Whose titles and pronouns to take in.
    """
    phrases = _state_phrases(states)
    phrases.update(_organisation_phrases(organisations, phrases))
    phrases.update(_people_phrases(people))
    phrases.update(_blockers([*states, *organisations], phrases))
    _add_language(phrases, language)
    return _quoted(phrases)


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
    for key in (
        "bodies.domestic",
        "bodies.phrases",
        "bodies.groups",
        "bodies.sides",
        "bodies.pairs",
    ):
        for word in lexicon.lists[key]:
            for spelling in (word, word.capitalize()):
                phrases.setdefault(spelling, Entry("B"))


def _headline(phrase: str) -> str:
    """Capitalise as titles are: "Minister of Foreign Affairs", "Secretary-General"."""
    small = {"of", "for", "the", "in", "at"}
    return " ".join(
        w if w in small else "-".join(p[:1].upper() + p[1:] for p in w.split("-"))
        for w in phrase.split(" ")
    )


def _quoted(phrases: dict[str, Entry]) -> dict[str, Entry]:
    return {p.replace("’", "'").replace("–", "-"): e for p, e in phrases.items()}
