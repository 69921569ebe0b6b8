"""Days that another event of the text leaves an event: counted from it, or bounded by it."""

from __future__ import annotations

from datetime import date

import pytest
from marked import DCT, events


def dates(text: str, type_: str, *, dct: date | None = DCT) -> list[str | None]:
    return [e.timex.edtf if e.timex else None for e in events(text, dct=dct) if e.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "edtf"),
    [
        ("Kenya voted on 3 May 2019. Two weeks after the vote, the king resigned.",
         "office", "2019-05-13/2019-05-19"),
        ("The king died on 3 May 2019. Kenya attacked the port three days after he died.",
         "attack", "2019-05-06"),
        ("Kenya attacked Uganda in 1998. Two years after the attack, the king resigned.",
         "office", "2000"),
        ("The talks opened on 3 May 2019. Two months before the talks, the king resigned.",
         "office", "2019-03"),
        ("Rebels have attacked two towns since they were expelled on 20 November.",
         "attack", "2021-11-20/2021-12-07"),
        ("Kenya praised Monday's ruling.", "statement", "2021-12-06/2021-12-07"),
        ("Kenya protested after Monday's attack.", "protest", "2021-12-06/2021-12-07"),
        ("Kenya protested after Tuesday's attack.", "protest", "2021-12-07"),
        ("Kenya voted on 3 May 2019. Minutes after the vote, the king resigned.",
         "office", "2019-05-03"),
        ("Kenya withdrew its troops in August 2019, nine years after it invaded Uganda.",
         "attack", "2010"),
        ("Kenya voted on Monday, two days after rebels attacked the port.", "attack", "2021-12-04"),
        ("Kenya voted on Monday, a day after rebels attacked the port.", "attack", "2021-12-05"),
        ("A day after rebels attacked the port, Kenya voted on Monday.", "attack", "2021-12-05"),
        ("Rebels attacked the port on Monday, a day before Kenya voted.", "election", "2021-12-07"),
        ("Kenya voted on 3 May 2019, two weeks before rebels attacked the port.",
         "attack", "2019-05-13/2019-05-19"),
        ("Kenya voted on Friday. Hours after the vote, the king resigned.",
         "office", "2021-12-03/2021-12-04"),
        ("The court issued a ruling on Monday. Shortly after it announced its decision, Kenya"
         " filed an appeal.", "demand", "2021-12-06/2021-12-07"),
        ("Ana Ruiz said on Monday that the war was over. “It is over,” said Ana Ruiz at a news"
         " conference. Ruiz flew to Oslo immediately after the news conference.",
         "visit", "2021-12-06"),
    ],
    ids=str,
)  # fmt: skip
def test_another_event_tells_the_days(text: str, type_: str, edtf: str) -> None:
    assert dates(text, type_) == [edtf]


@pytest.mark.parametrize(
    ("why", "text", "type_"),
    [
        ("there were two votes",
         "Kenya voted on 3 May 2019 and 4 June 2020. Two days after the vote, the king resigned.",
         "office"),
        ("a day cannot be counted from a year",
         "Kenya attacked Uganda in 1998. Two days after the attack, the king resigned.", "office"),
        ("a vote is not dated", "Two days after the vote, the king resigned.", "office"),
        ("old events bound nothing", "Kenya condemned the 1998 attack.", "accusation"),
        ("how many days, it does not say",
         "Kenya voted on Monday. The king resigned days after the vote.", "office"),
        ("it was not attacked",
         "Kenya voted on Monday, two days after rebels had not attacked the port.", "attack"),
        ("when is not said", "Kenya voted, two days after rebels attacked the port.", "attack"),
        ("when is not said", "Kenya voted, a day after rebels attacked the port.", "attack"),
        ("somebody else spoke then",
         "Ana Ruiz said on Friday that it was over. “No,” said Jo Lind at a news conference. Lind"
         " flew to Oslo immediately after the news conference.", "visit"),
        ("the war has no date", "Rebels have attacked two towns since the war.", "attack"),
        ("an order is older than what it orders", "Kenya prepared Monday's talks.", "other"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)  # fmt: skip
def test_no_day_is_made_up_when(why: str, text: str, type_: str) -> None:
    assert set(dates(text, type_)) <= {None}, why


def test_a_day_hung_on_another_event_says_so() -> None:
    text = "The king died on 3 May 2019. Kenya attacked the port three days after he died."
    (event,) = [e for e in events(text) if e.type == "attack"]

    assert event.timex is not None
    assert event.timex.basis == "previous"
    assert event.timex.why == "three days after …: from the event of 2019-05-03 → 2019-05-06"


def test_without_a_day_of_writing_nothing_has_an_upper_bound() -> None:
    assert dates("Kenya praised the ruling of 3 May 2019.", "statement", dct=None) == [None]
