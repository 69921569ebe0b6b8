"""data/offices.toml holds: forms, dates, sources, one holder at a time, and who must be there."""

import re
import tomllib
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "data"
TERMS: list[dict[str, Any]] = tomllib.loads((DATA / "offices.toml").read_text("utf-8"))["term"]

REQUIRED = {"person", "surname", "office", "of", "from", "source"}
OPTIONAL = {"also", "to"}
OFFICES = {
    "president", "prime minister", "chancellor", "foreign minister", "defence minister",
    "national security adviser", "general secretary", "secretary-general", "monarch",
    "supreme leader", "chairman", "vice president", "commission president",
    "council president", "high representative", "crown prince", "leader",
    "secretary of state", "finance minister",
}  # fmt: skip
HEADS = {
    "president", "prime minister", "chancellor", "monarch", "supreme leader",
    "general secretary", "chairman", "leader", "secretary-general", "commission president",
}  # fmt: skip
FOREIGN = {"foreign minister", "secretary of state"}
SINGLE = {"president", "prime minister", "chancellor"}
# Offices shared by law; the reason stands beside each.
SHARED = {
    ("BIH", "president"),  # the presidency of Bosnia and Herzegovina has three members
}
ORGANISATIONS = ["eu", "nato", "un"]
STATES = [
    "ARG", "AUS", "BRA", "CAN", "CHN", "FRA", "DEU", "IND", "IDN", "ITA", "JPN", "MEX", "RUS",
    "SAU", "ZAF", "KOR", "TUR", "GBR", "USA",  # the states of the G20
    "UKR", "IRN", "ISR", "PRK", "SUN",
]  # fmt: skip


def name(term: dict[str, Any]) -> str:
    """Name an entry so that it can be found in the file."""
    return f"{term.get('person')}, {term.get('office')} of {term.get('of')}, {term.get('from')}"


def first_day(edtf: str) -> date:
    """Return the first day an EDTF year, month or day can mean."""
    numbers = [int(part) for part in edtf.split("-")]
    return date(*[*numbers, 1, 1][:3])


def last_day(edtf: str) -> date:
    """Return the last day an EDTF year, month or day can mean."""
    first = first_day(edtf)
    if len(edtf) == len("2004"):
        return date(first.year, 12, 31)
    if len(edtf) == len("2004-03"):
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first


def is_real(edtf: str) -> bool:
    """Say whether the text is a day, month or year of the calendar."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", edtf):
        return False
    try:
        first_day(edtf)
    except ValueError:
        return False
    return True


def is_surely_held(term: dict[str, Any], day: date) -> bool:
    """Say whether the term covers the day however its coarse dates are read."""
    return last_day(term["from"]) <= day and ("to" not in term or day <= first_day(term["to"]))


def mid_term_day(term: dict[str, Any]) -> date | None:
    """Return a day well inside the term, or none if its dates are too coarse for one."""
    start = last_day(term["from"])
    if "to" not in term:
        return start + timedelta(days=1)
    end = first_day(term["to"])
    return start + (end - start) / 2 if start < end else None


def holders(term: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the other terms of the same office that cover the middle of this one."""
    day = mid_term_day(term)
    return [
        other
        for other in TERMS
        if other is not term
        and (other["of"], other["office"]) == (term["of"], term["office"])
        and day is not None
        and is_surely_held(other, day)
    ]


def people(of: str, offices: set[str]) -> list[str]:
    """Return who held any of the offices of one state or organisation."""
    return [term["person"] for term in TERMS if term["of"] == of and term["office"] in offices]


def test_offices_has_the_keys_the_head_comment_explains() -> None:
    missing = [(name(term), key) for term in TERMS for key in sorted(REQUIRED - set(term))]
    unknown = [
        (name(term), key) for term in TERMS for key in sorted(set(term) - REQUIRED - OPTIONAL)
    ]

    assert missing == []
    assert unknown == []


def test_offices_uses_only_offices_of_the_closed_list() -> None:
    assert [name(term) for term in TERMS if term["office"] not in OFFICES] == []


def test_offices_calls_only_the_american_foreign_minister_secretary_of_state() -> None:
    foreign = [term for term in TERMS if term["office"] in FOREIGN]

    assert [
        name(term)
        for term in foreign
        if (term["of"] == "USA") != (term["office"] == "secretary of state")
    ] == []


def test_offices_belong_to_a_state_of_actors_toml_or_an_organisation() -> None:
    actors = tomllib.loads((DATA / "actors.toml").read_text("utf-8"))
    known = {state["id"] for state in actors["state"]} | set(ORGANISATIONS)

    assert [name(term) for term in TERMS if term["of"] not in known] == []


def test_offices_dates_are_real_days_months_or_years() -> None:
    dates = [(name(term), term[key]) for term in TERMS for key in ("from", "to") if key in term]

    assert [(entry, edtf) for entry, edtf in dates if not is_real(edtf)] == []


def test_offices_terms_do_not_end_before_they_begin() -> None:
    ended = [term for term in TERMS if "to" in term]

    assert [name(term) for term in ended if last_day(term["to"]) < first_day(term["from"])] == []


def test_offices_keeps_only_terms_that_reach_1989() -> None:
    ended = [term for term in TERMS if "to" in term]

    assert [name(term) for term in ended if last_day(term["to"]).year < 1989] == []


def test_offices_sources_are_https_addresses() -> None:
    address = re.compile(r"https://[^\s/]+\.[^\s/]+/\S*")

    assert [name(term) for term in TERMS if not address.fullmatch(term["source"])] == []


def test_offices_surname_is_a_part_of_person() -> None:
    wrong = [term for term in TERMS if f" {term['surname']} " not in f" {term['person']} "]

    assert [(name(term), term["surname"]) for term in wrong] == []


def test_offices_also_holds_other_full_names_and_no_bare_surname() -> None:
    wrong = [
        (name(term), spelling)
        for term in TERMS
        for spelling in term.get("also", ["another name"])
        if " " not in spelling or spelling == term["person"]
    ]

    assert wrong == []
    assert [name(term) for term in TERMS if term.get("also") == []] == []


def test_offices_spells_a_person_the_same_in_every_term() -> None:
    surnames: dict[str, set[str]] = defaultdict(set)
    for term in TERMS:
        surnames[term["person"]].add(term["surname"])
    alternatives = {spelling for term in TERMS for spelling in term.get("also", [])}

    assert {person: found for person, found in surnames.items() if len(found) > 1} == {}
    assert sorted(alternatives & set(surnames)) == []


def test_offices_are_sorted_by_state_office_and_beginning() -> None:
    keys = [(term["of"].lower(), term["office"], term["from"]) for term in TERMS]

    assert [name(TERMS[at]) for at, (a, b) in enumerate(pairwise(keys), 1) if b < a] == []


def test_offices_lists_no_term_twice() -> None:
    times = Counter(name(term) for term in TERMS)

    assert [entry for entry, n_times in times.items() if n_times > 1] == []


def test_offices_has_one_holder_of_a_single_office_in_mid_term() -> None:
    wrong = [
        (name(term), "at the same time as", name(other))
        for term in TERMS
        if term["office"] in SINGLE and (term["of"], term["office"]) not in SHARED
        for other in holders(term)
        if other["person"] != term["person"]
    ]

    assert wrong == []


def test_offices_terms_of_one_person_in_one_office_do_not_overlap() -> None:
    wrong = [
        (name(term), "overlaps", name(other))
        for term in TERMS
        for other in holders(term)
        if other["person"] == term["person"]
    ]

    assert wrong == []


def test_offices_holds_at_least_250_terms() -> None:
    assert len(TERMS) >= 250


@pytest.mark.parametrize("of", [*STATES, *ORGANISATIONS])
def test_offices_covers_a_head_of_every_state_and_organisation(of: str) -> None:
    assert people(of, HEADS) != [], f"{of}: no head of state, government or organisation"


@pytest.mark.parametrize("of", STATES)
def test_offices_covers_a_foreign_minister_of_every_state(of: str) -> None:
    assert people(of, FOREIGN) != [], f"{of}: no foreign minister or secretary of state"


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004-12", date(2004, 12, 1), date(2004, 12, 31)),
        ("2004-03-09", date(2004, 3, 9), date(2004, 3, 9)),
    ],
)
def test_offices_coarse_dates_are_read_as_all_they_can_mean(
    edtf: str, first: date, last: date
) -> None:
    assert (first_day(edtf), last_day(edtf)) == (first, last)


@pytest.mark.parametrize("edtf", ["2004-13", "2004-02-30", "04-03-09", "2004-3", "9 March 2004"])
def test_offices_dates_outside_the_calendar_are_refused(edtf: str) -> None:
    assert not is_real(edtf)
