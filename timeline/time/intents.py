"""Tell what is only meant or thought of from what is done: "agreed to meet", "proposed holding".

It must not decide on which side of now a date lies; ahead.py does.
"""

from __future__ import annotations

from timeline.time.find import Found

__all__ = ["is_agreed_at", "is_meant", "is_thought_of"]

_STOPS = frozenset(".;:!?,")
_LEAST_INFINITIVE = 3
"""Words before the date at which "agreed to meet" can begin."""
_REACH = 16
"""Most words from "agreed to" to the date of the talks in which it was agreed."""


def is_meant(found: Found, back: int) -> bool:
    """Tell whether an infinitive follows, not a thing: "agreed to meet", "agreed to the plan"."""
    if back < _LEAST_INFINITIVE or found.before(back - 1) != "to":
        return False
    is_thing = found.before(back - 2) in found.book.tables["name_start"]
    return not is_thing and found.is_lower(back - 2) and found.before(back + 1) != "had"


def is_thought_of(found: Found, back: int) -> bool:
    """Tell whether what follows is only thought of: "proposed holding a summit in May"."""
    needed = found.book.tables["ahead_thought"][found.before(back)]
    led = not needed or found.before(back + 1) in needed.split()
    return led and back > 1 and found.before(back - 1).endswith("ing")


def is_agreed_at(found: Found) -> bool:
    """Tell whether it is "agreed to extend it in talks on Monday", where Monday's talks agreed.

    "Agreed to discuss it in talks on Monday" does not tell: those talks can be what is agreed on.
    """
    near = _occasion(found)
    for back in range(near + 1, _REACH) if near else ():
        word = found.before(back)
        if not word or word in _STOPS:
            return False
        if word in found.book.tables["agreeing"]:
            conferring = found.before(back - 2) in found.book.tables["conferring"]
            return is_meant(found, back) and not conferring
    return False


def _occasion(found: Found) -> int:
    """Return how far before a date "in talks" or "during a call in Oslo" stands, 0 if nowhere."""
    tables = found.book.tables
    for near in range(1, 6):
        word = found.before(near)
        if not word or word in _STOPS:
            return 0
        if word in tables["occasion"]:
            leads = {found.before(near + n) for n in (1, 2, 3)}
            return 0 if leads.isdisjoint(tables["occasion_preposition"]) else near
    return 0
