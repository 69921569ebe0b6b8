"""Turn an uploaded file into text, or say in one sentence why it cannot be read."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from timeline.errors import DocumentError

__all__ = ["MAX_CHARS", "SUFFIXES", "check", "decode"]

MAX_CHARS = 200_000
"""Characters; a long magazine article has 60,000."""
SUFFIXES = (".txt", ".md")
"""File kinds that can be read."""
_ADVICE = "save the article as plain text (UTF-8) and open that, or paste it"
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"RIFF", "a picture or sound"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")


def decode(data: bytes, *, name: str) -> str:
    """Return the text of an uploaded file.

    Args:
        data: The file's bytes: UTF-8, with or without a byte order mark, or UTF-16 with one.
        name: The file's name, for its kind and for the message.

    Raises:
        DocumentError: The file is of another kind, in another encoding, empty or too long.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise DocumentError(
            f"{name}: files of kind '{suffix or 'none'}' cannot be read; "
            f"allowed: {', '.join(SUFFIXES)}; {_ADVICE}"
        )
    _refuse_other_kinds(data, name)
    if len(data) > 4 * MAX_CHARS + 4:
        raise DocumentError(_too_long(name, f"{len(data):,} bytes"))
    return check(_text(data, name), name=name)


def check(text: str, *, name: str) -> str:
    """Return the text if it can be read as an article: neither blank nor too long.

    Raises:
        DocumentError: It is blank, or longer than MAX_CHARS.
    """
    if not text.strip():
        raise DocumentError(f"{name}: there is no text in it; give an article of a line or more")
    if len(text) > MAX_CHARS:
        raise DocumentError(_too_long(name, f"{len(text):,} characters"))
    return text


def _refuse_other_kinds(data: bytes, name: str) -> None:
    """Raise for what is no plain text, whatever its name says."""
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind is None and data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        kind = "a web page"
    if kind:
        raise DocumentError(
            f"{name}: it is {kind}, whatever its name says; "
            f"allowed: plain text or Markdown; {_ADVICE}"
        )


def _text(data: bytes, name: str) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise DocumentError(
            f"{name}: byte {problem.start + 1:,} is not {'UTF-16' if wide else 'UTF-8'}; "
            f"allowed: UTF-8, or UTF-16 with a byte order mark; {_ADVICE}"
        ) from None
    if "\x00" in text:
        raise DocumentError(
            f"{name}: character {text.index(chr(0)) + 1:,} is a null, so it is no plain text; "
            f"allowed: plain text or Markdown; {_ADVICE}"
        )
    return text


def _too_long(name: str, size: str) -> str:
    return (
        f"{name}: it has {size}; allowed: {MAX_CHARS:,} characters; "
        "cut it into several texts and read them one by one"
    )
