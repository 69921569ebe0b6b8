"""Say what the command line understands, and answer a slip with the nearest right word.

It must not read an article: everything here is known before one is opened.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any, Literal, NoReturn

from timeline import lexicon
from timeline.errors import EdtfError
from timeline.model import STATUSES, Interval
from timeline.time import edtf

__all__ = ["TABLE", "Options", "near", "parse", "parser"]

TABLE = "table"
"""The format for people, on a terminal; the others are those of the page's downloads."""

_DESCRIPTION = """\
Read an article about world affairs and print what happened when, between whom.
Dates are as fine as the text says, and no finer; what it does not date is listed apart."""

_EXAMPLES = """\
examples:
  python -m timeline article.txt
  python -m timeline article.txt --dct 2021-12-07 --actor Russia --actor NATO --match all
  python -m timeline article.txt --from 2021 --status planned --format csv > plans.csv
  python -m timeline article.txt --explain
  cat article.txt | python -m timeline - --dct 2021-12-07
  python -m timeline batch --help        many articles, as JSON Lines

The timeline goes to standard output, everything else that is to be said to standard error.
The exit status is 0, or 2 when the article or an option cannot be understood."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller asked for; the names are those of the page's filters."""

    article: str
    """Path of the article; ``-`` for standard input."""
    dct: date | None
    """The day the article was published; None to look for it in the text."""
    actors: tuple[str, ...]
    """Names or ids, as typed."""
    match: Literal["any", "all"]
    """Whether one of the actors is enough."""
    types: tuple[str, ...]
    """Event type ids."""
    statuses: tuple[str, ...]
    """Statuses."""
    words: str
    """Words to look for."""
    first: date | None
    """Only what touches this day or a later one."""
    last: date | None
    """Only what touches this day or an earlier one; included."""
    format: str
    """``table``, or the name of an export."""
    explain: bool
    """Whether to tell why every date is what it is."""
    undated: bool
    """Whether files hold the undated events, too; what people read always does."""


def parse(arguments: Sequence[str]) -> Options:
    """Return what the arguments ask for; end the program where they cannot be understood."""
    understood = parser()
    given, unknown = understood.parse_known_args(arguments)
    if unknown and not unknown[0].startswith("-"):
        understood.error(
            f"one article at a time: {unknown[0]!r} is one too many "
            "(many: python -m timeline batch --help)"
        )
    if unknown:
        flags = [flag for action in understood._actions for flag in action.option_strings]
        understood.error(f"unknown option {unknown[0]!r}{near(unknown[0], flags)}")
    if given.article is None:
        understood.error("no article is named; give a text or Markdown file, or - to read one")
    if given.explain and given.format != TABLE:
        understood.error(f"--explain prints text; leave out --format {given.format}")
    return Options(
        article=given.article,
        dct=given.dct,
        actors=tuple(given.actor),
        match=given.match,
        types=tuple(given.type),
        statuses=tuple(given.status),
        words=given.q,
        first=given.since.start if given.since else None,
        last=_last_day(given.to),
        format=given.format,
        explain=given.explain,
        undated=given.undated,
    )


def near(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that says what a mistyped word may have meant.

    Empty when nothing is near: a wrong hint costs more time than none.
    """
    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f"; did you mean {by_folded[found[0]]!r}?" if found else ""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in one sentence what is wrong; the whole usage would bury it."""
        sys.stderr.write(f"{message}\n(python -m timeline --help shows every option)\n")
        sys.exit(2)


def parser() -> argparse.ArgumentParser:
    """Return the parser; its help is the reference of the command line."""
    made = _Parser(
        prog="python -m timeline",
        usage="python -m timeline ARTICLE [options]",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = made.add_argument
    add(
        "article",
        metavar="ARTICLE",
        nargs="?",
        help="a text or Markdown file; - reads standard input",
    )
    words = "the day the article was published, YYYY-MM-DD; else looked for in the text"
    add("--dct", type=_day, metavar="DAY", help=words)
    _add_filters(made)
    words = "table (for reading), or a download of the page: csv (for Excel), raw-csv, json"
    add("--format", type=_format, default=TABLE, metavar="FORMAT", help=words)
    words = "for every event: its sentence, the words that date it, the rule, the derivation"
    add("--explain", action="store_true", help=words)
    words = "in csv, raw-csv and json also the events that nothing dates"
    add("--undated", action="store_true", help=words)
    return made


def _add_filters(made: argparse.ArgumentParser) -> None:
    """Let the parser understand the page's filters, under the names they have in its address."""
    add = made.add_argument
    many: dict[str, Any] = {"action": "append", "default": []}
    words = "only events with this actor; may be repeated"
    add("--actor", metavar="NAME", help=words, **many)
    words = "with several actors: one is enough (any), or all take part (all)"
    add("--match", metavar="any|all", help=words, type=_match, default="any")
    words = "only events of this type (meeting, sanction, …); may be repeated"
    add("--type", metavar="TYPE", help=words, type=_type, **many)
    words = f"only {', '.join(STATUSES[:-1])} or {STATUSES[-1]} events; may be repeated"
    add("--status", metavar="STATUS", help=words, type=_status, **many)
    words = "only events whose text has all of these words"
    add("--q", metavar="WORDS", help=words, default="")
    words = "only what lies on or after 2021, 2021-06 or 2021-06-16"
    add("--from", metavar="DATE", help=words, type=_stretch, dest="since")
    add("--to", metavar="DATE", help="only what lies on or before it", type=_stretch)


def _last_day(stretch: Interval | None) -> date | None:
    return stretch.end - timedelta(days=1) if stretch and stretch.end else None


def _chosen(word: str, known: Iterable[str], *, noun: str) -> str:
    """Return the choice that a word names.

    Raises:
        argparse.ArgumentTypeError: It names none; the message says which there are.
    """
    choices = list(known)
    if word in choices:
        return word
    listed = ", ".join(choices)
    raise argparse.ArgumentTypeError(f"no {noun} {word!r}{near(word, choices)} ({listed})")


def _match(word: str) -> str:
    return _chosen(word, ("any", "all"), noun="way to match")


def _status(word: str) -> str:
    return _chosen(word.lower(), STATUSES, noun="status")


def _type(word: str) -> str:
    folded = re.sub(r"[\s-]+", "_", word.strip().lower())
    return _chosen(folded, lexicon.table("event_types"), noun="event type")


def _format(word: str) -> str:
    if word == TABLE:
        return word
    # Here, not above: the exports bring pandas along, which --help can do without.
    from timeline.export import EXPORTS

    return _chosen(word, (TABLE, *EXPORTS), noun="format")


def _day(word: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", word, re.ASCII):
            return date.fromisoformat(word)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"{word!r}: {problem}; write YYYY-MM-DD") from None
    raise argparse.ArgumentTypeError(f"{word!r} is not a day; write YYYY-MM-DD")


def _stretch(word: str) -> Interval:
    try:
        return edtf.read(word)
    except EdtfError:
        raise argparse.ArgumentTypeError(
            f"{word!r} is not a date; write 2021, 2021-06 or 2021-06-16"
        ) from None
