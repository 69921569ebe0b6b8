"""The two sides of a sentence: who counts, who is background."""

from __future__ import annotations

import pytest
from test_actors_find import article

from timeline.actors import find, sides


def parties(text: str) -> set[str]:
    document = article(text)
    found = find(document, dct=None)
    return {
        m.actor.country
        for m, counts in zip(found, sides(document, found), strict=True)
        if counts and m.actor.country
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru accused Chile of spying.", {"PER", "CHL"}),
        ("Peru and Chile accused Bolivia of spying.", {"PER", "CHL", "BOL"}),
        ("Peru rejected a Chilean call for sanctions against Bolivia.", {"PER", "CHL"}),
        ("Peru closed its borders with Chile and Bolivia.", {"PER", "CHL", "BOL"}),
        ("Peru hosted talks between Chile and Bolivia.", {"PER", "CHL", "BOL"}),
        ("NATO asked Norway to send ships to Libya.", {"NOR"}),
        ("Peru, a close ally of Spain, recalled its envoy from Chile.", {"PER", "CHL"}),
        ("Rebels killed twelve people in Kabul.", {"AFG"}),
        ("Peruvian and Chilean envoys met in Nairobi.", {"PER", "CHL", "KEN"}),
        ("Peruvian envoys met the press in Geneva.", {"PER"}),
        ("Rebels shot down a helicopter over the jungle, a Colombian officer said.", {"COL"}),
        ("Peru shot down a helicopter over the jungle, a Colombian officer said.", {"PER"}),
        ("It rained.", set()),
    ],
)
def test_sides_counts_the_first_two_parties_and_who_is_named_with_them(
    text: str, expected: set[str]
) -> None:
    assert parties(text) == expected


def test_those_whom_one_word_names_together_are_on_one_side() -> None:
    document = article("Peru, Chile and Bolivia met.", "A vote made the three countries members.")
    found = find(document, dct=None)

    assert {m.actor.label for m in found if m.role == "pronoun" and m.takes_part} == {
        "Peru",
        "Chile",
        "Bolivia",
    }
