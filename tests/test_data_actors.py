"""data/actors.toml holds: forms, sources, references, and no word that two actors claim."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "data"
FILE: dict[str, Any] = tomllib.loads((DATA / "actors.toml").read_text("utf-8"))
STATES: list[dict[str, Any]] = FILE["state"]
ORGANISATIONS: list[dict[str, Any]] = FILE["organisation"]
ACTORS = STATES + ORGANISATIONS
BY_ID = {actor["id"]: actor for actor in ACTORS}

BOTH = {"id", "name", "names", "adjectives", "from", "to", "ambiguous", "not_in", "source"}
STATE_KEYS = BOTH | {"iso3", "people", "capitals", "seats", "places", "successor"}
ORGANISATION_KEYS = BOTH | {"kind", "state", "seat"}
NAMING = ("name", "names", "adjectives", "people", "capitals", "seats")
KINDS = {
    "organisation", "bloc", "armed group", "party", "company", "court", "ministry", "agency",
    "media",
}  # fmt: skip
ORGANISATION_COUNT = 60
FORMER_COUNT = 15
UN_MEMBER_COUNT = 193
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?~?")
UNASSIGNED = {"XKX"}  # in use for Kosovo; ISO 3166 has not assigned it
# The members of the United Nations, as world-countries 5.1.0 marks them
# (https://github.com/mledoze/countries, unMember; without the Holy See, an observer).
UN_MEMBERS = frozenset(
    re.findall(
        r"[A-Z]{3}",
        """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA
BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK
DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY
HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO
LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ
MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY
QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD
TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB
ZWE
""",
    )
)
OTHERS = ["VAT", "PSE", "XKX", "TWN", "HKG", "SUN", "YUG", "SCG", "CSK", "DDR", "west-germany"]
WELL_KNOWN = [
    "un", "un-security-council", "eu", "nato", "iaea", "who", "icc", "osce", "african-union",
    "hamas", "hezbollah", "taliban", "al-qaeda", "islamic-state", "plo", "ira", "reuters", "ap",
]  # fmt: skip


def name(actor: dict[str, Any]) -> str:
    """Name an entry so that it can be found in the file."""
    return f"{actor.get('id')} ({actor.get('name')})"


def values(actor: dict[str, Any], *keys: str) -> Iterator[str]:
    """Yield the texts under these keys, of single values and of lists."""
    for key in keys:
        value = actor.get(key, [])
        yield from [value] if isinstance(value, str) else value


def is_state(actor: dict[str, Any]) -> bool:
    """Tell a state from an organisation: only the latter has a kind."""
    return "kind" not in actor


def line_of(state: dict[str, Any]) -> set[str]:
    """Return the ids of a state and of all that came after it."""
    line = [state["id"]]
    while successor := BY_ID[line[-1]].get("successor"):
        assert successor not in line, f"{name(state)}: successors run in a circle"
        line.append(successor)
    return set(line)


def test_an_entry_has_the_keys_it_must_and_no_unknown_ones() -> None:
    for actor in ACTORS:
        required = {"id", "name", "source"} if is_state(actor) else {"id", "name", "kind", "source"}
        allowed = STATE_KEYS if is_state(actor) else ORGANISATION_KEYS
        assert required <= set(actor), f"{name(actor)} lacks {sorted(required - set(actor))}"
        assert set(actor) <= allowed, f"{name(actor)} has unknown {sorted(set(actor) - allowed)}"


def test_every_text_is_plain() -> None:
    for actor in ACTORS:
        for key, value in actor.items():
            texts = [value] if isinstance(value, str) else value
            assert texts, f"{name(actor)}: {key} is empty; leave it out"
            for text in texts:
                assert isinstance(text, str), f"{name(actor)}: {key} holds {text!r}"
                assert text, f"{name(actor)}: {key} holds an empty text"
                assert text == text.strip(), f"{name(actor)}: blanks around {text!r}"
                assert not set(text) & set("‘’“”ʻʼ`"), f"{name(actor)}: curly quote in {text!r}"
            assert len(set(texts)) == len(texts) or isinstance(value, str), (
                f"{name(actor)}: {key} says a word twice"
            )


def test_ids_are_unique() -> None:
    twice = [i for i, n in Counter(actor["id"] for actor in ACTORS).items() if n > 1]
    assert not twice, f"ids used twice: {twice}"


@pytest.mark.parametrize("table", [STATES, ORGANISATIONS], ids=["states", "organisations"])
def test_entries_are_sorted_by_id(table: list[dict[str, Any]]) -> None:
    for before, after in pairwise(table):
        assert before["id"] < after["id"], f"{name(after)} must stand before {name(before)}"


def test_a_state_is_called_by_its_code_or_by_a_lower_case_word() -> None:
    for state in STATES:
        code = state.get("iso3")
        if re.fullmatch(r"[A-Z]{3}", state["id"]) and state["id"] not in UNASSIGNED:
            assert code == state["id"], f"{name(state)}: iso3 must be the id"
        else:
            assert code is None, f"{name(state)}: a state with a code has it as its id"
            assert state["id"] in UNASSIGNED or re.fullmatch(r"[a-z]+(-[a-z]+)*", state["id"]), (
                f"{name(state)}: the id is neither a code nor lower case"
            )


def test_codes_are_unique() -> None:
    codes = Counter(state["iso3"] for state in STATES if "iso3" in state)
    twice = [code for code, n in codes.items() if n > 1]
    assert not twice, f"codes used twice: {twice}"


def test_an_organisation_has_a_kebab_case_id_and_a_known_kind() -> None:
    for organisation in ORGANISATIONS:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", organisation["id"]), name(organisation)
        assert organisation["kind"] in KINDS, f"{name(organisation)}: kind {organisation['kind']!r}"


@pytest.mark.parametrize("code", [*sorted(UN_MEMBERS), *OTHERS])
def test_every_member_of_the_un_and_other_states_in_the_news_are_there(code: str) -> None:
    assert code in BY_ID, f"{code} is missing"
    assert is_state(BY_ID[code]), f"{code} is not a state"


@pytest.mark.parametrize("key", WELL_KNOWN)
def test_organisations_that_news_name_daily_are_there(key: str) -> None:
    assert key in BY_ID, f"{key} is missing"


def test_the_list_of_un_members_is_whole() -> None:
    assert len(UN_MEMBERS) == UN_MEMBER_COUNT


@pytest.mark.parametrize("code", sorted(UN_MEMBERS))
def test_a_member_of_the_un_has_an_adjective_and_a_word_for_its_people(code: str) -> None:
    for key in ("adjectives", "people"):
        assert BY_ID[code].get(key), f"{name(BY_ID[code])} lacks {key}"


def test_there_are_enough_organisations_and_former_states() -> None:
    former = [state["id"] for state in STATES if "to" in state]
    assert len(ORGANISATIONS) >= ORGANISATION_COUNT
    assert len(former) >= FORMER_COUNT, f"former states: {former}"


def test_dates_are_edtf_and_in_order() -> None:
    for actor in ACTORS:
        start, end = actor.get("from"), actor.get("to")
        for text in filter(None, (start, end)):
            assert EDTF.fullmatch(text), f"{name(actor)}: {text!r} is not a date"
        if start and end:
            shared = min(len(start.rstrip("~")), len(end.rstrip("~")))
            assert start[:shared] <= end[:shared], f"{name(actor)}: {start} is after {end}"


def test_references_lead_to_states() -> None:
    for actor in ACTORS:
        for key in ("successor", "state"):
            for other in values(actor, key):
                assert other in BY_ID, f"{name(actor)}: {key} {other!r} is unknown"
                assert is_state(BY_ID[other]), f"{name(actor)}: {key} {other!r} is no state"


def test_a_state_with_a_successor_has_ended() -> None:
    for state in STATES:
        if "successor" in state:
            assert "to" in state, f"{name(state)} has a successor but no end"
            assert len(line_of(state)) > 1


def test_sources_are_web_addresses() -> None:
    for actor in ACTORS:
        assert re.fullmatch(r"https://[\w.-]+/\S*", actor["source"]), (
            f"{name(actor)}: source {actor['source']!r}"
        )


def test_ambiguous_words_are_words_of_the_entry() -> None:
    for actor in ACTORS:
        own = set(values(actor, *NAMING, "places"))
        strangers = [word for word in values(actor, "ambiguous") if word not in own]
        assert not strangers, f"{name(actor)}: ambiguous but not among its words: {strangers}"


def test_longer_expressions_hold_a_word_of_the_entry() -> None:
    for actor in ACTORS:
        own = set(values(actor, *NAMING, "places"))
        for phrase in values(actor, "not_in"):
            assert any(word in phrase for word in own), (
                f"{name(actor)}: {phrase!r} holds none of its words"
            )
            assert phrase not in own, f"{name(actor)}: {phrase!r} both names and does not name it"


def claims() -> dict[str, list[dict[str, Any]]]:
    """Return the actors that each word names."""
    claimed: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for actor in ACTORS:
        for word in dict.fromkeys(values(actor, *NAMING)):
            claimed[word].append(actor)
    return claimed


def may_share(word: str, one: dict[str, Any], other: dict[str, Any]) -> bool:
    """May both be called so: it is marked, or the one came after the other?"""
    if any(word in values(actor, "ambiguous") for actor in (one, other)):
        return True
    return is_state(one) and is_state(other) and not line_of(one).isdisjoint(line_of(other))


def test_no_two_actors_claim_one_word_unless_one_marks_it_ambiguous() -> None:
    clashes = [
        f"{word!r} names {name(one)} and {name(other)}"
        for word, actors in claims().items()
        for one, other in combinations(actors, 2)
        if not may_share(word, one, other)
    ]
    assert not clashes, "\n".join(clashes)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Palestinians", "PSE"), ("Israelis", "ISR"), ("South Korean", "KOR"),
        ("North Koreans", "PRK"), ("Pyongyang", "PRK"), ("Teheran", "IRN"), ("Kiev", "UKR"),
        ("Peking", "CHN"), ("The Hague", "NLD"), ("Burmese", "MMR"), ("Ivorian", "CIV"),
        ("Welsh", "GBR"), ("Spaniards", "ESP"), ("U.S.", "USA"), ("Kremlin", "RUS"),
        ("Knesset", "ISR"), ("Downing Street", "GBR"), ("Pentagon", "USA"), ("Soviet", "SUN"),
        ("Zairean", "ZAR"), ("East German", "DDR"), ("Ramallah", "PSE"), ("Taipei", "TWN"),
        ("Al Qaeda", "al-qaeda"), ("Hizbollah", "hezbollah"), ("Taleban", "taliban"),
        ("U.N.", "un"), ("Bosnian Serbs", "bosnian-serbs"), ("Chechens", "chechens"),
    ],
)  # fmt: skip
def test_words_of_the_news_name_their_actor(word: str, key: str) -> None:
    assert word in values(BY_ID[key], *NAMING), f"{word!r} does not name {name(BY_ID[key])}"
