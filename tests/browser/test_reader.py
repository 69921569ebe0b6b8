"""What a reader with an hour runs into: other texts, other days, other addresses, the keyboard."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from timeline.export import EXPORTS
from timeline.pipeline import extract
from timeline.read.formats import MAX_CHARS
from timeline.table import filters, frame
from timeline.table.filters import Filters

if TYPE_CHECKING:
    from conftest import Timeline

pytestmark = pytest.mark.timeout(120)
SHORT = (
    "A short note\n\nPublished: 1 March 2020\n\nPoland and Spain signed a treaty on 12 May 2019.\n"
)
KINDS = """A treaty in doubt

Published: 14 May 2013

Kenya and Uganda signed a border treaty on 3 March 2013.
The summit of 21 April 2013 was cancelled.
Kenya did not sign the accord on 2 May 2013.
Kenya and Uganda held talks from 5 April to 19 April 2013.
Uganda might sign a trade agreement with Rwanda on 9 June 2013.
The foreign ministers of Kenya and Uganda will meet in Kampala on 1 June 2013.
Kenya occupied Uganda until 1962.
"""
SYMBOLS = {
    "past": "circle",
    "ongoing": "circle",
    "planned": "circle-open",
    "hypothetical": "diamond-open",
    "cancelled": "x-thin-open",
    "denied": "x-thin-open",
}
GLYPHS = {"planned": "○", "hypothetical": "◇", "cancelled": "✕", "denied": "✕"}


def dated_of(text: str) -> pd.DataFrame:
    return frame.from_extraction(extract(text, source="pasted text"))


def type_day(page: Page, key: str, day: str) -> None:
    """Type a day into a field and press Enter, as people do."""
    page.locator(f".st-key-{key}").get_by_role("spinbutton").first.click()
    page.keyboard.type(day)
    page.keyboard.press("Enter")


def test_typed_days_filter_at_enter(timeline: Timeline, dated: pd.DataFrame):
    timeline.open()
    page = timeline.page
    page.locator(".st-key-more_open summary").click()
    timeline.still()
    type_day(page, "from", "20211101")
    timeline.still()
    late = set(filters.apply(dated, Filters(first=date(2021, 11, 1)))["event_id"])
    assert timeline.listed() == timeline.charted() == late
    type_day(page, "to", "20211130")
    timeline.still()

    chosen = Filters(first=date(2021, 11, 1), last=date(2021, 11, 30))
    wanted = set(filters.apply(dated, chosen)["event_id"])
    assert 0 < len(wanted) < len(late)
    assert timeline.listed() == timeline.charted() == wanted
    assert "from=2021-11-01&to=2021-11-30" in page.url
    said = page.locator(".st-key-filters")
    expect(said).to_contain_text("from 1 November 2021 on, up to 30 November 2021.")
    expect(said).to_contain_text(f"{len(dated) - len(wanted)} events hidden by filters.")


def test_every_filter_of_an_address_is_kept(timeline: Timeline, dated: pd.DataFrame):
    row = dated[dated["status"] == "planned"].iloc[0]
    one = Filters(
        actors=tuple(row["parties"]), match="all", types=(row["type"],), statuses=("planned",),
        words=row["label"].split()[0], first=date(2021, 1, 1), last=date(2022, 12, 31),
    )  # fmt: skip
    query = "".join(f"actor={who}&" for who in one.actors) + (
        f"match=all&type={row['type']}&status=planned&q={one.words}"
        f"&from=2021-01-01&to=2022-12-31&event={row['event_id']}"
    )
    timeline.open(f"?{query}")

    assert timeline.page.url.endswith(f"?{query}")
    assert timeline.listed() == timeline.charted() == set(filters.apply(dated, one)["event_id"])
    assert row["event_id"] in timeline.listed()


def test_what_an_address_asks_for_in_vain_is_said(timeline: Timeline, dated: pd.DataFrame):
    timeline.open("?actor=NOPE&status=past&from=soon&event=gone&sample=none", has_chart=False)
    page = timeline.page

    expect(page.locator(".st-key-problem")).to_contain_text("There is no sample “none”")
    assert timeline.listed() == set(dated["event_id"])
    timeline.open("?actor=NOPE&status=past&from=soon&event=gone", has_chart=False)
    expect(page.get_by_test_id("stToast")).to_contain_text(
        "what this article does not have: actor “NOPE”, from “soon” and event “gone”."
    )
    assert page.url.endswith("/?status=past")


def test_back_leads_to_the_text_before_and_a_link_to_it_says_that_it_is_gone(timeline: Timeline):
    page = timeline.page
    timeline.open("?actor=RUS")
    sample = page.locator("h1").inner_text()
    timeline.paste(SHORT)
    expect(page.locator("h1")).to_have_text("A short note")
    assert page.url.endswith("?sample=own-1")
    # One event, and no hour on its axis: each day stands there once.
    ticks = page.locator(".js-plotly-plot .xtick text").all_text_contents()
    assert len(ticks) == len(set(ticks)) > 3
    assert not any(":" in tick for tick in ticks)
    expect(page.locator(".st-key-count")).to_have_text(
        "1 dated event, 12 May 2019. None is left without a date."
    )

    page.go_back()
    timeline.still()
    expect(page.locator("h1")).to_have_text(sample)
    assert page.url.endswith("?actor=RUS")
    page.go_forward()
    timeline.still()
    expect(page.locator("h1")).to_have_text("A short note")
    page.reload()
    page.locator(".st-key-downloads").wait_for()
    timeline.still()
    expect(page.locator("h1")).to_have_text(sample)
    expect(page.locator(".st-key-problem")).to_contain_text("stays with its reader")


def test_a_text_over_the_bound_and_two_texts_at_once_are_refused_in_words(
    timeline: Timeline, dated: pd.DataFrame
):
    timeline.open(has_chart=False)
    page = timeline.page
    timeline.paste("On Monday Norway met Denmark. " * (MAX_CHARS // 30 + 1))
    problem = page.locator(".st-key-problem")
    expect(problem).to_contain_text(f"allowed: {MAX_CHARS:,} characters; cut it into several")
    assert timeline.listed() == set(dated["event_id"])

    page.get_by_role("button", name="Open text").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "mine.txt", "mimeType": "text/plain", "buffer": SHORT.encode()}
    )
    timeline.still()
    page.get_by_role("button", name="Make timeline").click()
    timeline.still()
    expect(problem).to_contain_text("A text was pasted and mine.txt was uploaded")
    assert timeline.listed() == set(dated["event_id"])
    # What was typed is still there to be corrected.
    page.get_by_role("button", name="Open text").click()
    page.get_by_label("Paste an article").fill("")
    page.get_by_role("button", name="Make timeline").click()
    timeline.still()
    expect(page.locator("h1")).to_have_text("A short note")
    expect(problem).to_have_count(0)
    # A text of the reader's own stays, too, while the next one is refused.
    timeline.paste("Bread is good. It is baked in an oven, and eaten.")
    expect(problem).to_be_visible()
    expect(page.locator("h1")).to_have_text("A short note")


def test_another_article_date_moves_what_hangs_on_it(timeline: Timeline):
    timeline.open(has_chart=False)
    page = timeline.page
    timeline.paste("Oslo\n\nPublished: 4 March 2019\n\nOn Monday Norway and Denmark met in Oslo.")
    expect(page.locator(".st-key-list")).to_contain_text("4 March 2019")
    page.locator(".st-key-heading").get_by_role("button").click()
    body = page.get_by_test_id("stPopoverBody").last
    body.get_by_role("spinbutton").first.click()
    page.keyboard.type("20190612")
    page.keyboard.press("Enter")
    body.get_by_role("button", name="Use this date").click()
    timeline.still()

    expect(page.locator(".st-key-list")).to_contain_text("10 June 2019")
    expect(page.locator(".st-key-heading")).to_contain_text("12 June 2019 (given)")
    expect(page.get_by_test_id("stToast")).to_contain_text("Article date changed: 1 event moved.")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)


def test_list_and_chart_tell_each_status_by_a_mark_of_its_own(timeline: Timeline):
    rows = dated_of(KINDS)
    assert {"past", "planned", "hypothetical", "cancelled", "denied"} <= set(rows["status"])
    assert rows["start"].isna().any()
    timeline.open(has_chart=False)
    timeline.paste(KINDS)
    page = timeline.page
    timeline.chart_is_drawn()

    symbols: dict[str, str] = page.evaluate(
        """() => {
            const data = document.querySelector('.js-plotly-plot').data, last = data.at(-1);
            const at = (t, i) => t.x[i] + '|' + t.y[i];
            const seen = data.filter(t => t.mode === 'markers');
            const by = Object.fromEntries(
                seen.flatMap(t => t.x.map((_, i) => [at(t, i), t.marker.symbol[i]])));
            return Object.fromEntries(last.customdata.map((c, i) => [c[0], by[at(last, i)] ?? '']));
        }"""
    )
    for row in rows.to_dict("records"):
        button = page.locator(f".st-key-event-{row['event_id']} button")
        text = button.inner_text()
        assert text.startswith(GLYPHS.get(row["status"], "●" if row["grain"] == "day" else "┃"))
        assert (row["status"] in text) == (row["status"] != "past")
        if row["grain"] == "day":
            assert symbols[row["event_id"]] == SYMBOLS[row["status"]]
    # Until 1962 stands under 1962, not under the year that follows.
    assert "\n1962\n" in f"\n{page.locator('.st-key-list').inner_text()}\n"
    assert "1963" not in page.locator(".st-key-list").inner_text()


def test_soft_ends_stay_soft_ends_while_zooming(timeline: Timeline, dated: pd.DataFrame):
    timeline.open()
    page = timeline.page
    month = dated[dated["grain"] == "month"]["event_id"].iloc[-1]
    x, y = timeline.place_of(month)
    page.mouse.move(x - 8, y)
    for _ in range(6):
        page.mouse.wheel(0, -300)
    page.wait_for_timeout(800)

    away: list[float] = page.evaluate(
        """() => {
            const plot = document.querySelector('.js-plotly-plot');
            return plot._fullData.filter(trace => trace.fillgradient).flatMap(trace => {
                const path = plot.querySelector(`.trace${trace.uid} path.js-fill`);
                const id = path.style.fill.match(/#([^")]+)/)[1];
                const at = plot._fullLayout.xaxis.l2p, box = document.getElementById(id);
                return [Math.abs(box.getAttribute('x1') - at(trace.x[0])),
                        Math.abs(box.getAttribute('x2') - at(trace.x[1]))];
            });
        }"""
    )
    assert len(away) >= 4
    assert max(away) < 1


def test_a_chosen_stretch_is_outlined_itself(timeline: Timeline, dated: pd.DataFrame):
    """A ring at its end would read as a plan on that day."""
    day, month = (dated[dated["grain"] == grain]["event_id"].iloc[-1] for grain in ("day", "month"))
    timeline.open(f"?event={month}")
    page = timeline.page
    # The derivation is told in words: no reader knows that 2021-21 is a spring.
    assert "→" in timeline.evidence()
    assert not re.search(r"→ \d{4}-\d\d\b", timeline.evidence())
    page.locator("path.dt-chosen").wait_for(state="attached")
    ringed = "path.point[style*='stroke-width: 2px'][style*='currentcolor' i]"

    assert page.locator("path.dt-chosen").count() == 1
    # Its ends stay open: nobody knows them.
    lines = page.locator("path.dt-chosen").evaluate(
        "path => [path.style.strokeDasharray, path.getBBox().width, path.getBBox().height]"
    )
    gap, line = (float(part) for part in re.split(r"[ ,]+(?:px)?", lines[0].replace("px", ""))[1:3])
    assert (gap, line) == pytest.approx((lines[2], lines[1]), rel=0.01)
    assert page.locator(ringed).count() == 0
    page.locator(f".st-key-event-{day} button").click()
    timeline.still()
    expect(page.locator("path.dt-chosen")).to_have_count(0)
    assert page.locator(ringed).count() == 1
    # The colours of the parties stay under the pointer.
    square = page.locator(f".st-key-event-{month} button span").filter(has_text=re.compile("^■$"))
    colour = "square => getComputedStyle(square).color"
    before = square.first.evaluate(colour)
    page.locator(f".st-key-event-{month} button").hover()
    page.wait_for_timeout(200)
    assert square.first.evaluate(colour) == before


def test_actors_are_chosen_with_the_keyboard(timeline: Timeline, dated: pd.DataFrame):
    timeline.open(has_chart=False)
    page = timeline.page
    page.locator(".st-key-heading").get_by_role("button").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Space")
    timeline.still()

    (actor,) = re.findall(r"actor=([^&]+)", page.url)
    assert timeline.listed() == set(filters.apply(dated, Filters(actors=(actor,)))["event_id"])
    focused = page.evaluate("document.activeElement.innerText")
    assert focused.rsplit(" ", 1)[0] == second.rsplit(" ", 1)[0]


def test_json_holds_what_is_shown_and_the_undated_where_asked(
    timeline: Timeline, dated: pd.DataFrame, tmp_path: Path
):
    timeline.open("?actor=RUS", has_chart=False)
    shown = filters.apply(dated, Filters(actors=("RUS",)))
    page = timeline.page

    def saved() -> list[dict[str, Any]]:
        with page.expect_download() as download:
            page.locator(".st-key-downloads").get_by_role("button", name="JSON").click()
        download.value.save_as(tmp_path / "rows.json")
        rows: list[dict[str, Any]] = json.loads((tmp_path / "rows.json").read_bytes())
        return rows

    assert saved() == json.loads(EXPORTS["json"].to_bytes(shown))
    box = page.locator(".st-key-with_undated")
    expect(box).to_contain_text(re.compile(r"\d+ undated"))
    n_undated = int(re.findall(r"\d+", box.inner_text())[0])
    box.get_by_text("undated").click()
    timeline.still()
    rows = saved()
    assert len(rows) == len(shown) + n_undated
    assert [row["date_edtf"] for row in rows[len(shown) :]] == [None] * n_undated


def test_two_hundred_events_are_all_there_and_filter_at_once(timeline: Timeline):
    states = ("France", "Poland", "Spain", "Italy", "Japan", "China", "Brazil", "Canada")
    lines = [
        f"{states[i % 8]} signed a treaty with {states[(i + 1 + i // 8) % 8]} "
        f"on {i % 28 + 1} {('March', 'June', 'October')[i % 3]} {1960 + i // 4}."
        for i in range(210)
        if i % 8 != (i + 1 + i // 8) % 8
    ]
    text = "Treaties\n\nPublished: 1 March 2020\n\n" + "\n".join(lines)
    rows = dated_of(text)
    timeline.open(has_chart=False)
    timeline.paste(text)
    page = timeline.page
    timeline.chart_is_drawn()

    assert len(rows) > 150
    assert timeline.charted() == set(rows["event_id"])
    assert len(timeline.listed()) == 100
    page.locator(".st-key-more-every_item button").click()
    timeline.still()
    assert timeline.listed() == set(rows["event_id"])
    assert len(timeline.labels()) >= 12
    page.locator(".st-key-actor button").first.click()
    expect(page.locator(".st-key-filters")).to_contain_text("Showing", timeout=3_000)


def test_strange_letters_stay_letters(timeline: Timeline, page: Page):
    long = "Überministerium" * 12
    text = (
        f"Costs of $5 and $6 **rise** :smile: _now_\n\nPublished: 4 March 2019\n\n"
        f"On 2 March 2019 Norway & Denmark signed `a` treaty of $5 and $6 with {long}.\n"
        "On 3 March 2019 Sweden met Egypt's «مصر» delegation 🤝 in Cairo.\n"
    )
    page.set_viewport_size({"width": 390, "height": 844})
    timeline.open(has_chart=False)
    timeline.paste(text)

    expect(page.locator("h1")).to_have_text("Costs of $5 and $6 **rise** :smile: _now_")
    assert page.locator(".katex").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Whole article").click()
    timeline.still()
    article = page.locator(".st-key-article")
    expect(article).to_contain_text(long)
    expect(article).to_contain_text("«مصر» delegation 🤝 in Cairo")
    assert article.evaluate("e => e.scrollWidth <= e.clientWidth + 1")


def test_labels_come_into_sight_where_zooming_makes_room(timeline: Timeline):
    states = ("France", "Poland", "Spain", "Italy", "Japan", "China", "Brazil", "Canada")
    lines = [
        f"{states[i % 8]} signed a treaty with {states[(i + 3) % 8]} "
        f"on {i % 28 + 1} {('March', 'June', 'October')[i % 3]} {2000 + i // 4}."
        for i in range(60)
    ]
    timeline.open(has_chart=False)
    timeline.paste("Treaties\n\nPublished: 1 March 2020\n\n" + "\n".join(lines))
    timeline.chart_is_drawn()
    page = timeline.page
    left_out = page.locator(".dt-left-out")
    expect(left_out).to_have_text(re.compile(r"^\d+ labels hidden: zoom in$"))
    page.locator(".js-plotly-plot").scroll_into_view_if_needed()
    area = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    page.mouse.move(area["x"] + area["width"] / 2, area["y"] + area["height"] / 2)
    for _ in range(25):
        page.mouse.wheel(0, -300)
        page.wait_for_timeout(60)
    expect(left_out).to_have_text("")

    # Every event in the window is named now, and no label lies on another.
    assert len(timeline.labels()) >= 1
    spare = page.evaluate(
        """() => {
            const plot = document.querySelector('.js-plotly-plot');
            const { uid } = plot._fullData.find(trace => trace.name === 'spare labels');
            const seen = [...plot.querySelectorAll(`.trace${uid} g.textpoint text`)]
                .filter(text => text.style.visibility !== 'hidden')
                .map(text => text.getBoundingClientRect()).filter(box => box.width)
                .map(box => [box.left + box.width / 2, box.top + box.height / 2]);
            return seen[0];
        }"""
    )
    assert spare
    # Such a label is a label: a click on it chooses its event.
    page.mouse.click(*spare)
    timeline.still()
    assert "event=" in page.url


def test_the_list_does_not_jump_when_the_chart_comes(timeline: Timeline, page: Page):
    """Its place is kept from the first words on, as high as it will be."""
    page.add_init_script(
        """window.tops = new Set();
        const look = () => {
            const list = document.querySelector('.st-key-list .dt-h2');
            if (list && document.querySelector('.st-key-actor button'))
                window.tops.add(Math.round(list.getBoundingClientRect().top));
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);"""
    )
    timeline.open()
    page.wait_for_timeout(500)

    tops = page.evaluate("[...window.tops]")
    assert tops
    assert max(tops) - min(tops) <= 4


def test_a_text_without_dates_shows_its_events_at_once(timeline: Timeline):
    timeline.open(has_chart=False)
    timeline.paste(
        "Talks\n\nPublished: 4 March 2019\n\n"
        "Norway and Denmark signed a treaty. Sweden rejected it."
    )

    listed = timeline.page.locator(".st-key-list")
    expect(listed).to_contain_text("No event in this text has a date.")
    expect(listed.locator("[class*='st-key-event-'] button").first).to_be_visible()


def test_evidence_taller_than_the_screen_can_be_scrolled_beside_the_list(
    timeline: Timeline, dated: pd.DataFrame
):
    timeline.page.set_viewport_size({"width": 1280, "height": 520})
    most = dated.loc[dated["mentions"].idxmax(), "event_id"]
    timeline.open(f"?event={most}", has_chart=False)
    page = timeline.page
    column = page.locator(".stColumn:has(.st-key-evidence)").last
    page.locator(".st-key-list .dt-h2").evaluate("list => list.scrollIntoView()")
    page.wait_for_timeout(300)

    assert column.bounding_box()["height"] <= 520
    expect(column).to_have_attribute("tabindex", "0")
    column.evaluate("column => column.scrollTo(0, column.scrollHeight)")
    expect(page.locator(".st-key-download-json")).to_be_in_viewport()
    expect(page.locator(".st-key-list .dt-year").first).to_be_in_viewport()
