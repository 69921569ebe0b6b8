"""Plan the timeline before it is drawn: what the page must know to keep a place for it.

It must not know Plotly, which takes its time to load: a plan is ready before the list is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from timeline.show import layout
from timeline.show.layout import Box, Placed, Window
from timeline.show.marks import Mark, colours, marks, records, told_day
from timeline.table.words import counted, day_words

__all__ = ["BOTTOM_PX", "TOP_PX", "Plan", "plan"]

TOP_PX, BOTTOM_PX = 26, 40
"""Room above the rows for the words of the article's date, and below them for the axis."""
_ROW_PX, _LEAST_ROWS = 31, 3
_OPEN_SHARE = 0.1
"""How far an open end is drawn, as a share of the window."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What stands where, and what the page says around it."""

    pairs: Sequence[tuple[Mark, Placed]]
    """Every event, also those outside the first window, with its place."""
    window: Window
    """The stretch of time that is seen first."""
    n_rows: int
    """How many rows there are."""
    is_narrow: bool
    """Whether it is laid out for a screen held in one hand."""
    earlier: tuple[date, ...]
    """The day by which each event stands that lies before the window."""
    later: tuple[date, ...]
    """The same of those that lie after it."""
    unlabelled: int
    """Events in the window whose label found no room."""
    alt: str
    """What is seen, for those who cannot."""

    @property
    def width_px(self) -> int:
        """The width that labels are packed for."""
        return layout.NARROW_PX if self.is_narrow else layout.WIDTH_PX

    @property
    def height_px(self) -> int:
        """The height of the picture."""
        return TOP_PX + BOTTOM_PX + self.n_rows * _ROW_PX


def plan(
    frame: pd.DataFrame,
    whole: pd.DataFrame,
    *,
    theme: str = "light",
    fit_all: bool = False,
    narrow: bool = False,
) -> Plan:
    """Give every row of a frame its place.

    Args:
        frame: The dated events to draw, perhaps filtered.
        whole: All dated events; gives every party its colour, whatever the filters.
        theme: ``light`` or ``dark``.
        fit_all: Show the whole span at once instead of the dense part.
        narrow: Lay the labels out for a screen held in one hand.
    """
    fit = layout.whole_window if fit_all else layout.first_window
    drawn = _drawn(frame, colours(whole, theme), theme, fit)
    boxes = [mark.box for mark in drawn]
    window = fit(boxes)
    width = layout.NARROW_PX if narrow else layout.WIDTH_PX
    budget = layout.NARROW_ROW_BUDGET if narrow else layout.ROW_BUDGET
    places = layout.pack(boxes, window, width_px=width, budget=budget)
    earlier, later = (_days(beyond, frame) for beyond in layout.edges(boxes, window))
    inside = {box.event_id for box in boxes if window.shows(box)}
    return Plan(
        list(zip(drawn, places, strict=True)),
        window,
        max([_LEAST_ROWS, *(place.row + 1 for place in places)]),
        narrow,
        earlier,
        later,
        sum(1 for place in places if not place.label and place.event_id in inside),
        _alt(frame),
    )


def _drawn(
    frame: pd.DataFrame,
    colour_of: Mapping[str, str],
    theme: str,
    fit: Callable[[Sequence[Box]], Window],
) -> list[Mark]:
    # Twice: how far an open end is drawn depends on the window that its event helps to find.
    points = marks(frame, colour_of, theme, reach=0.0)
    reach = _OPEN_SHARE * fit([mark.box for mark in points]).days
    return marks(frame, colour_of, theme, reach=reach)


def _days(boxes: Sequence[Box], frame: pd.DataFrame) -> tuple[date, ...]:
    days = {row["event_id"]: told_day(row) for row in records(frame)} if boxes else {}
    return tuple(day for box in boxes if (day := days[box.event_id]))


def _alt(frame: pd.DataFrame) -> str:
    days = [d.date() for d in (*frame["start"].dropna(), *frame["end"].dropna())]
    span = f" from {day_words(min(days))} to {day_words(max(days))}" if days else ""
    return (
        f"Timeline of {counted(len(frame), 'event')}{span}. "
        "The list of events below says the same in words."
    )
