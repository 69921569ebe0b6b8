"""Reading: what each line is on the page, and where sentences end."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline import lexicon
from timeline.model import Document
from timeline.read import read
from timeline.read.sentences import split
from timeline.read.words import fill, named_parts, words

TABLE = lexicon.table("lang/en.text")
STORY = "The two envoys met in Oslo. They agreed to meet again."


def lines(document: Document) -> list[tuple[str, str]]:
    """Return kind and words of every piece, white space as single blanks."""
    return [
        (piece.kind, " ".join(document.text[piece.span.start : piece.span.end].split()))
        for piece in document.sentences
    ]


def of_kind(document: Document, kind: str) -> list[str]:
    return [line for its_kind, line in lines(document) if its_kind == kind]


@pytest.mark.parametrize(("text", "n_sentences"), TABLE["sentence"]["examples"], ids=str)
def test_sentences_end_where_a_reader_hears_them_end(text: str, n_sentences: int) -> None:
    found = [text[start:end] for start, end in split(text, 0, len(text), words("en"))]

    assert len(found) == n_sentences, found


def _rows(key: str) -> list[tuple[str, str, str]]:
    return [(e["name"], e["pattern"], line) for e in TABLE["boilerplate"] for line in e[key]]


@pytest.mark.parametrize(("name", "pattern", "line"), _rows("examples"))
def test_each_pattern_knows_its_examples(name: str, pattern: str, line: str) -> None:
    assert re.fullmatch(fill(pattern, named_parts(TABLE)), line, re.I), name


@pytest.mark.parametrize(("name", "pattern", "line"), _rows("not"))
def test_each_pattern_leaves_its_counter_examples_alone(name: str, pattern: str, line: str) -> None:
    assert not re.fullmatch(fill(pattern, named_parts(TABLE)), line, re.I), name


@pytest.mark.parametrize(
    "line",
    [line for e in TABLE["boilerplate"] if e["where"] == "line" for line in e["not"]],
)
def test_no_other_pattern_takes_a_counter_example(line: str) -> None:
    assert not words("en").line.fullmatch(line)


def test_headline_days_and_entries_are_told_apart() -> None:
    known, head = words("en"), TABLE["headline"]

    assert [line for line in head["days"] if not known.day_heading.fullmatch(line)] == []
    assert [line for line in head["no_days"] if known.day_heading.fullmatch(line)] == []
    assert [line for line in head["entries"] if not known.entry.match(line)] == []
    assert [line for line in head["no_entries"] if known.entry.match(line)] == []


def test_the_scenes_of_the_data_are_known_and_what_is_none_is_left() -> None:
    scene, known = lexicon.table("lang/en.text")["scene"], words("en")

    assert [line for line in scene["chapters"] if not known.chapter.match(line)] == []
    assert [line for line in scene["no_chapters"] if known.chapter.match(line)] == []
    assert [line for line in scene["laters"] if not known.later.match(line)] == []
    assert [line for line in scene["no_laters"] if known.later.match(line)] == []


PAGE = f"""Envoys of two rivals meet in Oslo

NewsOfTheFjord

Oslo
Photo: Ann Lee/XP

{STORY}

What comes next?

Nobody knows. "We wait," one envoy said.

A long way to go

The rivals have not talked since 2011.

Published: 2019-03-05 08:12:00

Give Your Comments"""


def test_a_web_page_is_taken_apart() -> None:
    document = read(PAGE)

    assert document.text == PAGE
    assert document.title == "Envoys of two rivals meet in Oslo"
    assert of_kind(document, "title") == [document.title]
    assert of_kind(document, "heading") == ["What comes next?", "A long way to go"]
    assert of_kind(document, "boilerplate") == [
        "NewsOfTheFjord",
        "Oslo",
        "Photo: Ann Lee/XP",
        "Published: 2019-03-05 08:12:00",
        "Give Your Comments",
    ]
    assert of_kind(document, "body") == [
        "The two envoys met in Oslo.",
        "They agreed to meet again.",
        "Nobody knows.",
        '"We wait," one envoy said.',
        "The rivals have not talked since 2011.",
    ]


WIRE = """OSLO, Norway, March 5 (XP) -- The two envoys met for the first time in
eight years on Tuesday and agreed to meet again before the end of the
month, their governments said.
    The talks were held in a villa by the fjord, far from the press, and
Mr. Holt called them useful. Neither side spoke of the prisoners whom
Norway has asked both of them to set free.

    "We have a long way to go," he said. (ab/cd/ef)
"""


def test_a_headline_above_a_date_line_is_no_sentence_of_the_story() -> None:
    headline = "Envoys of two rivals meet in Oslo for talks, says 'hope grows'"
    line = "XP | Oslo | Updated: 25-03-2019 13:36 CET | Created: 25-03-2019 13:11 CET"
    document = read(f"{headline}\n{line}\n{headline}\n{STORY}")

    assert document.title == headline
    assert of_kind(document, "boilerplate") == [line]
    assert " ".join(of_kind(document, "body")) == STORY


def test_a_stretch_too_long_for_a_sentence_is_cut_at_a_mark() -> None:
    clause = "noting that the envoys had met in the month of May"
    text = "; ".join([clause] * 200) + "."
    found = of_kind(read(text), "body")

    assert all(len(piece) <= 2000 and piece.endswith((";", ".")) for piece in found)
    assert " ".join(found) == text


def test_hard_wrapped_lines_are_joined() -> None:
    document = read(WIRE)

    assert of_kind(document, "boilerplate") == ["OSLO, Norway, March 5 (XP) --", "(ab/cd/ef)"]
    assert of_kind(document, "body") == [
        "The two envoys met for the first time in eight years on Tuesday and agreed to meet "
        "again before the end of the month, their governments said.",
        "The talks were held in a villa by the fjord, far from the press, and Mr. Holt called "
        "them useful.",
        "Neither side spoke of the prisoners whom Norway has asked both of them to set free.",
        '"We have a long way to go," he said.',
    ]


def test_an_indent_after_a_full_stop_opens_a_paragraph() -> None:
    numbers = [piece.paragraph for piece in read(WIRE).sentences if piece.kind == "body"]

    assert numbers == [1, 2, 2, 3]


def test_a_heading_between_wrapped_lines_stays_apart() -> None:
    text = (
        "The two envoys met for the first time in eight years on Tuesday and\n"
        "agreed to meet again before the end of the month, both of them said.\n"
        "Old wounds\n"
        "Their governments broke with each other over the fishing grounds in\n"
        "the north, which both of them claim, and over the prisoners there.\n"
    )

    assert of_kind(read(text), "heading") == ["Old wounds"]
    assert len(of_kind(read(text), "body")) == 2


def test_items_of_a_list_stay_apart() -> None:
    text = f"{STORY}\n\n- The envoys met in May\n- The envoys met in June\n* They parted\n"

    assert of_kind(read(text), "body")[2:] == [
        "The envoys met in May",
        "The envoys met in June",
        "They parted",
    ]


def test_entries_of_a_chronology_are_story() -> None:
    text = f"{STORY}\n2014: Rebels take the port city\n2015: Envoys sign a truce there\n"

    assert of_kind(read(text), "body")[2:] == [
        "2014: Rebels take the port city",
        "2015: Envoys sign a truce there",
    ]


def test_lines_that_a_year_opens_are_story_where_there_are_several() -> None:
    lines = ["1958 Home rule for Borland", "1960 Independence", "1962 Coup by two colonels"]

    assert of_kind(read("\n".join([STORY, *lines])), "body")[2:] == lines
    assert of_kind(read("\n".join([STORY, *lines[:2]])), "body")[2:] == []


def test_days_over_the_parts_of_a_chronology_are_headings() -> None:
    text = f"How it came\n\n3 May 2019\n\n{STORY}\n\n4 May 2019\n\nThey met again."

    assert of_kind(read(text), "heading") == ["3 May 2019", "4 May 2019"]


def test_a_run_of_short_lines_is_a_list_not_headings() -> None:
    text = f"{STORY}\n\nNorway signs the pact\nSweden signs the pact\nDenmark waits\n\n{STORY}"

    assert of_kind(read(text), "heading") == []
    assert "Sweden signs the pact" in of_kind(read(text), "body")


def test_markdown_marks_are_no_part_of_the_words() -> None:
    document = read(f"# Envoys meet\n\n{STORY}\n\n## What next\n\n> {STORY}\n")

    assert document.title == "Envoys meet"
    assert of_kind(document, "heading") == ["What next"]
    assert of_kind(document, "body")[2] == "The two envoys met in Oslo."


@pytest.mark.parametrize(
    ("dateline", "story"),
    [
        ("OSLO (XP) _", "The envoys met."),
        ("NEWARK, N.J. _", "A court ruled."),
        ("OSLO —", "The envoys met."),
        ("Oslo, Norway (XPN) —", "The envoys met."),
        ("OSLO, March 5 (XP) -", "The envoys met."),
        ("SAN MARINO, MO. (XP)--", "The envoys met."),
        ("OSLO, March 5. /XP/.", "The envoys met."),
        ("OSLO. March 5 (XP-Norway) -", "The envoys met."),
        ("OSLO, March 5 (XPN)", "The envoys met."),
        ("Oslo/Bergen; 5 March 2019 (XP/RX) -", "The envoys met."),
        ("(XPN)", "The envoys met."),
        ("Lima, Peru –", "The envoys met."),
        ("Salem, MA --", "The envoys met."),
        ("March 5 (XP) -", "The envoys met."),
        ("Mar. 5 (XPN) —", "The envoys met."),
        ("OSLO, 5 March 2019 (XP) –", '"We met," the envoys said.'),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str, story: str) -> None:
    assert lines(read(f"{dateline} {story}")) == [("boilerplate", dateline), ("body", story)]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO - the alliance of thirty states - met.",
        "The envoys - all of them - met.",
        "ACME RENT-A-CAR said it would close.",
        "OSLO — as ever — stayed calm.",
        "OSLO: Envoys met there today.",
        "OSLO, Lima: envoys met in both today.",
        "BREAKING: Envoys met in Oslo today.",
        "EU (European Union) leaders met.",
        "Ann Lee (an envoy) said so.",
        "Lima, Peru – as ever – stayed calm.",
        "May, June – Envoys met in both.",
        "Oslo Talks, Norway – Envoys met there.",
    ],
)
def test_what_is_no_dateline_stays_in_the_sentence(sentence: str) -> None:
    assert lines(read(sentence)) == [("body", sentence)]


def test_a_heading_that_ends_in_a_full_stop_is_story() -> None:
    assert of_kind(read(f"{STORY}\n\nThe pact holds.\n\n{STORY}"), "heading") == []


def test_a_text_of_one_line_is_story() -> None:
    assert lines(read("Envoys to meet in Oslo in May")) == [
        ("body", "Envoys to meet in Oslo in May")
    ]


def test_a_title_given_is_kept_and_found_on_the_page() -> None:
    document = read(f"Envoys  meet\n\n{STORY}", title="Envoys meet")
    other = read(f"Section label here\n\n{STORY}", title="Envoys meet")

    assert document.title == other.title == "Envoys meet"
    assert of_kind(document, "title") == ["Envoys meet"]
    assert of_kind(other, "title") == []


def test_a_text_that_opens_with_its_story_has_no_title() -> None:
    assert read(STORY).title == ""


@pytest.mark.parametrize("blank", ["", " ", "\n\n\t\r\n"])
def test_a_blank_text_has_no_sentences(blank: str) -> None:
    assert read(blank).sentences == ()


def test_a_language_without_page_words_is_read_with_english_ones() -> None:
    assert of_kind(read(STORY, language="xx"), "body") == of_kind(read(STORY), "body")


@example("| 1|")
@given(st.text(alphabet="aA1.?! \n\t\"'()-#>|—é", max_size=200))
def test_every_line_is_covered_in_order_and_nothing_twice(text: str) -> None:
    document = read(text)
    spans = [piece.span for piece in document.sentences]

    assert document.text is text
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in spans)
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            assert any(s.start < at + len(line) and at < s.end for s in spans), line
        at += len(line)


HOSTILE = {
    "stops": "." * 100_000,
    "initials": "A. " * 100_000,
    "blank lines": "\n" * 100_000,
    "one line": "word " * 40_000,
    "one word": "x" * 200_000,
    "quotes": '."' * 100_000,
    "short lines": "a\n" * 100_000,
    "blanks": "." + " " * 200_000 + "x",
    "brackets": "(" * 200_000,
    "capitals": "OSLO, " * 30_000,
    "bylines": ("By Ann Lee and " * 8 + "\n") * 1_500,
    "mail": ("a@" * 60 + "\n") * 1_500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_reading_time_grows_with_the_length_only(text: str) -> None:
    started = time.process_time()

    read(text)

    assert time.process_time() - started < 2  # the slowest takes 0.2 s; quadratic ones, minutes
