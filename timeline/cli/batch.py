"""Answer articles that come as JSON Lines, one line each, as soon as each is done.

A line that cannot be read is answered too, with the reason; nothing stops the run but a
reader who went away. No line of a run is kept, so an archive of any size can be piped through.
"""

from __future__ import annotations

import gc
import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO, NoReturn, TextIO

from timeline.cli.answer import Answer, refused, told
from timeline.errors import TimelineError
from timeline.model import Extraction

__all__ = ["HELP", "main", "run"]

HELP = """\
usage: python -m timeline batch < documents.jsonl > answers.jsonl

Read articles as JSON Lines from standard input, one object a line, and answer each on
standard output as soon as it is done, in the same order:

  in   {"id": "a1", "text": "On Tuesday …", "dct": "2021-12-07"}
       text is required; dct (the day the article was published, YYYY-MM-DD or null),
       title, source and language ("en") are optional
  out  {"id": "a1", "dct": …, "dct_basis": …, "timexes": […], "mentions": […],
        "events": […], "undated": […], "error": null}

Offsets are characters into the text as it came in, end excluded. An event's start and end
are its first and last day, both included, null where open. A line that cannot be read is
answered with "error" saying why. The exit status is 0 when every line was answered, else 2.

example:
  echo '{"id": "a1", "text": "On Tuesday the leaders met.", "dct": "2021-12-07"}' \\
    | python -m timeline batch
"""

Extract = Callable[..., Extraction]
"""``pipeline.extract``, or what a test puts in its place."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NAMES = ("title", "source", "language")


class _LineError(ValueError):
    """Say why a line is no document; ``id_`` is its id where it could be read."""

    def __init__(self, reason: str, *, id_: str | int | None = None) -> None:
        super().__init__(reason)
        self.id_ = id_


def main(arguments: Sequence[str]) -> int:
    """Answer standard input on standard output; return the exit status."""
    if any(argument in {"-h", "--help"} for argument in arguments):
        sys.stdout.write(HELP)
        return 0
    if arguments:
        sys.stderr.write(f"batch takes no arguments, but got {arguments[0]!r}; see batch --help\n")
        return 2
    if sys.stdin.isatty():
        sys.stderr.write("reading JSON Lines from the keyboard; see batch --help\n")
    from timeline.pipeline import extract

    return run(sys.stdin.buffer, sys.stdout.buffer, talk=sys.stderr, extract=extract)


def run(lines: Iterable[bytes], answers: BinaryIO, *, talk: TextIO, extract: Extract) -> int:
    """Answer every line that is not blank, in order, each flushed when it is done.

    Args:
        lines: JSON objects, UTF-8.
        answers: Takes one JSON object a line, UTF-8.
        talk: Takes the count at the end, and where a defect of ours showed.
        extract: Reads one text; see ``pipeline.extract``.

    Returns:
        0 when every line was answered, 2 when the reader went away before.
    """
    n_answered = n_refused = 0
    try:
        for number, line in enumerate(lines, 1):
            if line.isspace():
                continue
            answer = _answered(line, where=f"line {number}", talk=talk, extract=extract)
            answers.write(_encoded(answer))
            answers.flush()
            if n_answered == 0:
                gc.freeze()  # what is loaded by now stays: no collection need look at it again
            n_answered += 1
            n_refused += answer["error"] is not None
    except (BrokenPipeError, KeyboardInterrupt):
        # Python would complain once more when it closes a pipe that nobody reads.
        if answers is sys.stdout.buffer:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        talk.write(f"stopped after {n_answered} answers: they were not read to the end\n")
        return 2
    except OSError as problem:
        talk.write(f"stopped after {n_answered} answers: {problem.strerror}\n")
        return 2
    talk.write(f"{n_answered} answered, {n_refused} of them with an error\n")
    return 0


def _answered(line: bytes, *, where: str, talk: TextIO, extract: Extract) -> Answer:
    try:
        id_, text, options = _read(line)
    except _LineError as problem:
        return refused(f"{where}: {problem}", id_=problem.id_)
    try:
        return told(extract(text, **options), id_=id_)
    except TimelineError as problem:
        return refused(f"{where}: {problem}", id_=id_)
    # The one broad catch of the project: a defect of ours that one text in a million brings
    # to light must cost that text, not the archive; it is answered, and told on stderr.
    except Exception as problem:
        at = traceback.extract_tb(problem.__traceback__)[-1]
        name = type(problem).__name__
        talk.write(f"{where}: {name} in {at.filename}, line {at.lineno}: {problem!r}\n")
        return refused(f"{where}: this text met a defect of the program ({name})", id_=id_)


def _read(line: bytes) -> tuple[str | int | None, str, dict[str, Any]]:
    """Return a line's id, its text, and the options of ``extract`` that it gives."""
    try:
        document = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise _LineError(f"not a line of JSON in UTF-8 ({problem}); one object a line") from None
    if not isinstance(document, dict):
        raise _LineError(f"a JSON {_kind(document)}; each line is an object with a 'text'")
    id_ = document.get("id")
    if id_ is not None and (not isinstance(id_, str | int) or isinstance(id_, bool)):
        raise _LineError(f"id is a JSON {_kind(id_)}; give a text")
    text = document.get("text")
    if not isinstance(text, str):
        said = f"text is a JSON {_kind(text)}" if "text" in document else "no text"
        raise _LineError(f"{said}; each line is an object with a 'text'", id_=id_)
    return id_, text, {"dct": _day(document, id_=id_), **_names(document, id_=id_)}


def _day(document: Mapping[str, Any], *, id_: str | int | None) -> date | None:
    day = document.get("dct")
    if day is None:
        return None
    try:
        if isinstance(day, str) and _DAY.fullmatch(day):
            return date.fromisoformat(day)
    except ValueError as problem:
        raise _LineError(f"dct {day!r}: {problem}; write YYYY-MM-DD or null", id_=id_) from None
    raise _LineError(f"dct {str(day)[:40]!r} is not a day; write YYYY-MM-DD or null", id_=id_)


def _names(document: Mapping[str, Any], *, id_: str | int | None) -> dict[str, str]:
    given = {name: document[name] for name in _NAMES if document.get(name) is not None}
    for name, value in given.items():
        if not isinstance(value, str):
            raise _LineError(f"{name} is a JSON {_kind(value)}; give a text or null", id_=id_)
    return given


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")


def _kind(value: object) -> str:
    """Return JSON's own word for a value's kind."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    kinds: tuple[tuple[type, str], ...] = (
        (str, "text"), (int, "number"), (float, "number"), (list, "list"), (dict, "object"),
    )  # fmt: skip
    return next(word for kind, word in kinds if isinstance(value, kind))


def _encoded(answer: Answer) -> bytes:
    # A lone surrogate has no UTF-8; backslashreplace writes it as the JSON escape \udXXX.
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"
