"""Events without a date of their own → the days that another event of the text leaves them.

"Two weeks after the vote" counts from the vote; "attacked since it was expelled in May" lies
between May and the article; a report's "praised Monday's ruling" cannot be older than the ruling.
It must not give a day where the text leaves several, nor count from what happened several times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.events.after import follow
from timeline.events.attach import owner_of
from timeline.events.candidates import Candidate
from timeline.events.deadlines import time_limits
from timeline.events.earlier import (
    SURE,
    Known,
    from_day,
    hang,
    is_day,
    phrase_start,
    told_before,
    word_of,
)
from timeline.events.scene import Scene
from timeline.events.status import in_line
from timeline.grammar import Parse
from timeline.model import Grain, Interval, Span, Timex
from timeline.time.interval import holding, shift

__all__ = ["bound"]

_COUNTED = re.compile(r"P(\d+)([DWMY])")
_GRAIN: dict[str, Grain] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_REACTIONS = frozenset(
    {"statement", "support", "accusation", "rejection", "protest", "demand", "threat"}
)
_HAPPENS = frozenset({"take place", "occur"})


def bound(scene: Scene, before: Sequence[Known], *, dct: date | None) -> None:
    """Append to undated candidates the dates that other events of the text give them.

    Args:
        scene: The sentence.
        before: The dated events of the sentences before.
        dct: Document creation time; without it, nothing has an upper bound.
    """
    time_limits(scene, before, dct=dct)
    if not any(c.strength == "strong" and not c.timexes for c in scene.candidates):
        return
    _count(scene, before)
    follow(scene, before, dct=dct)
    if dct is None:
        return
    _since(scene, dct)
    for candidate in scene.candidates:
        if candidate.noun and not candidate.timexes and candidate.carried_by in _HAPPENS:
            base = _named_again(candidate, scene.parse, before)
            if base is not None:
                candidate.timexes.append(base)
        if candidate.timexes or candidate.noun or candidate.strength != "strong":
            continue
        if in_line(candidate, scene.parse):
            base = _reacts_to(candidate, scene, before)
            if base is not None:
                hang(candidate, base, from_day(base, dct), "not before")


def _count(scene: Scene, before: Sequence[Known]) -> None:
    """Date what happened "two weeks after the vote" or "a month before he resigned"."""
    for timex in [*scene.timexes, *_one_before(scene)]:
        found = _COUNTED.fullmatch(timex.value) if timex.type == "DURATION" else None
        last = scene.parse.token_at(timex.span.end - 1)
        word = scene.parse.lower[last + 1 : last + 2]
        if found is None or timex.interval is not None or word not in (["after"], ["before"]):
            continue
        owner = owner_of(scene.parse, timex, scene.candidates)
        if owner is None or (owner.token > last and owner.noun):
            continue
        count = int(found[1]) * (1 if word == ["after"] else -1)
        unit = _GRAIN[found[2]]
        first = scene.parse.token_at(timex.span.start)
        why = f"{' '.join(scene.parse.text[first : last + 2])} …"
        base = _event_at(last + 2, scene, before)
        if base is not None and not owner.timexes:
            days = _moved(base.interval, count, unit)
            hang(owner, base, days, f"{found[1]}{found[2]} {word[0]}", why)
        elif base is None and owner.timexes and not owner.noun:
            _count_back(owner.timexes[0], -count, unit, _told_at(last + 2, scene), why)


def _one_before(scene: Scene) -> list[Timex]:
    """Return the "a day" of "a day after …", which by itself is no expression of time."""
    parse = scene.parse
    if parse.words.isdisjoint(("after", "before")):
        return []
    out: list[Timex] = []
    for i in range(1, len(parse.lower) - 1):
        unit = _UNITS.get(parse.lower[i])
        if unit is None or parse.lower[i - 1] not in ("a", "one"):
            continue
        if parse.lower[i + 1] in ("after", "before"):
            span = Span(parse.starts[i - 1], parse.ends[i])
            if not any(t.span.start < span.end and span.start < t.span.end for t in scene.timexes):
                length = Timex(span, "DURATION", f"P1{unit}", None, None, None, "dct", "", "")
                out.append(length)
    return out


def _count_back(told: Timex, count: int, unit: Grain, clause: Candidate | None, why: str) -> None:
    """Date the clause itself from its main verb ("left in 2021, nine years after it invaded")."""
    days = _moved(told.interval, count, unit)
    if clause is not None and not clause.timexes:
        hang(clause, told, days, f"{count} {unit}s", f"counted back over “{why}”")


def _told_at(i: int, scene: Scene) -> Candidate | None:
    """Return the plain past verb of the clause that goes on at a token, if it is the event."""
    found = next((c for c in scene.candidates if c.token >= i), None)
    verb = found.verb if found else None
    if found is None or verb is None or found.noun or found.strength != "strong":
        return None
    between = scene.parse.lower[i : verb.first]
    plain = verb.form == "finite" and verb.tense == "past" and not (verb.modal or verb.plan)
    return found if plain and not verb.negated and "," not in between else None


def _moved(interval: Interval | None, count: int, grain: Grain) -> Interval | None:
    if interval is None or interval.start is None or interval.end is None:
        return None
    if interval.grain == "day" and grain in ("day", "week"):
        moved = interval.start + timedelta(days=count * (7 if grain == "week" else 1))
        return holding(moved, grain)
    finer = interval.grain in ("day", grain) or (grain == "year" and interval.grain == "month")
    unit = holding(interval.start, grain) if finer else None
    return shift(unit, count) if unit else None


def _since(scene: Scene, dct: date) -> None:
    """Date what "has happened since it was expelled in May": between May and the article."""
    parse = scene.parse
    if "since" not in parse.words:
        return
    at = parse.lower.index("since")
    clause = [c for c in scene.candidates if c.token > at and is_day(c)]
    if not clause or parse.tags[at] != "SUB":
        return
    base = clause[0].timexes[0]
    lasting = False
    for candidate in scene.candidates:
        verb = candidate.verb
        if verb is None or verb.head > at or candidate.timexes or verb.form != "finite":
            continue
        lasting = (verb.perfect and parse.lower[verb.first] in ("has", "have")) or (
            lasting and verb.tense == "past"
        )
        if lasting and not verb.progressive and candidate.strength == "strong":
            hang(candidate, base, from_day(base, dct, days=0), "since")


def _reacts_to(candidate: Candidate, scene: Scene, before: Sequence[Known]) -> Timex | None:
    """Return the date of the event that is the object of a reaction ("praised the ruling")."""
    parse = scene.parse
    for other in scene.candidates:
        if not other.noun or other is candidate or other.verb is not None:
            continue
        first = phrase_start(other, parse)
        if candidate.type not in _REACTIONS or first != candidate.token + 1:
            continue
        if is_day(other):
            return other.timexes[0]
        if not other.timexes and parse.lower[first] in SURE:
            return told_before(word_of(other, parse), other.type, before, words=True)
    return None


def _named_again(noun: Candidate, parse: Parse, before: Sequence[Known]) -> Timex | None:
    """Return the date of the event that is told on ("The attack took place at dawn")."""
    sure = parse.lower[phrase_start(noun, parse)] in ("the", "this", "that")
    return told_before(word_of(noun, parse), noun.type, before) if sure else None


def _event_at(i: int, scene: Scene, before: Sequence[Known]) -> Timex | None:
    """Return the date of the event that the words at a token name or tell."""
    parse = scene.parse
    for other in scene.candidates:
        if other.token < i:
            continue
        if other.noun and phrase_start(other, parse) != i:
            return None
        if other.strength != "strong":
            return None
        if other.timexes:
            return other.timexes[0]
        sure = not other.noun or parse.lower[i] in SURE
        return told_before(word_of(other, parse), other.type, before) if sure else None
    return None
