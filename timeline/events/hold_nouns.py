"""A noun whose content is no fact ("claims", "plans") → what it holds back, and what became of it.

It must not look for the content; hold.py does.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.hold_words import HoldWords
from timeline.grammar import Parse

__all__ = ["BEFORE_NOUN", "FAR", "Hold", "held_by_noun"]

BEFORE_NOUN = frozenset({"NOUN", "NAME", "NUM", "POSS", "PART", "DET", "ADV"})
"""Classes of what can stand before a noun in its phrase."""
FAR = 10
"""Tokens between "accuse" or "prevent" and the "of" or "from" that belongs to it."""


@dataclass(frozen=True, slots=True)
class Hold:
    """What keeps an event from being told as a fact."""

    sense: str
    """A sense of data/lang/xx.events.hold.toml, or "cancelled"."""
    first: int
    """First token of the words that say so."""
    end: int
    """One past their last."""
    tells: str = ""
    """The adverb by which a label tells it, if there is one ("almost", "allegedly")."""


def held_by_noun(i: int, parse: Parse, known: HoldWords) -> Hold | None:
    """Return the holding noun at a token, with what another verb makes of it."""
    word, leads = parse.lower[i], parse.lower[i + 1]
    forms = (word, word.removesuffix("s"), f"{word} {leads}", f"{word.removesuffix('s')} {leads}")
    sense = next((known.nouns[form] for form in forms if form in known.nouns), None)
    if sense is None or parse.tags[i] not in (("NOUN",) if i else ("NOUN", "NAME")):
        return None  # a sentence's first word has a capital in any case
    first = i
    while first > 0 and parse.tags[first - 1] in BEFORE_NOUN - {"NAME", "POSS"}:
        first -= 1
    if sense == "cancelled":
        return Hold(sense, first, i + 1)
    fate = _fate(i, parse)
    if sense == "planned" and fate & known.dropped:
        return Hold("cancelled", first, i + 1)
    if sense == "alleged" and fate & known.rebutted:
        return Hold("undone", first, i + 1)
    return Hold(sense, first, i + 1, known.tells.get(sense, ""))


def _fate(noun: int, parse: Parse) -> set[str]:
    """Return the verbs that may have the noun as object ("dropped plans") or subject."""
    near = [v for v in parse.verbs if v.head < noun and noun - v.head <= FAR][-1:]
    near += [v for v in parse.verbs if v.head > noun and v.form == "finite"][:1]
    return {
        phrase for v in near for phrase in (v.lemma, " ".join((v.lemma, *_after(v.head, parse))))
    }


def _after(i: int, parse: Parse) -> list[str]:
    return parse.lower[i + 1 : i + 2]
