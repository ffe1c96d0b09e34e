"""``python -m builder``, and the command of the installed package."""

import os
import sys

from builder.cli import main


def run() -> None:
    """Runs a command and ends at once: Python would first take the whole course apart, a tenth of a build."""
    try:
        main()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code)


if __name__ == "__main__":
    run()
