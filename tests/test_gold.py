"""The quality gate: no field of any sample's timeline may get worse than it has been."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import floors, gold, scores
from timeline.model import Extraction, Span

ROOT = Path(__file__).resolve().parent.parent
FLOOR_FILES = ("tests/gold_floors.json", ".ci/floors.json")


@pytest.fixture(scope="module")
def content() -> dict:
    return json.loads(scores.FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    return gold.measure_all()


def test_gold_is_at_or_above_every_floor(content, measured):
    faults = floors.below(measured, content["floors"])

    assert not faults, "\n".join(faults)


def test_gold_holds_what_it_should(content):
    assert list(content["floors"]) == [f"all.{name}" for name in scores.HELD]


def test_gold_floors_were_measured_on_this_gold(content):
    assert content["digest"] == gold.digest(), "gold or samples changed: run `make scores`"


def test_gold_belongs_to_a_sample():
    orphans = {p.stem for p in gold.GOLD.glob("*.csv")} ^ {
        p.stem for p in gold.SAMPLES.glob("*.txt")
    }

    assert not orphans, f"samples without gold or gold without sample: {sorted(orphans)}"


@pytest.mark.parametrize("path", FLOOR_FILES)
def test_floors_only_rise(path):
    """Compare with every committed state of the file; a reason under ``lowered`` is the way out."""
    lowered = json.loads((ROOT / path).read_text(encoding="utf-8"))["lowered"]
    now = floors.load(ROOT / path)
    sunk = {
        f"{key}: {was} was reached, the floor is {now.get(key)}"
        for commit in _git("log", "--format=%H", "-n", "100", "--", path).split()
        if (then := _git("show", f"{commit}:{path}"))
        for key, was in json.loads(then)["floors"].items()
        if key not in lowered and now.get(key, -1.0) < was
    }

    assert not sunk, "\n".join(sorted(sunk))


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


# The measuring itself, on a timeline made by hand.


def _gold(quote: Span, **fields: frozenset[str]) -> gold.GoldEvent:
    accepted = {
        "types": frozenset({"call"}),
        "statuses": frozenset({"past"}),
        "edtfs": frozenset({"2021-12-07"}),
        "actors": frozenset({"Russia", "United States"}),
        **fields,
    }
    return gold.GoldEvent(quotes=(quote,), label="", **accepted)


def _scores(events: list[gold.GoldEvent], extraction: Extraction) -> gold.Scores:
    return gold.scores(gold.count(events, extraction))


@pytest.fixture
def call_only(extraction: Extraction) -> Extraction:
    return replace(extraction, events=(extraction.events[1],))


def test_measure_gives_a_perfect_timeline_full_marks(call_only):
    found = _scores([_gold(Span(3, 10))], call_only)

    assert {key: found[key] for key in ("precision", "recall", "type", "status", "actors")} == {
        "precision": 1.0, "recall": 1.0, "type": 1.0, "status": 1.0, "actors": 1.0,
    }  # fmt: skip


def test_measure_counts_an_event_with_another_date_as_missed_and_as_wrong(call_only):
    found = _scores([_gold(Span(3, 10), edtfs=frozenset({"2021-12"}))], call_only)

    assert (found["precision"], found["recall"]) == (0.0, 0.0)


def test_measure_counts_an_event_told_twice_once(call_only):
    twice = replace(call_only, events=call_only.events * 2)

    assert _scores([_gold(Span(3, 10))], twice)["precision"] == 0.5


def test_measure_wants_the_undated_kept_apart(extraction):
    talks = _gold(Span(61, 70), edtfs=frozenset())

    assert _scores([talks], extraction)["undated"] == 1.0
    assert _scores([talks], replace(extraction, undated=()))["undated"] == 0.0


def test_floors_rise_and_never_sink():
    held = {"a.f1": 0.5, "a.recall": 0.9}

    assert floors.lifted({"a": {"f1": 0.70049, "recall": 0.8}}, held) == {
        "a.f1": 0.7,
        "a.recall": 0.9,
    }
    assert floors.below({"a": {"f1": 0.5}}, held) == ["a.recall: no such score in the report"]
