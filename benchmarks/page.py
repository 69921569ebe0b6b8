"""Measure how soon the page shows text and chart, beside a bare Streamlit page in the same run.

    CHROME_BIN=/usr/bin/chromium python -m benchmarks.page

Cold is the first visit after the server started, with an empty browser cache; warm is the next
visit in a new tab. The bare page has a title and a chart of three bars: what nobody can save.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from scripts.server import browser, serving

APP = Path(__file__).resolve().parent.parent / "app.py"
HELLO = """\
import plotly.graph_objects as go
import streamlit as st

st.title("Hello")
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[1, 2, 3])))
"""
TEXT = {"hello": "h1", "timeline": ".st-key-count"}
CHART = ".js-plotly-plot .trace"
N_RUNS = 3
PATIENCE_MS = 60_000


def visit(context: BrowserContext, address: str, text: str) -> tuple[float, float]:
    """Open an address in a new tab; return the seconds until its text and until its chart."""
    page = context.new_page()
    began = time.monotonic()
    page.goto(address)
    page.locator(text).first.wait_for(timeout=PATIENCE_MS)
    until_text = time.monotonic() - began
    page.locator(CHART).first.wait_for(timeout=PATIENCE_MS, state="attached")
    until_chart = time.monotonic() - began
    page.close()
    return until_text, until_chart


def visits(chromium: Browser, app: Path, text: str) -> list[float]:
    """Return the seconds of a cold and a warm visit: text, chart, text, chart."""
    with serving(app) as address:
        context = chromium.new_context()
        seconds = [*visit(context, address, text), *visit(context, address, text)]
        context.close()
    return seconds


def main() -> None:
    """Print the least of some runs, page beside page, and the ratio."""
    taken: dict[str, list[list[float]]] = {name: [] for name in TEXT}
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        # In turns, so that a busy minute of the machine falls on both.
        for _ in range(N_RUNS):
            for name, app in (("hello", hello), ("timeline", APP)):
                taken[name].append(visits(chromium, app, TEXT[name]))
    best = {
        name: [min(column) for column in zip(*runs, strict=True)] for name, runs in taken.items()
    }
    sys.stdout.write(f"seconds, best of {N_RUNS}   cold: text   chart   warm: text   chart\n")
    for name, row in best.items():
        sys.stdout.write(f"  {name:<22} {row[0]:9.2f} {row[1]:7.2f} {row[2]:12.2f} {row[3]:7.2f}\n")
    ratios = [ours / bare for ours, bare in zip(best["timeline"], best["hello"], strict=True)]
    sys.stdout.write(
        f"  {'ratio':<22} {ratios[0]:9.2f} {ratios[1]:7.2f} {ratios[2]:12.2f} {ratios[3]:7.2f}\n"
    )


if __name__ == "__main__":
    main()
