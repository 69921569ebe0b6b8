"""Whole sentences of the page, made from what was found; no widget is touched here."""

from __future__ import annotations

from collections import Counter
from datetime import date

from timeline.model import STATUSES, DctFinding, Event, Extraction
from timeline.table.words import counted, day_words, timex_words

__all__ = ["article_date", "count", "shown", "span"]


def count(extraction: Extraction) -> str:
    """Say what was found; the numbers add up: dated and undated are all there are."""
    dated, n_undated = extraction.events, len(extraction.undated)
    said = counted(len(dated), "dated event")
    if dated:
        by_status = Counter(event.status for event in dated)
        kinds = [f"{by_status[status]} {status}" for status in STATUSES if by_status[status]]
        said += f", {span(extraction)}"
        said += f": {', '.join(kinds)}" if set(by_status) != {"past"} else ""
    more = " more" if dated else ""
    are = "is" if n_undated == 1 else "are"
    rest = f"{n_undated}{more} {are} mentioned" if n_undated else "None is left"
    before_christ = any(event.timex is not None for event in extraction.undated)
    return f"{said}. {rest} without a date{' in the chart' if before_christ else ''}."


def shown(n_shown: int, n_all: int, noun: str) -> str:
    """Say how many of the events a download holds."""
    if n_shown < n_all:
        return f"{n_shown} of {counted(n_all, noun)}, as filtered above."
    return f"{'All ' if n_all > 1 else ''}{counted(n_all, noun)}."


def span(extraction: Extraction) -> str:
    """Say from when to when events reach, as finely as the first and the last are known."""
    first = _bare(timex_words(min(extraction.events, key=_start).timex))
    last = _bare(timex_words(max(extraction.events, key=_end).timex))
    if first == last:
        return first
    dash = " to " if "–" in first + last else " – "
    return f"{first}{dash}{last}"


def _start(event: Event) -> tuple[date, str]:
    interval = event.timex.interval if event.timex else None
    day = (interval.start or interval.end) if interval else None
    return day or date.max, event.event_id


def _end(event: Event) -> date:
    interval = event.timex.interval if event.timex else None
    return ((interval.end or interval.start) if interval else None) or date.min


def _bare(words: str) -> str:
    return words.removeprefix("since ").removeprefix("until ")


_PLACES = {
    "publish line": "from its publish line",
    "front matter": "from its front matter",
    "header": "from the lines above the story",
    "updated line": "from the line that says when it was updated",
    "dateline": "from its dateline",
    "address": "from its file name or address",
}
"""Where an article's own date can be found (timeline/read/dct.py), for a reader."""


def article_date(finding: DctFinding) -> str:
    """Say which day the article is from, and how that is known."""
    if finding.day is None:
        return "Article date unknown"
    place = finding.basis.removeprefix("found: ")
    return f"Article date: {day_words(finding.day)} ({_PLACES.get(place, place)})"
