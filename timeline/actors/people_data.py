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

__all__ = ["Person", "Term", "holder", "known_people", "misspelt", "plain", "slug"]

_LONG_ENOUGH = 5
"""Letters of a surname from which one wrong letter still leaves it recognisable."""


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

    def surely_covers(self, day: date) -> bool:
        """Is ``day`` inside the term, on whatever day of its first and last year it changed?"""
        stamp = day.isoformat()
        began = self.start < stamp[: len(self.start)] or len(self.start) == len(stamp)
        lasts = not self.end or stamp[: len(self.end)] < self.end or len(self.end) == len(stamp)
        return began and lasts and self.covers(day)

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

    On a day of change it is who came in; None when nobody is known, or when the days known of
    two terms leave open which of them it was.
    """
    terms = [(t, p) for t, p in _holders().get((of, office), ()) if t.covers(day)]
    sure = [(t, p) for t, p in terms if t.surely_covers(day)]
    if not sure and len({p.name for _, p in terms}) > 1:
        return None
    return max(sure or terms, key=lambda pair: pair[0].start)[1] if terms else None


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


@lru_cache(maxsize=4096)
def misspelt(surname: str, office: str) -> tuple[Person, ...]:
    """Return holders of an office whose surname differs by one letter ("Mitterand")."""
    written = plain(surname)
    if len(written) < _LONG_ENOUGH:
        return ()
    people = _by_office().get((office, written[0]), {})
    return tuple(p for known, p in people.items() if _one_edit(known, written))


@cache
def _by_office() -> dict[tuple[str, str], dict[str, Person]]:
    out: dict[tuple[str, str], dict[str, Person]] = {}
    for person in known_people().values():
        name = plain(person.surname)
        for term in person.terms:
            out.setdefault((term.office, name[:1]), {})[name] = person
    return out


def _one_edit(one: str, other: str) -> bool:
    """Do two words differ by at most one letter put in, left out, changed, or swapped?"""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
