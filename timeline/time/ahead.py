"""Tell whether a date without a year, or a weekday, lies after the day of writing.

A cue ("will", "is expected in") says so in any text, a hint ("could strike in", "was put off
until") in news alone: in a history what was agreed to happen has happened.
"""

from __future__ import annotations

from typing import Literal

from timeline.time.find import Found
from timeline.time.intents import is_agreed_at, is_meant, is_thought_of
from timeline.time.setting import Setting

__all__ = [
    "by_cue",
    "by_hint",
    "by_preposition",
    "is_ahead",
    "is_deferred",
    "is_moved",
    "with_hour",
]

Hint = Literal["ahead", "near", "behind"]

_CUE_REACH = 12
"""Most words between a sign of the future ("is expected in") and the date."""
_STOPS = frozenset(".;:!?,")


def by_preposition(found: Found) -> bool | None:
    """Tell whether a preposition puts a date after now ("effective") or before it ("since").

    So does what follows it: "the quarter ended Sept. 30".
    """
    before, tables = found.before(), found.book.tables
    is_effective = before == "from" and found.before(2) in tables["ahead_preposition"]
    if is_effective or before in tables["ahead_preposition"]:
        return True
    after = found.after()
    if before in tables["past_preposition"] or after in tables["ended"]:
        return False
    if after in tables["unplanned"]:
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
        return back == 1 or (after in tables["ahead_link"] and not _is_cause(found, word, back))
    return word in tables["ahead_infinitive"] and found.before(back + 1) in tables["ahead_link"]


def _is_cause(found: Found, word: str, back: int) -> bool:
    """Tell whether it is "due to the vote", not "was due to meet".

    Without a form of "be" it can be either, and the tense decides ("talks due to resume in May").
    """
    tables = found.book.tables
    if found.before(back - 1) != tables["cause"].get(word):
        return False
    after = found.before(back - 2)
    return found.before(back + 1) not in tables["be"] or after in tables["det"]


_HINT_REACH = 10
"""Most words between such a hint and the date."""


def by_hint(found: Found, setting: Setting) -> Hint | None:
    """Tell what "could", "agreed to", "postponed until", "leaves on" say of where a date lies.

    It is ahead, or only near: "agreed to resign in March" can be said soon after that March.
    """
    if _is_term(found):
        return "ahead"
    if _is_of_happening(found) or is_agreed_at(found):
        return "behind"
    tables = found.book.tables
    for back in range(1, _HINT_REACH):
        word = found.before(back)
        if not word or word in _STOPS:
            break
        if word in tables["ahead_meant"] and is_meant(found, back):
            return "near"
        if word in tables["ahead_thought"] and is_thought_of(found, back):
            return "near"
        if word in tables["ahead_modal"] and found.is_lower(back):
            return _may_yet_be(found, setting, back)
        if word in tables["timetable"] and found.is_lower(back):
            leading = found.before(back + 1)
            if leading in tables["no_present"]:
                continue
            is_verb = leading not in tables["det"] and setting.tense(found) in ("present", None)
            return "ahead" if is_verb else None
    return "ahead" if _opens_timetable(found, setting) else None


def _opens_timetable(found: Found, setting: Setting) -> bool:
    """Tell whether what follows is to come: "on Wednesday he flies", "in May is likely"."""
    for ahead in range(_SUBJECT_REACH):
        word = found.after(ahead)
        if not word or word in _STOPS:
            return False
        if word in found.book.tables["timetable"]:
            return setting.tense(found) in ("present", None)
        if word in ("is", "are") and found.after(ahead + 1) in found.book.tables["ahead_after"]:
            return True
    return False


_SUBJECT_REACH = 5
"""Most words from a date that opens its clause to the verb."""


def _is_of_happening(found: Found) -> bool:
    """Tell whether it dates a thing that has happened: "may be linked to an attack in March".

    "Could launch an attack in March" does not: there the verb itself makes the thing.
    """
    tables = found.book.tables
    if found.before(2) not in tables["unplanned"]:
        return False
    for back in (3, 4, 5):
        word = found.before(back)
        if word in tables["article"]:
            return found.before(back + 1) in tables["oblique"]
        if word in tables["det"] or word in tables["oblique"]:
            return True
    return False


def is_moved(found: Found) -> bool:
    """Tell whether it is "postponed from June to autumn", whose dates are no range."""
    return found.before() == "from" and found.before(2) in found.book.tables["moved"]


def _is_term(found: Found) -> bool:
    """Tell whether it ends a term that was given or put off: "had until", "delayed until"."""
    tables, link = found.book.tables, found.before()
    if link in tables["term_preposition"] and found.before(2) in tables["holder"]:
        return True
    givers = tables["term_giver"] if link in tables["term_preposition"] else ()
    for back in range(2, _HINT_REACH) if link in tables["term_link"] else ():
        word = found.before(back)
        if word in _STOPS or not word:
            return False
        if word in givers or link in tables["deferred"].get(word, "").split():
            return all(found.before(back + n) != "had" for n in (1, 2, 3))
    return False


def is_deferred(found: Found) -> bool:
    """Tell whether it is the day to which something was put off: "postponed until May"."""
    tables, link = found.book.tables, found.before()
    return link in tables["term_preposition"] and any(
        link in tables["deferred"].get(found.before(back), "").split() for back in (2, 3, 4)
    )


def _may_yet_be(found: Found, setting: Setting, back: int) -> Hint | None:
    """Read a modal: "could strike in" looks ahead, "could not leave on", "may have met in" back."""
    modal, after = found.before(back), found.before(back - 1) if back > 1 else ""
    tables = found.book.tables
    if after == "be" and back > 2:
        after = tables["perceived"].get(found.before(back - 2), after)
    if after in tables["ahead_modal"][modal].split():
        return "behind"
    return "ahead" if setting.tense(found) != "past" else None


def _is_its_hour(hour: Found, found: Found) -> bool:
    """Tell whether an expression right before a day is a time of it: "6 p.m. on Friday"."""
    gap = found.first - hour.last
    is_near = hour.rule.op in ("clock", "daypart") and gap <= 1
    return is_near and found.tokens.said(hour.last, found.first) in found.book.tables["time_link"]


def with_hour(found: Found, setting: Setting) -> Found:
    """Return the hour before a day: in "until midnight Saturday" what speaks stands before it."""
    hour = setting.preceding
    return hour if hour is not None and _is_its_hour(hour, found) else found


def is_ahead(found: Found, setting: Setting) -> bool | None:
    """Tell whether a date lies after now, by preposition, cue or tense; None when none speaks."""
    tense = setting.tense(found)
    found = with_hour(found, setting)
    said = by_preposition(found)
    if said is None:
        said = by_cue(found)
    if said is None and (hint := by_hint(found, setting)) is not None:
        said = hint != "behind"
    if said is not None:
        return said
    if found.before() in found.book.tables["limit_preposition"]:
        return tense != "past"
    return None if tense in (None, "present") else tense == "future"
