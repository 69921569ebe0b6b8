"""Hang durations and days on events whose date is known: "six months after the summit"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Interval, Reference
from timeline.time import interval as build
from timeline.time.join import Draft
from timeline.time.relative import of_unit

__all__ = ["hang"]

_REACH = 40
"""Most characters between the expression and the name of the event it hangs on."""
_AFTER = re.compile(
    r"\W*(?:after|following|since|from|on from)\s+(?:the|last|this|a|an)?[\w\s’'-]*"
)
_BEFORE = re.compile(r"\W*(?:before|ahead of|prior to)\s+(?:the|this|a|an)?[\w\s’'-]*")
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
            sign = 1 if _AFTER.fullmatch(gap) else -1 if _BEFORE.fullmatch(gap) else 0
            if sign and not re.search(r"[.!?;]\s", gap):
                _place(draft, reference, sign * int(period[1]), period[2])
                break


def _place(draft: Draft, reference: Reference, count: int, unit: str) -> None:
    there = _counted(reference.interval, count, unit)
    if there is None:
        return
    draft.reading.interval, draft.reading.basis = there, "reference"
    draft.reading.why = f"{count:+} {unit} from {reference.label} ({reference.edtf})"


def _counted(interval: Interval, count: int, unit: str) -> Interval | None:
    day = interval.start if count < 0 else build.last_day(interval)
    return of_unit(day, unit, count) if day is not None else None
