"""Which of the people in data/ a name means, by office, state and the article's date.

It must not know what the document has said.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.actors.gazetteer import Gazetteer
from timeline.actors.people_data import Person, misspelt

__all__ = ["Famous"]

_GENERIC_YEARS = 6
"""A bare surname means a known person whose term lies within so many years of the article."""
_TITLED_YEARS = 30
"""With an office before it, one whose term lies within so many."""


class Famous:
    """The known people, as one article may name them."""

    def __init__(self, names: Gazetteer, dct: date | None) -> None:
        self._names = names
        self._dct = dct

    def choose(self, names: Sequence[str], of: str) -> str:
        """Choose among the known people a name can mean, by state and date; empty where none."""
        people = [self._names.people[n] for n in names]
        if of:
            people = [p for p in people if any(self._akin(t.of, of) for t in p.terms)]
        if len(people) > 1 and self._dct:
            day = self._dct
            people = [p for p in people if any(t.near(day, 1) for t in p.terms)] or people
        return people[0].name if people else ""

    def _akin(self, one: str, other: str) -> bool:
        """Is it the same state, its successor or predecessor, or no state at all?"""
        states = self._names.states
        if one not in states or other not in states or one == other:
            return True
        return other in (states[one].get("successor"), "") or one == states[other].get("successor")

    def by_surname(self, surname: str, office: str, of: str, *, in_office: bool) -> list[Person]:
        """Return everybody whom a surname can mean; see ``Register.from_data``."""
        found: Sequence[Person] = self._names.surnames.get(surname, ())
        if office and not found:
            near = [p for p in misspelt(surname, office) if self._fits(p, office, of)]
            found = near if len(near) == 1 else ()
        fits = [p for p in found if self._fits(p, office, of)]
        if in_office or (len(fits) > 1 and self._dct):
            day = self._dct
            holding = [p for p in fits if day and any(t.covers(day) for t in p.terms)]
            return holding if in_office else holding or fits
        return fits

    def _fits(self, person: Person, office: str, of: str) -> bool:
        terms = [t for t in person.terms if not of or t.of == of]
        if office:
            terms = [t for t in terms if t.office == office] or (terms if of else [])
        if self._dct:
            day = self._dct
            years = _TITLED_YEARS if office else _GENERIC_YEARS
            terms = [t for t in terms if t.near(day, years)]
        return bool(terms)
