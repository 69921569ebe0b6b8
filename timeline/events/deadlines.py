"""Dates that "by" leads to → the bound they are; "has 14 days to appeal" → the day that is over.

"By 1994 the army had seized the port" says no year in which it did. It must not move the end, nor
say that anybody will do what they have time for: the deadline is the event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.events.candidates import Candidate
from timeline.events.earlier import Known, is_day
from timeline.events.scene import Scene
from timeline.grammar import Parse, VerbGroup
from timeline.model import Interval, Timex
from timeline.time.edtf import edtf, read
from timeline.time.interval import holding

__all__ = ["DEADLINE", "at_start", "no_later", "time_limits"]

DEADLINE = "deadline"
"""The rule that dates the end of the time that somebody has for something."""
_LENGTH = re.compile(r"P(?:(\d+)D|(\d+)W|T(\d+)H)")
_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")
"""A day, month or year; an open stretch to December is spelled as one to the year's end."""
_WEEK = re.compile(r"\d{4}-W\d\d")
_GIVES = frozenset({"give", "grant", "allow"})
_HAS = frozenset({"have", "get"})
_CALLS = frozenset({"ruling", "resolution", "demand", "rejection", "sanction"})
"""Types of what sets somebody a time."""

_BY = "by"
_UNTIL = frozenset({"until", "till"})


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


def at_start(timex: Timex | None, candidate: Candidate, parse: Parse) -> Timex | None:
    """Return the date of an event, closed where "since" only told what has gone on from it.

    "There has been peace since May, when the two signed a pact": the pact is of May.
    """
    verb, days = candidate.verb, timex.interval if timex else None
    if timex is None or verb is None or days is None or days.start is None or days.end is not None:
        return timex
    if not parse.span.start <= timex.span.start < parse.span.end:
        return timex
    when = parse.token_at(timex.span.end - 1) + 1
    when += parse.lower[when : when + 1] == [","]
    if parse.lower[when : when + 1] != ["when"] or verb.head < when:
        return timex
    plain, week = _PLAIN.fullmatch(timex.value), _WEEK.fullmatch(timex.value)
    start = read(plain[0]) if plain else holding(days.start, "week") if week else None
    if start is None:
        return timex
    why = f"{timex.why}; “when” tells its start"
    return replace(timex, interval=start, edtf=edtf(start), why=why)


def time_limits(scene: Scene, before: Sequence[Known], *, dct: date | None) -> None:
    """Give "to appeal" in "has 14 days to appeal" the day on which that time is over.

    It counts from the sentence's own day, or else from the ruling or demand told right before.
    What was over on the article's day gets none: whether it was done is not said.
    """
    if dct is None or "to" not in scene.parse.words:
        return
    if not _UNTIL.isdisjoint(scene.parse.words):
        _ends(scene, dct)
    for timex in scene.timexes:
        found = _LENGTH.fullmatch(timex.value) if timex.type == "DURATION" else None
        last = scene.parse.token_at(timex.span.end - 1)
        goal = next((v for v in scene.parse.verbs if v.first == last + 1), None)
        if found is None or goal is None or goal.form != "infinitive":
            continue
        days = _days(*found.groups())
        base = _set_by(timex, scene, before)
        meant = next((c for c in scene.candidates if c.verb is goal), None)
        if not days or base is None or meant is None or meant.timexes:
            continue
        start = base.interval.start if base.interval else None
        if start is not None and start + timedelta(days=days) > dct:
            meant.timexes.append(_over(base, start + timedelta(days=days), days))


def _ends(scene: Scene, dct: date) -> None:
    """Give "to appeal" in "has until Friday to appeal" that day; it dates no giving."""
    for timex in scene.timexes:
        days, last = timex.interval, scene.parse.token_at(timex.span.end - 1)
        goal = next((c for c in scene.candidates if c.verb and c.verb.first == last + 1), None)
        if goal is None or goal.verb is None or goal.verb.form != "infinitive":
            continue
        if days is None or days.end is None or days.start is not None or not _given(timex, scene):
            continue
        for other in scene.candidates:
            other.timexes[:] = [t for t in other.timexes if t is not timex]
        if days.end > dct:
            plain = _PLAIN.fullmatch(timex.value) if timex.mod is None else None
            over = plain[0] if plain else (timex.edtf or "").removeprefix("../")
            goal.timexes.append(replace(timex, interval=read(over), edtf=over, rule=DEADLINE))


def _given(timex: Timex, scene: Scene) -> bool:
    """Is it time that somebody gives or has?"""
    first = scene.parse.token_at(timex.span.start)
    heads = [v for v in scene.parse.verbs if v.head < first and v.form == "finite"]
    return bool(heads) and not heads[-1].negated and heads[-1].lemma in _GIVES | _HAS


def _days(days: str | None, weeks: str | None, hours: str | None) -> int:
    """Return whole days; 0 where hours make none."""
    if hours is not None:
        return 0 if int(hours) % 24 else int(hours) // 24
    return int(days or 0) + 7 * int(weeks or 0)


def _set_by(timex: Timex, scene: Scene, before: Sequence[Known]) -> Timex | None:
    """Return the day from which a time is given or had."""
    first = scene.parse.token_at(timex.span.start)
    heads = [v for v in scene.parse.verbs if v.head < first and v.form == "finite"]
    verb: VerbGroup | None = heads[-1] if heads else None
    if verb is None or not _given(timex, scene):
        return None
    dated = [c for c in scene.candidates if c.token < first and is_day(c)]
    if dated:
        return dated[-1].timexes[0]
    has = verb.lemma in _HAS and verb.tense == "present" and not verb.modal
    told = before[-1] if before else None
    return told.timex if has and told and told.type in _CALLS else None


def _over(base: Timex, day: date, days: int) -> Timex:
    until = Interval(day, day + timedelta(days=1), "day")
    text = edtf(until)
    return replace(
        base,
        value=text,
        interval=until,
        edtf=text,
        mod=None,
        basis="previous",
        rule=DEADLINE,
        why=f"{days} days from {base.edtf} → {text}",
    )
