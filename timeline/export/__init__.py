"""Rows as bytes: one function per format, and EXPORTS, which lists them."""

from timeline.export import delimited as _delimited  # noqa: F401  registers its formats
from timeline.export import json as _json  # noqa: F401  registers its format
from timeline.export.delimited import read_csv
from timeline.export.registry import EXPORTS, Export

__all__ = ["EXPORTS", "Export", "read_csv"]
