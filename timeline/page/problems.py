"""Why an article is not open, in sentences; each with one thing to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.page.state import is_own

if TYPE_CHECKING:
    from timeline.page.reading import Article

__all__ = ["PASTED", "Problem", "both", "eventless", "lost", "told", "undated"]

PASTED = "pasted text"
"""The source of an article that came through the clipboard."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an article was not opened, and what to do."""

    message: str
    """One or two sentences; may quote a file name, so it is shown as plain text."""
    waiting: Article | None = None
    """The article that only lacks its date."""


def told(cause: Exception) -> Problem:
    """Make a sentence of an error's message, which ends without a full stop."""
    return Problem(f"{_opened(str(cause))}.")


def undated(article: Article) -> Problem:
    """Ask for the day of a text that does not tell it."""
    return Problem(
        f"{_opened(article.source)}: the text does not say when it was published. "
        "Without that day, “Tuesday” or “last month” could be any. Give the day below.",
        waiting=article,
    )


def eventless(article: Article) -> Problem:
    """Say that a text tells no event."""
    return Problem(
        f"{_opened(article.source)}: no events were found in this text. "
        "Texts in English that tell who did what and when can be read; open another one."
    )


def both(name: str) -> Problem:
    """Say that one article is read at a time, not a pasted one and an uploaded one."""
    return Problem(
        f"A text was pasted and {name} was uploaded, but one article is read at a time. "
        "Empty one of the two and try again."
    )


def lost(name: str) -> Problem:
    """Say that the article of the address is not here."""
    if is_own(name):
        return Problem(
            "The address belongs to a text that a reader pasted or uploaded. Such a text stays "
            "with its reader, so it is no longer here; open it again."
        )
    return Problem(
        f"There is no sample “{name}”, so the first one is shown; “Open text” lists all there are."
    )


def _opened(words: str) -> str:
    """Begin a sentence; a file keeps the name that it has."""
    return words[:1].upper() + words[1:] if words.startswith(PASTED) else words
