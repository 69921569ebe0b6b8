"""Word classes and verb forms, compiled once from data/lang/xx.grammar.toml.

It must not look at a sentence: what a form *can* be is decided here, what it *is* in parse.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import table

__all__ = ["Words", "base_form", "inflections", "verb_form", "words"]

_VOWELS = frozenset("aeiou")
_DIGRAPHS = frozenset({"ai", "ea", "ee", "ei", "ie", "oa", "oi", "oo", "ou"})
"""Two letters for one vowel: "sail", "deal"; "initial" and "fuel" have two vowels there."""

_SHORTEST_STEM = 3
_SILENT_E = re.compile(
    r"(at|[vcuz]|[dn]g|[aeiou]s|[rl][gs]|[bdfgkptz]l|(?<![aeiou])[aeiou][pkmbdg]"
    r"|(?<![aeiou])[aiu][nrt]|(?<![aeiou])[iu]l|ot)$"
)
"""Endings of a past tense's stem behind which English writes an "e"."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a lower-case word can be."""

    closed: dict[str, str]
    """Word → tag of its closed class: DET PRON PREP COORD SUB REL TO MODAL BE HAVE DO NOT ADV."""
    forms: dict[str, tuple[str, str]]
    """Verb form → (flags, base form); flags are B base, Z -s, D past, N participle, G -ing."""
    planned: frozenset[str]
    """Words that make a plan of "be … to"."""
    intends: frozenset[str]
    """Base forms after which an infinitive has not happened yet."""
    reports: frozenset[str]
    """Base forms that take a clause without "that"."""
    contains: frozenset[str]
    """Base forms besides those that take a clause with "that" ("declared on Friday that …")."""
    intransitive: frozenset[str]
    """Verbs that nobody can undergo, so that their "-ed" is no participle ("died")."""
    done_to: tuple[frozenset[str], frozenset[str], frozenset[str]]
    """Verbs that without an object are passive in a headline: of anybody, of things, to office."""
    harms: frozenset[str]
    """Verbs of what befalls people in a list ("one was killed and two others wounded")."""
    only: frozenset[str]
    """Base forms of verbs that are no nouns in any form without "-ing" ("send", not "visit")."""
    content: frozenset[str]
    """Nouns whose content a "that" tells ("claims that …")."""
    alone: frozenset[str]
    """Determiners that can be a subject by themselves ("both met")."""
    nouns_in_ly: frozenset[str]
    """Words in -ly that are no adverbs ("family")."""
    plural: frozenset[str]
    """Nouns that are plural without an "-s" ("people", "police")."""
    named: frozenset[str]
    """Nouns behind which a name may stand that is theirs ("the village Arusha")."""
    nouns_in_ing: frozenset[str]
    """Words in -ing that are nouns at least as often as verbs ("meeting")."""
    alone_in_ing: frozenset[str]
    """Words in -ing that are nouns where nothing stands before them ("fighting")."""
    describing: frozenset[str]
    """Adjectives without an ending that tells, which open a sentence ("Heavy fighting")."""
    calendar: frozenset[str]
    """Names of days and months, which stand behind a noun without being its object."""
    new: frozenset[str]
    """Adverbs that make an adjective of the participle behind them ("newly appointed")."""
    attempts: frozenset[str]
    """Base forms of verbs whose infinitive was tried when they were done, not later."""
    no_agents: frozenset[str]
    """Nouns that behind "by" name no doer ("won by a landslide", "sent by sea")."""
    passive_by: frozenset[str]
    """Verbs whose participle describes a noun only before "by" ("Mora, succeeded by Okoth")."""


_CLASSES = (
    ("adverb", "ADV"),
    ("preposition", "PREP"),
    ("subordinator", "SUB"),
    ("relative", "REL"),
    ("pronoun", "PRON"),
    ("determiner", "DET"),
    ("coordinator", "COORD"),
    ("negation", "NOT"),
    ("modal", "MODAL"),
    ("do", "DO"),
    ("have", "HAVE"),
    ("be", "BE"),
    ("infinitive", "TO"),
)  # later classes win: "since" is more often SUB than ADV, "that" more often DET than SUB


@cache
def words(language: str = "en") -> Words:
    """Compile the word tables of one language.

    Raises:
        DataFileError: The language has no grammar file.
    """
    data = table(f"lang/{language}.grammar")
    closed = {word: tag for key, tag in _CLASSES for word in data["closed"][key].split()}
    return Words(
        closed,
        _forms(data["verbs"]),
        frozenset(data["tense"]["planned"].split()),
        frozenset(data["tense"]["intends"].split()),
        frozenset(data["tense"]["reports"].split()),
        frozenset(data["tense"]["contains"].split()),
        frozenset(data["verbs"]["intransitive"].split()),
        (
            frozenset(data["verbs"]["done_to_anybody"].split()),
            frozenset(data["verbs"]["done_to_things"].split()),
            frozenset(data["verbs"]["done_to_office"].split()),
        ),
        frozenset(data["verbs"]["harms"].split()),
        frozenset(data["verbs"]["only"].split()),
        frozenset(data["tense"]["content"].split()),
        frozenset(data["closed"]["alone"].split()),
        frozenset(data["closed"]["not_adverb"].split()),
        frozenset(data["nouns"]["plural"].split()),
        frozenset(data["nouns"]["named"].split()),
        frozenset(data["nouns"]["in_ing"].split()),
        frozenset(data["nouns"]["alone_in_ing"].split()),
        frozenset(data["nouns"]["describing"].split()),
        frozenset(data["nouns"]["calendar"].split()),
        frozenset(data["nouns"]["new"].split()),
        frozenset(data["tense"]["attempts"].split()),
        frozenset(data["nouns"]["by"].split()),
        frozenset(data["verbs"]["passive_by"].split()),
    )


def _forms(verbs: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the flags and base form of every form of the listed verbs."""
    forms: dict[str, tuple[str, str]] = {}
    for line in verbs["irregular"].strip().splitlines():
        base, past, participle = line.split()
        _add(forms, inflections(base, past, participle), base)
    for entry in verbs["regular"].split():
        base = entry.rstrip("+")
        _add(forms, inflections(base, doubles=entry.endswith("+")), base)
    for word in verbs["never"].split():
        forms.pop(word, None)
    return forms


def verb_form(word: str, lexicon: Words) -> tuple[str, str]:
    """Return the flags and base form of a word tagged VERB; unknown ones end in -ed or -ing."""
    known = lexicon.forms.get(word)
    if known:
        return known
    if word.endswith("ing"):
        return "G", _base(word[:-3])
    if word.endswith("ed"):
        return "DN", _base(word[:-2])
    return ("Z", word[:-1]) if word.endswith("s") else ("B", word)


def base_form(written: str) -> str:
    """Return the base form of a verb that no list has, by its past tense; empty for no such.

    "Deluged" is of "deluge", "toppled" of "topple", "rebutted" of "rebut", "rallied" of "rally".
    """
    stem = written.removesuffix("ed")
    return "" if stem == written or " " in stem or len(stem) < _SHORTEST_STEM else _base(stem)


def _base(stem: str) -> str:
    if len(stem) < _SHORTEST_STEM:
        return stem
    if stem.endswith("i"):
        return stem[:-1] + "y"  # "emptied"
    if stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]  # "tagged"
    return f"{stem}e" if _SILENT_E.search(stem) else stem  # "vindicated", "taped"


def _add(forms: dict[str, tuple[str, str]], new: Iterator[tuple[str, str]], base: str) -> None:
    for flag, form in new:
        flags, lemma = forms.get(form, ("", base))
        if flag not in flags:
            forms[form] = (flags + flag, lemma)


def inflections(
    base: str, past: str = "", participle: str = "", *, doubles: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield (flag, form) of an English verb by the regular spelling rules.

    Source: Quirk et al., A Comprehensive Grammar of the English Language, 3.5-3.10.
    """
    british = base[-1] == "l" and len(base) > 3 and base[-2] in _VOWELS
    british = british and base[-3:-1] not in _DIGRAPHS
    if british and not doubles and not past:  # "initialled" beside "initialed"
        yield from ((f, w) for f, w in inflections(base, doubles=True) if f in "DNG")
    stem = base + base[-1] if doubles else base
    ends_in_y = base.endswith("y") and base[-2:-1] not in _VOWELS
    yield "B", base
    if ends_in_y:
        yield "Z", base[:-1] + "ies"
    elif base.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield "Z", base + "es"
    else:
        yield "Z", base + "s"
    regular = base + "d" if base.endswith("e") else base[:-1] + "ied" if ends_in_y else stem + "ed"
    yield "D", past or regular
    yield "N", participle or regular
    if base.endswith("ie"):
        yield "G", base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        yield "G", base[:-1] + "ing"
    else:
        doubled = doubles or (past and _doubles(base))
        yield "G", (base + base[-1] if doubled else base) + "ing"


def _doubles(base: str) -> bool:
    """Does an irregular verb double its last letter before -ing ("set", not "meet")?"""
    return (
        len(base) >= 3
        and base[-1] not in "aeiouwxy"
        and base[-2] in _VOWELS
        and (base[-3] not in _VOWELS or base[-4:-2] == "qu")
        and base not in {"hear", "open"}
    )
