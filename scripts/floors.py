"""Hold measured scores against floors that only rise.

    python -m scripts.floors check REPORT FLOORS    fail where a score lies below its floor
    python -m scripts.floors raise REPORT FLOORS    lift every floor to what is reached now

Both files are JSON. ``floors`` of a floor file maps the dotted path of a number in the report to
the least it may be; a path after a minus sign is a number that must not grow, its floor with
the opposite sign. ``lowered`` holds the reason of every floor that was ever lowered.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["below", "flat", "lifted", "load", "rounded_down"]

STEPS = 1000
"""Floors are kept in thousandths."""


def flat(report: Mapping[str, Any], *, prefix: str = "") -> Iterator[tuple[str, float]]:
    """Yield the numbers of a nested report under their dotted paths."""
    for key, value in report.items():
        path = f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from flat(value, prefix=f"{path}.")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield path, float(value)


def load(path: Path) -> dict[str, float]:
    """Return the floors of a file, without its reasons."""
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["floors"]
    return floors


def below(report: Mapping[str, Any], floors: Mapping[str, float]) -> list[str]:
    """Return one sentence for each score that is missing or lies below its floor."""
    scores = _both_ways(report)
    return [
        f"{key}: {scores[key]:.3f} is below its floor {floor:.3f}"
        if key in scores
        else f"{key}: no such score in the report"
        for key, floor in floors.items()
        if scores.get(key, -math.inf) < floor - 1e-9
    ]


def lifted(report: Mapping[str, Any], floors: Mapping[str, float]) -> dict[str, float]:
    """Return the floors, each raised to the score reached, none lowered."""
    scores = _both_ways(report)
    return {
        # Rounded down: a floor must never lie above what was reached.
        key: max(floor, rounded_down(scores.get(key, floor)))
        for key, floor in floors.items()
    }


def _both_ways(report: Mapping[str, Any]) -> dict[str, float]:
    """Return the scores by path, and once more with a minus sign before path and number."""
    scores = dict(flat(report))
    return scores | {f"-{path}": -score for path, score in scores.items()}


def rounded_down(score: float) -> float:
    """Return a score in the steps of floors."""
    return math.floor(score * STEPS + 1e-9) / STEPS


def main(arguments: list[str]) -> int:
    """Check or raise; return 0, or 2 where a score lies too low or the call is wrong."""
    if len(arguments) != 3 or arguments[0] not in {"check", "raise"}:
        sys.stderr.write(__doc__ or "")
        return 2
    report = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
    path = Path(arguments[2])
    floors = load(path)
    faults = below(report, floors)
    for fault in faults:
        sys.stderr.write(f"{path}: {fault}\n")
    if arguments[0] == "raise":
        content = json.loads(path.read_text(encoding="utf-8"))
        content["floors"] = lifted(report, floors)
        path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    if not faults:
        sys.stdout.write(f"{len(floors)} scores at or above their floors\n")
    return 2 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
