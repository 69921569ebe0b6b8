"""data/lang/en.actors.toml: what its lists promise to the code that reads them."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date

import pytest

from timeline.actors.gazetteer import gazetteer
from timeline.actors.people_data import Person, Term, holder, known_people, misspelt, plain
from timeline.actors.words import words
from timeline.lexicon import DATA, table

LISTS = tomllib.loads((DATA / "lang" / "en.actors.toml").read_text(encoding="utf-8"))
ARRAYS = [
    (section, key, value)
    for section, entries in LISTS.items()
    for key, value in entries.items()
    if isinstance(value, list)
]


@pytest.mark.parametrize(("section", "key", "value"), ARRAYS, ids=lambda v: str(v)[:20])
def test_no_phrase_is_listed_twice(section: str, key: str, value: list[str]) -> None:
    assert [phrase for phrase, n in Counter(value).items() if n > 1] == []


def test_every_office_is_one_that_the_terms_of_office_use() -> None:
    used = {term["office"] for term in table("offices")["term"]}

    assert set(LISTS["offices"]) <= used


def test_every_office_of_the_terms_has_words_for_it() -> None:
    assert {term["office"] for term in table("offices")["term"]} <= set(LISTS["offices"])


def test_no_given_name_tells_two_genders() -> None:
    lexicon = words()

    assert lexicon.male_names & lexicon.female_names == frozenset()


def test_states_of_titles_exist() -> None:
    assert set(words().states_of.values()) <= set(gazetteer().states)


def test_months_are_never_surnames() -> None:
    lists = words().lists

    assert {"May", "April"} <= lists["starters.surnames_never"]


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("president", "presidents"),
        ("minister of foreign affairs", "ministers of foreign affairs"),
        ("attorney general", None),
        ("spokesman", "spokesmen"),
        ("foreign secretary", "foreign secretaries"),
    ],
)
def test_titles_know_their_plural(phrase: str, plural: str | None) -> None:
    titles = words().titles

    assert not titles[phrase].plural
    if plural:
        assert titles[plural].plural
        assert titles[plural].office == titles[phrase].office


def test_every_name_of_the_data_can_be_found() -> None:
    names = gazetteer()
    label = {s: entry["name"] for s, entry in names.states.items()}

    first_words = {s: plain(name).split()[0] for s, name in label.items()}
    known = {plain(word) for word in names.index}
    assert [s for s, word in first_words.items() if word not in known] == []


def test_a_term_covers_its_first_and_last_day() -> None:
    term = Term("president", "PER", "2001-07-28", "2006-07-28")

    days = [date(2001, 7, 27), date(2001, 7, 28), date(2006, 7, 28), date(2006, 7, 29)]
    assert [term.covers(day) for day in days] == [False, True, True, False]


def test_a_term_known_by_its_years_covers_all_of_them() -> None:
    term = Term("president", "PER", "2001", "2006")

    assert term.covers(date(2001, 1, 1))
    assert term.covers(date(2006, 12, 31))


def test_a_term_without_an_end_still_runs() -> None:
    assert Term("president", "PER", "2001", "").covers(date(2030, 1, 1))


def test_on_a_day_of_change_the_new_holder_is_the_holder() -> None:
    found = holder("USA", "president", date(2021, 1, 20))

    assert found is not None
    assert found.name == "Joe Biden"


def test_nobody_holds_an_office_before_the_data_begins() -> None:
    assert holder("USA", "president", date(1801, 1, 1)) is None


def test_a_surname_with_one_wrong_letter_finds_its_owner() -> None:
    some = next(p for p in known_people().values() if p.surname == "Putin")

    assert misspelt("Puttin", "president") == (some,)
    assert misspelt("Puti", "president") == ()


def test_people_with_several_terms_are_one_person() -> None:
    putin: Person = known_people()["Vladimir Putin"]

    assert len([t for t in putin.terms if t.office == "president"]) == 2


def test_in_a_year_of_change_the_one_whose_days_are_known_holds_the_office() -> None:
    found = holder("ISR", "president", date(2021, 3, 5))  # the next is known to begin "2021"

    assert found is not None
    assert found.name == "Reuven Rivlin"


def test_two_terms_that_both_may_hold_a_day_name_nobody() -> None:
    assert holder("CHN", "defence minister", date(2003, 3, 5)) is not None
    assert not Term("president", "PER", "2001", "2004-05").surely_covers(date(2004, 5, 9))
    assert Term("president", "PER", "2001", "2004-05").surely_covers(date(2004, 4, 9))
