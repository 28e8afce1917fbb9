"""What a user may choose, in one table, kept as a small file of its own in the data folder."""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RECENT_AT_MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One field, one choice. Text that is empty means: as the system has it."""

    recent_clinics: tuple[str, ...] = ()  # the one opened last first
    user: str = ""
    language: str = ""
    appearance: str = "system"  # system, light, dark
    text_percent: int = 100
    window: str = ""  # the window's place and size, as the toolkit writes it

    @property
    def last_clinic(self) -> Path | None:
        """The clinic that was opened last."""
        return Path(self.recent_clinics[0]) if self.recent_clinics else None

    def opened(self, clinic: Path) -> Settings:
        """The same with this clinic as the one opened last."""
        path = str(clinic.resolve())
        others = tuple(other for other in self.recent_clinics if other != path)
        return dataclasses.replace(self, recent_clinics=(path, *others)[:RECENT_AT_MOST])


def load(file: Path) -> Settings:
    """Read the settings; what is not there or makes no sense is as if it had never been chosen."""
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    default = Settings()
    chosen: dict[str, Any] = {
        field.name: value
        for field in dataclasses.fields(Settings)
        if (value := _like(getattr(default, field.name), kept.get(field.name))) is not None
    }
    return Settings(**chosen)


def _like(default: object, value: object) -> object:
    """The value if it is of the default's type, else None."""
    if isinstance(default, tuple):
        fits = isinstance(value, list) and all(isinstance(part, str) for part in value)
        return tuple(value) if fits and isinstance(value, list) else None
    return value if type(value) is type(default) else None


def save(file: Path, settings: Settings) -> None:
    """Write the settings whole: an interruption leaves the former ones."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    text = json.dumps(dataclasses.asdict(settings), ensure_ascii=False, indent=1, sort_keys=True)
    try:
        beside.write_text(text + "\n", "utf-8")
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
