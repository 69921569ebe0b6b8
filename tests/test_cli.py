"""The command line and the batch interface, as a pipe and a terminal see them."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline.__main__ import main
from timeline.cli import batch
from timeline.errors import DocumentError
from timeline.export import EXPORTS
from timeline.model import DctFinding, Extraction

ROOT = Path(__file__).resolve().parent.parent


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


# One article.


@pytest.fixture
def article(monkeypatch, tmp_path, recorder) -> Path:
    """A file, and a pipeline that gives the hand-made extraction for it."""
    monkeypatch.setattr("timeline.pipeline.extract", recorder)
    path = tmp_path / "article.txt"
    path.write_text("whatever", encoding="utf-8")
    return path


def test_article_lists_every_event_and_the_undated_last(article, capsysbinary):
    assert main([str(article)]) == 0

    out, talk = capsysbinary.readouterr()
    heads, *rows = out.decode().splitlines()
    assert heads.split() == ["date", "event", "type", "status", "actors"]
    assert [row.split("  ")[0] for row in rows] == ["June 2021", "7 December 2021", "no date"]
    assert "Russia; United States" in rows[0]
    assert talk.decode() == "All 2 dated events shown. Without a date: 1 of 1.\n"


def test_article_passes_its_day_and_its_name_on(article, recorder):
    main([str(article), "--dct", "2021-12-07"])

    assert recorder.asked == [
        {"text": "whatever", "dct": date(2021, 12, 7), "source": "article.txt"}
    ]


@pytest.mark.parametrize(
    ("flags", "labels"),
    [
        (["--from", "2021-12"], ["Call of the presidents"]),
        (["--to", "2021-06"], ["Meeting in Geneva"]),
        (["--to", "2021-05-31"], []),
        (["--type", "Call"], ["Call of the presidents"]),
        (["--status", "planned"], []),
        (["--q", "Geneva met"], ["Meeting in Geneva"]),
        (["--actor", "russia", "--actor", "USA", "--match", "all"],
         ["Meeting in Geneva", "Call of the presidents"]),
    ],
    ids=" ".join,
)  # fmt: skip
def test_article_filters_as_the_page_does(article, capsysbinary, flags, labels):
    assert main([str(article), "--format", "json", *flags]) == 0

    out, talk = capsysbinary.readouterr()
    assert [row["title"] for row in json.loads(out)] == labels
    assert f"Showing {len(labels)} of 2 dated events" in talk.decode()


@pytest.mark.parametrize("name", EXPORTS)
def test_article_writes_every_export(article, capsysbinary, name):
    assert main([str(article), "--format", name]) == 0

    assert b"Meeting in Geneva" in capsysbinary.readouterr().out


@pytest.mark.parametrize("name", EXPORTS)
def test_article_writes_the_undated_where_asked_and_says_where_not(article, capsysbinary, name):
    main([str(article), "--format", name])
    dated, talk = capsysbinary.readouterr()
    main([str(article), "--format", name, "--undated"])
    every, quiet = capsysbinary.readouterr()

    assert f"{name} holds the dated events; --undated adds the 1 without\n" in talk.decode()
    assert b"--undated" not in quiet
    assert len(every) > len(dated)


def test_article_asks_for_a_name(capsys):
    with pytest.raises(SystemExit) as ended:
        main([])

    assert ended.value.code == 2
    assert "no article is named; give a text or Markdown file" in capsys.readouterr().err


def test_article_names_standard_input_as_such(article, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b" ")))

    assert main(["-"]) == 2
    assert capsys.readouterr().err.startswith("standard input: there is no text in it")


def test_article_says_that_the_disk_is_full(article, capsys, monkeypatch):
    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(Full()))

    assert main([str(article)]) == 2
    assert "No space left on device; what it holds is incomplete" in capsys.readouterr().err


def test_article_explains_every_event(article, capsysbinary):
    main([str(article), "--explain"])

    out = capsysbinary.readouterr().out.decode()
    call = out.split("\n\n")[2]
    assert call.splitlines()[0] == "7 December 2021 · Call of the presidents"
    assert "“On Tuesday the presidents spoke.”" in call
    assert "words     “Tuesday”" in call
    assert "weekday (basis: dct)" in call
    assert "counted from 7 December 2021" in call
    assert "none: nothing in the text dates it" in out.split("\n\n")[3]


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--format", "cvs"], "no format 'cvs'; did you mean 'csv'?"),
        (["--type", "meting"], "no event type 'meting'; did you mean 'meeting'?"),
        (["--status", "plannd"], "no status 'plannd'; did you mean 'planned'?"),
        (["--match", "al"], "no way to match 'al'; did you mean 'all'?"),
        (["--fromat", "csv"], "unknown option '--fromat'; did you mean '--format'?"),
        (["--dct", "yesterday"], "'yesterday' is not a day; write YYYY-MM-DD"),
        (["--dct", "2021-02-30"], "day is out of range for month; write YYYY-MM-DD"),
        (["--from", "soon"], "'soon' is not a date; write 2021, 2021-06 or 2021-06-16"),
        (["--explain", "--format", "csv"], "--explain prints text; leave out --format csv"),
        (["another.txt"], "one article at a time: 'another.txt' is one too many"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_article_answers_a_slip_with_the_near_word(article, capsys, flags, sentence):
    with pytest.raises(SystemExit) as ended:
        main([str(article), *flags])

    assert ended.value.code == 2
    out, talk = capsys.readouterr()
    assert out == ""
    assert sentence in talk


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("artcle.txt", "No such file or directory; did you mean 'article.txt'?"),
        ("bacth", "did you mean 'batch'?"),
        ("picture.txt", "it is a picture"),
        ("empty.txt", "there is no text in it"),
        ("nul.txt", "character 2 is a null"),
        ("latin.txt", "byte 4 is not UTF-8"),
        (".", "it is a folder; name one text in it"),
    ],
)
def test_article_says_why_a_file_cannot_be_read(article, capsys, name, sentence):
    (article.parent / "picture.txt").write_bytes(b"\x89PNG\r\n")
    (article.parent / "empty.txt").write_bytes(b" \n")
    (article.parent / "nul.txt").write_bytes(b"a\x00b")
    (article.parent / "latin.txt").write_bytes("Caf\u00e9".encode("latin-1"))

    assert main([str(article.parent / name)]) == 2
    out, talk = capsys.readouterr()
    assert out == ""
    assert sentence in talk
    assert "Traceback" not in talk


def test_article_names_the_actors_there_are(article, capsys):
    assert main([str(article), "--actor", "Rusia"]) == 2

    assert "no actor 'Rusia' in this article; did you mean 'Russia'?" in capsys.readouterr().err


def test_article_asks_for_the_day_it_cannot_find(article, capsys, recorder):
    recorder.extraction = replace(recorder.extraction, dct=DctFinding(None, "unknown", None))

    assert main([str(article)]) == 0
    assert "pass --dct YYYY-MM-DD" in capsys.readouterr().err


# The program as a whole.


def _loaded(*arguments: str, given: str = "") -> tuple[set[str], str]:
    """Return the modules that a run of the program loads, and what it prints."""
    script = "import sys; from timeline.__main__ import main\ntry: main(sys.argv[1:])\n"
    script += "finally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        input=given, capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    return set(done.stderr.split()), done.stdout


HEAVY = {"pandas", "numpy", "streamlit", "plotly", "dateparser"}


def test_help_loads_nothing_heavy():
    modules, out = _loaded("--help")

    assert not modules & {*HEAVY, "timeline.pipeline"}
    assert "examples:" in out


def test_batch_loads_nothing_heavy():
    document = {
        "id": "a",
        "text": "Joe Biden met Vladimir Putin in Geneva on 16 June 2021.",
        "dct": None,
    }
    modules, out = _loaded("batch", given=json.dumps(document))

    assert not modules & HEAVY
    [event] = json.loads(out)["events"]
    assert (event["start"], event["end"]) == ("2021-06-16", "2021-06-16")


@pytest.mark.parametrize("arguments", [["--help"], ["batch", "--help"]], ids=" ".join)
def test_help_says_how(arguments, capsys):
    with contextlib.suppress(SystemExit):
        main(arguments)

    out = capsys.readouterr().out
    assert out.startswith("usage: python -m timeline")
    assert "exit status is 0" in out
