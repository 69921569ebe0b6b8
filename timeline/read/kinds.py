"""Say what each paragraph is on the page: title, heading, boilerplate or story.

It judges by a paragraph's own look, then by where it stands; it never reads what it says.
"""

from __future__ import annotations

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
            line = " ".join(text[paragraph.start : paragraph.end].split()).casefold()
            if line == given:
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
