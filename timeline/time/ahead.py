"""Tell whether a date without a year, or a weekday, lies after the day of writing."""

from __future__ import annotations

from timeline.time.find import Found
from timeline.time.setting import Setting

__all__ = ["by_cue", "by_preposition", "is_ahead"]

_CUE_REACH = 12
"""Most words between a sign of the future ("is expected in") and the date."""
_STOPS = frozenset(".;:!?,")


def by_preposition(found: Found) -> bool | None:
    """Tell whether a preposition puts a date after now ("effective") or before it ("since").

    So does what follows it: "the quarter ended Sept. 30".
    """
    before, tables = found.before(), found.book.tables
    if before in tables["ahead_preposition"]:
        return True
    if before in tables["past_preposition"] or found.after() in tables["ended"]:
        return False
    return None


def by_cue(found: Found) -> bool | None:
    """Tell what "is expected", "will", "had been due" before a date say of where it lies."""
    tables = found.book.tables
    for back in range(1, _CUE_REACH):
        word = found.before(back)
        if not word or word in _STOPS or word in tables["past_verb"]:
            return None
        if _is_cue(found, word, back):
            earlier = {found.before(back + 1), found.before(back + 2)}
            if earlier & tables["past_perfect"].keys():
                return False
            return None if earlier & tables["before_ahead"].keys() else True
    return None


def _is_cue(found: Found, word: str, back: int) -> bool:
    tables = found.book.tables
    if word in tables["ahead"]:
        return True
    after = found.before(back - 1) if back > 1 else ""
    if word in tables["ahead_linked"]:
        return after in tables["ahead_link"] and after in tables["ahead_linked"][word].split()
    if word in tables["ahead_direct"]:
        return back == 1 or after in tables["ahead_link"]
    return word in tables["ahead_infinitive"] and found.before(back + 1) in tables["ahead_link"]


def is_ahead(found: Found, setting: Setting) -> bool | None:
    """Tell whether a date lies after now, by preposition, cue or tense; None when none speaks."""
    said = by_preposition(found)
    if said is None:
        said = by_cue(found)
    if said is not None:
        return said
    tense = setting.tense(found)
    if found.before() in found.book.tables["limit_preposition"]:
        return tense != "past"
    return None if tense in (None, "present") else tense == "future"
