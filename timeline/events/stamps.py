"""Times and days that open a sentence and say only when it was written, not what it tells of.

It must not choose a word for any other date; attach.py does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.grammar import Parse
from timeline.model import Timex

__all__ = ["without_stamp"]

_STAMP = re.compile(r"\d{1,2}[:.h]?\d{0,2}")


def without_stamp(parse: Parse, timexes: Sequence[Timex], candidates: Sequence[Candidate]) -> None:
    """Take the time of a live report's entry ("11:05 They will meet …") from what it does not date.

    It is when the entry was written: what is still to come, or has a date besides, was not then.
    So is a dateline of a day and a place ("4 May, Oslo: Ann Okoth arrived on Monday").
    """
    stamp = timexes[0] if timexes else None
    if stamp is not None and _is_dateline(parse, stamp):
        for candidate in candidates:
            if stamp in candidate.timexes and len(candidate.timexes) > 1:
                candidate.timexes.remove(stamp)
        return
    if stamp is None or stamp.type != "TIME" or not _STAMP.match(parse.text[0]):
        return
    if parse.token_at(stamp.span.start) != 0:
        return
    others = [t for t in timexes[1:] if t.type == "DATE"]
    for candidate in candidates:
        verb = candidate.verb
        ahead = verb is not None and (verb.when == "future" or verb.plan)
        if stamp in candidate.timexes and (others or ahead):
            candidate.timexes = [t for t in candidate.timexes if t is not stamp]


def _is_dateline(parse: Parse, stamp: Timex) -> bool:
    """Is it a day that opens the sentence, with a place and a colon behind it?"""
    after = parse.token_at(stamp.span.end - 1) + 1
    opens = parse.token_at(stamp.span.start) == 0 and parse.lower[after : after + 1] == [","]
    end = after + 1
    while parse.tags[end : end + 1] == ["NAME"]:
        end += 1
    return opens and end > after + 1 and parse.lower[end : end + 1] == [":"]
