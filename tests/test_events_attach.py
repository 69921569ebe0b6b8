"""To which word of its sentence a date belongs: tables/events_attach.txt, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import attached, events, marked

TABLE = Path(__file__).parent / "tables" / "events_attach.txt"


def rows() -> Iterator[pytest.param]:
    """Every sentence of the table; those under a "#!" line do not hold yet."""
    reason = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#!"):
            reason = line[2:].strip()
        elif line and not line.startswith("#"):
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            yield pytest.param(line, id=line, marks=marks)


@pytest.mark.parametrize("sentence", list(rows()))
def test_attach_gives_a_date_to_the_word_it_dates(sentence: str) -> None:
    expected = marked(sentence)

    assert attached(expected) == expected.owners


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("11:05 The envoys of Kenya will meet in Oslo tomorrow.", ["2021-12-08"]),
        ("11:05 Kenya's army took Arusha yesterday.", ["2021-12-06"]),
        ("11:05 The envoys of Kenya will meet in Oslo.", []),
        ("11:05 Kenya attacked the port.", ["2021-12-07"]),
    ],
)
def test_the_time_of_an_entry_dates_only_what_it_tells(sentence: str, dates: list[str]) -> None:
    assert [e.timex.edtf for e in events(sentence) if e.timex] == dates


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Kenya's parliament passed the budget for 2020 on Monday.", ["2021-12-06"]),
        ("Kenya announced a drop in exports for the third quarter.", []),
        ("Kenya set elections for 2022.", ["2022"]),
        ("Kenya's exports fell to six tons for 2020.", ["2020"]),
    ],
    ids=str,
)
def test_the_period_that_something_is_for_is_not_when_it_was_done(
    sentence: str, dates: list[str]
) -> None:
    assert [e.timex.edtf for e in events(sentence) if e.timex] == dates


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("There has been peace since May, when Kenya signed a treaty.", ["2021-05"]),
        ("There has been peace since Kenya signed a treaty in May.", ["2021-05"]),
        ("They hid since last week, when Kenya attacked.", ["2021-11-29/2021-12-05"]),
        ("Kenya has shelled the port since May.", ["2021-05/.."]),
    ],
    ids=str,
)
def test_what_happened_when_a_stretch_began_is_of_its_start(
    sentence: str, dates: list[str]
) -> None:
    assert [e.timex.edtf for e in events(sentence) if e.timex] == dates
