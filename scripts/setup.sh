#!/bin/sh
# Make .venv where there is none, and install one file of pinned requirements into it.
# With uv where it is on PATH (seconds), else with venv and pip (about half a minute).
set -eu
cd "$(dirname "$0")/.."
requirements=$1
wanted='import sys; sys.exit(sys.version_info < (3, 11))'

# What runs best first: the Python a user has chosen, then the newest of the others.
find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$candidate" -c "$wanted" 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

make_venv() {
    if command -v uv >/dev/null 2>&1; then
        # uv also finds, or fetches, a Python where the system has none that is new enough.
        uv venv --quiet --clear --python "$(find_python || echo '>=3.11')" .venv
        return
    fi
    if ! python=$(find_python); then
        echo "make: no Python 3.11 or later found (looked for python3, python3.11 … python3.14)." >&2
        echo "Install one from https://www.python.org/downloads/, or name it: make run PYTHON=/path/to/python3.11" >&2
        exit 1
    fi
    if ! "$python" -m venv --clear .venv; then
        echo "make: $python cannot make a virtual environment." >&2
        echo "On Debian and Ubuntu its part is packaged apart: apt install python3-venv" >&2
        exit 1
    fi
}

# A folder whose Python is gone, too old or half made is made anew.
if ! .venv/bin/python -c "$wanted" 2>/dev/null; then
    echo "Setting up .venv (once; up to a minute) …"
    make_venv
fi

echo "Installing $requirements …"
if command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --python .venv/bin/python -r "$requirements"
else
    # A .venv made by uv has no pip of its own.
    .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$requirements"
fi
