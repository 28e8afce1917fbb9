"""What one number of the rule set is: its key, what it counts, its default, its allowed range and its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a threshold counts; all are whole numbers, so that comparisons are exact."""

    DAYS = "days"
    TENTHS = "tenths_of_a_point"
    HUNDREDTHS = "hundredths_of_a_point"  # of a questionnaire's own scale
    PERCENT = "percent"
    PERCENT_TENTHS = "tenths_of_a_percent"
    MINUTES = "minutes"
    WEEKS = "weeks"
    PGIC = "pgic"
    COUNT = "count"
    MILLIGRAMS = "milligrams"
    RATIO_TENTHS = "tenths_of_the_ratio"  # INR
    BMI_TENTHS = "tenths_of_bmi"
    CELSIUS_TENTHS = "tenths_of_a_degree"
    CENTIMETRE_TENTHS = "tenths_of_a_centimetre"
    GRADE = "grade"


class Group(StrEnum):
    """Under which heading a settings page lists it."""

    RESPONSE = "response"
    SAFETY = "safety"
    SITES = "sites"
    DOSES = "doses"
    PATHWAY = "pathway"
    INSTRUMENTS = "instruments"


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number of the rule set."""

    key: str
    unit: Unit
    default: int
    low: int
    high: int
    source: str
    group: Group = Group.RESPONSE


REASONED = "Reasoned default of CortiTrack; no trial fixes it"
