"""Know the dateline that opens a report ("OSLO, Norway, March 5 (XP) -"); it reads no date."""

from __future__ import annotations

import re

from timeline.read.words import Words

__all__ = ["end_of"]

_OPENING = re.compile(
    r"""(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}?)(?P<region>,[ ][A-ZÀ-Þ][\w.'’ -]{1,30}?)??
        (?P<date>,?[ ](?:\d{1,2}[ ])?[A-Z][a-z]{2,8}\.?[ ]?(?:\d{1,2})?(?:,?[ ]\d{4})?)?
        (?P<agency>,?[ ]?[(/][A-Z][\w .&/-]{1,40}?[)/])?
        (?P<dash>\s?(?:--|–|—|_)(?:\s+|(?=[A-Z“"`])|\Z)|\s-\s+|[-:]\s+)
      | [A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,3}(?:,[ ][A-Z][\w. -]{1,25})?
        (?:,?[ ](?:\d{1,2}[ ])?[A-Z][a-z]{2,8}\.?[ ]?(?:\d{1,2})?(?:,?[ ]\d{4})?)?
        [ ][(/][A-Z][\w .&/-]{1,40}?[)/]\s?(?:-{1,2}|–|—|_)(?:\s+|\Z)""",
    re.X,
)
"""Place, region, day and agency before a dash: "OSLO, Norway, March 5 (XP) -"."""


def end_of(text: str, start: int, end: int, known: Words) -> int:
    """Return where the story goes on after a dateline; ``start`` if there is none."""
    match = _OPENING.match(text, start, end)
    if match is None:
        return start
    place = match["place"]
    if place is None:
        return match.end()
    is_bare = not (match["region"] or match["date"] or match["agency"])
    is_word = place.strip() in known.not_places or len(place.replace(".", "").strip()) < 4
    goes_on_low = match.end() < end and text[match.end()].islower()
    return start if is_bare and (is_word or goes_on_low or match["dash"] == ":") else match.end()
