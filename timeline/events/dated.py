"""Which tokens of a sentence belong to its dates, so that a label can do without them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.phrases import label_words
from timeline.grammar import Parse
from timeline.model import Timex

__all__ = ["dated_tokens"]

_LEADS = frozenset({"for", "further", "another", "of", "a", "by", "additional", "to"})
_PLACED = frozenset({"on", "in", "at"})
"""Of two in a row the first belongs to the verb."""
_BETWEEN = frozenset({"ended", "to", "until", "till", "through", "and", "or", "-", "–"})
"""What between two dates belongs to them ("from 11 to 14 May", "the quarter ended 30 June")."""


def dated_tokens(parse: Parse, timexes: Sequence[Timex]) -> set[int]:
    """Return the tokens that belong to dates, with the words that lead in to them.

    A length of time that counts from nothing is none ("for a further three years").
    """
    lead_in = label_words().before_date
    out: set[int] = set()
    for timex in timexes:
        first = parse.token_at(timex.span.start)
        last = parse.token_at(timex.span.end - 1)
        length = timex.type == "DURATION" and timex.interval is None
        if length and _tells_length(first, last, parse):
            continue
        before_noun = parse.tags[last + 1 : last + 2] in (["NOUN"], ["PART"])
        first += before_noun and parse.lower[first] == "the"
        out.update(range(first, last + 1))
        if before_noun and first and parse.tags[first - 1] == "DET":
            continue  # "condemned the 1998 attack": the article is the noun's
        if parse.tags[last + 1 : last + 2] == ["POSS"]:
            out.add(last + 1)
            continue  # "signed it at last year's summit": the preposition is the noun's
        while first > 0 and parse.lower[first - 1] in lead_in:
            sworn = parse.lower[first - 2 : first] == ["sworn", "in"]
            if sworn or _PLACED.issuperset(parse.lower[first - 1 : first + 1]):
                break  # "was sworn in | on Tuesday", "sworn in | a day later"
            first -= 1
            out.add(first)
        calendar = timex.type in ("DATE", "TIME") and not before_noun
        if calendar and first and parse.lower[first - 1] == "for":
            out.add(first - 1)  # "talks scheduled for Monday"
    if not parse.words.isdisjoint(_BETWEEN):
        out |= {i for i, w in enumerate(parse.lower) if w in _BETWEEN and {i - 1, i + 1} <= out}
    return out


def _tells_length(first: int, last: int, parse: Parse) -> bool:
    """Is a length of time part of what is told ("for three years", "30 years of war")?"""
    after, before = parse.lower[last + 1 : last + 2], parse.lower[first - 1] if first else ""
    due = after == ["to"] and parse.tags[last + 1] == "TO"  # "gave Kenya 48 hours to leave"
    if due or (first and parse.tags[first - 1] == "POSS"):
        return True  # "Mora's ten years in office"
    told = after == ["of"] and before not in label_words().before_date
    told = told or before in _LEADS or parse.tags[first - 1] == "VERB"
    return told and any(v.head < first for v in parse.verbs)
