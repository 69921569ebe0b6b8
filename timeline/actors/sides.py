"""Which mentions are the two sides of what a sentence mainly tells, and which are background.

It must not find or link anything; it reads the order of mentions that are already linked.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actors.words import words
from timeline.model import Document, Mention

__all__ = ["sides"]

_SIDES = 2
_ASIDE_ROLES = ("place", "source")


def sides(document: Document, mentions: Sequence[Mention]) -> tuple[bool, ...]:
    """Say of every mention whether its state takes part in what its sentence mainly tells.

    A sentence tells who does something to or with whom. The first two parties named are taken
    as these; parties named together ("Iran and Turkey") are one side. What comes third is
    background ("… rejected a demand to cut ties with Z"). A place counts where fewer than two
    are named, a source where nobody else is; a seat of world bodies ("in Geneva") never.

    Args:
        document: The text the mentions point into.
        mentions: What ``find`` returned for it, all or some, in text order.

    Returns:
        One answer per mention.
    """
    out = [False] * len(mentions)
    first = 0
    for sentence in document.sentences:
        start = first
        while first < len(mentions) and mentions[first].span.start < sentence.span.end:
            first += 1
        if start < first:
            _mark(document.text, sentence.span.start, mentions, range(start, first), out)
    return tuple(out)


def _mark(text: str, start: int, mentions: Sequence[Mention], here: range, out: list[bool]) -> None:
    """Mark the mentions of one sentence."""
    if _is_simple(mentions, here):
        out[here.start : here.stop] = [True] * len(here)
        return
    parties: list[set[str]] = []
    core = [i for i in here if mentions[i].role not in _ASIDE_ROLES]
    last = -1
    for i in core:
        party = _party(mentions[i])
        if party is None:
            out[i] = True
            continue
        side = next((s for s in parties if party in s), None)
        if side is None and not _is_aside(text, start, mentions, last, i):
            if last >= 0 and _together(text, mentions, last, i):
                beside = _party(mentions[last])
                side = next((s for s in parties if beside in s), None)
            elif len(parties) < _SIDES:
                side = set()
                parties.append(side)
            if side is not None:
                side.add(party)
        out[i] = side is not None
        last = i
    for role in _ASIDE_ROLES:
        _fill(mentions, here, role, parties, out)


def _is_simple(mentions: Sequence[Mention], here: range) -> bool:
    """Is there one party at most, and no place or source?"""
    one: str | None = None
    for i in here:
        mention = mentions[i]
        if mention.role in _ASIDE_ROLES:
            return False
        actor = mention.actor
        party = actor.country or (None if actor.kind == "person" else actor.actor_id)
        if one is None:
            one = party
        elif party is not None and party != one:
            return False
    return True


def _fill(
    mentions: Sequence[Mention], here: range, role: str, parties: list[set[str]], out: list[bool]
) -> None:
    """Let places make up two sides, and sources one."""
    wanted = _SIDES if role == "place" else 1
    for i in here:
        mention = mentions[i]
        party = _party(mention)
        if mention.role != role or party is None:
            continue
        if len(parties) < wanted and not (role == "place" and _hosts(mention)):
            parties.append({party})
        out[i] = any(party in side for side in parties)


def _party(mention: Mention) -> str | None:
    """Return the state or organisation behind a mention; None for a person of unknown state."""
    actor = mention.actor
    return actor.country or (None if actor.kind == "person" else actor.actor_id)


def _together(text: str, mentions: Sequence[Mention], last: int, i: int) -> bool:
    """Are two mentions joined by "and", a comma or a hyphen, as owner and owned, or by one word?

    One word for both is "the two countries".
    """
    one, other = mentions[last], mentions[i]
    if one.span == other.span:
        return True
    gap = text[one.span.end : other.span.start]
    if gap.strip() in words().lists["grammar.joined"]:
        return True
    if one.actor.country is None and other.actor.country is None and gap in ("'s ", "’s "):
        return True
    before = text[max(0, one.span.start - 32) : one.span.start]
    return "between " in before and " and " in gap and len(gap) < 40


def _is_aside(text: str, start: int, mentions: Sequence[Mention], last: int, i: int) -> bool:
    """Is the mention inside "…, a key ally of X, …", which explains somebody already named?"""
    if last < 0:
        return False
    span = mentions[i].span
    before = text[max(start, mentions[last].span.end) : span.start]
    end = text.find(",", span.end, span.end + 90)
    comma = max(before.rfind(","), 0)
    return end >= 0 and before.startswith(tuple(words().lists["grammar.aside"]), comma)


def _hosts(mention: Mention) -> bool:
    """Is the mention of a state whose cities house world bodies and their meetings?"""
    return mention.actor.country in words().lists["places.hosts"]
