"""The tools people use for dates in English text, each run in a process of its own.

chrono-node and recognizers-text are installed into a folder that is thrown away afterwards;
nothing of the project needs them. One that cannot be had, say without a network, says so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PEERS", "Answers", "Found", "Missing", "Peer", "Piece", "run"]

HERE = Path(__file__).resolve().parent
PATIENCE_S = 900

Piece = tuple[str, str]
"""A text and the day it was written, as YYYY-MM-DD."""
Found = tuple[int, int, str, str]
"""First character, one past the last, first day, the day after the last."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a tool made of some pieces."""

    seconds: float
    """CPU seconds, without its start."""
    found: list[list[Found]]
    """By piece, in text order."""


class Missing(Exception):
    """A tool cannot be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool to compare with."""

    name: str
    """As its makers write it."""
    script: str
    """What reads with it: a file beside this one."""
    npm: Sequence[str] = ()
    """npm packages it needs."""
    pip: Sequence[str] = ()
    """Python packages it needs that the project does not."""


PEERS = (
    Peer("dateparser `search_dates`, with its period", "dateparser_peer.py"),
    Peer("chrono-node", "chrono_peer.js", npm=["chrono-node"]),
    # recognizers-text asks for an emoji package of before 2.0, without saying so
    Peer("recognizers-text", "recognizers_peer.py", pip=["recognizers-text-suite", "emoji<2"]),
)


def run(peer: Peer, pieces: Sequence[Piece], folder: Path) -> Answers:
    """Return what a tool makes of some pieces.

    Args:
        peer: The tool.
        pieces: What it reads.
        folder: Where it may be installed.

    Raises:
        Missing: It cannot be installed or run here.
    """
    _install(peer, folder)
    told = json.dumps({"pieces": [{"text": text, "dct": dct} for text, dct in pieces]})
    command = ["node"] if peer.npm else [sys.executable]
    paths = {"NODE_PATH": str(folder / "node_modules"), "PYTHONPATH": str(folder / "python")}
    done = _called([*command, str(HERE / peer.script)], told, env=os.environ | paths)
    answer = json.loads(done)
    found = [[(a, b, first, last) for a, b, first, last in one] for one in answer["answers"]]
    return Answers(answer["seconds"], found)


def _install(peer: Peer, folder: Path) -> None:
    if peer.npm:
        if not (shutil.which("npm") and shutil.which("node")):
            raise Missing("npm is not here")
        _called(["npm", "install", "--silent", "--prefix", str(folder), *peer.npm])
    if peer.pip:
        target = ["--quiet", "--disable-pip-version-check", "--target", str(folder / "python")]
        _called([sys.executable, "-m", "pip", "install", *target, *peer.pip])


def _called(
    command: Sequence[str], told: str | None = None, env: dict[str, str] | None = None
) -> str:
    try:
        done = subprocess.run(
            command, input=told, env=env, capture_output=True, text=True, timeout=PATIENCE_S,
            check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as problem:
        raise Missing(f"{command[0]} failed: {type(problem).__name__}") from problem
    return done.stdout
