"""Office holders → the states they act for.

"Biden met Putin" is an event between the United States and Russia too. A person counts as
acting for a state where data/offices.toml knows an office of theirs, or where the text gives them
one ("President Ana Pérez"); an expert or a former envoy does not. It must not add a state to a
sentence that names no office holder of it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache

from timeline.lexicon import table
from timeline.model import Actor, Mention

__all__ = ["titled", "with_states"]


def with_states(
    actors: Iterable[Actor], officials: Container[str] = frozenset()
) -> tuple[Actor, ...]:
    """Return the actors, and after them the states that their office holders act for.

    Args:
        actors: Those of an event, each once.
        officials: Ids of persons to whom the text itself gives an office.
    """
    listed = list(actors)
    states = [_states()[a.country] for a in listed if a.country and _acts(a, officials)]
    return tuple({a.actor_id: a for a in (*listed, *states)}.values())


def titled(mentions: Iterable[Mention], text: str) -> frozenset[str]:
    """Return the ids of the persons to whom a text gives an office ("President Ana Pérez")."""
    found: set[str] = set()
    for mention in mentions:
        if mention.actor.kind == "person" and mention.span.start < mention.head.start:
            before = text[mention.span.start : mention.head.start].lower()
            if "former" not in before and any(office in before for office in _offices()):
                found.add(mention.actor.actor_id)
    return frozenset(found)


def _acts(actor: Actor, officials: Container[str]) -> bool:
    known = actor.label in _officials() or actor.actor_id in officials
    return actor.kind == "person" and known and actor.country in _states()


@cache
def _offices() -> tuple[str, ...]:
    """Return the phrases for offices of state, among them "minister" for all departments."""
    phrases = table("lang/en.actors")["offices"].values()
    return tuple(
        {"minister", "ambassador", *(p for listed in phrases for p in listed)} - {"leader"}
    )


@cache
def _officials() -> frozenset[str]:
    terms = table("offices")["term"]
    states = _states()
    return frozenset(term["person"] for term in terms if term["of"] in states)


@cache
def _states() -> dict[str, Actor]:
    return {
        state["id"]: Actor(state["id"], state["name"], "state", state["id"])
        for state in table("actors")["state"]
        if len(state["id"]) == 3
    }
