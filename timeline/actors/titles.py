"""Title phrases in a sentence, and the state or organisation they belong to.

It must not look at names; people.py joins the two.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.actors.context import is_other, sent_by
from timeline.actors.line import Line
from timeline.actors.organisations import read_unknown
from timeline.actors.portfolios import OF_POST, in_charge, is_portfolio
from timeline.actors.states import pick_state
from timeline.actors.words import Title

__all__ = [
    "TitleGroup",
    "owner_id",
    "stands_alone",
    "title_group",
]

_OWNER_KINDS = "SACOK"
_PORTFOLIO = frozenset({" ", " and ", " & ", ", ", " for ", " of "})

_MORE = frozenset({" and ", " & ", ", "})
_NEAR, _FAR = 10, 24
"""Characters between a title and the name after it, or the owner before it, at most."""


@dataclass(slots=True)
class TitleGroup:
    """One or more title words that stand together, with their owner."""

    first: int
    """Index of the first title chunk."""
    last: int
    """Index of the last title chunk."""
    title: Title
    """The one that counts."""
    former: bool
    """A past holder, a deputy, an elect: the office says nothing about who holds it."""
    start: int
    """First character, of the owner where it stands before ("Russian", "Ukraine's")."""
    owner: str
    """State or organisation id; empty where none is told."""
    owner_at: int
    """Index of the owner's chunk, -1 where none."""
    end_index: int
    """Index of the last chunk, an owner after "of" included."""
    plural: bool
    past: bool = False
    """A past holder, and no deputy or elect: acts for nobody now."""


def title_group(line: Line, i: int) -> TitleGroup:
    """Read the title phrase that begins at chunk ``i`` and find whose title it is."""
    last = i
    while line.kinds[last + 1] == "T" and line.gap(last) in (" ", ". ", "-"):
        last += 1
    title, former = _counting(line, i, last)
    group = TitleGroup(i, last, title, former, line.chunks[i].start, "", -1, last, title.plural)
    _portfolio(line, group)
    _portfolio_after(line, group)
    if not sent_by(line, last):
        _owner_before(line, group)
    if not group.owner:
        _owner_after(line, group)
    elif line.gap(last) in line.lexicon.lists["grammar.posted"]:
        group.end_index += line.kinds[last + 1] in ("S", "O", "C")
    group.owner = group.owner or line.lexicon.states_of.get(title.phrase, "")
    words = line.flat[max(line.start, group.start - 14) : line.chunks[group.first].start].lower()
    group.past = not line.lexicon.past.isdisjoint(words.split())
    group.former = group.former or group.past
    return group


def _counting(line: Line, first: int, last: int) -> tuple[Title, bool]:
    """Choose the title that counts of several in a row ("President General …", "Deputy …")."""
    titles = [t for j in range(first, last + 1) if (t := line.chunks[j].entry.title)]
    if titles[0].office and titles[-1].kind in ("rank", "honorific"):
        return titles[0], False
    former = not line.lexicon.lists["modifiers.deputy"].isdisjoint(t.phrase for t in titles[:-1])
    return titles[-1], former


def _portfolio(line: Line, group: TitleGroup) -> None:
    """Take in a minister's portfolio ("Planning and Investment Minister")."""
    if group.title.office or not in_charge(group.title):
        return
    j = group.first
    while line.kinds[j - 1] == "W" and line.gap(j - 1) in _PORTFOLIO and j - 1 not in line.used:
        if line.gap(j - 1) == ", " and line.kinds[j] == "T":
            break
        j -= 1
        line.used.add(j)
    if j < group.first:
        group.start = line.chunks[j].start
        group.first = j


def _portfolio_after(line: Line, group: TitleGroup) -> None:
    """Take in a minister's portfolio behind the title ("Minister of Culture and Sports")."""
    heads, gaps = group.title.phrase.split(), OF_POST
    if not in_charge(group.title):
        return
    if len(heads) > 1:
        gaps = _MORE  # "Minister of Foreign Affairs and Trade"
    j = group.last
    while line.gap(j) in gaps and line.kinds[j + 1] == "W":
        if not is_portfolio(line.text(j + 1), line.lexicon):
            break
        j, gaps = j + 1, _MORE
        line.used.add(j)
        group.end_index = j


def _owner_before(line: Line, group: TitleGroup) -> None:
    """Find "Russian …", "Ukraine's new …", "NATO …", "UN …" before the title."""
    j = group.first - 1
    between = line.lexicon.before_title
    if line.kinds[j] == "W" and all(w.lower() in between for w in line.text(j).split(" ")):
        j -= 1  # "Iraqi Foreign Ministry spokesman"
    abbreviation = line.kinds[j] == "W" and line.text(j).isupper() and _body(line, j)
    if not line.kinds[j] or not (line.kinds[j] in _OWNER_KINDS or abbreviation):
        return
    if line.kinds[j] == "S" and line.chunks[j].entry.ambiguous and is_other(line, j):
        return  # "Georgia Governor …"
    gap = line.flat[line.chunks[j].end : group.start]
    for mark in ("'s ", "' ", " "):
        if gap.startswith(mark):
            rest = gap[len(mark) :].split()
            break
    else:
        return
    words = [w.lower() for w in rest]
    if not all(w in between or "-" in w for w in words):
        return  # any compound may describe a leader: "far-right", "pro-democracy"
    group.former = group.former or any(w in line.lexicon.past for w in words)
    if line.kinds[j] == "C" and gap[0] == " ":
        return
    group.owner, group.owner_at = abbreviation[0] if abbreviation else owner_id(line, j), j
    group.start = line.chunks[j].start
    first = line.before(j, 14).rstrip(" ").rsplit(" ", 1)[-1].lower().strip("\"'`(")
    group.former = group.former or first in line.lexicon.past


def _owner_after(line: Line, group: TitleGroup) -> None:
    """Find "… of Ukraine", "… of the UN", "… at the Russian … Council" after the title."""
    j = group.end_index + 1
    owners = line.lexicon.lists["grammar.owner"]
    if group.title.kind == "honorific" or line.gap(group.end_index) not in owners:
        return
    if line.kinds[j] == "W" and j not in line.used:
        group.owner, group.end_index = _body(line, j) or ("", group.end_index)
        group.owner_at = j if group.owner else -1
    if line.kinds[j] in ("S", "A", "O"):
        if line.kinds[j] != "O" and line.kinds[j + 1] == "O" and line.gap(j) in (" ", "'s "):
            j += 1  # "director of the U.S. Federal Bureau of Investigation"
        group.owner, group.owner_at, group.end_index = owner_id(line, j), j, j


def _body(line: Line, j: int) -> tuple[str, int] | None:
    """Return the organisation that a run of capitals names, and its last chunk.

    The run is left for its own mention to be read.
    """
    known = [k for k in line.register.by_name(line.text(j)) if _is_body(line, k)]
    if known:
        return (known[0], j) if len(known) == 1 else None
    used = set(line.used)
    body = read_unknown(line, j)
    line.used = used
    if body is None or body.kind == "group":
        return None
    return body.key, next(k for k in range(j, len(line.chunks)) if line.chunks[k].end >= body.end)


def _is_body(line: Line, key: str) -> bool:
    known = line.register.known.get(key)
    return known.kind != "person" if known else key in line.names.organisations


def owner_id(line: Line, j: int) -> str:
    """Return the id of the state or organisation a chunk names."""
    chunk = line.chunks[j]
    if chunk.kind == "O":
        return chunk.entry.ids[0]
    return pick_state(line, chunk.entry.ids)


def stands_alone(line: Line, i: int) -> bool:
    """Is no name, title or owner near the title, nor "the" before it? Most titles end here."""
    chunks, start, end = line.chunks, line.chunks[i].start, line.chunks[i].end
    if line.kinds[i + 1] and chunks[i + 1].start - end <= _NEAR:
        return False
    if i and start - chunks[i - 1].end <= _FAR:
        return False
    return "the " not in line.flat[max(line.start, start - _FAR) : start].lower()
