#!/bin/sh
# Run a command that cannot do without a browser: its path is in CHROME_BIN.
set -eu
here=$(dirname "$0")
if ! CHROME_BIN=$(sh "$here/browser.sh"); then
    echo "No Chromium can be had; install one, or name it: CHROME_BIN=/path/to/chromium" >&2
    exit 1
fi
export CHROME_BIN
exec "$@"
