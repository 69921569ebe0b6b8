"""The frame: its columns, its order, and what each cell says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import made
import pandas as pd
import pytest

from timeline.table import frame
from timeline.table.why import derivation
from timeline.table.words import date_words


@pytest.fixture
def dated() -> pd.DataFrame:
    return frame.from_extraction(made.extraction())


def row(dated: pd.DataFrame, event_id: str) -> pd.Series:
    return dated.set_index("event_id").loc[event_id]


def test_frame_has_one_row_per_event_and_every_column(dated: pd.DataFrame):
    assert sorted(dated["event_id"]) == sorted(e.event_id for e in made.made_events())
    assert list(dated.columns) == list(frame.COLUMNS)


def test_frame_without_events_has_the_same_dtypes(dated: pd.DataFrame):
    nothing = frame.from_extraction(made.extraction((), ()))

    assert nothing.empty
    assert nothing.dtypes.equals(dated.dtypes)
    assert frame.undated(made.extraction()).dtypes.equals(dated.dtypes)


def test_frame_is_sorted_by_start_and_an_open_start_by_its_end(dated: pd.DataFrame):
    order = list(dated["event_id"])

    assert order[0] == "e-nato08"
    assert order.index("e-july") < order.index("e-mission")
    assert order.index("e-mission") < order.index("e-drill")
    at = dated["start"].fillna(dated["end"])
    assert list(at) == sorted(at)


def test_frame_quotes_the_text_at_its_offsets(dated: pd.DataFrame):
    for record in dated.to_dict("records"):
        assert made.TEXT[record["char_start"] : record["char_end"]] == record["evidence"]


def test_frame_leaves_open_ends_open(dated: pd.DataFrame):
    assert pd.isna(row(dated, "e-mission")["start"])
    assert pd.isna(row(dated, "e-donbas")["end"])


def test_frame_keeps_what_the_text_alone_says(dated: pd.DataFrame):
    geneva = row(dated, "e-geneva")

    assert geneva["edtf"] == "2021-06-16"
    assert geneva["said"] == "2021-06"
    assert geneva["date_text"] == "June"


@pytest.mark.parametrize(
    ("value", "grain"),
    [("2021-11", "month"), ("2022", "year"), ("2021-SP", "season"), ("199", "decade")],
)
def test_frame_says_early_november_by_the_month_though_it_is_ten_days(value: str, grain: str):
    days = made.timex("early 2022", date(2021, 11, 1), date(2021, 11, 11), "span", "x", mod="START")
    early = made.event("e", "Early", "other", "past", replace(days, value=value), (), "In November")

    assert frame.from_extraction(made.extraction((early,), ()))["grain"][0] == grain


def test_frame_finds_a_person_under_the_state_he_or_she_acts_for(dated: pd.DataFrame):
    assert row(dated, "e-geneva")["parties"] == ("USA", "RUS")
    assert row(dated, "e-geneva")["party_labels"] == ("United States", "Russia")
    assert row(dated, "e-geneva")["actors"] == ("joe-biden", "vladimir-putin")


def test_undated_events_have_neither_start_nor_date_words():
    undated = frame.undated(made.extraction())

    assert len(undated) == 2
    assert undated["start"].isna().all()
    assert list(undated["date_text"]) == ["", ""]


@pytest.mark.parametrize("year", [1, 431, 1066, 1677, 2262, 9998])
def test_frame_holds_every_year_a_date_can_have(year: int):
    first = date(year, 3, 1)
    old = made.event(
        "e-old", "Old", "other", "past",
        made.timex("2008", first, date(year, 3, 2), "day", f"{year:04d}-03-01"),
        (), "NATO promised",
    )  # fmt: skip

    dated = frame.from_extraction(made.extraction((old,), ()))

    assert dated["start"][0].date() == first


@pytest.mark.parametrize(
    ("start", "end", "grain", "mod", "edtf", "words"),
    [
        ("2021-06-16", "2021-06-17", "day", "", "2021-06-16", "16 June 2021"),
        ("2021-11-09", "2021-11-11", "span", "", "2021-11-09/2021-11-10", "9–10 November 2021"),
        ("2021-11-30", "2021-12-03", "span", "", "", "30 November – 2 December 2021"),
        ("2021-12-30", "2022-01-03", "span", "", "", "30 December 2021 – 2 January 2022"),
        ("2021-11-01", "2021-12-01", "month", "", "2021-11", "November 2021"),
        ("2021-03-01", "2021-06-01", "span", "", "2021-03/2021-05", "March–May 2021"),
        ("2021-03-01", "2021-06-01", "season", "", "2021-21", "spring 2021"),
        ("2021-12-01", "2022-03-01", "season", "", "2021-24", "winter 2021–22"),
        (
            "2021-12-13",
            "2021-12-20",
            "week",
            "",
            "2021-12-13/2021-12-19",
            "week of 13 December 2021",
        ),
        ("2021-07-01", "2021-10-01", "quarter", "", "2021-35", "third quarter of 2021"),
        ("2021-07-01", "2022-01-01", "half", "", "2021-41", "second half of 2021"),
        ("2008-01-01", "2009-01-01", "year", "", "2008", "2008"),
        ("2014-01-01", "2017-01-01", "span", "", "2014/2016", "2014–2016"),
        ("1990-01-01", "2000-01-01", "decade", "", "199X", "1990s"),
        ("1901-01-01", "2001-01-01", "century", "", "19XX", "20th century"),
        ("2022-01-01", "2022-05-01", "year", "START", "2022", "early 2022"),
        ("2021-07-11", "2021-07-21", "month", "MID", "2021-07", "mid-July 2021"),
        ("2021-11-21", "2021-12-01", "month", "END", "2021-11", "late November 2021"),
        ("2021-11-18", "2021-11-23", "day", "APPROX", "2021-11-20~", "about 20 November 2021"),
        ("2014-04-01", None, "month", "", "2014-04/..", "since April 2014"),
        (None, "2021-11-01", "month", "", "../2021-10", "until October 2021"),
        (None, "2017-03-21", "month", "MID", "../2017-03-20", "until mid-March 2017"),
        (None, "2021-11-01", "day", "", "", "until 31 October 2021"),
        (None, "2022-01-01", "year", "END", "../2021", "until the end of 2021"),
        (None, "2021-09-01", "year", "END", "../2021-08", "until August 2021"),
        (None, "2022-05-01", "year", "START", "../2022-04", "until early 2022"),
        (None, "2022-01-01", "year", "START", "../2021", "until 2021"),
        ("2020-01-01", None, "year", "START", "2020/..", "since early 2020"),
        ("2020-05-01", None, "year", "START", "2020-05/..", "since May 2020"),
        ("2020-09-01", None, "year", "END", "2020-09/..", "since late 2020"),
        ("2020-01-01", None, "span", "APPROX", "2020/..", "since about 2020"),
        (None, None, "day", "", "", "no date"),
    ],
)
def test_date_words_say_a_date_as_finely_as_it_was_said(start, end, grain, mod, edtf, words):
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))

    assert date_words(first, last, grain=grain, mod=mod, edtf=edtf) == words


@pytest.mark.parametrize(
    ("why", "start", "end", "words", "edtf", "told"),
    [
        ("'the spring': the last begun → 2021-21", date(2021, 3, 1), date(2021, 6, 1),
         "spring 2021", "2021-21",
         "“the spring”: the last begun → spring 2021 (1 March – 31 May 2021)"),
        ("'early May': by the year → 2021-05", date(2021, 5, 1), date(2021, 5, 11),
         "early May 2021", "2021-05", "“early May”: by the year → early May 2021 (1–10 May 2021)"),
        ("'May': by the year → 2021-05", date(2021, 5, 1), date(2021, 6, 1),
         "May 2021", "2021-05", "“May”: by the year → May 2021"),
        ("'Tuesday': that day → 2021-12-07", date(2021, 12, 7), date(2021, 12, 8),
         "7 December 2021", "2021-12-07", "“Tuesday”: that day → 7 December 2021"),
        ("'since March': written → 2014-03/..", date(2014, 3, 1), None,
         "since March 2014", "2014-03/..",
         "“since March”: written → since March 2014 (since 1 March 2014)"),
        ("the text says a → b", date(2021, 5, 1), date(2021, 6, 1), "May 2021", "2021-05",
         "the text says a → b"),
    ],
    ids=["season", "mod", "month", "day", "open", "no date at its end"],
)  # fmt: skip
def test_a_derivation_ends_in_words_and_says_which_days_a_season_has(
    why, start, end, words, edtf, told
):
    assert derivation(why, start=start, end=end, words=words, edtf=edtf) == told


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("'two days later': last date 2014-07-30 +2 days",
         "“two days later”: last date 30 July 2014 +2 days"),
        ("'Friday': article date Mon 6 Feb 2023 -3 days",
         "“Friday”: article date Mon 6 Feb 2023 −3 days"),
        ("told under the entry of 1973-08 ('August 1973': written out → 1973-08)",
         "told under the entry of August 1973 (“August 1973”: written out → August 1973)"),
        ("last date 1978-W37, then 1966-FA, then 1979-Q2 or 1980-H1",
         "last date week of 11 September 1978, then autumn 1966, then second quarter of 1979 "
         "or first half of 1980"),
        ("'six months': +6 M from a summit (2021-06-16)",
         "“six months”: +6 months from a summit (16 June 2021)"),
        ("'by January': 1995-01-21/1995-01-31", "“by January”: 21 January 1995 – 31 January 1995"),
        ("“the F-16 deal of 2021-06” is COP-26, 2021-11-07, see https://x.example/2021-11-07/a",
         "“the F-16 deal of 2021-06” is COP-26, 7 November 2021, "
         "see https://x.example/2021-11-07/a"),
        ("2021-13 and 2021-02-30 are no dates", "2021-13 and 2021-02-30 are no dates"),
    ],
    ids=["day", "step back", "entry", "parts", "unit", "range", "quote and address", "no date"],
)  # fmt: skip
def test_what_a_derivation_codes_is_told_in_words(why, told):
    assert derivation(why, start=None, end=None, words="", edtf="none") == told
