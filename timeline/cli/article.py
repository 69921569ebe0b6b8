"""Print the timeline of one article: the page's own steps, in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.options import TABLE, Options, near, parse
from timeline.errors import DocumentError, TimelineError
from timeline.model import Extraction

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Print one article's timeline; return 0, or 2 where it cannot be read."""
    options = parse(arguments)
    try:
        sys.stdout.buffer.write(_told(options))
        sys.stdout.buffer.flush()
    except TimelineError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    except BrokenPipeError:
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return 2
    except OSError as problem:
        # What is read is asked for in _text; so it was writing that failed.
        sys.stderr.write(f"standard output: {problem.strerror}; what it holds is incomplete\n")
        return 2
    return 0


def _told(options: Options) -> bytes:
    """Return what goes to standard output; say on standard error what else is to be known."""
    text, source = _text(options.article)
    from timeline.pipeline import extract

    extraction = extract(text, dct=options.dct, source=source)
    if extraction.dct.day is None:
        sys.stderr.write(
            "no publication date found in the article, so relative dates stay open; "
            "pass --dct YYYY-MM-DD\n"
        )
    frame, undated = _frames(extraction, options)
    if options.explain:
        from timeline.cli.explain import explained
        from timeline.cli.listing import width

        ids = [*frame["event_id"], *undated["event_id"]]
        return explained(extraction, ids, columns=width()).encode()
    if options.format == TABLE:
        from timeline.cli.listing import listing, width

        columns = width() if sys.stdout.isatty() else None
        return listing(frame, undated, columns=columns).encode()
    from timeline.export import EXPORTS

    rows = _with_undated(frame, undated, options)
    return EXPORTS[options.format].to_bytes(rows)


def _with_undated(frame: pd.DataFrame, undated: pd.DataFrame, options: Options) -> pd.DataFrame:
    """Return the rows of a file: the undated only where asked for, and what stays out is said."""
    if undated.empty:
        return frame
    if not options.undated:
        sys.stderr.write(
            f"{options.format} holds the dated events; --undated adds the {len(undated)} without\n"
        )
        return frame
    from timeline.table.frame import together

    return together(frame, undated)


def _text(article: str) -> tuple[str, str]:
    """Return the text of a file or of standard input, and its name."""
    from timeline.read.formats import decode

    if article == "-":
        try:
            return decode(sys.stdin.buffer.read(), name="stdin.txt"), "standard input"
        except DocumentError as problem:
            raise DocumentError(str(problem).replace("stdin.txt", "standard input", 1)) from None
    path = Path(article)
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        raise DocumentError(
            f"{article}: it is a folder; name one text in it (many at once: "
            "python -m timeline batch --help)"
        ) from None
    except OSError as problem:
        beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
        hint = near(path.name, [*beside, "batch"])
        raise DocumentError(f"{article}: {problem.strerror}{hint}") from None
    return decode(data, name=path.name), path.name


def _frames(extraction: Extraction, options: Options) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the dated and the undated rows that pass the filters; say how many there are."""
    from timeline.table import filters, frame

    dated, undated = frame.from_extraction(extraction), frame.undated(extraction)
    labels = frame.actor_labels(dated, undated)
    chosen = filters.Filters(
        actors=tuple(_actor(name, labels) for name in options.actors),
        match=options.match,
        types=options.types,
        statuses=options.statuses,
        words=options.words,
        first=options.first,
        last=options.last,
    )
    shown, kept = filters.apply(dated, chosen), filters.apply(undated, chosen)
    words = filters.said(chosen, labels)
    sys.stderr.write(f"{filters.in_words(len(shown), len(dated), words)}")
    sys.stderr.write(f" Without a date: {len(kept)} of {len(undated)}.\n")
    return shown, kept


def _actor(name: str, labels: dict[str, str]) -> str:
    """Return the id of an actor of this article.

    Raises:
        DocumentError: The article has no such actor; the message says which it has.
    """
    for id_, label in labels.items():
        if name.casefold() in (id_.casefold(), label.casefold()):
            return id_
    known = ", ".join(sorted(labels.values())) or "none"
    raise DocumentError(
        f"no actor {name!r} in this article{near(name, labels.values())} (it has: {known})"
    )
