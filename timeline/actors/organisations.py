"""Organisations in a sentence: known ones, and those whose name says what they are.

It must not know about people or states beyond whose an organisation is.
"""

from __future__ import annotations

import re

from timeline.actors.drafts import Draft, Role
from timeline.actors.line import Line
from timeline.actors.states import pick_state

__all__ = ["read_known", "read_unknown"]

_INNER = frozenset({" of ", " for ", " of the ", " for the "})
_ABBREVIATION = re.compile(
    r" ?\((?:known as |or )?(?:the )?[\"“]?([A-Z][A-Za-z&-]{1,9})[\"”]?\)"
    r"|, (?:or|known as) (?:the )?(?=([A-Z][A-Za-z&-]{1,9}),)\2"
)


def read_known(line: Line, i: int) -> Draft | None:
    """Read an organisation the data knows; None where the words may well mean something else."""
    chunk = line.chunks[i]
    if chunk.entry.ambiguous and not _is_meant(line, i):
        return None
    line.register.named.add(chunk.entry.ids[0])
    role: Role = "name"
    entry = line.names.organisations[chunk.entry.ids[0]]
    first, _, people = line.text(i).rpartition(" ")
    if entry["kind"] == "bloc" and first:
        for word in (people.removesuffix("s"), people.removesuffix("s") + "s"):
            line.register.peoples.setdefault(word, chunk.entry.ids[0])
    if entry["kind"] == "media" and _reports(line, i):
        role = "source"
    found = _ABBREVIATION.match(line.flat, chunk.end, line.end)
    if found:
        line.register.add_alias(found.group(1) or found.group(2), chunk.entry.ids[0])
    return Draft("organisation", chunk.start, chunk.end, chunk.entry.ids[0], role)


def _is_meant(line: Line, i: int) -> bool:
    """Does an ambiguous name mean the organisation: named before, in capitals, or after "the"?"""
    chunk = line.chunks[i]
    text = line.text(i)
    if not set(chunk.entry.ids).isdisjoint(line.register.named):
        return True
    entry = line.names.organisations[chunk.entry.ids[0]]
    if line.kinds[i - 1] in ("S", "A") and line.gap(i - 1) in (" ", "'s ", "' "):
        return entry.get("state") in line.chunks[i - 1].entry.ids  # "Germany's Social Democrats"
    if text.isupper():
        return not line.flat[line.start : line.end].isupper()
    follows_name = line.gap(i) == " " and line.kinds[i + 1] in ("W", "O", "S", "C")
    return line.before(i, 4).lower() == "the " and not follows_name


def _reports(line: Line, i: int) -> bool:
    """Is a newspaper or agency named as where the news comes from?"""
    lists = line.lexicon.lists
    if line.before(i, 1) == "(" and line.after(i, 1) == ")":
        return True  # a dateline: MOSCOW (AP)
    before = line.before(i, 20).rstrip("`'\" ").removesuffix(" the").split()
    after = [w.strip(".,;:'\"") for w in line.after(i, 50).split()[:4]]
    last = before[-1].lower() if before else ""
    return (
        last in lists["media.before"]
        or last in lists["speech.verbs"]
        or bool({*after[:1]} & (lists["speech.verbs"] | lists["media.nouns"]))
        or not lists["speech.verbs"].isdisjoint(after)
    )


def read_unknown(line: Line, i: int) -> Draft | None:
    """Read chunk ``i`` (kind W) as an organisation if a word such as "Council" ends a part of it.

    Takes in a leading nationality and what follows "of" or "for"; an abbreviation in brackets
    will mean the organisation from then on.
    """
    lists = line.lexicon.lists
    words = line.text(i).replace("-", " ").split(" ")
    last = words[-1]
    if last not in lists["names.institution"] or not line.is_body:
        return None
    organ = last in lists["government.organs"]
    first = i
    owner = i - 1 if line.kinds[i - 1] in ("A", "S", "O") and i - 1 not in line.used else -1
    if owner >= 0 and line.gap(owner) == " ":
        first = owner
    possessed = owner >= 0 and line.gap(owner) in (" ", "'s ", "' ")
    if possessed and organ:
        return None
    end_index = _last_part(line, i)
    parts = [*([owner] if possessed else []), *range(i, end_index + 1)]
    states = [j for j in parts if line.kinds[j] in ("S", "A")]
    country = pick_state(line, line.chunks[states[0]].entry.ids) if states else ""
    found = _ABBREVIATION.match(line.flat, line.chunks[end_index].end, line.end)
    alone = len(words) == 1 and first == i and end_index == i
    if alone and line.before(i, 4).lower() == "the ":
        return Draft("group", line.chunks[i].start, line.chunks[i].end, str(i), "pronoun")
    if alone or (organ and not found and end_index == i):
        return None
    return _introduced(
        line, (first, end_index), country, (found.group(1) or found.group(2)) if found else ""
    )


def _last_part(line: Line, i: int) -> int:
    """Return the index of the last chunk of the name ("Association of African Jurists")."""
    j = i
    while line.kinds[j + 1] in ("W", "S", "A") and (
        line.gap(j) in _INNER or (line.gap(j) == " in " and line.gap(j + 1).startswith(" ("))
    ):
        j += 1
        while line.gap(j) == " " and line.kinds[j + 1] == "W" and line.kinds[j] in ("A", "S"):
            j += 1
    return j


def _introduced(line: Line, span: tuple[int, int], country: str, short: str) -> Draft:
    first, last = span
    start, end = line.chunks[first].start, line.chunks[last].end
    lists = line.lexicon.lists
    name = line.flat[start:end]
    words = set(name.split(" "))
    kind = "group" if words & lists["names.group"] else "organisation"
    code = line.register.country(country) if country else None
    key = line.register.add_other(name, kind, code)
    if short:
        line.register.add_alias(short, key)
    line.used.update(range(first, last + 1))
    return Draft("organisation", start, end, key, "name")
