"""What later mentions call a person: the family name, wherever it stands."""

from __future__ import annotations

from datetime import date

import pytest
from test_actors_find import article

from timeline.actors import find
from timeline.events.number import short_name


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Chinese envoy Feng Weiming left.", "Feng"),
        ("South Korean envoy Shin Ok-rye left.", "Shin"),
        ("Envoy Tanu Sakura left.  Tanu spoke.", "Tanu"),
        ("Envoy Tanu Sakura left.  Sakura spoke.", "Sakura"),
        ("Chinese envoy David Feng left.", "Feng"),
        ("Dutch envoy Hans van der Berg left.", "van der Berg"),
        ("Peruvian envoy Ana Pérez left.", "Pérez"),
        ("Xi Jinping left.", "Xi"),
        ("Ursula von der Leyen left.", "von der Leyen"),
        ("Joe Biden left.", "Biden"),
    ],
    ids=str,
)
def test_a_person_is_called_by_the_family_name(text: str, short: str) -> None:
    found = find(article(*text.split("  ")), dct=date(2021, 12, 7))

    people = [m.actor for m in found if m.actor.kind == "person"]
    assert {short_name(actor) for actor in people} == {short}
