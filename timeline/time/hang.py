"""Hang durations and days on events whose date is known: "six months after the summit"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Interval, Reference
from timeline.time import interval as build
from timeline.time.join import Draft
from timeline.time.units import of_unit

__all__ = ["hang"]

_REACH = 40
"""Most characters between the expression and the name of the event it hangs on."""
_SENTENCE_END = re.compile(r"[.!?;]\s")
_PERIOD = re.compile(r"P(\d+)([DWMYQ]|DE|CE)")


def hang(drafts: list[Draft], references: Sequence[Reference], text: str) -> None:
    """Give expressions that count from a known event their days; others stay as they are."""
    if not references:
        return
    for draft in drafts:
        period = _PERIOD.fullmatch(draft.reading.value)
        if period is None or draft.reading.type != "DURATION":
            continue
        for reference in references:
            if not draft.end <= reference.span.start <= draft.end + _REACH:
                continue
            gap = text[draft.end : reference.span.start]
            sign = _side(draft, gap)
            if sign:
                _place(draft, reference, sign * int(period[1]), period[2])
                break


def _side(draft: Draft, gap: str) -> int:
    """Return on which side of the event it lies: 1 after, -1 before, 0 neither."""
    words = gap.lower().replace(",", " ").split()
    if not words or _SENTENCE_END.search(gap):
        return 0
    links = draft.found.book.tables["hanging"]
    return next((side for n in _LINKS if (side := links.get(" ".join(words[:n])))), 0)


_LINKS = (1, 2, 4)
"""Numbers of words such a link can have: "after", "ahead of", "to the day after"."""


def _place(draft: Draft, reference: Reference, count: int, unit: str) -> None:
    there = _counted(reference.interval, count, unit)
    if there is None:
        return
    draft.reading.interval, draft.reading.basis = there, "reference"
    draft.reading.why = f"{count:+} {unit} from {reference.label} ({reference.edtf})"


def _counted(interval: Interval, count: int, unit: str) -> Interval | None:
    day = interval.start if count < 0 else build.last_day(interval)
    return of_unit(day, unit, count) if day is not None else None
