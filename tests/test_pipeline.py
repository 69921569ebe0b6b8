"""The stages together: where the clock comes from, what is never dropped, what stays the same."""

from __future__ import annotations

import time
from datetime import date

import pytest
from conftest import SAMPLES
from marked import DCT, extract

from timeline import pipeline
from timeline.model import Extraction, Span
from timeline.read import read

STORY = (
    "Kenya expelled Uganda's envoy on Monday.",
    "Kenya and Uganda signed a treaty on 3 May 2019. Kenya will host a summit in January 2022.",
    "Rwanda has recognised the treaty.",
)
PUBLISHED = "Two neighbours quarrel\n\nPublished 7 December 2021\n\n" + "\n\n".join(STORY)


def told(extraction: Extraction) -> list[str]:
    return [f"{e.timex.edtf if e.timex else '-'} {e.label}"
            for e in (*extraction.events, *extraction.undated)]  # fmt: skip


EXPECTED = [
    "2019-05-03 Kenya and Uganda sign a treaty",
    "2021-12-06 Kenya expels Uganda's envoy",
    "2022-01 Kenya to host a summit",
    "- Rwanda recognises the treaty",
]


def test_a_text_gives_its_events_in_order_and_the_undated_ones_too() -> None:
    assert told(extract(*STORY)) == EXPECTED


def test_a_day_that_is_given_is_the_clock() -> None:
    found = extract(*STORY, dct=date(2020, 6, 10))

    assert (found.dct.day, found.dct.basis, found.dct.span) == (date(2020, 6, 10), "given", None)
    assert "2020-06-08 Kenya expels Uganda's envoy" in told(found)


def test_a_day_that_the_text_gives_is_found_and_shown() -> None:
    found = pipeline.extract(PUBLISHED)

    assert found.dct.day == DCT
    assert found.dct.basis.startswith("found: ")
    assert found.dct.span is not None
    assert PUBLISHED[found.dct.span.start : found.dct.span.end] == "7 December 2021"
    assert told(found) == EXPECTED


def test_a_day_that_is_given_beats_the_one_in_the_text() -> None:
    found = pipeline.extract(PUBLISHED, dct=date(2021, 12, 14))

    assert found.dct.basis == "given"
    assert "2021-12-13 Kenya expels Uganda's envoy" in told(found)


def test_without_a_clock_relative_dates_stay_undated() -> None:
    found = extract(*STORY, dct=None)

    assert (found.dct.day, found.dct.basis) == (None, "unknown")
    assert [(e.type, e.timex.edtf) for e in found.events if e.timex] == [
        ("agreement", "2019-05-03"),
        ("meeting", "2022-01"),
    ]
    assert [e.type for e in found.undated] == ["sanction", "agreement"]


def test_without_a_clock_a_plan_is_still_a_plan() -> None:
    (event,) = extract("Kenya will host a summit in January 2022.", dct=None).events

    assert event.status == "planned"


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\ufeff", "\u00a0"], ids=repr)
def test_an_empty_text_gives_nothing_and_no_error(text: str) -> None:
    found = pipeline.extract(text, dct=DCT)

    assert (found.events, found.undated, found.timexes, found.mentions) == ((), (), (), ())
    assert found.document.text == text


def test_a_text_without_dates_lists_its_events_as_undated() -> None:
    found = extract("Kenya attacked Uganda. Rwanda signed the treaty.")

    assert found.events == ()
    assert [e.label for e in found.undated] == ["Kenya attacks Uganda", "Rwanda signs the treaty"]


def test_a_text_without_events_gives_none() -> None:
    found = extract("The valley is green. It lies between two rivers. Its people like music.")

    assert (found.events, found.undated) == ((), ())


def test_a_date_in_the_title_or_the_publication_line_is_no_event() -> None:
    found = pipeline.extract(
        "Kenya signed a treaty in 1998\n\nPublished 7 December 2021\n\nIt rains."
    )

    assert found.events == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_same_text_gives_the_same_result(path: object) -> None:
    text = path.read_text(encoding="utf-8")

    assert pipeline.extract(text, source="a") == pipeline.extract(text, source="a")


def test_ids_are_known_beforehand() -> None:
    """They must not hang on the run, the machine or the Python version: links point to them."""
    assert [e.event_id for e in extract(STORY[0], source="story.txt").events] == ["b40c785f59"]


def test_ids_are_all_different() -> None:
    for path in SAMPLES:
        found = pipeline.extract(path.read_text(encoding="utf-8"))
        ids = [e.event_id for e in (*found.events, *found.undated)]
        assert len(ids) == len(set(ids)), path.stem


def test_ids_tell_two_sources_apart() -> None:
    first, second = (extract(*STORY, source=name) for name in ("a.txt", "b.txt"))

    assert not {e.event_id for e in first.events} & {e.event_id for e in second.events}


@pytest.mark.parametrize(
    "paragraph",
    ["The valley is green.", "It lies between two rivers.\n\nNobody knows why.", "\n\n"],
    ids=repr,
)
def test_a_paragraph_without_dates_leaves_the_events_before_it_alone(paragraph: str) -> None:
    alone = extract(*STORY)

    longer = extract(*STORY, paragraph)

    assert (longer.events, longer.undated) == (alone.events, alone.undated)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_paragraph_after_a_sample_leaves_its_events_alone(path: object) -> None:
    text = path.read_text(encoding="utf-8")
    day = pipeline.extract(text).dct.day or DCT

    alone = pipeline.extract(text, dct=day)
    longer = pipeline.extract(text.rstrip() + "\n\nThe valley is green and quiet.\n", dct=day)

    assert (longer.events, longer.undated) == (alone.events, alone.undated)


def test_spaces_between_paragraphs_change_no_event() -> None:
    wide = extract("\n\n\n".join(STORY))

    assert told(wide) == told(extract(*STORY))


def test_two_blank_lines_of_windows_read_the_same() -> None:
    assert told(extract("\r\n\r\n".join(STORY))) == EXPECTED


def test_a_document_read_beforehand_gives_the_same() -> None:
    text = "\n\n".join(STORY)

    found = pipeline.extract_document(read(text, source="x"), dct=DCT)

    assert found == pipeline.extract(text, dct=DCT, source="x")


def test_every_event_can_answer_why() -> None:
    for event in extract(*STORY).events:
        assert event.timex is not None
        assert event.timex.why
        assert event.timex.rule
        assert event.evidence != ()
        assert event.trigger.end > event.trigger.start >= 0
        assert isinstance(event.evidence[0], Span)


@pytest.mark.parametrize(
    "words",
    ["met and ", "he left, who ", "he met ", "He said (", "In May, ", "They left. "],
    ids=str,
)
def test_the_work_grows_with_the_length_only(words: str) -> None:
    started = time.process_time()

    extract(words * (40_000 // len(words)))

    # The slowest takes 1 s; a step that asks every verb about every other, minutes.
    assert time.process_time() - started < 10
