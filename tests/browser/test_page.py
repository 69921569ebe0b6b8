"""What a reader does with the page, in a real browser."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from timeline.export import read_csv
from timeline.table import filters
from timeline.table.filters import Filters

if TYPE_CHECKING:
    from conftest import Timeline

pytestmark = pytest.mark.timeout(120)
ARTICLE = """Ministers agree on a ferry line

Published 4 March 2019

On Monday the foreign ministers of Norway and Denmark met in Oslo.
In January 2018 Norway and Denmark signed a fishing agreement.
The two governments will sign a treaty on 20 June 2019.
"""


def test_it_opens_on_the_sample_with_every_event_in_list_and_chart(
    timeline: Timeline, dated: pd.DataFrame
):
    timeline.open()

    assert timeline.listed() == set(dated["event_id"])
    assert timeline.charted() == set(dated["event_id"])
    expect(timeline.page.locator(".st-key-count")).to_contain_text(f"{len(dated)} dated events")


def test_choosing_russia_then_nato_filters_and_survives_a_reload(
    timeline: Timeline, dated: pd.DataFrame
):
    timeline.open()
    ids = {label: who for ids, labels in zip(dated["parties"], dated["party_labels"], strict=True)
           for who, label in zip(ids, labels, strict=True)}  # fmt: skip
    russia, nato = ids["Russia"], ids["NATO"]

    timeline.actor("Russia")
    first = timeline.listed()
    timeline.actor("NATO")
    both = timeline.listed()

    assert first == set(filters.apply(dated, Filters(actors=(russia,)))["event_id"])
    assert both == set(filters.apply(dated, Filters(actors=(russia, nato)))["event_id"])
    assert f"actor={russia}&actor={nato}" in timeline.page.url
    timeline.page.reload()
    timeline.chart_is_drawn()
    timeline.still()
    assert timeline.listed() == timeline.charted() == both
    timeline.page.go_back()
    timeline.still()
    assert timeline.listed() == first


def test_a_click_on_a_mark_shows_its_sentence_and_keeps_the_zoom(
    timeline: Timeline, dated: pd.DataFrame
):
    timeline.open()
    row = dated[dated["grain"] == "day"].iloc[-1]
    x, y = timeline.place_of(row["event_id"])
    timeline.page.mouse.move(x - 300, y + 12)
    timeline.page.mouse.down()
    timeline.page.mouse.move(x - 340, y + 12, steps=4)
    timeline.page.mouse.up()
    timeline.still()
    panned = timeline.window()

    timeline.page.mouse.click(*timeline.place_of(row["event_id"]))
    timeline.still()

    assert row["evidence"].split()[0] in timeline.evidence()
    assert _plain(row["evidence"]) in _plain(timeline.evidence())
    assert f"event={row['event_id']}" in timeline.page.url
    assert timeline.window() == panned
    # Back from another choice the same mark can be clicked again.
    other = dated["event_id"].iloc[0]
    timeline.page.locator(f".st-key-event-{other} button").click()
    timeline.still()
    assert f"event={other}" in timeline.page.url
    timeline.page.mouse.click(*timeline.place_of(row["event_id"]))
    timeline.still()
    assert f"event={row['event_id']}" in timeline.page.url
    chosen = timeline.page.locator("[aria-current=true]")
    expect(chosen).to_contain_text(row["label"])


def _plain(text: str) -> str:
    return " ".join(text.split())


def test_a_click_on_a_label_is_a_click_on_its_mark(timeline: Timeline, dated: pd.DataFrame):
    timeline.open()
    row = dated.loc[dated["importance"].idxmin()]
    label = timeline.page.locator(".js-plotly-plot g.textpoint text").first
    words = label.text_content().replace("■", "").strip().rstrip("…").strip()
    box = label.bounding_box()
    timeline.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    timeline.still()

    assert row is not None
    assert words in timeline.evidence()


def test_wheel_zooms_and_a_double_click_fits(timeline: Timeline, dated: pd.DataFrame):
    timeline.open()
    before = timeline.window()
    x, y = timeline.place_of(dated["event_id"].iloc[-1])
    timeline.page.mouse.move(x - 200, y + 14)
    timeline.page.mouse.wheel(0, -300)
    timeline.page.wait_for_timeout(500)
    zoomed = timeline.window()
    timeline.page.mouse.dblclick(x - 200, y + 14)
    timeline.page.wait_for_timeout(700)

    assert zoomed[1] - zoomed[0] < before[1] - before[0]
    assert timeline.window() == before


@pytest.mark.parametrize("fit", [False, True], ids=["dense part", "whole span"])
def test_labels_lie_neither_on_each_other_nor_outside(timeline: Timeline, fit: bool):
    timeline.open()
    if fit:
        timeline.page.locator(".st-key-edges button").first.click()
        timeline.still()
        timeline.chart_is_drawn()
        timeline.page.wait_for_timeout(500)
    _assert_labels_are_free(timeline)


def test_labels_stay_apart_while_the_window_narrows(timeline: Timeline):
    timeline.open()
    timeline.page.set_viewport_size({"width": 760, "height": 900})
    timeline.page.wait_for_timeout(1200)
    _assert_labels_are_free(timeline)


def _assert_labels_are_free(timeline: Timeline) -> None:
    boxes = timeline.labels()
    area = timeline.page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    assert len(boxes) >= 3
    for one, other in combinations(boxes, 2):
        assert (
            one["right"] <= other["left"] + 1
            or other["right"] <= one["left"] + 1
            or one["bottom"] <= other["top"] + 1
            or other["bottom"] <= one["top"] + 1
        )
    assert all(box["right"] <= area["x"] + area["width"] + 3 for box in boxes)


@pytest.mark.parametrize("button", ["CSV for Excel", "Raw CSV"])
def test_the_csv_is_exactly_what_is_shown(
    timeline: Timeline, dated: pd.DataFrame, button: str, tmp_path: Path
):
    timeline.open("?actor=RUS")
    with timeline.page.expect_download() as download:
        timeline.page.locator(".st-key-downloads").get_by_role("button", name=button).click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)

    shown = filters.apply(dated, Filters(actors=("RUS",)))
    pd.testing.assert_frame_equal(read_csv(saved.read_bytes()), shown)
    assert f"_{len(shown)}events_20211207" in saved.name


def test_a_pasted_article_replaces_the_timeline(timeline: Timeline, dated: pd.DataFrame):
    timeline.open("?actor=RUS")
    timeline.paste(ARTICLE)

    expect(timeline.page.locator("h1")).to_have_text("Ministers agree on a ferry line")
    assert timeline.listed()
    assert not timeline.listed() & set(dated["event_id"])
    assert "actor=" not in timeline.page.url
    assert "ferry" not in timeline.page.url.lower()
    expect(timeline.page.get_by_role("button", name="Make timeline")).to_have_count(0)


def test_a_text_without_a_date_is_asked_for_it_and_then_opens(timeline: Timeline):
    timeline.open()
    before = timeline.listed()
    timeline.paste("Oslo and Copenhagen\n\nOn Monday Norway and Denmark signed a treaty in Oslo.")

    expect(timeline.page.locator(".st-key-problem")).to_contain_text("when it was published")
    assert timeline.listed() == before
    day = timeline.page.locator(".st-key-missing")
    day.get_by_role("spinbutton").first.click()
    timeline.page.keyboard.type("20190304")
    timeline.page.keyboard.press("Enter")
    timeline.still()
    timeline.page.get_by_role("button", name="Use this date").click()
    timeline.still()

    expect(timeline.page.locator("h1")).to_have_text("Oslo and Copenhagen")
    expect(timeline.page.locator(".st-key-list")).to_contain_text("4 March 2019")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "cannot be read"),
        ("a.txt", "Caf\u00e9 in Oslo".encode("latin-1"), "not UTF-8"),
        ("empty.txt", b"", "no text"),
    ],
    ids=["wrong kind", "not utf-8", "empty"],
)
def test_a_bad_file_is_answered_in_words_and_the_timeline_stays(
    timeline: Timeline, dated: pd.DataFrame, name: str, data: bytes, words: str
):
    timeline.open()
    timeline.page.get_by_role("button", name="Open text").click()
    timeline.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": data}
    )
    timeline.still()
    timeline.page.get_by_role("button", name="Make timeline").click()
    timeline.still()

    expect(timeline.page.locator(".st-key-problem")).to_contain_text(words)
    assert timeline.listed() == set(dated["event_id"])


def test_a_hostile_article_stays_text(timeline: Timeline, page: Page):
    foreign: list[str] = []
    page.on("request", lambda r: foreign.append(r.url) if "127.0.0.1" not in r.url else None)
    page.on("dialog", lambda dialog: foreign.append(dialog.message))
    evil = (
        "<img src=https://x.example/a.png onerror=alert(1)> ![x](https://x.example/b.png)\n\n"
        "Published 4 March 2019\n\n"
        "On Monday Norway and <b onmouseover=alert(1)>Denmark</b> signed a treaty "
        "![y](https://x.example/c.png) <a href='https://x.example'>in Oslo</a>.\n"
    )
    timeline.open()
    timeline.paste(evil)
    page.get_by_role("button", name="Whole article").click()
    timeline.still()
    page.wait_for_timeout(500)

    assert [url for url in foreign if "x.example" in url or url == "1"] == []
    expect(page.get_by_role("dialog")).to_contain_text("![y](https://x.example/c.png)")
    assert page.locator("a[href*='x.example'], img[src*='x.example']").count() == 0


def test_nothing_is_fetched_from_elsewhere(timeline: Timeline, page: Page):
    foreign: list[str] = []
    local = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else foreign.append(r.url))
    timeline.open()

    assert foreign == []


def test_an_empty_view_offers_the_way_back(timeline: Timeline, dated: pd.DataFrame):
    timeline.open("?q=zzzz", has_chart=False)

    expect(timeline.page.locator(".st-key-list")).to_contain_text(f"0 of {len(dated)}")
    timeline.page.locator(".st-key-ease button").click()
    timeline.still()
    assert timeline.listed() == set(dated["event_id"])


def test_the_whole_article_is_one_click_away_with_the_place_in_view(
    timeline: Timeline, dated: pd.DataFrame
):
    row = dated.iloc[-1]
    timeline.open(f"?event={row['event_id']}")
    timeline.page.get_by_role("button", name="Whole article").click()
    timeline.still()

    place = timeline.page.locator(".st-key-article mark").first
    expect(place).to_be_in_viewport()
    assert _plain(place.inner_text()) in _plain(row["evidence"])


def test_the_list_can_be_walked_and_chosen_by_keyboard(timeline: Timeline, dated: pd.DataFrame):
    timeline.open()
    first, second = (str(dated["event_id"].iloc[at]) for at in (0, 1))
    timeline.page.locator(f".st-key-event-{first} button").focus()
    timeline.page.keyboard.press("Tab")
    timeline.page.keyboard.press("Enter")
    timeline.still()

    assert f"event={second}" in timeline.page.url
    expect(timeline.page.locator(f".st-key-event-{second} button")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(timeline: Timeline, page: Page, scheme: Any, width: int):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    timeline.open("?actor=RUS&status=past", has_chart=width > 640)

    assert _serious(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_forms_and_messages(
    timeline: Timeline, page: Page, scheme: Any
):
    page.emulate_media(color_scheme=scheme)
    timeline.open("?q=zzzz&event=gone", has_chart=False)
    page.get_by_test_id("stToast").wait_for()
    page.locator(".st-key-heading").get_by_role("button").click()
    page.get_by_test_id("stPopoverBody").get_by_role("spinbutton").first.click()
    page.get_by_test_id("stDateInputCalendar").wait_for()
    assert _serious(page) == []
    page.keyboard.press("Escape")
    timeline.paste("Oslo\n\nOn Monday Norway and Denmark met in Oslo.")
    page.get_by_role("button", name="Open text").click()
    page.get_by_role("button", name="Make timeline").wait_for()
    page.wait_for_timeout(500)

    assert _serious(page) == []
    page.keyboard.press("Escape")
    page.locator(".st-key-ease button").click()
    timeline.still()
    for button in ("Whole article", "How to read it"):
        page.get_by_role("button", name=button).click()
        page.get_by_role("dialog").wait_for()
        page.wait_for_timeout(500)
        assert _serious(page) == []
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")


def _serious(page: Page) -> list[Any]:
    """Return what axe-core calls serious or critical, with the places."""
    return [
        (found["id"], [node["html"][:200] for node in found["nodes"]])
        for found in Axe().run(page).response["violations"]
        if found["impact"] in ("serious", "critical")
    ]


def test_the_chart_says_in_words_what_it_shows(timeline: Timeline, dated: pd.DataFrame):
    timeline.open()

    figure = timeline.page.get_by_role("figure")
    assert f"Timeline of {len(dated)} events" in str(figure.get_attribute("aria-label"))


def test_on_a_narrow_screen_the_list_is_the_timeline(timeline: Timeline, page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    timeline.open(has_chart=False)

    wide = "() => document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= 390
    expect(page.locator(".st-key-chart_body")).to_be_hidden()
    expect(page.locator("[class*='st-key-event-'] button").first).to_be_visible()
    page.locator(".st-key-chart_open").get_by_text("Chart").click()
    timeline.still()
    timeline.chart_is_drawn()
    page.wait_for_timeout(800)
    expect(page.locator(".js-plotly-plot")).to_be_visible()
    assert page.evaluate(wide) <= 390
    box = page.locator(".js-plotly-plot").bounding_box()
    assert 250 < box["width"] <= 390


def test_on_a_narrow_screen_the_sheet_does_not_lie_on_what_was_chosen(
    timeline: Timeline, page: Page, dated: pd.DataFrame
):
    page.set_viewport_size({"width": 390, "height": 844})
    timeline.open(has_chart=False)
    chosen = page.locator(f".st-key-event-{dated['event_id'].iloc[6]} button")
    page.get_by_test_id("stMain").evaluate(
        "(main, top) => main.scrollBy(0, top - 700)", chosen.bounding_box()["y"]
    )
    box = chosen.bounding_box()
    page.mouse.click(box["x"] + 60, box["y"] + 10)
    timeline.still()
    page.wait_for_timeout(500)

    sheet = page.locator(".stColumn:has(.st-key-evidence)").last.bounding_box()
    box = chosen.bounding_box()
    assert box["y"] + box["height"] <= sheet["y"] + 1
    # It can be put away, and then lies on nothing.
    page.locator(".st-key-close button").click()
    timeline.still()
    assert "event=" not in page.url
    expect(page.locator(".st-key-chosen")).to_have_count(0)
    expect(page.locator(".st-key-close")).to_have_count(0)


def test_status_and_time_are_filters_too_and_can_be_cleared(
    timeline: Timeline, dated: pd.DataFrame
):
    timeline.open()
    page = timeline.page
    page.locator(".st-key-more_open summary").click()
    timeline.still()
    page.locator(".st-key-status").get_by_role("button", name="planned").click()
    timeline.still()

    planned = set(filters.apply(dated, Filters(statuses=("planned",)))["event_id"])
    assert timeline.listed() == planned
    assert "status=planned" in page.url
    expect(page.locator(".st-key-filters")).to_contain_text(": planned.")
    expect(page.locator(".st-key-status")).to_be_visible()
    page.reload()
    timeline.chart_is_drawn()
    timeline.still()
    assert timeline.listed() == planned
    page.get_by_role("button", name="Clear filters").click()
    timeline.still()
    assert timeline.listed() == set(dated["event_id"])
    assert "status" not in page.url


def test_another_sample_replaces_the_timeline_and_stands_in_the_address(
    timeline: Timeline, dated: pd.DataFrame
):
    from timeline.page.samples import samples

    other = list(samples().values())[1]
    timeline.open("?actor=RUS")
    timeline.page.get_by_role("button", name="Open text").click()
    timeline.page.locator(f".st-key-sample-{other.sample_id} button").click()
    timeline.still()

    expect(timeline.page.locator("h1")).to_have_text(other.title)
    assert f"sample={other.sample_id}" in timeline.page.url
    assert "actor" not in timeline.page.url
    assert not timeline.listed() & set(dated["event_id"])
