"""Raise the floors of the gold gate to what is reached now, and write the scores into the README.

    python -m scripts.scores                      never lowers a floor
    python -m scripts.scores --allow "reason"     may, and writes down the reason

The floors hold the scores of all articles together: within one article a share of a few events
jumps. The table shows every article as this run measured it. What the README's commands print is
written anew as well.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts import console, floors, gold
from scripts.between import between

__all__ = ["FLOORS", "HELD", "MEASURES", "README", "in_readme", "table"]

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "gold_floors.json"
README = ROOT / "README.md"
MARKERS = ("<!-- scores: written by `make scores` -->", "<!-- end of scores -->")
MEASURES = ("precision", "recall", "type", "status", "actors", "undated")
"""The columns of the README's table."""
HELD = ("precision", "recall", "f1", "type_recall", "status_recall", "actors_recall", "undated")
"""What has a floor: finding one more event, and a hard one, must never break it."""


def table(content: Mapping[str, Any]) -> str:
    """Return the scores of the last run as a Markdown table, one row an article, in per cent."""
    lines = [
        f"| article | events | {' | '.join(MEASURES)} |",
        f"|---|{'---:|' * (len(MEASURES) + 1)}",
    ]
    for name, row in content["scores"].items():
        cells = [f"{100 * row[measure]:.0f}" for measure in MEASURES]
        lines.append(f"| {name} | {row['events']:.0f} | {' | '.join(cells)} |")
    return "\n".join(lines)


def in_readme(text: str, content: Mapping[str, Any]) -> str:
    """Return the README with the table between its markers."""
    return between(text, MARKERS, table(content))


def raised(content: Mapping[str, Any], *, reason: str) -> dict[str, Any]:
    """Return the floors lifted to the scores of this run; lowered only with a reason.

    Raises:
        ValueError: A score lies below its floor, and no reason was given.
    """
    scores = gold.measure_all()
    faults = floors.below(scores, content["floors"])
    if faults and not reason:
        raise ValueError("\n".join([*faults, 'fix it, or say why: --allow "reason"']))
    lowered = {fault.split(":")[0] for fault in faults}
    reached = {
        path: floors.rounded_down(score)
        for path, score in floors.flat({"all": {name: scores["all"][name] for name in HELD}})
    }
    held = floors.lifted(scores, content["floors"])
    return {
        "digest": gold.digest(),
        "floors": {
            path: score if path in lowered else max(score, held.get(path, score))
            for path, score in reached.items()
        },
        "lowered": {**content["lowered"], **dict.fromkeys(sorted(lowered), reason)},
        "scores": {
            name: {measure: round(row[measure], 3) for measure in row}
            for name, row in scores.items()
        },
    }


def main(arguments: list[str]) -> int:
    """Write floors and README; return 0, or 2 where a floor would have to be lowered."""
    reason = arguments[1] if len(arguments) == 2 and arguments[0] == "--allow" else ""
    if arguments and not reason:
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        content = raised(json.loads(FLOORS.read_text(encoding="utf-8")), reason=reason)
    except ValueError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    FLOORS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    readme = in_readme(README.read_text(encoding="utf-8"), content)
    README.write_text(console.refreshed(readme), encoding="utf-8")
    sys.stdout.write(f"{table(content)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
