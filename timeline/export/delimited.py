"""Write rows as comma-separated values, RFC 4180, and read them back.

Two kinds: one that is safe to open in a spreadsheet, and one that keeps every character.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import pandas as pd

from timeline.errors import DocumentError
from timeline.export.cells import NAMES, from_texts, to_texts
from timeline.export.registry import export

__all__ = ["defused", "read_csv", "to_csv", "to_raw_csv"]

# OWASP, "CSV Injection": a spreadsheet runs a cell that begins so, also in full width.
_DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
_IGNORED = "\ufeff\u200b \u00a0"
"""What a spreadsheet skips before it looks: byte order mark, spaces of several kinds."""
csv.field_size_limit(2**27)  # an evidence cell may hold a whole text; csv stops at 128 KiB


@export("csv", title="CSV for Excel", suffix=".csv", mime="text/csv")
def to_csv(frame: pd.DataFrame) -> bytes:
    """Write rows for a spreadsheet: byte order mark, and no cell that runs as a formula."""
    rows = ([defused(cell) for cell in row] for row in to_texts(frame))
    return _written(rows).encode("utf-8-sig")


@export("raw-csv", title="Raw CSV", suffix=".raw.csv", mime="text/csv")
def to_raw_csv(frame: pd.DataFrame) -> bytes:
    """Write rows for programs: every character as it is; ``read_csv`` gives the same frame."""
    return _written(to_texts(frame)).encode("utf-8")


def _written(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(NAMES.values())
    writer.writerows(rows)
    return text.getvalue()


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before it.

    A cell that looks so already gets a second one, so that reading can take one away.
    """
    bare = cell.lstrip("'")
    is_taken = bare != cell and defused(bare) != bare
    return f"'{cell}" if is_taken or cell.lstrip(_IGNORED).startswith(_DANGEROUS) else cell


def read_csv(data: bytes) -> pd.DataFrame:
    """Read a CSV of ours, of either kind, back into the frame it was written from.

    From the spreadsheet kind the apostrophe before a formula is taken away again.

    Raises:
        DocumentError: It is not UTF-8, or not a table of ours.
    """
    is_spreadsheet = data.startswith(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        if is_spreadsheet:
            rows = [[_fused(cell) for cell in row] for row in rows]
        return from_texts(rows[0] if rows else (), rows[1:])
    except (UnicodeDecodeError, csv.Error, ValueError, IndexError, TypeError) as problem:
        raise DocumentError(f"csv: not a table written by this program: {problem}") from None


def _fused(cell: str) -> str:
    bare = cell[1:]
    return bare if cell.startswith("'") and defused(bare) != bare else cell
