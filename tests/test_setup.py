"""The two commands: what they install, and what they say when something is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = [*sorted((ROOT / "scripts").glob("*.sh")), ROOT / ".ci" / "run"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(name: str) -> dict[str, str]:
    """Return the lines of a requirements file by package."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not line.lstrip().startswith("#")]
    return {re.split(r"[^\w.-]", line)[0].lower(): line for line in kept}


def said(command: list[str], *, cwd: Path = ROOT, **environment: str) -> tuple[int, str]:
    """Run a command; return its exit status and all it says."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_setup_pins_every_package(name):
    assert [line for line in pins(name).values() if "==" not in line] == []


def test_setup_installs_what_the_project_declares():
    declared = {re.split(r"[^\w-]", name)[0] for name in PROJECT["project"]["dependencies"]}

    assert declared <= pins("requirements.txt").keys()


def test_setup_keeps_development_tools_apart():
    tools = {re.split(r"[^\w-]", name)[0] for name in PROJECT["dependency-groups"]["dev"]}

    assert not tools & pins("requirements.txt").keys()
    assert tools <= pins("requirements-dev.txt").keys()


def test_setup_pins_a_package_alike_in_both_files():
    run, dev = pins("requirements.txt"), pins("requirements-dev.txt")

    assert {name: dev[name].split()[0] for name in run.keys() & dev.keys()} == {
        name: run[name].split()[0] for name in run.keys() & dev.keys()
    }


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_setup_scripts_are_sound(script):
    shell = "bash" if script.name == "run" else "sh"

    assert said([shell, "-n", str(script)]) == (0, "")


def test_setup_says_which_python_it_needs(tmp_path):
    """A machine with a shell and an old Python, and nothing else."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("sh", "dirname"):
        (tools / tool).symlink_to(str(shutil.which(tool)))
    old = tools / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)

    status, words = said(
        ["sh", "scripts/setup.sh", "requirements.txt"], cwd=tmp_path, PATH=str(tools), PYTHON=""
    )

    assert status == 1
    assert "no Python 3.11 or later found" in words
    assert "PYTHON=/path/to/python3.11" in words


@pytest.mark.parametrize("port", ["99999", "eighty", "-1"])
def test_run_refuses_what_is_no_port(port):
    status, words = said(["sh", "scripts/run.sh", port])

    assert status == 1
    assert f"PORT '{port}' is no port number" in words
    assert "Traceback" not in words


def test_browser_says_when_the_one_named_is_not_there():
    status, words = said(["sh", "scripts/browser.sh"], CHROME_BIN="/nowhere/chromium")

    assert status == 1
    assert "CHROME_BIN is '/nowhere/chromium', and no program is there" in words
