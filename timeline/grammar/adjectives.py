"""Participles that are adjectives of a noun behind them: "Renewed fighting", "wounded soldiers".

It must not make verb groups; forms.py does.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.nearby import AUX, class_before
from timeline.grammar.words import Words, verb_form

__all__ = ["before_deed", "describes_subject"]

_OPENS_CLAUSE = frozenset({"START", "PUNCT", "SUB", "COORD"})


def describes_subject(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is it an adjective of a subject right before its verb ("Renewed fighting broke out")?"""
    opens = class_before(tags, i) in _OPENS_CLAUSE or _reports(i - 1, lower, tags, lexicon)
    if not opens or _reports(i, lower, tags, lexicon):
        return False
    if before_deed(i, lower, tags, lexicon):
        return True
    end = i + 1
    deed = tags[end : end + 1] == ["VERB"] and lower[end].endswith(("ing", "s"))
    while end < len(tags) and (tags[end] in ("NOUN", "NAME") or (deed and end == i + 1)):
        end += 1
    if end == i + 1 or tags[end - 1] == "NAME":
        return False
    past = tags[end : end + 1] == ["VERB"] and "D" in verb_form(lower[end], lexicon)[0]
    return past or (end < len(tags) and tags[end] in AUX)


def before_deed(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does a noun in "-ing" without an object follow ("renewed fighting in the valley")?"""
    word, after = lower[i + 1 : i + 2], tags[i + 2 : i + 3]
    known = bool(word) and (word[0] in lexicon.nouns_in_ing or word[0] in lexicon.alone_in_ing)
    return known and after not in (["DET"], ["NAME"], ["NOUN"], ["PRON"], ["NUM"], ["POSS"])


def _reports(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does a saying stand there, whose content can follow at once ("said wounded men fled")?"""
    return i >= 0 and tags[i] == "VERB" and verb_form(lower[i], lexicon)[1] in lexicon.reports
