"""The exports: exactly the rows, readable elsewhere, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import made
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import DocumentError, UnknownFormat
from timeline.export import EXPORTS, read_csv
from timeline.export.cells import NAMES, joined, split
from timeline.export.delimited import defused
from timeline.table import filters, frame
from timeline.table.filters import Filters

DATED = frame.from_extraction(made.extraction())
FRAMES = {
    "dated": DATED,
    "undated": frame.undated(made.extraction()),
    "filtered": filters.apply(DATED, Filters(actors=("RUS",))),
    "empty": frame.empty(),
}


@pytest.mark.parametrize("rows", FRAMES.values(), ids=FRAMES.keys())
@pytest.mark.parametrize("name", ["csv", "raw-csv"])
def test_csv_read_back_is_the_same_frame(name: str, rows: pd.DataFrame):
    pd.testing.assert_frame_equal(read_csv(EXPORTS[name].to_bytes(rows)), rows)


@pytest.mark.parametrize("rows", FRAMES.values(), ids=FRAMES.keys())
@pytest.mark.parametrize("name", list(EXPORTS))
def test_every_export_writes_every_frame_and_the_same_bytes_twice(name: str, rows: pd.DataFrame):
    written = EXPORTS[name].to_bytes(rows)

    assert written.decode("utf-8-sig").strip()
    assert written == EXPORTS[name].to_bytes(rows)


def cells(name: str) -> list[dict[str, str]]:
    text = EXPORTS[name].to_bytes(DATED).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_tells_the_last_day_itself():
    by_id = {row["id"]: row for row in cells("raw-csv")}

    assert by_id["e-november"]["date_earliest"] == "2021-11-01"
    assert by_id["e-november"]["date_latest"] == "2021-11-30"
    assert by_id["e-donbas"]["date_latest"] == ""


def test_csv_for_a_spreadsheet_begins_with_a_byte_order_mark_and_raw_does_not():
    assert EXPORTS["csv"].to_bytes(DATED).startswith(b"\xef\xbb\xbf")
    assert not EXPORTS["raw-csv"].to_bytes(DATED).startswith(b"\xef\xbb\xbf")


def test_csv_lines_end_as_rfc_4180_wants():
    text = EXPORTS["raw-csv"].to_bytes(DATED).decode()

    assert text.count("\r\n") == len(DATED) + 1
    assert text.replace("\r\n", "").count("\n") == 0


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", " =1", "\ufeff=1", "\u00a0@x"],
    ids=repr,
)
def test_a_cell_that_runs_as_a_formula_gets_an_apostrophe(cell: str):
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Geneva", "2021-06-16", "a=b", "“=x”", "'quoted"])
def test_a_harmless_cell_stays_as_it_is(cell: str):
    assert defused(cell) == cell


@pytest.mark.parametrize("label", ["'=1", "''=1", "'x", "'", "' =1"], ids=repr)
def test_an_apostrophe_of_the_text_itself_is_kept(label: str):
    event = replace(made.made_events()[0], label=label)
    rows = frame.from_extraction(made.extraction((event,), ()))

    assert read_csv(EXPORTS["csv"].to_bytes(rows))["label"][0] == label


def test_no_cell_of_the_spreadsheet_csv_can_run():
    evil = replace(made.made_events()[0], label="=cmd|' /C calc'!A0", place="@here")
    rows = frame.from_extraction(made.extraction((evil,), ()))
    text = EXPORTS["csv"].to_bytes(rows).decode("utf-8-sig")

    for row in csv.reader(io.StringIO(text, newline="")):
        assert not [cell for cell in row if cell.lstrip().startswith(tuple("=+-@"))]


def test_json_has_lists_and_nulls():
    by_id = {event["id"]: event for event in json.loads(EXPORTS["json"].to_bytes(DATED))}

    assert by_id["e-geneva"]["actors"] == ["Joe Biden", "Vladimir Putin"]
    assert by_id["e-donbas"]["date_latest"] is None
    assert list(by_id["e-geneva"]) == list(NAMES.values())


def test_file_columns_are_the_frames_each_once():
    assert sorted(NAMES) == sorted(frame.COLUMNS)
    assert len(set(NAMES.values())) == len(NAMES)


def test_an_unknown_format_is_answered_with_the_near_one():
    with pytest.raises(UnknownFormat, match="did you mean 'csv'"):
        EXPORTS["cvs"]
    with pytest.raises(UnknownFormat, match="choose one of"):
        EXPORTS["powerpoint"]


@pytest.mark.parametrize(
    "data", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b'id\r\n"open'], ids=repr
)
def test_another_file_is_refused_in_words(data: bytes):
    with pytest.raises(DocumentError, match=r"^csv: "):
        read_csv(data)


@given(st.lists(st.text(min_size=1), max_size=4))
def test_joined_names_come_apart_again(names: list[str]):
    assert split(joined(names)) == tuple(names)


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@given(label=TEXT, place=TEXT, note=TEXT.filter(bool))
def test_any_text_survives_both_kinds_of_csv(label: str, place: str, note: str):
    event = replace(made.made_events()[3], label=label, place=place, notes=(note, ";\\"))
    rows = frame.from_extraction(made.extraction((event,), ()))

    for name in ("csv", "raw-csv"):
        pd.testing.assert_frame_equal(read_csv(EXPORTS[name].to_bytes(rows)), rows)
