"""What makes a run of capitalised words a person's name, and whose.

It must not draft mentions; people.py does.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.actors.context import is_other
from timeline.actors.gazetteer import SLIP_LENGTH, gazetteer
from timeline.actors.line import Line
from timeline.actors.people_data import plain
from timeline.actors.titles import owner_id

__all__ = [
    "adverb_at",
    "given_at",
    "half",
    "is_name",
    "is_surname",
    "known_with_middle",
    "looks_human",
    "misspelt_state",
    "national",
    "nationality",
    "of_state",
    "possessor",
]

_SALLY = 6
"""Letters of a given name that may end as adverbs do ("Sally", "Wally")."""
_AGE = re.compile(r", [1-9]\d?,")
"""How a report tells somebody's age behind the name."""


def is_name(line: Line, j: int) -> bool:
    """Could a run of capitalised words be a person's name, by its first and last word?"""
    words = line.text(j).replace("-", " ").split(" ")
    lists = line.lexicon.lists
    things, institutions = lists["names.things"], lists["names.institution"]
    last = words[-1].rstrip(".'")
    return not (last in things or last in institutions or words[0] in things)


def is_surname(line: Line, j: int) -> bool:
    """Is a word for a place or an office the surname of somebody the text has introduced?"""
    kind = line.kinds[j]
    word = line.text(j) if kind else ""
    if kind == "T":
        named = word in line.lexicon.lists["names.title_surnames"]
        holds = line.kinds[j + 1] in ("W", "N") and line.gap(j) == " "  # "Amir Ana Pérez"
        if not named or holds or line.before(j, 4).lower() == "the ":
            return False
    elif kind not in ("P", "C", "S") or " " in word:
        return False
    known = line.register.known
    keys = line.register.by_name(word)
    return any(k in known and known[k].kind == "person" for k in keys)


def possessor(line: Line, i: int) -> str:
    """Return the state of "Iraq's Saddam Hussein", empty where none."""
    if line.kinds[i - 1] in ("S", "C") and line.gap(i - 1) in ("'s ", "' "):
        return owner_id(line, i - 1)
    if line.kinds[i - 1] == "A" and line.gap(i - 1) == " ":
        return owner_id(line, i - 1)
    return ""


def nationality(line: Line, j: int) -> str:
    """Return the state of "…, an Egyptian," or "…, the Russian who …" after a name."""
    if line.gap(j) not in (", a ", ", an ", ", the ") or line.kinds[j + 1] != "A":
        return ""
    after = line.after(j + 1, 16)
    word = after[1:].split(" ", 1)[0].strip(".,;").lower() if after[:1] == " " else ""
    ends = after[:1] in (",", ".", ";", "")
    return (
        owner_id(line, j + 1)
        if ends or word in line.lexicon.lists["grammar.after_national"]
        else ""
    )


def national(line: Line, j: int) -> str:
    """Return the state of "the Libyan, Ana Pérez, …" before a name."""
    if line.kinds[j - 1] != "A" or line.gap(j - 1) != ", " or line.after(j, 1) != ",":
        return ""
    led = line.before(j - 1, 6).lower()
    return owner_id(line, j - 1) if led.endswith(("the ", " a ", "an ")) else ""


def known_with_middle(line: Line, name: str) -> str:
    """Find a known person whose name is spelled otherwise ("Joseph R. Biden", "Kim Jong Il")."""
    words = name.split(" ")
    same = _plainly().get(plain(name), "")
    if same or len(words) < 3:
        return same
    short = f"{words[0]} {words[-1]}"
    return short if short in line.names.people else ""


@cache
def _plainly() -> dict[str, str]:
    """Return the known people by their names without accents, hyphens and capitals."""
    people = gazetteer().people
    return {plain(spelled): p.name for p in people.values() for spelled in (p.name, *p.also)}


def looks_human(line: Line, i: int, name: str) -> bool:
    """Does anything show that a run of capitalised words is a person?"""
    words = name.split(" ")
    if not 2 <= len(words) <= 5 or name.isupper():
        return False
    if line.before(i, 5).lower().endswith("the "):
        return False
    after = line.after(i, 16).lstrip(",")
    lists = line.lexicon.lists
    follow = after.strip().split(" ", 1)[0].rstrip(".,")
    if follow in lists["names.called_after"]:
        return False
    if after.startswith(tuple(lists["grammar.relative"])) or _AGE.match(line.after(i, 8)):
        return True
    if words[0].rstrip(".") in line.names.given or given_at(line, i):
        return True
    if len(words[0].rstrip(".")) == 1 or line.before(i, 16).endswith(
        tuple(lists["grammar.named_as"])
    ):
        return True
    usage = line.usage
    if any(usage.is_common(word) for word in words):
        return False
    if words[-1] in usage.singles or (len(words) == 2 and words[0] in usage.singles):
        return True
    verbs = lists["speech.verbs"]
    led = line.before(i, 14).split()
    return follow in verbs or bool(led and led[-1] in verbs)


def of_state(line: Line, j: int) -> str:
    """Return the state of "King Hussein of Jordan", empty where none follows."""
    if line.kinds[j + 1] == "S" and line.gap(j) in (" of ", " of the "):
        return "" if is_other(line, j + 1) else owner_id(line, j + 1)
    return ""


def misspelt_state(line: Line, word: str) -> str:
    """Return the state whose long name the word has with one wrong letter ("Afganistan")."""
    if len(word) < SLIP_LENGTH - 1 or not word.isalpha():
        return ""
    return _misspelt(word)


def half(line: Line, i: int, word: str) -> str:
    """Return the state of "the North" after North Korea, of "East" in "East and West Germany"."""
    lists = line.lexicon.lists
    if word not in lists["halves.opposite"]:
        return ""
    if line.gap(i) == " and " and line.kinds[i + 1] == "S":
        first, _, rest = line.text(i + 1).partition(" ")
        if first in lists["halves.opposite"] and rest:
            _, longer = line.names.index.get(word, (None, ()))
            ids = next((e.ids for p, e in longer if p == f"{word} {rest}"), ("",))
            if ids[0] in line.names.states:
                line.register.named.add(ids[0])
                return ids[0]
            return ""
    halves = lists.get(f"halves.{word}", frozenset())
    states = halves & line.register.named or halves & _counterparts(line)
    alone = line.before(i, 4).lower() == "the " and line.after(i, 4) != " of "
    return min(states) if alone and len(states) == 1 else ""


def _counterparts(line: Line) -> frozenset[str]:
    """Return the other halves of the states that the text has named ("the South", of Korea)."""
    out: set[str] = set()
    for pair in line.lexicon.lists["halves.pairs"]:
        one, other = pair.split(" ")
        named = line.register.named
        out |= {other} if one in named else {one} if other in named else set()
    return frozenset(out)


@lru_cache(maxsize=4096)
def _misspelt(word: str) -> str:
    names = gazetteer()
    shorter = [word[:i] + word[i + 1 :] for i in range(1, len(word))]
    near = [names.slips.get(word, ""), *(names.slips.get(s, "") for s in shorter)]
    near += [s for s in shorter if len(s) >= SLIP_LENGTH]
    for name in near:
        exact = names.index[name][0] if name in names.index else None
        if exact and exact[1].kind == "S":
            return exact[1].ids[0]
    return ""


def given_at(line: Line, i: int) -> int:
    """Return how many characters before the given name are no part of the name.

    "Says Ana Silva": an ordinary word that opens the sentence, then a given name.
    """
    words = line.text(i).split(" ")
    given = line.names.given
    if len(words) < 3 or words[0] in given or words[1] not in given:
        return 0
    opens = line.chunks[i].start == line.start
    return len(words[0]) + 1 if opens or line.usage.is_common(words[0]) else 0


def adverb_at(line: Line, i: int) -> int:
    """Return how many characters of an opening adverb stand before a known surname.

    "Eventually Mora resigned"; not "Kimberly Mora".
    """
    first, _, rest = line.text(i).partition(" ")
    opens = line.chunks[i].start == line.start and first not in line.names.given
    endings = tuple(line.lexicon.lists["names.adverb_endings"])
    adverb = opens and len(first) > _SALLY and first.endswith(endings)
    return len(first) + 1 if adverb and line.register.by_name(rest) else 0
