"""Open the rules and word lists under data/; the only module that reads them.

It must not interpret them: each stage compiles its own tables from what it gets here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline.errors import DataFileError

__all__ = ["DATA", "languages", "table"]

DATA = Path(__file__).resolve().parent.parent / "data"
"""The folder of words, rules, actors, reference events, samples and gold."""


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return one TOML file under data/ as a read-only mapping, read once.

    Args:
        name: Path below data/ without its suffix: ``"actors"``, ``"lang/en.time"``.

    Raises:
        DataFileError: The file is missing or is not TOML.
    """
    path = DATA / f"{name}.toml"
    try:
        return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        near = ", ".join(sorted(p.stem for p in path.parent.glob("*.toml"))) or "nothing"
        raise DataFileError(
            f"data/{name}.toml: no such file; {path.parent.name}/ has: {near}"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise DataFileError(f"data/{name}.toml: not valid TOML: {problem}") from None


@cache
def languages() -> tuple[str, ...]:
    """Return the ISO 639-1 codes that data/lang/ has time rules for, sorted."""
    return tuple(sorted(p.name.split(".")[0] for p in (DATA / "lang").glob("*.time.toml")))
