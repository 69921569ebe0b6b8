"""The page's pieces that need no browser: escaping, sentences, the address, file names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import DctFinding, Span
from timeline.page import reading, sentences
from timeline.page.markup import escaped, label, marked
from timeline.page.samples import samples
from timeline.page.state import parsed
from timeline.read import dct


def test_the_count_adds_up():
    assert sentences.count(made.extraction()) == (
        "16 dated events, 2008 – 2022: 9 past, 1 ongoing, 3 planned, 1 hypothetical, "
        "1 cancelled, 1 denied. 2 more are mentioned without a date."
    )


def test_the_count_of_nothing_is_a_sentence_too():
    assert sentences.count(made.extraction(())) == (
        "0 dated events. 2 are mentioned without a date."
    )
    assert sentences.count(made.extraction(made.made_events()[:1], ())) == (
        "1 dated event, 2008. None is left without a date."
    )


def test_a_download_says_how_much_of_all_it_holds():
    assert sentences.shown(14, 14, "dated event") == "All 14 dated events."
    assert sentences.shown(3, 14, "event") == "3 of 14 events, as filtered above."
    assert sentences.shown(1, 1, "event") == "1 event."
    assert sentences.shown(0, 0, "event") == "0 events."


def test_the_articles_date_says_how_it_is_known():
    found = made.extraction().dct

    assert sentences.article_date(found) == (
        "Article date: 7 December 2021 (from its publish line)"
    )


def test_every_place_of_an_articles_date_is_told_in_words():
    for place in dct.RANKS:
        words = sentences.article_date(DctFinding(date(2020, 5, 1), f"found: {place}", None))

        assert words.startswith("Article date: 1 May 2020 (from ")


@given(st.text())
def test_escaped_text_has_nothing_that_acts(text: str):
    assert not set("<>\"'") & set(escaped(text))


@pytest.mark.parametrize(
    "text",
    [
        "![](https://x.example/beacon.png)", "[click](https://x.example)", "**bold**", "$x^2$",
        ":red[loud]", ":smile:", "<b>tag</b>", "https://x.example", "`code`", "a\n\n# heading",
    ],
)  # fmt: skip
def test_a_label_is_shown_letter_by_letter(text: str):
    """Every mark of punctuation is escaped, so Markdown sees none of it."""
    shown = label(text)

    bare = shown.replace("\\\\", "")
    for at, character in enumerate(bare):
        if character in "![]()*$:<>`#/_":
            assert bare[at - 1] == "\\"
    assert "\n" not in shown
    assert shown.replace("\\", "").replace("\u2060", "") == " ".join(text.split())


def test_marked_text_keeps_every_letter_and_cuts_overlaps():
    text = "On Tuesday <Putin> spoke."
    html = marked(
        text, Span(0, len(text)), [(Span(3, 10), "strong"), (Span(8, 18), "u"), (Span(90, 99), "u")]
    )

    assert html == "On <strong>Tuesday</strong><u> &lt;Putin&gt;</u> spoke."


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_marking_never_loses_text(spans: list[tuple[int, int]]):
    text = made.TEXT[:30]
    marks = [(Span(min(s), max(s)), "u") for s in spans]

    html = marked(text, Span(0, 30), marks)

    assert html.replace("<u>", "").replace("</u>", "") == escaped(text)


def test_the_address_is_read_forgivingly():
    view = parsed(
        {"actor": ["RUS", "RUS", "nato"], "from": ["2021-13-77"], "to": ["2021-12-07"],
         "match": ["some"], "q": ["gas"]}
    )  # fmt: skip

    assert view["actor"] == ["RUS", "nato"]
    assert view["from"] is None
    assert view["to"] == date(2021, 12, 7)
    assert view["match"] == "any"
    assert view["event"] is None


def test_the_first_sample_is_the_call_of_december_2021():
    first = next(iter(samples().values()))

    assert first.dct == date(2021, 12, 7)
    assert len(samples()) == 4


def test_nothing_on_the_page_is_html_from_outside(root: Path):
    """The option that turns off escaping is nowhere, and text reaches HTML through one gate."""
    for path in [root / "app.py", *root.glob("timeline/**/*.py")]:
        code = path.read_text(encoding="utf-8")
        assert "unsafe_allow" not in code, path
        assert "plotly.express" not in code, path


def test_only_page_knows_streamlit_and_only_show_knows_plotly(root: Path):
    for path in root.glob("timeline/**/*.py"):
        code = path.read_text(encoding="utf-8")
        if "import streamlit" in code:
            assert path.parent.name == "page", path
        if "import plotly" in code:
            assert path.parent.name == "show", path


def test_app_only_says_what_comes_after_what(root: Path):
    lines = (root / "app.py").read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 150
    assert not [line for line in lines if line.startswith(("def ", "class ", "try"))]


def test_a_changed_date_counts_what_moved_and_what_is_no_longer_told_apart():
    gone, moved, *rest = made.made_events()
    before = made.extraction([gone, moved, *rest], ())
    after = made.extraction(rest, [replace(moved, timex=None)])

    words = "Article date changed: 1 event moved, 1"
    assert reading._moved(before, after) == f"{words} no longer found."
    assert reading._moved(after, before) == f"{words} new."


def test_a_text_without_a_title_is_called_by_its_first_words():
    document = made.extraction().document

    assert reading._first_words(document).startswith("“")
    assert len(reading._first_words(document)) <= 76
    assert reading._first_words(replace(document, sentences=())) == "Untitled text"
    assert reading._first_words(document, 12).endswith(" …”")
