"""Intervals as EDTF text and as TIMEX3 values, and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import EdtfError
from timeline.model import GRAINS, Grain, Interval
from timeline.time import interval as build
from timeline.time.edtf import edtf, read, timex_value

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 12, 31))
D = date


@pytest.mark.parametrize(
    ("interval", "text", "value"),
    [
        (build.day(2021, 6, 16), "2021-06-16", "2021-06-16"),
        (build.week(D(2021, 12, 7)), "2021-12-06/2021-12-12", "2021-W49"),
        (build.month(2021, 6), "2021-06", "2021-06"),
        (build.season(2021, "SP"), "2021-21", "2021-SP"),
        (build.season(2021, "WI"), "2021-24", "2021-WI"),
        (build.quarter(2021, 3), "2021-35", "2021-Q3"),
        (build.half(2021, 2), "2021-41", "2021-H2"),
        (build.year(987), "0987", "0987"),
        (build.decade(1994), "199X", "199"),
        (build.century(18), "18XX", "18"),
        (Interval(D(2021, 11, 1), D(2021, 11, 11), "span"), "2021-11-01/2021-11-10", None),
        (Interval(D(2022, 1, 1), D(2022, 5, 1), "span"), "2022-01/2022-04", None),
        (Interval(D(1914, 1, 1), D(1919, 1, 1), "span"), "1914/1918", None),
        (Interval(D(2014, 1, 1), None, "span"), "2014/..", None),
        (Interval(None, D(2014, 6, 1), "span"), "../2014-05", None),
        (Interval(None, None, "span"), "../..", None),
    ],
    ids=str,
)
def test_edtf_of_each_grain(interval: Interval, text: str, value: str | None) -> None:
    assert edtf(interval) == text
    assert timex_value(interval) == value


@given(day=DAYS, grain=st.sampled_from([g for g in GRAINS if g != "span"]))
def test_edtf_comes_back_as_the_same_days(day: date, grain: Grain) -> None:
    interval = build.holding(day, grain)
    if interval is None:
        return

    back = read(edtf(interval))

    assert (back.start, back.end) == (interval.start, interval.end)
    assert edtf(back) == edtf(interval)


@given(first=DAYS, length=st.integers(1, 4000), is_open=st.sampled_from(["", "start", "end"]))
def test_edtf_of_a_stretch_comes_back_as_the_same_days(
    first: date, length: int, is_open: str
) -> None:
    last = min(first + timedelta(days=length), date(9998, 1, 1))
    interval = Interval(
        None if is_open == "start" else first, None if is_open == "end" else last, "span"
    )

    back = read(edtf(interval))

    assert (back.start, back.end) == (interval.start, interval.end)


@pytest.mark.parametrize(
    "text",
    ["2021", "2021-06", "2021-06-16", "2021-21", "2021-22", "2021-23", "2021-33", "2021-36",
     "2021-40", "2021-41", "202X", "20XX", "2021-12-01/2021-12-06", "1914/1918"],
)  # fmt: skip
def test_edtf_means_what_the_library_reads(text: str) -> None:
    """Winter is left out: the library's ends in December, ours in February."""
    oracle = parse_edtf(text)
    interval = read(text)

    assert interval.start == D(*oracle.lower_strict()[:3])
    last = build.last_day(interval)
    assert last == D(*oracle.upper_strict()[:3])


@pytest.mark.parametrize(
    "text", ["", "soon", "2021-6", "2021-13", "2021-02-30", "2018/2014", "2021-06-16T10:00", "21"]
)
def test_read_refuses_what_we_do_not_write(text: str) -> None:
    with pytest.raises(EdtfError, match="EDTF"):
        read(text)
