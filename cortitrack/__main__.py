"""Starts CortiTrack: `python -m cortitrack`, the installed command and the frozen program all come in here."""

from __future__ import annotations

import sys

from cortitrack import cli


def main() -> int:
    """Do what the command line asks."""
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
