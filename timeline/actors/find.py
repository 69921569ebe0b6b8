"""The two passes over a document: introduce everybody, then link every mention.

It must not hold rules of its own; they are in the modules it calls.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.actors import people, sources
from timeline.actors.bodies import read_bodies
from timeline.actors.context import is_place
from timeline.actors.drafts import Draft
from timeline.actors.gazetteer import gazetteer
from timeline.actors.home import dateline, homes
from timeline.actors.introduced import introduce
from timeline.actors.line import Line
from timeline.actors.memory import Memory
from timeline.actors.names import is_surname
from timeline.actors.organisations import read_known, read_unknown
from timeline.actors.portfolios import parted
from timeline.actors.posts import served
from timeline.actors.register import Register
from timeline.actors.resolve import resolve
from timeline.actors.scan import flatten, scan
from timeline.actors.sides import sides
from timeline.actors.states import read_states
from timeline.actors.usage import Usage
from timeline.actors.words import words
from timeline.model import Document, Mention, Span

__all__ = ["find"]


def find(document: Document, *, dct: date | None) -> tuple[Mention, ...]:
    """Find every mention of an actor and link it.

    Args:
        document: The text with its sentences; boilerplate is passed over.
        dct: Document creation time; it says who "the Russian president" is. None: only the
            text itself can say.

    Returns:
        Mentions in text order. They do not overlap, except that a state's adjective may stand
        inside a person's span, and that "both presidents" is one mention for each.
    """
    names, lexicon = gazetteer(), words()
    register = Register(names, lexicon, dct)
    flat = flatten(document.text)
    wanted = [s for s in document.sentences if s.kind != "boilerplate"]
    scanned = [scan(flat, s.span.start, s.span.end, names, lexicon) for s in wanted]
    found = [(parted(chunks, flat, lexicon, names.given), bodies) for chunks, bodies in scanned]
    usage = register.usage = Usage(flat, (chunks for chunks, _ in found))
    lines = [
        Line(flat, s.span.start, s.span.end, chunks, bodies, is_body=s.kind == "body", names=names,
             lexicon=lexicon, register=register, usage=usage)
        for s, (chunks, bodies) in zip(wanted, found, strict=True)
    ]  # fmt: skip
    drafts = [read_line(line) for line in lines]
    introduce(lines, drafts)
    places, home = homes(document, flat, lines, drafts)
    memory = Memory()
    mentions: list[Mention] = []
    for line, drafted in zip(lines, drafts, strict=True):
        memory.next_sentence()
        line.homes = places if mentions else ()
        zone = sources.zone(flat, line.start, line.end) if drafted else None
        named = _clean(resolve(line, drafted, zone, memory))
        if line.bodies and line.is_body:
            named = _clean([*named, *read_bodies(line, named, memory, home)])
        mentions += named
    parts = sides(document, mentions)
    acting = served(register, names)
    done = [
        m
        if part and m.actor.actor_id not in acting
        else Mention(m.span, m.actor, m.role, m.head, part, acting.get(m.actor.actor_id, ()))
        for m, part in zip(mentions, parts, strict=True)
    ]
    opening = next((line for line in lines if line.is_body), None)
    written = _dateline(document, flat, opening) if opening else []
    before = sum(m.span.start < opening.start for m in done) if written and opening else 0
    return (*done[:before], *written, *done[before:])


def _dateline(document: Document, flat: str, line: Line) -> list[Mention]:
    """Mention the place of the dateline before the story's first sentence, as a mere place."""
    found = dateline(document, flat, line)
    if found is None:
        return []
    register = line.register
    state = found[0] in line.names.states
    actor = register.state(found[0]) if state else register.organisation(found[0])
    return [Mention(found[1], actor, "place", found[1], takes_part=False)]


def read_line(line: Line) -> list[Draft]:
    """Read the chunks of one sentence into drafts, in text order of their chunks."""
    out: list[Draft] = []
    for i, chunk in enumerate(line.chunks):
        kind = chunk.kind
        if i in line.used and kind in "PCS":
            continue
        if kind in "PCT" and is_surname(line, i) and (kind == "T" or not is_place(line, i)):
            out.append(Draft("surname", chunk.start, chunk.end, line.text(i), "name"))
        elif kind in "SACKP":
            out += read_states(line, i)
        elif kind == "X" or i in line.used:
            continue
        elif kind == "T":
            out += people.read_title(line, i)
        elif kind == "G":
            out.append(_open(line, i))
        elif kind == "O":
            known = read_known(line, i)
            if known:
                out.append(known)
        else:
            named = (kind == "W" and read_unknown(line, i)) or people.read_name(line, i)
            if named:
                out.append(named)
            elif not line.is_body:
                out += people.read_heading(line, i)
    return out


def _open(line: Line, i: int) -> Draft:
    chunk = line.chunks[i]
    lists = line.lexicon.lists
    word = line.text(i).lower()
    single = word in lists["pronouns.male"] or word in lists["pronouns.female"]
    return Draft("pronoun" if single else "group", chunk.start, chunk.end, str(i), "pronoun")


def _clean(mentions: list[Mention]) -> list[Mention]:
    """Put mentions in text order and drop overlaps, but for a state inside a person's span."""
    if _in_order(mentions):
        return mentions
    out: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        last = out[-1] if out else None
        if last is None or mention.span.start >= last.span.end or mention.span == last.span:
            if last is None or mention.span != last.span or mention.role == last.role:
                out.append(mention)
        elif last.actor.kind == "state" and mention.span.start >= last.head.end:
            out[-1] = replace(last, span=Span(last.span.start, last.head.end))
            out.append(mention)
        elif (
            last.actor.kind in ("person", "organisation", "group", "bloc")
            and mention.actor.kind != "person"
            and mention.span.end <= last.head.start
        ):
            out.append(mention)
    return out


def _in_order(mentions: list[Mention]) -> bool:
    """Does every mention begin after the one before has ended? Most sentences end here."""
    reached = -1
    for mention in mentions:
        span = mention.span
        if span.start < reached:
            return False
        reached = span.end
    return True
