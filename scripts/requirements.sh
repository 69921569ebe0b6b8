#!/bin/sh
# Compile the pinned requirements from the ranges in pyproject.toml, with uv from PATH or from PyPI.
# Pins that still fit are kept; UPGRADE=--upgrade takes the newest instead.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .venv/uv/bin/uv)
if [ ! -x "$uv" ]; then
    ${PYTHON:-python3} -m venv .venv/uv
    .venv/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
fi
compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --no-emit-index-url \
        --annotation-style line --custom-compile-command "make requirements" ${UPGRADE:-} "$@"
}
compile pyproject.toml --output-file requirements.txt
compile --group dev --constraint requirements.txt --output-file requirements-dev.txt
