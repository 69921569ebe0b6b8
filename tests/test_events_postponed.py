"""What is put off to a day is planned for it, and what is called off for no day."""

from __future__ import annotations

import pytest
from marked import events


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kenya postponed the summit to 20 January.",
         ["2022-01-20 planned", "- cancelled"]),
        ("The vote, planned for Friday, was put off until 3 March.",
         ["2021-12-10 cancelled", "2022-03-03 planned"]),
        ("The vote was put off until 3 March.", ["2022-03-03 planned", "- cancelled"]),
        ("Kenya has postponed until next year a summit in Oslo.", ["2022 planned"]),
        ("The vote was put off to 3 March 1998.", ["- cancelled"]),
        ("The vote was not put off to 3 March.", ["- cancelled"]),
        ("The vote may be put off to 3 March.", []),
        ("The vote was cancelled until 3 March.", ["- cancelled"]),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_put_off_to_a_day_to_come_is_planned_for_it(sentence: str, told: list[str]) -> None:
    found = [f"{e.timex.edtf if e.timex else '-'} {e.status}" for e in events(sentence)]

    assert sorted(found) == sorted(told)
