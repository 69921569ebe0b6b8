"""A person's full name → the part by which later mentions call them: "Xi", "von der Leyen".

It must not link mentions; it only reads the name, its country, and how the text goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from timeline.actors.known import Known
from timeline.actors.people_data import plain
from timeline.actors.usage import Usage
from timeline.actors.words import words

__all__ = ["short_name"]

_NUMERAL = re.compile(r"[IVXLC]+")
_SYLLABLES = re.compile(r".*\w-[^\W\d_A-Z]\w*")


def short_name(known: Known, usage: Usage | None, called: Callable[[str], Iterable[Known]]) -> str:
    """Return what a label calls somebody: the surname, or the whole name where others share it.

    Args:
        known: The person.
        usage: How the document uses its words.
        called: Whom of this document a word can name.
    """
    short = _surname(known, usage)
    word = plain(short).split()[-1] if short else known.words[-1]
    others = (o for o in called(word) if o is not known and o.kind == "person")
    shared = any(word in (o.words[0], o.words[-1]) and len(o.words) > 1 for o in others)
    return known.label if shared else short


def _surname(known: Known, usage: Usage | None) -> str:
    """Return what a text calls somebody after the first mention; empty for the name's last word.

    In the names of some countries the family name stands first; a particle belongs to the name
    behind it.
    """
    parts = known.label.split(" ")
    if len(parts) < 2 or _NUMERAL.fullmatch(parts[-1]):
        return ""
    if known.person is not None:
        own = known.person.surname
        whole = known.label.startswith(own + " ") or (
            " " in own and known.label.endswith(" " + own)
        )
        return own if whole else ""
    if _family_first(parts, known, usage):
        return parts[0]
    for particle in words().kept_particles:
        if known.label.lower().endswith(" " + particle + parts[-1].lower()):
            return known.label[-len(particle) - len(parts[-1]) :]
    return ""


def _family_first(parts: list[str], known: Known, usage: Usage | None) -> bool:
    """Does the text go on with the first word, or are such names written so?"""
    alone = usage.singles if usage is not None else frozenset()
    first, last = parts[0] in alone, parts[-1] in alone
    if first != last:
        return first
    if _SYLLABLES.fullmatch(parts[-1]):
        return True  # "Kwon O-kie"
    lists = words().lists
    western = parts[0] in lists["names.given_male"] or parts[0] in lists["names.given_female"]
    return len(parts) < 4 and not western and known.country in lists["names.family_first"]
