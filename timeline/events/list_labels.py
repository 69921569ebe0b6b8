"""One member of a verb's dated list → the line that tells it ("Kenya signs a pact with Peru").

It must not find the members; lists.py does.
"""

from __future__ import annotations

from timeline.events.acts import act_of
from timeline.events.candidates import Candidate
from timeline.events.clause_labels import finish
from timeline.events.naming import listed, subject_name
from timeline.events.participants import Participants
from timeline.events.phrases import clean
from timeline.events.plurals import is_plural
from timeline.events.scene import Scene
from timeline.grammar import VerbGroup
from timeline.model import Status

__all__ = ["member_label"]


def member_label(
    candidate: Candidate, verb: VerbGroup, scene: Scene, people: Participants, status: Status
) -> str:
    """Tell one member of a dated list: as object, or as subject where the verb has no object."""
    parse, dated = scene.parse, scene.dated
    member = clean(range(*candidate.part), parse, dated) if candidate.part else ""
    who = subject_name(scene, people) or listed(people.initiators)
    if member and candidate.heads_list:
        return finish(f"{member} {act_of(verb, scene, status, plural=is_plural(member))}")
    between = range(verb.head + 1, candidate.list_start if member else verb.head + 1)
    told = clean(between, parse, dated, opens=False)
    act = act_of(verb, scene, status, plural=is_plural(who))
    act = act if who else act.split(" ", 1)[-1]
    return finish(f"{who} {act} {told} {_joint(candidate, scene)} {member}")


def _joint(candidate: Candidate, scene: Scene) -> str:
    """Return the preposition that a list says once ("pacts with Peru in 1968, Chile in 1970")."""
    tags, start = scene.parse.tags, candidate.list_start
    inside = range(*candidate.part) if candidate.part else range(0)
    opening = next((i for i in inside if tags[i] not in ("PUNCT", "COORD")), start)
    shared = start >= 0 and tags[start] == "PREP" and tags[opening] != "PREP"
    return scene.parse.lower[start] if shared else ""
