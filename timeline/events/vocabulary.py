"""The words that report an event, compiled once from data/lang/xx.events.toml.

It must not look at a sentence; what a sentence makes of a word is decided in candidates.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.errors import DataFileError
from timeline.lexicon import table

__all__ = ["Vocabulary", "vocabulary"]

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Event words by what they mean."""

    verbs: Mapping[str, tuple[tuple[Phrase, str], ...]]
    """Base form → (particles, event type), longest particles first; () for the bare verb."""
    nouns: Mapping[str, tuple[tuple[Phrase, str], ...]]
    """Last word of a noun, singular or plural → (words before it, event type), longest first."""
    light: frozenset[str]
    empty: frozenset[str]
    """Light verbs that say nothing besides ("hold", "have")."""
    phase: frozenset[str]
    """Verbs whose subject begins, goes on or ends ("the talks opened")."""
    adjectives: frozenset[str]
    """Event nouns that before a name are adjectives ("the ruling Centre Party")."""
    measures: frozenset[str]
    """Nouns that only count another ("a round of talks")."""
    speakers: frozenset[str]
    """Nouns of those who can say something."""
    report: frozenset[str]
    plain: frozenset[str]
    observed: frozenset[str]
    """Verbs that in the passive say that their subject took place ("fighting was reported")."""
    orders: frozenset[str]
    """Verbs of saying that with an infinitive tell of a demand."""
    speaking: frozenset[str]
    """Verbs whose "-ing" sets the scene for what is said."""
    state: frozenset[str]
    schedule: frozenset[str]
    cancel: frozenset[str]
    put_off: frozenset[str]
    """Those of them after which it is still to come, at another time."""
    refuse: frozenset[str]
    """Verbs whose infinitive did not happen."""
    deeds: frozenset[str]
    """Verbs that tell what an attack, a storm or a protest did to whom."""
    silence: frozenset[str]
    """Infinitives behind them by which somebody only told reporters nothing."""
    deny: frozenset[str]
    records: frozenset[str]
    """Words of rank, by which "since" leads to an earlier event of the kind ("first", "worst")."""
    suppose: frozenset[str]
    """Words that open a supposition ("if", "unless")."""
    modals: frozenset[str]
    """Modal verbs that make one ("could")."""
    carrying: Mapping[str, tuple[Phrase, ...]]
    """Verbs that carry a noun's event → their particles, most first; () for the bare verb."""
    carried: frozenset[str]
    """Those of them whose subject can be the event, in the active voice too."""
    naming: frozenset[str]
    """Verbs that in the passive only say how something is called ("a firm called Orion")."""
    senses: Mapping[str, Mapping[str, Mapping[str, str]]]
    """Word of several meanings → where to look ("object", …) → noun → event type, or "state"."""
    controls: frozenset[Phrase]
    """Verbs whose object does what follows a preposition ("accused Kenya of selling …")."""


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """Compile the event words of one language.

    Raises:
        DataFileError: A type in the file is not in data/event_types.toml.
    """
    name = f"lang/{language}.events"
    data = table(name)
    types = table("event_types")
    for part in ("verbs", "nouns"):
        for unknown in data[part].keys() - types.keys():
            raise DataFileError(
                f"data/{name}.toml: [{part}] has the unknown type {unknown!r}; "
                f"choose one of: {', '.join(types)}"
            )
    return Vocabulary(
        verbs=_verbs(data["verbs"]),
        nouns=_nouns(data["nouns"]),
        light=_set(data["light"]["verbs"]),
        empty=_set(data["light"]["empty"]),
        phase=_set(data["light"]["phase"]),
        adjectives=_set(data["light"]["adjectives"]),
        measures=_set(data["light"]["measures"]),
        speakers=frozenset(data["report"]["speakers"].split()),
        report=_set(data["report"]["verbs"]),
        **{k: _set(data["report"][k]) for k in ("plain", "observed", "orders", "speaking")},
        state=_set(data["state"]["verbs"]),
        schedule=_set(data["schedule"]["verbs"]),
        cancel=_set(data["cancel"]["verbs"]),
        **{key: _set(data["cancel"][key]) for key in ("put_off", "refuse", "silence")},
        deeds=_set(data["light"]["deeds"]),
        deny=_set(data["deny"]["verbs"]),
        records=_set(data["records"]["words"]),
        suppose=_set(data["hypothetical"]["words"]),
        modals=_set(data["hypothetical"]["modals"]),
        carrying=_by_verb(*(data[key]["verbs"] for key in ("light", "schedule", "cancel"))),
        carried=_set(data["light"]["phase"])
        | _set("|".join(data[key]["verbs"] for key in ("schedule", "cancel"))),
        naming=_set(data["state"]["naming"]),
        senses=_senses(table(f"{name}.senses"), types),
        controls=_controls(table(f"{name}.hold")),
    )


def _controls(senses: Mapping[str, Any]) -> frozenset[Phrase]:
    listed = (phrase for sense in senses.values() for phrase in _words(sense.get("verbs", "")))
    return frozenset(phrase for phrase in listed if len(phrase) == 2)


def _words(text: str) -> list[Phrase]:
    return [tuple(entry.split()) for entry in text.replace("\n", " ").split("|") if entry.strip()]


def _set(text: str) -> frozenset[str]:
    return frozenset(" ".join(entry) for entry in _words(text))


def _by_verb(*lists: str) -> dict[str, tuple[Phrase, ...]]:
    """Return the particles of each verb of some lists, those with most words first."""
    out: dict[str, set[Phrase]] = {}
    for lemma, *particles in (entry for text in lists for entry in _words(text)):
        out.setdefault(lemma, set()).add(tuple(particles))
    return {verb: tuple(sorted(found, key=len, reverse=True)) for verb, found in out.items()}


def _verbs(by_type: Mapping[str, Any]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    out: dict[str, list[tuple[Phrase, str]]] = {}
    for type_, text in by_type.items():
        for lemma, *particles in _words(text):
            out.setdefault(lemma, []).append((tuple(particles), type_))
    return {k: tuple(sorted(v, key=lambda entry: -len(entry[0]))) for k, v in out.items()}


def _nouns(by_type: Mapping[str, Any]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    out: dict[str, list[tuple[Phrase, str]]] = {}
    for type_, text in by_type.items():
        for *before, last in _words(text):
            for form in {last, _plural(last)}:
                out.setdefault(form, []).append((tuple(before), type_))
    return {k: tuple(sorted(v, key=lambda entry: -len(entry[0]))) for k, v in out.items()}


def _headings(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield each word with a place to look at and the nouns there, by event type."""
    for heading, places in data.items():
        for word in heading.split("|"):
            for place, by_type in places.items():
                yield word, place, by_type


def _senses(
    data: Mapping[str, Any], types: Mapping[str, Any]
) -> dict[str, dict[str, dict[str, str]]]:
    out: dict[str, dict[str, dict[str, str]]] = {}
    for word, place, by_type in _headings(data):
        signs = out.setdefault(word, {}).setdefault(place, {})
        for type_, nouns in by_type.items():
            if type_ not in types and type_ != "state":
                raise DataFileError(
                    f"data/lang/en.events.senses.toml: [{word}.{place}] has the unknown type "
                    f"{type_!r}; choose one of: {', '.join(types)}"
                )
            for noun in nouns.split():
                signs.update(dict.fromkeys((noun, _plural(noun)), type_))
    return out


def _plural(noun: str) -> str:
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh", "go")) else "s")
