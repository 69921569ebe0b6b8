"""Every rule of every language finds its examples and leaves its counter-examples alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline import lexicon
from timeline.errors import DataFileError
from timeline.model import Document
from timeline.time import timexes
from timeline.time.pattern import Compiler, PatternError
from timeline.time.resolve import OPERATORS
from timeline.time.rules import rulebook

DCT = date(2021, 12, 7)
ROOT = Path(__file__).resolve().parent.parent
FILES = [
    f"lang/{path.stem}"
    for language in lexicon.languages()
    for path in sorted((lexicon.DATA / "lang").glob(f"{language}.time*.toml"))
]
EVERY_RULE = [(name[5:7], r) for name in FILES for r in lexicon.table(name).get("rule", [])]
RULES = [(language, rule) for language, rule in EVERY_RULE if not rule.get("elsewhere")]


def examples(key: str) -> Iterator[object]:
    for language, rule in RULES:
        for example in rule[key]:
            phrase, *rest = [example] if isinstance(example, str) else example
            yield pytest.param(language, rule, phrase, *rest, id=f"{rule['name']}: {phrase}")


def read(phrase: str, language: str) -> Document:
    return Document(phrase, "", "", language, ())


@pytest.mark.parametrize(("language", "rule", "phrase", "expected"), [*examples("examples")])
def test_rule_finds_its_example(
    language: str, rule: dict[str, Any], phrase: str, expected: str
) -> None:
    found = timexes(read(phrase, language), dct=DCT)

    assert (rule["name"], expected) in [(t.rule, t.edtf or t.value) for t in found]


@pytest.mark.parametrize(("language", "rule", "phrase"), [*examples("not")])
def test_rule_leaves_its_counter_example_alone(
    language: str, rule: dict[str, Any], phrase: str
) -> None:
    found = timexes(read(phrase, language), dct=DCT)

    if rule["op"] == "skip":
        assert [t.value for t in found] == []
    else:
        assert rule["name"] not in [t.rule for t in found]


@pytest.mark.parametrize(("language", "rule"), RULES, ids=lambda part: str(part)[:40])
def test_rule_names_an_operator_and_shows_itself(language: str, rule: dict[str, Any]) -> None:
    assert rule["op"] in {*OPERATORS, "skip"}
    assert rule["examples"] or rule["op"] == "skip"
    assert rule["not"], "a rule needs a phrase it must leave alone"


def test_rule_names_are_unique() -> None:
    names = [(language, rule["name"]) for language, rule in RULES]

    assert len(names) == len(set(names))


def test_rulebook_of_a_language_without_rules_holds_only_figures() -> None:
    book = rulebook("xx")

    assert book.rules
    assert all(rule.everywhere for rule in book.rules)


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{nonsense}", "no table"),
        ("( on", "missing"),
        ("on )", "never opened"),
        ("on?", "nothing at all"),
        ("? on", "nothing before"),
        ("{day} {day}", "twice"),
    ],
)
def test_pattern_says_what_is_wrong(pattern: str, complaint: str) -> None:
    known = {"day": "d", "=on": "o"}
    compiler = Compiler(lambda table: known.get(table, ""), {})

    with pytest.raises(PatternError, match=complaint):
        compiler.compile(pattern)


def test_rules_name_file_and_rule_of_a_broken_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"words": {}, "rule": [{"name": "x", "pattern": "{no}", "op": "date", "examples": []}]}
    monkeypatch.setattr(lexicon, "table", lambda name: broken)
    monkeypatch.setattr(lexicon, "languages", lambda: ("qq",))

    with pytest.raises(DataFileError, match=r"data/lang/qq\.time\.toml: rule 'x': pattern"):
        rulebook("qq")


def test_every_pattern_is_a_regular_expression() -> None:
    """They are compiled when a text first wants them; here all are."""
    patterns = [pattern for rule in rulebook("en").rules for pattern in rule.patterns]

    assert all(pattern.regex.pattern == pattern.source for pattern in patterns)


def test_every_word_table_and_phrase_is_used() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "timeline/time").glob("*.py"))
    sections = [lexicon.table(name) for name in FILES]
    rules = [rule for section in sections for rule in section.get("rule", [])]
    patterns = [p for s in sections for p in s.get("phrases", {}).values()]
    patterns += [str(rule["pattern"]) for rule in rules]
    used = set(re.findall(r"\{(\w+)", " ".join(patterns)))

    tables = {name for s in sections for kind in ("words", "signs") for name in s.get(kind, {})}
    phrases = {name for section in sections for name in section.get("phrases", {})}

    assert sorted(t for t in tables - used if f'"{t}"' not in code) == []
    assert sorted(phrases - used) == []


def test_a_new_language_is_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    finnish = {
        "find": {"core": ["month"]},
        "words": {"month": {"kesäkuussa": 6, "kesäkuuta": 6}},
        "rule": [
            {"name": "kuukausi", "pattern": "{month} {year}?", "op": "date", "examples": []},
            {"name": "päivä", "pattern": "{day} . {month} {year}?", "op": "date", "examples": []},
        ],
    }
    real = lexicon.table
    monkeypatch.setattr(lexicon, "table", lambda n: finnish if n == "lang/fi.time" else real(n))
    monkeypatch.setattr(lexicon, "languages", lambda: ("en", "fi"))
    text = (
        "He tapasivat kesäkuussa 2021, 16. kesäkuuta 2021 ja 2021-06-16, mutta may now on Friday."
    )

    found = timexes(read(text, "fi"), dct=DCT)

    assert [(text[t.span.start : t.span.end], t.edtf) for t in found] == [
        ("kesäkuussa 2021", "2021-06"),
        ("16. kesäkuuta 2021", "2021-06-16"),
        ("2021-06-16", "2021-06-16"),
    ]
