"""Uploads: text comes out as it is, everything else with a sentence that helps."""

from __future__ import annotations

import pytest

from timeline.errors import DocumentError
from timeline.read import MAX_CHARS, decode

TEXT = "Żółw met Ærø — “fine”.\r\nTwo lines.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "b.md"])
def test_text_comes_out_as_it_is(encoding: str, name: str) -> None:
    assert decode(TEXT.encode(encoding), name=name) == TEXT


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7", "kind '.pdf'"),
        ("a.docx", b"PK\x03\x04", "kind '.docx'"),
        ("article", b"Some text", "kind 'none'"),
        ("a.txt", b"%PDF-1.7 ...", "a PDF file"),
        ("a.txt", b"PK\x03\x04...", "a Word, OpenDocument or zip file"),
        ("a.txt", b"\x89PNG\r\n", "a picture"),
        ("a.md", b"\n<!DOCTYPE html><p>x", "a web page"),
        ("a.txt", "naïve café".encode("latin-1"), "byte 3 is not UTF-8"),
        ("a.txt", b"\xff\xfea", "is not UTF-16"),
        ("a.txt", b"ab\x00c", "character 3 is a null"),
        ("a.txt", b"", "no text in it"),
        ("a.txt", b" \n\t", "no text in it"),
        ("a.txt", b"a" * (MAX_CHARS + 1), "200,001 characters"),
        ("a.txt", b"a" * (4 * MAX_CHARS + 5), "800,005 bytes"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes, said: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        decode(data, name=name)

    message = str(refusal.value)
    assert message.startswith(f"{name}: ")
    assert said in message
    assert "\n" not in message
    assert ";" in message  # what is wrong; what to do


def test_the_longest_text_allowed_is_read() -> None:
    assert len(decode(b"a" * MAX_CHARS, name="a.txt")) == MAX_CHARS


def test_the_message_names_the_limit() -> None:
    with pytest.raises(DocumentError, match="allowed: 200,000 characters"):
        decode(b"a" * (MAX_CHARS + 1), name="a.txt")
