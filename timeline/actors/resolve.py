"""Drafts → mentions: the second pass, when everybody in the document has been introduced.

It must not look for new names.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from timeline.actors.bare import bare, is_town
from timeline.actors.drafts import Draft, Role
from timeline.actors.groups import group_at, office_holder, pronoun_at
from timeline.actors.line import Line
from timeline.actors.memory import Memory
from timeline.actors.posts import settle
from timeline.model import Actor, Mention, Span

__all__ = ["resolve"]

_YEAR = re.compile(r"\b([A-Za-z]+)\.?(?: \d{1,2},)? (1[0-9]\d\d|20\d\d)\b")
"""A year and the word before it; "May 9, 1999" too."""


def resolve(
    line: Line, drafts: list[Draft], zone: tuple[int, int] | None, memory: Memory
) -> list[Mention]:
    """Give the drafts of one sentence their actors, and note them in memory.

    Args:
        line: The sentence.
        drafts: What the first pass found in it, in text order; pronouns included.
        zone: Where the sentence names its source.
        memory: Whom the document named before.
    """
    mentions: list[Mention] = []
    register = line.register
    for draft in drafts:
        kind, key = draft.kind, draft.key
        if kind == "state":
            actor = register.state(key)
        elif kind == "group":
            mentions += _group(line, int(key), memory)
            continue
        elif kind == "pair":
            span = Span(draft.start, draft.end)
            pair = memory.pair(register.state)
            mentions += [Mention(span, actor, "pronoun", span) for actor in pair]
            continue
        else:
            if draft.title is not None and mentions:
                _owned_by(line, draft, mentions[-1])
            found = _actor(line, draft, memory)
            if found is None:
                continue
            key, actor = found
        role: Role = draft.role
        if role == "office" and actor.kind != "person":
            role = "adjective"  # nobody knows whom "Kenya's foreign minister" is; it is not Kenya
        if zone and zone[0] <= draft.start < zone[1] and role != "place":
            role = "source"
        span = Span(draft.start, draft.end)
        whole = draft.head_start == draft.start and draft.head_end == draft.end
        head = span if whole else Span(draft.head_start, draft.head_end)
        if not line.is_body and mentions and _continues(line, mentions[-1], actor, span):
            span = head = Span(mentions.pop().span.start, span.end)
        mentions.append(Mention(span, actor, role, head))
        if role != "place" and line.flat[draft.start - 8 : draft.start] != " inside ":
            memory.note(key, actor, draft.start, draft.end)
    memory.between = _between(line, mentions) or memory.between
    return mentions


def _between(line: Line, mentions: list[Mention]) -> tuple[Actor, ...]:
    """Return the two of "between Peru and Chile", states or organisations."""
    for one, other in pairwise(m for m in mentions if m.actor.kind != "person"):
        before = line.flat[max(line.start, one.span.start - 14) : one.span.start].split()[-2:]
        joined = line.flat[one.span.end : other.span.start] in (" and ", " and the ")
        if joined and "between" in before:
            return one.actor, other.actor
    return ()


def _owned_by(line: Line, draft: Draft, last: Mention) -> None:
    """Let "his foreign minister, Ana Pérez," be of the state of whom "his" means."""
    owner = last.actor.country or ""
    ends = last.role == "pronoun" and last.span.end == draft.start - 1
    if ends and owner and not draft.of and draft.kind in ("person", "surname"):
        known = line.register.known.get(draft.key)
        draft.of = owner
        if known is not None and known.person is None and draft.title is not None:
            line.register.learn(draft.key, title=draft.title, of=owner)


def _continues(line: Line, last: Mention, actor: Actor, span: Span) -> bool:
    """Is it the next word of the same person's name?"""
    return last.actor is actor and line.flat[last.span.end : span.start] == " "


def _actor(line: Line, draft: Draft, memory: Memory) -> tuple[str, Actor] | None:
    register = line.register
    kind = draft.kind
    if kind == "organisation":
        return draft.key, register.organisation(draft.key)
    if kind == "person":
        settle(line, draft, draft.key)
        return draft.key, register.actor(draft.key)
    if kind == "surname":
        return _surname(line, draft, memory)
    if kind == "office":
        return _office(line, draft, memory)
    named = pronoun_at(line, int(draft.key), memory)
    if named:
        register.learn_gender(named.key, line.text(int(draft.key)))
    return (named.key, named.actor) if named else None


def _surname(line: Line, draft: Draft, memory: Memory) -> tuple[str, Actor] | None:
    register = line.register
    name = draft.key
    title = draft.title
    keys = register.by_name(name)
    if title and title.royal:
        keys = [k for k in keys if _is_royal(line, k)]
    elif keys and title:
        keys = [k for k in keys if k not in register.known or register.known[k].kind == "person"]
        offices = [
            k for k in keys
            if title.office and any(o == title.office for o, _ in register.known[k].offices)
        ]  # fmt: skip
        keys = offices or keys
        if title.office and not offices and (held := _holder(line, draft)):
            return held
    if keys and title is None and is_town(line, draft):
        return None
    if keys:
        key = keys[0] if len(keys) == 1 else memory.latest(keys)
        if key not in register.known:
            return key, register.organisation(key)
        if title and register.known[key].kind == "person":
            register.learn(key, title=title, of=draft.of)
        _widen(line, draft)
        return key, register.actor(key)
    return _from_data(line, draft)


def _holder(line: Line, draft: Draft) -> tuple[str, Actor] | None:
    """Return who of that name has the office, where another one has been named."""
    register, title = line.register, draft.title
    if title is None or " " in draft.key:
        return None
    key = register.from_data(draft.key, title.office, draft.of, in_office=True)
    has = key is not None and any(o == title.office for o, _ in register.known[key].offices)
    return (key, register.actor(key)) if key and has else None


def _is_royal(line: Line, key: str) -> bool:
    known = line.register.known.get(key)
    return known is not None and not {"monarch", "crown prince"}.isdisjoint(
        office for office, _ in known.offices
    )


def _from_data(line: Line, draft: Draft) -> tuple[str, Actor] | None:
    register, title, name = line.register, draft.title, draft.key
    if title is None:
        key = bare(line, draft)
    else:
        words = name.split(" ")
        office = "" if title.kind == "honorific" else title.office
        key = register.from_data(words[-1] if len(words) < 4 else name, office, draft.of)
        if key is None:
            label = f"{title.phrase.title()} {name}" if title.royal else name
            key = register.add_other(label, "person", None)
            register.learn(key, title=title, of=draft.of)
            register.add_alias(name, key)
            settle(line, draft, key)
    return (key, register.actor(key)) if key else None


def _widen(line: Line, draft: Draft) -> None:
    """Take in the particle before a surname ("bin Laden", "al-Assad")."""
    before = line.flat[max(line.start, draft.start - 9) : draft.start].lower()
    if not before.endswith(line.lexicon.kept_particles):
        return
    for particle in line.lexicon.kept_particles:
        if before == particle or before.endswith((" " + particle, "'" + particle)):
            draft.start -= len(particle)
            draft.head_start -= len(particle)
            return


def _office(line: Line, draft: Draft, memory: Memory) -> tuple[str, Actor] | None:
    title = draft.title
    if title is None:
        return None
    if not draft.of:
        named = office_holder(line, title, memory)
        return (named.key, named.actor) if named else None
    register = line.register
    key = register.holder(draft.of, title.office) if title.office else None
    key = key or register.titled(draft.of, title.head)
    if key and not (title.office and _another_year(line, key, title.office, draft.of)):
        return key, register.actor(key)
    if not title.office:
        return None  # "the Iraqi ambassador": the nationality's own mention stands for it
    if draft.of in line.names.states:
        return draft.of, line.register.state(draft.of)
    return draft.of, line.register.organisation(draft.of)


def _another_year(line: Line, key: str, office: str, of: str) -> bool:
    """Does the sentence tell of a year in which somebody else, or nobody known, held the office?"""
    day, known = line.register.dct, line.register.known[key]
    if day is None or known.person is None:
        return False
    dating = line.lexicon.lists["grammar.before_year"]
    found = _YEAR.finditer(line.flat, line.start, line.end)
    year = next((int(m[2]) for m in found if m[1].lower() in dating), day.year)
    if year == day.year:
        return False
    terms = [t for t in known.person.terms if (t.office, t.of) == (office, of)]
    return not any(t.covers(date(year, 1, 1)) and t.covers(date(year, 12, 31)) for t in terms)


def _group(line: Line, i: int, memory: Memory) -> list[Mention]:
    found = group_at(line, i, memory)
    if not found:
        return []
    start, end, meant = found
    span = Span(start, end)
    for named in meant:
        memory.note(named.key, named.actor, start, end)
    return [Mention(span, named.actor, "pronoun", span) for named in meant]
