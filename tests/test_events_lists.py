"""One verb with a list of dated members: one event a member; and sayings that point onwards."""

from __future__ import annotations

import pytest
from marked import events


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The league admitted Kenya in 1962, Uganda in 1965 and Malawi in 1970.",
         ["1962 League admits Kenya", "1965 League admits Uganda", "1970 League admits Malawi"]),
        ("The league admitted Kenya in 1962 and Uganda in 1965.",
         ["1962 League admits Kenya", "1965 League admits Uganda"]),
        ("Kenya joined in 1962, Uganda in 1965.", ["1962 Kenya joins", "1965 Uganda joins"]),
        ("The league will admit Kenya in 2022 and Uganda in 2025.",
         ["2022 League to admit Kenya", "2025 League to admit Uganda"]),
        ("The league admitted Kenya in 1962.", ["1962 League admits Kenya"]),
        ("In 1962 the league admitted Kenya and Uganda.", ["1962 League admits Kenya and Uganda"]),
        ("Kenya attacked Uganda in June 2019, on the 16th.", ["2019-06-16 Kenya attacks Uganda"]),
        ("Kenya attacked Uganda in 1998 and Rwanda in 2003.",
         ["1998 Kenya attacks Uganda", "2003 Kenya attacks Rwanda"]),
        ("Kenya attacked Uganda in 1998 and 2003.",
         ["1998 Kenya attacks Uganda", "2003 Kenya attacks Uganda"]),
        ("Kenya attacked Uganda in 1998, 2003 and 2008.",
         [f"{year} Kenya attacks Uganda" for year in (1998, 2003, 2008)]),
        ("Kenya hosted a summit on 3 May and 4 May 2019.",
         ["2019-05-03/2019-05-04 Kenya hosts a summit"]),
        ("Kenya hosted a summit on 3 May and 9 May 2019.",
         ["2019-05-03 Kenya hosts a summit", "2019-05-09 Kenya hosts a summit"]),
        ("Kenya and Uganda met on 3 May and 4 May 2019.",
         ["2019-05-03 Kenya and Uganda meet", "2019-05-04 Kenya and Uganda meet"]),
        ("Kenya and Uganda met on Monday and Friday.",
         ["2021-12-03 Kenya and Uganda meet", "2021-12-06 Kenya and Uganda meet"]),
        ("Kenya and Uganda met on Friday and again on Monday.",
         ["2021-12-03 Kenya and Uganda meet", "2021-12-06 Kenya and Uganda meet"]),
        ("A summit will unite the rivals on 3 and 4 May 2022.",
         ["2022-05-03/2022-05-04 Summit to unite the rivals"]),
        ("Kenya signed treaties with Peru (1968), Chile (1970) and Fiji (1972).",
         ["1968 Kenya signs treaties with Peru", "1970 Kenya signs treaties with Chile",
          "1972 Kenya signs treaties with Fiji"]),
        ("It was followed by truce talks with Peru (March 1968) and Chile (May 1970).",
         ["1968-03 Truce talks with Peru", "1970-05 Truce talks with Chile"]),
        ("Kenya attacked Uganda between 1998 and 2003.", ["1998/2003 Kenya attacks Uganda"]),
        ("Kenya attacked Uganda in 1998 and was defeated.", ["1998 Kenya attacks Uganda"]),
    ],
    ids=str,
)  # fmt: skip
def test_a_dated_list_is_one_event_a_member(sentence: str, expected: list[str]) -> None:
    assert [f"{e.timex.edtf} {e.label}" for e in events(sentence) if e.timex] == expected


def test_each_member_has_its_own_actor_and_id() -> None:
    told = events("The league admitted Kenya in 1962, Uganda in 1965 and Malawi in 1970.")

    assert [e.targets for e in told] == [("KEN",), ("UGA",), ("MWI",)]
    assert len({e.event_id for e in told}) == 3


def test_a_saying_of_this_takes_its_content_from_the_next_sentence() -> None:
    text = "Vladimir Putin clarified this on Monday. He wants a written pledge from NATO."

    (event,) = [e for e in events(text) if e.timex]

    assert event.label == "Putin clarifies: a written pledge from NATO"
    assert len(event.evidence) == 2
    assert "nato" in [a.actor_id for a in event.actors]


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin clarified this on Monday. Joe Biden wants a written pledge from NATO.",
        "Vladimir Putin clarified his demands on Monday. He wants a written pledge from NATO.",
        "Vladimir Putin visited Serbia on Monday. He wants a written pledge from NATO.",
        "Vladimir Putin clarified this on Monday.",
    ],
    ids=["another subject", "content of its own", "no saying", "nothing follows"],
)
def test_other_sentences_are_not_joined(text: str) -> None:
    event = next(e for e in events(text) if e.timex)

    assert len(event.evidence) == 1
    assert ":" not in event.label


def test_a_second_day_belongs_to_the_noun_behind_the_verb() -> None:
    found = events("On 6 May 1998 Kenya shelled the town in reply to a raid on Oslo on 3 May 1998.")

    assert [(e.timex.edtf, e.label) for e in found if e.timex] == [
        ("1998-05-03", "Raid on Oslo"),
        ("1998-05-06", "Kenya shells the town in reply to a raid on Oslo"),
    ]
