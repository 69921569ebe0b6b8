"""Read numbers that are written as words; it must not know what they count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["Amount", "amount", "ordinal", "spoken_year"]

Amount = tuple[float, float, bool]
"""Least, most, and whether it is an exact number."""


def _value(word: str, tables: Mapping[str, Mapping[str, Any]]) -> int | None:
    for table in ("ones", "teen", "tens", "ordinal", "tens_ordinal"):
        if word in tables.get(table, ()):
            return int(tables[table][word])
    return None


def _plain(word: str) -> float | None:
    word = word.replace(",", "")
    if word.isascii() and word.isdigit():
        return int(word)
    try:
        return float(word) if word[:1].isdigit() else None
    except ValueError:
        return None


def amount(words: str, tables: Mapping[str, Mapping[str, Any]]) -> Amount | None:
    """Return how many a number phrase says: "twenty-five", "a couple of", "1,200", "half a".

    Returns:
        Least, most, exact; the most is 0 when it is not bounded ("many"). None for no number.
    """
    total, current, seen = 0.0, 0.0, False
    for word in words.lower().replace("-", " ").replace("–", " ").split():
        if word in tables["vague"]:
            least, most = tables["vague"][word]
            return least, most, least == most
        number = _plain(word) if (value := _value(word, tables)) is None else value
        if number is not None:
            current, seen = current + number, True
        elif word in tables["scale"]:
            total, current = total + max(current, 1) * tables["scale"][word], 0
            seen = True
        elif word in tables["fraction"]:
            part = tables["fraction"][word]
            return part, part, True
        elif not seen and (word in tables["article"] or word in tables["single"]):
            current, seen = 1, True
    return (total + current, total + current, True) if seen else None


def ordinal(words: str, tables: Mapping[str, Mapping[str, Any]]) -> int | None:
    """Return the number of an ordinal: "8th", "eighth", "twenty-first"."""
    if digits := re.match(r"[0-9]+", words):
        return int(digits.group())
    parts = [_value(word, tables) for word in words.lower().replace("-", " ").split()]
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def spoken_year(words: str, tables: Mapping[str, Mapping[str, Any]]) -> int | None:
    """Return a year said in words: "nineteen ninety-six", "two thousand and one"."""
    numbers: list[int] = []
    scaled = 0
    for word in words.lower().replace("-", " ").split():
        if word in tables["scale"] and numbers:
            scaled, numbers = tables["scale"][word] * numbers[0], []
        elif (number := _value(word, tables)) is not None:
            numbers.append(number)
    if scaled:
        return scaled + sum(numbers)
    return 100 * numbers[0] + sum(numbers[1:]) if len(numbers) > 1 else None
