"""Who speaks for whom: "a Kenyan spokesman", then "spokesman Ole Ruud"; "NATO denied it", then he.

It must not read words beyond those between two drafts; the drafts are the first pass's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.actors.drafts import Draft
from timeline.actors.line import Line
from timeline.actors.people_data import plain

__all__ = ["introduce"]

_AHEAD = 3
"""Sentences after that of the post in which its name may follow."""
_BACK = 2
"""Sentences before a spokesman's in which his government or body may have been told to speak."""
_VERB = 24
"""Characters behind a name in which its verb stands, where it stands next."""
_ONE = re.compile(r"\b[Aa]n? (?:[a-z-]+ )?$")
_OPENS = frozenset({"", '"', "``", "'", "\u201c"})


def introduce(lines: Sequence[Line], drafts: Sequence[list[Draft]]) -> None:
    """Give an unnamed spokesman the name, and a named one the state, that stand near by.

    Of other posts there may be two: "a general was killed, said General Okoth".

    Args:
        lines: The sentences of a document.
        drafts: What the first pass found in each, in text order; changed in place.
    """
    named: set[str] = set()
    both = list(zip(lines, drafts, strict=True))
    for i, (line, found) in enumerate(both):
        for k, draft in enumerate(found):
            if draft.kind in ("person", "surname"):
                named.add(plain(draft.key))
            elif draft.kind == "office" and draft.of and _is_one(line, draft):
                who = _spoken(draft, [(line, found[k + 1 :]), *both[i + 1 : i + 1 + _AHEAD]])
                if who is not None and who.key not in named:
                    _join(line, draft, who)
                    _part(draft, found)
            if draft.kind == "person" and not draft.of and draft.title is not None:
                _speak(line, draft, [(line, found[:k]), *both[max(0, i - _BACK) : i][::-1]])


def _is_one(line: Line, draft: Draft) -> bool:
    """Is it a spokesman not named yet ("a Kenyan spokesman")?"""
    title = draft.title
    if title is None or title.head not in line.lexicon.lists["titles.speakers"]:
        return False
    return _ONE.search(line.flat, max(line.start, draft.start - 24), draft.start) is not None


def _spoken(draft: Draft, rest: Sequence[tuple[Line, list[Draft]]]) -> Draft | None:
    """Return the next person of the same post, whom no other state or body owns.

    The post stands before the name, or stands alone before another title of the same person:
    "said spokesman Peter Okoth", "the spokesman, Col. Peter Okoth, said".
    """
    head = draft.title.head if draft.title else ""
    for line, found in rest:
        last: Draft | None = None
        for other in found:
            title = other.title
            if other.kind == "person":
                apposed = last is not None and line.flat[last.end : other.start] == ", "
                held = title is not None and title.head == head
                if (held or apposed) and other.of in ("", draft.of):
                    return other
                if held:
                    return None
            same = other.kind == "office" and title is not None and title.head == head
            if same and other.of not in ("", draft.of):
                return None
            last = other if same else None
    return None


def _join(line: Line, draft: Draft, who: Draft) -> None:
    who.of = who.of or draft.of
    line.register.learn(who.key, title=draft.title, of=draft.of)
    draft.kind = "person"
    draft.key = who.key


def _part(draft: Draft, found: Sequence[Draft]) -> None:
    """Let the state's own mention end before the post that it was told with."""
    for other in found:
        if other.kind == "state" and (other.start, other.end) == (draft.start, draft.end):
            other.end = other.head_end = max(draft.head_start - 1, other.start + 1)


def _speak(line: Line, draft: Draft, before: Sequence[tuple[Line, list[Draft]]]) -> None:
    """Let a spokesman speak for who opens a sentence just before: "NATO denied it. Spokesman …"."""
    title, lists = draft.title, line.lexicon.lists
    known = line.register.known[draft.key]
    if title is None or title.head not in lists["titles.speakers"] or known.owners:
        return
    for other, found in before:
        first = found[0] if found else None
        if first is None or not other.is_body:
            continue
        opens = other.flat[other.start : first.start].lower().strip() in _OPENS | {"the"}
        if first.kind in ("state", "organisation") and first.role != "place" and opens:
            says = other.flat[first.end : first.end + _VERB].split(" ", 2)[1:2]
            if says and says[0] in lists["speech.verbs"] | lists["speech.answers"]:
                draft.of = first.key
                line.register.learn(draft.key, title=title, of=draft.of)
            return
