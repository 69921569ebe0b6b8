"""Tell the scene of a chapter ("Munich, 30 September 1938") from the day an article was written.

Both stand above the story and look alike. No article tells as done what came years after its own
day, and a chapter that says it is one has no such day. It must not resolve dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline import lexicon
from timeline.model import Sentence
from timeline.read import stamps
from timeline.read.words import Words

__all__ = ["with_scenes"]

_TOP = 4
"""Pieces in which a book says that a chapter begins."""


def with_scenes(text: str, pieces: Sequence[Sentence], known: Words) -> list[Sentence]:
    """Return the pieces, the day above a story as a heading where it cannot be the article's own.

    A day with a label ("Published: …") or under a byline is left: somebody says whose it is.
    """
    n_above = next((n for n, piece in enumerate(pieces) if piece.kind == "body"), 0)
    days = {n: day for n in range(n_above) if (day := _day(text, pieces[n], known))}
    if not days:
        return list(pieces)
    is_chapter = any(
        known.chapter.match(text, piece.span.start, piece.span.end) for piece in pieces[:_TOP]
    )
    if not is_chapter and not _tells_after(text, pieces[n_above:], known, max(days.values())):
        return list(pieces)
    return [replace(p, kind="heading") if n in days else p for n, p in enumerate(pieces)]


def _day(text: str, piece: Sentence, known: Words) -> int | None:
    """Return the year of a day in full that stands above the story without a label."""
    if piece.kind != "boilerplate":
        return None
    start, end = piece.span
    if known.publish.search(text, start, end) or known.updated.search(text, start, end):
        return None
    stamp = stamps.find(text, start, end, language=known.language)
    return stamp.day.year if stamp else None


def _tells_after(text: str, story: Sequence[Sentence], known: Words, year: int) -> bool:
    """Tell whether a sentence that opens with a later year tells of it in the plain past."""
    past, ahead = _tenses(known.language)
    for piece in story:
        later = known.later.match(text, *piece.span)
        if later is None or int(later["year"]) <= year:
            continue
        rest = text[later.end() : piece.span.end].lower()
        said = set(re.findall(r"[^\W\d_]+", rest))
        if not said.isdisjoint(past) and said.isdisjoint(ahead) and not known.meant.search(rest):
            return True
    return False


@cache
def _tenses(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that tell the past of a language, and those that tell what is to come."""
    tense = lexicon.table(f"lang/{language}.time.tense")["tense"]
    return frozenset(tense["past"]), frozenset(tense["future"])
