"""What the text has dated so far → the date of an event that it names again.

It must not choose among several: two attacks on two days leave "the attack" without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.events.candidates import Candidate
from timeline.events.scene import Scene
from timeline.grammar import Parse
from timeline.model import Interval, Timex
from timeline.time.edtf import edtf, timex_value

__all__ = [
    "SURE",
    "Known",
    "from_day",
    "hang",
    "is_day",
    "known",
    "phrase_start",
    "told_before",
    "word_of",
]

NEWS_DAYS = 3
"""A reaction in a report follows within days; in a history "after the war" says little."""
SURE = frozenset({"the", "this", "that", "'s", "its", "his", "her", "their"})
_SAYING, _OCCASION = "saying", "occasion"
_HELD_AT = frozenset({"at", "in", "during"})
_NOUN_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV"})


@dataclass(frozen=True, slots=True)
class Known:
    """An event that the text has dated."""

    word: str
    """Its noun in the singular, or the base form of its verb."""
    type: str
    """Its event type id, or "saying" or "occasion"."""
    timex: Timex
    who: frozenset[str] = frozenset()
    """Who spoke, of a saying."""


def known(scene: Scene, before: Sequence[Known], *, dct: date | None) -> list[Known]:
    """Return the dated past events of a sentence, and the occasions on which somebody spoke.

    Args:
        scene: The sentence.
        before: What the sentences before have dated.
        dct: Document creation time: a plan is not known to have happened.
    """
    found = [
        Known(word_of(c, scene.parse), c.type, t)
        for c in scene.candidates
        for t in c.timexes[:1]
        if c.strength == "strong" and _past(t, dct)
    ]
    return found + _spoken(scene, before, dct)


def _spoken(scene: Scene, before: Sequence[Known], dct: date | None) -> list[Known]:
    """Return a dated saying and the occasion at which it or one more of that speaker was told."""
    saying = next((c for c in scene.candidates if c.strength == "report"), None)
    if saying is None or (saying.timexes and not _past(saying.timexes[0], dct)):
        return []
    who = frozenset(m.actor.actor_id for m in scene.mentions if m.actor.kind == "person")
    last = next((k for k in reversed(before) if k.type == _SAYING), None)
    timex = next(iter(saying.timexes), last.timex if last and last.who & who else None)
    if timex is None:
        return []
    out = [Known(word_of(saying, scene.parse), _SAYING, timex, who)] if saying.timexes else []
    for noun in scene.candidates:
        first = phrase_start(noun, scene.parse)
        at = noun.noun and first and scene.parse.lower[first - 1] in _HELD_AT
        if at and noun.type == "statement" and not noun.timexes:
            out.append(Known(word_of(noun, scene.parse), _OCCASION, timex))
    return out


def told_before(
    word: str, type_: str, before: Sequence[Known], *, words: bool = False
) -> Timex | None:
    """Return the date of the one event of that word, or else of that type; None for several."""
    named = [k for k in before if k.word == word]
    found = named or ([] if words else [k for k in before if k.type == type_])
    days = {(k.timex.interval.start, k.timex.interval.end) for k in found if k.timex.interval}
    return found[-1].timex if len(days) == 1 else None


def phrase_start(noun: Candidate, parse: Parse) -> int:
    """Return the first token of a noun's phrase, up to the preposition or verb before it."""
    first = noun.first
    while first > 0 and parse.tags[first - 1] in _NOUN_PHRASE:
        first -= 1
    return first


def word_of(candidate: Candidate, parse: Parse) -> str:
    """Return the event's word: a noun in the singular, or the base form of a verb."""
    if candidate.noun or candidate.verb is None:
        return parse.lower[candidate.token].removesuffix("s")
    return candidate.verb.lemma


def is_day(candidate: Candidate) -> bool:
    """Has the candidate the date of one day?"""
    intervals: Iterable[Interval | None] = (t.interval for t in candidate.timexes[:1])
    return any(i is not None and i.start and i.end and i.grain == "day" for i in intervals)


def _past(timex: Timex, dct: date | None) -> bool:
    interval = timex.interval
    if interval is None or interval.start is None or interval.end is None:
        return False
    return dct is None or interval.start <= dct


def from_day(base: Timex, dct: date, *, days: int = NEWS_DAYS) -> Interval | None:
    """Return the days from a date to the article's; None where they are more than a few."""
    start = base.interval.start if base.interval else None
    if start is None or start > dct or (days and (dct - start).days > days):
        return None
    end = dct + timedelta(days=1)
    return Interval(start, end, "day" if (end - start).days == 1 else "span")


def hang(
    candidate: Candidate, base: Timex, days: Interval | None, how: str, said: str = ""
) -> None:
    """Append the days that another event leaves to a candidate, if there are any.

    Args:
        candidate: What gets them.
        base: The date of the other event.
        days: What it leaves.
        how: How the words count from it.
        said: The words, where they are worth quoting.
    """
    if days is None:
        return
    text = edtf(days)
    why = f"{said or how}: from the event of {base.edtf} → {text}"
    value = timex_value(days) or text
    candidate.timexes.append(
        replace(
            base,
            value=value,
            interval=days,
            edtf=text,
            mod=None,
            basis="previous",
            rule="hung on another event",
            why=why,
        )
    )
