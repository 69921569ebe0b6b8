#!/bin/sh
# Print the path of a Chromium, fetching one if need be:
# CHROME_BIN, then PATH, then Playwright's own, then Debian's (as root). Exit 1 where none can be had.
set -eu
cd "$(dirname "$0")/.."

on_path() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    return 1
}

playwrights() {
    .venv/bin/python - <<'PYTHON'
import pathlib, sys
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    path = pathlib.Path(playwright.chromium.executable_path)
if not path.exists():
    sys.exit(1)
print(path)
PYTHON
}

if [ -n "${CHROME_BIN:-}" ]; then
    if [ ! -x "$CHROME_BIN" ]; then
        echo "CHROME_BIN is '$CHROME_BIN', and no program is there; unset it, or name a Chromium" >&2
        exit 1
    fi
    echo "$CHROME_BIN"
    exit
fi
on_path && exit
playwrights && exit

echo "No Chromium found: fetching Playwright's (a minute or two) …" >&2
# Where it cannot be had, Playwright says so in a page of stack trace; one line is enough.
if timeout 300 .venv/bin/python -m playwright install chromium > /dev/null 2>&1; then
    playwrights && exit
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Not to be had: installing Debian's chromium …" >&2
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation; } >&2 \
        && on_path && exit
fi
exit 1
