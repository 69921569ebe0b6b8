"""Read a text into a Document: title, headings, boilerplate and the sentences of its story.

It must not alter the text, look for dates in it, or look at a clock.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Document, Sentence, Span
from timeline.read import dateline, sentences
from timeline.read.kinds import kinds_of
from timeline.read.layout import Paragraph, paragraphs
from timeline.read.scene import with_scenes
from timeline.read.words import Words, words

__all__ = ["read"]

TAIL_REACH = 240
"""Characters at the end of a paragraph in which a closing mark is looked for."""


def read(text: str, *, title: str = "", source: str = "", language: str = "en") -> Document:
    """Return the text with its sentences, each with what it is on the page.

    Args:
        text: As it came in; every offset points into it.
        title: Where it is known from elsewhere; else the first line, if it looks like one.
        source: File name or address.
        language: ISO 639-1; a language without page words of its own is read with English ones.

    Returns:
        A Document whose sentences touch every line that is not blank; none for a blank text.
    """
    known = words(language)
    found = paragraphs(text, known)
    kinds = kinds_of(text, found, title=title, words=known)
    pieces: list[Sentence] = []
    headline = " ".join(title.split())
    for number, (paragraph, kind) in enumerate(zip(found, kinds, strict=True), start=1):
        if kind == "body":
            pieces.extend(_body(text, paragraph, number, known))
            continue
        if kind == "title" and not headline:
            headline = " ".join(text[paragraph.start : paragraph.end].split())
        pieces.append(Sentence(Span(paragraph.start, paragraph.end), kind, number))
    return Document(text, headline, source, language, tuple(with_scenes(text, pieces, known)))


def _body(text: str, paragraph: Paragraph, number: int, known: Words) -> Iterator[Sentence]:
    """Yield a paragraph's sentences, its dateline and closing mark apart as boilerplate."""
    start, end = paragraph.start, paragraph.end
    opening = dateline.end_of(text, start, end, known)
    if opening == start:
        mark = known.lead.match(text, start, end)
        opening = mark.end() if mark else start
    if opening > start:
        yield Sentence(Span(start, _trimmed(text, opening)), "boilerplate", number)
    closing = known.tail.search(text, max(opening, end - TAIL_REACH), end)
    stop = closing.start() if closing else end
    for first, last in sentences.split(text, opening, stop, known):
        yield Sentence(Span(first, last), "body", number)
    if closing:
        at = closing.start() + len(closing[0]) - len(closing[0].lstrip())
        yield Sentence(Span(at, end), "boilerplate", number)


def _trimmed(text: str, end: int) -> int:
    """Return where the text before ``end`` ends, white space aside."""
    while text[end - 1].isspace():
        end -= 1
    return end
