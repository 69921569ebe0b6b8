"""Where a sentence only says who reports it: "…, the Foreign Ministry said on Monday."

It must not know who is named there.
"""

from __future__ import annotations

import re
from functools import cache

from timeline.actors.words import words

__all__ = ["reports", "zone"]

_LONGEST = 170
"""Characters of an attribution; the longest with name, office and day stay below it."""
_MAIN_CLAUSE = 24
"""Characters that a main clause before the attribution has at least ("It failed to agree")."""


@cache
def _saying() -> re.Pattern[str]:
    """Compile a clause that ends in a verb of saying, followed at most by when and where."""
    lists = words().lists
    verbs, when, never = (
        "|".join(sorted(lists[key]))
        for key in ("speech.verbs", "grammar.said_when", "grammar.not_source")
    )
    return re.compile(
        rf", (?!(?:{never})\b)[^;]*?(?<!was )(?<!were )(?<!is )(?<!are )(?<!been )"
        rf"\b(?:{verbs})(?: (?i:{when})\b[^,;]{{0,60}})?[.!?\"'`)\s}}]*$"
    )


def reports(after: str) -> bool:
    """Do the words after a nationality make it a newspaper's or broadcaster's that reports?

    "(a Saudi) newspaper said", "(the official Czech) news agency reported".
    """
    lists = words().lists
    following = [w.strip(".,;:'\"()") for w in after.split()[:8]]
    paper = next((i for i, w in enumerate(following[:3]) if w in lists["media.nouns"]), -1)
    return paper >= 0 and not lists["speech.verbs"].isdisjoint(following[paper + 1 :])


def zone(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch of a sentence that names its source, or None.

    It is the clause after the last comma with a verb of saying at its end ("…, a spokesman
    said on Monday"), or "according to …".

    Args:
        flat: The document's text from ``scan.flatten``.
        start: First character of the sentence.
        end: One past its last.
    """
    comma = flat.rfind(", ", start, end)
    if comma < 0 or end - comma > _LONGEST or comma - start < _MAIN_CLAUSE:
        return None
    if flat.startswith(tuple(words().lists["grammar.according"]), comma):
        before = zone(flat, start, comma)
        return (before[0] if before else comma), end
    verbs = words().lists["speech.verbs"]
    if verbs.isdisjoint(flat[comma:end].replace(".", " ").split()):
        return None  # most sentences end here
    if not _saying().match(flat, comma, end):
        return None
    if flat[comma + 2 : comma + 12].split(" ", 1)[0] in verbs:
        # "…, Ana Silva, a spokeswoman, said": the clause began two commas earlier
        for _ in range(2):
            earlier = flat.rfind(", ", start, comma - 1)
            comma = earlier if earlier > 0 else comma
    if comma - start < _MAIN_CLAUSE or flat[start:comma].count(" ") < 4:
        return None
    return comma, end
