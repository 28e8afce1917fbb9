"""A pain score: what was asked, when, and the answer in whole tenths of a 0–10 scale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.checks import LONG, dated, text_fits, within
from cortitrack.domain.errors import Invalid, Why


class ScoreKind(StrEnum):
    """Which pain was asked about; kinds are never mixed. Average is over the last seven days."""

    AVERAGE = "average"
    WORST = "worst"
    ACTIVITY = "activity"
    NIGHT = "night"
    REST = "rest"
    CURRENT = "current"


class Phase(StrEnum):
    """Where a score of the injection's day stands to the needle."""

    PRE = "pre"
    ANAESTHETIC = "anaesthetic"
    FOLLOW_UP = "follow_up"


class Scale(StrEnum):
    """The scale on which the answer was given."""

    NRS = "nrs"
    VAS = "vas"

    @property
    def top(self) -> int:
        """The scale's highest value."""
        return 10 if self is Scale.NRS else 100


class Source(StrEnum):
    """How the score came to us."""

    CLINIC = "clinic"
    PHONE = "phone"
    DIARY = "diary"
    RECALLED = "recalled"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainScore:
    """One answer, kept as whole tenths (0–100): 7.2 on the numeric scale and 72 mm on the visual one are 72."""

    id: int
    problem_id: int
    on: date
    at: time | None = None
    kind: ScoreKind = ScoreKind.AVERAGE
    phase: Phase | None = None
    minutes_after: int | None = None
    tenths: int
    scale: Scale = Scale.NRS
    source: Source | None = None
    note: str = ""

    def __post_init__(self) -> None:
        dated(on=self.on)
        within("minutes_after", self.minutes_after, 0, 1440)
        within("value", self.tenths, 0, 100)
        text_fits(LONG, note=self.note)

    @property
    def value(self) -> Decimal:
        """The answer on its own scale."""
        return on_scale(self.tenths, self.scale)


def tenths_of(value: Decimal, scale: Scale) -> int:
    """Whole tenths of a 0–10 scale from an answer on `scale`.

    Raises:
        Invalid: at field `value`, for an answer outside the scale or finer than a tenth (a millimetre).
    """
    within("value", value, 0, scale.top)
    tenths = value * (10 if scale is Scale.NRS else 1)
    if tenths != tenths.to_integral_value():
        raise Invalid("value", Why.TOO_PRECISE, value=value, places=1 if scale is Scale.NRS else 0)
    return int(tenths)


def on_scale(tenths: int, scale: Scale) -> Decimal:
    """The answer on its own scale from whole tenths."""
    return Decimal(tenths).scaleb(-1) if scale is Scale.NRS else Decimal(tenths)
