"""The rooms and who may enter which: CONTRIBUTING.md in executable form.

Every test reads the source with ``ast`` and names the line that breaks a rule.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = ("app.py", *sorted(str(p.relative_to(ROOT)) for p in (ROOT / "timeline").rglob("*.py")))

GROUND = ("timeline.model", "timeline.errors", "timeline.lexicon",
          "timeline.time.interval", "timeline.time.edtf")  # fmt: skip
STAGES = ("read", "grammar", "time", "actors", "events")
MAY_ENTER: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(STAGES, ()),
    "events": ("grammar",),  # a parse is what events are read from
    "pipeline": STAGES,
    "table": (),
    "show": ("table",),
    "export": ("table",),
    "scale": ("pipeline", "table"),
    "cli": ("read", "pipeline", "table", "export"),
    "page": ("read", "pipeline", "table", "show", "export"),
    "__main__": ("cli",),
    "__init__": ("pipeline",),
    "app.py": ("pipeline", "table", "show", "export", "page"),
}
"""Room → the other rooms it may import from, besides the ground and itself."""

DOORS = {
    "streamlit": ("app.py", "timeline/page/"),
    "plotly": ("timeline/show/",),
    "dateparser": ("timeline/time/dates.py",),
    "pandas": ("timeline/table/", "timeline/export/", "timeline/show/", "timeline/page/"),
    "numpy": ("timeline/table/", "timeline/export/", "timeline/show/"),
}
NETWORK = {"requests", "urllib3", "httpx", "aiohttp", "socket", "http", "ftplib"}
CLOCK = re.compile(r"(datetime|date|Timestamp)\.(now|today|utcnow)|time\.(time|localtime|gmtime)$")
BROAD_CATCH = {"timeline/cli/batch.py": 1}
"""A defect met by one text must not cost the archive it came with; nowhere else."""
MAX_MODULE, MAX_FUNCTION = 250, 40
"""Lines; those of a function without its docstring."""

Rule = Callable[[str, ast.Module], Iterator[tuple[int, str]]]


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything imported, ``from a import b`` as ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def at_run_time(tree: ast.Module) -> ast.Module:
    """Return the module without its ``if TYPE_CHECKING:`` blocks, which load nothing."""
    body = [
        node for node in tree.body
        if not (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"))
    ]  # fmt: skip
    return ast.Module(body, [])


def room_of(path: str) -> str:
    """Return the room a file belongs to: its folder, or its own name at the top."""
    parts = Path(path).with_suffix("").parts
    return path if len(parts) == 1 else parts[1]


def under(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def enters_another_room(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    room = room_of(path)
    if f"timeline.{room}" in GROUND:
        allowed: tuple[str, ...] = GROUND
    else:
        rooms = [room, *MAY_ENTER.get(room, ())]
        allowed = (*GROUND, *(f"timeline.{name}" for name in rooms))
    for line, name in imports(tree):
        if name.split(".")[0] == "timeline" and not under(name, allowed):
            yield line, f"{room} may not import {name}"


def comes_through_another_door(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for line, name in imports(at_run_time(tree)):
        doors = DOORS.get(name.split(".")[0])
        if doors and not path.startswith(doors):
            yield line, f"{name} is imported in {' and '.join(doors)} alone"
        if name.split(".")[0] in NETWORK or name.startswith("urllib.request"):
            yield line, f"{name}: nothing here uses the network"


def imports_what_is_not_declared(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w-]", name)[0].replace("-", "_") for name in project["dependencies"]}
    # numpy is pandas' own ground, installed with it.
    known = {*declared, "numpy", "timeline", "__future__", *sys.stdlib_module_names}
    for line, name in imports(tree):
        if name.split(".")[0] not in known:
            yield line, f"{name} is not among the dependencies in pyproject.toml"


def catches_everything(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    found = [
        (node.lineno, f"except {ast.unparse(node.type) if node.type else ''}: say which")
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or re.search(r"\b(Base)?Exception\b", ast.unparse(node.type)))
    ]
    yield from found[BROAD_CATCH.get(path, 0) :]


def reads_a_clock(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and CLOCK.search(ast.unparse(node)):
            yield node.lineno, f"{ast.unparse(node)}: the only clock is the dct"


def speaks_out_of_turn(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    if room_of(path) in {"cli", "__main__"}:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "sys.exit", "exit"}:
            yield node.lineno, f"{ast.unparse(node.func)}: only the command line speaks or ends"


def trusts_html(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
            yield node.lineno, "unsafe_allow_html runs what an article says"


def docstring_lines(node: ast.FunctionDef) -> int:
    """Return how many lines explain a function: saying more must not cost anything."""
    first = node.body[0]
    is_docstring = ast.get_docstring(node, clean=False) is not None
    return (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0


def is_too_long(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            n_lines = (node.end_lineno or 0) - node.lineno + 1 - docstring_lines(node)
            if n_lines > MAX_FUNCTION:
                yield node.lineno, f"{node.name} has {n_lines} lines of at most {MAX_FUNCTION}"
    n_lines = max((getattr(node, "end_lineno", 0) for node in ast.walk(tree)), default=0)
    if n_lines > MAX_MODULE:
        yield MAX_MODULE, f"{n_lines} lines of at most {MAX_MODULE}"


RULES: dict[Rule, str] = {
    enters_another_room: "from timeline.events import merge",
    comes_through_another_door: "import plotly.graph_objects as go",
    imports_what_is_not_declared: "import nltk",
    catches_everything: "try:\n    pass\nexcept (ValueError, Exception):\n    pass",
    reads_a_clock: "import datetime\nday = datetime.date.today()",
    speaks_out_of_turn: "print('found')",
    trusts_html: "st.markdown('', unsafe_allow_html=True)",
    is_too_long: "def f():\n" + "    pass\n" * MAX_FUNCTION,
}
"""Rule → the smallest module that breaks it."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_layers_no_module(rule):
    offences = [
        f"{path}:{line}: {reason}"
        for path in CODE
        if (ROOT / path).exists()
        for line, reason in rule(path, ast.parse((ROOT / path).read_text(encoding="utf-8")))
    ]

    assert not offences, "\n".join(offences)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_layers_each_rule_can_be_broken(rule):
    broken = ast.parse(RULES[rule])

    assert list(rule("timeline/read/document.py", broken))


def test_layers_a_stage_may_stand_on_the_ground():
    tree = ast.parse("from timeline.time.interval import day\nfrom timeline.read import dct")

    assert list(enters_another_room("timeline/read/document.py", tree)) == []


def test_layers_every_room_is_known():
    rooms = {room_of(path) for path in CODE}
    ground = {name.split(".")[1] for name in GROUND}

    assert rooms <= {*MAY_ENTER, *ground}
