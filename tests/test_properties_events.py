"""What holds for any text and any day: spans, dates, statuses and types of events."""

from __future__ import annotations

import re
from datetime import date

from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import pipeline
from timeline.events.labels import MAX_CHARS
from timeline.lexicon import table
from timeline.model import STATUSES, Event, Extraction, Span

TYPES = frozenset(table("event_types"))
KNOWN_DATES = {"reference", "previous"}
"""Bases of dates whose words stand elsewhere: in a list, or in an earlier sentence."""

_WORDS = re.findall(
    r"\S+|\n+",
    """
Kenya Uganda Biden Putin NATO he she they it the a Kenya's talks summit call treaty attack war met
meets meeting signed sign will would could not never has had been is was to by with in on at after
before since until when who which that and but , . ; : — ( ) “ ” " ' 's Monday Tuesday yesterday
June May 1998 2022 2019-05-03 3 2019 last week next month early late including attacked agreed
refused postponed called off invited withdraw withdrawn visiting Geneva Oslo U.S. Gen. talks
began begin followed succeeded having told reporters no there saw ended

""",
)
_days = st.one_of(
    st.none(),
    st.dates(),
    st.sampled_from([date.min, date.max, date(2021, 12, 7), date(2020, 2, 29)]),
)
_wordy = st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)
_texts = st.one_of(_wordy, st.text(max_size=200))
_settings = settings(max_examples=120, derandomize=True)
_SENTENCES = tuple(
    line for path in SAMPLES for line in path.read_text(encoding="utf-8").split("\n") if line
)


def told(found: Extraction) -> list[Event]:
    return [*found.events, *found.undated]


def spans(event: Event) -> list[Span]:
    dates = [t.span for t in (event.timex, event.said) if t is not None]
    return [event.trigger, *event.evidence, *dates]


@_settings
@given(_texts, _days)
def test_every_span_stands_in_the_text_and_holds_words(text: str, dct: date | None) -> None:
    found = pipeline.extract(text, dct=dct)

    for event in told(found):
        for span in spans(event):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()


@_settings
@given(_texts, _days)
def test_evidence_is_whole_sentences_that_hold_trigger_and_date(
    text: str, dct: date | None
) -> None:
    found = pipeline.extract(text, dct=dct)
    sentences = {s.span for s in found.document.sentences if s.kind == "body"}

    for event in told(found):
        assert sentences >= set(event.evidence)
        assert any(e.start <= event.trigger.start < e.end for e in event.evidence)
        if event.timex and event.timex.basis not in KNOWN_DATES:
            first, words = event.evidence[0], event.timex.span
            assert first.start <= words.start < words.end <= first.end


@_settings
@given(_texts, _days)
def test_a_dated_event_has_days_and_an_undated_one_has_none(text: str, dct: date | None) -> None:
    found = pipeline.extract(text, dct=dct)

    for event in found.events:
        assert event.timex is not None
        days = event.timex.interval
        assert days is not None
        assert days.start or days.end
        assert not (days.start and days.end) or days.start < days.end
    assert [e for e in found.undated if e.timex] == []


@_settings
@given(_texts, _days)
def test_what_is_shown_of_an_event_is_fit_to_be_shown(text: str, dct: date | None) -> None:
    found = pipeline.extract(text, dct=dct)

    for event in told(found):
        ids = [actor.actor_id for actor in event.actors]
        assert event.status in STATUSES
        assert event.type in TYPES
        assert 0 < len(event.label) <= MAX_CHARS or event.told_by == "name"
        assert 0 <= event.importance <= 100
        assert len(ids) == len(set(ids))
        assert {*event.initiators, *event.targets} <= set(ids)


@_settings
@given(_texts, _days)
def test_the_same_text_and_day_give_the_same_result(text: str, dct: date | None) -> None:
    assert pipeline.extract(text, dct=dct) == pipeline.extract(text, dct=dct)


@_settings
@given(st.lists(st.sampled_from(_SENTENCES), max_size=4), _days)
def test_lines_of_articles_in_any_order_are_read_without_error(
    lines: list[str], dct: date | None
) -> None:
    text = "\n\n".join(lines)
    found = pipeline.extract(text, dct=dct)

    ids = [e.event_id for e in told(found)]

    assert len(ids) == len(set(ids))
    assert all(text[span.start : span.end].strip() for e in told(found) for span in spans(e))


def test_a_sentence_may_break_off_behind_any_word() -> None:
    for sentence in _SENTENCES:
        words = sentence.split()
        cut = (" ".join(words[:n]).rstrip(".,;:") for n in range(3, len(words)))

        assert pipeline.extract("\n\n".join(cut), dct=date(2021, 12, 7)).events is not None
