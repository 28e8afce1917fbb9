"""Which version of the program this is."""

from __future__ import annotations


def version() -> str:
    """The installed version; a checkout that is not installed says so."""
    from importlib import metadata

    try:
        return metadata.version("cortitrack")
    except metadata.PackageNotFoundError:
        return "0.1.0 (checkout)"
