"""``python -m builder``, and the command of the installed package."""

import os
import sys

from builder.cli import main


def run() -> None:
    """Runs a command and ends at once: Python would first take the whole course apart, a tenth of a build."""
    status = 1
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    run()
