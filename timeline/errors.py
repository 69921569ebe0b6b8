"""Every exception the project raises on purpose; never a message for the programmer alone.

    TimelineError
    ├── DocumentError      the text or file cannot be read
    ├── DctMissing         no document creation time given, and none found
    ├── DataFileError      a file under data/ breaks its own rules
    ├── EdtfError          a text is not EDTF as we write it
    ├── ResolveError       a rule names an operator that does not exist
    └── UnknownFormat      no export of that name (also a LookupError)

A message says where, what was wrong, what is allowed, what to do.
"""

from __future__ import annotations

__all__ = [
    "DataFileError",
    "DctMissing",
    "DocumentError",
    "EdtfError",
    "ResolveError",
    "TimelineError",
    "UnknownFormat",
]


class TimelineError(Exception):
    """Stand at the head of the tree: its message can be shown to a reader as it is."""


class DocumentError(TimelineError):
    """Say that a text or file cannot be read as an article."""


class DctMissing(TimelineError):
    """Say that relative dates have nothing to hang on."""


class DataFileError(TimelineError):
    """Say that a file under data/ breaks its own rules: file, entry, key."""


class EdtfError(TimelineError):
    """Say that a text is not EDTF as this project writes it."""


class ResolveError(TimelineError):
    """Say that a rule names an operator that does not exist."""


class UnknownFormat(TimelineError, LookupError):
    """Say that no export has this name, and which do."""
