"""Tell for every event why it stands where it stands: its sentence, words, rule and arithmetic."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from timeline.model import Event, Extraction, Span, Timex
from timeline.table.filters import type_names
from timeline.table.words import day_words, timex_words

__all__ = ["explained"]

_INDENT = " " * 12


def explained(extraction: Extraction, ids: Iterable[str], *, columns: int) -> str:
    """Return a paragraph per event: first the dated ones in order, then the undated ones.

    Args:
        extraction: All that the article gave.
        ids: The events to tell about.
        columns: Characters a line may have.
    """
    wanted = set(ids)
    events = [e for e in (*extraction.events, *extraction.undated) if e.event_id in wanted]
    parts = [_article(extraction), *(_event(event, extraction) for event in events)]
    return "\n".join(
        "\n".join(line for field in part for line in _wrapped(field, columns)) + "\n"
        for part in parts
    )


def _article(extraction: Extraction) -> Iterator[tuple[str, str]]:
    dct = extraction.dct
    day = day_words(dct.day) if dct.day else "unknown"
    yield "", extraction.document.title or "Article without a title"
    yield "published", f"{day} ({dct.basis})"


def _event(event: Event, extraction: Extraction) -> Iterator[tuple[str, str]]:
    text = extraction.document.text
    first, *others = event.evidence
    yield "", f"{_date(event)} · {event.label}"
    yield "type", f"{type_names()[event.type]}, {event.status}"
    if event.actors:
        yield "actors", "; ".join(actor.label for actor in event.actors)
    if event.initiators and event.targets:
        yield "who whom", f"{_labels(event, event.initiators)} → {_labels(event, event.targets)}"
    yield "sentence", _quoted(first, text)
    yield from _derivation(event.timex, text)
    if event.said:
        yield "said", f"{_quoted(event.said.span, text)}: {event.said.why}"
    for span in others:
        yield "also", _quoted(span, text)
    for note in event.notes:
        yield "note", note


def _derivation(timex: Timex | None, text: str) -> Iterator[tuple[str, str]]:
    if timex is None:
        yield "date", "none: nothing in the text dates it"
        return
    yield "words", _quoted(timex.span, text)
    yield "rule", f"{timex.rule} (basis: {timex.basis})"
    yield "because", timex.why
    yield "EDTF", f"{timex.edtf or 'none'}{f', {timex.mod}' if timex.mod else ''}"


def _date(event: Event) -> str:
    return timex_words(event.timex)


def _labels(event: Event, ids: Iterable[str]) -> str:
    known = {actor.actor_id: actor.label for actor in event.actors}
    return ", ".join(known.get(id_, id_) for id_ in ids)


def _quoted(span: Span, text: str) -> str:
    return f"“{' '.join(text[span.start : span.end].split())}”"


def _wrapped(field: tuple[str, str], columns: int) -> list[str]:
    name, words = field
    if not name:
        return [words]
    head = f"  {name}".ljust(len(_INDENT))
    width = max(columns, 2 * len(_INDENT))
    return textwrap.wrap(
        words,
        width,
        initial_indent=head,
        subsequent_indent=_INDENT,
        break_long_words=False,  # an address broken in two cannot be followed
        break_on_hyphens=False,
    )
