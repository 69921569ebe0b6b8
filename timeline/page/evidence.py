"""Why one may believe it: the sentence behind an event, and how its date was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import streamlit as st

from timeline.model import Document, Event, Extraction, Sentence, Span, Timex
from timeline.page.markup import escaped, marked
from timeline.table.filters import type_names
from timeline.table.why import derivation
from timeline.table.words import listed, timex_words

__all__ = ["panel"]

_SCROLL = st.components.v2.component(
    "timeline_scroll", js=Path(__file__).with_name("article.js").read_text(encoding="utf-8")
)
_BASES = {
    "explicit": "the words themselves",
    "dct": "the article’s own date",
    "previous": "a date named before",
    "reference": "a listed event of that name",
    "heading": "the heading above",
    "user": "your correction",
}


def panel(extraction: Extraction, event_id: str | None) -> None:
    """Show an event's sentence between its neighbours, its date's derivation, and the rest."""
    event = next(
        (e for e in (*extraction.events, *extraction.undated) if e.event_id == event_id), None
    )
    if event is None:
        st.html("<p class='dt-basis'>Choose an event to see the sentence behind it.</p>")
        return
    if st.session_state.get("event"):
        st.button("Close", key="close", icon=":material/close:", type="tertiary", on_click=_close)
    parts = [_head(event), _quote(extraction, event), _why(extraction.document, event)]
    parts += [f"<p class='dt-note'>{escaped(note)}</p>" for note in event.notes]
    if len(event.evidence) > 1:
        parts.append(_other_mentions(extraction, event))
    st.html(f"<section class='dt-evidence' aria-live='polite'>{''.join(parts)}</section>")
    if st.button("Whole article", key="whole", icon=":material/article:"):
        _whole_article(extraction, event)


def _close() -> None:
    """Choose nothing; the button is seen where the evidence lies on the list."""
    st.session_state["event"] = None


def _head(event: Event) -> str:
    timex = event.timex
    date_ = timex_words(timex) if timex else "no date stated"
    facts = [date_, type_names().get(event.type, event.type).lower(), event.status, event.place]
    who = listed([actor.label for actor in event.actors]) or "nobody named"
    return (
        f"<h2 class='dt-h2'>{escaped(event.label)}</h2>"
        f"<p class='dt-facts'>{escaped(' · '.join(fact for fact in facts if fact))}</p>"
        f"<p class='dt-who'>{escaped(who)}</p>"
    )


def _marks(extraction: Extraction, event: Event) -> list[tuple[Span, str]]:
    """Return the date words and the places where the event's own actors are named."""
    dates = [timex.span for timex in (event.timex, event.said) if timex]
    ids = {actor.actor_id for actor in event.actors}
    ids |= {actor.country for actor in event.actors if actor.country}
    named = [m.span for m in extraction.mentions if m.actor.actor_id in ids]
    return [(span, "strong") for span in dates] + [(span, "u") for span in named]


def _sentences_of(document: Document, span: Span) -> list[int]:
    return [
        number
        for number, sentence in enumerate(document.sentences)
        if sentence.span.start < span.end and sentence.span.end > span.start
    ]


def _quote(extraction: Extraction, event: Event) -> str:
    """Return the sentence that carries the date, with the ones before and after it."""
    document, span = extraction.document, event.evidence[0]
    marks = _marks(extraction, event)
    numbers = _sentences_of(document, span)
    before = _near(document, numbers[:1], -1)
    after = _near(document, numbers[-1:], +1)
    paragraph = document.sentences[numbers[0]].paragraph if numbers else None
    where = f"<cite>paragraph {paragraph}</cite>" if paragraph else ""
    return (
        f"<blockquote>{_quiet(document, before)} "
        f"<span class='dt-said'>{marked(document.text, span, marks)}</span> "
        f"{_quiet(document, after)}{where}</blockquote>"
    )


def _near(document: Document, numbers: Sequence[int], step: int) -> Sentence | None:
    """Return the neighbour in the same body of text, if there is one."""
    for number in numbers:
        near = number + step
        if 0 <= near < len(document.sentences) and document.sentences[near].kind == "body":
            return document.sentences[near]
    return None


def _quiet(document: Document, sentence: Sentence | None) -> str:
    if sentence is None:
        return ""
    text = document.text[sentence.span.start : sentence.span.end]
    return f"<span class='dt-near'>{escaped(text)}</span>"


def _why(document: Document, event: Event) -> str:
    timex = event.timex
    if timex is None:
        return "<p class='dt-why'>Nothing in the text dates this event, so it has no date here.</p>"
    basis = _BASES[timex.basis]
    lines = [f"<p class='dt-why'><b>Why this date:</b> {_derived(timex) or escaped(basis)}</p>"]
    if timex.interval is None:
        lines.append("<p class='dt-basis'>The calendar of the chart begins with the year 1.</p>")
    if timex.why:
        lines.append(f"<p class='dt-basis'>It rests on {escaped(basis)}.</p>")
    if event.said is not None:
        words = document.text[event.said.span.start : event.said.span.end]
        lines.append(
            f"<p class='dt-basis'>The text alone says “{escaped(words)}”: "
            f"{escaped(timex_words(event.said))}.</p>"
        )
    return "".join(lines)


def _derived(timex: Timex) -> str:
    """Return the derivation as HTML: its outcome in words, its source as a link."""
    days = timex.interval
    why = derivation(
        timex.why,
        start=days.start if days else None,
        end=days.end if days else None,
        words=timex_words(timex),
        edtf=timex.edtf or "",
    )
    # Only where the address is our own, from data/; a text could write one that looks the same.
    head, see, address = why.rpartition(", see https://")
    if timex.basis != "reference" or not see:
        return escaped(why)
    host = escaped(address.partition("/")[0])
    attributes = f"href='{escaped(f'https://{address}')}' target='_blank' rel='noopener noreferrer'"
    return f"{escaped(head)} (source: <a {attributes}>{host}</a>)"


def _other_mentions(extraction: Extraction, event: Event) -> str:
    document, marks = extraction.document, _marks(extraction, event)
    items = "".join(f"<li>{marked(document.text, span, marks)}</li>" for span in event.evidence[1:])
    return f"<h3 class='dt-h3'>Told again</h3><ol class='dt-again'>{items}</ol>"


@st.dialog("The whole article", width="medium")
def _whole_article(extraction: Extraction, event: Event) -> None:
    """Show the article with the places of one event highlighted."""
    document = extraction.document
    with st.container(key="article"):
        st.html("".join(_paragraphs(document, [(span, "mark") for span in event.evidence])))
    _SCROLL(key="scroll", height=1)


def _paragraphs(document: Document, marks: Iterable[tuple[Span, str]]) -> Iterable[str]:
    """Return the text, paragraph by paragraph, every character of it; headings are marked."""
    places = list(marks)
    kinds = {sentence.span.start: sentence.kind for sentence in document.sentences}
    at = 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            kind = kinds.get(at + len(line) - len(line.lstrip()), "body")
            html = marked(document.text, Span(at, at + len(line)), places)
            yield f"<p class='dt-{kind}'>{html}</p>"
        at += len(line)
