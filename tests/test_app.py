"""The page without a browser: it opens, filters, opens other texts, and never breaks."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import made
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from timeline.errors import DctMissing
from timeline.model import DctFinding, Extraction
from timeline.page import samples
from timeline.table import frame

ROOT = Path(__file__).resolve().parent.parent
LISTED = {e.event_id for e in made.made_events()}


def made_extract(text: str, *, dct: date | None = None, **options: Any) -> Extraction:
    """Stand in for the extractor: the made-up article gives the made-up events."""
    source = options.get("source", "")
    if "no day" in text and dct is None:
        raise DctMissing("no publication date found in the article")
    events = made.made_events()
    if "nothing" in text:
        found = made.extraction((), ())
    elif text.startswith("short"):
        found = made.extraction(events[:2], ())
    elif text.startswith("undated"):
        found = made.extraction((), None)
    else:
        found = made.extraction()
    document = replace(found.document, source=source, title=options.get("title") or made.TITLE)
    day = DctFinding(dct, "given", None) if dct else found.dct
    return replace(found, document=document, dct=day)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page on the made-up article."""
    folder = tmp_path / "samples"
    folder.mkdir()
    for name in ("made", "other"):
        (folder / f"{name}.txt").write_text(f"{made.TEXT}\n{name}", encoding="utf-8")
    (folder / "samples.toml").write_text(
        "".join(
            f'[[sample]]\nid = "{name}"\nfile = "{name}.txt"\ntitle = "Article {name}"\n'
            'dct = "2021-12-07"\nabout = "x"\n'
            for name in ("made", "other")
        ),
        encoding="utf-8",
    )
    pipeline = ModuleType("timeline.pipeline")
    pipeline.extract = made_extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "timeline.pipeline", pipeline)
    monkeypatch.setattr(samples, "DATA", tmp_path)
    samples.samples.cache_clear()
    st.cache_resource.clear()
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    samples.samples.cache_clear()
    st.cache_resource.clear()


def listed(app: AppTest) -> set[str]:
    """Return the ids of the events in the list."""
    keys = [button.key or "" for button in app.button]
    return {key.removeprefix("event-") for key in keys if key.startswith("event-")}


def charted(app: AppTest) -> set[str]:
    """Return the ids of the events that can be clicked in the chart."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return {cell[0] for cell in spec["data"][-1]["customdata"]}


def article_line(app: AppTest) -> str:
    """Return what stands beside the dotted line of the article's date."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return str(spec["layout"]["annotations"][0]["text"])


def address(app: AppTest) -> dict[str, list[str]]:
    """Return the parameters of the address, each as a list."""
    found = dict(app.query_params)
    return {name: [v] if isinstance(v, str) else list(v) for name, v in found.items()}


def html(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def fine(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def test_it_opens_on_the_sample_with_every_event_in_list_and_chart(app: AppTest):
    fine(app.run())

    assert listed(app) == LISTED | {"e-letters", "e-join"}
    assert charted(app) == LISTED
    assert "16 dated events, 2008 – 2022" in html(app)


def test_the_real_sample_shows_every_event_of_its_frame():
    from timeline.pipeline import extract

    sample = next(iter(samples.samples().values()))
    found = extract(sample.text, title=sample.title, source=sample.sample_id)
    app = fine(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run())

    dated = frame.from_extraction(found)
    assert len(dated) > 5
    assert charted(app) == set(dated["event_id"])
    assert listed(app) == {e.event_id for e in (*found.events, *found.undated)}


def test_choosing_actors_filters_list_chart_and_address(app: AppTest):
    fine(app.run())
    fine(app.pills(key="actor").set_value(["RUS", "nato"]).run())
    any_of = listed(app)
    app.segmented_control(key="match").set_value("all")
    fine(app.run())

    assert {"e-mission", "e-november"} < any_of
    assert charted(app) == {"e-mission", "e-november"}
    assert address(app)["actor"] == ["RUS", "nato"]
    assert address(app)["match"] == ["all"]
    assert "Showing 2 of 16" in html(app)


def test_any_or_all_is_asked_only_where_there_are_two_to_choose_from(app: AppTest):
    app.query_params["actor"] = ["RUS"]
    app.query_params["match"] = "all"
    fine(app.run())
    with pytest.raises(KeyError):
        app.segmented_control(key="match")
    fine(app.pills(key="actor").set_value(["RUS", "nato"]).run())

    # What the address asked for was kept meanwhile.
    assert app.segmented_control(key="match").value == "all"
    assert charted(app) == {"e-mission", "e-november"}


def test_the_name_of_the_page_tells_how_to_read_it(app: AppTest):
    fine(app.run())
    assert not any("A plan is no fact" in one.value for one in app.markdown)
    fine(app.button(key="guide").click().run())

    assert any("A plan is no fact" in one.value for one in app.markdown)
    fine(app.button(key="event-e-geneva").click().run())
    assert not any("A plan is no fact" in one.value for one in app.markdown)


def test_the_address_sets_the_view(app: AppTest):
    app.query_params["actor"] = ["RUS", "unknown"]
    app.query_params["status"] = "planned"
    app.query_params["event"] = "e-meeting"
    fine(app.run())

    assert charted(app) == {"e-call", "e-meeting"}
    assert "A meeting in person" in html(app)
    assert address(app)["actor"] == ["RUS"]


def test_an_address_of_nonsense_opens_the_whole_page(app: AppTest):
    for name in ("sample", "actor", "match", "type", "status", "from", "to", "event"):
        app.query_params[name] = "<b>nonsense</b>"
    fine(app.run())

    assert charted(app) == LISTED


def test_another_sample_can_be_chosen_and_stands_in_the_address(app: AppTest):
    fine(app.run())
    fine(app.button(key="sample-other").click().run())

    assert address(app)["sample"] == ["other"]
    assert "Article other" in html(app)


def test_choosing_an_event_shows_its_sentence_with_its_date_words(app: AppTest):
    fine(app.run())
    fine(app.button(key="event-e-geneva").click().run())

    shown = html(app)
    assert "In <strong>June</strong> the two presidents met in Geneva." in shown
    assert "Ambassadors" not in shown
    assert "The Geneva summit lasted four hours." in shown
    assert "The text alone says “June”: June 2021." in shown
    assert address(app)["event"] == ["e-geneva"]


def test_an_undated_event_says_that_nothing_dates_it(app: AppTest):
    fine(app.run())
    fine(app.button(key="event-e-join").click().run())

    assert "Nothing in the text dates this event" in html(app)


def test_an_empty_view_offers_the_way_back(app: AppTest):
    fine(app.run())
    app.pills(key="actor").set_value(["west"])
    fine(app.text_input(key="q").set_value("Stockholm").run())

    assert not app.get("plotly_chart")
    assert "0 of 16 dated events match" in app.info[0].value
    fine(app.button(key="ease").click().run())
    assert len(charted(app)) == 1


def test_clearing_the_filters_shows_everything_again(app: AppTest):
    app.query_params["type"] = "call"
    fine(app.run())
    assert charted(app) == {"e-call"}

    fine(app.button(key="clear").click().run())

    assert charted(app) == LISTED
    assert "type" not in address(app)


def paste(app: AppTest, text: str) -> AppTest:
    fine(app.run())
    app.text_area(key="pasted-0").set_value(text)
    fine(app.run())
    return fine(app.button(key="read").click().run())


def test_a_pasted_article_replaces_the_timeline_and_its_filters(app: AppTest):
    app.query_params["actor"] = "RUS"
    paste(app, "short article")

    assert charted(app) == {e.event_id for e in made.made_events()[:2]}
    assert "actor" not in address(app)
    assert address(app)["sample"] == ["own-1"]
    assert not app.error


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "there is no text in it"),
        ("   \n ", "there is no text in it"),
        ("x" * 200_001, "allowed: 200,000 characters"),
        ("nothing happens here", "no events were found"),
        ("no day is named", "does not say when it was published"),
    ],
    ids=["empty", "blank", "too long", "no events", "no date"],
)
def test_a_text_that_cannot_be_opened_is_answered_and_the_timeline_stays(
    app: AppTest, text: str, words: str
):
    paste(app, text)

    assert words in app.error[0].value.replace("\\", "")
    assert charted(app) == LISTED


def test_the_day_that_a_text_lacks_can_be_given(app: AppTest):
    paste(app, "short, with no day named")
    app.date_input(key="missing").set_value(date(2020, 1, 2))
    fine(app.run())
    fine(app.button(key="date-it").click().run())

    assert not app.error
    assert len(charted(app)) == 2
    assert "2 January 2020" in article_line(app)


def test_a_text_without_dated_events_shows_the_undated_ones(app: AppTest):
    paste(app, "undated only")

    assert "No event in this text has a date." in app.info[0].value
    assert listed(app) == {"e-letters", "e-join"}


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", "short café".encode("latin-1"), "is not UTF-8"),
        ("a.pdf", b"%PDF-1.7", "files of kind '.pdf' cannot be read"),
        ("a.txt", b"%PDF-1.7", "it is a PDF file"),
        ("a.txt", b"", "there is no text in it"),
        ("![x](http://127.0.0.1/b.png).exe", b"MZ", "cannot be read"),
    ],
    ids=["not utf-8", "pdf", "pdf in disguise", "empty", "hostile name"],
)
def test_a_file_that_cannot_be_opened_is_answered_and_the_timeline_stays(
    app: AppTest, name: str, data: bytes, words: str
):
    fine(app.run())
    app.file_uploader(key="upload-0").set_value((name, data, "text/plain"))
    fine(app.run())
    fine(app.button(key="read").click().run())

    assert words in app.error[0].value.replace("\\", "")
    assert "](" not in app.error[0].value
    assert charted(app) == LISTED


def test_an_uploaded_article_replaces_the_timeline(app: AppTest):
    fine(app.run())
    app.file_uploader(key="upload-0").set_value(("a.txt", b"short article", "text/plain"))
    fine(app.run())
    fine(app.button(key="read").click().run())

    assert len(charted(app)) == 2


def test_every_format_has_a_button_and_the_name_says_what_is_inside(app: AppTest):
    fine(app.run())

    names = [button.proto.label for button in app.get("download_button")]
    assert names == ["CSV for Excel", "Raw CSV", "JSON"]


def test_the_text_is_never_in_the_address(app: AppTest):
    paste(app, "short article with a secret")

    assert "secret" not in json.dumps(address(app))


def test_the_article_date_can_be_corrected(app: AppTest):
    fine(app.run())
    app.date_input(key="dct-0").set_value(date(2021, 12, 8))
    fine(app.run())
    fine(app.button(key="redate").click().run())

    assert "8 December 2021" in article_line(app)
    # The stand-in dates everything alike whatever the day, so nothing can move.
    assert app.toast[0].value == "Article date changed: 0 events moved."


def test_another_article_date_moves_what_hangs_on_it():
    """With the real extractor: a weekday moves with the article, a written date does not."""
    app = fine(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run())
    app.text_area(key="pasted-0").set_value(
        "Oslo\n\nOn Monday Norway and Denmark signed a treaty. "
        "Norway and Sweden signed another treaty on 3 May 2018."
    )
    app.date_input(key="given-0").set_value(date(2019, 3, 4))
    fine(app.run())
    fine(app.button(key="read").click().run())
    assert "4 March 2019" in str([button.label for button in app.button])
    app.date_input(key="dct-1").set_value(date(2019, 3, 11))
    fine(app.run())
    fine(app.button(key="redate").click().run())

    listed_words = str([button.label for button in app.button])
    assert "11 March 2019" in listed_words
    assert "3 May 2018" in listed_words
    assert app.toast[0].value == "Article date changed: 1 event moved."


def test_a_long_list_is_shown_in_part_and_then_whole(app: AppTest, monkeypatch: pytest.MonkeyPatch):
    one = made.made_events()[3]
    many = [replace(one, event_id=f"n{at:03d}") for at in range(130)]
    pipeline = sys.modules["timeline.pipeline"]
    monkeypatch.setattr(pipeline, "extract", lambda text, **_: made.extraction(many, ()))
    fine(app.run())

    assert len(listed(app)) == 100
    assert len(charted(app)) == 130
    assert app.button(key="more-every_item").label == "Show 30 more events"
    fine(app.button(key="more-every_item").click().run())
    assert len(listed(app)) == 130


def test_a_long_list_without_dates_is_shown_in_part_too(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
):
    one = made.extraction().undated[0]
    many = [replace(one, event_id=f"n{at:03d}") for at in range(130)]
    found = made.extraction(made.made_events(), many)
    monkeypatch.setattr(sys.modules["timeline.pipeline"], "extract", lambda text, **_: found)
    fine(app.run())

    assert len(listed(app) - LISTED) == 100
    fine(app.button(key="more-every_undated").click().run())
    assert len(listed(app) - LISTED) == 130
