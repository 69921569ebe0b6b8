"""Turn a text into one character per token, so that rules match kinds of words, not letters.

"in early November" becomes three characters, one for each *set of word tables* a word is in.
It must not know any rule; what a table means is not its business.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, count

__all__ = ["BREAK", "GAP", "MARK", "NAME", "NUMERIC", "OTHER", "Alphabet", "Tokens"]

OTHER, NAME, MARK, GAP, BREAK = ".", ",", "!", " ", "\n"
"""Characters of what is in no table: a word, a word with a capital, a mark; space; blank line."""
_TOKEN = re.compile(
    r"(?:[A-Za-z]\w*+|[.,;:'\"()]"  # most tokens; the others are tried at what begins otherwise
    r"|\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.])\d+\.\d+(?![\d.]*\d)|\w+|[^\w\s])(?:\s(?!\s))?+|\s+"
)
_CAP = 100_000
"""Most spellings remembered at a time; a text of endless new words must not fill the memory."""


def _whole(low: int, high: int, width: int = 0) -> Callable[[str], bool]:
    """Recognise the whole numbers of a range; ``width`` fixes how many digits are written."""

    def fits(word: str) -> bool:
        return (
            word.isascii()
            and word.isdigit()
            and (len(word) == width if width else len(word) <= 4)
            and low <= int(word) <= high
        )

    return fits


NUMERIC: Mapping[str, Callable[[str], object]] = {
    "day": _whole(1, 31),
    "hour": _whole(0, 24),
    "month_number": _whole(1, 12),
    "two_digits": _whole(0, 99, 2),
    "sixty": _whole(0, 59, 2),
    "three_digits": _whole(100, 999, 3),
    "year": _whole(1500, 2199, 4),
    "clock_four": _whole(0, 2359, 4),
    "distant_year": lambda word: _whole(1000, 1499, 4)(word) or _whole(2200, 2999, 4)(word),
    "old_year": _whole(1, 999),
    "digits": lambda word: word.isascii() and word.isdigit(),
    "decimal": re.compile(r"[0-9]+\.[0-9]+").fullmatch,
    "dotted_clock": re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]").fullmatch,
    "grouped": re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+").fullmatch,
    "decade": re.compile(r"[12]?[0-9]{2}0s", re.IGNORECASE).fullmatch,
    "short_decade": re.compile(r"[1-9]0s", re.IGNORECASE).fullmatch,
    "day_ordinal": re.compile(r"[023]?1st|2?2nd|2?3rd|(?:[12]?[4-9]|1[0-3]|[123]0)th").fullmatch,
    "century_ordinal": re.compile(r"2?1st|2nd|3rd|(?:[4-9]|1[0-9]|20)th").fullmatch,
    "clock_word": re.compile(r"(?:0?[1-9]|1[0-2])[ap]m", re.IGNORECASE).fullmatch,
    "day_hour": re.compile(r"[0-3][0-9][Tt][0-2][0-9]").fullmatch,
    "minute_word": re.compile(r"[0-5][0-9](?:[ap]m|hrs?)", re.IGNORECASE).fullmatch,
    "quarter_figure": re.compile(r"[1-4]Q").fullmatch,
    "half_figure": re.compile(r"[12]H").fullmatch,
    "quarter_year": re.compile(r"[1-4]Q(?:[0-9]{2}|20[0-9]{2}|19[0-9]{2})").fullmatch,
    "half_year": re.compile(r"[12]H(?:[0-9]{2}|20[0-9]{2}|19[0-9]{2})").fullmatch,
    "fiscal_year": re.compile(r"FY(?:[0-9]{2}|20[0-9]{2}|19[0-9]{2})").fullmatch,
    "military": re.compile(r"(?:[01][0-9]|2[0-3])(?:[0-5][0-9](?:hrs?|h)|h[0-5][0-9])").fullmatch,
}
"""Tables of numbers, recognised by their form instead of being listed."""
_SAMPLES = (
    [
        str(n)
        for n in (
            *range(100),
            100,
            999,
            1000,
            1499,
            1989,
            2199,
            2200,
            2359,
            2999,
            3000,
            9999,
            12345,
        )
    ]
    + [f"{n:02}" for n in range(100)]
    + ["000", "0000", "010", "0600", "2359", "2360", "1,000", "1.5"]
    + [f"{h}.{m}" for h in (1, 10, 23, 24, 99) for m in ("05", "30", "59", "60", "5")]
    + [f"{n}s" for n in (10, 20, 90, 110, 480, 1000, 1990, 2020)]
    + [f"{n}{e}" for n in range(130) for e in ("st", "nd", "rd", "th")]
    + [f"{n}{e}" for n in ("1", "05", "12", "13") for e in ("am", "pm", "hrs")]
    + ["00am", "30pm", "59hrs", "07T17", "31t00"]
    + ["1Q", "4Q", "1H", "1Q21", "4Q2021", "2H21", "1H2021", "FY21", "FY2021"]
    + ["0500hrs", "1700h", "2599hrs", "1700hr", "17h30"]
)
"""One number of every kind: from these all combinations of numeric tables are learned."""


class Alphabet(dict[str, str]):
    """Token → its character; spellings met for the first time are looked up and remembered."""

    def __init__(self, tables: Mapping[str, Iterable[str]]) -> None:
        """Give every combination of tables that a word can be in a character of its own.

        Args:
            tables: Table name → its words. A word written with a capital ("May") is
                recognised only with one, "~day" only without; a word in lower case in
                every spelling.
        """
        super().__init__()
        self._tables_of: dict[str, set[str]] = {}
        for name, words in tables.items():
            for word in words:
                self._tables_of.setdefault(word, set()).add(name)
        self._of_table: dict[str, list[str]] = {}
        letters = map(chr, count(0x100))
        self._letters: dict[frozenset[str], str] = {frozenset(): OTHER}
        words = [word.lstrip("~") for word in self._tables_of]
        spellings = (s for word in words for s in (word, word.capitalize()))
        for spelling in (*spellings, *_SAMPLES):
            kinds = self._kinds(spelling)
            if kinds not in self._letters:
                self._letters[kinds] = letter = next(letters)
                for kind in kinds:
                    self._of_table.setdefault(kind, []).append(letter)

    def letters(self, table: str) -> str:
        """Return the characters of all words in a table; ``other`` and ``name`` are in none."""
        if table in ("other", "name"):
            return NAME if table == "name" else OTHER
        return "".join(self._of_table.get(table, ()))

    def _kinds(self, word: str) -> frozenset[str]:
        low = word.lower()
        kinds = set(self._tables_of.get(low, ()))
        if word == low:
            kinds |= self._tables_of.get(f"~{word}", set())
        if word[:1].isupper():
            kinds |= self._tables_of.get(low.capitalize(), set()) | self._tables_of.get(word, set())
        if word[:1].isdigit() or word[-1:].isdigit():
            kinds.update(name for name, fits in NUMERIC.items() if fits(word))
        return frozenset(kinds)

    def __missing__(self, token: str) -> str:
        word = token.strip()
        if not token:
            letter = BREAK
        elif word:
            kinds = self._kinds(word)
            letter = self._letters.get(kinds, OTHER)
            if not kinds and not word[0].isalnum():
                letter = MARK
            elif not kinds and word[0].isupper():
                letter = NAME
        else:
            letter = BREAK if token.count("\n") > 1 else GAP
        if len(self) >= _CAP:
            self.clear()
        self[token] = letter
        return letter


class Tokens:
    """A text cut into tokens: the text, a character per token, and where each begins."""

    __slots__ = ("letters", "starts", "text", "words")

    def __init__(self, text: str, alphabet: Alphabet, breaks: Sequence[int] = ()) -> None:
        """Cut a text; white space belongs to the token before it.

        Args:
            text: The text.
            alphabet: Gives each token its character.
            breaks: Offsets, ascending, that no expression crosses: an empty token stands there.
        """
        self.text = text
        self.words = _TOKEN.findall(text)
        self.starts = list(accumulate(map(len, self.words), initial=0))
        if breaks:
            self._break(breaks)
        self.letters = "".join(map(alphabet.__getitem__, self.words))

    def _break(self, breaks: Sequence[int]) -> None:
        words, starts, done = [], [], 0
        for offset in breaks:
            at = bisect_left(self.starts, offset, done)  # a break inside a word is one after it
            words += [*self.words[done:at], ""]
            starts += [*self.starts[done:at], self.starts[at]]
            done = at
        self.words = [*words, *self.words[done:]]
        self.starts = [*starts, *self.starts[done:]]

    def said(self, first: int, last: int) -> str:
        """Return the words from token ``first`` to before ``last``, without white space around."""
        return self.text[self.starts[first] : self.starts[last]].strip()

    def end(self, last: int) -> int:
        """Return the offset after the words before token ``last``, white space left out."""
        while last and self.letters[last - 1] in (GAP, BREAK):
            last -= 1
        return self.starts[last - 1] + len(self.words[last - 1].rstrip()) if last else 0
