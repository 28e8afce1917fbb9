"""Questionnaires of function of which totals are kept: range, the good direction and the smallest change that matters.

Ranges and changes: developers' papers of each instrument; Abbott & Schmitt, JOSPT 2014;44:560; Salaffi, Eur J Pain
2004;8:283. Several smallest changes differ by population.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cortitrack.domain.checks import amount, dated
from cortitrack.domain.errors import Invalid, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One questionnaire. `mcid` is in points, or in percent of the first total where `mcid_is_percent`."""

    code: str
    low: Decimal
    high: Decimal
    higher_is_better: bool
    mcid: Decimal | None = None
    mcid_is_percent: bool = False
    region: str = "any"


def _row(code: str, low: str, high: str, better: str, mcid: str, region: str) -> Instrument:
    return Instrument(
        code=code,
        low=Decimal(low),
        high=Decimal(high),
        higher_is_better=better == "high",
        mcid=Decimal(mcid.rstrip("%")) if mcid else None,
        mcid_is_percent=mcid.endswith("%"),
        region=region,
    )


INSTRUMENTS: dict[str, Instrument] = {
    row.code: row
    for row in (
        _row("nrs", "0", "10", "low", "2", "any"),
        _row("vas", "0", "100", "low", "14", "any"),
        _row("pgic", "1", "7", "low", "", "any"),
        _row("psfs", "0", "10", "high", "2.0", "any"),
        _row("peg", "0", "10", "low", "30%", "any"),
        _row("bpi", "0", "10", "low", "1", "any"),
        _row("spadi", "0", "100", "low", "13", "shoulder"),
        _row("ases", "0", "100", "high", "12", "shoulder"),
        _row("oss", "0", "48", "high", "5", "shoulder"),
        _row("quickdash", "0", "100", "low", "16", "upper_limb"),
        _row("prtee", "0", "100", "low", "11", "elbow"),
        _row("bctq", "1", "5", "low", "0.8", "wrist"),
        _row("oks", "0", "48", "high", "5", "knee"),
        _row("koos_pain", "0", "100", "high", "10", "knee"),
        _row("koos_symptoms", "0", "100", "high", "10", "knee"),
        _row("koos_adl", "0", "100", "high", "10", "knee"),
        _row("koos_sport", "0", "100", "high", "10", "knee"),
        _row("koos_qol", "0", "100", "high", "10", "knee"),
        _row("koos_jr", "0", "100", "high", "14", "knee"),
        _row("hoos_jr", "0", "100", "high", "18", "hip"),
        _row("womac", "0", "96", "low", "12%", "lower_limb"),
        _row("lefs", "0", "80", "high", "9", "lower_limb"),
        _row("faam_adl", "0", "100", "high", "8", "foot"),
        _row("faam_sport", "0", "100", "high", "9", "foot"),
        _row("visa_a", "0", "100", "high", "14", "achilles"),
        _row("visa_p", "0", "100", "high", "13", "patellar_tendon"),
        _row("odi", "0", "100", "low", "10", "lumbar_spine"),
        _row("rmdq", "0", "24", "low", "5", "lumbar_spine"),
        _row("ndi", "0", "100", "low", "14", "cervical_spine"),
        _row("promis_pf", "10", "90", "high", "2.3", "any"),
        _row("promis_pi", "10", "90", "low", "2.3", "any"),
        _row("eq5d_index", "-0.6", "1", "high", "0.07", "any"),
        _row("eq5d_vas", "0", "100", "high", "8", "any"),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentTotal:
    """The total of one questionnaire on one day, within the questionnaire's own range."""

    id: int
    problem_id: int
    on: date
    instrument: str
    total: Decimal

    def __post_init__(self) -> None:
        dated(on=self.on)
        known = INSTRUMENTS.get(self.instrument)
        if known is None:
            raise Invalid("instrument", Why.UNKNOWN_CODE, value=self.instrument, choices=tuple(INSTRUMENTS))
        amount("total", self.total, known.low, known.high)
