"""What holds for the actors of any text at all."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from test_actors_find import article

from timeline.actors import find, sides

WORDS = """
Putin President Russian Russia's Moscow the of and , . ( ) ' - Gen. King Hussein U.S. US he
she They both two leaders sides said bin al- de Foreign Minister Council (RIAC) NATO Ana Pérez
Washington in to from Georgia Presidents counterpart his ’s –"""
SOUP = st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)
DAYS = st.one_of(st.none(), st.dates(date(1940, 1, 1), date(2030, 1, 1)))


@settings(max_examples=150)
@given(st.lists(st.one_of(SOUP, st.text(max_size=60)), min_size=1, max_size=4), DAYS)
def test_find_never_fails_and_keeps_every_span_inside_its_sentence(
    sentences: list[str], day: date | None
) -> None:
    document = article(*[s.replace("\n", " ") for s in sentences])

    found = find(document, dct=day)

    spans = [s.span for s in document.sentences]
    assert all(any(s.start <= m.span.start < m.span.end <= s.end for s in spans) for m in found)
    assert all(m.span.start <= m.head.start < m.head.end <= m.span.end for m in found)
    assert all(document.text[m.head.start : m.head.end].strip() for m in found)


@settings(max_examples=100)
@given(SOUP, DAYS)
def test_find_returns_mentions_in_text_order_with_ends_in_order(
    text: str, day: date | None
) -> None:
    found = find(article(text), dct=day)

    keys = [(m.span.start, -m.span.end) for m in found]
    assert keys == sorted(keys)
    for one, other in pairwise(found):
        assert other.span.start >= one.span.end or other.span.end <= one.span.end


@settings(max_examples=50)
@given(SOUP, DAYS)
def test_find_says_the_same_twice(text: str, day: date | None) -> None:
    assert find(article(text), dct=day) == find(article(text), dct=day)


@settings(max_examples=50)
@given(SOUP)
def test_sides_answers_for_every_mention(text: str) -> None:
    document = article(text)
    found = find(document, dct=None)

    assert len(sides(document, found)) == len(found)
