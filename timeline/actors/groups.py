"""Pronouns and what stands for an organisation: "he", "they", "it", "the alliance".

It must not guess: where more than one answer is open, there is no mention.
"""

from __future__ import annotations

from timeline.actors.counted import NUMBERS, counted
from timeline.actors.line import Line
from timeline.actors.memory import Memory, Named
from timeline.actors.words import Title

__all__ = ["group_at", "office_holder", "pronoun_at"]

_FOCUS = 3


def pronoun_at(line: Line, i: int, memory: Memory) -> Named | None:
    """Return whom "he", "she", "his", "her" means, None where that is not safe."""
    word = line.text(i).lower()
    lists = line.lexicon.lists
    gender = "m" if word in lists["pronouns.male"] else "f"
    here = [n for n in memory.people(0) if not _does_it(line, i, n)]
    fitting = [n for n in here if _gender(line, n) in ("", gender)]
    if fitting:
        return _one(line, fitting)
    if not here and _unknown_before(line, i):
        return None
    for back in range(1, _FOCUS + 1):
        people = memory.people(back)
        if people:
            fitting = [n for n in people if _gender(line, n) in ("", gender)]
            if fitting or not here:
                return _one(line, fitting)
    return None


def _does_it(line: Line, i: int, named: Named) -> bool:
    """Is somebody the subject whose verb the pronoun follows ("Peres promised him …")?"""
    if line.text(i) not in ("him", "her") or line.after(i, 2)[:1] not in (" ", ".", ","):
        return False
    between = line.flat[named.end : line.chunks[i].start].split()
    verb = len(between) == 1 and between[0].isalpha() and not between[0].endswith("ing")
    return verb and (line.text(i) == "him" or line.after(i, 4)[1:].startswith(("a ", "to ", "the")))


def _unknown_before(line: Line, i: int) -> bool:
    """Does the sentence name, before the pronoun, what may be a person nobody introduced?"""
    return any(
        line.kinds[j] == "W" and " " in line.text(j) and j not in line.used for j in range(i)
    )


def _one(line: Line, people: list[Named]) -> Named | None:
    """Return the only person, or the only one who is a subject."""
    if len(people) == 1:
        return people[0]
    subjects = [n for n in people if _is_subject(line, n.start)]
    return subjects[0] if len(subjects) == 1 else None


def _is_subject(line: Line, start: int) -> bool:
    """Is the word before no preposition?"""
    before = line.flat[max(0, start - 24) : start].rstrip(" ").removesuffix(" the")
    last = before.rsplit(" ", 1)[-1].lower()
    return last not in line.lexicon.lists["grammar.prepositions"]


def _gender(line: Line, named: Named) -> str:
    known = line.register.known.get(named.key)
    return known.gender if known else ""


def group_at(line: Line, i: int, memory: Memory) -> tuple[int, int, list[Named]] | None:
    """Read "both sides", "the two presidents", "the alliance", "they" at chunk ``i``.

    Returns:
        First and last character of the words, and whom they mean; None where unclear.
    """
    word = line.text(i).lower()
    chunk = line.chunks[i]
    if word in NUMBERS:
        return counted(line, i, NUMBERS[word], memory)
    if word in line.lexicon.lists["pronouns.plural"]:
        pair = _they(line, i, memory)
        return (chunk.start, chunk.end, pair) if pair else None
    if word == "it":
        it = _it(line, i, memory)
        return (chunk.start, chunk.end, [it]) if it else None
    if not line.before(i, 6).lower().endswith("the "):
        return None
    named = _organisation(line, word, memory)
    return (chunk.start, chunk.end, [named]) if named else None


def _they(line: Line, i: int, memory: Memory) -> list[Named]:
    """Read "They" at the start of a sentence after one with two people and no more."""
    if line.chunks[i].start != line.start or line.text(i) != "They":
        return []
    people = memory.people(1)
    if len(people) == 2 and line.flat[people[0].end : people[1].start] in (" and ", " and the "):
        return people
    return []


def _it(line: Line, i: int, memory: Memory) -> Named | None:
    """Read "Iraq said it …" and, opening a sentence, "It accused …"; any other "it" is unclear."""
    lists = line.lexicon.lists
    if line.chunks[i].start == line.start:
        follows = line.after(i, 24).split(" ")
        undergoes = not {"be", "been"}.isdisjoint(follows[2:5])  # "It had not been released"
        does = len(follows) > 1 and follows[1] in lists["pronouns.it_does"] and not undergoes
        first = memory.first(1) if does else None
        fits = first is not None and first.actor.kind != "person" and _is_subject(line, first.start)
        return first if fits else None
    before = line.before(i, 24).split()
    if before and before[-1] == "that":
        before.pop()
    if not before or before[-1] not in lists["speech.verbs"] or memory.people(0):
        return None
    after = line.after(i, 20).lstrip(" ").split(" ", 1)[0].rstrip(".,")
    if after not in lists["pronouns.it_said"] and not after.endswith("ed"):
        return None  # "reported it": what was reported
    here = memory.things(0)
    return here[0] if len(here) == 1 else None


def _organisation(line: Line, word: str, memory: Memory) -> Named | None:
    """Find the latest organisation that "the alliance" or "the group" may mean."""
    lists = line.lexicon.lists
    for back in range(_FOCUS + 3):
        found = memory.organisations(back)
        fitting = [n for n in found if _fits(line, n, word, lists)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _fits(line: Line, named: Named, word: str, lists: dict[str, frozenset[str]]) -> bool:
    entry = line.names.organisations.get(named.actor.actor_id, {})
    kind = entry.get("kind", "")
    full = " ".join((named.actor.label, *entry.get("names", ()))).lower()
    if word in full.split():
        return True
    if word == "alliance":
        return any(name in full for name in lists["groups.alliances"])
    if word == "bloc":
        return kind == "bloc" or any(name in full for name in lists["groups.blocs"])
    if word in lists["groups.armed"]:
        return named.actor.kind == "group"
    if word in ("organisation", "organization", "body"):
        return kind == "organisation" or "organi" in full
    return word in ("company", "firm", "party", "agency", "court") and kind == word


def _holds(line: Line, named: Named, title: Title) -> bool:
    """Has the text, or the data on its date, given somebody this office or title?"""
    known = line.register.known.get(named.key)
    if known is None:
        return False
    return title.head in known.heads or bool(
        title.office and any(office == title.office for office, _ in known.offices)
    )


def office_holder(line: Line, title: Title, memory: Memory) -> Named | None:
    """Return whom "the president" means: the only one of that office lately named."""
    for back in range(_FOCUS + 3):
        fitting = [n for n in memory.people(back) if _holds(line, n, title)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None
