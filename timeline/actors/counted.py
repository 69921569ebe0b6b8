"""Groups of so many: "both presidents", "the two countries", "the three nations", "the two Koreas".

It must not guess: where more than one answer is open, there is no mention.
"""

from __future__ import annotations

import re
from functools import cache

from timeline.actors.line import Line
from timeline.actors.memory import Memory, Named
from timeline.actors.words import words

__all__ = ["NUMBERS", "counted"]

NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_WORD = re.compile(r" ([A-Za-z-]+)")
_WORDS = 4
"""Words after "the two" at most, the noun included ("the two central African countries")."""
_BACK = 10
_HEADS = frozenset({"president", "prime minister", "chancellor", "monarch", "leader",
                    "supreme leader", "general secretary", "crown prince"})  # fmt: skip


def counted(line: Line, i: int, number: int, memory: Memory) -> tuple[int, int, list[Named]] | None:
    """Return first and last character of "both presidents", and whom they mean; None: unclear."""
    chunk = line.chunks[i]
    lists = line.lexicon.lists
    before = line.before(i, 6).lower()
    is_both = line.text(i).lower() == "both"
    if not is_both and not before.endswith(("the ", "these ", "those ")):
        return None
    noun, end = _noun(line, chunk.end)
    actors: list[Named] = []
    if noun in lists["groups.persons"]:
        actors = _people(line, noun, number, memory)
    elif noun in lists["groups.states"] and not _of_others(line, i, number, memory):
        actors = _states(line, number, memory) or _pair(line, number, memory)
    elif noun in lists["groups.organisations"]:
        actors = _organisations(number, memory)
    elif noun:
        actors = _twins(line, noun)
    start = chunk.start if is_both else chunk.start - 4 if before.endswith("the ") else chunk.start
    return (start, end, actors) if actors else None


def _of_others(line: Line, i: int, number: int, memory: Memory) -> bool:
    """Is something "between the two countries" that as many others of the sentence host?"""
    return "between " in line.before(i, 14).lower() and len(memory.states(0)) == number


def _noun(line: Line, at: int) -> tuple[str, int]:
    """Return the noun for a group that follows a number, and where it ends; empty where none."""
    lists = line.lexicon.lists
    for _ in range(_WORDS):
        found = _WORD.match(line.flat, at, line.end)
        if found is None:
            break
        word, at = found.group(1), found.end()
        if word in _group_nouns() or any(t.startswith(f"{word} ") for t in lists["groups.twins"]):
            return word, at
        is_noun = word.islower() and word.endswith("s")
        if is_noun or word in lists["grammar.no_modifier"]:
            break
    return "", at


@cache
def _group_nouns() -> frozenset[str]:
    lists = words().lists
    return lists["groups.persons"] | lists["groups.states"] | lists["groups.organisations"]


def _twins(line: Line, noun: str) -> list[Named]:
    """Return the states of "the two Koreas"."""
    found = next((t for t in line.lexicon.lists["groups.twins"] if t.startswith(f"{noun} ")), "")
    return [_state(line, state) for state in found.split(" ")[1:]]


def _people(line: Line, noun: str, number: int, memory: Memory) -> list[Named]:
    office = noun[:-1] if not noun.endswith("men") else noun
    for back in range(_BACK):
        people = memory.people(back)
        holding = _HEADS if noun == "leaders" else {office} & _HEADS
        holders = [n for n in people if _offices(line, n) & holding]
        people = holders if len(holders) >= number else people
        titled = [n for n in people if office in _titles(line, n)]
        if len(titled) == number or len(people) == number:
            return people if len(people) == number else titled
        if len(people) > number:
            return []
        states = [s for s in memory.states(back) if isinstance(s, Named)]
        if not people and number > 2 and office in _HEADS and _joined(line, states, number):
            return _joined(line, states, number)  # "the presidents of A, B and C … The three"
    return []


def _titles(line: Line, named: Named) -> set[str]:
    known = line.register.known.get(named.key)
    return {head.removesuffix("s") for head in known.heads} if known else set()


def _offices(line: Line, named: Named) -> set[str]:
    known = line.register.known.get(named.key)
    return {office for office, _ in known.offices} if known else set()


def _states(line: Line, number: int, memory: Memory) -> list[Named]:
    for back in range(_BACK):
        states = memory.states(back)
        if len(states) == number:
            return [_state(line, s) if isinstance(s, str) else s for s in states]
        joined = _joined(line, [s for s in states if isinstance(s, Named)], number)
        if joined:
            return joined
        if number < len(states) <= 2 * number:
            return []  # some two of these; of a long list nobody would say "the two"
    return []


def _joined(line: Line, states: list[Named], number: int) -> list[Named]:
    """Return the only so many states that a sentence joins ("France, Spain and Italy").

    Two must be those it begins with: who is told of, not whom they deal with.
    """
    runs: list[list[Named]] = []
    for state in sorted(states, key=lambda s: s.start):
        gap = line.flat[runs[-1][-1].end : state.start].strip() if runs else ""
        together = bool(runs) and runs[-1][-1].start == state.start  # "the two countries"
        if together or (gap and gap in line.lexicon.lists["grammar.joined"]):
            runs[-1].append(state)
        else:
            runs.append([state])
    fits = [run for run in runs if len(run) == number]
    clear = len(fits) == 1 and (number > 2 or fits[0] is runs[0])
    return fits[0] if clear else []


def _pair(line: Line, number: int, memory: Memory) -> list[Named]:
    """Return the two parties of a longer story, for "the two sides" where a third was named."""
    pair = memory.pair(line.register.state) if number == 2 else []
    return [Named(a.actor_id, a, line.start, line.start) for a in pair]


def _state(line: Line, state: str) -> Named:
    return Named(state, line.register.state(state), line.start, line.start)


def _organisations(number: int, memory: Memory) -> list[Named]:
    for back in range(_BACK):
        found = memory.organisations(back)
        if len(found) == number:
            return found
        if len(found) > number:
            return []
    return []
