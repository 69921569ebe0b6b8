"""People in data/offices.toml: names, terms, and who held an office on a day.

It must not read the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from timeline.lexicon import table

__all__ = ["Person", "Term", "holder", "known_people", "plain", "slug"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office."""

    office: str
    of: str
    """State id, or organisation id."""
    start: str
    """First day, as far as known: ``2000-05-07``, ``1999``."""
    end: str
    """Last day likewise; empty while in office."""

    def covers(self, day: date) -> bool:
        """Is ``day`` inside the term, as far as its dates are known?"""
        stamp = day.isoformat()
        return self.start <= stamp and (not self.end or stamp[: len(self.end)] <= self.end)

    def near(self, day: date, years: int) -> bool:
        """Does the term begin or end within ``years`` of ``day``, or hold it?"""
        last = int(self.end[:4]) if self.end else 9999
        return int(self.start[:4]) - years <= day.year <= last + years


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds or held an office."""

    name: str
    surname: str
    also: tuple[str, ...]
    terms: tuple[Term, ...]


@cache
def known_people() -> dict[str, Person]:
    """Return everybody in data/offices.toml, by full name.

    Raises:
        DataFileError: The file is missing or is not TOML.
    """
    out: dict[str, Person] = {}
    for entry in table("offices")["term"]:
        term = Term(entry["office"], entry["of"], entry["from"], entry.get("to", ""))
        name = entry["person"]
        before = out.get(name)
        also = tuple(entry.get("also", ()))
        if before:
            also = before.also + tuple(a for a in also if a not in before.also)
        out[name] = Person(name, entry["surname"], also, (*(before.terms if before else ()), term))
    return out


@cache
def _holders() -> dict[tuple[str, str], list[tuple[Term, Person]]]:
    out: dict[tuple[str, str], list[tuple[Term, Person]]] = {}
    for person in known_people().values():
        for term in person.terms:
            out.setdefault((term.of, term.office), []).append((term, person))
    return out


@cache
def holder(of: str, office: str, day: date) -> Person | None:
    """Return who held ``office`` of a state or organisation on ``day``.

    On a day of change it is who came in; None when nobody is known.
    """
    terms = [(t, p) for t, p in _holders().get((of, office), ()) if t.covers(day)]
    return max(terms, key=lambda pair: pair[0].start)[1] if terms else None


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return a name without accents, in lower case, words joined by one space."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in name if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", name.casefold()))


def slug(name: str) -> str:
    """Return the id of a person or organisation that the data does not know."""
    return plain(name).replace(" ", "-")
