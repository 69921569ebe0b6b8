"""Years before Christ: told, listed with their words, without a place in the chart."""

from __future__ import annotations

import json

import pytest

from timeline.cli.answer import told
from timeline.cli.listing import words_of
from timeline.export import EXPORTS
from timeline.page import sentences
from timeline.pipeline import extract
from timeline.table.frame import from_extraction, undated
from timeline.table.words import before_christ


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The generals signed a truce in 241 BC.", "241 BC"),
        ("The generals signed a truce in August 480 BC.", "August 480 BC"),
        ("The generals signed a truce on 7 May 241 BC.", "7 May 241 BC"),
        ("The generals signed a truce in the 3rd century BC.", "3rd century BC"),
        ("The generals signed a truce.", "no date"),
        ("The wars were fought, and a truce was signed between 264 and 241 BC.", "no date"),
    ],
)
def test_an_event_before_christ_is_listed_with_its_year(sentence: str, words: str) -> None:
    extraction = extract(sentence)

    rows = undated(extraction).to_dict("records")

    assert len(from_extraction(extraction)) == 0
    assert {words_of(row) for row in rows} == {words}


@pytest.mark.parametrize(
    ("value", "words"),
    [("BC04", "5th century BC"), ("BC048", "480s BC"), ("BC0481-FA", "autumn 481 BC")],
)
def test_words_of_a_year_before_christ(value: str, words: str) -> None:
    assert before_christ(value) == words


def test_a_year_before_christ_is_in_the_answer_of_the_batch() -> None:
    (event,) = told(extract("The generals signed a truce in 241 BC."), id_="x")["undated"]

    assert (event["value"], event["edtf"], event["start"]) == ("BC0241", None, None)


def test_a_year_before_christ_is_known_by_its_value_in_the_file() -> None:
    rows = undated(extract("The generals signed a truce in August 241 BC."))

    (row,) = json.loads(EXPORTS["json"].to_bytes(rows))

    assert (row["date_timex3"], row["date_earliest"]) == ("BC0241-08", None)


def test_the_count_does_not_say_that_a_year_before_christ_is_no_date() -> None:
    told = sentences.count(extract("The generals signed a truce in 241 BC."))

    assert told == "0 dated events. 1 is mentioned without a date in the chart."
