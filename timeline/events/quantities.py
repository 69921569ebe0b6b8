"""The words that say how exact a number is ("more than 90", "about ten"), which a label keeps."""

from __future__ import annotations

from functools import cache

from timeline.grammar import Parse
from timeline.lexicon import table

__all__ = ["bare_number", "quantity", "with_quantity"]

_LONGEST = 3
"""Words of the longest of these phrases."""


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases by their first word."""
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in table("lang/en.events")["label"]["quantities"].split("|"):
        words = tuple(phrase.split())
        out[words[0]] = (*out.get(words[0], ()), words)
    return out


@cache
def _numbers() -> frozenset[str]:
    return frozenset(table("lang/en.events")["label"]["counts"].split())


def quantity(i: int, parse: Parse) -> int:
    """Return how many words from here say how exact the number behind them is; 0 for none."""
    for words in _phrases().get(parse.lower[i], ()):
        end = i + len(words)
        if tuple(parse.lower[i:end]) == words and _is_number(end, parse):
            return len(words)
    return 0


def _is_number(i: int, parse: Parse) -> bool:
    if parse.lower[i : i + 1] == ["a"]:
        return not _numbers().isdisjoint(parse.lower[i + 1 : i + 2])  # "about a dozen"
    return parse.tags[i : i + 1] == ["NUM"] or not _numbers().isdisjoint(parse.lower[i : i + 1])


def with_quantity(start: int, parse: Parse) -> int:
    """Return where a phrase begins, such words before its number included."""
    for n in range(1, min(_LONGEST, start) + 1):
        if quantity(start - n, parse) >= n:
            return start - n
    return start


def bare_number(phrase: str) -> str:
    """Return a phrase without such words before its number."""
    words = phrase.lower().split()
    for known in _phrases().get(words[0], ()) if words else ():
        if tuple(words[: len(known)]) == known:
            return " ".join(phrase.split()[len(known) :])
    return phrase
