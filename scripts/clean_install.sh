#!/bin/sh
# Prove what a stranger would meet: HEAD cloned into an empty folder, the run-time requirements
# alone in a fresh .venv; then the page answers, and the command line reads the samples.
set -eu
cd "$(dirname "$0")/.."
home=$(pwd)
folder=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
fail() {
    echo "clean install: $1" >&2
    exit 1
}

git clone --quiet "$home" "$folder/project"
cd "$folder/project"
make --no-print-directory .venv/.run
python=$folder/project/.venv/bin/python
if "$python" -c 'import pytest' 2>/dev/null; then
    fail "development tools are among the run-time requirements"
fi

port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
make --no-print-directory run PORT="$port" > "$folder/server.log" 2>&1 < /dev/null &
server=$!
STREAMLIT_LOGGER_LEVEL=error "$python" scripts/smoke.py "$port" || {
    cat "$folder/server.log" >&2
    fail "the page did not answer"
}
kill "$server" 2>/dev/null || true
server=

sample=data/samples/biden-putin-call-2021.txt
for format in table csv json; do
    "$python" -m timeline "$sample" --format "$format" > "$folder/out" 2> "$folder/talk" \
        || { cat "$folder/talk" >&2; fail "$sample as $format"; }
    test "$(wc -l < "$folder/out")" -gt 1 || fail "$sample as $format: nothing came out"
done
"$python" -m timeline "$sample" --explain > "$folder/out" 2> /dev/null || fail "$sample --explain"
grep -q 'because' "$folder/out" || fail "$sample --explain: no derivation came out"

"$python" - data/samples/*.txt > "$folder/documents.jsonl" <<'PYTHON'
import json, pathlib, sys

for name in sys.argv[1:]:
    print(json.dumps({"id": name, "text": pathlib.Path(name).read_text(encoding="utf-8")}))
PYTHON
"$python" -m timeline batch < "$folder/documents.jsonl" > "$folder/answers.jsonl" 2> /dev/null || fail "batch"
"$python" - "$folder/answers.jsonl" <<'PYTHON' || fail "batch answered without events"
import json, sys

answers = [json.loads(line) for line in open(sys.argv[1])]
sys.exit(not answers or any(answer["error"] or not answer["events"] for answer in answers))
PYTHON
echo "clean install: the page, the command line and the batch work from a fresh clone"
