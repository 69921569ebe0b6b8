"""What is told as done after another event of the text → the days that leaves.

"He flew home immediately after the meeting" has the meeting's day; "protested after Monday's
attack" lies, in a report, between Monday and the article. It must not count what has its own date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.events.candidates import Candidate
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
from timeline.model import Interval, Timex

__all__ = ["follow"]

_AFTER = frozenset({"after", "following"})
_AT_ONCE = frozenset(
    {"immediately", "minutes", "moments", "seconds", "right", "directly", "instants"}
)
"""Before "after", what leaves no time for another day."""
_LONG = frozenset({"days", "weeks", "months", "years", "decades", "long"})
"""Before "after", what leaves open how many."""
_ISSUED = frozenset({"release", "issue", "announce", "hand", "deliver", "give", "publish", "make"})
"""Verbs that only say that a ruling or decision came out."""
_RULINGS = frozenset({"ruling", "decision", "verdict", "judgment", "judgement", "opinion"})


def follow(scene: Scene, before: Sequence[Known], *, dct: date | None) -> None:
    """Date what the sentence tells in its main clause as done after a dated event.

    Args:
        scene: The sentence.
        before: The dated events of the sentences before.
        dct: Document creation time; without it only what followed at once has a day.
    """
    parse = scene.parse
    if _AFTER.isdisjoint(parse.words):
        return
    for candidate in scene.candidates:
        plain = not candidate.timexes and candidate.strength == "strong"
        at = _after(candidate, parse) if plain and in_line(candidate, parse) else None
        base = _base(at, candidate, scene, before) if at is not None else None
        if at is None or base is None:
            continue
        how = parse.lower[at - 1] if at else ""
        days = _days(base, how, dct)
        hang(candidate, base, days, "not before" if how not in _AT_ONCE else f"{how} after")


def _days(base: Timex, how: str, dct: date | None) -> Interval | None:
    """Return the days that "after" with the word before it leaves."""
    own = base.interval
    if own is None or own.start is None or own.grain != "day":
        return None
    if how in _AT_ONCE:
        return own
    if dct is None or how in _LONG:
        return None
    last = own.start + timedelta(days=1)
    return from_day(base, min(dct, last) if how == "hours" and own.start <= dct else dct)


def _after(candidate: Candidate, parse: Parse) -> int | None:
    """Return the "after" that goes with a verb: behind it or opening its sentence."""
    verb = candidate.verb
    if verb is None:
        return None
    heads = [v.head for v in parse.verbs if v.form == "finite"]
    for i, word in enumerate(parse.lower):
        if word not in _AFTER:
            continue
        if i > verb.head and not any(verb.head < head < i for head in heads):
            return i
        if i < 3 and i < verb.first:
            between = [head for head in heads if i < head < verb.first]
            return i if len(between) < 2 and "," in parse.lower[i : verb.first] else None
    return None


def _base(at: int, candidate: Candidate, scene: Scene, before: Sequence[Known]) -> Timex | None:
    """Return the date of the event that the words behind "after" name or tell."""
    parse = scene.parse
    marks = [i for i in range(at, len(parse.lower)) if parse.lower[i] in (",", ".", ";")]
    end = marks[0] if marks else len(parse.lower)
    for other in scene.candidates:
        if not at < other.token < end or other is candidate:
            continue
        if is_day(other):
            return other.timexes[0]
        if other.timexes:
            return None
        if other.noun:
            return _named(at, other, parse, before)
        verb = other.verb
        if verb and verb.lemma in _ISSUED and not _RULINGS.isdisjoint(parse.lower[verb.head : end]):
            return told_before("", "ruling", before)
        if verb and verb.lemma not in _ISSUED and other.strength == "strong":
            return told_before(verb.lemma, other.type, before, words=True)
    return None


def _named(at: int, noun: Candidate, parse: Parse, before: Sequence[Known]) -> Timex | None:
    """Return the date of the noun behind "after" or behind "after the court issued …"."""
    first = phrase_start(noun, parse)
    if parse.lower[first] not in SURE and parse.tags[first + 1 : first + 2] != ["POSS"]:
        return None
    verbs = [v for v in parse.verbs if at < v.head < first]
    if first != at + 1 and (not verbs or verbs[-1].lemma not in _ISSUED):
        return None
    return told_before(word_of(noun, parse), noun.type, before, words=noun.type != "ruling")
