"""Measure how fast times are found and resolved, beside dateparser's search in the same run.

    python -m benchmarks.dates

The texts are the samples, some times over; what is measured is the reading of times alone, with
the light reading of tense.
CPU seconds, so that other work on the machine costs the comparison little. A second table shows
that the cost per character stays the same as texts that look like dates grow eightfold.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from timeline.model import Document
from timeline.time import timexes

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "samples"
N_COPIES = 12
"""Copies of the samples that are read by us; dateparser gets one, as it is slower."""
N_RUNS = 3
AWKWARD = ("may ", "1 ", "the last ", "May 5, ", "3 days ", "2021-", "one hundred ", "12:")


def texts() -> list[tuple[str, date]]:
    """Return the samples and their dates; the days are those of samples.toml where it has them."""
    told = tomllib.loads((SAMPLES / "samples.toml").read_text(encoding="utf-8"))
    days = {str(e.get("id") or e.get("file")): e.get("dct") for e in told.get("sample", [])}
    found = []
    for path in sorted(SAMPLES.glob("*.txt")):
        day = days.get(path.stem) or days.get(path.name)
        known = date.fromisoformat(str(day)) if day else date(2021, 12, 7)
        found.append((path.read_text(encoding="utf-8"), known))
    return found


def cost(work: Callable[[], int]) -> tuple[float, int]:
    """Return the least CPU seconds of some runs, and what the work counted."""
    least, counted = float("inf"), 0
    for _ in range(N_RUNS):
        began = time.process_time()
        counted = work()
        least = min(least, time.process_time() - began)
    return least, counted


def ours(articles: list[tuple[str, date]]) -> int:
    """Return how many times are found."""
    return sum(len(timexes(Document(t, "", "", "en", ()), dct=day)) for t, day in articles)


def theirs(articles: list[tuple[str, date]]) -> int:
    """Return how many dates dateparser's search finds, paragraph by paragraph."""
    from dateparser.search import search_dates

    n_found = 0
    for text, day in articles:
        settings = {"RELATIVE_BASE": datetime(day.year, day.month, day.day)}
        for paragraph in filter(None, map(str.strip, text.split("\n"))):
            n_found += len(search_dates(paragraph, languages=["en"], settings=settings) or ())
    return n_found


def main() -> None:
    """Print the two tables."""
    once = texts()
    many = once * N_COPIES
    ours(once)  # the rules are read and the words met
    rates = {}
    for name, work, articles in (("timeline.time", ours, many), ("dateparser", theirs, once)):
        seconds, n_found = cost(lambda work=work, articles=articles: work(articles))  # type: ignore[misc]
        rates[name] = sum(len(text) for text, _ in articles) / 1e6 / seconds
        print(f"{name:14} {rates[name]:8.3f} MB per CPU second  {n_found:6} found")
    print(f"ratio          {rates['timeline.time'] / rates['dateparser']:8.0f}")
    print("\ncost per character of a text eight times as long (1 is linear)")
    for unit in AWKWARD:
        short, long = ([(unit * (n // len(unit)), date(2021, 12, 7))] for n in (20_000, 160_000))
        base, more = (cost(lambda a=a: ours(a))[0] for a in (short, long))  # type: ignore[misc]
        print(f"{unit!r:16} {more / base / 8:6.2f}")


if __name__ == "__main__":
    main()
