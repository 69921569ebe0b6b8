"""Find the names of reference events and treaties in a text; it decides for no event.

A text is scanned once for its words. Only names whose words, and pairs of neighbouring words, all
occur in it are then looked for in place, so a thousand names cost little more than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from timeline import lexicon
from timeline.errors import DataFileError, EdtfError
from timeline.model import Interval
from timeline.time import edtf

__all__ = ["Catalogue", "Known", "Name", "Named", "catalogue", "fold"]

_WORD = re.compile(r"\w+")
_CAPITALS = re.compile(r"[A-Z]{2,4}")
"""Words that are also written with full stops: "US", "U.S."."""
_FOLDED = {**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("“”", '"'), **dict.fromkeys("–—‑‐−", "-")}


@dataclass(frozen=True, slots=True)
class Known:
    """One event of data/reference_events.toml."""

    event_id: str
    label: str
    edtf: str
    interval: Interval
    type: str
    actors: tuple[str, ...]
    """Labels of who took part, the lead ones."""
    place: str
    """Where; empty when not told."""
    source: str
    treaty: str
    """Id of the treaty it happened to; empty for others."""
    act: str
    """What happened to the treaty; empty for others."""


@dataclass(frozen=True, slots=True)
class Name:
    """A phrase and what it can mean."""

    words: frozenset[str]
    """Its words of four letters and more; all must occur in a text that has it."""
    pairs: frozenset[tuple[str, str]]
    """Its pairs of neighbouring words, likewise."""
    phrase: str
    """The phrase itself, as the data spells it."""
    has_capitals: bool
    """Whether a word of it is written in capitals, so "start" is not "START"."""
    events: tuple[Known, ...]
    """Events it names."""
    treaties: tuple[str, ...]
    """Treaties it names."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in its place in a text."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All reference events, by name and by treaty."""

    by_anchor: Mapping[str, tuple[Name, ...]]
    """Names under their longest word."""
    by_treaty: Mapping[str, tuple[Known, ...]]
    """Events of a treaty."""

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Catalogue:
        """Index a table of the form of data/reference_events.toml."""
        events: dict[str, list[Known]] = {}
        treaties: dict[str, list[str]] = {}
        by_treaty: dict[str, list[Known]] = {}
        spelling: dict[str, str] = {}
        for entry in table.get("event", ()):
            known = _known(entry)
            if known.treaty:
                by_treaty.setdefault(known.treaty, []).append(known)
            for phrase in entry.get("names", ()):
                events.setdefault(spelling.setdefault(fold(phrase), phrase), []).append(known)
        for entry in table.get("treaty", ()):
            for phrase in entry["names"]:
                treaties.setdefault(spelling.setdefault(fold(phrase), phrase), []).append(
                    entry["id"]
                )
        by_anchor: dict[str, list[Name]] = {}
        for phrase in spelling.values():
            name = _name(phrase, tuple(events.get(phrase, ())), tuple(treaties.get(phrase, ())))
            by_anchor.setdefault(_anchor(phrase), []).append(name)
        return cls(
            {anchor: tuple(names) for anchor, names in by_anchor.items()},
            {treaty: tuple(known) for treaty, known in by_treaty.items()},
        )

    def names_in(self, text: str, folded: str) -> list[Named]:
        """Return every name in a text, in order; of overlapping ones the longest."""
        found = [named for name in self._possible(folded) for named in _places(name, text, folded)]
        found.sort(key=lambda named: (named.start - named.end, named.start))
        kept: list[Named] = []
        taken = bytearray(len(text))
        for named in found:
            if not any(taken[named.start : named.end]):
                taken[named.start : named.end] = b"\x01" * (named.end - named.start)
                kept.append(named)
        return sorted(kept, key=lambda named: named.start)

    def _possible(self, folded: str) -> Iterator[Name]:
        """Yield the names whose words, and pairs of them, all occur in the text."""
        sequence = _WORD.findall(folded)
        words = set(sequence)
        names = [
            name
            for anchor in words & self.by_anchor.keys()
            for name in self.by_anchor[anchor]
            if name.words <= words
        ]
        if names:
            pairs = set(pairwise(sequence))
            yield from (name for name in names if name.pairs <= pairs)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of data/reference_events.toml."""
    return Catalogue.of(lexicon.table("reference_events"))


def fold(text: str) -> str:
    """Return the text in small letters and plain quotes and dashes, of the same length."""
    small = text.lower()
    if len(small) != len(text):  # "İ" becomes two characters
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if small.isascii():
        return small
    for mark, plain in _FOLDED.items():
        small = small.replace(mark, plain)
    return small


def _known(entry: Mapping[str, Any]) -> Known:
    """Return one event of the table.

    Raises:
        DataFileError: A key is missing, or the date is not EDTF.
    """
    where = f"data/reference_events.toml: event {entry.get('id', 'without id')!r}"
    try:
        return Known(
            event_id=entry["id"],
            label=entry["label"],
            edtf=entry["edtf"],
            interval=edtf.read(entry["edtf"]),
            type=entry["type"],
            actors=tuple(entry["actors"]),
            place=entry.get("place", ""),
            source=entry["source"],
            treaty=entry.get("treaty", ""),
            act=entry.get("act", ""),
        )
    except KeyError as missing:
        raise DataFileError(
            f"{where}: key {missing} is missing; see the head of the file"
        ) from None
    except EdtfError as problem:
        raise DataFileError(f"{where}: {problem}") from None


def _name(phrase: str, events: tuple[Known, ...], treaties: tuple[str, ...]) -> Name:
    sequence = _WORD.findall(phrase)
    words = frozenset(fold(word) for word in sequence if len(word) > 3)
    pairs = frozenset(
        (fold(one), fold(two))
        for one, two in pairwise(sequence)
        if not _CAPITALS.fullmatch(one) and not _CAPITALS.fullmatch(two)
    )
    has_capitals = _CAPITALS.search(phrase) is not None
    return Name(words, pairs, phrase, has_capitals, events, treaties)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return the phrase as an expression for folded text: any white space, "U.S." for "US".

    Made when first asked for: an article has a few of a thousand names.
    """
    parts = []
    for token in re.split(r"(\W+)", phrase):
        if _CAPITALS.fullmatch(token):
            small = token.lower()
            parts.append(rf"(?:{small}|{''.join(letter + chr(92) + '.' for letter in small)})")
        elif token.isspace():
            parts.append(r"\s+")
        else:
            parts.append(re.escape(fold(token)))
    return re.compile("".join(parts))


def _anchor(phrase: str) -> str:
    """Return the longest word, the rarest a text can be asked for at no cost."""
    words: list[str] = _WORD.findall(fold(phrase))
    return max(words, key=len)


def _places(name: Name, text: str, folded: str) -> Iterator[Named]:
    """Yield where a name stands as whole words."""
    for found in _pattern(name.phrase).finditer(folded):
        start, end = found.span()
        if (start and folded[start - 1].isalnum()) or folded[end : end + 1].isalnum():
            continue
        if not (name.has_capitals and text[start:end].islower()):
            yield Named(start, end, name)
