"""Whose a title is, where other words of the sentence than its own say so.

It must not look at names; people.py joins the two.
"""

from __future__ import annotations

from timeline.actors.line import Line
from timeline.actors.titles import TitleGroup, owner_id

__all__ = ["definite", "owned", "owner_of_apposed", "owner_of_speaker", "owners_in_turn"]


def owner_of_apposed(line: Line, group: TitleGroup) -> str:
    """Return the owner of the office before: "the Emir of Qatar, Sheikh …", "…, Gen. …"."""
    last = line.last_title
    if last is None or last.end_index != group.first - 1 or line.gap(last.end_index) != ", ":
        return ""
    return "" if group.title.office else last.owner


def owner_of_speaker(line: Line, group: TitleGroup) -> str:
    """Return whose official says so: "a Kenyan spokesman said Ambassador Ana Pérez had left"."""
    last = line.last_title
    if last is None or not last.owner or group.title.kind not in ("office", "post"):
        return ""
    if (
        last.owner not in line.names.states
        or group.title.head in line.lexicon.lists["titles.private"]
    ):
        return ""
    between = line.flat[line.chunks[last.end_index].end : group.start].split()
    named = line.kinds[group.end_index + 1] in ("W", "N") and line.gap(group.end_index) == " "
    said = not line.lexicon.lists["speech.verbs"].isdisjoint(between)
    return last.owner if said and named and not any("," in w for w in between) else ""


def owners_in_turn(line: Line, group: TitleGroup) -> list[str]:
    """Return the owners of "the Kenyan and Peruvian ministers, A and B", one for each."""
    j = group.owner_at
    if j < 1 or line.kinds[j - 1] != "A" or line.gap(j - 1) != " and ":
        return []
    return [owner_id(line, j - 1), group.owner]


def owned(line: Line, i: int) -> bool:
    """Does an owner stand before the title ("the group's political chief", "his minister")?"""
    words = line.before(i, 32).lower().split()
    while words and words[-1] in line.lexicon.modifiers:
        words.pop()
    pronoun = bool(words) and words[-1] in ("his", "her", "its", "their")
    return (
        bool(words) and (pronoun or words[-1].endswith(("'s", "s'"))) and line.before(i, 1) == " "
    )


def definite(line: Line, i: int) -> bool:
    """Does "the" stand before the title, with no more than a word such as "communist" between?"""
    words = line.before(i, 24).lower().split()
    if words and words[-1] in line.lexicon.modifiers:
        words.pop()
    return bool(words) and words[-1] == "the" and line.before(i, 1) == " "
