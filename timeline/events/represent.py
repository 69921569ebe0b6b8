"""Office holders → the states and organisations they act for.

"Biden met Putin" is an event between the United States and Russia too, and what a party's leader
does is the party's. Whom somebody acts for is told by the text or by data/offices.toml; an expert
or a former envoy acts for nobody. It must not add a state to a sentence that names nobody of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model import Actor, Mention

__all__ = ["Served", "acting_for", "at_home", "with_states"]

Served = Mapping[str, tuple[Actor, ...]]
"""By id of a person, the states and organisations the person acts for."""


def acting_for(mentions: Iterable[Mention]) -> Served:
    """Return whom the persons of a text act for."""
    return {m.actor.actor_id: m.acts_for for m in mentions if m.acts_for}


def with_states(actors: Iterable[Actor], served: Served) -> tuple[Actor, ...]:
    """Return the actors, and after them those that their office holders act for.

    Args:
        actors: Those of an event, each once.
        served: Whom persons act for; of somebody who is not in it nothing is known.
    """
    listed = list(actors)
    behind = [other for a in listed for other in served.get(a.actor_id, ())]
    return tuple({a.actor_id: a for a in (*listed, *behind)}.values())


def at_home(place: Mention, acting: Iterable[Mention]) -> bool:
    """Is a place in the acting person's own state, which is then nobody's guest?

    "The US president arrived in Philadelphia" is no visit to the United States.
    """
    sides = [side for m in acting if m.actor.kind == "person" for side in (m.actor, *m.acts_for)]
    own = {side.country for side in sides if side.country}
    return place.role == "place" and place.actor.country in own
