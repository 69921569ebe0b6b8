"""Read a text into a Document: title, headings, boilerplate and the sentences of its story.

It must not alter the text, look for dates in it, or look at a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.model import Document, Sentence, SentenceKind, Span
from timeline.read import sentences
from timeline.read.layout import Paragraph, ends_with_stop, paragraphs
from timeline.read.words import Words, words

__all__ = ["read"]

LONGEST_HEADING = 120
"""Characters; a longer line without a stop is a sentence whose stop was lost."""
MOST_WORDS_OF_HEADING = 16
MOST_WORDS_OF_LABEL = 4
"""A line this short above or below the story is a site's name, a place, a topic."""
MOST_WORDS_OF_QUESTION = 10
LIST_RUN = 3
"""So many short lines in a row are a list, not headings."""
TAIL_REACH = 240
"""Characters at the end of a paragraph in which a closing mark is looked for."""

_DATELINE = re.compile(
    r"""(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}?)(?P<region>,[ ][A-ZÀ-Þ][\w.'’ -]{1,30}?)??
        (?P<date>,?[ ](?:\d{1,2}[ ])?[A-Z][a-z]{2,8}\.?[ ]?(?:\d{1,2})?(?:,?[ ]\d{4})?)?
        (?P<agency>,?[ ]?[(/][A-Z][\w .&/-]{1,40}?[)/])?
        \s?(?P<dash>-{1,2}|–|—|_|:)(?:\s+|(?=[A-Z“"`])|\Z)
      | [A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,3}(?:,[ ][A-Z][\w. -]{1,25})?
        (?:,?[ ](?:\d{1,2}[ ])?[A-Z][a-z]{2,8}\.?[ ]?(?:\d{1,2})?(?:,?[ ]\d{4})?)?
        [ ][(/][A-Z][\w .&/-]{1,40}?[)/]\s?(?:-{1,2}|–|—|_)(?:\s+|\Z)""",
    re.X,
)
"""Place, region, day and agency before a dash: "OSLO, Norway, March 5 (XP) -"."""


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
    kinds = _kinds(text, found, title, known)
    pieces: list[Sentence] = []
    headline = " ".join(title.split())
    for number, (paragraph, kind) in enumerate(zip(found, kinds, strict=True), start=1):
        if kind == "body":
            pieces.extend(_body(text, paragraph, number, known))
            continue
        if kind == "title" and not headline:
            headline = " ".join(text[paragraph.start : paragraph.end].split())
        pieces.append(Sentence(Span(paragraph.start, paragraph.end), kind, number))
    return Document(text, headline, source, language, tuple(pieces))


def _kinds(text: str, found: list[Paragraph], title: str, known: Words) -> list[SentenceKind]:
    """Return what each paragraph is: first by its own look, then by where it stands."""
    short = [_is_short(text, paragraph) for paragraph in found]
    full = [
        number
        for number, paragraph in enumerate(found)
        if not short[number] and paragraph.shape not in ("boilerplate", "heading")
    ]
    first, last = (full[0], full[-1]) if full else (len(found), -1)
    kinds: list[SentenceKind] = []
    for number, paragraph in enumerate(found):
        if paragraph.shape in ("boilerplate", "heading"):
            kinds.append("boilerplate" if paragraph.shape == "boilerplate" else "heading")
        elif not short[number]:
            kinds.append("body")
        elif number < first and last >= 0:
            kinds.append(_above(text, paragraph, known))
        elif number > last >= 0 and _n_words(text, paragraph) <= MOST_WORDS_OF_LABEL:
            kinds.append("boilerplate")
        else:
            kinds.append(_between(text, paragraph, known))
    _lists_are_body(found, kinds, short, first)
    _mark_title(text, found, kinds, title, first)
    return kinds


def _is_short(text: str, paragraph: Paragraph) -> bool:
    """Say whether a paragraph looks like a heading, a label or another line that is no sentence."""
    start, end, shape, n_lines, alone = paragraph
    if shape not in ("plain", "heading") or n_lines > 1 or end - start > LONGEST_HEADING:
        return False
    n_words = _n_words(text, paragraph)
    if text[end - 1] == "?":
        return alone and n_words <= MOST_WORDS_OF_QUESTION
    if text[end - 1] == "." and n_words <= MOST_WORDS_OF_LABEL:
        return "." in text[start : end - 1].split()[-1]  # "Washington D.C."
    return n_words <= MOST_WORDS_OF_HEADING and not (
        ends_with_stop(text, start, end) or _DATELINE.match(text, start, end)
    )


def _n_words(text: str, paragraph: Paragraph) -> int:
    return len(text[paragraph.start : paragraph.end].split())


def _above(text: str, paragraph: Paragraph, known: Words) -> SentenceKind:
    """Return the kind of a short line above the story, the title aside."""
    is_label = _n_words(text, paragraph) <= MOST_WORDS_OF_LABEL
    is_top = known.top.fullmatch(text, paragraph.start, paragraph.end) is not None
    return "boilerplate" if is_label or is_top else "heading"


def _between(text: str, paragraph: Paragraph, known: Words) -> SentenceKind:
    """Return the kind of a short line inside the story: an entry of a chronology is body."""
    is_entry = known.chronology.match(text, paragraph.start, paragraph.end) is not None
    return "body" if is_entry else "heading"


def _lists_are_body(
    found: list[Paragraph], kinds: list[SentenceKind], short: list[bool], first: int
) -> None:
    """Turn long runs of short lines inside the story back into body: they are a list."""
    run: list[int] = []
    for number in range(min(first, len(found)), len(found) + 1):
        is_plain = number < len(found) and short[number] and found[number].shape == "plain"
        if is_plain and kinds[number] == "heading":
            run.append(number)
            continue
        if len(run) >= LIST_RUN:
            for member in run:
                kinds[member] = "body"
        run = []


def _mark_title(
    text: str, found: list[Paragraph], kinds: list[SentenceKind], title: str, first: int
) -> None:
    """Mark the line that is the title: the one given, or the first short line of the page."""
    given = " ".join(title.split()).casefold()
    for number, paragraph in enumerate(found[: first + 1]):
        line = " ".join(text[paragraph.start : paragraph.end].split()).casefold()
        if given and line == given:
            kinds[number] = "title"
            return
    if given:
        return
    for number, paragraph in enumerate(found[:first]):
        if paragraph.shape in ("plain", "heading"):
            kinds[number] = "title"
            return
        if paragraph.shape != "boilerplate":
            return


def _body(text: str, paragraph: Paragraph, number: int, known: Words) -> Iterator[Sentence]:
    """Yield a paragraph's sentences, its dateline and closing mark apart as boilerplate."""
    start, end = paragraph.start, paragraph.end
    opening = _dateline_end(text, start, end, known)
    if opening > start:
        stop = opening
        while text[stop - 1].isspace():
            stop -= 1
        yield Sentence(Span(start, stop), "boilerplate", number)
    closing = known.tail.search(text, max(opening, end - TAIL_REACH), end)
    stop = closing.start() if closing else end
    for first, last in sentences.split(text, opening, stop, known):
        yield Sentence(Span(first, last), "body", number)
    if closing:
        at = closing.start()
        while text[at].isspace():
            at += 1
        yield Sentence(Span(at, end), "boilerplate", number)


def _dateline_end(text: str, start: int, end: int, known: Words) -> int:
    """Return where the story goes on after a dateline; ``start`` if there is none."""
    match = _DATELINE.match(text, start, end)
    if match is None:
        return start
    place = match["place"]
    if place is None:
        return match.end()
    is_bare = not (match["region"] or match["date"] or match["agency"])
    is_word = place.strip() in known.not_places or len(place.replace(".", "").strip()) < 4
    goes_on_low = match.end() < end and text[match.end()].islower()
    return start if is_bare and (is_word or goes_on_low or match["dash"] == ":") else match.end()
