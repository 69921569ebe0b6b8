"""Say what each paragraph is on the page: title, heading, boilerplate or story.

It judges by a paragraph's own look, then by where it stands; it never reads what it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import SentenceKind
from timeline.read import dateline, sentences
from timeline.read.layout import Paragraph, ends_with_stop
from timeline.read.words import Words

__all__ = ["kinds_of"]

LONGEST_HEADING = 120
"""Characters; a longer line without a stop is a sentence whose stop was lost."""
MOST_WORDS_OF_HEADING = 16
"""Words; the same in words."""
MOST_WORDS_OF_LABEL = 4
"""Words; a line this short around the story is a site's name, a place, a topic."""
MOST_WORDS_OF_QUESTION = 10
"""Words; a longer question that stands alone is asked by the story."""
LONGEST_HEADLINE = 200
"""Characters; the longest headlines above a date line."""
_YEAR_LINE = re.compile(r"(?:1\d|20)\d\d(?: [A-Z][a-z]{2,8})? +[A-Z]\S+")
"""A year, perhaps a month, and words for what happened."""
_TOP = 8
"""Paragraphs in which the headline and what belongs to it stand."""
LIST_RUN = 3
"""So many short lines in a row are a list, not headings."""


def kinds_of(
    text: str, found: Sequence[Paragraph], *, title: str, words: Words
) -> list[SentenceKind]:
    """Return the kind of each paragraph, in order.

    Args:
        text: The whole text.
        found: Its paragraphs.
        title: The title where it is known from elsewhere, else empty.
        words: Page words of its language.
    """
    short = [_is_short(text, paragraph, words) for paragraph in found]
    for number in _headlines(text, found, words):
        short[number] = True
    for number in _chronicle(text, found, short):
        short[number] = False
    story = [
        number
        for number, paragraph in enumerate(found)
        if not short[number] and paragraph.shape not in ("boilerplate", "heading")
    ]
    first, last = (story[0], story[-1]) if story else (0, len(found))
    kinds: list[SentenceKind] = []
    for number, paragraph in enumerate(found):
        if paragraph.shape == "boilerplate":
            kinds.append("boilerplate")
        elif paragraph.shape == "heading":
            kinds.append("heading")
        elif not short[number] or words.entry.match(text, paragraph.start, paragraph.end):
            kinds.append("body")
        elif not story and not words.day_heading.fullmatch(text, paragraph.start, paragraph.end):
            kinds.append("body")  # lines without a story are what there is to read
        elif number > last and _n_words(text, paragraph) <= MOST_WORDS_OF_LABEL:
            kinds.append("boilerplate")
        else:
            kinds.append("heading")
    _mark_title(text, found, kinds, title, first, words)
    _mark_above(text, found, kinds, first, words)
    _mark_lists(found, kinds, short, first)
    return kinds


def _chronicle(text: str, found: Sequence[Paragraph], short: Sequence[bool]) -> list[int]:
    """Return the short lines that a year opens, where there are several ("1960 Independence")."""
    lines = [
        number
        for number, line in enumerate(found)
        if short[number] and line.shape == "plain" and _YEAR_LINE.match(text, line.start, line.end)
    ]
    return lines if len(lines) >= LIST_RUN else []


def _headlines(text: str, found: Sequence[Paragraph], words: Words) -> list[int]:
    """Return the lines above the first date or byline that have no stop, and their repetitions.

    A headline can be long, ask, or end in a quotation; then only what follows it tells.
    """
    top = found[:_TOP]
    furniture = next((n for n, line in enumerate(top) if _is_furniture(text, line, words)), 0)
    above = [
        n
        for n, (start, end, shape, n_lines, _) in enumerate(top[:furniture])
        if shape == "plain" and n_lines == 1 and end - start <= LONGEST_HEADLINE
        and not text[:end].rstrip("\"'”’)]»").endswith(".")
    ]  # fmt: skip
    if len(above) < furniture - sum(line.shape == "boilerplate" for line in top[:furniture]):
        return []
    said = {_words(text, found[n]) for n in above}
    again = [n for n, line in enumerate(top) if n > furniture and _words(text, line) in said]
    return [*above, *again]


def _is_furniture(text: str, line: Paragraph, words: Words) -> bool:
    """Say whether a line can only stand above a story: a day in full, a byline, its publication."""
    if line.n_lines > 1:
        return False
    is_dated = words.date.search(text, line.start, line.end) is not None
    if line.shape == "boilerplate":
        return is_dated
    return line.shape == "plain" and words.top.fullmatch(text, line.start, line.end) is not None


def _words(text: str, paragraph: Paragraph) -> str:
    return " ".join(text[paragraph.start : paragraph.end].split()).casefold()


def _is_short(text: str, paragraph: Paragraph, words: Words) -> bool:
    """Say whether a paragraph looks like a heading, a label or another line, not a sentence."""
    start, end, shape, n_lines, alone = paragraph
    if shape not in ("plain", "heading") or n_lines > 1 or end - start > LONGEST_HEADING:
        return False
    n_words = _n_words(text, paragraph)
    if text[end - 1] == "?":
        return alone and n_words <= MOST_WORDS_OF_QUESTION
    if text[end - 1] == "." and n_words <= MOST_WORDS_OF_LABEL:
        return "." in text[start : end - 1].split()[-1]  # "Washington D.C."
    if words.day_heading.fullmatch(text, start, end):
        return True
    return (
        n_words <= MOST_WORDS_OF_HEADING
        and not ends_with_stop(text, start, end)
        and dateline.end_of(text, start, end, words) == start
        and len(list(sentences.split(text, start, end, words))) == 1
        and not words.tail.search(text, start, end)
    )


def _n_words(text: str, paragraph: Paragraph) -> int:
    return len(text[paragraph.start : paragraph.end].split())


def _mark_title(
    text: str,
    found: Sequence[Paragraph],
    kinds: list[SentenceKind],
    title: str,
    first: int,
    words: Words,
) -> None:
    """Mark the line that is the title: the one given, or the first short line of the page."""
    given = " ".join(title.split()).casefold()
    if given:
        for number, paragraph in enumerate(found[: first + 1]):
            if _words(text, paragraph) == given:
                kinds[number] = "title"
                return
        return
    headings = [number for number in range(first) if kinds[number] == "heading"]
    for place, number in enumerate(headings):
        start, end = found[number].start, found[number].end
        if words.day_heading.fullmatch(text, start, end):
            return
        if place + 1 < len(headings) and words.top.fullmatch(text, start, end):
            continue  # "Oslo, 5 March 2019" above the title; where nothing follows, it is the title
        kinds[number] = "title"
        return


def _mark_above(
    text: str, found: Sequence[Paragraph], kinds: list[SentenceKind], first: int, words: Words
) -> None:
    """Mark as boilerplate what stands above the story and is neither title nor subtitle."""
    days = [
        number
        for number, paragraph in enumerate(found)
        if kinds[number] == "heading"
        and words.day_heading.fullmatch(text, paragraph.start, paragraph.end)
    ]
    if days and not _heads_chronology(text, found, days, words):
        days = days[:1]
    labels: list[int] = []
    for number, paragraph in enumerate(found[:first]):
        if kinds[number] != "heading" or (number in days and len(days) > 1):
            continue  # several days as headings: a chronology, whose first part this heads
        if words.top.fullmatch(text, paragraph.start, paragraph.end):
            kinds[number] = "boilerplate"
        elif paragraph.shape == "plain" and _n_words(text, paragraph) <= MOST_WORDS_OF_LABEL:
            labels.append(number)
    is_furnished = len(labels) > 1 or "boilerplate" in kinds[:first]
    for number in labels:
        if is_furnished and number not in days:
            kinds[number] = "boilerplate"


def _heads_chronology(
    text: str, found: Sequence[Paragraph], days: Sequence[int], words: Words
) -> bool:
    """Say whether the first day of several heads a part: not a day in full above mere years."""
    in_full = [words.date.search(text, found[n].start, found[n].end) is not None for n in days]
    return not in_full[0] or any(in_full[1:])


def _mark_lists(
    found: Sequence[Paragraph], kinds: list[SentenceKind], short: list[bool], first: int
) -> None:
    """Turn long runs of short lines inside the story back into body: they are a list."""
    run: list[int] = []
    for number in range(first, len(found) + 1):
        is_line = number < len(found) and short[number] and found[number].shape == "plain"
        if is_line and kinds[number] == "heading":
            run.append(number)
            continue
        if len(run) >= LIST_RUN:
            for member in run:
                kinds[member] = "body"
        run = []
