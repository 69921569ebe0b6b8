"""Keep the list of export formats; a format adds itself with ``@export``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from timeline.errors import UnknownFormat

__all__ = ["EXPORTS", "Export", "export"]


@dataclass(frozen=True, slots=True)
class Export:
    """A way to write a frame as a file."""

    name: str
    """What the command line calls it."""
    title: str
    """What its button says."""
    suffix: str
    """How its file name ends, with the dot."""
    mime: str
    """Its media type."""
    to_bytes: Callable[[pd.DataFrame], bytes]
    """Write the rows, in their order; an empty frame is written too."""


class _Exports(Mapping[str, Export]):
    """Formats by name; an unknown name is answered with the near one."""

    def __init__(self) -> None:
        self._known: dict[str, Export] = {}

    def __getitem__(self, name: str) -> Export:
        try:
            return self._known[name]
        except KeyError:
            near = get_close_matches(name, self._known, n=1)
            hint = f"did you mean {near[0]!r}? " if near else "choose one of: "
            raise UnknownFormat(
                f"no export format {name!r}; {hint}({', '.join(self._known)})"
            ) from None

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def add(self, one: Export) -> None:
        """Take a format into the list."""
        self._known[one.name] = one


EXPORTS = _Exports()
"""Every export format by name; ``EXPORTS["cvs"]`` raises UnknownFormat and names csv."""

_Writer = Callable[[pd.DataFrame], bytes]


def export(name: str, *, title: str, suffix: str, mime: str) -> Callable[[_Writer], _Writer]:
    """Register the function below as an export format."""

    def register(to_bytes: _Writer) -> _Writer:
        EXPORTS.add(Export(name, title, suffix, mime, to_bytes))
        return to_bytes

    return register
