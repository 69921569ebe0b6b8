"""Check that the page answers and says how many events it found; standard library and app alone.

Usage: python scripts/smoke.py PORT, with the server of ``make run`` starting at that port.
"""

from __future__ import annotations

import re
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parent.parent / "app.py"
PATIENCE_S = 60
COUNT = re.compile(r"\b\d+ dated events?\b")
"""What the page says first: how much was found."""


def wait_for(address: str) -> None:
    """Return once the server is healthy.

    Raises:
        SystemExit: It was not, for a minute.
    """
    for _ in range(PATIENCE_S * 4):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    sys.exit(f"{address}: no answer within {PATIENCE_S} s")


def main() -> None:
    """Ask the server for its health, and the page for its first sentence."""
    wait_for(f"http://127.0.0.1:{int(sys.argv[1])}/_stcore/health")
    page = AppTest.from_file(str(APP), default_timeout=PATIENCE_S).run()
    if page.exception:
        sys.exit(f"the page raised: {page.exception[0].value}")
    words = " ".join(str(element.value) for element in (*page.markdown, *page.caption, *page.text))
    if not (found := COUNT.search(words)):
        sys.exit(f"the page does not say how many events it found, but: {words[:300]}")
    sys.stdout.write(f"the page answers: {found[0]}\n")


if __name__ == "__main__":
    main()
