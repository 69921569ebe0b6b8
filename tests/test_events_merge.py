"""When two mentions are one event, and what is kept of both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from marked import events, interval, made

from timeline.events.merge import merge
from timeline.model import Actor, Event, Interval

KENYA = Actor("KEN", "Kenya", "state", "KEN")
UGANDA = Actor("UGA", "Uganda", "state", "UGA")
RWANDA = Actor("RWA", "Rwanda", "state", "RWA")
ANN = Actor("ann-otieno", "Ann Otieno", "person", "KEN")
BO = Actor("bo-mukasa", "Bo Mukasa", "person", "UGA")
DAY = interval(date(2019, 5, 3))
NEXT = interval(date(2019, 5, 4))
MONTH = interval(date(2019, 5, 1), 31, "month")
YEAR = interval(date(2019, 1, 1), 365, "year")
SINCE = Interval(date(2019, 5, 1), None, "month")


def summit(when: Interval = DAY, at: int = 200, **more: object) -> Event:
    """A meeting told by the name and with the date that the list of events has."""
    event = made("Ann–Bo summit in Oslo", "meeting", when, ANN, BO, at=at, told_by="name",
                 initiators=(), targets=(), **more)  # fmt: skip
    assert event.timex is not None
    return replace(event, timex=replace(event.timex, basis="reference"))


def meeting(when: Interval | None = DAY, at: int = 0, **more: object) -> Event:
    return made("Ann and Bo meet", "meeting", when, ANN, BO, at=at, **more)


def test_an_event_told_twice_is_one_with_both_sentences() -> None:
    first, second = meeting(), meeting(at=200)

    joined = merge([first, second])

    assert [e.evidence for e in joined] == [(*first.evidence, *second.evidence)]


@pytest.mark.parametrize("order", list(permutations([YEAR, MONTH, DAY])), ids=lambda o: " ".join(
    when.grain for when in o))  # fmt: skip
def test_the_finest_date_wins_in_any_order(order: tuple[Interval, ...]) -> None:
    told = [meeting(when, at=200 * n) for n, when in enumerate(order)]

    joined = merge(told)

    assert [e.timex.interval for e in joined if e.timex] == [DAY]
    assert len(joined[0].evidence) == 3


def test_the_first_sentence_is_the_one_that_gives_the_date() -> None:
    coarse, fine = meeting(MONTH), meeting(DAY, at=200)

    (joined,) = merge([coarse, fine])

    assert joined.evidence == (*fine.evidence, *coarse.evidence)


def test_nothing_is_lost_in_joining() -> None:
    first = made("Talks", "meeting", MONTH, ANN, notes=("one",), targets=(), told_by="noun")
    second = meeting(at=200, place="Oslo", notes=("two",))

    (joined,) = merge([first, second])

    assert joined.actors == (ANN, BO)
    assert (joined.place, joined.notes) == ("Oslo", ("one", "two"))
    assert joined.targets == ("bo-mukasa",)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(meeting(DAY), meeting(NEXT, at=200), id="another day"),
        pytest.param(meeting(MONTH), meeting(interval(date(2019, 6, 2)), at=200), id="outside"),
        pytest.param(meeting(DAY), meeting(None, at=200), id="no date"),
        pytest.param(meeting(None), meeting(None, at=200), id="no dates"),
        pytest.param(
            made("Kenya attacks", "attack", DAY, KENYA, UGANDA),
            made("Kenya signs", "agreement", DAY, KENYA, UGANDA, at=200), id="another act"),
        pytest.param(
            made("Kenya strikes Uganda", "attack", DAY, KENYA, UGANDA),
            made("Kenya strikes Rwanda", "attack", DAY, KENYA, RWANDA, at=200), id="other actors"),
        pytest.param(
            made("Kenya rejects plan", "rejection", DAY, KENYA),
            made("Kenya demands apology", "demand", DAY, KENYA, at=200), id="other words"),
        pytest.param(
            made("Villages burn", "attack", DAY),
            made("Harbour falls", "attack", DAY, at=200), id="no actors"),
        pytest.param(
            meeting(), meeting(at=50, evidence=meeting().evidence), id="two in one sentence"),
    ],
)  # fmt: skip
def test_what_is_not_surely_the_same_stays_two(first: Event, second: Event) -> None:
    assert merge([first, second]) == [first, second]


@pytest.mark.parametrize("status", ["denied", "hypothetical", "cancelled"])
def test_what_happened_is_not_joined_with_what_did_not(status: str) -> None:
    told = [meeting(), meeting(at=200, status=status)]

    assert merge(told) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [("meeting", "talks"), ("meeting", "call"), ("agreement", "ratification"),
     ("attack", "death"), ("deployment", "attack"), ("statement", "accusation")],
)  # fmt: skip
def test_types_of_one_family_can_be_one_event(one: str, other: str) -> None:
    first = made("Kenya and Uganda in Oslo", one, DAY, KENYA, UGANDA)
    second = made("Kenya and Uganda in Oslo", other, DAY, KENYA, UGANDA, at=200)

    assert [e.type for e in merge([first, second])] == [one]


def test_a_state_and_its_president_are_one_party() -> None:
    first = made("Ann Otieno meets Bo Mukasa", "meeting", DAY, ANN, KENYA, BO, UGANDA)
    second = made("Ann Otieno and Bo Mukasa meet", "meeting", DAY, ANN, BO, at=200)

    assert len(merge([first, second])) == 1


def test_an_open_stretch_holds_a_day_in_it() -> None:
    first = made("Kenya and Uganda at war", "attack", SINCE, KENYA, UGANDA)
    second = made("Kenya and Uganda clash", "attack", DAY, KENYA, UGANDA, at=200)

    joined = merge([first, second])

    assert [e.timex.interval for e in joined if e.timex] == [DAY]


def test_sayings_of_two_dates_are_one_only_by_their_words() -> None:
    first = made("Kenya announces the expulsion of envoys", "statement", MONTH, KENYA, UGANDA)
    second = made("Kenya addresses a meeting", "statement", DAY, KENYA, UGANDA, at=200)

    assert len(merge([first, second])) == 2


def test_a_noun_of_no_actors_takes_up_the_event_before() -> None:
    first = made("Ann and Bo to speak", "call", DAY, ANN, BO)
    second = made("Call", "call", DAY, at=200, told_by="noun")

    assert [(e.label, len(e.evidence)) for e in merge([first, second])] == [
        ("Ann and Bo to speak", 2)
    ]


def test_a_noun_of_other_actors_takes_up_nothing() -> None:
    told = [
        made("Kenya attacks Uganda", "attack", DAY, KENYA, UGANDA),
        made("Attack on Rwanda", "attack", DAY, RWANDA, at=200, told_by="noun", initiators=(),
             targets=("RWA",)),
    ]  # fmt: skip

    assert merge(told) == told


def test_a_named_event_and_a_sentence_about_it_are_one() -> None:
    told = made("Ann meets Bo", "meeting", MONTH, ANN, BO)
    named = summit()

    (joined,) = merge([told, named])

    assert (joined.label, joined.timex) == (named.label, named.timex)
    assert joined.said == told.timex
    assert set(joined.evidence) == {*told.evidence, *named.evidence}


def test_a_named_event_told_twice_is_one() -> None:
    named = summit()
    again = replace(named, event_id="again", trigger=meeting(at=300).trigger)

    assert len(merge([named, again])) == 1


def test_two_named_events_stay_two() -> None:
    told = [made(name, "meeting", DAY, ANN, at=200 * n, told_by="name")
            for n, name in enumerate(["Oslo summit", "Lima summit"])]  # fmt: skip

    assert merge(told) == told


def test_a_plan_keeps_the_date_and_the_first_sentence_that_the_text_gives_it() -> None:
    """The list of events knows what came of it; the text, written before, does not."""
    plan = made("Ann to meet Bo", "meeting", MONTH, ANN, BO, status="planned")

    (joined,) = merge([plan, summit(status="planned")])

    assert (joined.timex, joined.said) == (plan.timex, None)
    assert joined.evidence[0] == plan.evidence[0]
    assert joined.notes == ("the text says 2019-05-01; the list of events has 2019-05-03",)


def test_a_plan_of_the_date_that_the_list_has_needs_no_note() -> None:
    plan = made("Ann to meet Bo", "meeting", DAY, ANN, BO, status="planned")

    (joined,) = merge([plan, summit(status="planned")])

    assert joined.notes == ()


def test_merging_again_changes_nothing() -> None:
    told = [meeting(MONTH), meeting(DAY, at=200), meeting(NEXT, at=400)]

    assert merge(merge(told)) == merge(told)


def test_merge_of_nothing_is_nothing() -> None:
    assert merge([]) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Kenya and Uganda met in Oslo on 3 May 2019. The meeting between Kenya and Uganda on "
         "3 May 2019 ended early.", ["Kenya and Uganda meet in Oslo"]),
        ("Kenya and Uganda met in May 2019. Kenya and Uganda met on 3 May 2019 in Oslo.",
         ["Kenya and Uganda meet in Oslo"]),
        ("Joe Biden visited Kenya on 3 May 2019. Joe Biden visited Kenya on 5 May 2019.",
         ["Biden visits Kenya", "Biden visits Kenya"]),
        ("Kenya invaded Uganda in 1998. Kenya invaded Uganda in 1999.",
         ["Kenya invades Uganda", "Kenya invades Uganda"]),
        ("Kenya signed a treaty with Uganda in 1998. Kenya signed a treaty with Chile in 1999.",
         ["Kenya signs a treaty with Uganda", "Kenya signs a treaty with Chile"]),
        ("Kenya attacked Uganda in May 2019 and Chile bombed Peru in May 2019.",
         ["Chile bombs Peru", "Kenya attacks Uganda"]),
        pytest.param(
            "Kenya attacked Uganda in 1998. Rwanda was at war in 1998.",
            ["Kenya attacks Uganda", "War"],
            marks=pytest.mark.xfail(reason="another's war is joined as if it were the same")),
        ("Kenya arrested two men from Uganda in 1998. Kenya arrested six men from Uganda in 1998.",
         ["Kenya arrests six men from Uganda", "Kenya arrests two men from Uganda"]),
        ("On Monday Kenya met Uganda and Kenya phoned Rwanda.",
         ["Kenya meets Uganda", "Kenya phones Rwanda"]),
    ],
    ids=str,
)  # fmt: skip
def test_a_text_gives_each_event_once(text: str, labels: list[str]) -> None:
    assert sorted(e.label for e in events(text)) == sorted(labels)


def test_a_known_summit_keeps_what_the_text_alone_says() -> None:
    told = events("In June 2021 Joe Biden met Vladimir Putin. The Geneva summit lasted four hours.")

    (summit,) = told
    assert summit.timex is not None
    assert summit.said is not None
    assert (summit.timex.edtf, summit.timex.basis) == ("2021-06-16", "reference")
    assert (summit.said.edtf, len(summit.evidence)) == ("2021-06", 2)


def test_a_day_of_a_long_crisis_is_an_event_of_its_own() -> None:
    text = "The Suez crisis of 1956 split the allies. Israel attacked Egypt on 29 October 1956."

    assert [e.timex.edtf for e in events(text) if e.type == "attack" and e.timex] == [
        "1956",
        "1956-10-29",
    ]


def test_the_act_that_takes_place_is_the_one_told_before() -> None:
    text = "Gunmen attacked a village on Monday. The attack took place at dawn."

    (event,) = [e for e in events(text) if e.type == "attack"]

    assert len(event.evidence) == 2


def test_those_who_sign_for_their_states_sign_what_the_states_sign() -> None:
    states = made("Kenya and Uganda sign a treaty", "agreement", DAY, KENYA, UGANDA, told_by="noun")
    people = made("Ann signs for Kenya and Bo for Uganda", "agreement", DAY, ANN, BO, at=200)
    strangers = made("Ann signs for Kenya", "agreement", DAY, ANN, RWANDA, at=200)

    assert len(merge([states, people])) == 1
    assert len(merge([states, strangers])) == 2


def test_an_assurance_and_a_demand_of_one_day_are_two() -> None:
    first = made("Kenya assures Uganda of peace", "statement", DAY, KENYA, UGANDA)
    second = made(
        "Kenya calls on Uganda for the ratification", "demand", DAY, KENYA, UGANDA, at=200
    )

    assert len(merge([first, second])) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ann Otieno of Kenya met Bo Mukasa of Uganda on Monday. They discussed the border.",
        "Kenya and Uganda held talks on Monday. The need for a new port was discussed.",
        "Kenya and Uganda signed a pact on Monday. Both ministers signed the pact in Oslo.",
    ],
)
def test_what_says_more_of_an_event_is_that_event(text: str) -> None:
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda held talks on Monday. Rwanda and Peru negotiated.",
        "Kenya and Uganda signed a pact on Monday. Rwanda signed the pact.",
        "Kenya and Uganda signed a pact on Monday. Kenya signed a protocol with Uganda.",
    ],
)
def test_what_others_do_or_another_thing_is_another_event(text: str) -> None:
    assert len(events(text)) == 2


def test_a_gathering_at_the_place_of_a_known_one_in_its_month_is_that_one() -> None:
    told = made("Envoys convene", "meeting", MONTH, RWANDA, at=0, place="Oslo")

    assert len(merge([told, summit()])) == 1
    assert len(merge([replace(told, place="Lima"), summit()])) == 2


def test_what_is_still_due_by_a_day_is_not_what_has_been_held() -> None:
    held = "A meeting was held on Monday in Oslo between Kenya and Uganda."
    text = f"{held} A Ugandan diplomat will mediate before the end of the year."

    assert sorted(event.status for event in events(text)) == ["past", "planned"]
