"""The command line and the batch interface, as a pipe and a terminal see them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from timeline.cli import batch
from timeline.errors import DocumentError
from timeline.model import Extraction


class Recorder:
    """Stands in for ``pipeline.extract``: remembers what it was asked, gives one answer."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.asked: list[dict[str, Any]] = []

    def __call__(self, text: str, **options: Any) -> Extraction:
        self.asked.append({"text": text, **options})
        if text == "unreadable":
            raise DocumentError("the text is not an article; give one")
        if text == "defect":
            return {}["missing"]
        return self.extraction


@pytest.fixture
def recorder(extraction: Extraction) -> Recorder:
    return Recorder(extraction)


@pytest.fixture
def answer(recorder: Recorder) -> Callable[..., list[dict[str, Any]]]:
    """Run lines through the batch and return its answers, decoded."""

    def run(*lines: bytes | dict[str, Any]) -> list[dict[str, Any]]:
        encoded = [x if isinstance(x, bytes) else json.dumps(x).encode() + b"\n" for x in lines]
        out = io.BytesIO()
        assert batch.run(encoded, out, talk=io.StringIO(), extract=recorder) == 0
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return run


def test_batch_tells_first_and_last_day_both_included(answer):
    [told] = answer({"id": "a", "text": "…", "dct": "2021-12-07"})

    meeting, call = told["events"]
    assert (call["start"], call["end"], call["grain"]) == ("2021-12-07", "2021-12-07", "day")
    assert (meeting["start"], meeting["end"]) == ("2021-06-01", "2021-06-30")
    assert told["undated"][0]["start"] is None
    assert told["undated"][0]["edtf"] is None


def test_batch_gives_places_no_state(answer):
    [told] = answer({"id": "a", "text": "…"})

    assert [(m["actor"], m["country"]) for m in told["mentions"]] == [
        ("Russia", "RUS"),
        ("Switzerland", None),
    ]


def test_batch_passes_on_what_a_line_says(answer, recorder):
    answer({"id": 7, "text": "a", "dct": "1995-02-28", "title": "T", "source": None})

    assert recorder.asked == [{"text": "a", "dct": date(1995, 2, 28), "title": "T"}]


def test_batch_keeps_the_order_and_skips_blank_lines(answer):
    told = answer({"id": "a", "text": "x"}, b"\n", b"  \r\n", {"id": "b", "text": "y"})

    assert [line["id"] for line in told] == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json\n", "not a line of JSON"),
        (b'{"id": "a", "text": "\xff"}\n', "not a line of JSON in UTF-8"),
        (b'{"id": NaN, "text": "x"}\n', "NaN is not JSON"),
        (b"[" * 100_000 + b"\n", "not a line of JSON"),
        (b'["text"]\n', "a JSON list; each line is an object with a 'text'"),
        (b"null\n", "a JSON null"),
        (b'{"id": "a"}\n', "no text"),
        (b'{"id": "a", "text": null}\n', "text is a JSON null"),
        (b'{"id": "a", "text": 3}\n', "text is a JSON number"),
        (b'{"id": {}, "text": "x"}\n', "id is a JSON object"),
        (b'{"id": true, "text": "x"}\n', "id is a JSON true"),
        (b'{"id": "a", "text": "x", "dct": "7 May"}\n', "dct '7 May' is not a day"),
        (b'{"id": "a", "text": "x", "dct": "20211207"}\n', "write YYYY-MM-DD or null"),
        (b'{"id": "a", "text": "x", "dct": "2021-13-01"}\n', "month must be in 1..12"),
        (b'{"id": "a", "text": "x", "dct": 20211207}\n', "dct '20211207' is not a day"),
        (b'{"id": "a", "text": "x", "title": []}\n', "title is a JSON list"),
        (b'{"id": "a", "text": "unreadable"}\n', "the text is not an article; give one"),
        (b'{"id": "a", "text": "defect"}\n', "a defect of the program (KeyError)"),
    ],
)
def test_batch_answers_a_bad_line_with_the_reason_and_goes_on(answer, line, reason):
    bad, good = answer(line, {"id": "after", "text": "x"})

    assert bad["error"].startswith("line 1: ")
    assert reason in bad["error"]
    assert (bad["events"], bad["timexes"], bad["dct"]) == ([], [], None)
    assert (good["id"], good["error"]) == ("after", None)


def test_batch_names_the_document_of_a_bad_line(answer):
    [bad] = answer({"id": "a", "text": "x", "dct": "soon"})

    assert bad["id"] == "a"


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "\u2028", "🕊️"], ids=ascii)
def test_batch_carries_any_character_through(answer, recorder, text):
    [told] = answer({"id": text, "text": text})

    assert told["id"] == text
    assert recorder.asked[0]["text"] == text


def test_batch_flushes_each_answer_before_it_reads_the_next_line(recorder):
    class Watched(io.BytesIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed += 1

    out = Watched()
    seen = []

    def lines():
        for name in "abc":
            seen.append(out.flushed)
            yield json.dumps({"id": name, "text": "x"}).encode()

    batch.run(lines(), out, talk=io.StringIO(), extract=recorder)

    assert seen == [0, 1, 2]


def test_batch_ends_with_status_2_when_nobody_reads_on(recorder):
    class Gone(io.BytesIO):
        def write(self, _: Any) -> int:
            raise BrokenPipeError

    talk = io.StringIO()
    status = batch.run([b'{"id": "a", "text": "x"}\n'], Gone(), talk=talk, extract=recorder)

    assert status == 2
    assert "stopped after 0 answers" in talk.getvalue()
