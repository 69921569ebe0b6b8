"""Take the README's pictures of the running page: wide and light, wide and dark, narrow.

make screenshots
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from scripts.server import browser, serving

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PICTURES: dict[str, tuple[int, int, Literal["light", "dark"]]] = {
    "page": (1280, 1360, "light"),
    "page-dark": (1280, 1360, "dark"),
    "page-narrow": (390, 844, "light"),
}
"""File name → width and height in CSS pixels, and colour scheme."""
CHOSEN = "summit in Geneva"
"""Words of the event whose evidence the pictures show."""
PATIENCE_MS = 60_000


def take(chromium: Browser, address: str, name: str) -> None:
    """Write one picture once the page stands still."""
    width, height, scheme = PICTURES[name]
    page = chromium.new_page(
        viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=1
    )
    page.goto(address)
    page.locator(".st-key-count").first.wait_for(timeout=PATIENCE_MS)
    if width > 640:
        page.locator(".st-key-timeline .js-plotly-plot .trace").first.wait_for(
            timeout=PATIENCE_MS, state="attached"
        )
    stand_still(page)
    page.locator(".st-key-list").get_by_text(CHOSEN).first.click(timeout=PATIENCE_MS)
    stand_still(page)
    if width > 640:  # on a narrow screen the evidence is a sheet below the event that was chosen
        page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    page.screenshot(path=DOCS / f"{name}.png")
    page.close()


def stand_still(page: Page) -> None:
    """Return once the script has run and the page has drawn what it gave."""
    page.wait_for_function(
        "document.querySelector('.stApp').getAttribute('data-test-script-state') === 'notRunning'",
        timeout=PATIENCE_MS,
    )
    # Fonts, fades and the chart's own report of its width come after the last message.
    page.wait_for_timeout(2_000)


def main() -> None:
    """Write all pictures to docs/."""
    DOCS.mkdir(exist_ok=True)
    with serving(ROOT / "app.py") as address, browser() as chromium:
        for name in PICTURES:
            take(chromium, address, name)
            sys.stdout.write(f"docs/{name}.png\n")


if __name__ == "__main__":
    main()
