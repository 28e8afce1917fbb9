"""Where things lie: the data that comes with the program (checkout, installed or frozen), and the user's own."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

_HERE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, fonts, catalogues and names of made-up people."""
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen, "resources")] if frozen else []
    places += [_HERE.parent / "resources", _HERE / "_resources"]
    return next((place for place in places if place.is_dir()), places[-1])


def data_folder(chosen: Path | None = None) -> Path:
    """The folder of the user's data: settings, log, and clinics unless they were put elsewhere."""
    return chosen or Path(platformdirs.user_data_dir("CortiTrack", appauthor=False))


def log_file(data: Path) -> Path:
    """The log, which holds ids and never names, notes or scores."""
    return data / "cortitrack.log"


def settings_file(data: Path) -> Path:
    """What the user chose."""
    return data / "settings.json"


def clinics_folder(data: Path) -> Path:
    """Where a new clinic is offered to be put."""
    return data / "clinics"
