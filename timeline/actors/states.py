"""State names, adjectives, capitals and seats → whom they stand for in this sentence, if anybody.

It must not know about people or organisations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.actors.drafts import Draft, Role
from timeline.actors.line import Line

__all__ = ["pick_state", "read_state"]

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[^\w]*$")
_LETTERS = re.compile(r"[^\W\d_]+")
_AND = frozenset({" and ", ", ", ", and ", " or "})


def pick_state(line: Line, ids: Sequence[str]) -> str:
    """Choose among the states that share a word, by the article's date and what it has named.

    A former state counts when the article is from its time or has named it by a word of its own.
    """
    if len(ids) == 1:
        return ids[0]
    register = line.register
    states = [line.names.states[i] for i in ids]
    if register.dct:
        stamp = register.dct.isoformat()
        then = [s for s in states if s.get("from", "") <= stamp <= s.get("to", "9")]
    else:
        named = [s for s in states if s["id"] in register.states_named]
        then = named or [s for s in states if "to" not in s]
    if len(then) > 1:
        then = [s for s in then if s["id"] in register.states_named] or then
    return str((then or states)[0]["id"])


def read_state(line: Line, i: int) -> Draft | None:
    """Read chunk ``i`` of kind S, A, C, K or P; None where it names nobody."""
    chunk = line.chunks[i]
    if _blocked(line, i):
        return None
    state = pick_state(line, chunk.entry.ids)
    kind = chunk.kind
    if kind in "SA":
        return _named(line, i, state)
    if kind == "C":
        place = _is_place(line, i)
        role: Role = "place" if place else "capital"
        end = chunk.end if place else _extended(line, i)
        return Draft("state", chunk.start, end, state, role, (chunk.start, chunk.end))
    if kind == "K":
        return _seat(line, i, state)
    return Draft("state", chunk.start, chunk.end, state, "place")


def _named(line: Line, i: int, state: str) -> Draft:
    chunk = line.chunks[i]
    if len(chunk.entry.ids) == 1 and not chunk.entry.ambiguous:
        line.register.states_named.add(state)
    if not chunk.entry.adjective:
        return Draft("state", chunk.start, chunk.end, state, "name")
    titled = line.kind(i + 1) == "T" and line.gap(i) == " " and not line.is_plural(i + 1)
    end = chunk.end if titled else _extended(line, i)
    role: Role = "adjective" if chunk.kind == "A" or titled or end > chunk.end else "name"
    return Draft("state", chunk.start, end, state, role, (chunk.start, chunk.end))


def _extended(line: Line, i: int) -> int:
    """Return where "Russian Foreign Ministry officials" ends."""
    chunk = line.chunks[i]
    government = line.lexicon.lists["government.nouns"]
    modifiers = line.lexicon.modifiers
    at = end = chunk.end
    while line.flat[at : at + 1] == " ":
        stop = at + 1
        while stop < line.end and (line.flat[stop].isalpha() or line.flat[stop] == "-"):
            stop += 1
        word = line.flat[at + 1 : stop].lower()
        if word in government:
            end = stop
        elif word not in modifiers:
            break
        at = stop
    return min(end, line.end)


def _seat(line: Line, i: int, state: str) -> Draft | None:
    """Read "the Kremlin", "the Senate": the latter only where its state is clear."""
    chunk = line.chunks[i]
    if chunk.entry.ambiguous:
        owner = line.kind(i - 1) in ("S", "A", "C") and line.gap(i - 1) in (" ", "'s ", "' ")
        if owner:
            return None  # the owner's own mention stands for it
        if not set(chunk.entry.ids) & line.register.states_named:
            return None
    return Draft("state", chunk.start, chunk.end, state, "capital")


def _blocked(line: Line, i: int) -> bool:
    """Is the word part of a longer name, a compound, or an ethnic group?"""
    chunk = line.chunks[i]
    lists = line.lexicon.lists
    before = line.before(i)
    after = line.after(i)
    if _hyphened(before, after, lists):
        return True
    next_word = after[1:].split(" ", 1)[0].rstrip(".,;:'") if after[:1] == " " else ""
    if next_word in lists["places.geography_after"]:
        return True
    if before.endswith((" of ", " of the ")):
        word = _word_before(before[: before.rindex(" of ")])
        if word.lower() in lists["places.geography_before"] and word[:1].isupper():
            return True
    if line.kind(i - 1) == "W" and line.gap(i - 1) in (" ", "-"):
        return _part_of_name(line, i)
    follows = line.kind(i + 1) == "W" and line.gap(i) == " "
    return follows and (chunk.kind in "CPK" or (chunk.entry.ambiguous and chunk.kind == "S"))


def _hyphened(before: str, after: str, lists: dict[str, frozenset[str]]) -> bool:
    """Is the word in "pro-Russian", "ethnic Turks" or "Russian-made"?"""
    last = before.rstrip(" ").rsplit(" ", 1)[-1].lower() if before else ""
    if last in lists["places.not_actor_before"]:
        return True
    if after[:1] != "-":
        return False
    found = _LETTERS.match(after, 1)
    return found is not None and found.group().lower() in lists["places.compounds"]


def _part_of_name(line: Line, i: int) -> bool:
    """Is a state's or capital's word behind another capitalised word part of that name?"""
    word = line.text(i - 1)
    chunk = line.chunks[i]
    if word in line.lexicon.lists["places.not_a_state_before"]:
        return True
    first = line.chunks[i - 1].start == line.start
    doubtful = chunk.kind in "CP" or chunk.entry.ambiguous
    if first and " " not in word and word not in line.names.given:
        return doubtful and not word.endswith(("ing", "ed"))
    return doubtful or word.split(" ")[0] in line.names.given


def _word_before(text: str) -> str:
    found = _WORD_BEFORE.search(text)
    return found.group(1) if found else ""


def _is_place(line: Line, i: int) -> bool:
    """Does a capital say where, not who ("in Paris", "flew to Tehran", "the Moscow summit")?"""
    lists = line.lexicon.lists
    chunk = line.chunks[i]
    before = line.before(i, 60)
    after = line.after(i)
    if not before.strip(" \"'`(") and (after.startswith((" (", ", ")) or line.text(i).isupper()):
        return True  # a dateline: MOSCOW (AP)
    if after[:1] == "-":
        return True
    follow = after[1:].split(" ", 1)[0].rstrip(".,;:\"'") if after[:1] == " " else ""
    if follow in lists["government.stands_for"]:
        return False
    if follow in lists["places.nouns"] or (after.startswith("'s ") and _possessed(after, lists)):
        return True
    words = [w.strip(".,;:\"'()`").lower() for w in before.split()]
    last = words[-1] if words else ""
    if last == "the":
        last = words[-2] if len(words) > 1 else ""
    if last in lists["places.before"] or last in lists["places.visited"]:
        return True
    if last in ("to", "from", "into", "via", "toward", "towards", "for", "on"):
        return not lists["places.motion"].isdisjoint(words[-6:-1])
    if last == "of":
        return len(words) > 1 and words[-2] in lists["places.parts"]
    if i and line.kind(i - 1) in "CP" and line.flat[line.chunks[i - 1].end : chunk.start] in _AND:
        return line.kind(i - 1) == "P" or _is_place(line, i - 1)
    return False


def _possessed(after: str, lists: dict[str, frozenset[str]]) -> bool:
    return after[3:].split(" ", 1)[0].rstrip(".,;:") in lists["places.nouns"]
