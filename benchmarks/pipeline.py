"""Measure how much text the whole pipeline reads, beside dateparser's search in the same run.

    python -m benchmarks.pipeline

dateparser only looks for dates; the pipeline also finds actors and events and writes down why.
CPU seconds, so that other work on the machine costs the comparison little.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from dateparser.search import search_dates

from timeline.pipeline import extract

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "samples"
DCT = date(2021, 12, 7)
N_RUNS = 5
HOSTILE = (
    "may ", "1 ", "in the ", "(", "\n", "2021-", "Mr. ", "the first and ", "[", '"', "“", "'", "- ",
    ", and ", "a.", "A.B.", "1/", "1:", "\u00a0", "word ", "word\n", "X said that ", "talks ",
    "“A ", "Oslo, ", "May", "’s ", "he met ", "By A\n", "2019: a b c d\n", "met and ",
    "he left, who ",
)  # fmt: skip
"""Texts that make careless patterns slow, to be repeated."""
ARTICLE_CHARS = 6_000
"""About the length of a news article."""


def cpu_s(work: Callable[[], object], *, n_runs: int = N_RUNS) -> float:
    """Return the least CPU seconds that one run of some work took."""
    taken = []
    for _ in range(n_runs):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def say(line: str = "") -> None:
    """Print one line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def compare(texts: list[str]) -> None:
    """Print the text read per CPU second by the pipeline and by dateparser, and the ratio."""
    settings = {"RELATIVE_BASE": datetime(DCT.year, DCT.month, DCT.day)}
    sentences = [
        text[s.span.start : s.span.end]
        for text in texts
        for s in extract(text, dct=DCT).document.sentences
    ]

    def search(parts: list[str], languages: list[str] | None) -> Callable[[], object]:
        return lambda: [search_dates(p, languages=languages, settings=settings) for p in parts]

    size_mb = sum(len(text.encode()) for text in texts) / 1e6
    runs: dict[str, Callable[[], object]] = {
        "this pipeline": lambda: [extract(text, dct=DCT) for text in texts],
        "search_dates told English, by sentence": search(sentences, ["en"]),
        "search_dates told English, by article": search(texts, ["en"]),
    }
    speeds = {name: size_mb / cpu_s(run) for name, run in runs.items()}
    untold = cpu_s(search(texts, None), n_runs=1)  # it tries every language: seconds a run
    speeds["search_dates as it comes, by article"] = size_mb / untold
    ours = speeds["this pipeline"]
    say(f"text per CPU second, {len(texts)} articles, best of {N_RUNS}")
    for name, speed in speeds.items():
        say(f"  {name:<48} {speed:7.3f} MB   {ours / speed:5.1f} times slower than ours"
            if name != "this pipeline" else f"  {name:<48} {speed:7.3f} MB")  # fmt: skip


def one_article(text: str) -> None:
    """Print how long an article of usual length takes once everything is loaded."""
    article = (text * (ARTICLE_CHARS // len(text) + 1))[:ARTICLE_CHARS]
    taken = cpu_s(lambda: extract(article, dct=DCT), n_runs=4 * N_RUNS)
    say(f"one article of {len(article):,} characters, warm: {1000 * taken:.1f} ms")


def growth(name: str, text: str, times: tuple[int, ...] = (1, 10, 100)) -> None:
    """Print how the time grows when the same text gets longer; 1.0 is in proportion."""
    taken = [cpu_s(lambda n=n: extract(text * n, dct=DCT), n_runs=2) for n in times]  # type: ignore[misc]
    cells = "  ".join(f"{n:>3}× {seconds:7.3f} s" for n, seconds in zip(times, taken, strict=True))
    per_char = taken[-1] / times[-1] / (taken[1] / times[1])
    say(f"  {name:<22} {len(text):>6,} characters  {cells}   {per_char:4.2f} of proportional")


def main() -> None:
    """Print all measurements."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    compare(texts)
    one_article(max(texts, key=len))
    say("growth with length, from ten to a hundred times")
    growth("the longest sample", max(texts, key=len))
    for words in HOSTILE:
        growth(repr(words), words * 1_000)


if __name__ == "__main__":
    main()
