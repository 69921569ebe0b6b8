"""The order of events and what each weighs."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from marked import interval, made

from timeline.events.arrange import WEIGHTY, arrange, importance
from timeline.lexicon import table
from timeline.model import Actor, Interval, Span

KENYA = Actor("KEN", "Kenya", "state", "KEN")
UGANDA = Actor("UGA", "Uganda", "state", "UGA")
DAY = interval(date(2019, 5, 3))
DCT = date(2021, 12, 7)


def test_dated_events_come_in_order_of_time() -> None:
    month = made("month", "other", interval(date(2019, 5, 1), 31, "month"))
    first = made("first", "other", interval(date(2019, 5, 1)), at=200)
    day = made("day", "other", DAY, at=400)
    until = made("until", "other", Interval(None, date(2019, 5, 2), "day"), at=600)
    since = made("since", "other", Interval(date(2019, 5, 4), None, "day"), at=800)
    expected = [first, month, until, day, since]

    for order in permutations(expected):
        dated, undated = arrange(order, dct=DCT)
        assert [e.label for e in dated] == [e.label for e in expected]
        assert undated == ()


def test_events_of_one_day_come_by_id() -> None:
    told = [made(label, label, DAY) for label in ("vote", "aid", "call")]

    assert [e.event_id for e in arrange(told, dct=DCT)[0]] == ["aid-0", "call-0", "vote-0"]


def test_undated_events_keep_the_order_of_the_text() -> None:
    told = [made(str(at), "other", None, at=at) for at in (400, 0, 200)]

    dated, undated = arrange(told, dct=DCT)

    assert (dated, [e.label for e in undated]) == ((), ["0", "200", "400"])


def test_arrange_loses_no_event() -> None:
    told = [made("a", "other", DAY), made("b", "other", None, at=200)]

    dated, undated = arrange(told, dct=None)

    assert {e.event_id for e in (*dated, *undated)} == {e.event_id for e in told}


def test_arrange_of_nothing_is_nothing() -> None:
    assert arrange([], dct=DCT) == ((), ())


@pytest.mark.parametrize(
    ("weight", "event"),
    [
        (10, made("later, alone, no date", "other", None, at=500)),
        (25, made("of a day", "other", DAY, at=500)),
        (10, made("of a year", "other", interval(date(2019, 1, 1), 365, "year"), at=500)),
        (10, made("since", "other", Interval(date(2019, 1, 1), None, "day"), at=500)),
        (25, made("weighty", "attack", None, at=500)),
        (10, made("one actor", "other", None, KENYA, at=500)),
        (20, made("two actors", "other", None, KENYA, UGANDA, at=500)),
        (40, made("in the opening", "other", None)),
    ],
    ids=lambda value: getattr(value, "label", ""),
)
def test_importance_adds_up_what_the_article_does_with_it(weight: int, event: object) -> None:
    assert importance(event) == weight


def test_importance_grows_with_the_sentences_that_tell_it_and_then_stops() -> None:
    spans = [Span(500 + n, 501 + n) for n in range(5)]

    weights = [
        importance(made("x", "other", None, evidence=tuple(spans[:n]))) for n in (1, 2, 3, 5)
    ]

    assert weights == [10, 20, 30, 30]


def test_the_most_important_event_weighs_no_more_than_a_hundred() -> None:
    evidence = tuple(Span(n, n + 1) for n in range(9))
    event = made("all of it", "attack", DAY, KENYA, UGANDA, evidence=evidence)

    assert importance(event) == 100


def test_arrange_gives_the_events_their_weight() -> None:
    (event,), _ = arrange([made("x", "attack", DAY, KENYA, UGANDA)], dct=DCT)

    assert event.importance == 80


def test_weighty_types_are_types() -> None:
    assert table("event_types").keys() >= WEIGHTY
