"""Texts as strings of token characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.time.tokens import BREAK, NAME, OTHER, Alphabet, Tokens

TABLES = {"month": ["May", "june"], "unit": ["~day", "days"], "modal": ["may"], "=,": [","]}


@pytest.fixture(scope="module")
def alphabet() -> Alphabet:
    return Alphabet(TABLES)


@pytest.mark.parametrize(
    ("word", "table", "is_in"),
    [
        ("May", "month", True),
        ("MAY", "month", True),
        ("may", "month", False),
        ("may", "modal", True),
        ("June", "month", True),
        ("june", "month", True),
        ("day", "unit", True),
        ("Day", "unit", False),
        ("Days", "unit", True),
        ("31", "day", True),
        ("32", "day", False),
        ("1989", "year", True),
        ("989", "year", False),
        ("1066", "distant_year", True),
        ("1,989", "year", False),
        ("1,989", "grouped", True),
        ("1990s", "decade", True),
        ("16th", "day_ordinal", True),
        ("32th", "day_ordinal", False),
        ("5pm", "clock_word", True),
        ("٣", "day", False),
    ],
)
def test_alphabet_knows_the_tables_of_a_word(
    alphabet: Alphabet, word: str, table: str, is_in: bool
) -> None:
    assert (alphabet[word] in alphabet.letters(table)) is is_in


def test_tokens_tell_names_from_words_and_mark_blank_lines(alphabet: Alphabet) -> None:
    tokens = Tokens("Geneva talks\n\nday", alphabet)

    assert tokens.letters[:3] == NAME + OTHER + BREAK
    assert tokens.letters[3] in alphabet.letters("unit")


@given(st.text(alphabet=st.characters(), max_size=80))
def test_tokens_cover_the_text(text: str) -> None:
    tokens = Tokens(text, Alphabet(TABLES))

    assert "".join(tokens.words) == text
    assert len(tokens.letters) == len(tokens.words)
    assert tokens.starts[-1] == len(text)


def test_tokens_put_a_break_inside_a_word_after_it(alphabet: Alphabet) -> None:
    """A sentence that begins inside a word comes from a broken reader; the word stays whole."""
    tokens = Tokens("later soon:then", alphabet, [7])

    assert tokens.starts == sorted(tokens.starts)
    assert tokens.said(1, 2) == "soon"
