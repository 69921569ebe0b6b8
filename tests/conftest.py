"""What every room's tests share: the clock, the samples, and an Extraction made by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from timeline.model import (
    Actor,
    DctFinding,
    Document,
    Event,
    Extraction,
    Interval,
    Mention,
    Sentence,
    Span,
    Timex,
)

# Under load any example can be slow; how fast the code is, the benchmark measures.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = tuple(sorted((ROOT / "data" / "samples").glob("*.txt")))

TEXT = "On Tuesday the presidents spoke. In June they met in Geneva. Talks may follow."
RUSSIA = Actor("RUS", "Russia", "state", "RUS")
UNITED_STATES = Actor("USA", "United States", "state", "USA")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture
def dct() -> date:
    """The clock of all examples: a Tuesday."""
    return date(2021, 12, 7)


@pytest.fixture
def extraction(dct: date) -> Extraction:
    """A call on a day, a meeting in a month, and talks that nothing dates."""
    day = _timex("Tuesday", "2021-12-07", Interval(dct, date(2021, 12, 8), "day"))
    month = _timex("June", "2021-06", Interval(date(2021, 6, 1), date(2021, 7, 1), "month"))
    return Extraction(
        document=Document(TEXT, "", "hand-made", "en", _sentences()),
        dct=DctFinding(dct, "given", None),
        timexes=(day, month),
        mentions=(
            Mention(_span("the presidents"), RUSSIA, "office", _span("presidents")),
            Mention(_span("Geneva"), Actor("CHE", "Switzerland", "state", "CHE"), "place",
                    _span("Geneva"), takes_part=False),
        ),
        events=(
            _event("e2", "Meeting in Geneva", "meeting", "past", month, 1),
            _event("e1", "Call of the presidents", "call", "past", day, 0),
        ),
        undated=(_event("e3", "Talks", "talks", "hypothetical", None, 2),),
    )  # fmt: skip


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _sentences() -> tuple[Sentence, ...]:
    quotes = [part if part.endswith(".") else f"{part}." for part in TEXT.split(". ")]
    return tuple(Sentence(_span(quote), "body", 1) for quote in quotes)


def _timex(words: str, value: str, interval: Interval) -> Timex:
    why = f"“{words}”, counted from 7 December 2021: {value}"
    return Timex(_span(words), "DATE", value, None, interval, value, "dct", "weekday", why)


def _event(
    event_id: str, label: str, type_: str, status: str, timex: Timex | None, sentence: int
) -> Event:
    evidence = _sentences()[sentence].span
    return Event(
        event_id, label, type_, status, timex, None, (RUSSIA, UNITED_STATES), (), (),
        Span(evidence.start, evidence.start + 2), (evidence,), "", 50, (),
    )  # type: ignore[arg-type]  # fmt: skip
