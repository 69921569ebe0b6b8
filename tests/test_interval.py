"""Half-open day intervals and the operators that build them."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.model import Grain, Interval
from timeline.time import interval as build

D = date


@pytest.mark.parametrize(
    ("made", "start", "end"),
    [
        (build.day(2021, 6, 16), D(2021, 6, 16), D(2021, 6, 17)),
        (build.day(2020, 2, 29), D(2020, 2, 29), D(2020, 3, 1)),
        (build.month(2021, 12), D(2021, 12, 1), D(2022, 1, 1)),
        (build.season(2021, "SP"), D(2021, 3, 1), D(2021, 6, 1)),
        (build.season(2021, "WI"), D(2021, 12, 1), D(2022, 3, 1)),
        (build.quarter(2021, 4), D(2021, 10, 1), D(2022, 1, 1)),
        (build.half(2021, 2), D(2021, 7, 1), D(2022, 1, 1)),
        (build.year(2021), D(2021, 1, 1), D(2022, 1, 1)),
        (build.decade(1994), D(1990, 1, 1), D(2000, 1, 1)),
        (build.century(18), D(1800, 1, 1), D(1900, 1, 1)),
        (build.week(D(2021, 12, 7)), D(2021, 12, 6), D(2021, 12, 13)),
        (build.weekend(D(2021, 12, 7)), D(2021, 12, 11), D(2021, 12, 13)),
        (build.weekend(D(2021, 12, 12)), D(2021, 12, 11), D(2021, 12, 13)),
    ],
    ids=str,
)
def test_interval_ends_the_day_after_its_last(made: Interval, start: date, end: date) -> None:
    assert (made.start, made.end) == (start, end)


@pytest.mark.parametrize(
    "made",
    [
        build.day(2021, 2, 29),
        build.day(0, 1, 1),
        build.day(9999, 12, 31),
        build.month(2021, 13),
        build.month(9999, 1),
        build.year(0),
        build.decade(5),
        build.century(0),
        build.quarter(2021, 5),
        build.half(2021, 0),
        build.week(date.max),
        build.weekend(date.max),
    ],
)
def test_interval_is_none_where_the_calendar_has_no_such_place(made: Interval | None) -> None:
    assert made is None


GRAINS: list[Grain] = ["day", "week", "month", "season", "quarter", "half", "year", "decade"]


@pytest.mark.parametrize("grain", GRAINS)
def test_shift_keeps_the_grain_and_comes_back(grain: Grain) -> None:
    here = build.holding(D(2021, 12, 7), grain)
    assert here is not None

    there = build.shift(here, 5)

    assert there is not None
    assert there.grain == grain
    assert build.shift(there, -5) == here


@pytest.mark.parametrize("grain", GRAINS)
def test_shift_by_one_touches_without_overlap(grain: Grain) -> None:
    here = build.holding(D(2021, 12, 7), grain)
    assert here is not None

    after = build.shift(here, 1)

    assert after is not None
    assert after.start == here.end


@pytest.mark.parametrize("grain", GRAINS)
def test_holding_holds_the_day(grain: Grain) -> None:
    held = build.holding(D(2021, 1, 15), grain)

    assert held is not None
    assert held.start is not None
    assert held.end is not None
    assert held.start <= D(2021, 1, 15) < held.end


def test_shift_leaves_an_open_end_alone() -> None:
    assert build.shift(Interval(D(2014, 1, 1), None, "span"), 1) is None


@pytest.mark.parametrize(
    ("whole", "which", "start", "end"),
    [
        (build.month(2021, 11), "START", D(2021, 11, 1), D(2021, 11, 11)),
        (build.month(2021, 11), "MID", D(2021, 11, 11), D(2021, 11, 21)),
        (build.month(2021, 2), "END", D(2021, 2, 21), D(2021, 3, 1)),
        (build.year(2022), "START", D(2022, 1, 1), D(2022, 5, 1)),
        (build.year(2022), "END", D(2022, 9, 1), D(2023, 1, 1)),
        (build.season(2021, "SU"), "MID", D(2021, 7, 1), D(2021, 8, 1)),
        (build.decade(1960), "START", D(1960, 1, 1), D(1964, 1, 1)),
        (build.decade(1960), "END", D(1967, 1, 1), D(1970, 1, 1)),
        (build.week(D(2021, 12, 7)), "END", D(2021, 12, 10), D(2021, 12, 13)),
        (build.weekend(D(2021, 12, 7)), "START", D(2021, 12, 11), D(2021, 12, 12)),
        (build.day(2021, 12, 7), "END", D(2021, 12, 7), D(2021, 12, 8)),
    ],
    ids=str,
)
def test_part_takes_a_third(whole: Interval, which: build.Part, start: date, end: date) -> None:
    narrowed = build.part(whole, which)

    assert narrowed is not None
    assert (narrowed.start, narrowed.end) == (start, end)


def test_between_takes_both_ends_in() -> None:
    first, last = build.day(2021, 5, 3), build.day(2021, 5, 9)
    assert first is not None
    assert last is not None

    assert build.between(first, last) == Interval(D(2021, 5, 3), D(2021, 5, 10), "span")


def test_between_refuses_to_run_backwards() -> None:
    first, last = build.year(2018), build.year(2014)
    assert first is not None
    assert last is not None

    assert build.between(first, last) is None


def test_since_and_until_open_one_end() -> None:
    year = build.year(2014)
    assert year is not None

    assert build.since(year) == Interval(D(2014, 1, 1), None, "span")
    assert build.until(year) == Interval(None, D(2015, 1, 1), "span")


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (D(2021, 1, 31), 1, D(2021, 2, 28)),
        (D(2021, 12, 7), 6, D(2022, 6, 7)),
        (D(2021, 12, 7), -24, D(2019, 12, 7)),
        (D(1, 1, 1), -1, None),
    ],
)
def test_add_months_stays_inside_the_month(day: date, count: int, expected: date | None) -> None:
    assert build.add_months(day, count) == expected
