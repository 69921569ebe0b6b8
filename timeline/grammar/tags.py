"""One sentence → its tokens and the word class of each.

It must not know verb groups or clauses; verbs.py corrects the classes of what is no verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import add
from typing import NamedTuple

from timeline.grammar.nearby import (
    after_relative,
    is_adverb,
    is_capital,
    is_relative,
    may_be_verb,
    may_inflect,
    opens_content,
    stands_alone,
    takes_is,
)
from timeline.grammar.words import Words, words
from timeline.model import Span

__all__ = ["Tagger", "Tokens", "tagger"]

_TOKEN = re.compile(
    r"\s*+(?:[A-Za-z]++(?=[\s,])|,|\.(?!\.)"  # most tokens; what follows sorts out the rest
    r"|[^\W\d_]+(?:n['’]t)\b"
    r"|(?:[^\W\d_]\.){2,}(?:-[a-z]{2,})*"  # "U.N.", "U.N.-backed"
    r"|[A-Z][a-z]{0,4}\.(?=\s+[\w(])"  # "Gen.", "Aug.": a full stop inside a sentence
    r"|\d+(?:st|nd|rd|th)?(?:-[a-z]{2,})+(?:-\d+)?"  # "72-hour", "9-to-0"
    r"|\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|s)?"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W_]+(?:[-&][^\W_]+)*"
    r"|--+|\.\.\.+|``|''|\S)"
)
"""A token and the white space before it."""
_SPLIT_NOT = re.compile(r"(.+)(n['’]t)$", re.I)
_QUOTES = frozenset({'"', "“", "”", "`", "``", ":", "'"})
_FOLDED = {"«": "“", "»": "”"}
"""Marks of other languages to those of this one."""
_MAKES_VERBS = frozenset({"MODAL", "DO", "BE", "ADV", "NOT", "REL"})
"""Classes after which an unknown word may be a verb."""
_UNKNOWN = "?"
_BY_PLACE = frozenset({"that", "since", "so"})
"""Words of closed classes whose class their neighbours tell."""
_STARTING = frozenset({"beginning", "starting", "commencing"})
_FROM = (["in"], ["on"], ["at"], ["from"], ["with"])
"""What makes a preposition of one of those that opens a sentence ("Beginning in May, …")."""
_OPEN_TAGS = frozenset({"", _UNKNOWN, "PUNCT"})
"""Classes that are no class yet, and marks, after which a quotation may open."""
_MOST_WORDS = 1 << 16
"""Different tokens remembered; a language's daily words are fewer."""


@dataclass(slots=True, eq=False)
class Tokens:
    """The tokens of one sentence; parallel lists."""

    starts: list[int]
    """First character of each, in the document."""
    ends: list[int]
    """One past its last character."""
    text: list[str]
    """As written."""
    lower: list[str]
    """In lower case, quotes straight."""
    tags: list[str]
    """Word class."""


class _Word(NamedTuple):
    """What a token says of itself, wherever it stands."""

    text: str
    gap: int
    """Characters of white space before it."""
    lower: str
    tag: str
    """Its class inside a sentence; empty where the words around it decide, ``?`` for a word in no
    list: a noun, unless the word before it makes it a verb."""
    cut: int
    """Characters before "n't", which is a token of its own; 0 where there is none."""


class Tagger:
    """Tokenises and tags sentences of one language; a word is looked up once."""

    def __init__(self, lexicon: Words) -> None:
        self.lexicon = lexicon
        self._word = lru_cache(_MOST_WORDS)(self._look_up)

    def tokens(self, text: str, span: Span) -> Tokens:
        """Return the tokens of a stretch of text with their classes."""
        parts = _TOKEN.findall(text, span.start, span.end)
        if not parts:
            return Tokens([], [], [], [], [])
        bounds = list(accumulate(map(len, parts), initial=span.start))
        written, gaps, lower, tags, cuts = map(list, zip(*map(self._word, parts), strict=True))
        starts, ends = list(map(add, bounds, gaps)), bounds[1:]
        found = Tokens(starts, ends, written, lower, tags)
        if any(cuts):
            for i in [i for i, cut in enumerate(cuts) if cut][::-1]:
                self._divide(i, cuts[i], found)
        self._settle(written, lower, tags)
        return found

    def _divide(self, i: int, cut: int, found: Tokens) -> None:
        """Make two tokens of "isn't"."""
        token, start = found.text[i], found.starts[i]
        one, other = self._look_up(token[:cut]), self._look_up(token[cut:])
        found.starts.insert(i + 1, start + cut)
        found.ends.insert(i, start + cut)
        found.text[i : i + 1] = one.text, other.text
        found.lower[i : i + 1] = one.lower, other.lower
        found.tags[i : i + 1] = one.tag, other.tag

    def _look_up(self, part: str) -> _Word:
        """Return what a token says of itself, its white space left out."""
        token = part.lstrip()
        split = _SPLIT_NOT.match(token) if len(token) > 3 else None
        word = _FOLDED.get(token) or token.lower().replace("’", "'")
        gap = len(part) - len(token)
        return _Word(token, gap, word, self._usual(token, word), len(split[1]) if split else 0)

    def _usual(self, token: str, word: str) -> str:
        """Return a token's class inside a sentence, or that it depends."""
        known, capital = self.lexicon, token[0].isupper()
        if word == "'s":
            return ""
        if word in known.closed and (not capital or word == "i"):
            return "" if word in _BY_PLACE or word in known.alone else known.closed[word]
        if word[0].isdigit():
            return "NUM"
        if not any(map(str.isalpha, word)):
            return "PUNCT"
        if is_adverb(word, capital, False, known):
            return "ADV"
        if capital:
            return "NAME"
        if word in known.forms or (word.endswith("ed") and may_inflect(word)):
            return "VERB"
        return _UNKNOWN

    def _settle(self, tokens: list[str], lower: list[str], tags: list[str]) -> None:
        """Give the words that depend on their neighbours their class."""
        if _shouts(tokens):
            self._shouted(tokens, lower, tags)
            return
        opened = self._open(0, tokens, lower, tags)
        for i in [i for i, tag in enumerate(tags) if tag in _OPEN_TAGS]:
            if i < opened:
                continue
            if tags[i] == "PUNCT":
                if lower[i] in _QUOTES:
                    opened = self._open(i + 1, tokens, lower, tags)
            elif tags[i] == _UNKNOWN and tags[i - 1] not in _MAKES_VERBS:
                tags[i] = "NOUN"
            else:
                tags[i] = self._tag(i, tokens, lower, tags[:i], shouting=False, opens=False)

    def _open(self, i: int, tokens: list[str], lower: list[str], tags: list[str]) -> int:
        """Tag the first word of a sentence or quotation, behind its marks; return its end."""
        while i < len(tags) and tags[i] == "PUNCT":
            i += 1
        if i < len(tags):
            tags[i] = self._tag(i, tokens, lower, tags[:i], shouting=False, opens=True)
        return i + 1

    def _shouted(self, tokens: list[str], lower: list[str], tags: list[str]) -> None:
        """Tag every word of a sentence in capitals anew."""
        opens = True
        for i in range(len(tags)):
            tags[i] = self._tag(i, tokens, lower, tags[:i], shouting=True, opens=opens)
            opens = tags[i] == "PUNCT" and (opens or lower[i] in _QUOTES)

    def _tag(
        self,
        i: int,
        tokens: list[str],
        lower: list[str],
        tags: list[str],
        *,
        shouting: bool,
        opens: bool,
    ) -> str:
        """Return the class of a token from the words around it."""
        known, word = self.lexicon, lower[i]
        capital = tokens[i][0].isupper() and not shouting
        if word == "'s":
            return "BE" if tags and takes_is(tags[-1], lower[i - 1]) else "POSS"
        if word in known.closed and (opens or not capital or word == "i"):
            if word == "that" and is_relative(i, lower, tags, known):
                return "REL"
            if word == "that" and opens_content(i, tokens, tags, known):
                return "SUB"
            if word == "since" and tags[-1:] == ["HAVE"]:
                return "ADV"  # "has since left"
            if word == "so" and lower[i + 1 : i + 2] == ["far"]:
                return "ADV"
            stands = word in known.alone and stands_alone(i, lower, known)
            return "PRON" if stands else known.closed[word]
        if opens and word in _STARTING and lower[i + 1 : i + 2] in _FROM:
            return "PREP"
        if word[0].isdigit():
            return "NUM"
        if not any(map(str.isalpha, word)):
            return "PUNCT"
        if is_adverb(word, capital, opens and tokens[i + 1 : i + 2] == [","], known):
            return "ADV"
        if capital and not (opens and word in known.forms and not is_capital(tokens, i + 1)):
            return "NAME"
        verb = word in known.forms or may_be_verb(word, tags)
        return "VERB" if verb or after_relative(i, lower, tags, known.closed) else "NOUN"


@cache
def tagger(language: str = "en") -> Tagger:
    """Return the tagger of one language; its words are remembered from text to text."""
    return Tagger(words(language))


def _shouts(tokens: list[str]) -> bool:
    """Is most of the sentence in capitals, so that they tell no names?"""
    enough = 0.6 * len(tokens)
    if sum(map(str.isupper, tokens)) <= enough:
        return False
    return sum(t.isupper() and len(t) > 1 for t in tokens) > enough
