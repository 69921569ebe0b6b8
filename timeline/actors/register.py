"""Who a document has introduced so far: people by their names, organisations by abbreviation.

It must not scan the text; people.py and organisations.py tell it what they found.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.actors.famous import Famous
from timeline.actors.gazetteer import Gazetteer
from timeline.actors.known import Known
from timeline.actors.people_data import Person, Term, holder, plain, slug
from timeline.actors.surnames import short_name
from timeline.actors.usage import Usage
from timeline.actors.words import Title, Words
from timeline.model import Actor

__all__ = ["Register"]


_HEADS = ("president", "prime minister", "chancellor", "supreme leader", "leader")
"""Offices of whom a text may call "the Kenyan leader", once it has named the person."""


class Register:
    """The people and organisations of one document."""

    def __init__(self, names: Gazetteer, lexicon: Words, dct: date | None) -> None:
        self._names = names
        self._lexicon = lexicon
        self.known: dict[str, Known] = {}
        self._by_word: dict[str, list[str]] = {}
        self._by_office: dict[tuple[str, str], list[str]] = {}
        self._by_owner: dict[str, list[str]] = {}
        self._told: dict[tuple[str, str], list[str]] = {}
        self._states: dict[str, Actor] = {}
        self.named: set[str] = set()
        """States and organisations the text has named by words that mean no other."""
        self.peoples: dict[str, str] = {}
        """Last word of a people's name ("Serbs") to the one the text means ("Bosnian Serbs")."""
        self.elsewhere: set[str] = set()
        """Cities that the text says lie in another state than the one they are known for."""
        self.dct = dct
        self.usage: Usage | None = None
        self.famous = Famous(names, dct)

    def add_person(self, name: str) -> str:
        """Introduce somebody by full name and return the key; the same name, the same key."""
        person = self._names.people.get(name)
        key = plain(name)
        if key not in self.known:
            twin = None if person else self._twin(key)
            if twin:
                return twin
            self._put(key, Known(name, "person", person))
            if person:
                self.known[key].country = self._country_of(person)
                self._alias(plain(person.surname), key)
                for term in self._terms(person):
                    self._give_office(key, term.office, term.of)
        return key

    def add_other(self, name: str, kind: str, country: str | None) -> str:
        """Introduce somebody or something by a name that is all we know; return the key."""
        key = plain(name)
        if key not in self.known:
            self._put(key, Known(name, kind))
        known = self.known[key]
        known.country = known.country or country
        return key

    def add_alias(self, alias: str, key: str) -> None:
        """Let a later ``alias`` (an abbreviation) mean an organisation."""
        self._alias(plain(alias), key)

    def learn(
        self, key: str, *, title: Title | None, of: str, former: bool = False, past: bool = False
    ) -> None:
        """Note what the text says of somebody: office, gender, state."""
        known = self.known[key]
        if of and of not in known.owners:
            known.owners.add(of)
            self._by_owner.setdefault(of, []).append(key)
        if past:
            known.past = True
        elif title and title.kind != "honorific":
            known.serve(title, of, self._lexicon.lists, is_state=not of or of in self._names.states)
        if title:
            known.gender = known.gender or title.gender
            known.heads.add(title.head)
            if title.office and not former:
                self._give_office(key, title.office, of)
                told = self._told.setdefault((title.office, of), [])
                if key not in told:
                    told.append(key)
        if of and not known.country and not known.person:
            known.country = self.country(of)

    def _give_office(self, key: str, office: str, of: str) -> None:
        known = self.known[key]
        if (office, of) not in known.offices:
            known.offices.add((office, of))
            self._by_office.setdefault((office, of), []).append(key)

    def learn_gender(self, key: str, pronoun: str) -> None:
        """Let a pronoun that clearly means somebody say who "she" can be later."""
        known = self.known.get(key)
        if known and not known.gender:
            is_male = pronoun.lower() in self._lexicon.lists["pronouns.male"]
            known.gender = "m" if is_male else "f"

    def _put(self, key: str, known: Known) -> None:
        self.known[key] = known
        if known.kind == "person":
            for word in {known.words[-1], known.words[0]}:
                self._alias(word, key)
            if len(known.words) > 2:
                self._alias(" ".join(known.words[-2:]), key)
            known.gender = self._gender(known.label)

    def _gender(self, name: str) -> str:
        """Return what the given name tells, empty where it does not."""
        given = plain(name).split(" ")[0]
        if given in self._lexicon.male_names:
            return "m"
        return "f" if given in self._lexicon.female_names else ""

    def _alias(self, alias: str, key: str) -> None:
        keys = self._by_word.setdefault(alias, [])
        if key not in keys:
            keys.append(key)

    def _twin(self, key: str) -> str | None:
        """Find the same person under a fuller or shorter name ("J. L. Smith", "John Smith")."""
        words = key.split()
        if len(words) < 2:
            return None
        for other in self._by_word.get(words[-1], ()):
            known = self.known.get(other)
            if (
                known
                and known.kind == "person"
                and known.words[-1] == words[-1]
                and len(known.words) > 1
            ):
                mine, its = words[0], known.words[0]
                if mine == its or (1 in (len(mine), len(its)) and mine[0] == its[0]):
                    return other
        return None

    def by_name(self, words: str) -> list[str]:
        """Return the keys that a surname, first name or abbreviation may mean here."""
        return self._by_word.get(plain(words), [])

    def holder(self, of: str, office: str) -> str | None:
        """Return who holds an office: whom the document calls so, else by date."""
        told = self._told.get((office, of), [])
        if len(told) == 1:
            return told[0]
        if office == "leader":
            heads = {k for head in _HEADS for k in self._by_office.get((head, of), ())}
            return heads.pop() if len(heads) == 1 else None
        person = holder(of, office, self.dct) if self.dct else None
        if person:
            return self.add_person(person.name)
        named = told or self._by_office.get((office, of), [])
        return named[0] if len(named) == 1 else None

    def titled(self, of: str, head: str) -> str | None:
        """Return the only person of this document with a title of a state or organisation.

        "The FBI chief" may have been introduced as its director; "the Iraqi envoy" only as envoy.
        """
        bosses = self._lexicon.lists["groups.bosses"]
        heads = bosses if head in bosses else frozenset({head})
        keys = [k for k in self._by_owner.get(of, ()) if not heads.isdisjoint(self.known[k].heads)]
        return keys[0] if len(keys) == 1 else None

    def from_data(
        self, surname: str, office: str, of: str, *, in_office: bool = False
    ) -> str | None:
        """Introduce a known person by surname, and by office and state where these are told.

        Args:
            surname: As written.
            office: The office the title names; empty where there is none.
            of: The state it belongs to; empty where the words do not say.
            in_office: Only who holds an office on the article's date.
        """
        fits = self.famous.by_surname(surname, office, of, in_office=in_office)
        if len(fits) == 1:
            return self.add_person(fits[0].name)
        countries = {self._country_of(p) for p in fits}
        if office and len(fits) > 1 and len(countries) == 1:
            return self.add_other(surname, "person", countries.pop())
        return None

    def _terms(self, person: Person) -> Iterable[Term]:
        day = self.dct
        return [t for t in person.terms if day is None or t.covers(day)]

    def _country_of(self, person: Person) -> str | None:
        return next((c for c in (self.country(t.of) for t in person.terms) if c), None)

    def country(self, of: str) -> str | None:
        """Return the ISO alpha-3 code behind a state or organisation id."""
        state = self._names.states.get(of)
        if state is not None:
            code = state.get("iso3", of)
            return str(code) if len(code) == 3 else None
        organisation = self._names.organisations.get(of)
        if organisation is not None and organisation.get("state"):
            return self.country(organisation["state"])
        known = self.known.get(of)
        return known.country if known else None

    def state(self, state_id: str) -> Actor:
        """Return the actor of a state."""
        actor = self._states.get(state_id)
        if actor is None:
            entry = self._names.states[state_id]
            actor = Actor(state_id, entry["name"], "state", self.country(state_id))
            self._states[state_id] = actor
        return actor

    def organisation(self, org_id: str) -> Actor:
        """Return the actor of an organisation, from the data or from this document."""
        entry = self._names.organisations.get(org_id)
        if entry is None:
            return self.actor(org_id)
        actor = self._states.get(org_id)
        if actor is None:
            kind = {"bloc": "bloc", "armed group": "group"}.get(entry["kind"], "organisation")
            actor = Actor(org_id, entry["name"], kind, self.country(org_id))  # type: ignore[arg-type]
            self._states[org_id] = actor
        return actor

    def actor(self, key: str) -> Actor:
        """Return the actor of a person or organisation of this document."""
        known = self.known[key]
        if known.actor is None:
            short = short_name(known, self.usage, self._called) if known.kind == "person" else ""
            known.actor = Actor(slug(known.label), known.label, known.kind, known.country, short)  # type: ignore[arg-type]
        return known.actor

    def _called(self, word: str) -> list[Known]:
        return [self.known[key] for key in self.by_name(word) if key in self.known]
