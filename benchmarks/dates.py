"""Measure how well and how fast dates are read, beside the tools people use, in one run.

    python -m benchmarks.dates            prints it
    python -m benchmarks.dates --write    and writes the table into the README

Three things are counted, all on data of this repository:

- phrases: the lines of tests/corpus that have a closed place in the calendar and no "early" or
  "late", whose bounds every tool draws elsewhere. The rules were written with these lines before
  the author's eyes, so our own share says little; the others' says what such phrases ask for.
- no dates: the lines whose words must not be dated ("Mrs May resigned").
- articles: the dated events of data/gold; does an expression in the sentence give the date?

CPU seconds, so that other work on the machine costs the comparison little. Growth shows that the
cost stays in proportion to the length on texts that look like dates and are none.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.peers import PEERS, Found, Missing, Piece, run
from scripts import gold
from scripts.between import between
from timeline.errors import EdtfError
from timeline.model import Document, Sentence, Span
from timeline.read import find_dct, read
from timeline.time import timexes
from timeline.time.edtf import read as read_edtf

__all__ = ["OURS", "RESULTS", "in_readme", "table"]

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "dates.json"
"""What the run that wrote the README's table measured."""
OURS = "this project"
MARKERS = ("<!-- dates: written by `make dates` -->", "<!-- end of dates -->")
N_COPIES, N_RUNS = 12, 3
TIMES = (1, 10, 100)
HOSTILE = (
    "may ",
    "1 ",
    "the last ",
    "May 5, ",
    "3 days ",
    "2021-",
    "one hundred ",
    "12:",
    "until ",
)
N_WORDS = 1_000
"""Repetitions of such words in a text of length 1."""

Days = tuple[str, str]
"""First day and the day after the last."""


@dataclass(frozen=True, slots=True)
class Case:
    """A piece of text and what must be found in it."""

    piece: Piece
    span: Span
    """Where."""
    days: frozenset[Days]
    """What may be found; empty when nothing may."""


def closed_days(edtf: str) -> frozenset[Days]:
    """Return the days of a date with two ends, or nothing."""
    try:
        interval = read_edtf(edtf)
    except EdtfError:
        return frozenset()
    if interval.start is None or interval.end is None:
        return frozenset()
    return frozenset({(interval.start.isoformat(), interval.end.isoformat())})


def phrases() -> Iterator[Case]:
    """Yield the lines of the tables of phrases that every tool can be asked."""
    for path in sorted((ROOT / "tests" / "corpus").glob("en.*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            sentence, dct, edtf, mod = [*line.split("\t"), "", "", ""][:4]
            days = closed_days(edtf)
            if not dct or mod or line.startswith("#") or (edtf and not days):
                continue
            span = Span(sentence.index("["), sentence.index("]") - 1)
            yield Case((re.sub(r"[][]", "", sentence), dct), span, days)


def articles() -> Iterator[Case]:
    """Yield the dated events of the sample articles, each with its sentence as the text."""
    for path in sorted(gold.GOLD.glob("*.csv")):
        text = (gold.SAMPLES / f"{path.stem}.txt").read_text(encoding="utf-8")
        document = read(text)
        dct = find_dct(document).day or date(2021, 12, 7)
        for event in gold.load(path):
            days = frozenset[Days]().union(*map(closed_days, event.edtfs))
            told = [s.span for s in document.sentences if _is_told(event.quotes, s.span)]
            if days and told:
                yield Case((text, dct.isoformat()), told[0], days)


def _is_told(quotes: Sequence[Span], sentence: Span) -> bool:
    return any(sentence.start <= quote.start < sentence.end for quote in quotes)


def is_right(case: Case, found: Sequence[Found]) -> bool:
    """Tell whether a tool gives the days, at the place; where nothing may be found, nothing.

    Another tool's last day may be included or not.
    """
    here = [one for one in found if one[0] < case.span.end and case.span.start < one[1]]
    if not case.days:
        return not here
    said = {(one[2], end) for one in here for end in (one[3], _next_day(one[3]))}
    return bool(said & case.days)


def _next_day(day: str) -> str:
    there = date.fromisoformat(day)
    return (there + timedelta(days=1)).isoformat() if there < date.max else day


def ours(piece: Piece) -> list[Found]:
    """Return what this project finds in a text of several sentences or one."""
    text, dct = piece
    document = read(text)
    found = timexes(document, dct=date.fromisoformat(dct))
    return [
        (t.span.start, t.span.end, t.interval.start.isoformat(), t.interval.end.isoformat())
        for t in found
        if t.interval and t.interval.start and t.interval.end
    ]


def measured() -> dict[str, Any]:
    """Return, by tool, the shares that are right and the speed, or why it could not be asked."""
    cases = {"phrases": [c for c in phrases() if c.days], "articles": [*articles()]}
    cases["no dates"] = [c for c in phrases() if not c.days]
    rows: dict[str, Any] = {
        OURS: _shares(cases, lambda pieces: [ours(piece) for piece in pieces])
        | {"speed": round(speed(), 2)}
    }
    for peer in PEERS:
        try:
            rows[peer.name] = _peer(peer, cases)
        except Missing as problem:
            rows[peer.name] = f"not to be had here: {problem}"
    return {"counts": {name: len(some) for name, some in cases.items()}, "rows": rows}


def _peer(peer: Any, cases: Mapping[str, Sequence[Case]]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        shares = _shares(cases, lambda pieces: run(peer, pieces, where).found)
        pieces = [(s, dct) for text, dct in texts() for s in text.split("\n") if s.strip()]
        seconds = run(peer, pieces, where).seconds
    size = sum(len(text) for text, _ in pieces) / 1e6
    return shares | {"speed": round(size / seconds, 4)}


def _shares(
    cases: Mapping[str, Sequence[Case]], answer: Callable[[Sequence[Piece]], list[list[Found]]]
) -> dict[str, float]:
    """Return the share of each kind of case that a tool has right; a text is read once."""
    shares = {}
    for name, some in cases.items():
        pieces = list(dict.fromkeys(case.piece for case in some))
        found = dict(zip(pieces, answer(pieces), strict=True))
        shares[name] = round(sum(is_right(c, found[c.piece]) for c in some) / len(some), 3)
    return shares


def texts() -> list[Piece]:
    """Return the sample articles and their days."""
    found = []
    for path in sorted(gold.SAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found.append((text, (find_dct(read(text)).day or date(2021, 12, 7)).isoformat()))
    return found


def cost(text: str, dct: str, *, n_runs: int = N_RUNS) -> float:
    """Return the least CPU seconds that finding and resolving took, reading aside."""
    document = Document(text, "", "", "en", (Sentence(Span(0, len(text)), "body", 1),))
    least = float("inf")
    for _ in range(n_runs):
        began = time.process_time()
        timexes(document, dct=date.fromisoformat(dct))
        least = min(least, time.process_time() - began)
    return least


def speed() -> float:
    """Return the megabytes of the samples that are read in a CPU second, the rules being loaded."""
    some = [(text * N_COPIES, dct) for text, dct in texts()]
    return sum(len(text) for text, _ in some) / 1e6 / sum(cost(*piece) for piece in some)


def growth() -> None:
    """Print how the cost grows with the length; 1.00 is in proportion."""
    sample, dct = max(texts(), key=lambda piece: len(piece[0]))
    print(f"\nseconds at {TIMES} times the length; growth per character, last to second")
    for name, text in (("longest sample", sample), *((repr(w), w * N_WORDS) for w in HOSTILE)):
        taken = [cost(text * n, dct, n_runs=2) for n in TIMES]
        ratio = taken[-1] / TIMES[-1] / (taken[1] / TIMES[1])
        print(f"{name:16} {''.join(f'{s:9.4f}' for s in taken)} {ratio:8.2f}")


def table(content: Mapping[str, Any]) -> str:
    """Return the measured shares in per cent as a Markdown table, one row a tool."""
    counts = content["counts"]
    kinds = [f"{name} ({counts[name]})" for name in ("articles", "phrases", "no dates")]
    lines = [f"| reader | {' | '.join(kinds)} | MB per CPU second |", f"|---|{'---:|' * 4}"]
    for name, row in content["rows"].items():
        if isinstance(row, str):
            lines.append(f"| {name} | {row} | | | |")
            continue
        cells = [f"{100 * row[kind]:.0f}" for kind in ("articles", "phrases", "no dates")]
        lines.append(f"| {name} | {' | '.join(cells)} | {row['speed']:.2g} |")
    return "\n".join(lines)


def in_readme(text: str, content: Mapping[str, Any]) -> str:
    """Return the README with the table between its markers."""
    return between(text, MARKERS, table(content))


def main(arguments: Sequence[str]) -> None:
    """Print the tables, and write the first into the README when asked to."""
    content = measured()
    print(table(content))
    growth()
    if "--write" in arguments:
        RESULTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        readme = ROOT / "README.md"
        readme.write_text(in_readme(readme.read_text(encoding="utf-8"), content), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
