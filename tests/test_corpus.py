"""Every line of tests/corpus: a sentence of our own, the words in brackets, what they mean.

Columns: sentence, article date, EDTF (or TIMEX3 value where there is no place in the calendar;
empty: the words must not be found), mod, note.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from timeline.model import Document, Sentence, Span, Timex
from timeline.time import timexes

CORPUS = sorted((Path(__file__).parent / "corpus").glob("??.*.tsv"))


def rows() -> Iterator[object]:
    for path in CORPUS:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                cells = [*line.split("\t"), "", "", "", ""][:5]
                yield pytest.param(path.name[:2], *cells, id=f"{path.stem}:{number}:{cells[0]}")


def read(sentence: str, language: str) -> Document:
    """A document of one paragraph; sentences end where a full stop and a capital meet."""
    starts = [0] + [n + 2 for n in range(len(sentence) - 2) if _ends(sentence, n)]
    spans = [Span(a, b) for a, b in zip(starts, [*starts[1:], len(sentence)], strict=True)]
    parts = tuple(Sentence(span, "body", 1) for span in spans)
    return Document(sentence, "", "", language, parts)


def _ends(text: str, n: int) -> bool:
    return text[n] == "." and text[n + 1] == " " and text[n + 2].isupper() and text[n - 3] != " "


@pytest.mark.parametrize(("language", "sentence", "dct", "edtf", "mod", "note"), [*rows()])
def test_corpus(language: str, sentence: str, dct: str, edtf: str, mod: str, note: str) -> None:
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")

    found = timexes(read(text, language), dct=date.fromisoformat(dct) if dct else None)

    touching = [t for t in found if t.span.start < end and start < t.span.end]
    if not edtf:
        assert [describe(text, t) for t in touching] == [], note
    else:
        assert [describe(text, t) for t in touching] == [(text[start:end], edtf, mod)], note


def describe(text: str, timex: Timex) -> tuple[str, str, str]:
    """What a corpus line says of an expression."""
    words = text[timex.span.start : timex.span.end]
    return words, timex.edtf or timex.value, timex.mod or ""


def test_corpus_has_no_line_twice() -> None:
    lines = [line for path in CORPUS for line in path.read_text(encoding="utf-8").splitlines()]

    assert len(lines) == len(set(lines))
