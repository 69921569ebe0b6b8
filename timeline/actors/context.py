"""What the words around a state's or a city's name say: part of a longer name, or a mere place.

It must not choose between states that share a name.
"""

from __future__ import annotations

import re

from timeline.actors.line import Line

__all__ = ["is_other", "is_place", "sent_by"]

_LETTERS = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+) of (?:the )?$")
_AND = frozenset({" and ", ", ", ", and ", " or "})


def is_other(line: Line, i: int) -> bool:
    """Is the word part of a longer name, of a compound, or the name of a people, not a state?"""
    chunk = line.chunks[i]
    flat, start, end = line.flat, chunk.start, chunk.end
    lists = line.lexicon.lists
    after, left = flat[end : end + 2], flat[max(0, start - 6) : start]
    if left[-1:] == "-" or left == "thnic ":
        last = flat[max(line.start, start - 8) : start].rstrip(" ").rsplit(" ", 1)[-1].lower()
        if last in lists["places.not_actor_before"]:
            return True
    if after[:1] == "$" or _is_elsewhere(line, i):
        return True  # "US$5 million"
    if chunk.entry.ambiguous and chunk.kind == "S" and _is_local(line, i):
        return True
    if after[:1] == "-":
        found = _LETTERS.match(flat, end + 1)
        if found and found.group().lower() in lists["places.compounds"]:
            return True
    elif after[:1] == " " and after[1:].isupper():
        found = _LETTERS.match(flat, end + 1)
        if found and found.group() in lists["places.geography_after"]:
            return True
    if left.endswith(("of ", "he ")):
        found = _LAST_WORD.search(flat, max(line.start, start - 24), start)
        if found and found.group(1)[0].isupper():
            return found.group(1).lower() in lists["places.geography_before"]
    if not line.is_body:
        return False  # a heading capitalises its verbs too
    if line.kinds[i - 1] == "W" and line.gap(i - 1) in (" ", "-"):
        return _part_of_name(line, i)
    if line.kinds[i + 1] == "P" and line.gap(i) == ", " and chunk.kind in "CP":
        # "Paris, Texas"
        other = set(chunk.entry.ids).isdisjoint(line.chunks[i + 1].entry.ids)
        if other:
            line.register.elsewhere.add(line.text(i))
        return other
    follows = line.kinds[i + 1] == "W" and line.gap(i) == " "
    return follows and (chunk.kind in "CPK" or (chunk.entry.ambiguous and chunk.kind == "S"))


def sent_by(line: Line, i: int) -> bool:
    """Does the title at chunk ``i`` belong to an organisation ("leader of a U.N. team")?

    Then a nationality before it says where the person comes from, and no more.
    """
    return (
        line.kinds[i] == "T" and line.kinds[i + 1] == "O" and line.gap(i) in (" of a ", " of an ")
    )


def _is_elsewhere(line: Line, i: int) -> bool:
    """Is it another city of that name, or where somebody comes from whom others have sent?"""
    chunk = line.chunks[i]
    if chunk.kind in "CP":
        return line.text(i) in line.register.elsewhere
    return chunk.entry.adjective and line.gap(i) == " " and sent_by(line, i + 1)


def _is_local(line: Line, i: int) -> bool:
    """Is it a state of the USA by the office beside it ("Georgia Governor", "Sen. A of …")?"""
    lists = line.lexicon.lists
    after = line.kinds[i + 1] == "T" and line.gap(i) in (" ", "'s ")
    behind = i > 1 and line.kinds[i - 2] == "T" and line.gap(i - 1) == " of "
    beside = [line.chunks[i + 1]] if after else [line.chunks[i - 2]] if behind else []
    titles = [c.entry.title for c in beside if c.entry.title]
    return any(t.head in lists["grammar.local"] for t in titles)


def _part_of_name(line: Line, i: int) -> bool:
    """Is a state's or capital's word behind another capitalised word part of that name?"""
    word = line.text(i - 1)
    chunk = line.chunks[i]
    if word in line.lexicon.lists["places.not_a_state_before"]:
        return True
    first = line.chunks[i - 1].start == line.start
    doubtful = chunk.kind in "CP" or chunk.entry.ambiguous
    if first and " " not in word and word not in line.names.given:
        return doubtful and not word.endswith(("ing", "ed"))
    return doubtful or word.split(" ")[0] in line.names.given


_MOST_JOINED = 12
"""Names looked back over in "in Paris, Oslo and Tehran"."""


def is_place(line: Line, i: int) -> bool:
    """Does a capital say where, not who ("in Paris", "flew to Tehran", "the Moscow summit")?

    One that is joined to another ("in Paris and Tehran") says what that one says.
    """
    said = _says_where(line, i)
    least = max(0, i - _MOST_JOINED)
    while said is None and i > least and line.kinds[i - 1] in "CP":
        if line.flat[line.chunks[i - 1].end : line.chunks[i].start] not in _AND:
            return False
        i -= 1
        said = line.kinds[i] == "P" or _says_where(line, i)
    return bool(said)


def _says_where(line: Line, i: int) -> bool | None:
    """Say whether the words around a capital make it a place; None if they tell nothing."""
    lists = line.lexicon.lists
    chunk = line.chunks[i]
    before = line.before(i, 60)
    after = line.after(i)
    opens = not before.strip(" \"'`(") or (before.endswith("/") and " " not in before)
    if opens and (after.startswith((" (", "/")) or line.text(i).isupper()):
        return True  # a dateline: MOSCOW (AP)
    if after[:1] == "-":
        return True
    if chunk.kind == "K" and line.kinds[i + 1] == "T" and line.gap(i) == " ":
        return False  # "White House press secretary"
    follow = after[1:].split(" ", 1)[0].rstrip(".,;:\"'") if after[:1] == " " else ""
    if follow in lists["government.stands_for"]:
        return False
    if follow in lists["places.nouns"] or (after.startswith("'s ") and _possessed(after, lists)):
        return True
    words = [w.strip(".,;:\"'()`").lower() for w in before.split()]
    last = words[-1] if words else ""
    if last in lists["grammar.articles"] and _modifies(line, i, follow):
        return True
    if last == "the":
        last = words[-2] if len(words) > 1 else ""
    if last in lists["places.before"] or last in lists["places.visited"]:
        return True
    if last in lists["places.directions"]:
        return not lists["places.motion"].isdisjoint(words[-6:-1])
    if last == "of":
        return len(words) > 1 and words[-2] in lists["places.parts"]
    return None


def _modifies(line: Line, i: int, follow: str) -> bool:
    """Does a capital between an article and a noun only say where ("the Oslo peace rally")?"""
    people = line.lexicon.lists["government.nouns"]
    return line.kinds[i] == "C" and follow.isalpha() and follow.islower() and follow not in people


def _possessed(after: str, lists: dict[str, frozenset[str]]) -> bool:
    return after[3:].split(" ", 1)[0].rstrip(".,;:") in lists["places.nouns"]
