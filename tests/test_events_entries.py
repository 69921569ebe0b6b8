"""Chronologies: what stands under a date's entry or heading happened then."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.pipeline import extract

DCT = date(2012, 1, 1)


def told(text: str) -> list[str]:
    """Return date and label of each event of a text, in order of time, undated ones last."""
    found = extract(text, dct=DCT)
    return [
        f"{e.timex.edtf if e.timex else '-'} {e.label}" for e in (*found.events, *found.undated)
    ]


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", [":", " –", " -"])
def test_an_entry_goes_on_in_the_year_of_the_one_above(parted: str, mark: str) -> None:
    lines = (
        f"3 May 2006{mark} Kenya attacks a border post in the north.",
        f"20 August{mark} Kenya and Uganda sign a truce in Arusha.",
        f"January{mark} Uganda withdraws its troops from the border area.",
    )

    assert told(parted.join(lines)) == [
        "2006-05-03 Kenya attacks a border post in the north",
        "2006-08-20 Kenya and Uganda sign a truce in Arusha",
        "2007-01 Uganda withdraws its troops from the border area",
    ]


def test_every_sentence_of_an_entry_has_its_date() -> None:
    text = "3 May 2006: Kenya attacks a border post. Uganda expels the Kenyan ambassador."

    assert told(text) == [
        "2006-05-03 Kenya attacks a border post",
        "2006-05-03 Uganda expels the Kenyan ambassador",
    ]


def test_a_heading_that_is_a_day_dates_what_stands_under_it() -> None:
    text = (
        "The border war\n\nThe war over the border took four years and many lives.\n\n"
        "3 May 2006\n\nKenya attacked a border post in the north of the country."
        " Uganda expelled the Kenyan ambassador and closed the border.\n\nAftermath\n\n"
        "Uganda signed a treaty with its other neighbours, who had watched with some concern."
    )

    found = told(text)

    assert "2006-05-03 Uganda expels the Kenyan ambassador" in " ".join(found)
    assert any(line.startswith("- Uganda signs a treaty") for line in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya will sign a treaty.",
        "“Kenya signed a treaty,” the mayor said.",
        "In 1998 Kenya signed a treaty.",
        "Kenya had signed a treaty.",
        "Kenya signs a treaty every year.",
    ],
)
def test_an_entry_does_not_date_plans_quotations_and_what_has_a_date(sentence: str) -> None:
    found = told(f"3 May 2006: Uganda attacks a border post. {sentence}")

    assert [line for line in found if line.startswith("2006-05-03") and "treaty" in line] == []


def test_a_live_report_goes_on_from_time_to_time() -> None:
    text = (
        "3 May 2006, 18:40 GMT: Kenya attacks a border post.\n"
        "21:15 GMT: Uganda expels the Kenyan ambassador.\n"
        "4 May, 04:00: The premier, Ana Otieno, resigns.\n"
    )

    assert told(text) == [
        "2006-05-03 Kenya attacks a border post",
        "2006-05-03 Uganda expels the Kenyan ambassador",
        "2006-05-04 Otieno resigns",
    ]


def test_a_time_of_day_under_the_entry_of_a_month_is_no_day_of_that_month() -> None:
    text = "May 2006: Kenya attacks a border post.\n21:15 GMT: Uganda expels the Kenyan ambassador."

    days = [t.value for t in extract(text).timexes if t.type == "TIME"]

    assert days == ["XXXX-XX-XXT21:15"]


YEARS = (
    "The border war in dates\n\n1998\n\nKenya invades Uganda. {more}\n\n{last}\n\nKenya withdraws."
)


def test_headings_that_are_years_date_what_stands_under_them() -> None:
    found = told(YEARS.format(more="Fighting breaks out in Arusha.", last="2001"))

    assert sorted(found) == [
        "1998 Fighting breaks out in Arusha",
        "1998 Kenya invades Uganda",
        "2001 Kenya withdraws",
    ]


@pytest.mark.parametrize(
    ("more", "last"),
    [("Rwanda had closed its border.", "Aftermath"), ("In 1999 Rwanda closed its border.", "2001")],
    ids=["one year is no chronology", "a date of its own"],
)
def test_a_year_above_does_not_date(more: str, last: str) -> None:
    assert [line for line in told(YEARS.format(more=more, last=last)) if line[:6] == "1998 R"] == []


def test_an_entry_can_begin_with_its_year() -> None:
    lines = (
        "1998 May-June - Kenya invades Uganda.",
        "1999 July - Kenya and Uganda sign a truce.",
        "2000 December 12 - Kenya and Uganda sign a treaty in Arusha.",
    )

    assert [line.split()[0] for line in told("\n".join(lines))] == [
        "1998-05/1998-06",
        "1999-07",
        "2000-12-12",
    ]


def test_an_entry_of_several_days_goes_on_in_the_year_of_the_one_above() -> None:
    text = (
        "3 May 2006 - Kenya attacks a border post in the north.\n\n"
        "20-22 August - Planes bomb the rebel camps. Uganda expels the ambassador.\n\n"
        "6 April 2007 - Kenya and Uganda sign a truce in Arusha."
    )

    assert sorted(told(text))[1:3] == [
        "2006-08-20/2006-08-22 Planes bomb the rebel camps",
        "2006-08-20/2006-08-22 Uganda expels the ambassador",
    ]


def test_a_month_told_between_two_entries_has_their_year() -> None:
    text = (
        "3 May 2006 – Kenya attacks a border post in the north.\n"
        "The raid followed a March vote that the rebels had boycotted.\n"
        "9 May 2006 – Uganda expels the ambassador."
    )

    assert "2006-03 " in " ".join(told(text))


def test_this_day_is_the_entrys_whatever_else_is_told() -> None:
    text = (
        "The border war\n\n3 May 2006\n\nAfter the first war (which ended on 10 June 2005),"
        " Kenya signs a pact on this day.\n\n9 May 2006\n\nUganda expels the ambassador."
    )

    assert "2006-05-03 Kenya signs a pact" in told(text)


def test_what_happens_later_is_not_of_the_entrys_day() -> None:
    text = "3 May 2006: Kenya attacks a border post. Its army later attacks the port."

    assert "- Army attacks the port" in told(text)


def test_an_entry_is_over_once_its_story_has_gone_on() -> None:
    text = (
        "3 May 2006: Kenya attacks a border post. The raids last until a truce is signed in 2008."
        " Uganda expels the ambassador.\n3 May 2010: Kenya attacks the port."
    )

    assert "- Uganda expels the ambassador" in told(text)


def test_what_would_have_been_ends_no_entry() -> None:
    text = (
        "3 May 2006: A vote lifts a limit that would have forced the king to retire in 2008."
        " Uganda expels the ambassador.\n3 May 2010: Kenya attacks the port."
    )

    assert "2006-05-03 Uganda expels the ambassador" in told(text)


def test_who_is_sworn_in_a_day_later_is_sworn_in() -> None:
    text = "3 May 2006: Ann Okoth resigns. Juan Vargas is sworn in a day later as premier."

    assert "2006-05-04 Vargas is sworn in" in told(text)
