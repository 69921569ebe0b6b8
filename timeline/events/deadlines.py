"""Dates that "by" leads to → the bound they are, where the text says it was over by then.

"By 1994 the army had seized the port" says no year in which it did. It must not move the end.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.candidates import Candidate
from timeline.grammar import Parse
from timeline.model import Interval, Timex
from timeline.time.edtf import edtf

__all__ = ["no_later"]

_BY = "by"


def no_later(timex: Timex | None, candidate: Candidate, parse: Parse) -> Timex | None:
    """Return the date of an event, its start left open where "by" makes it a bound.

    A bare past ("was signed by June") keeps its date: it may have been signed then. So does what
    is to come ("must leave by Friday"): the day is a deadline, and stands in the calendar as one.
    """
    verb, days = candidate.verb, timex.interval if timex else None
    if timex is None or verb is None or days is None or not (days.start and days.end):
        return timex
    if not parse.span.start <= timex.span.start < parse.span.end:
        return timex  # carried over from another sentence
    first = parse.token_at(timex.span.start)
    leads = parse.lower[first] == _BY or (first > 0 and parse.lower[first - 1] == _BY)
    had = verb.perfect and verb.tense == "past" and parse.lower[verb.first] == "had"
    if not (leads and had):
        return timex
    open_ = Interval(None, days.end, days.grain)
    return replace(
        timex, interval=open_, edtf=edtf(open_), why=f"{timex.why}; “by” says no later than that"
    )
