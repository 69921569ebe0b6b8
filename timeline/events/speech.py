"""A verb of saying → its speaker, where the speaker follows it ("…," said the envoy).

It must not decide what is said.
"""

from __future__ import annotations

from collections.abc import Set

from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup

__all__ = ["QUOTES", "content_at", "speaker_after"]

QUOTES = frozenset({'"', "“", "”", "``", "''", "’"})
_SPEAKER = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART"})
_ADVERBIAL = (["PREP"], ["SUB"], ["ADV"])
"""What can follow a verb of saying at once without being said."""
_CLOSES = frozenset({"PUNCT", "PREP", "SUB", "COORD"})


def speaker_after(verb: VerbGroup, parse: Parse, skip: Set[int]) -> tuple[int, int] | None:
    """Return the tokens of the speaker behind a verb of saying, or None where none stands there.

    "“We will leave,” said the envoy on Monday"; "Talks failed, said the envoy". Not "The envoy,
    a lawyer, said the talks had failed": there the comma closes an insertion, and a verb follows.
    """
    first = verb.head + 1
    if verb.first != verb.head or verb.form != "finite" or verb.head == 0:
        return None
    if verb.lemma not in vocabulary().report or not _after_speech(verb, parse):
        return None
    end = first
    while end < len(parse.tags) and end not in skip:
        of = parse.lower[end] in ("of", "for", "and") and end > first
        if not of and (parse.tags[end] not in _SPEAKER or parse.lower[end] in QUOTES):
            break
        end += 1
    while end > first and parse.lower[end - 1] in ("of", "for", "and"):
        end -= 1
    if end == first:
        return None
    closed = end == len(parse.tags) or end in skip or parse.tags[end] in _CLOSES
    return (first, end) if closed else None


def content_at(verb: VerbGroup, start: int, parse: Parse) -> int:
    """Return where what is said begins, past words that tell where or when; else ``start``.

    "said after a meeting in Oslo that …". Not "told parliament that …": there somebody is told.
    """
    if verb.lemma not in vocabulary().report or parse.tags[start : start + 1] not in _ADVERBIAL:
        return start
    finite = next((v.first for v in parse.verbs if v.head >= start and v.form == "finite"), start)
    return next((i for i in range(start, finite) if _opens_content(i, parse)), start)


def _opens_content(i: int, parse: Parse) -> bool:
    return parse.lower[i] == "that" and parse.tags[i] == "SUB"


def _after_speech(verb: VerbGroup, parse: Parse) -> bool:
    """Does the verb stand right behind a quotation or a whole clause?"""
    before = parse.lower[verb.first - 1]
    if before in QUOTES:
        return True
    return before == "," and sum(v.form == "finite" for v in parse.verbs if v.head < verb.first) > 0
