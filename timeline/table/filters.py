"""Fewer rows, and a sentence saying which: the only place where events are hidden.

It must not draw; it never changes a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import pandas as pd

from timeline import lexicon
from timeline.table.words import any_of, counted, day_words, listed

__all__ = [
    "Filters",
    "Match",
    "apply",
    "counts",
    "easings",
    "in_words",
    "said",
    "type_names",
]

Match = Literal["any", "all"]
_SEARCHED = ("label", "evidence", "date_text", "place", "type")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asked to see; everything empty shows everything."""

    actors: tuple[str, ...] = ()
    """Ids of actors or parties."""
    match: Match = "any"
    """Whether one of the actors is enough, or all must take part."""
    types: tuple[str, ...] = ()
    """Event type ids; one is enough."""
    statuses: tuple[str, ...] = ()
    """Statuses; one is enough."""
    words: str = ""
    """Every one of these words must occur in label, sentence, date words, place or actors."""
    first: date | None = None
    """Only what touches this day or a later one."""
    last: date | None = None
    """Only what touches this day or an earlier one; the day is included."""

    @property
    def are_set(self) -> bool:
        """Whether anything could be hidden."""
        return self != Filters(match=self.match)


def type_names() -> dict[str, str]:
    """Return what a reader sees for every event type, by id."""
    return {name: str(entry["name"]) for name, entry in lexicon.table("event_types").items()}


def apply(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Return the rows that pass every filter, in the same order, counted from 0.

    A row without dates never passes a filter of time: nobody knows that it belongs there.
    """
    keep = pd.Series(data=True, index=frame.index, dtype=bool)
    if filters.actors:
        keep &= _with_actors(frame, filters.actors, filters.match)
    if filters.types:
        keep &= frame["type"].isin(filters.types)
    if filters.statuses:
        keep &= frame["status"].isin(filters.statuses)
    if filters.words.split():
        keep &= _with_words(frame, filters.words)
    if filters.first or filters.last:
        keep &= _in_time(frame, filters.first, filters.last)
    return frame[keep].reset_index(drop=True)


def _with_actors(frame: pd.DataFrame, actors: tuple[str, ...], match: Match) -> pd.Series[bool]:
    wanted = set(actors)
    taking_part = [{*a, *p} for a, p in zip(frame["actors"], frame["parties"], strict=True)]
    passes = wanted.issubset if match == "all" else None
    found = [passes(who) if passes else bool(wanted & who) for who in taking_part]
    return pd.Series(found, index=frame.index, dtype=bool)


def _with_words(frame: pd.DataFrame, words: str) -> pd.Series[bool]:
    wanted = words.casefold().split()
    found = []
    names = type_names()
    for row in frame.to_dict("records"):
        text = [str(row[c]) for c in _SEARCHED[:-1]] + [names.get(row["type"], "")]
        text += [*row["actor_labels"], *row["party_labels"]]
        heap = " ".join(text).casefold()
        found.append(all(word in heap for word in wanted))
    return pd.Series(found, index=frame.index, dtype=bool)


def _in_time(frame: pd.DataFrame, first: date | None, last: date | None) -> pd.Series[bool]:
    dated = frame["start"].notna() | frame["end"].notna()
    if first:
        # The end is excluded: an event that ended before ``first`` has an end up to ``first``.
        dated &= frame["end"].isna() | (frame["end"] > pd.Timestamp(first.isoformat()))
    if last:
        dated &= frame["start"].isna() | (frame["start"] <= pd.Timestamp(last.isoformat()))
    return dated


def counts(frame: pd.DataFrame, filters: Filters, *, of: str) -> dict[str, int]:
    """Return how many rows each choice would show, given all *other* filters.

    Args:
        frame: All rows.
        filters: What is set now.
        of: ``parties``, ``actors``, ``type`` or ``status``.

    Returns:
        Count by id, for every id the frame has at all, also where the count is 0; most
        frequent in the whole frame first, then by id, so that the order never jumps.
    """
    other = {
        "type": replace(filters, types=()),
        "status": replace(filters, statuses=()),
    }.get(of, filters if filters.match == "all" else replace(filters, actors=()))
    now = _occurrences(apply(frame, other), of)
    return {
        name: now[name]
        for name, _ in sorted(_occurrences(frame, of).items(), key=lambda item: (-item[1], item[0]))
    }


def _occurrences(frame: pd.DataFrame, column: str) -> Counter[str]:
    cells = frame[column]
    if column in ("parties", "actors"):
        return Counter(name for cell in cells for name in cell)
    return Counter(str(cell) for cell in cells)


def said(filters: Filters, labels: Mapping[str, str]) -> dict[str, str]:
    """Say each filter that is set in words a sentence can hold, by the name of its field."""
    words: dict[str, str] = {}
    if filters.actors:
        names = [labels.get(actor, actor) for actor in filters.actors]
        words["actors"] = "with " + (listed(names) if filters.match == "all" else any_of(names))
    if filters.types:
        known = type_names()
        words["types"] = "of type " + any_of([known.get(t, t).lower() for t in filters.types])
    if filters.statuses:
        words["statuses"] = any_of(filters.statuses)
    if filters.words.split():
        words["words"] = f"mentioning “{' '.join(filters.words.split())}”"
    if filters.first:
        words["first"] = f"from {day_words(filters.first)} on"
    if filters.last:
        words["last"] = f"up to {day_words(filters.last)}"
    return words


def easings(
    frame: pd.DataFrame, filters: Filters, labels: Mapping[str, str]
) -> list[tuple[str, Filters, int]]:
    """Return ways out of an empty view: what to drop, what is then set, how many it shows.

    The way that shows most comes first; a way that shows nothing is no way.
    """
    ways: list[tuple[str, Filters]] = [
        (labels.get(a, a), replace(filters, actors=tuple(x for x in filters.actors if x != a)))
        for a in filters.actors
    ]
    unset = Filters(match=filters.match)
    for field, words in said(filters, labels).items():
        if field != "actors":
            ways.append((words, replace(filters, **{field: getattr(unset, field)})))
    found = [(words, way, len(apply(frame, way))) for words, way in ways]
    return sorted((way for way in found if way[2]), key=lambda way: -way[2])


def in_words(n_shown: int, n_all: int, words: Mapping[str, str]) -> str:
    """Say how many of the dated events are shown, and why the rest is not."""
    if not words:
        few = {0: "There are no dated events.", 1: "The one dated event is shown."}
        return few.get(n_all, f"All {counted(n_all, 'dated event')} shown.")
    return (
        f"Showing {n_shown} of {counted(n_all, 'dated event')}: {', '.join(words.values())}. "
        f"{counted(n_all - n_shown, 'event')} hidden by filters."
    )
