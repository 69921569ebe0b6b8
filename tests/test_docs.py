"""What the documents promise is there, and what is there is in the documents."""

from __future__ import annotations

import io
import json
import re
import shlex
from pathlib import Path

import pytest

from benchmarks import dates
from benchmarks.peers import PEERS
from scripts import scores
from timeline import errors
from timeline.cli import batch, options
from timeline.export import EXPORTS
from timeline.export.cells import NAMES
from timeline.table.frame import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DATA_README = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROSE = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md")
TARGETS = sorted(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
FLAGS = sorted(
    flag
    for action in options.parser()._actions
    for flag in action.option_strings
    if flag.startswith("--") and flag != "--help"
)
ERRORS = sorted(set(errors.__all__) - {"TimelineError"})
DATA_FILES = sorted(
    str(path.relative_to(ROOT / "data"))
    for path in (ROOT / "data").rglob("*")
    if path.is_file() and path.parent.name not in {"samples", "gold"} and path.suffix != ".md"
)


def commands() -> list[str]:
    """Return every call of the command line that the README shows."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [
        match[1]
        for block in blocks
        for match in re.finditer(r"python -m timeline (?!batch)([^|>\n]*)", block)
    ]


@pytest.mark.parametrize("flag", FLAGS)
def test_docs_describe_every_flag(flag):
    assert f"`{flag}" in README


@pytest.mark.parametrize("name", EXPORTS)
def test_docs_describe_every_export(name):
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", EXPORTS)
def test_help_names_every_export(name):
    assert name in re.split(r"[\s,;()]+", options.parser().format_help())


@pytest.mark.parametrize("column", COLUMNS)
def test_docs_describe_every_column(column):
    """A row of the table of columns: name in the frame, name in the file, what it holds."""
    in_file = f"`{NAMES[column]}`" if column in NAMES else "–"

    assert f"| `{column}` | {in_file} | " in README


@pytest.mark.parametrize("name", DATA_FILES)
def test_docs_describe_every_data_file(name):
    assert f"`{name}`" in DATA_README


@pytest.mark.parametrize("target", TARGETS)
def test_docs_mention_every_make_target(target):
    assert f"make {target}" in README + CONTRIBUTING


@pytest.mark.parametrize("name", ERRORS)
def test_docs_mention_every_error(name):
    assert f"`{name}`" in CONTRIBUTING


def test_docs_describe_every_key_of_an_answer(extraction):
    out = io.BytesIO()
    batch.run(
        [b'{"id": "a", "text": "x"}'], out, talk=io.StringIO(), extract=lambda *_, **__: extraction
    )
    answer = json.loads(out.getvalue())
    keys = {*answer, *answer["timexes"][0], *answer["mentions"][0], *answer["events"][0]}

    assert not [key for key in sorted(keys) if f"`{key}`" not in README]


@pytest.mark.parametrize("command", commands())
def test_docs_show_commands_that_are_understood(command):
    options.parse(shlex.split(command))


@pytest.mark.parametrize("name", PROSE)
def test_docs_link_to_what_exists(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    paths = re.findall(r"`((?:timeline|tests|scripts|benchmarks|data|docs)/[\w./-]*)`", text)
    here = (ROOT / name).parent

    dead = [x for x in links if "://" not in x and not (here / x).exists()]
    dead += [x for x in paths if not (ROOT / x).exists()]
    assert not dead


@pytest.mark.parametrize("name", PROSE)
def test_docs_mention_make_targets_that_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")

    assert not set(re.findall(r"`make ([a-z]+)", text)) - set(TARGETS)


@pytest.mark.parametrize("name", PROSE)
def test_docs_have_one_sentence_a_line(name):
    """Changes of a sentence then show as changes of a line."""
    text = (ROOT / name).read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = [x for x in prose.splitlines() if not x.startswith("|")]

    assert not [x for x in lines if re.search(r"[a-z)`][.!?] [A-Z`]", x)]


def test_docs_show_what_other_tools_make_of_dates():
    content = json.loads(dates.RESULTS.read_text(encoding="utf-8"))
    asked = [row for row in content["rows"].values() if not isinstance(row, str)]

    assert dates.in_readme(README, content) == README, "run `make dates`"
    assert dates.table(content) in README
    assert set(content["rows"]) == {dates.OURS, *(peer.name for peer in PEERS)}
    assert all(row.keys() == {*content["counts"], "speed"} for row in asked)


def test_docs_show_the_scores_of_the_gate():
    content = json.loads(scores.FLOORS.read_text(encoding="utf-8"))

    assert scores.in_readme(README, content) == README, "run `make scores`"
    assert scores.table(content) in README
