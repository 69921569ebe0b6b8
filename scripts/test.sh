#!/bin/sh
# Run every test; those of the page in a real browser where one can be had.
# On a developer's machine without one they are left out, and it says so; where CI is set that fails.
set -eu
cd "$(dirname "$0")/.."
if CHROME_BIN=$(sh scripts/browser.sh); then
    export CHROME_BIN
    exec .venv/bin/python -m pytest "$@"
fi
reason="no Chromium can be had (CHROME_BIN, PATH, playwright install, apt-get): tests/browser not run"
if [ -n "${CI:-}" ]; then
    echo "make test: $reason" >&2
    exit 1
fi
.venv/bin/python -m pytest --ignore=tests/browser "$@"
echo "make test: $reason"
