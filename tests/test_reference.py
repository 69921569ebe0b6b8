"""Reference events: named in full, by what happened to a treaty, or by a place; else silence."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import lexicon
from timeline.errors import DataFileError
from timeline.events import reference
from timeline.events.reference_names import Catalogue, fold
from timeline.model import Actor, Mention, Reference, Span
from timeline.read import read

DCT = date(2021, 12, 7)
WORDS = lexicon.table("lang/en.reference")


def event(event_id: str, edtf: str, actors: str, **more: Any) -> dict[str, Any]:
    return {
        "id": event_id,
        "label": event_id.replace("-", " "),
        "edtf": edtf,
        "type": "meeting",
        "actors": actors.split(", "),
        "source": "https://example.org",
        **more,
    }


SUMMIT = ["Oslo summit", "Oslo meeting", "summit in Oslo", "summit"]
KNOWN = Catalogue.of(
    {
        "treaty": [
            {"id": "river", "label": "Rivertown Treaty", "names": ["Rivertown Treaty"]},
            {"id": "north", "label": "NORTH II", "names": ["NORTH II", "New NORTH"]},
        ],
        "event": [
            event("river-signing", "1987-12-08", "Arland, Borland", treaty="river", act="signing"),
            event("river-adoption", "1987-11", "Arland", treaty="river", act="adoption"),
            event("river-entry", "1988-06-01", "Borland", treaty="river", act="entry_into_force"),
            event("river-extension", "2021-02-03", "Arland", treaty="river", act="extension"),
            event("river-ratified", "1988-05", "Arland", treaty="river", act="ratification"),
            event("river-suspension", "2019-02-01", "Arland", treaty="river", act="suspension"),
            event("river-exit", "2019-08-02", "Arland, Borland", treaty="river", act="withdrawal"),
            event("river-expiry", "2021-11", "Arland, Borland", treaty="river", act="expiry"),
            event("north-signing", "2010", "Arland", treaty="north", act="opening_for_signature"),
            event("oslo-1985", "1985-11-19/1985-11-21", "Ann Lee, Bo Ray", names=SUMMIT,
                  place="Oslo"),
            event("oslo-2021", "2021-06-16", "Cy Dahl, Di Ek", names=SUMMIT, place="Oslo"),
            event("lima-2021", "2021-12-09", "Arland", names=["Lima forum"], place="Lima"),
            event("rome-2020", "2020-10", "G9", names=["G9 conference"], place="Rome"),
            event("rome-2021", "2021-10", "G9", names=["G9 conference"], place="Rome"),
            event("pact-1990", "1990", "G9", names=["creation of the G9 pact"]),
            event("bergen", "2020-05", "NATO, Cy Dahl", names=["Bergen summit"]),
            event("US-visit", "2020-02-03", "Arland", names=["US visit to Arland"]),
            event("coup", "2017-05", "Arland", names=["coup in Arland"]),
        ],
    }
)  # fmt: skip
ARLAND = Actor("ARL", "Arland", "state", "ARL")
BORLAND = Actor("BOR", "Borland", "state", "BOR")
CAST = {
    "Arland": ARLAND,
    "Borland": BORLAND,
    "the leader": Actor("leader", "Leader", "person", "ARL"),
    "Ann Lee": Actor("ann-lee", "Ann Lee", "person", None),
    "Bo Ray": Actor("bo-ray", "Bo Ray", "person", None),
    "Cy Dahl": Actor("cy-dahl", "Cy Dahl", "person", None),
    "Di Ek": Actor("di-ek", "Di Ek", "person", None),
}


def mentions(text: str) -> tuple[Mention, ...]:
    found = [
        Mention(Span(at, at + len(words)), actor, "name", Span(at, at + len(words)))
        for words, actor in CAST.items()
        for at in range(len(text))
        if text.startswith(words, at)
    ]
    return tuple(sorted(found, key=lambda mention: mention.span))


def find(text: str, *, dct: date | None = DCT) -> tuple[Reference, ...]:
    return reference.find(read(text), dct=dct, mentions=mentions(text), known=KNOWN)


def said(text: str, *, dct: date | None = DCT) -> list[tuple[str, str]]:
    return [(text[r.span.start : r.span.end], r.event_id) for r in find(text, dct=dct)]


def ids(text: str, *, dct: date | None = DCT) -> list[str]:
    return [r.event_id for r in find(text, dct=dct)]


def _rows(key: str) -> list[tuple[str, str]]:
    return [(entry["acts"][0], phrase) for entry in WORDS["act"] for phrase in entry[key]]


@pytest.mark.parametrize(("act", "phrase"), _rows("examples"))
def test_what_happened_to_a_treaty_is_its_event(act: str, phrase: str) -> None:
    doer = "" if "Arland" in phrase or "leader" in phrase else " Arland was there."
    found = ids(f"They spoke of it: {phrase}.{doer}")

    assert [e.act for e in KNOWN.by_treaty["river"] if e.event_id in found] == [act], found


@pytest.mark.parametrize(("act", "phrase"), _rows("not"))
def test_what_only_sounds_so_is_not(act: str, phrase: str) -> None:
    assert ids(f"They spoke of it: {phrase}.") == [], act


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He praised the Oslo summit today.", "the Oslo summit"),
        ("He praised the OSLO SUMMIT today.", "the OSLO SUMMIT"),
        ("He praised an Oslo\nsummit today.", "Oslo\nsummit"),
        ("After the summit in Oslo, they rested.", "the summit in Oslo"),
        ("It followed the U.S. visit to Arland, he said.", "the U.S. visit to Arland"),
        ("It followed a US visit to Arland.", "US visit to Arland"),
        ("The signing of the landmark 1987 Rivertown Treaty helped.",
         "The signing of the landmark 1987 Rivertown Treaty"),
        ("Rivertown Treaty (RT) was signed in Oslo.", "Rivertown Treaty (RT) was signed"),
        ("They saw the Rivertown Treaty, which was signed there.",
         "the Rivertown Treaty, which was signed"),
        ("The New NORTH treaty was signed then.", "The New NORTH treaty was signed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_span_is_the_words_that_name_it(text: str, words: str) -> None:
    assert [found for found, _ in said(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The Rivertown Treaty binds Arland.",
        "Under the Rivertown Treaty, Arland and Borland must disarm.",
        "The Oslo summits were many.",
        "The not-Oslo summitry went on.",
        "Photo: Oslo summit/XP",
        "If Oslo summit talks fail, all fails. Or if summit meetings fail.",
        "They went new north then and signed nothing. The new north was signed.",
        "Iran withdrew from the Rivertown Treaty.",
        "Borland suspended its participation in the Rivertown Treaty, as Arland had feared.",
        "He expected an Oslo summit soon.",
        "Ann Lee agreed to hold an Oslo summit.",
        "Ann Lee spoke of another Oslo summit.",
    ],
)
def test_what_names_no_event_refers_to_none(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    ("text", "dct", "meant"),
    [
        # the year said in the sentence
        ("The Oslo summit in 1985 broke the ice.", DCT, ["oslo-1985"]),
        ("In 1985, before the winter, came the Oslo summit.", DCT, ["oslo-1985"]),
        ("The Oslo summit of 2021 broke the ice.", None, ["oslo-2021"]),
        ("This year's Oslo summit broke the ice.", DCT, ["oslo-2021"]),
        # the clause speaks against it
        ("The Oslo summit of 1999 broke the ice.", DCT, []),
        ("The coup in Arland of 1999 failed.", DCT, []),
        ("Last year's Oslo summit broke the ice.", DCT, []),
        ("In 1999 they traded, and the coup in Arland came.", DCT, ["coup"]),
        ("The Oslo summit in May broke the ice.", DCT, []),
        ("The Oslo summit in June broke the ice.", DCT, ["oslo-2021"]),
        ("The summit in Vienna broke the ice.", DCT, []),
        ("The Berlin summit broke the ice.", DCT, []),
        # the actors
        ("At the Oslo summit Ann Lee met Bo Ray. Cy Dahl watched.", DCT, ["oslo-1985"]),
        ("Ann Lee remembers. The Oslo summit broke the ice.", DCT, ["oslo-1985"]),
        ("Ann Lee remembers. The Oslo summit broke the ice.", None, ["oslo-1985"]),
        ("Ann Lee saw Cy Dahl. The Oslo summit broke the ice.", DCT, ["oslo-2021"]),
        ("Ann Lee saw Cy Dahl. The Oslo summit broke the ice.", None, []),
        # the article's date
        ("The Oslo summit broke the ice.", DCT, ["oslo-2021"]),
        ("The Oslo summit broke the ice.", date(1986, 1, 1), ["oslo-1985"]),
        ("The Oslo summit broke the ice.", date(1980, 1, 1), []),
        ("The Oslo summit broke the ice.", date(2026, 1, 1), []),
        ("The Oslo summit broke the ice.", None, []),
        ("The G9 conference was long.", DCT, ["rome-2021"]),
        ("The G9 conference was long.", date(2021, 3, 1), ["rome-2020"]),
        # "a" of a series: any one of its kind, unless its place or day says which
        ("A G9 conference is never short.", DCT, []),
        ("A G9 conference in October was long.", DCT, ["rome-2021"]),
        ("An Oslo summit broke the ice.", DCT, ["oslo-2021"]),
        # what is to come
        ("The Lima forum will be short.", DCT, ["lima-2021"]),
        ("The Lima forum was short.", DCT, []),
        ("The Lima forum will be short.", date(2021, 6, 1), []),
        ("The Lima forum was short.", date(2021, 12, 9), ["lima-2021"]),
        ("The G9 conference will be long.", date(2021, 9, 20), ["rome-2021"]),
        ("The Lima forum was short.", None, ["lima-2021"]),
        # a treaty's own year is not the year of the act
        ("Arland and Borland extended the 1987 Rivertown Treaty.", DCT, ["river-extension"]),
        ("Arland extended the Rivertown Treaty in 2011.", DCT, []),
        ("Arland left the Rivertown Treaty in 2019.", DCT, ["river-exit"]),
        ("Arland left the Rivertown Treaty.", date(2018, 1, 1), []),
        # one party's own act
        ("Borland condemned the withdrawal by Arland from the Rivertown Treaty.", DCT,
         ["river-exit"]),
        ("Arland condemned Borland's withdrawal from the Rivertown Treaty.", DCT, []),
        ("The leader left. He said the leader pulled Borland out of the Rivertown Treaty.", DCT,
         []),
        ("The withdrawal from the Rivertown Treaty by Arland hurt.", DCT, ["river-exit"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_event_is_the_one_meant_or_none(text: str, dct: date | None, meant: list[str]) -> None:
    assert ids(text, dct=dct) == meant


FULL = "Cy Dahl and Di Ek held the Oslo summit."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Since Oslo, little has moved.", ["Oslo"]),
        ("Following Oslo, little has moved.", ["Oslo"]),
        ("Cy Dahl and Di Ek had agreed in Oslo to talk.", ["Oslo"]),
        ("Cy Dahl lives in Oslo.", []),
        ("The envoys met in Oslo.", []),
        ("Since Oslo Airport closed, little has moved.", []),
        ("The Oslo-based group left.", []),
        ("Since 1999 in Oslo Cy Dahl and Di Ek have agreed.", []),
        ("Oslo waits.", []),
    ],
)
def test_a_place_stands_for_the_summit_there(sentence: str, words: list[str]) -> None:
    assert [found for found, _ in said(f"{FULL} {sentence}")][1:] == words


@pytest.mark.parametrize(
    "text",
    [
        "Since Oslo, little has moved.",
        "The coup in Arland came. Since Arland, little has moved.",
        "The Oslo summit in 1985 was cold. The Oslo summit in 2021 was not. Since Oslo, all fits.",
    ],
)
def test_a_place_that_no_one_gathering_is_named_for_stands_for_itself(text: str) -> None:
    assert not [words for words, _ in said(text) if words in ("Oslo", "Arland")]


def test_the_longest_name_wins() -> None:
    assert said("The summit in Oslo was cold.") == [("The summit in Oslo", "oslo-2021")]


def test_a_reference_carries_what_the_data_says() -> None:
    (found,) = find("Arland and Borland extended the Rivertown Treaty.")

    assert (found.label, found.type, found.edtf) == ("river extension", "meeting", "2021-02-03")
    assert (found.interval.start, found.interval.end) == (date(2021, 2, 3), date(2021, 2, 4))
    assert found.source == "https://example.org"
    assert found.actors == (ARLAND,)  # as the text knows it


def test_actors_the_text_does_not_mention_come_from_the_data() -> None:
    text = "The extension of New START helped."
    (found,) = reference.find(read(text), dct=DCT, mentions=())

    assert [(a.actor_id, a.kind, a.country) for a in found.actors] == [
        ("USA", "state", "USA"),
        ("RUS", "state", "RUS"),
    ]


def test_a_person_whom_the_text_does_not_name_is_no_actor_of_an_organisations_event() -> None:
    known = Catalogue.of(
        {"treaty": [], "event": [event("g9", "2021-05-03", "NATO, Ann Lee", names=["spring fair"])]}
    )
    for text, expected in (
        ("The spring fair was long.", ["NATO"]),
        ("Ann Lee spoke at the spring fair.", ["NATO", "Ann Lee"]),
    ):
        (found,) = reference.find(read(text), dct=DCT, mentions=mentions(text), known=known)
        assert [a.label for a in found.actors] == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Bergen summit was long.", ["nato"]),
        ("Cy Dahl opened the Bergen summit.", ["nato", "cy-dahl"]),
        ("The Oslo summit in 1985 was long.", ["ann-lee", "bo-ray"]),
    ],
    ids=str,
)
def test_a_person_takes_part_where_named_or_alone(text: str, actors: list[str]) -> None:
    (found,) = find(text)

    assert [a.actor_id for a in found.actors] == actors


@pytest.mark.parametrize(
    ("text", "dct", "meant"),
    [
        ("The extension of New START helped.", DCT, ["new-start-extension"]),
        ("The New START treaty was signed in Prague.", DCT, ["new-start-signing"]),
        ("New START limits warheads.", DCT, []),
        ("They made a new start after the signing of nothing.", DCT, []),
        ("The signing of the INF Treaty ended an era.", DCT, ["inf-treaty-signing"]),
        ("The Paris Agreement entered into force.", DCT, ["paris-agreement-entry"]),
        ("Since the Paris Agreement, emissions rose.", DCT, []),
        ("The Bucharest NATO summit left both waiting.", DCT, ["nato-summit-bucharest-2008"]),
        ("The Helsinki summit of 1975 was the first.", DCT, ["helsinki-summit-1975"]),
        ("Russia invaded Ukraine.", DCT, []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_real_data_answers(text: str, dct: date, meant: list[str]) -> None:
    found = reference.find(read(text), dct=dct, mentions=())

    assert [r.event_id for r in found] == meant


def test_every_name_in_the_data_is_found_as_it_stands() -> None:
    from timeline.events.reference_names import catalogue

    known = catalogue()
    for entry in [*lexicon.table("reference_events")["event"],
                  *lexicon.table("reference_events")["treaty"]]:  # fmt: skip
        for phrase in entry.get("names", ()):
            text = f"He spoke of {phrase}, and left."
            found = [text[n.start : n.end] for n in known.names_in(text, fold(text))]
            assert found == [phrase], (entry["id"], found)


FRAGMENTS = [
    "the Oslo summit", "summit in Oslo", "Since Oslo,", "signed the Rivertown Treaty", "signing of",
    "the Rivertown Treaty", "Arland", "Cy Dahl", "and Di Ek", "in 1985", "expired", ".", "\n\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14))
def test_references_stand_in_order_and_apart(fragments: list[str]) -> None:
    spans = [found.span for found in find(" ".join(fragments))]

    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"edtf": "16 June 2021"}, "event 'x': EDTF '16 June 2021'"),
        ({"source": None}, "event 'x': key 'source' is missing"),
    ],
    ids=["date", "key"],
)
def test_a_broken_entry_is_named(broken: dict[str, Any], said: str) -> None:
    entry = {**event("x", "2021", "Arland"), **broken}
    entry = {key: value for key, value in entry.items() if value is not None}

    with pytest.raises(DataFileError, match=r"data/reference_events\.toml: ") as refusal:
        Catalogue.of({"event": [entry]})

    assert said in str(refusal.value)


def test_folding_keeps_every_offset() -> None:
    text = "İstanbul’s “Oslo—Lima” ẞ ŉ"

    assert len(fold(text)) == len(text)
    assert fold(text).endswith("ŉ")
    assert '\'s "oslo-lima"' in fold(text)


@pytest.mark.parametrize(
    "text",
    ["Rivertown Treaty " * 5_000, "the Oslo summit, " * 5_000, "signed " * 20_000, "x" * 200_000],
    ids=["treaties", "names", "verbs", "one word"],
)
def test_finding_time_grows_with_the_length_only(text: str) -> None:
    document = read(text)
    started = time.process_time()

    reference.find(document, dct=DCT, mentions=(), known=KNOWN)

    assert time.process_time() - started < 5  # the slowest takes under 1 s; quadratic, minutes
