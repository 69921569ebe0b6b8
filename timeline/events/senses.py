"""A word of several meanings → its event type, by the words around it.

It must not decide whether the word is an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup

__all__ = ["noun_sense", "verb_sense"]

_FAR = 9
"""Tokens on either side of a verb in which its subject and object are looked for."""
_NEAR = 4
"""Tokens on either side of a noun."""
_ANY = "*"
_NAME = "NAME"
_ENDS = frozenset({"PUNCT", "SUB", "REL"})
_ENDS_OBJECT = _ENDS | {"PREP", "TO"}


def verb_sense(verb: VerbGroup, phrase: str, parse: Parse) -> str | None:
    """Return the event type that a verb's object, subject or next words tell, None without one.

    Args:
        verb: The verb.
        phrase: Its base form with its particles.
        parse: Its sentence.
    """
    places = vocabulary().senses.get(phrase)
    if places is None:
        return None
    start = verb.head + len(phrase.split())
    for place, signs in places.items():
        if place == "after":
            stretch = _stretch(start, parse, _ENDS)
            found = _first([*stretch, start + len(stretch)], signs, parse)
        elif place == "object" and not verb.passive:
            found = _named(_stretch(start, parse, _ENDS_OBJECT), signs, parse)
        elif place in ("object", "subject"):
            fits = place == "object" or not verb.passive
            found = _named(_back(verb.first, parse), signs, parse) if fits else None
        else:
            continue
        if found is not None:
            return found
    return None


def noun_sense(token: int, parse: Parse) -> str | None:
    """Return the event type that the words near a noun tell, None without one."""
    word = parse.lower[token]
    senses = vocabulary().senses
    places = senses.get(word) or senses.get(word.removesuffix("s"))
    if places is None or "near" not in places:
        return None
    around = range(max(0, token - _NEAR), min(len(parse.lower), token + _NEAR + 1))
    return _first((i for i in around if i != token), places["near"], parse)


def _stretch(start: int, parse: Parse, ends: frozenset[str]) -> list[int]:
    out: list[int] = []
    for i in range(start, min(len(parse.tags), start + _FAR)):
        measured = parse.lower[i] == "of" and parse.lower[i - 1] in vocabulary().measures
        if (parse.tags[i] in ends and not measured) or parse.segment[i] != parse.segment[start - 1]:
            break
        out.append(i)
    return out


def _back(before: int, parse: Parse) -> list[int]:
    """Return the tokens of the subject, back to where its phrase or clause begins."""
    out: list[int] = []
    for i in range(before - 1, max(-1, before - 1 - _FAR), -1):
        if parse.tags[i] in _ENDS:
            break
        out.append(i)
    return out[::-1]


def _first(tokens: Iterable[int], signs: Mapping[str, str], parse: Parse) -> str | None:
    words = (parse.lower[i] for i in tokens if i < len(parse.lower))
    return next((signs[word] for word in words if word in signs), None)


def _named(tokens: list[int], signs: Mapping[str, str], parse: Parse) -> str | None:
    """Return the type of a noun among the tokens, or of any or a name where that is a sign."""
    found = _first(tokens, signs, parse)
    if found is not None or not tokens:
        return found
    nouns = [i for i in tokens if parse.tags[i] in ("NOUN", "NAME")]
    if nouns and all(parse.tags[i] == "NAME" for i in nouns) and _NAME in signs:
        return signs[_NAME]
    return signs.get(_ANY) if nouns else None
