"""Measure the pipeline against the timelines that people wrote for the sample articles.

``data/gold/x.csv`` belongs to ``data/samples/x.txt``; data/README.md describes its columns.
An event counts as found when its first sentence is one the gold quotes and its date is one
the gold accepts, one to one. Type, status and actors are measured over the events found.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.model import Event, Extraction, Span
from timeline.pipeline import extract

__all__ = [
    "COLUMNS",
    "GOLD",
    "SAMPLES",
    "GoldEvent",
    "count",
    "digest",
    "load",
    "measure_all",
    "scores",
]

DATA = Path(__file__).resolve().parent.parent / "data"
GOLD = DATA / "gold"
SAMPLES = DATA / "samples"
COLUMNS = ("quote", "label", "type", "status", "edtf", "actors")
OR, AND = "|", ";"
"""What separates accepted alternatives, and the several actors of one event."""

Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One row of a gold file."""

    quotes: tuple[Span, ...]
    """Where the text tells the event; any of them will do."""
    label: str
    """A good label; for the reader of the file, not measured."""
    types: frozenset[str]
    """Accepted event types."""
    statuses: frozenset[str]
    """Accepted statuses."""
    edtfs: frozenset[str]
    """Accepted dates; empty when nothing dates the event."""
    actors: frozenset[str]
    """Labels of all who take part."""


def load(path: Path) -> tuple[GoldEvent, ...]:
    """Return the events of one gold file.

    Raises:
        ValueError: A column is missing, or a quote is not found exactly once in its sample.
    """
    text = (SAMPLES / f"{path.stem}.txt").read_text(encoding="utf-8")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{path}: columns are {rows.fieldnames}; write {', '.join(COLUMNS)}")
        return tuple(_row(row, text, where=f"{path}, line {rows.line_num}") for row in rows)


def measure_all() -> dict[str, Scores]:
    """Return the scores of every sample that has gold, by name, and of all together as ``all``."""
    counts = {
        path.stem: count(load(path), _extracted(path.stem)) for path in sorted(GOLD.glob("*.csv"))
    }
    counts["all"] = sum(counts.values(), Counter())
    return {name: scores(one) for name, one in counts.items()}


def count(gold: Sequence[GoldEvent], extraction: Extraction) -> Counter[str]:
    """Count what one article's timeline has right; see ``scores``."""
    dated = [event for event in gold if event.edtfs]
    undated = [event for event in gold if not event.edtfs]
    pairs = _pairs(dated, extraction.events)
    return Counter(
        gold=len(dated),
        told=len(extraction.events),
        found=len(pairs),
        gold_undated=len(undated),
        found_undated=len(_pairs(undated, extraction.undated)),
        type=sum(e.type in g.types for g, e in pairs),
        status=sum(e.status in g.statuses for g, e in pairs),
        # In thousandths: a Counter counts whole things.
        actors=round(1000 * sum(_actor_f1(g, e) for g, e in pairs)),
    )


def scores(counts: Counter[str]) -> Scores:
    """Return counts as shares from 0 to 1.

    ``precision`` and ``recall`` are over dated events: right sentence and right date. ``type``,
    ``status`` and ``actors`` are over the events found, as a reader meets them; their ``_recall``
    is over all dated events of the gold, and does not sink when harder events are found.
    ``undated`` is the share of events without a date that are listed as such. ``events`` is the
    number of all in the gold.
    """
    precision = _ratio(counts["found"], counts["told"])
    recall = _ratio(counts["found"], counts["gold"])
    right = {"type": counts["type"], "status": counts["status"], "actors": counts["actors"] / 1000}
    return {
        "events": counts["gold"] + counts["gold_undated"],
        "precision": precision,
        "recall": recall,
        "f1": _f1(precision, recall),
        **{name: _ratio(n_right, counts["found"]) for name, n_right in right.items()},
        **{f"{name}_recall": _ratio(n_right, counts["gold"]) for name, n_right in right.items()},
        "undated": _ratio(counts["found_undated"], counts["gold_undated"]),
    }


def digest() -> str:
    """Return a digest of all gold and samples, which a floor was measured with."""
    files = sorted([*GOLD.glob("*.csv"), *SAMPLES.glob("*.txt")])
    content = b"".join(path.name.encode() + path.read_bytes() for path in files)
    return hashlib.sha256(content).hexdigest()[:16]


def _extracted(name: str) -> Extraction:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    return extract(text, source=name)


def _row(row: Mapping[str, str], text: str, *, where: str) -> GoldEvent:
    quotes = _several(row["quote"], OR)
    for quote in quotes:
        if text.count(quote) != 1:
            raise ValueError(f"{where}: {quote!r} stands {text.count(quote)} times in the sample")
    return GoldEvent(
        quotes=tuple(Span(text.index(q), text.index(q) + len(q)) for q in quotes),
        label=row["label"],
        types=frozenset(_several(row["type"], OR)),
        statuses=frozenset(_several(row["status"], OR)),
        edtfs=frozenset(_several(row["edtf"], OR)),
        actors=frozenset(_several(row["actors"], AND)),
    )


def _several(cell: str, separator: str) -> list[str]:
    return [part.strip() for part in cell.split(separator) if part.strip()]


def _pairs(gold: Sequence[GoldEvent], events: Sequence[Event]) -> list[tuple[GoldEvent, Event]]:
    """Pair gold with events one to one, the likest first."""
    ranked = sorted(
        (-likeness, i, j)
        for i, g in enumerate(gold)
        for j, e in enumerate(events)
        if (likeness := _likeness(g, e)) > 0
    )
    free_gold, free_events = set(range(len(gold))), set(range(len(events)))
    pairs = []
    for _, i, j in ranked:
        if i in free_gold and j in free_events:
            free_gold.remove(i)
            free_events.remove(j)
            pairs.append((gold[i], events[j]))
    return pairs


def _likeness(gold: GoldEvent, event: Event) -> float:
    """Return 0 where the sentence or the date is another, else more the more fields agree."""
    told = event.evidence[0]
    if not any(told.start < quote.end and quote.start < told.end for quote in gold.quotes):
        return 0.0
    edtf = event.timex.edtf if event.timex else None
    if gold.edtfs and edtf not in gold.edtfs:
        return 0.0
    return 1.0 + (event.type in gold.types) + _actor_f1(gold, event)


def _actor_f1(gold: GoldEvent, event: Event) -> float:
    labels = {actor.label for actor in event.actors}
    if not labels and not gold.actors:
        return 1.0
    shared = len(labels & gold.actors)
    return _f1(_ratio(shared, len(labels)), _ratio(shared, len(gold.actors)))


def _ratio(part: float, whole: int) -> float:
    """Return a share; nothing out of nothing is no fault."""
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
