"""The figure: every event drawn, once, as certain as it is, in its actors' colours."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import made
import pandas as pd
import pytest

from timeline.show import marks
from timeline.show.figure import CONFIG, draw
from timeline.show.plan import plan
from timeline.table import filters, frame
from timeline.table.filters import Filters

DATED = frame.from_extraction(made.extraction())
IDS = set(DATED["event_id"])


def drawn(**options: Any) -> dict[str, Any]:
    shown = options.pop("shown", DATED)
    theme = options.get("theme", "light")
    planned = plan(shown, options.pop("whole", DATED), **options)
    figure: dict[str, Any] = json.loads(draw(planned, dct=made.DCT, theme=theme).to_json())
    return figure


def labels(figure: dict[str, Any]) -> dict[str, str]:
    last = figure["data"][-1]
    return {cell[0]: text for cell, text in zip(last["customdata"], last["text"], strict=True)}


def mark_of(event_id: str, theme: str = "light") -> marks.Mark:
    colour_of = marks.colours(DATED, theme)
    found = marks.marks(DATED, colour_of, theme, reach=30)
    return next(mark for mark in found if mark.box.event_id == event_id)


def test_every_event_can_be_clicked_and_is_labelled_once():
    points = Counter(cell[0] for cell in drawn()["data"][-1]["customdata"])

    assert set(points) == IDS
    assert set(points.values()) == {1}


def test_every_event_outside_the_first_window_is_drawn_and_named_at_the_edge():
    assert plan(DATED, DATED).earlier == (date(2008, 1, 1), date(2014, 4, 1))
    assert "e-nato08" in labels(drawn())


def test_what_is_open_to_the_past_stands_at_the_edge_by_its_last_day():
    open_ = DATED["event_id"] == "e-mission"
    away = DATED.assign(
        end=DATED["end"].where(~open_, pd.Timestamp("1963-01-01")),
        start=DATED["start"].where(~open_, pd.NaT),
    )

    assert date(1962, 12, 31) in plan(away, away).earlier


def test_what_did_not_come_about_is_crossed_and_never_struck_through():
    """A label says "does not" itself; a line through it would say the opposite."""
    for status in ("cancelled", "denied"):
        shown = DATED.assign(status=DATED["status"].where(DATED["event_id"] == "", status))
        figure = drawn(shown=shown)
        texts = labels(figure)
        days = set(DATED["event_id"][DATED["grain"] == "day"])

        assert not any("<s>" in text for text in texts.values())
        assert all(
            text.split("</span> ")[-1].startswith("✕ ")
            for event_id, text in texts.items()
            if text and event_id not in days
        )
        symbols = {
            symbol
            for trace in figure["data"]
            if trace.get("mode") == "markers"
            for symbol in trace["marker"]["symbol"]
        }
        assert symbols <= {"x-thin-open", "line-ns-open"}


def test_fit_all_leaves_nothing_outside():
    result = plan(DATED, DATED, fit_all=True)

    assert result.earlier == result.later == ()


@pytest.mark.parametrize(
    ("event_id", "shape"),
    [
        ("e-geneva", "day"), ("e-spring", "soft"), ("e-november", "soft"), ("e-july", "soft"),
        ("e-meeting", "soft"), ("e-shared", "soft"), ("e-drill", "bar"), ("e-donbas", "opening"),
        ("e-mission", "closing"), ("e-call", "day"), ("e-nato08", "soft"),
    ],
)  # fmt: skip
def test_a_mark_is_as_sharp_as_its_date(event_id: str, shape: str):
    assert mark_of(event_id).shape == shape


def test_a_month_is_as_long_as_a_month_and_a_range_includes_its_last_day():
    november, drill = mark_of("e-november").box, mark_of("e-drill").box

    assert november.end - november.start == 30
    assert drill.end - drill.start == 2


def test_a_plan_is_hollow_and_right_of_the_line_of_the_articles_date():
    figure = drawn()
    line = next(s for s in figure["layout"]["shapes"] if s["type"] == "line")
    points = next(t for t in figure["data"] if "symbol" in t.get("marker", {}))
    hollow = [x for x, s in zip(points["x"], points["marker"]["symbol"], strict=True)
              if s == "circle-open"]  # fmt: skip

    assert hollow
    assert all(x > line["x0"] for x in hollow)


def test_an_event_with_two_parties_carries_both_colours_after_its_label():
    text = labels(drawn())["e-newstart"]

    assert text.count("■") == 2
    colour_of = marks.colours(DATED, "light")
    assert colour_of["RUS"] in text
    assert colour_of["USA"] in text


def test_filtering_never_changes_a_colour():
    few = filters.apply(DATED, Filters(actors=("west",)))

    def colours_in(text: str) -> list[str]:
        return re.findall(r"#[0-9A-F]{6}", text)

    before = colours_in(labels(drawn())["e-sanctions"])

    assert len(before) == 2
    assert colours_in(labels(drawn(shown=few))["e-sanctions"]) == before


def test_the_seventh_party_is_grey():
    rows = DATED.head(8).copy()
    rows["parties"] = [(f"p{i}",) for i in range(8)]
    found = marks.colours(rows, "light")

    assert len(set(found.values())) == 7
    assert found["p6"] == found["p7"] == marks.OTHER["light"]


def test_text_from_outside_is_escaped_everywhere():
    evil = '<a href="https://x.example">click</a>'
    event = replace(made.made_events()[0], label=evil)
    shown = frame.from_extraction(made.extraction((event,), ()))

    text = draw(plan(shown, shown), dct=made.DCT).to_json()

    assert "<a" not in json.dumps(json.loads(text), ensure_ascii=False)
    assert "&lt;a" in text


def test_hover_tells_date_actors_and_derivation():
    hover = mark_of("e-geneva").hover

    assert "16 June 2021" in hover
    assert "Joe Biden and Vladimir Putin" in hover
    assert "“In June” is June 2021" in hover


def test_nothing_to_draw_is_no_error():
    figure = drawn(shown=frame.empty())

    assert figure["data"][-1]["customdata"] == []


def test_the_chart_says_in_words_what_it_shows():
    assert plan(DATED, DATED).alt.startswith("Timeline of 16 events from 1 January")


def test_nothing_can_be_sent_away_from_the_chart():
    assert CONFIG["showSendToCloud"] is False


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_saved_picture_has_the_ground_of_the_page(theme: str):
    config = Path(__file__).parent.parent / ".streamlit" / "config.toml"
    ground = tomllib.loads(config.read_text(encoding="utf-8"))["theme"][theme]["backgroundColor"]

    assert drawn(theme=theme)["layout"]["paper_bgcolor"] == ground


def test_a_label_without_room_waits_unseen():
    rows = pd.concat([DATED] * 8, ignore_index=True)
    rows["event_id"] = [f"e{at}" for at in range(len(rows))]
    figure = drawn(shown=rows)
    spare = next(trace for trace in figure["data"] if trace.get("name") == "spare labels")
    waiting = {cell[0] for cell in spare["customdata"]}

    assert spare["opacity"] == 0
    assert waiting >= {event_id for event_id, text in labels(figure).items() if not text}
    assert all(spare["text"])


def test_the_figure_stays_small():
    assert len(json.dumps(drawn())) < 60_000


def test_a_thousand_events_are_drawn_in_few_traces():
    many = pd.concat([DATED] * 60, ignore_index=True)
    many["event_id"] = [f"e{at}" for at in range(len(many))]
    figure = drawn(shown=many)

    assert len(figure["data"]) < 10
    assert len(figure["data"][-1]["customdata"]) == len(many)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_stands_out_on_its_ground(theme: str):
    """3:1, WCAG 2.2, 1.4.11; the lighter ones never stand without a label beside them."""
    ground = {"light": "#FFFFFF", "dark": "#11151C"}[theme]
    weak = [c for c in marks.PALETTES[theme] if contrast(c, ground) < 2.2]

    assert not weak


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
