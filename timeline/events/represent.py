"""Office holders → the states they act for.

"Biden met Putin" is an event between the United States and Russia too. A person counts as
acting for a state only where data/offices.toml knows an office of theirs; an expert or a former
envoy does not. It must not add a state to a sentence that names no office holder of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from timeline.lexicon import table
from timeline.model import Actor

__all__ = ["with_states"]


def with_states(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return the actors, and after them the states that their office holders act for."""
    listed = list(actors)
    states = [_states()[a.country] for a in listed if _acts_for_state(a) and a.country]
    return tuple({a.actor_id: a for a in (*listed, *states)}.values())


def _acts_for_state(actor: Actor) -> bool:
    return actor.kind == "person" and actor.label in _officials() and actor.country in _states()


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
