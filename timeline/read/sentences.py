"""Split one paragraph into sentences; it knows nothing of pages and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.read.words import Words

__all__ = ["split"]

_STOP = re.compile(
    r"""(?<![.!?…])(?P<mark>[.!?…]++)       # the whole run, so that "......" is scanned once
        (?P<close>(?:''|["'”’»)\]]|\[\w{1,4}\])*+)   # quotes, brackets, a footnote mark
        (?P<space>\s++(?![a-zß-ÿ,;])|(?=["“‘(]?[A-ZÀ-Þ]))""",
    re.X,
)
"""A stop that white space follows, and no small letter, or a capital: a sentence may end here."""
_RUN_ON = re.compile(r"(?:[a-zß-ÿ]{2}|\b\d{4}|[)\]])\Z")
"""What stands before a stop without white space behind it: a small word, a year, a bracket."""
_RUN_INTO = re.compile(r"[\"“‘(]?([A-ZÀ-Þ][a-zß-ÿ]*)(?=[\s’',-])")
"""The word that such a stop runs into."""
_NEXT_WORD = re.compile(r"(?:``|[-–—\"'“‘«(\[`])*\s*([^\W\d_]+\.?)(?=[\s,’'])")
"""The word that opens what follows, its full stop included: "A." is an initial, "A" is not."""
_OPENERS = "\"'“‘«([{`–—-/"
_LONGEST = 2_000
"""Characters; no sentence is longer, so that work on one never grows with the whole text."""
_JOINT = re.compile(r"[;:,]\s+|\s+")
"""Where a longer stretch is cut: at the last mark before its limit, or the last white space."""
_SHORTEST = 3
"""Letters of a word that opens a sentence and is no starter."""
_REACH = 14
"""Characters before a stop in which an abbreviation is looked for; the longest has 9."""


def split(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the sentences between two offsets, in order, without white space around them."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        space = stop.start("space")
        if stop.end() < end and _ends(text, first, stop, words):
            yield from _pieces(text, first, space)
            first = stop.end()
    if first < end:
        yield from _pieces(text, first, end)


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, or the pieces of a list or of mere noise too long to be one."""
    while last - first > _LONGEST:
        joints = list(_JOINT.finditer(text, first + _LONGEST // 2, first + _LONGEST))
        marked = [joint for joint in joints if not joint[0].isspace()]
        cut = (marked or joints)[-1].end() if joints else first + _LONGEST
        yield first, first + len(text[first:cut].rstrip())
        first = last - len(text[cut:last].lstrip()) if text[cut].isspace() else cut
    yield first, last


def _ends(text: str, first: int, stop: re.Match[str], words: Words) -> bool:
    """Say whether a sentence ends at this stop."""
    at = stop.start()
    mark = stop["mark"]
    if not stop["space"]:
        return _runs_on(text, first, stop, words)
    if len(mark) > 1 or mark == "…":
        return "!" in mark or "?" in mark or bool(stop["close"]) or _starts(text, stop, words)
    before = text[max(first, at - _REACH) : at].split()
    word = before[-1].lstrip(_OPENERS) if before and not text[at - 1].isspace() else ""
    if mark != ".":
        return (word + mark) not in words.abbreviations or _starts(text, stop, words)
    if not word:  # a stop with white space before it, as some tools write
        return at > first and _starts(text, stop, words)
    if len(word) == 1 and word.isalpha() and word.isupper():
        return _starts(text, stop, words)
    if word in words.titles:
        return bool(stop["close"])
    if word.isdigit():
        return _after_number(text, first, at - len(word), stop, words)
    if text[stop.end()].isdigit() and word in words.before_number:
        return False
    if "." in word and word.replace(".", "").isalpha() and len(word) < 9:
        return _starts(text, stop, words)
    return word not in words.abbreviations or _starts(text, stop, words)


def _runs_on(text: str, first: int, stop: re.Match[str], words: Words) -> bool:
    """Say whether a page has lost the white space between two sentences ("has left.The envoy")."""
    before = text[max(first, stop.start() - _REACH) : stop.start()].split()
    word = before[-1].lstrip(_OPENERS) if before else ""
    after = _RUN_INTO.match(text, stop.end())
    if after is None or not _RUN_ON.search(word) or not set(word).isdisjoint("./@:"):
        return False
    if word in words.titles or word in words.abbreviations or after[1] in words.domains:
        return False
    return len(after[1]) >= _SHORTEST or after[1] in words.starters


def _after_number(text: str, first: int, at: int, stop: re.Match[str], words: Words) -> bool:
    """Say whether "12." ends a sentence: not as the number of an item, nor as an ordinal."""
    if at == first:
        return False
    return not (words.ordinals and stop.start() - at <= 2) or _starts(text, stop, words)


def _starts(text: str, stop: re.Match[str], words: Words) -> bool:
    """Say whether the word after the stop opens a sentence."""
    word = _NEXT_WORD.match(text, stop.end())
    return word is not None and word[1] in words.starters
