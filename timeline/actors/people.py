"""Names of people in a sentence: titled, introduced, known from the data, or seen before.

It must not resolve pronouns or surnames; it leaves them open for the second pass.
"""

from __future__ import annotations

import re

from timeline.actors.apposition import apposition
from timeline.actors.drafts import Draft
from timeline.actors.line import Line
from timeline.actors.names import (
    adverb_at,
    given_at,
    half,
    is_name,
    is_surname,
    known_with_middle,
    looks_human,
    misspelt_state,
    national,
    nationality,
    of_state,
    possessor,
)
from timeline.actors.owners import (
    definite,
    owned,
    owner_of_apposed,
    owner_of_speaker,
    owners_in_turn,
)
from timeline.actors.titles import TitleGroup, stands_alone, title_group
from timeline.actors.words import Title

__all__ = ["read_heading", "read_name", "read_title"]

_TO_NAME = frozenset({" ", ". ", ") ", ", "})
_WORD = re.compile(r"[^\W\d_][\w-]+")
_LIST = frozenset({" and ", ", ", ", and ", " & "})


def read_title(line: Line, i: int) -> list[Draft]:
    """Read the title at chunk ``i``, with the name it introduces or alone.

    Returns:
        Drafts in text order; empty where the words are no office of anybody.
    """
    if stands_alone(line, i) or _names_ship(line, i):
        return []
    group = title_group(line, i)
    line.used.update(range(group.first, group.last + 1))
    group.owner = group.owner or owner_of_apposed(line, group) or owner_of_speaker(line, group)
    if group.title.kind == "honorific" and owner_of_apposed(line, group) and line.last_title:
        group.title = line.last_title.title  # "a Kenyan spokesman, Mr. Okello,"
    line.last_title = group
    j = group.end_index + 1
    gap = line.gap(group.end_index)
    bracket = j
    if gap == " (" and line.kinds[j] in ("W", "O") and line.gap(j) == ") ":
        bracket, gap = j + 1, line.gap(j)  # "… Investigation (FBI) Louis Freeh"
    if (
        (line.kinds[bracket] in ("W", "N") or is_surname(line, bracket))
        and gap in _TO_NAME
        and _can_name(line, bracket, group, gap)
    ):
        return _titled(line, bracket, group)
    capital = line.flat[line.chunks[group.last].start].isupper()
    goes_on = capital and gap == " " and line.kinds[j] == "W"  # "the General Staff"
    if group.plural and not group.owner and not goes_on:
        return _offices_of_two(line, group)
    if group.plural or goes_on:
        return []
    return _office_alone(line, group)


def _offices_of_two(line: Line, group: TitleGroup) -> list[Draft]:
    """Draft "the prime ministers": those of the two states that the story is about."""
    start, end = line.chunks[group.first].start, line.chunks[group.last].end
    if not group.title.office or line.before(group.first, 4).lower() != "the ":
        return []
    return [Draft("pair", start, end, "", "pronoun")]


def _names_ship(line: Line, i: int) -> bool:
    """Does a word for a ship stand before ("the cruiser Ana Pérez")?"""
    before = line.flat[max(line.start, line.chunks[i].start - 12) : line.chunks[i].start]
    last = before.rstrip(" ").rsplit(" ", 1)[-1]
    return before[-1:] == " " and last in line.lexicon.lists["names.vessels"]


def _can_name(line: Line, j: int, group: TitleGroup, gap: str) -> bool:
    """Is the chunk after a title the name of a person who has it?"""
    if gap == ". " and line.flat[line.chunks[j - 1].end - 1] != "." and group.title.kind == "post":
        return False
    if line.kinds[j] == "N":
        return gap != ", " or bool(group.owner) or line.before(group.first, 4).lower() == "the "
    if gap == ", ":
        after = line.after(j, 2)
        is_definite = group.owner or definite(line, group.first) or owned(line, group.first)
        ends = after[:1] in (",", "") or (group.plural and _next_in_list(line, j) > 0)
        return bool(is_definite) and " " in line.text(j) and ends
    if group.end_index > group.last and gap == " ":
        return line.kinds[group.end_index] == "W" or " " in line.text(j)
    if line.text(j - 1) in line.lexicon.lists["titles.adjectives"] and " " not in line.text(j):
        return False
    return is_name(line, j) and not (line.text(j).isupper() and len(line.text(j)) > 2)


def _titled(line: Line, j: int, group: TitleGroup) -> list[Draft]:
    """Read a title and its name, and for a plural title the names after it."""
    owners = owners_in_turn(line, group) if group.plural else []
    first = owners.pop(0) if owners else group.owner
    out = [_person(line, j, group.title, first, group.start, group=group)]
    line.used.add(j)
    while group.plural and (k := _next_in_list(line, j)):
        owner = of_state(line, k) or (owners.pop(0) if owners else group.owner)
        out.append(_person(line, k, group.title, owner, line.chunks[k].start))
        line.used.add(k)
        j = k
    return out


def _next_in_list(line: Line, j: int) -> int:
    """Return the next name of "Presidents A of X and B of Y", 0 where the list ends."""
    k = j + 1
    if line.kinds[k] == "S" and line.gap(j) in (" of ", " of the "):
        j, k = k, k + 1
    return k if line.kinds[k] in ("W", "N") and line.gap(j) in _LIST else 0


def _person(
    line: Line,
    j: int,
    title: Title | None,
    owner: str,
    start: int,
    *,
    group: TitleGroup | None = None,
) -> Draft:
    """Draft the person named by chunk ``j``, introducing a full name to the register."""
    chunk = line.chunks[j]
    head = (chunk.start, chunk.end)
    owner = owner or (of_state(line, j) if title else "")
    apposed = apposition(line, j)
    if apposed:
        title = title or apposed.title
        owner = owner or apposed.owner
        group = group or apposed
    owner = owner or nationality(line, j) or national(line, j)
    name = (
        line.register.famous.choose(chunk.entry.ids, owner) if chunk.kind == "N" else line.text(j)
    )
    if chunk.kind == "W" and (skip := given_at(line, j)):
        head, name = (chunk.start + skip, chunk.end), name[skip:]
        start = head[0] if start == chunk.start else start
    if chunk.kind == "N" and _goes_on(line, j):
        head = (chunk.start, line.chunks[j + 1].end)
        line.used.add(j + 1)
    if not name:
        return _namesake(line, j, title, owner, start)
    known = chunk.kind == "N" or (" " in name and (line.is_body or title is not None))
    if not known:
        return Draft("surname", start, chunk.end, name, "name", head, title, owner)
    key = line.register.add_person(name)
    if chunk.kind == "N":  # "Zelenskyy" where the data writes "Zelensky"
        line.register.add_alias(line.text(j).rsplit(" ", 1)[-1], key)
    former, past = (group.former, group.past) if group else (False, False)
    line.register.learn(key, title=title, of=owner, former=former, past=past)
    return Draft("person", start, head[1], key, "name", head, title, owner)


def _goes_on(line: Line, j: int) -> bool:
    """Does a particle lead on from a known name ("Crown Prince Mohammed bin Salman")?"""
    gap = line.gap(j)
    is_particle = gap in line.lexicon.joiners and gap[1:2].islower()
    return is_particle and line.kinds[j + 1] == "W"


def _namesake(line: Line, j: int, title: Title | None, owner: str, start: int) -> Draft:
    """Draft somebody who shares a known person's name but belongs elsewhere."""
    chunk = line.chunks[j]
    key = line.register.add_other(line.text(j), "person", line.register.country(owner))
    line.register.learn(key, title=title, of=owner)
    return Draft("person", start, chunk.end, key, "name", (chunk.start, chunk.end), title, owner)


def read_name(line: Line, i: int) -> Draft | None:
    """Read an untitled name at chunk ``i``: kind N, or W where the sentence shows a person."""
    chunk = line.chunks[i]
    if _names_ship(line, i):
        return None
    if chunk.kind == "N":
        return _person(line, i, None, possessor(line, i), chunk.start)
    name = line.text(i)
    if " " not in name and "-" not in name:
        return _single(line, i, name)
    if line.register.by_name(name):
        return Draft("surname", chunk.start, chunk.end, name, "name")
    if skip := adverb_at(line, i):
        return Draft("surname", chunk.start + skip, chunk.end, name[skip:], "name")
    known = known_with_middle(line, name)
    if known:
        key = line.register.add_person(known)
        return Draft("person", chunk.start, chunk.end, key, "name")
    if not line.is_body or not is_name(line, i):
        return None
    known_for = apposition(line, i) or nationality(line, i) or national(line, i)
    if known_for or looks_human(line, i, name):
        return _person(line, i, None, possessor(line, i), chunk.start)
    return None


def read_heading(line: Line, i: int) -> list[Draft]:
    """Leave every word of a heading's run of capitals open, as its verbs are among them."""
    start = line.chunks[i].start
    return [
        Draft("surname", start + m.start(), start + m.end(), m.group(), "name")
        for m in _WORD.finditer(line.text(i))
    ]


def _single(line: Line, i: int, name: str) -> Draft | None:
    """Leave a lone capitalised word open: a surname, an abbreviation, or nothing."""
    chunk = line.chunks[i]
    if len(name) < 2:
        return None
    meant = misspelt_state(line, name) or half(line, i, name)
    if meant:
        return Draft("state", chunk.start, chunk.end, meant, "name")
    return Draft("surname", chunk.start, chunk.end, name, "name")


def _office_alone(line: Line, group: TitleGroup) -> list[Draft]:
    """Draft an office without a name: its holder, or the state behind it, in the second pass."""
    if group.title.kind == "honorific" or (line.flat[group.start].isupper() and not line.is_body):
        return []
    end = line.chunks[group.end_index].end
    head = (line.chunks[group.first].start, line.chunks[group.last].end)
    title = group.title
    if not group.owner:
        if not definite(line, group.first) or group.former:
            return []
        return [Draft("office", head[0], head[1], "", "pronoun", head, title, "")]
    if group.former:
        return []
    return [Draft("office", group.start, end, "", "office", head, title, group.owner)]
