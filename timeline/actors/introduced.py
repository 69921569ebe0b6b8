"""Who is told of by a post first and by name later: "a Kenyan envoy", then "envoy Ann Okoth".

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
    """Give an unnamed holder of a post the name, and the name the state, that stand near by.

    Args:
        lines: The sentences of a document.
        drafts: What the first pass found in each, in text order; changed in place.
    """
    named: set[str] = set()
    for i, (line, found) in enumerate(zip(lines, drafts, strict=True)):
        for k, draft in enumerate(found):
            if draft.kind in ("person", "surname"):
                named.add(plain(draft.key))
            elif draft.kind == "office" and draft.of and _is_one(line, draft):
                rest = [(line, found[k + 1 :]), *zip(lines[i + 1 :], drafts[i + 1 :], strict=True)]
                who = _spoken(draft, rest[: _AHEAD + 1]) or _next_subject(draft, rest[1:2])
                if who is not None and who.key not in named:
                    _join(line, draft, who)
                    _part(draft, found)
            if draft.kind == "person" and not draft.of and draft.title is not None:
                before = [(lines[j], drafts[j]) for j in range(i - 1, max(-1, i - 1 - _BACK), -1)]
                _speak(line, draft, [(line, found[:k]), *before])


def _is_one(line: Line, draft: Draft) -> bool:
    """Is it somebody not named yet ("a Kenyan spokesman"), of a post that many may hold?"""
    title = draft.title
    if title is None or title.office or title.plural:
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


def _next_subject(draft: Draft, rest: Sequence[tuple[Line, list[Draft]]]) -> Draft | None:
    """Return the unknown person, told nothing of, whose name opens the next sentence.

    "A Kenyan diplomat will mediate. Peter Okoth has served in four capitals."
    """
    for line, found in rest:
        first = found[0] if found else None
        if first is None or first.kind != "person" or first.title is not None:
            return None
        known = line.register.known[first.key]
        opens = line.flat[line.start : first.start].strip() in _OPENS
        if line.is_body and opens and known.person is None and first.of in ("", draft.of):
            return first
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
            body = first.kind == "organisation" or first.role == "capital"
            if body or (says and says[0] in lists["speech.verbs"]):
                draft.of = first.key
                line.register.learn(draft.key, title=title, of=draft.of)
            return
