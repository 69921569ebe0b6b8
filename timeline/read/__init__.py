"""Bytes → Document: page shape, sentences, and the article's own date."""

from timeline.read.dct import find as find_dct
from timeline.read.document import read
from timeline.read.formats import MAX_CHARS, check, decode

__all__ = ["MAX_CHARS", "check", "decode", "find_dct", "read"]
