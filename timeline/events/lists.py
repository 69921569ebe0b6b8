"""One verb or noun with a list of dates or dated members → one candidate each.

"It admitted Rome in 1952, Bonn in 1955 and Madrid in 1982" tells of three events, "They met in
1998 and 2003" of two, "a summit on Thursday and Friday" of one.
It must not split a verb whose dates say the same thing twice ("in June, on the 16th").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.events.candidates import Candidate
from timeline.events.subjects import subject
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse
from timeline.model import Interval, Span, Timex
from timeline.time.edtf import edtf

__all__ = ["split"]

_JOINS = frozenset({",", "and", "again", "then", "on", "in", "at", "also"})


def split(candidates: Sequence[Candidate], parse: Parse) -> list[Candidate]:
    """Return the candidates, those with a list of dates or dated members as one for each."""
    out: list[Candidate] = []
    for candidate in candidates:
        out += _split(candidate, parse) if len(candidate.timexes) > 1 else (candidate,)
    return out


def _split(candidate: Candidate, parse: Parse) -> list[Candidate]:
    """Return the candidate, or one for each member of its dated list."""
    dates = _closed(candidate.timexes)
    if len(dates) < 2 or (candidate.verb is None and not candidate.noun):
        return [candidate]
    repeated = _repeated(dates, parse)
    if repeated and _is_one(candidate, dates, parse):
        return [replace(candidate, timexes=[_together(dates)])]
    if repeated:
        return [replace(candidate, timexes=[t], repeat=i) for t, i in repeated]
    first = parse.token_at(dates[0].span.start)
    if first < candidate.token:
        return [candidate]
    spans = [(parse.token_at(t.span.start), parse.token_at(t.span.end - 1) + 1) for t in dates]
    parts = _parts(candidate, parse, spans)
    if parts is None or (candidate.noun and not _named(parts[0], parse)):
        return [candidate]
    if not _disjoint(dates) and not all(_named(part, parse) for part in parts):
        return [candidate]  # "in June, on the 16th": one date, said twice
    heads_list = not _named(parts[0], parse)
    return [
        replace(
            candidate,
            timexes=[timex],
            part=part,
            list_start=parts[0][0],
            heads_list=heads_list and _named(part, parse),
        )
        for timex, part in zip(dates, parts, strict=True)
    ]


def _repeated(dates: Sequence[Timex], parse: Parse) -> list[tuple[Timex, int]]:
    """Return bare dates that "and" joins ("on Monday and Friday"), each with its first token."""
    spans = [(parse.token_at(t.span.start), parse.token_at(t.span.end - 1) + 1) for t in dates]
    between = [range(a[1], b[0]) for a, b in pairwise(spans)]
    joined = all(parse.lower[i] in _JOINS for gap in between for i in gap)
    lists = joined and all(between) and any(parse.lower[i] == "and" for i in between[-1])
    apart = lists and _disjoint(dates) and parse.lower[spans[0][0] - 1] != "between"
    return [(t, span[0]) for t, span in zip(dates, spans, strict=True)] if apart else []


def _is_one(candidate: Candidate, dates: Sequence[Timex], parse: Parse) -> bool:
    """Is it one event over days on end ("a summit on Thursday and Friday")?

    A noun tells it, or a verb of which such a noun is the subject ("A summit will unite them").
    """
    found = subject(candidate.verb, parse) if candidate.verb and not candidate.noun else None
    head = candidate.token if candidate.noun else found[1] - 1 if found else -1
    if head < 0 or parse.lower[head].endswith("s") or parse.lower[head] not in vocabulary().nouns:
        return False
    days = [t.interval for t in dates if t.interval and t.interval.grain == "day"]
    return len(days) == len(dates) and all(a.end == b.start for a, b in pairwise(days))


def _together(dates: Sequence[Timex]) -> Timex:
    """Return one date from the first of some days to the last."""
    first, last = dates[0], dates[-1]
    days = Interval(
        first.interval.start if first.interval else None,
        last.interval.end if last.interval else None,
        "span",
    )
    why = f"{first.why}; to {last.why}"
    span = Span(first.span.start, last.span.end)
    return replace(first, span=span, value=edtf(days), interval=days, edtf=edtf(days), why=why)


def _closed(timexes: Sequence[Timex]) -> list[Timex]:
    """Return the dates with both ends, in text order."""
    closed = [t for t in timexes if t.interval and t.interval.start and t.interval.end]
    return sorted(closed, key=lambda t: t.span)


def _disjoint(dates: Sequence[Timex]) -> bool:
    """Do no two dates share a day?"""
    days = sorted((t.interval.start, t.interval.end) for t in dates if t.interval)
    return not any(a[1] > b[0] for a, b in pairwise(days) if a[1] and b[0])


def _parts(
    candidate: Candidate, parse: Parse, spans: Sequence[tuple[int, int]]
) -> list[tuple[int, int]] | None:
    """Return each member's tokens: from the date before it to its own; None if no such list."""
    start = candidate.token + 1
    inner = [v.head for v in parse.verbs if candidate.token < v.head < spans[0][0]]
    start = inner[-1] + 1 if inner else start
    parts: list[tuple[int, int]] = []
    for first, end in spans:
        if parts and not any(parse.lower[i] in (",", "and", ";") for i in range(start, first)):
            return None
        if parts and (not _named((start, first), parse) or "," in parse.lower[start + 1 : first]):
            return None
        if any(parse.tags[i] in ("VERB", "BE", "HAVE", "MODAL") for i in range(start, first)):
            return None
        parts.append((start, first))
        start = end + (parse.lower[end : end + 1] == [")"])
    return parts


def _named(part: tuple[int, int], parse: Parse) -> bool:
    return any(parse.tags[i] in ("NAME", "NOUN") for i in range(*part))
