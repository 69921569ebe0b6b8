"""Read pieces of text with recognizers-text: {pieces: [{text, dct}]} in, {seconds, answers} out.

Where it gives a past and a coming date, the last one begun by the article's day is taken: that is
how news is mostly meant.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date, datetime, timedelta
from typing import Any

from recognizers_date_time import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    recognize_datetime,
)

Answer = tuple[int, int, str, str]


def days(value: dict[str, Any]) -> tuple[str, str] | None:
    """Return the first day and the day after the last; None for what has no place."""
    if value["type"] in ("daterange", "datetimerange") and "start" in value and "end" in value:
        return str(value["start"])[:10], str(value["end"])[:10]
    if value["type"] not in ("date", "datetime") or value.get("value", "not")[:1] == "n":
        return None
    day = date.fromisoformat(str(value["value"])[:10])
    return day.isoformat(), (day + timedelta(days=1)).isoformat()


def read(text: str, dct: str) -> list[Answer]:
    """Return what is found in one piece."""
    found = []
    for one in recognize_datetime(text, "en-us", reference=datetime.fromisoformat(dct)):
        values = (one.resolution or {}).get("values") or []
        places = sorted(place for value in values if (place := days(value)))
        if places:
            begun = [place for place in places if place[0] <= dct]
            found.append((one.start, one.end + 1, *(begun[-1] if begun else places[0])))
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
