"""Read pieces of text with dateparser: {pieces: [{text, dct}]} in, {seconds, answers} out.

``search_dates`` finds, told that the text is English; dateparser's own period then says whether
a day, a month or a year was meant.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime, timedelta
from typing import Any

from dateparser.date import DateDataParser
from dateparser.search import search_dates

Answer = tuple[int, int, str, str]


def days(found: datetime, period: str) -> tuple[str, str]:
    """Return the first day and the day after the last of the period around a day."""
    first = last = found.date()
    if period == "month":
        first = first.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1)
    elif period == "year":
        first = first.replace(month=1, day=1)
        last = first.replace(year=first.year + 1)
    else:
        last = first + timedelta(days=1)
    return first.isoformat(), last.isoformat()


def read(text: str, dct: str) -> list[Answer]:
    """Return what is found in one piece."""
    settings: Any = {"RELATIVE_BASE": datetime.fromisoformat(dct)}
    parser = DateDataParser(languages=["en"], settings=settings)
    found, done = [], 0
    for words, day in search_dates(text, languages=["en"], settings=settings) or ():
        at = max(text.find(words, done), 0)
        done = at + len(words)
        period = parser.get_date_data(words).period or "day"
        found.append((at, done, *days(day, period)))
    return found


def main() -> None:
    """Answer once."""
    pieces = json.load(sys.stdin)["pieces"]
    read("On 3 May 2010 they met.", "2021-12-07")
    began = time.process_time()
    answers = [read(piece["text"], piece["dct"]) for piece in pieces]
    json.dump({"seconds": time.process_time() - began, "answers": answers}, sys.stdout)


if __name__ == "__main__":
    main()
