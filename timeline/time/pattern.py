"""Compile the small pattern language of the rule files to regular expressions over tokens.

    {month} {day} (, {year})?      words of tables; each is captured under the table's name
    {day:from} - {day:to}          … or under a name of its own; {dash:_} is not captured
    the (early | late)? [ spring ] alternatives; [ ] marks the words that are the expression,
                                   a second and third [ ] further expressions
    (?= of) (?! {noun}) (?< in)    what must, must not follow; what must stand before

White space means nothing. Nothing repeats without end: ``*`` is up to four times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from timeline.time.tokens import GAP

__all__ = ["Compiled", "Compiler", "PatternError", "literals"]

_PIECE = re.compile(
    r"\s*(?:\{(?P<table>\w+)(?::(?P<name>\w+))?\}|(?P<look>\(\?[=!<])|(?P<word>[^\W_]+)"
    r"|(?P<mark>[()|?*\[\]])|(?P<point>[^\w\s]))"
)


class PatternError(ValueError):
    """Say what is wrong with a pattern; rules.py adds which rule and file."""


def literals(pattern: str) -> set[str]:
    """Return the words and marks a pattern names itself, in lower case."""
    found = _PIECE.finditer(pattern)
    return {(m["word"] or m["point"]).lower() for m in found if m["word"] or m["point"]}


@dataclass(frozen=True)
class Compiled:
    """A pattern ready to match at a token."""

    source: str
    """Its regular expression over token characters; group ``span`` where the words are marked."""
    opening: Opening
    """Characters that its first token can be, its second, its third."""
    lengths: frozenset[int]
    """How many tokens all of it can be, as far as that is fewer than the opening has."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Return the expression compiled when first wanted: an article wants a fifth of them."""
        return re.compile(self.source)

    @cached_property
    def groups(self) -> Mapping[str, int]:
        """Return the numbers of its named groups."""
        return dict(self.regex.groupindex)

    def can_open(self, letters: str) -> bool:
        """Tell whether a match can begin with these characters, at most as many as it opens with.

        A gap says nothing: it stands beside a token, in none.
        """
        for n, letter in enumerate(letters):
            if letter == GAP or n in self.lengths:
                return True
            if letter not in self.opening[n]:
                return False
        return True


_DEPTH = 3
"""Tokens by which a pattern is told from others before it is tried."""
Opening = tuple[frozenset[str], ...]
_NOTHING: Opening = (frozenset(),) * _DEPTH
_EMPTY = frozenset({0})


@dataclass(slots=True)
class _Node:
    """A piece of pattern: its regex, and what its first tokens can be."""

    regex: str
    opening: Opening = _NOTHING
    lengths: frozenset[int] = _EMPTY

    def then(self, after: _Node) -> _Node:
        """Return this piece followed by another."""
        if not self.lengths or self.opening is _NOTHING:
            opened = after if self.lengths else self
            return _Node(self.regex + after.regex, opened.opening, opened.lengths)
        opening = tuple(
            here.union(*(after.opening[n - length] for length in self.lengths if length <= n))
            for n, here in enumerate(self.opening)
        )
        lengths = {one + two for one in self.lengths for two in after.lengths}
        return _Node(self.regex + after.regex, opening, frozenset(lengths & set(range(_DEPTH))))

    def optional(self, regex: str) -> _Node:
        """Return this piece, or nothing."""
        return _Node(regex, self.opening, self.lengths | _EMPTY)


class Compiler:
    """Compile patterns against one alphabet and one set of named phrases."""

    def __init__(self, letters: Callable[[str], str], phrases: Mapping[str, str]) -> None:
        """Take the alphabet's ``letters`` and the named pieces of pattern rules may use."""
        self._letters = letters
        self._phrases = phrases
        self._pieces: list[re.Match[str]] = []
        self._texts: list[str] = [""]
        self._at = 0
        self._names: set[str] = set()
        self._looking = 0
        self._read: dict[str, _Node] = {}

    def compile(self, pattern: str) -> Compiled:
        """Return a pattern compiled.

        Raises:
            PatternError: It is not of the language, or names a table that does not exist.
        """
        self._names = set()
        node = self._parse(pattern)
        if 0 in node.lengths:
            raise PatternError("it can match nothing at all")
        return Compiled(node.regex, node.opening, node.lengths)

    def _parse(self, pattern: str) -> _Node:
        outer = self._pieces, self._texts, self._at
        self._pieces, self._at = list(_PIECE.finditer(pattern.strip())), 0
        self._texts = [*(piece.group().strip() for piece in self._pieces), ""]
        covered = self._pieces[-1].end() if self._pieces else 0
        node = self._alternatives()
        if self._at < len(self._pieces) or covered < len(pattern.strip()):
            raise PatternError("a bracket is closed that was never opened")
        self._pieces, self._texts, self._at = outer
        return node

    def _peek(self) -> str:
        return self._texts[self._at]

    def _alternatives(self) -> _Node:
        branches = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        return _Node(
            f"(?:{'|'.join(b.regex for b in branches)})",
            tuple(frozenset().union(*(b.opening[n] for b in branches)) for n in range(_DEPTH)),
            frozenset().union(*(b.lengths for b in branches)),
        )

    def _sequence(self) -> _Node:
        node = _Node("")
        while self._peek() not in ("", "|", ")", "]"):
            node = node.then(self._repeated())
        return node

    def _repeated(self) -> _Node:
        node = self._atom()
        sign = {"?": "?", "*": "{0,4}"}.get(self._peek())
        if not sign:
            return node
        self._at += 1
        whole = node
        for _ in range(_DEPTH - 1 if sign != "?" else 0):
            whole = node.then(whole.optional(""))
        return whole.optional(f"(?:{node.regex}){sign}")

    def _atom(self) -> _Node:
        piece = self._pieces[self._at]
        self._at += 1
        if piece["table"]:
            return self._table(piece["table"], piece["name"])
        if piece["look"]:
            return self._look(piece["look"])
        if piece["mark"] in ("(", "["):
            node = self._alternatives()
            self._close(")" if piece["mark"] == "(" else "]")
            if piece["mark"] == "[":
                marked = sum(name.startswith("span") for name in self._names)
                node.regex = self._capture(f"span{marked + 1 if marked else ''}", node.regex)
            return node
        if piece["mark"]:
            raise PatternError(f"{piece['mark']!r} has nothing before it")
        return self._words("=" + (piece["word"] or piece["point"]).lower())

    def _close(self, bracket: str) -> None:
        if self._peek() != bracket:
            raise PatternError(f"a {bracket!r} is missing")
        self._at += 1

    def _look(self, kind: str) -> _Node:
        self._looking += 1  # what is only looked at is not captured
        node = self._alternatives()
        self._looking -= 1
        self._close(")")
        if kind == "(?<":
            # a lookbehind of the engine needs one width: one token, and the gap it may leave
            return _Node(f"(?<={node.regex.removesuffix(' ?')})")
        return _Node(f"{kind}{node.regex})")

    def _table(self, table: str, name: str | None) -> _Node:
        node = self._phrase(table) if table in self._phrases else self._words(table)
        if name == "_" or (name is None and table in self._phrases):
            return node
        node.regex = self._capture(name or table, node.regex)
        return node

    def _phrase(self, name: str) -> _Node:
        """Return a named piece of pattern; one that captures nothing is read only once."""
        known = self._read.get(name)
        if known is None:
            n_names = len(self._names)
            known = self._parse(self._phrases[name])
            if len(self._names) == n_names and not self._looking:
                self._read[name] = known
        return replace(known)

    def _capture(self, name: str, regex: str) -> str:
        if self._looking:
            return regex
        if name in self._names:
            raise PatternError(f"{name!r} is captured twice; name one of them {{table:name}}")
        self._names.add(name)
        return f"(?P<{name}>{regex})"

    def _words(self, table: str) -> _Node:
        known = self._read.get(f"={table}=")
        if known is None:
            letters = self._letters(table)
            if not letters:
                raise PatternError(f"{table!r} is no table, phrase or kind of number")
            opening = (frozenset(letters), *_NOTHING[1:])
            known = _Node(f"[{re.escape(letters)}] ?", opening, frozenset({1}))
            self._read[f"={table}="] = known
        return replace(known)
