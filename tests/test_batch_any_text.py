"""Whatever a line holds, the batch answers it, and what it says points into the text."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.__main__ import main
from timeline.cli import batch
from timeline.pipeline import extract

SAMPLES = sorted((Path(__file__).resolve().parent.parent / "data" / "samples").glob("*.txt"))
PIECES = (
    "Joe Biden", "Russia", "the two leaders", "met", "will sign", "did not", "talks", "in Geneva",
    "on Tuesday", "two days later", "31 February", "29 February 2100", "44 BC", "9999", "in June",
    "a thousand years ago", "in 10000 months", "the 1990s", "since", "until", "the following week",
    ".", ",", "“", "’s", "—", "(", "\n\n", "\t", "\x00", "\ud800", "\u2028", "🕊️", "१२", "½",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.text(max_size=200),
)


def answered(text: str, *, dct: date | None) -> dict:
    line = json.dumps({"id": "a", "text": text, "dct": dct.isoformat() if dct else None})
    out, talk = io.BytesIO(), io.StringIO()
    assert batch.run([line.encode()], out, talk=talk, extract=extract) == 0
    assert "defect" not in talk.getvalue(), talk.getvalue()
    answer: dict = json.loads(out.getvalue())
    return answer


@settings(max_examples=150)
@given(text=TEXTS, dct=st.none() | st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_batch_answers_any_text_at_any_time(text, dct):
    answer = answered(text, dct=dct)

    assert answer["error"] is None
    events = [*answer["events"], *answer["undated"]]
    places = [*answer["timexes"], *answer["mentions"], *(s for e in events for s in e["evidence"])]
    assert all(0 <= place["start"] < place["end"] <= len(text) for place in places)
    assert all(e["start"] <= e["end"] for e in events if e["start"] and e["end"])
    assert len({e["id"] for e in events}) == len(events)


def test_batch_gives_the_same_bytes_for_the_same_text():
    text = SAMPLES[0].read_text(encoding="utf-8")

    assert answered(text, dct=None) == answered(text, dct=None)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_batch_and_command_line_tell_the_same_events(path, capsysbinary):
    """Offsets and ids hang on text and source, so both are given alike."""
    assert main([str(path), "--format", "json"]) == 0
    listed = json.loads(capsysbinary.readouterr().out)
    line = json.dumps({"id": "a", "text": path.read_text(encoding="utf-8"), "source": path.name})
    out = io.BytesIO()
    batch.run([line.encode()], out, talk=io.StringIO(), extract=extract)
    told = json.loads(out.getvalue())

    def key(event: dict, first: str, last: str) -> tuple:
        return (event["id"], event[first], event[last], event["type"], event["status"])

    assert {key(e, "date_earliest", "date_latest") for e in listed} == {
        key(e, "start", "end") for e in told["events"]
    }
