"""The title that explains a name behind it: "…, the foreign minister of Chile,".

It must not draft mentions; people.py does.
"""

from __future__ import annotations

import re

from timeline.actors.line import Line
from timeline.actors.titles import TitleGroup, title_group

__all__ = ["apposition"]

_AGE = re.compile(r"^, \d{1,3}, ")


def apposition(line: Line, j: int) -> TitleGroup | None:
    """Read "…, the foreign minister of Chile," after a name, and take its title in."""
    gap = line.gap(j)
    if gap[2:3].isdigit():
        gap = _AGE.sub(", ", gap)
    k = j + 1
    words = gap.removeprefix(", ").split()
    bodies = line.lexicon.lists["bodies.official"]
    loose = [w for w in words if w != "the" and w.removesuffix("'s") not in bodies]
    modified = line.kinds[k] == "T" and gap[:2] == ", " and line.lexicon.modifiers.issuperset(loose)
    if not modified and gap not in line.lexicon.lists["grammar.apposition"]:
        return None
    owned = line.kinds[k] in ("S", "A", "O", "C")
    if line.kinds[k + 1] == "T" and (
        owned or (line.kinds[k] == "W" and line.gap(k) in (" ", " and "))
    ):
        k += 1
    if line.kinds[k] != "T":
        return None
    group = title_group(line, k)
    if group.plural or group.title.kind == "honorific":
        return None
    after = line.gap(group.end_index)
    if line.kinds[group.end_index + 1] in ("W", "N") and after in (" ", ". "):
        return None  # "…, President Bush said": the next name's own title
    line.used.update(range(group.first, group.last + 1))
    return group
