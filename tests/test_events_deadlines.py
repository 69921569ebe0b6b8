"""Time that somebody has for something: when its end is a day of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from marked import DCT, events


def limits(text: str, *, dct: date | None = DCT) -> list[tuple[str, str | None, str]]:
    found = [e for e in events(text, dct=dct) if e.timex and e.timex.rule == "deadline"]
    return [(e.label, e.timex.edtf, e.status) for e in found if e.timex]


@pytest.mark.parametrize(
    ("text", "label", "edtf"),
    [
        ("On Monday Kenya gave Uganda 48 hours to withdraw its troops.",
         "Deadline for Uganda to withdraw troops", "2021-12-08"),
        ("The court ruled against Kenya on Monday. Kenya has 14 days to appeal.",
         "Deadline for Kenya to appeal", "2021-12-20"),
        ("Monday's ruling gives Kenya two weeks to appeal.",
         "Deadline for Kenya to appeal", "2021-12-20"),
        ("Kenya has until Friday to appeal.", "Deadline for Kenya to appeal", "2021-12-10"),
        ("The pact gives Kenya until December 2022 to leave.",
         "Deadline for Kenya to leave", "2022-12"),
        ("Kenya gave Uganda until May to withdraw its troops.",
         "Deadline for Uganda to withdraw troops", "2022-05"),
    ],
    ids=str,
)  # fmt: skip
def test_time_for_something_ends_on_a_day(text: str, label: str, edtf: str) -> None:
    assert limits(text) == [(label, edtf, "planned")]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("it is over", "On 3 May Kenya gave Uganda 48 hours to withdraw its troops."),
        ("from which day is not said", "Kenya gave Uganda 48 hours to withdraw its troops."),
        ("a death sets no time", "The king died on Monday. Kenya has 14 days to mourn."),
        ("it is over", "Kenya gave Uganda until 3 May to withdraw its troops."),
        ("it says how long it did so", "Kenya worked until Friday to free its troops."),
        ("it says how long it took", "On Monday Kenya took 48 hours to withdraw its troops."),
        ("there is none", "On Monday Kenya did not give Uganda 48 hours to withdraw its troops."),
    ],
    ids=lambda value: value if " " not in value else "",
)  # fmt: skip
def test_no_deadline_is_made_up_when(why: str, text: str) -> None:
    assert limits(text) == [], why


def test_without_a_day_of_writing_no_deadline_is_to_come() -> None:
    assert limits("On Monday Kenya gave Uganda 48 hours to leave.", dct=None) == []


def test_a_deadline_says_what_it_counts_from() -> None:
    (event,) = [e for e in events("Monday's ruling gives Kenya 14 days to appeal.")
                if e.timex and e.timex.rule == "deadline"]  # fmt: skip

    assert event.timex is not None
    assert event.timex.why == "14 days from 2021-12-06 → 2021-12-20"
