"""What a session is given from outside: the clock, randomness, the user's name, the fonts for paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Moments carry the local offset; `fonts` is the folder of fonts that letters are set in.

    `software` gives the program with its version, as letters name it; looking it up takes time.
    """

    now: Callable[[], datetime]
    random_bits: Callable[[int], int]
    user: str
    fonts: Path
    software: Callable[[], str] = lambda: "CortiTrack"

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.now().date()
