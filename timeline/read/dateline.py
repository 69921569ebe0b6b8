"""Know the dateline that opens a report ("OSLO, Norway, March 5 (XP) -"); it reads no date."""

from __future__ import annotations

import re

from timeline.read.words import Words

__all__ = ["end_of"]

_DAY = (
    r"(?:[A-Z][a-z]{2,8},?[ ])??(?:\d{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]{2,8}|"
    r"[A-Z][a-z]{2,8}\.?[ ]\d{1,2})(?:,?[ ]\d{4})?"
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?:[ ](?:of|and|the|de)?[ ]?[A-ZÀ-Þ][\w.'’-]+){0,4}"
_TOWN = r"[A-ZÀ-Þ][a-zà-ÿ.'’-]+(?:[ ][A-ZÀ-Þ][a-zà-ÿ.'’-]+){0,2}"
_AGENCY = r"[(/][A-Z][\w .&/-]{1,40}?[)/]"
_OPENING = re.compile(
    rf"""(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{{2,40}}?)(?<!/)
        (?P<region>,[ ][A-ZÀ-Þ][\w.'’ -]{{1,30}}?)??
        (?P<date>[,.:]?[ ](?:{_DAY}\.?|\({_DAY}\)))?
        (?P<agency>,?[ ]?{_AGENCY})?
        (?P<dash>\s?(?:--|–|—|_)(?:\s+|(?=[A-Z“"`])|\Z) | \s-\s+ | [-:]\s+
               | (?<=\w[/)])\.?\s+(?=[A-Z“"`]))
      | [A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){{0,3}}(?:,[ ][A-Z][\w. -]{{1,25}})?
        (?:[,;]?[ ]{_DAY})?[ ]{_AGENCY}\.?\s?(?:-{{1,2}}|–|—|_)(?:\s+|\Z)
      | (?!(?:In|On|At|From|By)[ ])[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){{0,2}},[ ]{_DAY}\.\s+
        (?=[A-Z“"`])
      | \([A-ZÀ-Þ][\w.'’ -]{{2,40}},[ ]{_DAY}\)(?:\s?[-–—]+)?\s+(?=[A-Z“"`])
      | (?P<seat>(?!(?:In|On|At|From|By|Since|Until|After|Before|The)[ ])
        {_NAME}(?:(?:,[ ]|[ ]?/[ ]?){_NAME}){{0,3}})
        (?:,[ ]{_DAY}(?<=\d{{4}})|[ ]\({_DAY}(?<=\d{{4}})\))[ ]?(?:--|–|—|-|:)\s+(?=[A-Z“"`])
      | {_DAY}[ ]{_AGENCY}[ ]?(?:--|–|—|-)\s+(?=[A-Z“"`])
      | (?P<town>{_TOWN},[ ](?:[A-Z]{{2}}|[A-Z]\.[A-Z]\.|{_TOWN}))[ ](?:--|–|—)\s+(?=[A-Z“"`])
      | [A-ZÀ-Þ][\w.'’ -]{{2,40}},?[ ]?\([^()]{{2,60}}?-[ ]?{_DAY}[ ]?\)[ ]?[:-–—]?\s+""",
    re.X,
)
"""Place, region, day and agency before a dash: "OSLO, Norway, March 5 (XP) -"; "Oslo, 5 March."

A seat is a place in small letters ("State House, Oslo, Tuesday 5 March 2019 –"), never an event; a
town needs no day ("Oslo, Norway –").
"""


def end_of(text: str, start: int, end: int, known: Words) -> int:
    """Return where the story goes on after a dateline; ``start`` if there is none."""
    match = _OPENING.match(text, start, end)
    if match is None:
        return start
    seat = re.split(r"[\s,]+", match["seat"] or match["town"] or "")
    if not known.not_seats.isdisjoint(seat) or not known.months.keys().isdisjoint(
        map(str.lower, seat)
    ):
        return start
    place = match["place"]
    if place is None:
        return match.end()
    if not (match["date"] or match["agency"]):
        is_word = place.strip() in known.not_places or len(place.replace(".", "").strip()) < 4
        goes_on_low = match.end() < end and text[match.end()].islower()
        if match["dash"].strip() == ":" or (not match["region"] and (is_word or goes_on_low)):
            return start
    return match.end()
