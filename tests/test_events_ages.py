"""Ages and counted days: when they tell the beginning of something, and when they do not."""

from __future__ import annotations

from datetime import date

import pytest
from marked import DCT, events


def begun(text: str, *, dct: date | None = DCT) -> list[tuple[str, str | None]]:
    found = events(text, dct=dct)
    return [(e.label, e.timex.edtf) for e in found if e.timex and e.timex.rule == "age"]


@pytest.mark.parametrize(
    ("text", "label", "edtf"),
    [
        ("Monday's raid threatens the 8-month-old truce with Uganda.",
         "Truce with Uganda begins", "2021-04"),
        ("The raid on Monday threatens Kenya's 8-month-old truce.",
         "Kenya's truce begins", "2021-04"),
        ("The raid on Monday threatens the IRA's 8-month-old truce.",
         "IRA's truce begins", "2021-04"),
        ("The three-week-old strike by miners ended on Monday.",
         "Strike by miners begins", "2021-11-15/2021-11-21"),
        ("Kenya said on Monday that it would leave the twelve-year-old treaty with Uganda.",
         "Kenya–Uganda treaty", "2009"),
        ("Tuesday is the 41st day of the war between Kenya and Uganda.",
         "War between Kenya and Uganda begins", "2021-10-28"),
        ("On Monday, the second day of talks in Oslo, Kenya left.",
         "Kenya: talks in Oslo begin", "2021-12-05"),
        ("In Kenya, today is the third day of “Iron Falcon,” the operation to free Arusha.",
         "Iron Falcon begins", "2021-12-05"),
        ("The siege of Arusha entered its third week on Monday.",
         "Siege of Arusha begins", "2021-11-16/2021-11-22"),
        ("Monday was the twenty-first day of the strike by miners.",
         "Strike by miners begins", "2021-11-16"),
        ("Tuesday is in the third year of its war with Uganda.",
         "War with Uganda begins", "2018/2019"),
    ],
    ids=str,
)  # fmt: skip
def test_an_age_tells_the_beginning(text: str, label: str, edtf: str) -> None:
    assert begun(text) == [(label, edtf)]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("a boy is no event", "The 8-year-old boy was freed on Monday."),
        ("it was a year old then, not now", "The year-old truce collapsed on 3 May 2001."),
        ("no day is meant", "On the 100th day of its siege of Arusha, Kenya shelled the port."),
        ("a month is no event", "Monday was the third day of the month."),
        ("which of two days is meant", "On Monday and Friday, the third day of talks, Kenya left."),
        ("the first day tells nothing new", "Monday was the first day of the strike."),
        ("nobody knows how old", "Monday's raid threatens the decades-old truce."),
        ("nobody says whose", "Monday was the fifth day of the strike."),
        ("a text of another time", "The 8-month-old truce was broken."),
    ],
    ids=lambda value: value if " " not in value else "",
)  # fmt: skip
def test_no_beginning_is_made_up_when(why: str, text: str) -> None:
    assert begun(text) == [], why


def test_an_age_says_from_which_day_it_counts() -> None:
    (event,) = [e for e in events("Tuesday is the 41st day of Kenya's war.") if e.timex]

    assert event.timex is not None
    assert event.timex.why == "“41st day”, counted back from 2021-12-07 → 2021-10-28"


def test_without_a_day_of_writing_an_age_counts_from_nothing() -> None:
    assert begun("The raid threatens the 8-month-old truce.", dct=None) == []
