#!/bin/sh
# Start the page on this machine alone; Streamlit opens a browser where it finds a screen.
set -eu
cd "$(dirname "$0")/.."
port=${1:-8501}

if ! .venv/bin/python - "$port" <<'PYTHON'
import socket, sys

try:
    port = int(sys.argv[1])
    with socket.socket() as door:
        # As a server would: a port that only waits for its last connections to time out is free.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", port))
except (ValueError, OverflowError):
    sys.exit(f"make run: PORT {sys.argv[1]!r} is no port number; choose one from 1024 to 65535")
except OSError as problem:
    sys.exit(
        f"make run: port {port} cannot be used ({problem.strerror}); "
        f"choose another: make run PORT={port + 1 if port < 65535 else 8502}"
    )
PYTHON
then
    exit 1
fi

echo "The timeline opens at http://127.0.0.1:$port (Ctrl+C stops it)."
# Streamlit would ask for an e-mail address at the first start on a desktop, and advertise.
exec .venv/bin/python -m streamlit run app.py \
    --server.address 127.0.0.1 --server.port "$port" \
    --server.showEmailPrompt false --browser.gatherUsageStats false \
    --logger.hideWelcomeMessage true
