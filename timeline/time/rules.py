"""Read the rules of a language: word tables, phrases, and the rules made of them.

The files are ``data/lang/xx.time.toml`` and its parts ``xx.time.*.toml``; this module must not
know what an operator does, only which exist (resolve.py passes their names in tests).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from timeline import lexicon
from timeline.errors import DataFileError
from timeline.time.pattern import Compiled, Compiler, PatternError, literals
from timeline.time.tokens import BREAK, MARK, NAME, OTHER, Alphabet

__all__ = ["Rule", "RuleBook", "rulebook"]

_KEYS = {"name", "pattern", "op", "with", "examples", "not", "everywhere", "elsewhere"}
_NO_SETTINGS: Mapping[str, Any] = MappingProxyType({})
_HOME = "en"
"""The language whose files hold the rules that hold everywhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way of naming a time."""

    name: str
    """Readable name; it is what ``Timex.rule`` says."""
    op: str
    """The operator that turns the words into a place in the calendar."""
    settings: Mapping[str, Any]
    """What the rule tells its operator beyond the words (key ``with``)."""
    patterns: tuple[Compiled, ...]
    """Its spellings, compiled."""
    everywhere: bool
    """Whether it holds in every language (dates in figures)."""
    order: int
    """Its place in the file: of two rules that take the same words, the earlier wins."""


Try = tuple[Callable[[str, int], "re.Match[str] | None"], Rule, Mapping[str, int]]
"""A pattern's ``match``, the rule it belongs to, and the numbers of its named groups."""


@dataclass(frozen=True, slots=True, eq=False)
class RuleBook:
    """The rules of one language, and the alphabet they are written in."""

    alphabet: Alphabet
    """Turns words into the characters the patterns match."""
    tables: Mapping[str, Mapping[str, Any]]
    """Word tables: name → word in lower case → value."""
    rules: tuple[Rule, ...]
    """All rules in file order."""
    core: str
    """Characters one of which stands in every expression."""
    tries: Mapping[str, tuple[Try, ...]]
    """Up to three characters → the patterns that can begin with them."""
    outside: frozenset[str]
    """Characters no expression holds; where the words are not known, any may be part of one."""


@cache
def rulebook(language: str) -> RuleBook:
    """Return the rules for a language; for one without rules, those that hold everywhere.

    Raises:
        DataFileError: A rule file breaks its own rules; the message names file, rule and key.
    """
    if language in lexicon.languages():
        return _build(language, everywhere_only=False)
    return _build(_HOME, everywhere_only=True)


def _build(language: str, *, everywhere_only: bool) -> RuleBook:
    files = [f"lang/{language}.time", *_parts(language)]
    sections = [lexicon.table(name) for name in files]
    tables, phrases, entries = _tables(sections, "words"), _phrases(sections), _entries(files)
    if language != _HOME:
        phrases = _phrases([lexicon.table(f"lang/{_HOME}.time")]) | phrases
        entries += [(f, e) for f, e in _entries([f"lang/{_HOME}.time"]) if e.get("everywhere")]
    entries = [
        (file, entry)
        for file, entry in entries
        if (entry.get("everywhere") if everywhere_only else not entry.get("elsewhere"))
    ]
    alphabet = _alphabet(tables, [*phrases.values(), *(p for _, e in entries for p in _texts(e))])
    compiler = Compiler(alphabet.letters, phrases)
    rules = [_rule(file, entry, n, compiler) for n, (file, entry) in enumerate(entries)]
    core = [word for section in sections for word in section.get("find", {}).get("core", ())]
    core += ["year", "day"] if language != _HOME or everywhere_only else []
    return RuleBook(
        alphabet=alphabet,
        tables=_Tables(
            (name, {word.lower().lstrip("~"): value for word, value in words.items()})
            for name, words in (tables | _tables(sections, "signs")).items()
        ),
        rules=tuple(rules),
        core="".join(sorted(set("".join(alphabet.letters(name) for name in core)))),
        tries=_Tries(rules),
        outside=frozenset((BREAK, MARK) if everywhere_only else (BREAK, MARK, NAME, OTHER)),
    )


class _Tables(dict[str, Mapping[str, Any]]):
    """Word tables by name; a table that a language does not need is empty."""

    def __missing__(self, name: str) -> Mapping[str, Any]:
        return _NO_SETTINGS


def _entries(files: list[str]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(name, entry) for name in files for entry in lexicon.table(name).get("rule", [])]


def _phrases(sections: list[Mapping[str, Any]]) -> dict[str, str]:
    return {k: v for section in sections for k, v in section.get("phrases", {}).items()}


def _parts(language: str) -> list[str]:
    found = sorted((lexicon.DATA / "lang").glob(f"{language}.time.*.toml"))
    return [f"lang/{path.name.removesuffix('.toml')}" for path in found]


def _tables(sections: list[Mapping[str, Any]], kind: str) -> dict[str, dict[str, Any]]:
    """Collect the tables of ``words``, which patterns name, or of ``signs``, which none does.

    A list of words is a table whose values are the words.
    """
    tables: dict[str, dict[str, Any]] = {}
    for section in sections:
        for name, words in section.get(kind, {}).items():
            listed = words if isinstance(words, dict) else {word: word for word in words}
            tables.setdefault(name, {}).update(listed)
    return tables


def _alphabet(tables: Mapping[str, Mapping[str, Any]], patterns: list[str]) -> Alphabet:
    named: dict[str, tuple[str, ...]] = {
        f"={word}": (word,) for pattern in patterns for word in literals(pattern)
    }
    return Alphabet({name: tuple(words) for name, words in tables.items()} | named)


def _texts(entry: Mapping[str, Any]) -> list[str]:
    pattern = entry.get("pattern", "")
    return [pattern] if isinstance(pattern, str) else list(pattern)


def _rule(file: str, entry: Mapping[str, Any], order: int, compiler: Compiler) -> Rule:
    where = f"data/{file}.toml: rule {entry.get('name', f'number {order + 1}')!r}"
    if unknown := set(entry) - _KEYS:
        raise DataFileError(
            f"{where}: unknown key {sorted(unknown)[0]!r}; choose of: {', '.join(sorted(_KEYS))}"
        )
    if missing := {"name", "pattern", "op", "examples"} - set(entry):
        raise DataFileError(f"{where}: key {sorted(missing)[0]!r} is missing; add it")
    patterns = []
    for text in _texts(entry):
        try:
            patterns.append(compiler.compile(text))
        except PatternError as problem:
            raise DataFileError(f"{where}: pattern {text!r}: {problem}") from None
    return Rule(
        name=entry["name"],
        op=entry["op"],
        settings=MappingProxyType(entry["with"]) if "with" in entry else _NO_SETTINGS,
        patterns=tuple(patterns),
        everywhere=bool(entry.get("everywhere", False)),
        order=order,
    )


class _Tries(dict[str, tuple[Try, ...]]):
    """Patterns by the characters they can begin with, sorted out when first asked for."""

    def __init__(self, rules: list[Rule]) -> None:
        super().__init__()
        self._opening: dict[str, list[tuple[Compiled, Rule]]] = {"": []}
        for rule in rules:
            for pattern in rule.patterns:
                for letter in pattern.opening[0]:
                    self._opening.setdefault(letter, []).append((pattern, rule))

    def __missing__(self, letters: str) -> tuple[Try, ...]:
        self[letters] = fitting = tuple(
            (pattern.regex.match, rule, pattern.groups) for pattern, rule in self._those(letters)
        )
        return fitting

    def _those(self, letters: str) -> list[tuple[Compiled, Rule]]:
        known = self._opening.get(letters)
        if known is None:
            before = self._those(letters[:-1]) if len(letters) > 1 else []
            known = [one for one in before if one[0].can_open(letters)]
            self._opening[letters] = known
        return known
