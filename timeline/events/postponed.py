"""What was put off to a day → that it is planned for that day ("postponed the vote to 3 May").

It must not tell whether it took place: a day that is over by the article's is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.events.ahead import is_future
from timeline.events.candidates import Candidate
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.model import Timex

__all__ = ["is_put_off", "put_off"]

_LINKS = frozenset({"to", "until", "till", "for"})


def is_put_off(candidate: Candidate) -> bool:
    """Is it such a plan, told apart from the verb, which says something else of it?"""
    return candidate.verb is None and candidate.repeat > candidate.token


def put_off(
    candidates: Sequence[Candidate], parse: Parse, timexes: Sequence[Timex], *, dct: date | None
) -> list[Candidate]:
    """Return what the sentence puts off to a day to come, once more, as planned for that day.

    Args:
        candidates: Those of the sentence.
        parse: The sentence.
        timexes: Its dates.
        dct: Document creation time.
    """
    known, out = vocabulary().put_off, _behind_day(candidates, parse, timexes, dct)
    for candidate in candidates:
        verb = candidate.verb
        if not candidate.noun or candidate.carried_by not in known or verb is None:
            continue
        day = next((t for t in timexes if _is_new_day(t, verb, parse, dct)), None)
        if day is not None:
            first = parse.token_at(day.span.start)
            out.append(replace(candidate, verb=None, carried_by="", timexes=[day], repeat=first))
    return out


def _behind_day(
    candidates: Sequence[Candidate], parse: Parse, timexes: Sequence[Timex], dct: date | None
) -> list[Candidate]:
    """Return what stands behind its new day ("has postponed until next year | a summit")."""
    out = []
    for verb in parse.verbs:
        if verb.passive or verb.lemma not in vocabulary().put_off:
            continue
        day = next((t for t in timexes if _is_new_day(t, verb, parse, dct)), None)
        if day is None:
            continue
        first, end = parse.token_at(day.span.start), parse.token_at(day.span.end - 1) + 1
        noun = next((c for c in candidates if c.noun and c.token >= end), None)
        whole = noun is not None and {"DET", "NOUN", "NAME", "POSS"}.issuperset(
            parse.tags[end : noun.token]
        )
        if noun is not None and whole and first <= verb.head + 2:
            out.append(replace(noun, verb=None, carried_by="", timexes=[day], repeat=first))
    return out


def _is_new_day(timex: Timex, verb: VerbGroup, parse: Parse, dct: date | None) -> bool:
    """Is it the day to which the verb, done and not denied, puts something off?"""
    first = parse.token_at(timex.span.start)
    first -= parse.lower[first] not in _LINKS
    led = first > verb.head and parse.lower[first] in _LINKS
    between = any(verb.head < v.head < first for v in parse.verbs)
    done = verb.form == "finite" and verb.tense != "future" and not (verb.negated or verb.modal)
    return led and done and not between and is_future(timex, dct)
