"""The articles that come with the project; the first is shown when the page opens."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.errors import DataFileError
from timeline.lexicon import DATA

__all__ = ["Sample", "samples"]


@dataclass(frozen=True, slots=True)
class Sample:
    """One article of data/samples/."""

    sample_id: str
    """Its id in the address."""
    title: str
    """Its title."""
    about: str
    """One line on what it tells."""
    dct: date | None
    """Its own date."""
    text: str
    """The article."""


@cache
def samples() -> dict[str, Sample]:
    """Return the samples by id, in the order of data/samples/samples.toml.

    Raises:
        DataFileError: The list or one of its articles is missing or incomplete.
    """
    folder = DATA / "samples"
    try:
        entries = tomllib.loads((folder / "samples.toml").read_text(encoding="utf-8"))["sample"]
        return {entry["id"]: _sample(entry) for entry in entries}
    except (OSError, KeyError, tomllib.TOMLDecodeError) as problem:
        raise DataFileError(f"data/samples/samples.toml: cannot be read: {problem}") from None


def _sample(entry: dict[str, object]) -> Sample:
    day = entry.get("dct")
    return Sample(
        str(entry["id"]),
        str(entry["title"]),
        str(entry.get("about", "")),
        day if isinstance(day, date) else date.fromisoformat(str(day)) if day else None,
        (DATA / "samples" / str(entry["file"])).read_text(encoding="utf-8"),
    )
