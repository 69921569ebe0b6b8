"""Where a sentence only says who reports it: "…, the Foreign Ministry said on Monday."

It must not know who is named there.
"""

from __future__ import annotations

import re

__all__ = ["zone"]

_LONGEST = 170
_MAIN_CLAUSE = 24
"""Characters that a main clause before the attribution has at least ("It failed to agree")."""
_ACCORDING = re.compile(r"[,;] (?:as )?(?:according to|citing|quoting)\b")
_TAIL = re.compile(r"^[^,;]*?(?:,[^,;]*){0,2}$")


def zone(flat: str, start: int, end: int, verbs: re.Pattern[str]) -> tuple[int, int] | None:
    """Return the stretch of a sentence that names its source, or None.

    It is the clause after the last comma with a verb of saying at its end, or "according to …".

    Args:
        flat: The document's text from ``scan.flatten``.
        start: First character of the sentence.
        end: One past its last.
        verbs: Verbs of saying, followed by no more than when and to whom it was said.
    """
    comma = flat.rfind(", ", start, end)
    if comma < 0 or end - comma > _LONGEST:
        return None
    if flat.startswith((", according to", ", citing", ", quoting"), comma):
        return comma, end
    found = verbs.search(flat, comma, end)
    if not found:
        return None
    if found.start() - comma < 4:  # "…, a spokesman for the party, said": the clause began earlier
        comma = flat.rfind(", ", start, comma - 1)
        before = flat.rfind(", ", start, comma) if comma > 0 else -1
        comma = before if before > 0 and found.start() - before < _LONGEST else comma
    if comma - start < _MAIN_CLAUSE or flat[start:comma].count(" ") < 4:
        return None
    return comma, end
