"""State names, adjectives, capitals and seats → whom they stand for in this sentence, if anybody.

It must not know about people or organisations.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actors.context import is_other, is_place
from timeline.actors.drafts import Draft, Role
from timeline.actors.line import Line
from timeline.actors.sources import reports

__all__ = ["pick_state", "read_states"]


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
        named = [s for s in states if s["id"] in register.named]
        then = named or [s for s in states if "to" not in s]
    if len(then) > 1:
        then = [s for s in then if s["id"] in register.named] or then
    return str((then or states)[0]["id"])


def read_states(line: Line, i: int) -> list[Draft]:
    """Read chunk ``i`` of kind S, A, C, K or P: one state, several of "inter-Korean", or none."""
    chunk = line.chunks[i]
    if chunk.kind == "A" and line.before(i, 6).lower() == "inter-":
        states = [s for s in chunk.entry.ids if "to" not in line.names.states[s]]
        return [Draft("state", chunk.start, chunk.end, s, "adjective") for s in states]
    draft = _read_state(line, i)
    return [draft] if draft is not None else []


def _read_state(line: Line, i: int) -> Draft | None:
    """Read chunk ``i`` of kind S, A, C, K or P; None where it names nobody."""
    chunk = line.chunks[i]
    if is_other(line, i):
        return None
    state = pick_state(line, chunk.entry.ids)
    kind = chunk.kind
    people = line.register.peoples.get(line.text(i)) if kind == "A" else None
    if people and state not in line.register.named:
        return Draft("organisation", chunk.start, chunk.end, people, "name")
    if kind in "SA":
        return _named(line, i, state)
    if kind == "C":
        place = is_place(line, i)
        end = chunk.end if place else _extended(line, i)
        role: Role = "place" if place else "adjective" if end > chunk.end else "capital"
        return Draft("state", chunk.start, end, state, role, (chunk.start, chunk.end))
    if kind == "K":
        return _seat(line, i, state)
    return Draft("state", chunk.start, chunk.end, state, "place")


def _named(line: Line, i: int, state: str) -> Draft:
    chunk = line.chunks[i]
    if len(chunk.entry.ids) == 1 and not chunk.entry.ambiguous:
        line.register.named.add(state)
    if not chunk.entry.adjective:
        return Draft("state", chunk.start, chunk.end, state, "name")
    titled = line.kinds[i + 1] == "T" and line.gap(i) == " " and not line.is_plural(i + 1)
    end = chunk.end if titled else _extended(line, i)
    role: Role = "adjective" if chunk.kind == "A" or titled or end > chunk.end else "name"
    if end == chunk.end and line.flat[end : end + 1] == " " and reports(line.after(i, 60)):
        role = "source"
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
        owner = line.kinds[i - 1] in ("S", "A", "C") and line.gap(i - 1) in (" ", "'s ", "' ")
        if owner:
            return None  # the owner's own mention stands for it
        if not set(chunk.entry.ids) & line.register.named:
            return None
    role: Role = "place" if is_place(line, i) else "capital"
    return Draft("state", chunk.start, chunk.end, state, role)
