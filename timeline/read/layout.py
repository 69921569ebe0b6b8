"""Find the paragraphs of a text from its lines; undo hard wrapping, judge no kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline.read.words import Words

__all__ = ["Paragraph", "ends_with_stop", "paragraphs"]

WIDEST_WRAP = 120
"""Characters; no mail, wire or terminal wraps later, so a longer line was never wrapped."""
NARROWEST_WRAP = 45
"""Characters; a shorter line that ends without a stop is a line of its own."""
SHORT_LINE = 0.7
"""Share of the width; a heading between wrapped lines seldom fills more."""
LONGEST_LINE_OF_BOILERPLATE = 300
"""Characters; credits and prompts are shorter."""

_MARK = re.compile(
    r"""(?P<heading>\#{1,6}[ \t]+(?=\S))
      | (?P<item>(?:[-*+•‣▪●–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)[ \t]+(?=\S))
      | (?P<quote>(?:>[ \t]?)+(?=\S))
      | (?P<row>\|[ \t]*(?=\S.*\|))""",
    re.X,
)
"""What opens a line that is no continuation of the one above: Markdown and list marks."""
_STOPPED = re.compile(r"(?:[.!?…:;][\"'”’»)\]`*_]*|\"|”|'')\Z")


class Line(NamedTuple):
    """One line without the white space around it."""

    start: int
    end: int
    indent: int


class Paragraph(NamedTuple):
    """Lines that belong together."""

    start: int
    """First character, after any list or Markdown mark."""
    end: int
    """One past the last."""
    shape: str
    """``plain``, ``heading`` (Markdown), ``item``, ``quote``, ``row`` or ``boilerplate``."""
    n_lines: int
    """How many lines it takes."""
    alone: bool
    """Whether blank lines, or the ends of the text, stand around it."""


def paragraphs(text: str, words: Words) -> list[Paragraph]:
    """Return every non-blank stretch of the text that reads as one paragraph, in order."""
    found: list[Paragraph] = []
    usual = 0
    for block in _blocks(text):
        if len(block) == 1:
            found.append(_paragraph(text, block, alone=True, words=words))
            continue
        width = max(line.end - line.start + line.indent for line in block)
        if len(block) > 2 and NARROWEST_WRAP <= width <= WIDEST_WRAP:
            usual = width
        elif width < usual:
            width = usual
        for lines in _grouped(text, block, width, words, opens=not found):
            found.append(_paragraph(text, lines, alone=False, words=words))
    return found


def ends_with_stop(text: str, start: int, end: int) -> bool:
    """Say whether a stretch ends as a sentence does, closing quotes and brackets aside."""
    return _STOPPED.search(text, max(start, end - 6), end) is not None


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield runs of lines that no blank line parts."""
    block: list[Line] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        core = raw.strip()
        if core:
            indent = len(raw) - len(raw.lstrip())
            block.append(Line(at + indent, at + indent + len(core), indent))
        elif block:
            yield block
            block = []
        at += len(raw)
    if block:
        yield block


def _grouped(
    text: str, block: list[Line], width: int, words: Words, *, opens: bool
) -> Iterator[list[Line]]:
    """Yield the lines of a block in paragraphs: wrapped lines together, others alone."""
    lines = [block[0]]
    wrapped = len(block) > 2
    for previous, line in pairwise(block):
        is_title = opens and previous is block[0] and not wrapped and not text[line.start].islower()
        if not is_title and _goes_on(text, previous, line, width, words):
            lines.append(line)
        else:
            yield from _heading_apart(text, lines, width)
            lines = [line]
    yield from _heading_apart(text, lines, width)


def _heading_apart(text: str, lines: list[Line], width: int) -> Iterator[list[Line]]:
    """Yield wrapped lines, the last one apart if it is short and has no stop: it is a heading."""
    if len(lines) > 1:
        before, last = lines[-2:]
        if (
            last.end - last.start < width * SHORT_LINE
            and ends_with_stop(text, before.start, before.end)
            and not ends_with_stop(text, last.start, last.end)
            and not text[last.start].islower()
        ):
            yield lines[:-1]
            yield lines[-1:]
            return
    yield lines


def _goes_on(text: str, previous: Line, line: Line, width: int, words: Words) -> bool:
    """Say whether a line continues the one above it."""
    if _MARK.match(text, line.start, line.end) or words.entry.match(text, line.start, line.end):
        return False
    length = previous.end - previous.start
    stopped = ends_with_stop(text, previous.start, previous.end)
    if stopped and line.indent > previous.indent:
        return False
    if not stopped and text[line.start].islower():
        return length >= min(NARROWEST_WRAP, width // 2)
    if width > WIDEST_WRAP or width < NARROWEST_WRAP:
        return False
    first_word = text.find(" ", line.start, line.end)
    needed = (first_word if first_word > 0 else line.end) - line.start
    if previous.indent + length + 1 + needed <= width:
        return False
    return not any(words.line.fullmatch(text, one.start, one.end) for one in (previous, line))


def _paragraph(text: str, lines: list[Line], *, alone: bool, words: Words) -> Paragraph:
    start, end = lines[0].start, lines[-1].end
    is_brief = len(lines) == 1 and end - start <= LONGEST_LINE_OF_BOILERPLATE
    if is_brief and any(known.fullmatch(text, start, end) for known in (words.line, words.caption)):
        return Paragraph(start, end, "boilerplate", 1, alone)
    mark = _MARK.match(text, start, end)
    if mark is None:
        return Paragraph(start, end, "plain", len(lines), alone)
    return Paragraph(mark.end(), end, str(mark.lastgroup), len(lines), alone)
