"""Tokens of a label too long → those of them that end with a phrase, none waiting for what is cut.

It must not choose the tokens; predicates.py does.
"""

from __future__ import annotations

from timeline.events.phrases import label_words
from timeline.grammar import Parse

__all__ = ["ADJECTIVE", "cut"]

_CUTS = frozenset({"PREP", "COORD", "TO", "SUB", "REL"})
ADJECTIVE = (
    "al", "ic", "ive", "ous", "ful", "less", "ary", "able", "ible", "ed", "ern",
)  # fmt: skip
"""Endings by which an adjective is told from a noun."""


def cut(tokens: list[int], parse: Parse) -> list[int]:
    """Return the tokens up to where a phrase ends, nothing left that leads on to what is cut."""
    described = {v.first for v in parse.verbs if v.form in ("participle", "gerund")}
    for n in range(len(tokens) - 1, 2, -1):
        reduced = tokens[n] in described and parse.tags[tokens[n - 1]] in ("NOUN", "NAME")
        phrase = parse.tags[tokens[n]] in _CUTS and not _inside_row(n, tokens, parse)
        if reduced or phrase:
            return tokens[: _without_lead(n, tokens, parse)]
    return tokens


def _inside_row(n: int, tokens: list[int], parse: Parse) -> bool:
    """Does the "and" join the last of a row, or two adjectives ("peace, | security and order")?"""
    if parse.tags[tokens[n]] != "COORD":
        return False
    before = parse.lower[tokens[n - 1]]
    return before.endswith(ADJECTIVE) or any(parse.lower[i] == "," for i in tokens[:n])


def _without_lead(n: int, tokens: list[int], parse: Parse) -> int:
    """Return where to cut so that no word waits for what is cut ("rules | designed to …")."""
    forms = {v.head for v in parse.verbs if v.form in ("participle", "gerund")}
    infinitive = parse.tags[tokens[n]] == "TO"
    while n > 2:
        last = tokens[n - 1]
        behind = parse.tags[tokens[n - 2]] in ("NOUN", "NAME", "PREP")
        waits = infinitive and parse.lower[last] in label_words().leads_on
        if not (waits or (last in forms and behind) or parse.tags[last] in ("PREP", "DET")):
            break
        n -= 1
    return n
