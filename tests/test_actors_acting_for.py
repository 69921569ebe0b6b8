"""For which state or organisation a person acts, as far as the text tells."""

from __future__ import annotations

from datetime import date

import pytest
from test_actors_find import article

from timeline.actors import find


@pytest.mark.parametrize(
    ("text", "person", "served"),
    [
        ("Kenyan envoy Ana Okello left.", "Ana Okello", ["Kenya"]),
        ("Former Kenyan envoy Ana Okello left.", "Ana Okello", []),
        ("The Kenyan delegation, led by Ana Okello, left.", "Ana Okello", ["Kenya"]),
        ("Ana Okello, who heads the Kenyan delegation, left.", "Ana Okello", ["Kenya"]),
        ("Ana Okello met the Kenyan delegation.", "Ana Okello", []),
        ("U.N. monitors came.  Ana Okello led the monitors.", "Ana Okello", ["United Nations"]),
        ("A Kenyan spokesman said Ambassador Ana Okello had left.", "Ana Okello", ["Kenya"]),
        ("A Kenyan spokesman said Peruvian envoy Ana Mora left.", "Ana Mora", ["Peru"]),
        ("A Kenyan spokesman, a lawyer, met Ambassador Ana Mora.", "Ana Mora", []),
        ("NATO denied it.  No plane was lost, said spokesman Ole Ruud.", "Ole Ruud", ["NATO"]),
        ("The Kenyan army said so.  Spokeswoman Ana Okello left.", "Ana Okello", ["Kenya"]),
        ("Peru invaded Kenya.  Spokesman Juan Mora said so.", "Juan Mora", []),
        ("In Kenya two died.  Spokesman Juan Mora said so.", "Juan Mora", []),
        (
            "A Peruvian spokesman smiled.  We agree, said spokesman Juan Mora.",
            "Juan Mora",
            ["Peru"],
        ),
        (
            "A Kenyan spokesman smiled.  The spokesman, Col. Ana Okello, left.",
            "Ana Okello",
            ["Kenya"],
        ),
        ("NATO struck Peru.  We will answer, said spokesman Juan Mora.", "Juan Mora", []),
        ("Guards held the Kenyan, Ana Okello, in jail.", "Ana Okello", []),
    ],
    ids=str,
)
def test_whom_somebody_acts_for(text: str, person: str, served: list[str]) -> None:
    found = find(article(*text.split("  ")), dct=date(2021, 12, 7))

    named = next(m for m in found if m.actor.label == person)
    assert [actor.label for actor in named.acts_for] == served
