"""Feast days by their rules."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil.easter import EASTER_ORTHODOX
from dateutil.easter import easter as oracle

from timeline import lexicon
from timeline.time import interval as build
from timeline.time.calendars import easter, lunar, orthodox_easter
from timeline.time.dates import read_date
from timeline.time.feasts import feast


@pytest.mark.parametrize("year", range(1583, 2400, 7))
def test_easter_falls_where_dateutil_says(year: int) -> None:
    assert easter(year) == oracle(year)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 1977, date(1977, 12, 25)),
        ("11/4/4", 2019, date(2019, 11, 28)),
        ("05/1/-1", 2021, date(2021, 5, 31)),
        ("09/1/1", 2021, date(2021, 9, 6)),
        ("01/1/3", 2024, date(2024, 1, 15)),
        ("easter-2", 1998, date(1998, 4, 10)),
        ("tishri+0", 1973, date(1973, 9, 27)),
        ("tishri+9", 1973, date(1973, 10, 6)),
        ("tishri+0", 2024, date(2024, 10, 3)),
        ("tishri-193", 2022, date(2022, 3, 17)),
        ("nowruz+0", 2020, date(2020, 3, 20)),
        ("nowruz+0", 2023, date(2023, 3, 21)),
        ("nowruz+0", 1979, date(1979, 3, 21)),
        ("table/lunar_new_year", 1968, date(1968, 1, 30)),
        ("table/diwali", 2019, date(2019, 10, 27)),
    ],
)
def test_feast_reads_its_rule(rule: str, year: int, day: date) -> None:
    assert feast(rule, year) == build.day(day.year, day.month, day.day)


def test_every_feast_of_the_data_has_a_rule_that_can_be_read_or_none() -> None:
    words = lexicon.table("lang/en.time.words")["words"]
    rules = {**words["holiday"], **words["holiday_day"]}

    unread = [name for name, rule in rules.items() if rule and feast(rule, 2021) is None]

    assert unread == []


@pytest.mark.parametrize(
    ("phrase", "language", "interval"),
    [
        ("12. Mai 2021", "de", build.day(2021, 5, 12)),
        ("12 mai 2021", "fr", build.day(2021, 5, 12)),
        ("Juni 2020", "de", build.month(2020, 6)),
        ("Saison 2007", "de", None),
        ("12 foo 2021", "xx", None),
    ],
)
def test_dateparser_keeps_the_grain_of_the_words(
    phrase: str, language: str, interval: object
) -> None:
    assert read_date(phrase, language) == interval


@pytest.mark.parametrize("year", range(1924, 2099, 5))
def test_orthodox_easter_falls_where_dateutil_says(year: int) -> None:
    assert orthodox_easter(year) == oracle(year, EASTER_ORTHODOX)


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        (9, 1, date(2004, 10, 15)),
        (10, 1, date(2007, 10, 13)),
        (12, 10, date(2010, 11, 16)),
        (9, 1, date(2014, 6, 28)),
        (9, 1, date(2021, 4, 13)),
        (9, 1, date(2022, 4, 2)),
        (10, 1, date(2024, 4, 10)),
        (12, 10, date(2025, 6, 6)),
    ],
    ids=str,
)
def test_lunar_is_within_two_days_of_the_umm_al_qura_calendar(
    month: int, day: int, expected: date
) -> None:
    found = lunar(expected.year, month, day)

    assert found is not None
    assert abs((found - expected).days) <= 2


@pytest.mark.parametrize("year", [1, 621, 622, 2008, 9998])
def test_lunar_stays_in_its_year(year: int) -> None:
    found = [lunar(year, month) for month in range(1, 13)]

    assert {day.year for day in found if day} <= {year}
