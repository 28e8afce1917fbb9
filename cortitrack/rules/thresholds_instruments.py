"""The numbers of the questionnaires: the least change that matters, and the limit beyond which function is limited.

A limit lies at half of the questionnaire's range unless half says nothing: of the PROMIS T scores, whose mean in
people at large is 50, it is one standard deviation (10) on the poor side. Only questionnaires that ask about function
have one; pain, symptoms, impression of change and quality of life do not say that function is limited.
"""

from __future__ import annotations

from decimal import Decimal

from cortitrack.domain.instruments import INSTRUMENTS, Instrument
from cortitrack.rules.threshold import REASONED, Group, Threshold, Unit

ABBOTT = "Abbott JH, Schmitt J, JOSPT 2014;44:560"
SALAFFI = "Salaffi F, Eur J Pain 2004;8:283"
PROMIS = "PROMIS minimal important differences in knee osteoarthritis"
DEVELOPERS = "The developers' paper of the questionnaire; values vary by population"
MCID_SOURCE = {"psfs": ABBOTT, "nrs": SALAFFI, "promis_pf": PROMIS, "promis_pi": PROMIS}

ABOUT_FUNCTION = (
    "psfs", "bpi", "spadi", "ases", "oss", "quickdash", "prtee", "oks", "koos_adl", "koos_sport", "koos_jr", "hoos_jr",
    "womac", "lefs", "faam_adl", "faam_sport", "visa_a", "visa_p", "odi", "rmdq", "ndi", "promis_pf", "promis_pi",
)  # fmt: skip
_OWN_LIMITS = {"promis_pf": Decimal(40), "promis_pi": Decimal(60)}


def mcid_key(code: str) -> str:
    """The key under which the rule set holds the least change that matters."""
    return f"mcid_{code}"


def limit_key(code: str) -> str:
    """The key under which the rule set holds the limit of function."""
    return f"limit_{code}"


def _hundredths(value: Decimal) -> int:
    return int(value * 100)


def _mcid(row: Instrument, mcid: Decimal) -> Threshold:
    source, group = MCID_SOURCE.get(row.code, DEVELOPERS), Group.INSTRUMENTS
    if row.mcid_is_percent:
        return Threshold(mcid_key(row.code), Unit.PERCENT, int(mcid), 1, 100, source, group)
    range_of = _hundredths(row.high - row.low)
    return Threshold(mcid_key(row.code), Unit.HUNDREDTHS, _hundredths(mcid), 1, range_of, source, group)


def _limit(row: Instrument) -> Threshold:
    limit = _OWN_LIMITS.get(row.code, (row.low + row.high) / 2)
    low, high = _hundredths(row.low), _hundredths(row.high)
    return Threshold(limit_key(row.code), Unit.HUNDREDTHS, _hundredths(limit), low, high, REASONED, Group.INSTRUMENTS)


INSTRUMENT_NUMBERS: tuple[Threshold, ...] = (
    *(_mcid(row, row.mcid) for row in INSTRUMENTS.values() if row.mcid is not None),
    *(_limit(INSTRUMENTS[code]) for code in ABOUT_FUNCTION),
)
