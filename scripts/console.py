"""Run the commands that the README shows, and write what they print below them.

A block of the README that is marked ``console`` holds commands after ``$``; what stands below a
command is its standard output, cut after a few lines.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

__all__ = ["BLOCK", "refreshed"]

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MAX_LINES = 16


def refreshed(text: str) -> str:
    """Return a document with what its commands print today."""
    return BLOCK.sub(lambda block: f"```console\n{_run_all(block[1])}```", text)


def _run_all(block: str) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"$ {command}\n{_printed(command)}" for command in commands)


def _printed(command: str) -> str:
    done = subprocess.run(
        shlex.split(command), cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    cut = ["…"] if len(lines) > MAX_LINES else []
    return "".join(f"{line.rstrip()}\n" for line in [*lines[:MAX_LINES], *cut])
