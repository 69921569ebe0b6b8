"""Events without a date: when the story's day is theirs too, and when it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from marked import DCT, events, interval, made

from timeline.events.inherit import Told, inherit
from timeline.model import Event, Interval

YESTERDAY = interval(date(2021, 12, 6))


def told(
    label: str, when: Interval | None, sentence: int, *, in_line: bool = True, tells: bool = True
) -> Told:
    event = made(label, "other", when, at=100 * sentence)
    return Told(event, sentence, 1, in_line=in_line, tells=tells)


def dates(*items: Told, dct: date | None = DCT) -> list[tuple[str, str | None]]:
    return [(e.label, _edtf(e)) for e in inherit(items, dct=dct)]


def _edtf(event: Event) -> str | None:
    return event.timex.edtf if event.timex else None


def test_the_next_sentence_of_the_story_has_its_day() -> None:
    found = inherit([told("came", YESTERDAY, 0), told("spoke", None, 1)], dct=DCT)

    assert [_edtf(e) for e in found] == ["2021-12-06", "2021-12-06"]


def test_a_day_carried_over_says_so() -> None:
    _, carried = inherit([told("came", YESTERDAY, 0), told("spoke", None, 1)], dct=DCT)

    assert carried.timex is not None
    assert carried.timex.basis == "previous"
    assert carried.timex.why == "no date of its own; told right after “came” (2021-12-06)"


def test_the_day_goes_on_from_sentence_to_sentence() -> None:
    story = [told("came", YESTERDAY, 0), told("spoke", None, 2), told("left", None, 4)]

    assert [when for _, when in dates(*story)] == ["2021-12-06"] * 3


@pytest.mark.parametrize(
    ("why", "story"),
    [
        ("too far", [told("came", YESTERDAY, 0), told("left", None, 3)]),
        ("not in the story's line", [told("came", YESTERDAY, 0),
                                     told("left", None, 1, in_line=False)]),
        ("nothing before it", [told("left", None, 1)]),
        ("a month is no day", [told("came", interval(date(2021, 11, 1), 30, "month"), 0),
                               told("left", None, 1)]),
        ("an old day is background", [told("came", interval(date(2021, 11, 2)), 0),
                                      told("left", None, 1)]),
        ("a plan is no past day", [told("to come", interval(date(2021, 12, 9)), 0),
                                   told("left", None, 1)]),
        ("an open stretch", [told("came", Interval(date(2021, 12, 6), None, "day"), 0),
                             told("left", None, 1)]),
        ("another date lies between", [told("came", YESTERDAY, 0),
                                       told("born", interval(date(1990, 1, 1)), 1),
                                       told("left", None, 2)]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_no_day_is_carried_over_when(why: str, story: list[Told]) -> None:
    label, when = dates(*story)[-1]

    assert (label, when) == (story[-1].event.label, None), why


def test_without_a_day_of_writing_no_day_is_carried_over() -> None:
    assert dates(told("came", YESTERDAY, 0), told("left", None, 1), dct=None)[1] == ("left", None)


def test_a_named_event_gives_its_day_to_nothing() -> None:
    named = told("Oslo summit", YESTERDAY, 0)
    timex = named.event.timex
    assert timex is not None
    named = replace(named, event=replace(named.event, timex=replace(timex, basis="reference")))

    assert dates(named, told("left", None, 1))[1] == ("left", None)


def test_what_says_neither_who_nor_when_is_no_event() -> None:
    assert dates(told("came", YESTERDAY, 0, tells=False), told("x", None, 5, tells=False)) == [
        ("came", "2021-12-06")
    ]


def test_a_dated_event_keeps_its_own_date() -> None:
    story = [told("came", YESTERDAY, 0), told("left", interval(DCT), 1)]

    assert dates(*story) == [("came", "2021-12-06"), ("left", "2021-12-07")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya expelled Uganda's envoy on Monday. It closed the border.",
         [("sanction", "2021-12-06"), ("state_change", "2021-12-06")]),
        ("Kenya expelled Uganda's envoy on Monday. It will close the border.",
         [("sanction", "2021-12-06"), ("state_change", None)]),
        ("Kenya expelled Uganda's envoy in 1998. It closed the border.",
         [("sanction", "1998"), ("state_change", None)]),
    ],
    ids=str,
)  # fmt: skip
def test_a_story_told_in_the_past_stays_on_its_day(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = sorted(events(text), key=lambda e: e.trigger)

    assert [(e.type, _edtf(e)) for e in found] == expected


@pytest.mark.parametrize(
    ("why", "text", "type_"),
    [
        ("its sentence has a day of its own",
         "Kenya expelled Uganda's envoy on Sunday. It closed the border; talks began on Monday.",
         "state_change"),
        ("an outsider speaks of the news",
         "Kenya said on Tuesday that it was safe. Kenya expelled Uganda's envoy on Sunday. "
         "Rwanda urged both to talk.", "demand"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." not in value else "",
)  # fmt: skip
def test_another_day_is_not_carried_over_when(why: str, text: str, type_: str) -> None:
    found = [_edtf(e) for e in events(text) if e.type == type_]

    assert "2021-12-05" not in found, why


def test_a_party_of_the_act_speaks_on_its_day() -> None:
    text = "Kenya attacked Uganda on Sunday. Uganda denounced Kenya."

    assert [_edtf(e) for e in events(text) if e.type == "accusation"] == ["2021-12-05"]


def test_the_parties_of_the_opening_act_on_its_day() -> None:
    text = (
        "Joe Biden and Vladimir Putin met in Geneva on Monday.",
        "Both countries have large armies. The talks had been prepared for months.",
        "The two are of an age. Geneva is a city of lakes.",
        "Joe Biden assured Vladimir Putin of his respect.",
    )
    (event,) = [e for e in events(*text) if "assures" in e.label]

    assert _edtf(event) == "2021-12-06"


@pytest.mark.parametrize(
    "last",
    [
        "In 2009 Joe Biden visited Moscow. Joe Biden assured Vladimir Putin of his respect.",
        "Joe Biden assured Boris Johnson of his respect.",
        "Joe Biden will assure Vladimir Putin of his respect.",
    ],
    ids=["another date stands before", "another party", "not past"],
)
def test_others_do_not_act_on_the_day_of_the_opening(last: str) -> None:
    text = (
        "Joe Biden and Vladimir Putin met in Geneva on Monday.",
        "Both countries have large armies. The city is old. It has lakes. It has banks.",
        last,
    )

    assert [_edtf(e) for e in events(*text) if e.type == "agreement" and e.timex] == []
