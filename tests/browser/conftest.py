"""A real Chromium and a real server: what the browser's tests share."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Page

from timeline.page.samples import samples
from timeline.pipeline import extract
from timeline.table import frame

APP = Path(__file__).resolve().parents[2] / "app.py"
PATIENCE_S = 60
# The flags keep Chromium from calling home at every start.
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


def _chromium() -> str | None:
    named = os.environ.get("CHROME_BIN")
    names = ("chromium", "chromium-browser", "google-chrome")
    return named or next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the Chromium of CHROME_BIN or PATH, else the one Playwright installed."""
    path = _chromium()
    bundled = any(Path.home().glob(".cache/ms-playwright/chromium*"))
    if path is None and not bundled:
        reason = "no Chromium: set CHROME_BIN, or run `playwright install chromium`"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return {**browser_type_launch_args, "executable_path": path, "args": QUIET}


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a server that runs the page for this session of tests."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(APP)]
    options = {"server.port": port, "server.address": "127.0.0.1", "server.headless": "true",
               "server.fileWatcherType": "none"}  # fmt: skip
    flags = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    server = subprocess.Popen(
        [*command, *flags], cwd=APP.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE_S)


def _wait_for(url: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise TimeoutError(f"{url}: no answer within {PATIENCE_S} s")


@pytest.fixture(scope="session")
def dated() -> pd.DataFrame:
    """The frame of the sample that the page opens with."""
    sample = next(iter(samples().values()))
    return frame.from_extraction(extract(sample.text, title=sample.title, source=sample.sample_id))


class Timeline:
    """The page as a reader uses it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, query: str = "", *, has_chart: bool = True) -> Timeline:
        """Go to the page and wait until it stands still."""
        self.page.goto(f"{self.address}/{query}")
        self.page.locator(".st-key-downloads").wait_for(timeout=30_000)
        if has_chart:
            self.chart_is_drawn()
        return self.still()

    def chart_is_drawn(self) -> None:
        self.page.locator(".js-plotly-plot .scatterlayer").wait_for(
            timeout=30_000, state="attached"
        )

    def still(self) -> Timeline:
        """Wait until the script has run, and has not been started again."""
        app = self.page.locator(".stApp[data-test-script-state=notRunning]")
        self.page.wait_for_timeout(200)
        app.wait_for(timeout=30_000)
        self.page.wait_for_timeout(200)
        app.wait_for(timeout=30_000)
        return self

    def listed(self) -> set[str]:
        """Return the ids of the dated events in the list."""
        classes = self.page.eval_on_selector_all(
            ".st-key-list [class*='st-key-event-']:not(.stExpander *)",
            "items => items.map(item => item.className)",
        )
        return {m[1] for c in classes if (m := re.search(r"st-key-event-([\w-]+)", c))}

    def charted(self) -> set[str]:
        """Return the ids of the events that can be clicked in the chart."""
        ids: list[str] = self.page.evaluate(
            "() => document.querySelector('.js-plotly-plot').data.at(-1).customdata.map(c => c[0])"
        )
        return set(ids)

    def place_of(self, event_id: str) -> tuple[float, float]:
        """Return where on the screen the mark of an event is."""
        self.page.locator(".js-plotly-plot").scroll_into_view_if_needed()
        x, y = self.page.evaluate(
            """id => {
                const plot = document.querySelector('.js-plotly-plot');
                const trace = plot.data.at(-1), { xaxis, yaxis } = plot._fullLayout;
                const at = trace.customdata.findIndex(cell => cell[0] === id);
                const box = plot.getBoundingClientRect();
                return [box.left + xaxis._offset + xaxis.d2p(trace.x[at]),
                        box.top + yaxis._offset + yaxis.d2p(trace.y[at])];
            }""",
            event_id,
        )
        return x, y

    def window(self) -> list[float]:
        """Return the time the chart shows, in milliseconds."""
        shown: list[float] = self.page.evaluate(
            "() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range"
            ".map(end => +new Date(end))"
        )
        return shown

    def labels(self) -> list[dict[str, float]]:
        """Return the boxes of the labels that can be seen in the chart."""
        boxes: list[dict[str, float]] = self.page.eval_on_selector_all(
            ".js-plotly-plot g.textpoint text",
            """texts => texts.filter(t => t.textContent.trim() && t.style.visibility !== 'hidden')
                .map(t => t.getBoundingClientRect())
                .map(({left, right, top, bottom}) => ({left, right, top, bottom}))""",
        )
        return boxes

    def actor(self, name: str) -> None:
        """Choose an actor by its pill."""
        pill = re.compile(rf"^■?\s*{re.escape(name)}\s\d+$")
        self.page.locator(".st-key-actor").get_by_role("button", name=pill).click()
        self.still()

    def paste(self, text: str) -> None:
        """Open a text as a reader does."""
        self.page.get_by_role("button", name="Open text").click()
        self.page.get_by_label("Paste an article").fill(text)
        self.page.get_by_role("button", name="Make timeline").click()
        self.still()

    def evidence(self) -> str:
        """Return the words of the evidence panel."""
        return self.page.locator(".st-key-evidence").inner_text()


@pytest.fixture
def timeline(page: Page, address: str) -> Timeline:
    """The page, not yet opened."""
    return Timeline(page, address)
