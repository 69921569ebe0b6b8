"""Propose the day an article was written from the lines around its story; never from a clock."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import DctFinding, Document, Sentence, Span
from timeline.read import stamps
from timeline.read.words import Words, words

__all__ = ["find"]

EDGE = 12
"""Sentences at the top and at the end of the text in which a date can be the article's own."""
RANKS = ("publish line", "front matter", "header", "updated line", "dateline", "address")
"""Where a date was found, the best first."""
UNKNOWN = DctFinding(None, "unknown", None)

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.{0,4000}?)\n---[ \t]*(?:\n|\Z)", re.S)
_FRONT_DATE = re.compile(r"^(?:date|published|publish_date|pubdate)[ \t]*:[ \t]*(.+)$", re.M | re.I)
_WIRE_ID = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2,5}((?:19|20)\d\d)(\d\d)(\d\d)\.\d{4}")
_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)(\d\d)\2(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?![\d-])")
_DAY_AND_MONTH = re.compile(
    r"(?:(?P<d1>\d{1,2})\s+)?(?P<month>[^\W\d_]{3,9})\.?(?:\s+(?P<d2>\d{1,2}))?\b"
)


def find(document: Document) -> DctFinding:
    """Return the article's own date and where it stands, or say that it is unknown.

    Only lines around the story are read. A date that could be two days is not taken, and a
    dateline without a year counts only if a line above the story gives the year.
    """
    candidates = [found for found in _candidates(document) if found is not None]
    if not candidates:
        return UNKNOWN
    rank, _, day, span = min(candidates, key=lambda found: found[:2])
    return DctFinding(day, f"found: {RANKS[rank]}", span)


_TOP = 3
"""Lines in which a heading may say when the text was published, whatever stands above it."""
_Candidate = tuple[int, int, date, Span | None]
"""Rank, offset, day, and the words it was read from."""


def _candidates(document: Document) -> list[_Candidate | None]:
    known = words(document.language)
    pieces = document.sentences
    n_before = next((n for n, piece in enumerate(pieces) if piece.kind == "body"), len(pieces))
    found = [_front_matter(document), _address(document.source)]
    for number, piece in enumerate(pieces):
        if number >= EDGE and number < len(pieces) - EDGE:
            continue
        if number + 1 == n_before and _is_dateline(document, number):
            found.append(_dateline(document, n_before, known))
        elif piece.kind == "boilerplate":
            found.append(_line(document, piece, known, is_above=number < n_before))
        elif piece.kind == "heading" and number < max(n_before, _TOP):
            found.append(_labelled(document, piece, known))
    return found


def _is_dateline(document: Document, number: int) -> bool:
    """Say whether a piece before the story opens its first paragraph, or ends in a dash."""
    piece, following = document.sentences[number], document.sentences[number + 1 : number + 2]
    return piece.kind == "boilerplate" and (
        document.text[piece.span.end - 1] in "-–—_"
        or any(after.paragraph == piece.paragraph for after in following)
    )


def _line(
    document: Document, piece: Sentence, known: Words, *, is_above: bool
) -> _Candidate | None:
    """Read one line of boilerplate: a labelled date, or above the story a bare one."""
    start, end = piece.span.start, piece.span.end
    if known.caption.fullmatch(document.text, start, end):
        return None  # the day of the picture
    labelled = _labelled(document, piece, known)
    if not is_above or (labelled is not None and not _is_later(document, piece, labelled)):
        return labelled
    wire_id = _WIRE_ID.search(document.text, start, end)
    if wire_id is not None:
        day = stamps.day_of(int(wire_id[1]), int(wire_id[2]), int(wire_id[3]))
        span = Span(wire_id.start(), wire_id.end())
        return (RANKS.index("header"), start, day, span) if day else None
    stamp = stamps.find(document.text, start, end, language=document.language)
    if stamp is None or known.updated.match(document.text, start, end):
        return None
    if _is_range(document, stamp, end):
        return None
    return RANKS.index("header"), start, stamp.day, Span(stamp.start, stamp.end)


def _is_later(document: Document, piece: Sentence, labelled: _Candidate) -> bool:
    """Tell whether a revision follows a bare date: "5 March 2019 (updated 6 March 2019)"."""
    rank, _, day, _ = labelled
    first = stamps.find(document.text, *piece.span, language=document.language)
    return RANKS[rank] == "updated line" and first is not None and first.day < day


_LABEL_GAP, _LABEL_REACH = 40, 100
"""Characters from a label to its date, and to where that ends at the latest."""


def _is_range(document: Document, first: stamps.Stamp, end: int) -> bool:
    """Say whether a dash and another day follow a day: "3 May 1921 – 8 August 1923"."""
    second = stamps.find(document.text, first.end, end, language=document.language)
    gap = document.text[first.end : second.start].strip() if second else ""
    return gap in ("-", "–", "—", "to")


def _labelled(document: Document, piece: Sentence, known: Words) -> _Candidate | None:
    """Read "Published: …" or "Updated …", wherever in its line the label stands."""
    start, end = piece.span.start, piece.span.end
    for pattern, basis in ((known.publish, "publish line"), (known.updated, "updated line")):
        for label in pattern.finditer(document.text, start, end):
            reach = min(end, label.end() + _LABEL_REACH)
            stamp = stamps.find(document.text, label.end(), reach, language=document.language)
            if stamp is not None and stamp.start - label.end() <= _LABEL_GAP:
                return RANKS.index(basis), start, stamp.day, Span(stamp.start, stamp.end)
    return None


def _front_matter(document: Document) -> _Candidate | None:
    """Read the date of a Markdown file's front matter."""
    front = _FRONT.match(document.text)
    line = _FRONT_DATE.search(document.text, front.start(1), front.end(1)) if front else None
    if line is None:
        return None
    stamp = stamps.find(document.text, line.start(1), line.end(1), language=document.language)
    if stamp is None:
        return None
    return RANKS.index("front matter"), stamp.start, stamp.day, Span(stamp.start, stamp.end)


def _address(source: str) -> _Candidate | None:
    """Read the day from an address or file name that holds it: ".../2019/03/05/...", year first."""
    figures = _ADDRESS.search(source)
    if figures is None:
        return None
    day = stamps.day_of(int(figures[1]), int(figures[3]), int(figures[4]))
    return (RANKS.index("address"), 0, day, None) if day else None


def _dateline(document: Document, n_before: int, known: Words) -> _Candidate | None:
    """Read the day of a dateline, the last piece before the story; another line may give its year.

    A line above gives it, or one below that holds the very day: "© XP 5 Mar 2019". A bare year
    below is that of the page.
    """
    pieces = document.sentences[:n_before]
    text, span = document.text, pieces[-1].span
    stamp = stamps.find(text, span.start, span.end, language=document.language)
    if stamp is not None:
        return RANKS.index("dateline"), stamp.start, stamp.day, Span(stamp.start, stamp.end)
    years = {
        int(found[0])
        for piece in pieces
        if piece.kind == "boilerplate"
        for found in _YEAR.finditer(text, piece.span.start, piece.span.end)
    }
    days = _days_below(document, n_before)
    for part in _DAY_AND_MONTH.finditer(text, span.start, span.end):
        month = known.months.get(part["month"].lower())
        number = part["d1"] or part["d2"]
        if not (month and number):
            continue
        here = years or {day.year for day in days if (day.month, day.day) == (month, int(number))}
        day = stamps.day_of(min(here), month, int(number)) if len(here) == 1 else None
        if day is not None:
            return RANKS.index("dateline"), part.start(), day, Span(part.start(), part.end())
    return None


def _days_below(document: Document, n_before: int) -> set[date]:
    """Return the days that lines below the story hold."""
    found = {
        stamps.find(document.text, *piece.span, language=document.language)
        for piece in document.sentences[max(n_before, len(document.sentences) - EDGE) :]
        if piece.kind in ("boilerplate", "heading")
    }
    return {stamp.day for stamp in found if stamp is not None}
