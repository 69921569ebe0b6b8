"""Where a story plays: whose police "the police" are, and whose "Foreign Minister Ana Pérez" is.

A dateline says it, or the state that the story opens with; in a sentence "In Oslo, …" does.
It must not make anybody a party: that a place is named does not mean that it acts.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actors.drafts import Draft
from timeline.actors.gazetteer import Gazetteer
from timeline.actors.line import Line
from timeline.actors.scan import Chunk, scan
from timeline.actors.states import pick_state
from timeline.model import Document, Span

__all__ = ["dateline", "homes", "opened_in"]

_LONGEST_DATELINE = 80


def homes(
    document: Document, flat: str, lines: Sequence[Line], drafts: Sequence[Sequence[Draft]]
) -> tuple[tuple[str, ...], str]:
    """Return the states where the story may play, the likeliest first.

    Returns:
        The candidates for whose office holders the text introduces, and the one state whose
        police "the police" are; empty where the text does not say.
    """
    at = next((i for i, line in enumerate(lines) if line.is_body), -1)
    if at < 0:
        return (), ""
    opening = [d for d in drafts[at] if d.role != "place"]
    named = list(dict.fromkeys(s for d in opening if (s := _state_of(d, lines[at]))))
    found = dateline(document, flat, lines[at])
    written = found[0] if found else ""
    if written not in named and (
        written in lines[at].lexicon.lists["places.hubs"] or _opens(lines[at], opening)
    ):
        written = ""
    if not found and (len(named) > 1 or _tells_of_two(lines[:at], drafts[:at])):
        return (), ""
    candidates = tuple(dict.fromkeys([*([written] if written else []), *named]))
    return candidates, written or (named[0] if len(named) == 1 else "")


def _tells_of_two(lines: Sequence[Line], drafts: Sequence[Sequence[Draft]]) -> bool:
    """Do the title and headings before the story name two states, so that it plays in neither?"""
    both = zip(lines, drafts, strict=True)
    return len({s for line, found in both for d in found if (s := _state_of(d, line))}) > 1


def _opens(line: Line, opening: Sequence[Draft]) -> bool:
    """Does the story's first sentence open with a state, so that it is that one's story?"""
    before = line.flat[line.start : opening[0].start] if opening else "."
    return before in ("", "The ") and bool(_state_of(opening[0], line))


def _state_of(draft: Draft, line: Line) -> str:
    if draft.kind == "state":
        return draft.key
    if draft.kind == "organisation":
        entry = line.names.organisations.get(draft.key, {})
        return draft.key if entry.get("kind") == "bloc" and entry.get("state") else ""
    known = line.register.known.get(draft.key)
    code = known.country if known and draft.kind == "person" else draft.of
    return code if code in line.names.states else ""


def dateline(document: Document, flat: str, line: Line) -> tuple[str, Span] | None:
    """Return the state of the dateline right before a sentence, and the words that name it.

    Of "OSLO, Norway" it is the last place, a land inside a state or the state itself.
    """
    before = [s for s in document.sentences if s.span.end <= line.start][-1:]
    if not before or before[0].kind != "boilerplate" or line.start - before[0].span.end > 2:
        return None
    span = before[0].span
    if span.end - span.start > _LONGEST_DATELINE:
        return None
    chunks, _ = scan(flat, span.start, span.end, line.names, line.lexicon)
    places = [c for c in chunks if c.kind in "SCP" or _is_land(c, line.names)]
    if not places:
        return None
    several = flat[places[0].end : places[0].end + 1] == "/"  # "OSLO/BERGEN": the first
    last = places[0] if several else places[-1]
    named = last.entry.ids[0] if last.kind == "O" else pick_state(line, last.entry.ids)
    return named, Span(last.start, last.end)


def _is_land(chunk: Chunk, names: Gazetteer) -> bool:
    """Is it a land inside a state that acts by itself ("Northern Ireland")?"""
    if chunk.kind != "O":
        return False
    entry = names.organisations[chunk.entry.ids[0]]
    return bool(entry["kind"] == "bloc" and entry.get("state"))


def opened_in(line: Line) -> str:
    """Return the state of "In Oslo, …" or "In Norway on Monday, …", empty where none opens it."""
    if not line.chunks or line.chunks[0].kind not in "SCP":
        return ""
    first = line.chunks[0]
    if line.flat[line.start : first.start] not in ("In ", "In the "):
        return ""
    comma = line.flat.find(",", first.end, first.end + 24)
    return pick_state(line, first.entry.ids) if comma >= 0 else ""
