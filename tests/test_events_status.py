"""How real an event is said to be, seen from Tuesday 7 December 2021: tables/events_status.tsv."""

from __future__ import annotations

from datetime import date

import pytest
from marked import events, rows

from timeline.model import STATUSES

DAYS = {"before": date(2021, 12, 7), "after": date(2022, 1, 4)}


@pytest.mark.parametrize(("sentence", "expected"), rows("events_status"))
def test_status_is_what_the_words_say(sentence: str, expected: str) -> None:
    found = [f"{e.timex.edtf if e.timex else '-'} {e.status}" for e in events(sentence)]

    assert found == ([expected] if expected else [])


def test_the_table_has_every_status() -> None:
    assert {row.values[1].split()[1] for row in rows("events_status") if row.values[1]} == set(
        STATUSES
    )


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("Kenya could attack Uganda.", "attack"),
        ("Kenya did not attack Uganda.", "attack"),
        ("If Kenya attacked Uganda, war would follow.", "attack"),
        ("Kenya will not visit Uganda on Friday.", "past"),
        ("Kenya denied that it had attacked Uganda.", "attack"),
        ("Had Kenya signed the treaty in 2010, the war would have ended.", "past"),
        ("Kenya refused to sign the treaty on Friday.", "planned"),
        ("The summit of Kenya and Uganda was postponed on Monday.", "past"),
        ("Kenya never signed the treaty.", "past"),
    ],
    ids=str,
)  # fmt: skip
def test_what_did_not_happen_is_not_told_as_if_it_had(sentence: str, never: str) -> None:
    told = events(sentence)

    assert [e.label for e in told if never in (e.status, e.type) and e.status != "denied"] == []


def test_status_changes_with_the_day_the_text_was_written() -> None:
    text = "Kenya holds a summit on 10 December 2021."

    seen = {day: [e.status for e in events(text, dct=DAYS[day])] for day in DAYS}

    assert seen == {"before": ["planned"], "after": ["past"]}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Kenya almost attacked Uganda in 1998.", "attack"),
        ("Kenya very nearly attacked Uganda in 1998.", "attack"),
        ("Kenya stopped short of attacking Uganda in 1998.", "attack"),
        ("Kenya was prevented from attacking Uganda in 1998.", "attack"),
        ("Uganda prevented Kenya from attacking the port in 1998.", "attack"),
        ("Instead of attacking Uganda in 1998, Kenya signed a treaty.", "attack"),
        ("Kenya considered attacking Uganda in 1998.", "attack"),
        ("Kenya was accused of attacking Uganda in 1998.", "attack"),
        ("Uganda accused Kenya of attacking it in 1998.", "attack"),
        ("Uganda accused Kenya of starting to attack it in 1998.", "attack"),
        ("Uganda rejected claims that Kenya attacked it in 1998.", "attack"),
        ("Ana Mora denied accusations she attacked the port in 1998.", "attack"),
        ("Ana Mora denied claims that she fled and had attacked the port in 1998.", "attack"),
        ("Uganda rejected claims by Peru that Kenya attacked it in 1998.", "attack"),
        ("Uganda denied claims made by Ana Bo, a rebel, that it attacked Kenya in 1998.", "attack"),
        ("Uganda heard a report from Oslo that Kenya attacked the port in 1998.", "attack"),
        ("There were rumours that Kenya attacked Uganda in 1998.", "attack"),
        ("Rumours of a coup on Monday alarmed the capital.", "attack"),
        ("Kenya claimed that Uganda attacked it on Monday.", "attack"),
        ("Kenya claims to have shot down a plane on Monday.", "attack"),
        ("Officials believe Uganda attacked the port on Monday.", "attack"),
        ("Kenya is said to have attacked Uganda in 1998.", "attack"),
        ("The king is believed to have been killed in 1998.", "attack"),
        ("Kenya reportedly attacked Uganda in 1998.", "attack"),
        ("Perhaps Kenya attacked Uganda in 1998.", "attack"),
        ("The alleged attack on Monday was condemned.", "attack"),
        ("Did Kenya attack Uganda in 1998?", "attack"),
        ("Fears of an attack in January are growing.", "attack"),
        ("Calls for a ceasefire in January grew.", "ceasefire"),
        ("Plans to hold a summit in 2019 were dropped.", "meeting"),
        ("Kenya dropped plans to host a summit in 2019.", "meeting"),
        ("The planned summit on Friday is at risk.", "meeting"),
        ("Kenya demanded that the rebels sign a treaty this week.", "agreement"),
        ("The four face trial on charges of arson and of attacking Kenya in 1998.", "attack"),
        ("Kenya has to sign the treaty.", "agreement"),
        ("Kenya has to sign the treaty before Christmas.", "agreement"),
        ("Without a ceasefire in 1998, all would be lost.", "ceasefire"),
    ],
    ids=str,
)
def test_what_is_not_said_to_have_happened_is_no_bare_fact(sentence: str, type_: str) -> None:
    """Another status will do, and so will a note that says whose word it is."""
    told = [e for e in events(sentence) if e.type == type_]

    assert [e.label for e in told if e.status == "past" and not e.notes] == []


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Kenya denied the claim it made and attacked Uganda in 1998.", "attack"),
        ("Kenya stopped short of the border, then attacked Uganda in 1998.", "attack"),
        ("Kenya attended the planned summit on Monday.", "meeting"),
        ("Without the ceasefire of 1998, all would be lost.", "ceasefire"),
        ("The bombing on Monday claimed 40 lives and wounded ten people.", "attack"),
        ("Kenya feared Uganda and attacked it in 1998.", "attack"),
        ("He is known to have visited Oslo in 1998.", "visit"),
        ("Kenya was convicted of attacking Uganda in 1998.", "attack"),
        ("A suspected rebel attacked the mayor on Monday.", "attack"),
        ("Kenya's imports almost doubled when Uganda attacked in 1998.", "attack"),
        ("Reports about the attack on Monday filled the papers.", "attack"),
        ("Kenya demanded to know why the rebels attacked it in 1998.", "attack"),
        ("The king read a report on the crash that killed six in 1998.", "attack"),
        ("The king read a report on the treaty that Kenya signed in 1998.", "agreement"),
    ],
    ids=str,
)
def test_a_fact_beside_such_words_stays_one(sentence: str, type_: str) -> None:
    assert [e.status for e in events(sentence) if e.type == type_ and e.timex] == ["past"]


def test_a_claim_says_which_words_make_it_one() -> None:
    (event,) = [e for e in events("Kenya is said to have attacked Uganda in 1998.") if e.timex]

    assert event.status == "hypothetical"
    assert event.notes == ("not told as a fact: “is said”",)


def test_what_is_not_ruled_out_is_neither_done_nor_denied() -> None:
    found = events("Kenya has not ruled out sending troops in January 2022.")

    assert [e.status for e in found if e.timex] == ["hypothetical"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan officials declined to comment on Tuesday.",
        "Ann Okoth refused to elaborate on Monday.",
    ],
)
def test_telling_reporters_nothing_is_no_event(sentence: str) -> None:
    assert events(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya called for elections in 2022.", {"- past", "2022 hypothetical"}),
        ("Kenya set up a body to prepare for elections in 2022.", {"- past", "2022 planned"}),
        ("Kenya attacked Uganda on 7 October, when rebels seized Oslo.", {"2021-10-07 past"}),
    ],
)
def test_a_date_to_come_is_that_of_what_was_called_for(sentence: str, expected: set[str]) -> None:
    told = {f"{e.timex.edtf if e.timex else '-'} {e.status}" for e in events(sentence)}

    assert told == expected
