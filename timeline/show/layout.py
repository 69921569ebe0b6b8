"""Decide what stands where: the first window, the rows, and labels that do not collide.

It must not know colours or Plotly; it counts in days and pixels.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil
from typing import Literal

__all__ = [
    "Box", "Placed", "Side", "Window", "edges", "first_window", "pack", "shortest", "text_px",
    "whole_window",
]  # fmt: skip

WIDTH_PX, NARROW_PX = 1080, 330
"""Plot widths that labels are packed for: a screen on a desk, and one held in a hand."""
ROW_BUDGET = 15
"""More rows than this do not fit a screen with the words above and below."""
NARROW_ROW_BUDGET = 24
LABELLED = 60
"""At most so many events get a label at once; hover and list name the rest."""
MARK_PX = 14
_GAP_PX = 16
_SQUARE_PX = 15
_LENGTHS = (46, 32, 22)
"""How long a label may be, in characters: as long as there is room for."""
_MARGIN = 0.05
"""Share of the window left free at either side."""
_LEAST_DAYS = 14
"""No first window is shorter: its axis would count hours, which no event has."""

Side = Literal["right", "left", "within"]


@dataclass(frozen=True, slots=True)
class Box:
    """What one event asks for."""

    event_id: str
    """Whose it is."""
    start: float
    """Where its mark begins, in days as ``date.toordinal`` counts."""
    end: float
    """Where its mark ends; equal to start for a point."""
    label: str
    """What should stand beside it."""
    squares: int
    """How many coloured squares follow the label."""
    importance: int
    """Which labels go first when there is no room for all."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one event goes."""

    event_id: str
    """Whose place it is."""
    row: int
    """From 0, the top one."""
    side: Side
    """Where the label stands, seen from the mark."""
    label: str
    """The label, perhaps shortened; empty where there was no room."""


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time that is seen."""

    start: float
    """Left edge, in days."""
    end: float
    """Right edge, in days."""

    @property
    def days(self) -> float:
        """Its length."""
        return self.end - self.start

    def shows(self, box: Box) -> bool:
        """Whether any of a mark lies inside."""
        return box.end >= self.start and box.start <= self.end


def whole_window(boxes: Sequence[Box]) -> Window:
    """Return the window of all events, with a margin; a day's width where there is none."""
    if not boxes:
        return Window(0.0, 1.0)
    return _with_margin(min(b.start for b in boxes), max(b.end for b in boxes))


def first_window(boxes: Sequence[Box], *, share: float = 0.8, gain: float = 0.6) -> Window:
    """Return the window a reader should see first.

    The smallest that holds ``share`` of the events, grown over its near neighbours, but only
    where that makes it at least ``gain`` shorter than the whole: one event of long ago must
    not squeeze all others into a corner.
    """
    if len(boxes) < 3:
        return whole_window(boxes)
    middles = sorted(boxes, key=lambda b: (b.start + b.end, b.start))
    needed = ceil(share * len(boxes))
    widths = [
        (middles[at + needed - 1].end - middles[at].start, at)
        for at in range(len(boxes) - needed + 1)
    ]
    at = min(widths)[1]
    inner = middles[at : at + needed]
    best = (min(b.start for b in inner), max(b.end for b in inner))
    whole = max(b.end for b in boxes) - min(b.start for b in boxes)
    if best[1] - best[0] > (1 - gain) * whole:
        return whole_window(boxes)
    start, end = _grown(best, boxes)
    return _with_margin(start, end) if end - start <= (1 - gain) * whole else _with_margin(*best)


def _grown(best: tuple[float, float], boxes: Sequence[Box]) -> tuple[float, float]:
    """Take in events that lie near: within a quarter of the window's own length."""
    start, end = best
    reach = max((end - start) / 4, 1.0)
    near = [b for b in boxes if b.start >= start - reach and b.end <= end + reach]
    return min(start, *(b.start for b in near)), max(end, *(b.end for b in near))


def _with_margin(start: float, end: float) -> Window:
    free = max((end - start) * _MARGIN, 2.0, (_LEAST_DAYS - (end - start)) / 2)
    return Window(start - free, end + free)


def edges(boxes: Sequence[Box], window: Window) -> tuple[list[Box], list[Box]]:
    """Return the events that lie wholly before the window, and those wholly after it."""
    earlier = [box for box in boxes if box.end < window.start]
    later = [box for box in boxes if box.start > window.end]
    return earlier, later


def text_px(text: str) -> float:
    """Estimate how wide a text is at 13 px; rather too wide than too narrow."""
    narrow, wide = set("fijlrt.,;:'’‘|!()[] "), set("mwMW–—@%")
    return sum(
        4.4 if c in narrow else 11.0 if c in wide else 8.6 if c.isupper() else 7.0 for c in text
    )


class _Rows:
    """Rows of disjoint stretches of pixels; the last ``n_bare`` hold marks without labels."""

    def __init__(self, budget: int, n_bare: int) -> None:
        self.taken: list[list[tuple[float, float]]] = [[] for _ in range(budget)]
        self.n_bare = n_bare
        self.n_pressed = 0

    def order(self, *, has_label: bool) -> Sequence[int]:
        """Return the rows that may be taken, the first choice first."""
        every, first_bare = range(len(self.taken)), len(self.taken) - self.n_bare
        if has_label:
            return every[:first_bare]
        return [*every[first_bare:], *every[:first_bare]]

    def pressed(self, event_id: str) -> int:
        """Return a row for a mark that finds none free: it may lie on others, but is drawn."""
        self.n_pressed += 1
        n_rows = self.n_bare or len(self.taken)
        return len(self.taken) - 1 - sum(map(ord, event_id)) % n_rows

    def fits(self, row: int, start: float, end: float) -> bool:
        stretches = self.taken[row]
        at = bisect_left(stretches, (start, end))
        before_is_free = at == 0 or stretches[at - 1][1] <= start
        return before_is_free and (at == len(stretches) or stretches[at][0] >= end)

    def take(self, row: int, start: float, end: float) -> None:
        stretches = self.taken[row]
        stretches.insert(bisect_left(stretches, (start, end)), (start, end))


def pack(
    boxes: Sequence[Box], window: Window, *, width_px: float = WIDTH_PX, budget: int = ROW_BUDGET
) -> list[Placed]:
    """Give every event a row and a label so that nothing collides in this window.

    In order of time each event takes the first row in which mark and label fit: the label
    right of the mark, left of it at the right edge, within a stretch that fills the window.
    When the rows are used up the label gets shorter, and then is left out; the mark never is.
    Where marks without labels would lie on the labels of others, they get rows of their own.

    Returns:
        One place per box, in the order given.
    """
    per_day = width_px / max(window.days, 1e-9)
    # Of equal weight not the earliest, but some from everywhere: ids are digests.
    ranked = sorted(boxes, key=lambda b: (-b.importance, b.event_id))[:LABELLED]
    labelled = {box.event_id for box in ranked}
    places: dict[str, Placed] = {}
    for bare in (0, budget // 3, budget * 2 // 3):
        rows = _Rows(budget, bare)
        for box in sorted(boxes, key=lambda b: (b.start, b.end, b.event_id)):
            lengths = _LENGTHS if box.event_id in labelled else ()
            labels = [*(_cut(box.label, length) for length in lengths), ""]
            places[box.event_id] = _place(box, labels, rows, window, per_day)
        if not rows.n_pressed:
            break
    used = {row: at for at, row in enumerate(sorted({place.row for place in places.values()}))}
    return [replace(places[box.event_id], row=used[places[box.event_id].row]) for box in boxes]


def _place(box: Box, labels: Sequence[str], rows: _Rows, window: Window, per_day: float) -> Placed:
    """Take the first row that has room for the longest label possible."""
    start = (box.start - window.start) * per_day - MARK_PX / 2
    end = (box.end - window.start) * per_day + MARK_PX / 2
    right_edge = window.days * per_day
    for label in labels:
        beside = text_px(label) + box.squares * _SQUARE_PX + _GAP_PX if label else 2.0
        sides: list[tuple[Side, float, float]] = [
            ("right", start, end + beside),
            ("left", start - beside, end),
        ]
        if label and end >= 0 and start <= right_edge:
            # A label that would be cut off at an edge of the window is no label.
            sides = [s for s in sides if s[1] >= min(start, 0) and s[2] <= max(end, right_edge)]
            if not sides and beside < min(end, right_edge) - max(start, 0):
                sides = [("within", start, end)]
        else:
            sides = sides[:1]
        for row, (side, left, right) in product(rows.order(has_label=bool(label)), sides):
            if rows.fits(row, left, right):
                rows.take(row, left, right)
                return Placed(box.event_id, row, side, label)
    return Placed(box.event_id, rows.pressed(box.event_id), "right", "")


def shortest(label: str) -> str:
    """Return a label as short as it gets, for one that waits for room."""
    return _cut(label, _LENGTHS[-1])


def _cut(label: str, length: int) -> str:
    """Shorten a label at a word, with an ellipsis, to at most ``length`` characters."""
    if len(label) <= length:
        return label
    head = label[: length - 1]
    at = head.rfind(" ")
    return (head[:at] if at > length // 2 else head).rstrip(" ,;:–-") + "…"
