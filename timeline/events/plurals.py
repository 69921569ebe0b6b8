"""A subject's words → the number of its verb; it must not know actors."""

from __future__ import annotations

import re

from timeline.events.phrases import label_words
from timeline.events.quantities import bare_number

__all__ = ["NOUN_ENDS", "is_plural"]

NOUN_ENDS = re.compile(
    r" (?:(?:loyal|close|opposed|allied|linked|hostile) (?:to|with)"
    r"|of|in|for|from|to|on|at|between|with|by|against|over|about|after|before|who|which|that) "
)
_SHARES = frozenset({"most", "some", "many", "all", "half", "several", "few", "more"})


def is_plural(who: str) -> bool:
    """Does a subject take the plural verb: "and" in it, or a head noun in the plural?"""
    words = label_words()
    if who.lower() in words.singular:
        return False
    who = bare_number(who)
    head, *of = NOUN_ENDS.split(who, 1)
    if of and (head.lower() in _SHARES or head.lower().endswith((" percent", " per cent", "%"))):
        return is_plural(of[0])  # "most of the towns"
    word = head.rsplit(" ", 1)[-1]
    if of and word.endswith("ing") and " " in head:
        doers = head.rsplit(" ", 2)[-2]  # "troops fighting in the valley"
        word = doers if doers.lower() in words.plural or doers.endswith("men") else word
    last = word.lower()
    if " and " in head or last in words.plural:
        return True
    if word.isupper() and len(word) > 2:
        return False  # "ECOWAS"
    named = " " in head and head.rsplit(" ", 2)[-2][:1].isupper()  # "Resolution 2065 calls"
    if last.isdigit() or last in words.counts:
        return last not in ("1", "one") and not named  # "20 wounded"
    if last.endswith("men") and last not in words.singular:
        return True  # "gunmen"
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "'s")) and len(last) > 3
