"""Actors and subject phrases → the names by which a label calls them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.apposed import without_possessors
from timeline.events.cuts import without_dated
from timeline.events.number import short_name
from timeline.events.participants import Participants
from timeline.events.phrases import clean, label_words
from timeline.events.relatives import antecedent
from timeline.events.scene import Scene
from timeline.events.stand_ins import own_body, own_group, own_thing
from timeline.events.subjects import Tokens
from timeline.grammar import Parse
from timeline.model import Actor, Mention

__all__ = ["apposed", "lead", "listed", "object_names", "pronoun_names", "subject_name"]

_NAMING = frozenset({"name", "pronoun", "capital", "office"})
_MOST = 4
"""Names that a label lists."""


def lead(actors: Sequence[Actor]) -> list[Actor]:
    """Leave out the states whose own people act ("US President Biden" is Biden)."""
    countries = {a.country for a in actors if a.kind == "person"}
    leading = [a for a in actors if a.kind == "person" or a.actor_id not in countries]
    return leading or list(actors)


def listed(actors: Sequence[Actor]) -> str:
    """Return the names of the leading actors as a list with "and"."""
    names = list(dict.fromkeys(short_name(a) for a in lead(actors)))[:_MOST]
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def subject_name(scene: Scene, people: Participants) -> str:
    """Return the subject: names where it is names, else the text's own noun phrase."""
    if people.subject is None:
        return ""
    parse = scene.parse
    first, end = people.subject
    end = without_dated(first, end, parse, scene.dated)
    while end - 1 > first and parse.tags[end - 2 : end] in (["NOUN", "ADV"], ["NAME", "ADV"]):
        end -= 1  # "The king nearly | died"
    named = [m for m in people.heads if m.role in _NAMING]
    named = without_possessors(named, scene)
    named = named or [m for m in people.heads if m.role == "source"]  # "…, he said"
    beside = apposed(scene, people)
    if beside:
        joined = [m.actor for m in named if m.actor.kind == "person" and _joins(scene, people)]
        return listed([*joined, beside[0].actor])  # "his secretary of state, Cyrus Vance, …"
    if named and not _within_subject(named[0], people.subject, scene):
        before = listed([m.actor for m in named])  # "both": named in the sentence before
        return own_group(scene, first) or before
    as_said = parse.lower[first] == "neither" or (len(named) > 1 and not _lists(first, end, parse))
    if as_said:
        return clean(range(first, end), parse, scene.dated)  # "the Assembly of the United Nations"
    called = _called(first, end, named, scene) if named else ""
    if called:
        return called
    if "PRON" in parse.tags[first:end]:
        return _of_pronoun(first, scene)
    names = object_names(scene, "") | _owners(first, end, scene)
    text = clean(range(first, end), parse, scene.dated, names)
    if parse.lower[first] == "the" and text.lower() in label_words().counts:
        return scene.back.they or text  # "The two met again"
    unclear = text.lower() in label_words().anaphors or parse.lower[first] == "what"
    return "" if unclear else text


def _called(first: int, end: int, named: Sequence[Mention], scene: Scene) -> str:
    """Return the names that a phrase holds, if they tell all of it, else ""."""
    parse = scene.parse
    covered = {i for m in named for i in scene.mention_tokens(m)}
    loose = [i for i in range(first, end) if i not in covered and i not in scene.dated]
    if len(named) == 1 and named[0].role == "capital" and not loose:
        return clean(range(first, end), parse, scene.dated)  # "Oslo fell": the town's own name
    joins = [i for i in loose if parse.lower[i] in ("and", ",")]
    others = any(i + 1 in covered or {"NAME", "PRON"} & {*parse.tags[first:i]} for i in joins)
    people = [m for m in named if m.actor.kind == "person"]
    if not others and len(people) == 1 and _closes(people[0], (first, end), scene):
        return listed([people[0].actor])  # "the director of the agency, Ana Pérez"
    plain = not any(parse.tags[i] in ("NOUN", "NAME", "NUM") for i in loose)
    return listed([m.actor for m in named]) if plain else ""


def _closes(mention: Mention, phrase: Tokens, scene: Scene) -> bool:
    """Is the phrase's last name its own, not that of somebody else's ("opponents of Ana Pérez")?"""
    tokens, lower = scene.mention_tokens(mention), scene.parse.lower
    if phrase[1] - 1 not in tokens:
        return False
    beside = tokens.start <= phrase[0] or scene.parse.tags[tokens.start - 1] not in ("PREP", "TO")
    return beside or "who" in lower[phrase[1] : phrase[1] + 2]  # "the career of Ana Pérez, who"


def _of_pronoun(first: int, scene: Scene) -> str:
    """Return whom a pronoun that is no actor's name stands for, "" where that is open."""
    word = scene.parse.lower[first]
    if word == "they":
        return own_group(scene, first) or scene.back.they
    if word == "it":
        return own_thing(scene, first) or own_body(scene, first) or scene.it
    pair = _own_pair(scene, first) if word == "both" else ""
    return pair or (scene.back.they if word in ("they", "both") else "")


def _owners(first: int, end: int, scene: Scene) -> dict[int, str]:
    """Return whose "whose" is: the name before it ("Kenya, whose envoy …" → "Kenya's")."""
    if "whose" not in scene.parse.words:
        return {}
    out: dict[int, str] = {}
    for i in (i for i in range(first, end) if scene.parse.lower[i] == "whose"):
        before = [
            m
            for m, at in zip(scene.mentions, scene.head_at, strict=True)
            if at < first and m.role in _NAMING
        ]
        owner = antecedent(i, scene.parse, scene.dated)
        name = short_name(before[-1].actor) if before else ""
        if not name and owner is not None:
            name = clean(range(*owner), scene.parse, scene.dated)
        if name:
            out[i] = f"{name}'" if name.endswith("s") else f"{name}'s"
    return out


def _lists(first: int, end: int, parse: Parse) -> bool:
    """Does "and" or a comma join the names, no "of"?"""
    between = set(parse.lower[first:end])
    return "of" not in between or not between.isdisjoint(("and", ",", "or"))


def apposed(scene: Scene, people: Participants) -> list[Mention]:
    """Return the person named right after the subject ("his secretary of state, Cyrus Vance,")."""
    if people.subject is None:
        return []
    end = people.subject[1]
    if scene.parse.lower[end : end + 1] != [","]:
        return []
    return [
        m
        for m in scene.mentions
        if m.actor.kind == "person"
        and m.role == "name"
        and not scene.owns(m)
        and end + 1 in (scene.parse.token_at(m.head.start), scene.mention_tokens(m).start)
    ]


def _joins(scene: Scene, people: Participants) -> bool:
    """Does "and" join two in the subject, of whom only the last has the apposition?"""
    return people.subject is not None and "and" in scene.parse.lower[slice(*people.subject)]


def _within_subject(mention: Mention, phrase: Tokens, scene: Scene) -> bool:
    return (
        scene.sentence.span.start <= mention.head.start < scene.sentence.span.end
        and phrase[0] <= scene.parse.token_at(mention.head.start) < phrase[1]
    )


def _own_pair(scene: Scene, before: int) -> str:
    """Return the two people or states that the sentence has named, for a "both" later in it."""
    named = {
        m.actor.actor_id: m.actor
        for m, at in zip(scene.mentions, scene.head_at, strict=True)
        if m.role in _NAMING and at < before and not scene.owns(m)
    }
    people = [a for a in named.values() if a.kind == "person"] or list(named.values())
    return listed(people) if len(people) == 2 else ""


def object_names(scene: Scene, who: str) -> dict[int, str]:
    """Return what to write for pronouns: the actor's name, unless the label's subject is it."""
    out: dict[int, str] = {}
    for token, mention in scene.pronouns().items():
        name = short_name(mention.actor)
        if name in who:
            continue
        word, after = scene.parse.lower[token], scene.parse.tags[token + 1 : token + 2]
        owns = scene.parse.tags[token] == "DET" or word in ("his", "its")
        if word == "her" and after not in (["NOUN"], ["NAME"], ["PART"], ["NUM"], ["ADV"]):
            owns = False  # "sent her to Oslo"
        out[token] = f"{name}'s" if owns else name
    return out


def pronoun_names(tokens: Sequence[int], scene: Scene, who: str) -> dict[int, str]:
    """Return what to write for the pronouns of a predicate; one whose name it tells stays."""
    out = object_names(scene, who)
    if not out and "it" not in scene.parse.words:
        return out
    told = {
        m.actor.actor_id: scene.parse.token_at(m.head.start)
        for m in scene.mentions
        if m.role == "name" and scene.parse.token_at(m.head.start) in tokens
    }
    for token, mention in scene.pronouns().items():
        if token in out and told.get(mention.actor.actor_id, token) < token:
            out[token] = scene.parse.lower[token]  # "speaks to King Charles to notify him"
    for token in (i for i in tokens if scene.parse.lower[i] == "it" and i not in out):
        thing = own_thing(scene, token, whole=False) or scene.it
        if thing and thing not in who and _undergoes(token, scene.parse):
            out[token] = f"the {thing}"
    return out


def _undergoes(token: int, parse: Parse) -> bool:
    """Is an "it" an object that ends its phrase ("ratified it in May"), not "made it clear"?"""
    after = parse.tags[token + 1 : token + 2]
    active = parse.tags[token - 1] in ("VERB", "PREP")
    return active and (not after or after[0] in ("PUNCT", "PREP", "COORD", "SUB", "ADV"))
