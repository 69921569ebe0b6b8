"""What expressions hang on, and what any text must never do to them."""

from __future__ import annotations

import re
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Document, Interval, Reference, Sentence, Span, Timex
from timeline.time import interval as build
from timeline.time import timexes
from timeline.time.edtf import read as read_edtf
from timeline.time.rules import rulebook

DCT = date(2021, 12, 7)


def read(text: str, language: str = "en") -> Document:
    """A document whose sentences end at each full stop before a space."""
    ends = [n + 1 for n in range(len(text) - 1) if text[n : n + 2] == ". "] + [len(text)]
    spans = [Span(a, b) for a, b in pairwise([0, *(end + 1 for end in ends[:-1]), ends[-1] + 1])]
    parts = tuple(Sentence(Span(s.start, s.end - 1), "body", 1) for s in spans)
    return Document(text, "", "", language, parts)


def places(text: str, dct: date | None = DCT) -> list[tuple[str, str | None]]:
    found = timexes(read(text), dct=dct)
    return [(text[t.span.start : t.span.end], t.edtf) for t in found]


def test_timexes_without_a_clock_resolve_only_what_needs_none() -> None:
    text = "On Tuesday they met. In June 2014 they had met. Two years ago. Last week. In June."

    assert places(text, None) == [
        ("Tuesday", None),
        ("June 2014", "2014-06"),
        ("Two years ago", None),
        ("Last week", None),
        ("June", None),
    ]


def test_timexes_ask_for_tense_only_where_it_decides() -> None:
    asked: list[Span] = []

    def tense_at(span: Span) -> None:
        asked.append(span)

    text = (
        "In 2014 they met; on 3 May 2015 and yesterday and three days ago too. In June they left."
    )
    timexes(read(text), dct=DCT, tense_at=tense_at)

    assert [text[s.start : s.end] for s in asked] == ["June"]


@pytest.mark.parametrize(("tense", "edtf"), [("past", "2021-02"), ("future", "2022-02")])
def test_tense_decides_a_bare_month(tense: str, edtf: str) -> None:
    found = timexes(read("In February, the call."), dct=DCT, tense_at=lambda _: tense)  # type: ignore[arg-type,return-value]

    assert [t.edtf for t in found] == [edtf]


def reference(start: int, end: int) -> Reference:
    return Reference(
        Span(start, end), "geneva", "Geneva summit", "meeting", "2021-06-16",
        build.day(2021, 6, 16) or pytest.fail("no such day"), (), "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (
            "He will check on it after six months, following the Geneva summit.",
            "six months",
            "2021-12",
        ),
        ("Two weeks after the Geneva summit he wrote.", "Two weeks", "2021-06-28/2021-07-04"),
        ("Three days before the Geneva summit he wrote.", "Three days", "2021-06-13"),
    ],
)
def test_durations_hang_on_known_events(text: str, words: str, edtf: str) -> None:
    start = text.index("Geneva summit")
    found = timexes(read(text), dct=DCT, references=[reference(start, start + 13)])

    hung = [t for t in found if t.basis == "reference"]
    assert [(text[t.span.start : t.span.end], t.type, t.edtf) for t in hung] == [
        (words, "DURATION", edtf)
    ]


def test_durations_do_not_hang_on_events_of_another_sentence() -> None:
    text = "He stayed six months. After the Geneva summit he left."
    start = text.index("Geneva")

    found = timexes(read(text), dct=DCT, references=[reference(start, start + 13)])

    assert [t.interval for t in found if t.type == "DURATION"] == [None]


HISTORY = (
    "In 1914 the war began. In August 1914 the city fell. The line held until 1915. In May 1915 "
    "the other front opened. In June the army withdrew, and on 23 August it was beaten. "
    "In 1916 the siege began, and the next year it was over. In 1918 they signed."
)


def test_a_history_hangs_its_dates_on_the_last_one() -> None:
    found = dict(places(HISTORY))

    assert found["June"] == "1915-06"
    assert found["23 August"] == "1915-08-23"
    assert found["the next year"] == "1917"


def test_a_year_named_in_passing_does_not_move_the_story() -> None:
    text = HISTORY + " In May 1918 they met in the palace built by 1871. In June they left."

    assert places(text)[-1] == ("June", "1918-06")


def test_boilerplate_is_tagged_but_nothing_hangs_on_it() -> None:
    text = "Updated 3 May 2014\n\nThey met the next day."
    parts = (Sentence(Span(0, 18), "boilerplate", 1), Sentence(Span(20, 42), "body", 2))

    found = timexes(Document(text, "", "", "en", parts), dct=DCT)

    assert [t.edtf for t in found] == ["2014-05-03", "2021-12-08"]


def test_an_expression_does_not_run_on_into_the_next_line() -> None:
    text = "The talks of June\n2021 figures are out."
    parts = (Sentence(Span(0, 17), "heading", 1), Sentence(Span(18, 39), "body", 2))

    found = timexes(Document(text, "", "", "en", parts), dct=DCT)

    assert [t.value for t in found] == ["2021-06", "2021"]


def test_an_expression_runs_on_where_a_sentence_is_only_wrapped() -> None:
    assert places("They met in June\n2014 and left.") == [("June\n2014", "2014-06")]


def test_the_year_of_a_name_has_no_place_on_the_timeline() -> None:
    found = timexes(read("They withdrew to the 1967 borders."), dct=DCT)

    assert [(t.value, t.interval, t.rule) for t in found] == [("1967", None, "year as a name")]


def test_why_names_words_anchor_and_result() -> None:
    found = timexes(read("They met on Friday."), dct=DCT)

    assert found[0].why == "'Friday': article date Tue 7 Dec 2021 -4 days → 2021-12-03"


@pytest.mark.parametrize("language", ["de", "fr", "xx"])
def test_other_languages_get_figures_only(language: str) -> None:
    text = "Der May und der 2021-06-16, am Sat, 1990 Leute."

    found = timexes(read(text, language), dct=DCT)

    assert [t.value for t in found] == ["2021-06-16"]


WORDS = sorted({w.lstrip("~") for table in rulebook("en").tables.values() for w in table})
PIECES = [*WORDS, "the", "of", "a", "to", "and", "-", ",", ".", "'", "BC", "31", "1999", "2:30"]


@settings(max_examples=300)
@given(
    words=st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30),
    dct=st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31)) | st.none(),
)
def test_timexes_hold_for_any_text_and_any_clock(words: list[str], dct: date | None) -> None:
    text = " ".join(words)

    found = timexes(read(text), dct=dct)

    spans = [t.span for t in found]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for timex in found:
        check(text, timex)


def check(text: str, timex: Timex) -> None:
    words = text[timex.span.start : timex.span.end]
    assert words
    assert words == words.strip()
    assert timex.value
    assert (timex.interval is None) == (timex.edtf is None)
    if timex.interval and timex.edtf:
        assert_runs_forward(timex.interval)
        back = read_edtf(timex.edtf)
        assert (back.start, back.end) == (timex.interval.start, timex.interval.end)


def assert_runs_forward(interval: Interval) -> None:
    if interval.start and interval.end:
        assert interval.start < interval.end


def test_a_region_changes_no_rules() -> None:
    found = timexes(read("They met on Friday.", "en-GB"), dct=DCT)

    assert [t.edtf for t in found] == ["2021-12-03"]


def test_a_paragraph_without_dates_changes_nothing_before_it() -> None:
    text = "In June they met. On Friday they will meet again."

    assert places(text + "\n\nNobody knows why.") == places(text)


@pytest.mark.parametrize(
    "unit", ["may ", "1 ", "the last ", "one hundred ", "2021-", "early mid-", "' ", "3 days "]
)
def test_cost_grows_with_the_length_and_not_faster(unit: str) -> None:
    short, long = (read(unit * (n // len(unit))) for n in (8_000, 64_000))
    timexes(short, dct=DCT)

    base, more = (min(cost(document) for _ in range(3)) for document in (short, long))

    assert more < 8 * 5 * max(base, 0.001)


def cost(document: Document) -> float:
    began = time.process_time()
    timexes(document, dct=DCT)
    return time.process_time() - began


def test_entries_of_a_section_keep_its_year() -> None:
    """Each line of a chronology opens its own entry, under the year that heads them all."""
    text = "1991\n25 June: The north secedes.\nSeptember: A siege.\n\n1995\n11 July: It falls."
    kinds = ("heading", "body", "body", "heading", "body")
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    parts = tuple(Sentence(s, k, n) for n, (s, k) in enumerate(zip(spans, kinds, strict=True)))

    found = timexes(Document(text, "", "", "en", parts), dct=date(1996, 12, 1))  # type: ignore[arg-type]

    assert [t.edtf for t in found] == ["1991", "1991-06-25", "1991-09", "1995", "1995-07-11"]


def test_a_quarter_that_ended_before_the_calendar_began_has_no_place() -> None:
    found = timexes(read("Sales rose in Q1 ended January 31."), dct=date(1, 1, 6))

    assert all(t.interval is None or t.interval.start is not None for t in found)


def test_old_years_alone_make_no_history_of_a_report() -> None:
    old = "It began in 1988, paused in 1994, went on in 2010, in 2012 and again in 2016."
    report = f"{old} Last Wednesday they spoke. They will meet on Thursday."

    day, next_day = [t.value for t in timexes(read(report), dct=date(2020, 10, 12))][-2:]

    assert (day, next_day) == ("2020-10-07", "2020-10-15")


@pytest.mark.parametrize(
    ("before", "year"),
    [
        ("It ended in 1987.", "1987"),
        ("They would meet in 1987.", "1986"),
        ("It went on until 1999.", "1986"),
    ],
)
def test_a_history_goes_on_in_the_year_that_the_sentence_before_has_come_to(
    before: str, year: str
) -> None:
    old = "It began in 1973, paused in 1978, went on in 1980, in 1982 and again in 1984."
    text = f"{old} They fought in February 1986. {before} On 2 May they met."

    assert timexes(read(text), dct=date(2010, 5, 1))[-1].value == f"{year}-05-02"
