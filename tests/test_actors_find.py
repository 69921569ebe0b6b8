"""Every row of tables/actors.tsv: a text, its date, and exactly the actors it names."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from timeline.actors import find
from timeline.model import Document, Mention, Sentence, SentenceKind, Span

TABLE = Path(__file__).parent / "tables" / "actors.tsv"
PRESS_DAY = date(2021, 12, 7)


def article(*sentences: str, kind: SentenceKind = "body") -> Document:
    """A document with one sentence a line, as reading would hand it on."""
    text = "\n".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:i]) for i in range(len(sentences))]
    spans = [Span(at, at + len(s)) for at, s in zip(starts, sentences, strict=True)]
    return Document(text, "", "", "en", tuple(Sentence(s, kind, 1) for s in spans))


def said(document: Document, mentions: tuple[Mention, ...]) -> list[str]:
    """Every mention as the table writes it."""
    words = [document.text[m.span.start : m.span.end] for m in mentions]
    return [f"{w} = {m.actor.label} ({m.role})" for w, m in zip(words, mentions, strict=True)]


def rows() -> list[pytest.param]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        pytest.param(r["text"], r["dct"], r["mentions"] or "", id=r["text"][:60]) for r in table
    ]


@pytest.mark.parametrize(("text", "dct", "mentions"), rows())
def test_find_names_exactly_the_actors_of_the_table(text: str, dct: str, mentions: str) -> None:
    document = article(*re.split(r"  ", text))
    day = None if dct == "-" else date.fromisoformat(dct)

    found = find(document, dct=day)

    assert said(document, found) == [m for m in mentions.split("; ") if m]


def countries(*sentences: str, dct: date | None = PRESS_DAY) -> dict[str, str | None]:
    return {m.actor.label: m.actor.country for m in find(article(*sentences), dct=dct)}


@pytest.mark.parametrize(
    ("text", "label", "country"),
    [
        ("Chilean Foreign Minister Ana Pérez resigned.", "Ana Pérez", "CHL"),
        ("Chile's foreign minister, Ana Pérez, resigned.", "Ana Pérez", "CHL"),
        ("Ana Pérez, the foreign minister of Chile, resigned.", "Ana Pérez", "CHL"),
        ("Presidents Ana Pérez of Chile and Luis Mora of Peru met.", "Luis Mora", "PER"),
        ("Chinese Defence Ministry spokesman Li Wen denied it.", "Li Wen", "CHN"),
        ("Peru's Ana Pérez won the prize.", "Ana Pérez", "PER"),
        ("FBI Director Ana Pérez resigned.", "Ana Pérez", "USA"),
        ("Secretary of State Grace Hill arrived.", "Grace Hill", "USA"),
        ("Foreign Minister Ana Pérez resigned.", "Ana Pérez", None),
        ("The Chilean Peace Council met.", "Chilean Peace Council", "CHL"),
        ("Hamas fired rockets.", "Hamas", "PSE"),
        ("NATO met.", "NATO", None),
        ("Vladimir Putin spoke.", "Vladimir Putin", "RUS"),
    ],
)
def test_find_links_an_actor_to_the_state_the_text_gives(
    text: str, label: str, country: str | None
) -> None:
    assert countries(text)[label] == country


def test_find_learns_a_state_from_a_later_sentence() -> None:
    found = countries("Ana Pérez spoke.", "Pérez was tired.", "Ana Pérez, Chile's envoy, left.")

    assert found["Ana Pérez"] == "CHL"


def test_find_keeps_the_naming_words_as_the_head() -> None:
    document = article("Russian President Vladimir Putin met Ana Pérez, the envoy of Chile.")

    heads = [document.text[m.head.start : m.head.end] for m in find(document, dct=PRESS_DAY)]

    assert heads == ["Vladimir Putin", "Russian", "Ana Pérez", "Chile"]


def test_find_passes_over_boilerplate() -> None:
    document = article("Photo: Ana Pérez/Reuters, Moscow", kind="boilerplate")

    assert find(document, dct=PRESS_DAY) == ()


def test_find_takes_no_new_people_from_a_heading_in_title_case() -> None:
    document = article("Grim Faces As Putin Leaves Rainy City", kind="heading")

    assert said(document, find(document, dct=PRESS_DAY)) == ["Putin = Vladimir Putin (name)"]


def test_find_knows_in_a_title_whom_the_body_introduces() -> None:
    text = "Pérez walks out\nChilean Foreign Minister Ana Pérez left the hall."
    title, body = Sentence(Span(0, 15), "title", 1), Sentence(Span(16, len(text)), "body", 2)
    document = Document(text, "", "", "en", (title, body))

    assert said(document, find(document, dct=PRESS_DAY))[0] == "Pérez = Ana Pérez (name)"


def test_find_gives_one_person_one_actor() -> None:
    document = article("Chilean Foreign Minister Ana Pérez left.", "Pérez was calm.", "She smiled.")

    actors = {m.actor for m in find(document, dct=PRESS_DAY) if m.actor.kind == "person"}

    assert {a.actor_id for a in actors} == {"ana-perez"}
    assert len(actors) == 1


def test_find_tells_two_presidents_of_one_name_apart_by_the_date() -> None:
    text = "President Bush spoke."

    labels = [countries(text, dct=date(year, 6, 1)) for year in (1990, 2003)]

    assert labels[0].keys() != labels[1].keys()


def test_find_leaves_an_office_to_its_state_when_no_date_is_known() -> None:
    document = article("The Russian president arrived.")

    assert said(document, find(document, dct=None)) == ["Russian president = Russia (adjective)"]


def test_find_reads_words_across_a_line_break() -> None:
    document = Document("Saudi\nArabia left.", "", "", "en", (Sentence(Span(0, 18), "body", 1),))

    assert [m.actor.actor_id for m in find(document, dct=None)] == ["SAU"]


def test_find_lets_a_later_mention_use_the_introduced_abbreviation() -> None:
    first = "The Norwegian Institute for Peace (NIP) warned."
    document = article(first, "NIP staff left.")

    assert said(document, find(document, dct=None))[-1] == (
        "NIP = Norwegian Institute for Peace (name)"
    )


def acting(*sentences: str, dct: date | None = PRESS_DAY) -> dict[str, list[str]]:
    """For whom the persons of a text act."""
    found = find(article(*sentences), dct=dct)
    return {m.actor.label: [a.label for a in m.acts_for] for m in found if m.acts_for}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Chilean Foreign Minister Ana Pérez spoke.", ["Chile"]),
        ("Ana Pérez, the Chilean envoy, spoke.", ["Chile"]),
        ("Hamas leader Ana Pérez spoke.", ["Hamas"]),
        ("U.N. inspector Ana Pérez spoke.", ["United Nations"]),
        ("Chile's deputy foreign minister, Ana Pérez, spoke.", ["Chile"]),
        ("Ana Pérez, a spokeswoman for the African Union, spoke.", ["African Union"]),
    ],
    ids=str,
)
def test_who_holds_a_post_acts_for_whose_post_it_is(text: str, whom: list[str]) -> None:
    assert acting(text) == {"Ana Pérez": whom}


def test_who_was_introduced_with_a_post_keeps_it_to_the_end() -> None:
    document = article("Hamas leader Ana Pérez spoke.", "It rained.", "Pérez left.")

    assert [a.label for a in find(document, dct=PRESS_DAY)[-1].acts_for] == ["Hamas"]


@pytest.mark.parametrize(
    "text",
    [
        "Chilean historian Ana Pérez spoke.",
        "Ana Pérez, the former Chilean envoy, spoke.",
        "Former Chilean President Ana Pérez spoke.",
        "Chile's Ana Pérez won.",
        "Putin's brother Ana Pérez spoke.",
    ],
)
def test_an_expert_or_a_former_holder_acts_for_nobody(text: str) -> None:
    assert "Ana Pérez" not in acting(text)


@pytest.mark.parametrize(
    ("opening", "who"),
    [("Eventually", ["ana-perez"]), ("Reluctantly", ["ana-perez"]), ("Kimberly", [])],
)
def test_an_adverb_that_opens_a_sentence_is_no_first_name(opening: str, who: list[str]) -> None:
    document = article("President Ana Pérez spoke.", f"{opening} Pérez left.")

    assert [m.actor.actor_id for m in find(document, dct=None)][1:] == who


@pytest.mark.parametrize(
    ("sentences", "state"),
    [
        (("Chile closed its border.", "President Ana Pérez spoke."), "Chile"),
        (("It rained in Oslo.", "In Santiago, Foreign Minister Ana Pérez spoke."), "Chile"),
        (("Chile closed its border.", "Interior Minister Ana Pérez spoke."), "Chile"),
    ],
    ids=str,
)
def test_an_office_without_a_state_is_of_where_the_story_plays(
    sentences: tuple[str, ...], state: str
) -> None:
    assert acting(*sentences)["Ana Pérez"] == [state]


@pytest.mark.parametrize(
    "sentences",
    [
        ("President Ana Pérez spoke.",),
        ("Chile closed its border.", "Ana Pérez spoke."),
        ("Chile closed its border.", "King Luis Pérez spoke."),
        ("The United States closed its border.", "Interior Minister Ana Pérez spoke."),
        ("Russia closed its border.", "President Ana Pérez spoke."),
    ],
    ids=str,
)
def test_nobody_is_given_a_state_that_cannot_be_theirs(sentences: tuple[str, ...]) -> None:
    assert all("Pérez" not in label for label in acting(*sentences))


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (("U.N. weapons inspectors arrived.", "The inspectors left."), "inspectors = UN"),
        (("Iraq's elite troops fled.", "The troops returned."), "troops = Iraq"),
        (("Inspectors from Norway came.", "The inspectors left."), "Inspectors = Norway"),
        (("Chile closed its border.", "Police arrested six men."), "Police = Chile"),
        (("Chile closed its border.", "The army denied it."), "army = Chile"),
        (("It rained.", "Police in Norway arrested six men."), "Norway = Norway"),
        (("Chile and Peru met.", "The negotiators slept."), "negotiators = Chile Peru"),
    ],
    ids=str,
)
def test_a_body_without_owner_is_that_of_which_the_text_has_told(
    sentences: tuple[str, ...], words: str
) -> None:
    document = article(*sentences)
    last = document.sentences[-1].span
    noun, whose = words.split(" = ")
    found = [m.actor.label for m in find(document, dct=PRESS_DAY) if m.span.start >= last.start]

    wanted = {"UN": "United Nations"}.get(whose, whose)
    assert " ".join(found) == wanted or noun == "Inspectors"


@pytest.mark.parametrize(
    "sentences",
    [
        ("Police arrested six men.",),
        ("Chile and Peru met.", "Police arrested six men."),
        ("Chile closed its border.", "An army patrol fled."),
        ("Chile closed its border.", "Other inspectors left."),
        ("Chile closed its border.", "Opposition candidate Ana Pérez spoke."),
        ("Norwegian troops came.", "Some troops left."),
        ("Peru, Chile and Cuba met.", "The negotiators slept."),
    ],
    ids=str,
)
def test_a_body_is_nobodys_where_that_is_not_clear(sentences: tuple[str, ...]) -> None:
    document = article(*sentences)
    last = document.sentences[-1].span
    found = find(document, dct=PRESS_DAY)

    assert [m for m in found if m.span.start >= last.start and m.actor.kind == "state"] == []
