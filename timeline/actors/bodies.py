"""Nouns for bodies of people that say no owner ("the inspectors", "police") → whose they are.

"U.N. inspectors arrived. The inspectors …" are the United Nations'; "Police arrested two men" are
the police of the state where the story plays. It must not guess: a body that the text has not
told of, and that no state has by itself, is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.actors.line import Line
from timeline.actors.memory import Memory
from timeline.actors.people_data import plain
from timeline.actors.scan import Chunk
from timeline.model import Actor, Mention, Span

__all__ = ["read_bodies"]

_AFTER = re.compile(
    r" (?:of|from|in) (?:the )?(?:(?:central|downtown|nearby|(?:north|south|east|west)(?:ern)?) )?"
)
"""What leads from a body to whose it is ("police in central Oslo")."""
_FAR = 24
"""Characters between an owner and its body at most ("U.N. nuclear weapons inspectors")."""
_IN = re.compile(r"\b[Ii]n (?:the )?(?:(?:neighbou?ring|nearby|(?:north|south|east|west)ern) )?$")
_SCENE = 24
"""Characters before a place in which "in" may stand."""
_WORDS = 2
_LED_BY = re.compile(r",? (?:led|headed|commanded|chaired) by ")
_LEADS = re.compile(r" (?:led|leads|heads|headed|commands|commanded|leading|heading) [^,;]*$")
_LED_FAR = 48
"""Characters between the verb for leading and the body at most."""
_OTHERS = frozenset({"other", "others", "another", "foreign", "new", "his", "her", "their"})
_INDEFINITE = frozenset({"a", "an"})


def read_bodies(
    line: Line, mentions: Sequence[Mention], memory: Memory, home: str
) -> list[Mention]:
    """Return mentions for the bodies of a sentence whose owner is told elsewhere.

    Args:
        line: The sentence.
        mentions: What it names, in text order.
        memory: Whom the document named before; learns whose the bodies here are.
        home: Id of the state where the story plays; empty where unclear.
    """
    out: list[Mention] = []
    for body in line.bodies:
        word = line.flat[body.start : body.end].lower()
        owner = _owner(line, body, mentions)
        if owner is not None and owner.actor.kind != "person":
            memory.bodies[word] = owner.actor
        if word in line.lexicon.lists["bodies.led"] and word in memory.bodies:
            _note_leader(line, body, memory.bodies[word], mentions)
        if owner is not None and not _is_local(line, body, word, owner):
            continue
        told = [owner.actor] if owner else _whose(line, body, word, mentions, memory, home)
        for actor in told:
            span = Span(body.start, body.end)
            out.append(Mention(span, actor, "adjective", span))
    return out


def _is_local(line: Line, body: Chunk, word: str, owner: Mention) -> bool:
    """Is the place by a body its state too ("police in Lima"), the body no odd one ("a police")?"""
    lists = line.lexicon.lists
    led = line.flat[line.start : body.start].lower().split()[-_WORDS:]
    odd = not lists["bodies.not_the_same"].isdisjoint(led)
    return owner.role == "place" and word in lists["bodies.local"] and not odd


def _note_leader(line: Line, body: Chunk, owner: Actor, mentions: Sequence[Mention]) -> None:
    """Let who leads a body act for its owner: "the UN team, led by X", "X led his team"."""
    people = [m for m in mentions if m.actor.kind == "person" and m.role == "name"]
    found = _LED_BY.match(line.flat, body.end, line.end)
    if found is not None:
        leaders = [m for m in people if m.head.start >= found.end()][:1]
        clear = leaders and "," not in line.flat[found.end() : leaders[0].span.start]
    else:
        before = line.flat[max(line.start, body.start - _LED_FAR) : body.start]
        led = _LEADS.search(before)
        at = body.start - len(before) + led.start() if led else 0
        leaders = [m for m in people if m.span.end <= at][-1:]
        gap = line.flat[leaders[0].span.end : at] if leaders else "-"
        clear = gap.strip() in ("", "who", ", who")
    known = line.register.known.get(plain(leaders[0].actor.label)) if leaders and clear else None
    is_known = owner.actor_id in line.names.states or owner.actor_id in line.names.organisations
    if known is not None and is_known:
        known.serves.setdefault(owner.actor_id)


def _owner(line: Line, body: Chunk, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that says whose the body is, before or after it."""
    before = after = None
    for mention in mentions:
        if mention.span.start <= body.start < mention.span.end:
            return mention
        if mention.span.end <= body.start:
            before = mention
        elif after is None:
            after = mention
    if before is not None and _owns(line, before, body):
        return before
    if after is not None and _AFTER.fullmatch(line.flat, body.end, after.span.start):
        return after
    return None


def _owns(line: Line, mention: Mention, body: Chunk) -> bool:
    """Is all between a name and a body part of its phrase ("Iraq's elite", "U.N. weapons")?"""
    gap = line.flat[mention.span.end : body.start]
    if len(gap) > _FAR or gap[-1:] != " ":
        return False
    possessive = gap.startswith(("'s ", "' "))
    words = gap.split()[1:] if possessive else gap.split()
    if possessive or mention.role == "pronoun":
        return len(words) <= _WORDS
    lists = line.lexicon.lists
    return len(words) <= _WORDS and all(
        w.isalpha() and not w.endswith("ed") and w not in lists["grammar.no_modifier"]
        for w in words
    )


def _whose(
    line: Line, body: Chunk, word: str, mentions: Sequence[Mention], memory: Memory, home: str
) -> list[Actor]:
    """Return whose a body is that says no owner: those told of before, or where it plays."""
    lists = line.lexicon.lists
    led = line.flat[line.start : body.start].lower().replace("`", " ").split()[-_WORDS - 1 :]
    last = led[-1].strip("\"'(") if led else "the"
    known = memory.bodies.get(word)
    if known is not None and word in lists["bodies.missions"] and last not in _OTHERS:
        return [known]
    if last == "its":
        return _its(body, mentions)
    if last in lists["bodies.not_the_same"] or last[-1:].isdigit() or last.endswith(("'s", "s'")):
        return []
    if word in lists["bodies.adjectives"] and last != "the":
        return []
    if not _INDEFINITE.isdisjoint(led) or _describes(line, body):
        return []
    if known is not None and last == "the":
        return [known]
    if (word in lists["bodies.sides"] or word in lists["bodies.pairs"]) and last == "the":
        return memory.pair(line.register.state)
    if word not in lists["bodies.domestic"] and word not in lists["bodies.phrases"]:
        return []
    own = _home(line, home)
    if own is not None and _borders(line, own, mentions):
        return []
    here = [m.actor for m in mentions if m.actor.kind in ("state", "bloc") and _is_scene(line, m)]
    if here and (own is None or here[0].country != own.country):
        return here[:1]
    return [] if own is None else [own]


def _its(body: Chunk, mentions: Sequence[Mention]) -> list[Actor]:
    """Return whose "its police" are: of the only state or organisation named before them."""
    before = [m for m in mentions if m.span.end < body.start and m.role not in ("place", "source")]
    named = {m.actor.actor_id: m.actor for m in before if m.actor.kind != "person"}
    return list(named.values()) if len(named) == 1 else []


def _borders(line: Line, own: Actor, mentions: Sequence[Mention]) -> bool:
    """Does it happen in a place that borders the story's state, so elsewhere?"""
    return any(
        m.actor is own
        and line.flat[max(line.start, m.span.start - 14) : m.span.start].endswith(
            (" bordering ", " borders ")
        )
        for m in mentions
    )


def _home(line: Line, home: str) -> Actor | None:
    """Return the state, or the land inside one, where the story plays."""
    if not home:
        return None
    if home in line.names.states:
        return line.register.state(home)
    return line.register.organisation(home)


def _describes(line: Line, body: Chunk) -> bool:
    """Is the body only part of a title ("opposition candidate Ana Pérez")?"""
    return any(c.kind == "T" and c.start == body.end + 1 for c in line.chunks)


def _is_scene(line: Line, mention: Mention) -> bool:
    """Does a state or city stand after "in": where it happens ("in neighbouring Peru, …")?"""
    before = line.flat[max(line.start, mention.span.start - _SCENE) : mention.span.start]
    return _IN.search(before) is not None
