"""Find where times are spoken of, and by which rule; it must not resolve anything."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.time.rules import Rule, RuleBook
from timeline.time.tokens import Tokens

__all__ = ["Found", "find"]

_SPANS = ("span", "span2", "span3")
"""Groups of a rule that finds several expressions at once, one for each."""
_DIGITS = re.compile("[0-9]+")
_REACH = 10
"""Most tokens an expression can have before its first core word ("the first three months of")."""


@dataclass(slots=True, eq=False)
class Found:
    """Words that a rule takes for a time."""

    rule: Rule
    """The rule."""
    book: RuleBook
    """Its tables."""
    tokens: Tokens
    """The text it stands in."""
    match: re.Match[str]
    """The match, over token characters."""
    first: int
    """First token of the expression."""
    last: int
    """One past its last token."""
    groups: Mapping[str, int]
    """The names of the match's groups, and their numbers."""
    part: int = 1
    """Which of the expressions of a rule that finds several at once ("6 and 9 May")."""

    @property
    def start(self) -> int:
        """Return the offset of its first character."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Return the offset after its last character."""
        return self.tokens.end(self.last)

    @property
    def last_of_all(self) -> int:
        """Return one past the last token of all the expressions that its rule finds at once."""
        ends = (self.match.end(name) for name in _SPANS if name in self.groups)
        return max(self.last, *ends) if "span" in self.groups else self.last

    @property
    def words(self) -> str:
        """Return the words, line breaks and runs of white space made single spaces."""
        return " ".join(self.tokens.text[self.start : self.end].split())

    def said(self, group: str) -> str | None:
        """Return the words of a group in lower case; None when it took no part."""
        number = self.groups.get(group)
        if self.part > 1:
            number = self.groups.get(f"{group}{self.part}", number)
        if number is None:
            return None
        first, last = self.match.span(number)
        return self.tokens.said(first, last).lower() if first >= 0 else None

    def value(self, group: str, table: str | None = None) -> Any:
        """Return what the words of a group stand for in their table; None when not said."""
        if group not in self.groups:
            return None
        said = self.said(group)
        return None if said is None else self.book.tables[table or group].get(said)

    def whole(self, group: str) -> int | None:
        """Return the leading digits of a group as a number ("12th" → 12); None when not said."""
        if group not in self.groups:
            return None
        said = self.said(group)
        digits = _DIGITS.match(said) if said else None
        return int(digits.group()) if digits else None

    def step(self) -> int | None:
        """Return how many units from the anchor "last", "this past", "the following" take it."""
        for group, table in (("step2", "step"), ("step", "step"), ("neighbour", "neighbour")):
            step: int | None = self.value(group, table)
            if step is not None:
                return step
        return None

    def before(self, back: int = 1) -> str:
        """Return the word ``back`` tokens before the expression, in lower case."""
        at = self.first - back
        return self.tokens.words[at].strip().lower() if at >= 0 else ""

    def is_lower(self, back: int) -> bool:
        """Tell whether the word ``back`` tokens before the expression has no capital."""
        word = self.tokens.words[self.first - back] if self.first >= back else ""
        return word == word.lower()

    def after(self, ahead: int = 0) -> str:
        """Return the word ``ahead`` tokens after the expression, in lower case."""
        at = self.last + ahead
        return self.tokens.words[at].strip().lower() if at < len(self.tokens.words) else ""

    def is_followed_by_digits(self) -> bool:
        """Tell whether a dot and more figures follow at once, as in 192.168.10.20."""
        words = self.tokens.words[self.last : self.last + 2]
        return len(words) == 2 and words[0] == "." and words[1][:1].isdigit()


@cache
def _core(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(letters)}]")


def find(text: str, book: RuleBook, breaks: Sequence[int] = ()) -> list[Found]:
    """Return every expression of a text, in order, none overlapping.

    Of the rules that match at a word the one that takes most words wins, then the earlier in
    the file. The work is linear: each token begins at most one attempt, and no pattern is
    longer than a fixed number of tokens.

    Args:
        text: The text.
        book: The rules.
        breaks: Offsets, ascending, that no expression crosses.
    """
    tokens = Tokens(text, book.alphabet, breaks)
    letters = tokens.letters
    found: list[Found] = []
    done = 0
    for core in _core(book.core).finditer(letters):
        at = core.start()
        if at < done:
            continue
        begin = at
        while begin > done and at - begin < _REACH and letters[begin - 1] not in book.outside:
            begin -= 1
        while begin <= at:
            best = _longest(letters, begin, book)
            if best is None:
                begin += 1
                continue
            match, rule, groups = best
            done = begin = match.end()
            if rule.op != "skip":
                found += _marked(match, rule, groups, book, tokens)
        done = max(done, begin)
    return found


Best = tuple[re.Match[str], Rule, Mapping[str, int]]
"""A match, its rule, and the numbers of its named groups."""


def _marked(
    match: re.Match[str], rule: Rule, groups: Mapping[str, int], book: RuleBook, tokens: Tokens
) -> list[Found]:
    if "span" not in groups:
        return [Found(rule, book, tokens, match, *match.span(), groups)]
    spans = [match.span(name) for name in _SPANS if name in groups]
    return [
        Found(rule, book, tokens, match, *span, groups, n)
        for n, span in enumerate(spans, 1)
        if span[0] >= 0
    ]


def _longest(letters: str, at: int, book: RuleBook) -> Best | None:
    best, longest = None, at
    for match, rule, groups in book.tries[letters[at : at + 3]]:
        tried = match(letters, at)
        if tried is not None and tried.end() > longest:
            best, longest = (tried, rule, groups), tried.end()
    return best
