"""A clause → the words in it that name who takes no part: who stays out, what is only explained.

"Unlike Uganda, Kenya signed", "Kenya, facing Ugandan troops, signed", "Kenya sent an envoy to
Oslo to talk about Uganda": Uganda does nothing here. It must not know the actors themselves.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from timeline.events.candidates import Candidate
from timeline.events.subjects import Tokens
from timeline.grammar import Parse
from timeline.lexicon import table
from timeline.model import Mention

__all__ = [
    "explained",
    "former",
    "fronted_scene",
    "left_out",
    "others_people",
    "purposes",
    "subject_sides",
    "undergone",
]

_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV", "PREP"})
_NOMINAL = frozenset({"DET", "NOUN", "NAME", "NUM", "PART", "ADV"})
_SKIPPED = frozenset({"DET", "NOUN", "NAME", "POSS", "COORD", "NUM", "ADV", "PART"})
_WHERE = frozenset({"off", "near", "outside"})
_EXPLAINING = frozenset({"who", "which", "whose", "whom", "where"})
_OWNING = frozenset({"NAME", "NOUN", "POSS", "DET", "NUM", "PART"})
_NOTHING: frozenset[int] = frozenset()


def left_out(candidate: Candidate, parse: Parse) -> frozenset[int]:
    """Return the tokens of phrases that say who is not in it: "unlike X", "according to X"."""
    markers = _markers()
    if parse.words.isdisjoint(_first_words()):
        return _NOTHING
    out: set[int] = set()
    for i, word in enumerate(parse.lower):
        if word in markers:
            length = next((len(m) for m in markers[word] if parse.lower[i : i + len(m)] == m), 0)
            if length:
                out.update(range(i, _phrase_end(i + length, parse, fronted=i == 0)))
    return _NOTHING if candidate.token in out else frozenset(out)


def explained(candidate: Candidate, phrase: Tokens | None, parse: Parse) -> frozenset[int]:
    """Return the tokens that only explain a noun: relative clauses, asides after the subject."""
    out: set[int] = set()
    own = parse.segment[candidate.token]
    if candidate.strength == "report" and not parse.words.isdisjoint(_EXPLAINING):
        for i, word in enumerate(parse.lower):
            opens = word in _EXPLAINING and parse.tags[i] == "REL" and parse.segment[i] != own
            if opens and (i == 0 or parse.segment[i - 1] != parse.segment[i]):
                out.update(j for j, n in enumerate(parse.segment) if n == parse.segment[i])
    if phrase is not None and candidate.verb is not None:
        out.update(range(*_between(phrase[1], candidate.verb.first, parse)))
    return frozenset(out)


def _between(end: int, verb: int, parse: Parse) -> Tokens:
    """Return what stands between commas after the subject ("…, the host, …", "…, facing X, …")."""
    if parse.lower[end : end + 1] != [","] or end + 1 >= verb:
        return end, end
    close = next((i for i in range(verb - 1, end, -1) if parse.lower[i] == ","), -1)
    explains = parse.tags[end + 1] in _NOMINAL or parse.lower[end + 1] in _WHERE
    if close < 0 or not explains:
        return end, end
    return end + 1, close


def purposes(candidate: Candidate, named: Set[int], parse: Parse) -> frozenset[int]:
    """Return the tokens after a "to" that says what for, once somebody is named before it.

    "… extended its ban to Peru to hurt Chile"; but "asked Peru to leave Chile" is asked of both.

    Args:
        candidate: The event's word.
        named: Tokens that begin the mentions of the sentence.
        parse: The sentence.
    """
    if candidate.verb is None or candidate.noun:
        return _NOTHING
    words = _words()
    for other in parse.verbs:
        start = other.first
        if other.form != "infinitive" or start <= candidate.token + 1:
            continue
        if parse.lower[start] != "to" and parse.lower[start - 1] == "to":
            start -= 1
        owner = max((v.head for v in parse.verbs if v.head < start), default=candidate.token)
        between = range(owner + 1, start)
        asked = any(v.lemma in words["asking"] for v in parse.verbs if v.head == owner)
        content = parse.lower[start - 1] in words["contents"]
        if not asked and not content and not named.isdisjoint(between):
            return frozenset(range(start, len(parse.tags)))
    return _NOTHING


def fronted_scene(candidate: Candidate, first: int, parse: Parse) -> frozenset[int]:
    """Return the tokens of a fronted "In Norway on Monday, …" before the subject's first token."""
    if not parse.lower or parse.lower[0] not in ("in", "at", "near", "outside"):
        return _NOTHING
    end = 1
    while end < first and parse.tags[end] in ("DET", "NAME", "NOUN"):
        end += 1
    return _NOTHING if candidate.token < end else frozenset(range(end))


def subject_sides(
    phrase: Tokens, parse: Parse, *, strikes: bool
) -> tuple[frozenset[int], frozenset[int]]:
    """Return, of a subject phrase, the tokens that are acted upon and those that do neither.

    "The attack on Kenya …" is no act of Kenya; neither is what "rebels in Kenya" or "the envoy
    to Kenya" do.

    Args:
        phrase: The subject.
        parse: The sentence.
        strikes: Is the act one that strikes where it happens ("rebels in Kenya attacked")?
    """
    words = _words()
    upon: set[int] = set()
    neither: set[int] = set()
    for i in range(phrase[0] + 1, phrase[1]):
        word, before = parse.lower[i], parse.lower[i - 1]
        if word not in ("on", "against", "in", "to"):
            continue
        end = i + 1
        while end < phrase[1] and parse.tags[end] in _SKIPPED:
            end += 1
        if word in ("on", "against"):
            upon.update(range(i, end))
        elif before in words["armed" if word == "in" else "posted"]:
            (upon if strikes and word == "in" else neither).update(range(i, end))
    return frozenset(upon), frozenset(neither - upon)


def others_people(phrase: Tokens, parse: Parse) -> frozenset[int]:
    """Return the tokens of a subject that say whose critic, killer or brother it is."""
    people = _words()["of_person"]
    out: set[int] = set()
    for i in range(*phrase):
        if parse.lower[i] in people and parse.lower[i + 1 : i + 2] == ["of"] and i + 1 < phrase[1]:
            out.update(range(i + 1, phrase[1]))
        elif parse.lower[i] in people:
            first = i
            while first > phrase[0] and parse.tags[first - 1] in _OWNING:
                first -= 1
            out.update(range(first, i))
    return frozenset(out)


def former(heads: Sequence[int], mentions: Sequence[Mention], parse: Parse) -> frozenset[int]:
    """Return the tokens of a nationality that somebody no longer serves ("a former Kenyan envoy").

    Args:
        heads: The token at which each mention's own name begins.
        mentions: The mentions of the sentence.
        parse: The sentence.
    """
    past = _words()["past"]
    both = zip(mentions, heads, strict=True)
    return frozenset(
        at for m, at in both if m.role == "adjective" and at and parse.lower[at - 1] in past
    )


def undergone(noun: str) -> bool:
    """Is it what somebody undergoes ("the king's murder"), so that its owner does not act?"""
    return noun in _words()["undergone"]


def _phrase_end(i: int, parse: Parse, *, fronted: bool) -> int:
    """Return where the phrase after a marker ends; a list of names goes over its commas."""
    n = len(parse.tags)
    heads = {v.first for v in parse.verbs if v.form == "finite"}
    while i < n and i not in heads:
        if parse.lower[i] == ",":
            listed = i + 1 < n and parse.tags[i + 1] == "NAME" and "and" in parse.lower[i : i + 6]
            if fronted or not listed:
                break
        elif parse.tags[i] not in _PHRASE and parse.lower[i] not in ("and", "or"):
            break
        i += 1
    return i


@cache
def _markers() -> dict[str, tuple[list[str], ...]]:
    """Return the markers by their first word, longest first."""
    found: dict[str, list[list[str]]] = {}
    for marker in table("lang/en.actors")["asides"]["left_out"]:
        first, *rest = marker.split(" ")
        found.setdefault(first, []).append([first, *rest])
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in found.items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_markers())


@cache
def _words() -> dict[str, frozenset[str]]:
    data = table("lang/en.actors")
    keys = ("asking", "contents", "armed", "posted", "of_person", "undergone")
    lists = {key: frozenset(data["asides"][key].split()) for key in keys}
    return {**lists, "past": frozenset(data["modifiers"]["past"].split())}
