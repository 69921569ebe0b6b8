"""A surname alone → whom it means when nobody was introduced, and when it is a town's name.

It must not link mentions; resolve.py does.
"""

from __future__ import annotations

from timeline.actors.drafts import Draft
from timeline.actors.line import Line

__all__ = ["bare", "is_town"]


def bare(line: Line, draft: Draft) -> str | None:
    """Find whom a surname means that nobody introduced: somebody well known, if anybody."""
    name, lists = draft.key, line.lexicon.lists
    never = lists["starters.surnames_never"] | lists["starters.surnames_places"]
    if name not in line.names.surnames or name in never:
        return None
    after = line.flat[draft.end : draft.end + 24].lstrip(" ").split(" ", 1)[0]
    governs = after.rstrip(".,;") in lists["government.stands_for"]
    is_word = name in lists["starters.surnames_words"]
    if is_word and draft.start == line.start and not governs:
        return None
    in_office = is_word or name in lists["starters.surnames_common"] or len(name) < 3
    return line.register.from_data(name, "", "", in_office=in_office and not governs)


def is_town(line: Line, draft: Draft) -> bool:
    """Does a surname that is a town's, too, say where ("in Austin"), though a person has it?"""
    lists = line.lexicon.lists
    if draft.key not in lists["starters.surnames_places"]:
        return False
    before = line.flat[max(line.start, draft.start - 16) : draft.start].split()
    return bool(before) and before[-1].lower() in lists["places.before"]
