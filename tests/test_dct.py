"""The article's own date: found in the lines around the story, never in it, never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.read import find_dct, read

STORY = "The two envoys met in Oslo on 3 May 2018. They agreed to meet again."
DAY = date(2019, 3, 25)


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("Publish : 2019-03-25 17:37:00", "publish line"),
        ("Published: 25 March 2019", "publish line"),
        ("Published on March 25, 2019 at 08:12 GMT", "publish line"),
        ("Posted: Mon, 25 Mar 2019 08:12", "publish line"),
        ("First published 25th March 2019", "publish line"),
        ("Date: Monday, 25 March 2019", "publish line"),
        ("DATE: 25-MAR-2019", "publish line"),
        ("Date posted: 03/25/2019", "publish line"),
        ("Published 25.03.2019", "publish line"),
        ("Updated 25 March 2019", "updated line"),
        ("Last modified on Mon 25 Mar 2019 08.12 GMT", "updated line"),
        ("By Ann Lee | 25 March 2019", "header"),
        ("25 March 2019", "header"),
        ("Monday, March 25, 2019", "header"),
        ("OSLO | 25 March 2019", "header"),
        ("2019-03-25T08:12:00Z", "header"),
        ("03/25/19", "header"),
        ("25.03.2019 | 08:12", "header"),
        ("March 25, 2019 Updated 9:07 p.m. ET", "header"),
        ("March 25, 201910:12 PM UTC", "header"),
        ("By Ann Lee, World News, 25 March 2019", "header"),
        ("Immediate Release: March 25, 2019", "publish line"),
        ("PUBLISHED 10:12 EST, 25 March 2019 | UPDATED: 26 March 2019", "publish line"),
        ("Oslo Post | Updated: 2019-03-25 09:31", "updated line"),
        ("XYZ-AB-03-25-19 1337EDT", "header"),
        ("Oslo: 25 March, 2019", "header"),
        ("25 March 2019 Peace and Security", "header"),
        ("Press release 25 March 2019 13:36", "header"),
        ("Text of report by a news agency on 25 March 2019", "header"),
        ("Monday, March 25, 2019; Page A01", "header"),
        ("Mar 25,2019", "header"),
        ("Published On 25 Mar 201925 Mar 2019", "publish line"),
        (
            "Oslo Post | Updated: 25-03-2019 13:36 IST | Created: 25-03-2019 13:30 IST",
            "publish line",
        ),
        ("XYZ20190325.0123 NEWS STORY", "header"),
    ],
)
def test_a_line_above_the_story_gives_the_day(line: str, basis: str) -> None:
    document = read(f"Envoys of two rivals meet\n\n{line}\n\n{STORY}")

    found = find_dct(document)

    assert (found.day, found.basis) == (DAY, f"found: {basis}")
    assert found.span is not None
    assert document.text[found.span.start : found.span.end] in line


@pytest.mark.parametrize(
    "above",
    [
        "Envoys meet\n2019-03-25 09:21:25 source:XPnet",
        "Envoys meet\n\nXP | Updated: 26-03-2019 13:36 CET | Created: 25-03-2019 13:11 CET",
        "Envoys meet\n\nMarch 25, 2019 / 10:59 PM / 3 years ago\nAnn Lee\n4 Min Read",
        "Envoys meet\n\nXPI / Mar 25, 2019, 10:05 IST",
        "Envoys meet\n\nOslo Times: 25 March 2019",
        "Envoys meet\n\n(25 March 2019)",
        "Envoys meet\n\n25 March 2019 (updated 26 March 2019)",
        "Envoys meet\n\nwww.example.org 2019-03-25 10:12:33",
        "25 March 2019 | Press Release\n\nEnvoys of two rivals meet",
        "25 Mar 2019, 14:02\nEnvoys of two rivals meet",
        "Press Statement\n\nAnn Lee\n\nWashington, DC\n\nMarch 25, 2019",
        "An envoy: 'We have a long way to go'\n\n25 March 2019",
        "Envoys meet. What comes next?\n\nBy Ann Lee\n25 March 2019",
        f"Envoys meet\n\n25 March 2019\n\n{STORY}\n\n1998",
    ],
)
def test_the_furniture_of_web_pages_gives_the_day(above: str) -> None:
    document = read(f"{above}\n\n{STORY}")

    assert find_dct(document).day == DAY
    story = [
        document.text[s.span.start : s.span.end] for s in document.sentences if s.kind == "body"
    ]
    assert all(line in STORY for line in story), story


def test_a_label_and_its_date_can_stand_on_two_lines() -> None:
    assert find_dct(read(f"Envoys meet\n\nPublished\n25 March 2019\nShare\n\n{STORY}")).day == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Published: 25 March 2019",
        "Last updated: 2019-03-25",
        "Published in The Daily Paper, March 25th, 2019",
        "This article was first published on March 25, 2019.",
    ],
)
def test_a_labelled_line_below_the_story_gives_the_day(line: str) -> None:
    assert find_dct(read(f"Envoys meet\n\n{STORY}\n\n{line}\n\nGive Your Comments")).day == DAY


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, March 25, 2019 (XP) —",
        "OSLO, 25 March 2019 (XP) –",
        "Oslo, Norway, 25 March 2019 (XP) -",
        "OSLO, Mar. 25, 2019 /XPNewswire/ --",
        "OSLO/BERGEN, March 25, 2019 (XP) -",
        "Oslo, March 25, 2019 (XP).-",
        "Oslo, 25 March 2019.",
        "New Oslo, March 25, 2019.",
        "State House, Oslo, Norway, Monday 25 March 2019 –",
        "Oslo, Monday 25 March 2019:",
        "OSLO / LIMA (25 March 2019) —",
        "Oslo, (XPoint / Oslo Point News - 25th Mar, 2019 ) :",
        "OSLO (25 March 2019) –",
        "(OSLO, 25 March 2019)",
        "OSLO: March 25, 2019 (XP):",
    ],
)
def test_a_dateline_in_full_gives_the_day(dateline: str) -> None:
    found = find_dct(read(f"{dateline} {STORY}"))

    assert (found.day, found.basis) == (DAY, "found: dateline")


def test_a_year_above_the_story_completes_a_dateline() -> None:
    found = find_dct(read(f"Envoys meet\n\nCopyright 2019 XP\n\nOSLO, March 25 (XP) - {STORY}"))

    assert (found.day, found.basis) == (DAY, "found: dateline")


def test_the_same_day_below_the_story_completes_a_dateline() -> None:
    story = f"OSLO, March 25. /XP/. {STORY}"

    assert find_dct(read(f"{story}\n\n© XP 25 MAR 2019")).day == DAY
    assert find_dct(read(f"{story}\n\n© XP 26 MAR 2019")).day is None
    assert find_dct(read(f"{story}\n\n© 2019 XP")).day is None


def test_a_place_and_day_above_a_title_are_the_article_s_own_alone_they_are_the_title() -> None:
    line = "Oslo, 25 March 2019"

    assert find_dct(read(f"{line}\n\nEnvoys of two rivals meet\n\n{STORY}")).day == DAY
    assert find_dct(read(f"{line}\n\n{STORY}")).day is None


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"OSLO (XP) _ {STORY}",
        f"OSLO, March 25 (XP) -- {STORY}",
        f"Envoys meet\n\nPublished: 03/04/2019\n\n{STORY}",
        f"Envoys meet\n\n04/03/19\n\n{STORY}",
        f"Envoys meet\n\nPublished 3 hours ago\n\n{STORY}",
        f"Envoys meet\n\nPublished: 31 February 2019\n\n{STORY}",
        f"The crisis after September 11, 2001\n\n{STORY}",
        f"The treaty of Oslo\n\nSigned: 3 May 1921\n\n{STORY}",
        f"Ann Lee\nBorn: 3 May 1921, Oslo\nDied: 8 August 1993\n\n{STORY}",
        f"The war\n3 May 1921 – 8 August 1923\n\n{STORY}",
        f"THE WAR\n(3 May 1921 – 8 August 1923)\n\n{STORY}",
        f"Envoys meet\n\nLast updated 14 May\n\n{STORY}",
        f"Envoys meet\n\nThe Oslo Summit, 25 March 2019\n\n{STORY}",
        f"Ministry\n\nStatement on the visit to Oslo, 24 to 25 March 2019\n\n{STORY}",
        f"Envoys meet\n\nFILE PHOTO: Envoys in Oslo, March 25, 2019. REUTERS/Ann Lee\n\n{STORY}",
        f"Envoys meet\n\nEnvoys in Oslo, March 25, 2019. /XPG Photo.\n\n{STORY}",
        f"The Oslo Accord, 25 March 2019: {STORY}",
        f"Friday, 25 March 2019: {STORY}",
        f"How it came\n\n3 May 2019\n\n{STORY}\n\n4 May 2019\n\n{STORY}",
        f"{STORY} The paper, published 25 March 2019, was praised. {STORY}",
        "",
    ],
    ids=lambda text: text[:40],
)
def test_what_does_not_say_the_day_leaves_it_unknown(text: str) -> None:
    found = find_dct(read(text))

    assert (found.day, found.basis, found.span) == (None, "unknown", None)


def test_a_publication_line_in_the_middle_of_the_story_is_another_article_s() -> None:
    many = "\n\n".join([STORY] * 10)

    assert find_dct(read(f"{many}\n\nPublished: 2019-03-25\n\n{many}")).day is None


def test_publication_beats_update_beats_dateline() -> None:
    dateline = f"OSLO, March 23, 2019 (XP) - {STORY}"

    assert find_dct(read(f"Updated: 2019-03-26\nPublished: 2019-03-25\n\n{dateline}")).day == DAY
    assert find_dct(read(f"Updated: 2019-03-25\n\n{dateline}")).day == DAY


def test_front_matter_gives_the_day() -> None:
    found = find_dct(read(f"---\ntitle: Envoys meet\ndate: 2019-03-25\n---\n\n{STORY}"))

    assert (found.day, found.basis) == (DAY, "found: front matter")


@pytest.mark.parametrize(
    "source", ["https://example.org/2019/03/25/envoys", "2019-03-25-envoys.txt", "x_20190325.md"]
)
def test_an_address_that_holds_the_day_gives_it(source: str) -> None:
    found = find_dct(read(STORY, source=source))

    assert (found.day, found.basis, found.span) == (DAY, "found: address", None)


@pytest.mark.parametrize("source", ["", "envoys.txt", "x_20191325.md", "article-20190325991.html"])
def test_an_address_without_a_day_gives_none(source: str) -> None:
    assert find_dct(read(STORY, source=source)).day is None


AFTERMATH = "The envoys signed at dawn. In June 2021 the pact lapsed, and the border was shut."


@pytest.mark.parametrize(
    "text",
    [
        f"The lost peace\n\nOslo, 25 March 2019\n\n{AFTERMATH}",
        f"Oslo, 25 March 2019 - {AFTERMATH}",
        f"Chapter 3\n\nOslo, 25 March 2019\n\n{STORY}",
        f"CHAPTER TWO: The lost peace\n\nOslo, 25 March 2019\n\n{STORY}",
    ],
)
def test_the_scene_of_a_chapter_is_not_the_day_it_was_written(text: str) -> None:
    document = read(text)

    assert find_dct(document).day is None
    assert [
        s.kind for s in document.sentences if "25 March" in text[s.span.start : s.span.end]
    ] == ["heading"]


@pytest.mark.parametrize(
    "story",
    [
        STORY,
        "The envoys met. In June 2021 the pact will lapse, it was said.",
        "The envoys met. In 2021 the games were to be held in Oslo, if money was found.",
        "The 2021 games were given to Oslo.",
        "By 2021 the border was to be open.",
    ],
)
def test_an_article_may_tell_of_what_is_to_come(story: str) -> None:
    assert find_dct(read(f"Envoys meet\n\nOslo, 25 March 2019\n\n{story}")).day == DAY


def test_who_says_when_an_article_was_published_is_believed() -> None:
    text = f"The lost peace\n\nPublished: 25 March 2019\n\n{AFTERMATH}"

    assert find_dct(read(text)).day == DAY
