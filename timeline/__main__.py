"""Run the project in a terminal: ``python -m timeline ARTICLE``, ``python -m timeline batch``.

It chooses which of the two, and nothing more, so that each loads only what it needs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run the command the arguments ask for; return its exit status, 0 or 2."""
    if arguments and arguments[0] == "batch":
        from timeline.cli import batch

        return batch.main(arguments[1:])
    from timeline.cli import article

    return article.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
