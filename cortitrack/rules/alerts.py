"""What the safety rules say: an alert with its numbers, or which entry would decide a rule that lacks data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.records import RecordKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule

Value = int | Decimal | str | date


class Ground(StrEnum):
    """On what a rule speaks, each with a sentence of its own. Behind each: the keys of `found`, then of `needed`."""

    INTERVAL = "interval"  # S1: days, last_on | days
    COUNT = "count"  # S2: count, days | count
    WEIGHT_BEARING = "weight_bearing"  # S3: count, days | count
    LAST_FAILED = "last_failed"  # S4: verdict, on | (nothing)
    LAST_FAILED_REASSESSED = "last_failed_reassessed"  # S4: verdict, on, reassessed_on | (nothing)
    FAILED_IN_A_ROW = "failed_in_a_row"  # S4: count | count
    EPIDURAL_SESSIONS = "epidural_sessions"  # S5: count, region, days | count (at most)
    CUMULATIVE = "cumulative"  # S6: mg, days, without_dose | mg (more than)
    CUMULATIVE_POST_MENOPAUSAL = "cumulative_post_menopausal"  # S6: as CUMULATIVE
    DOSE = "dose"  # S7: mg, size | mg (at most)
    ONCE_ONLY = "once_only"  # S7: drug, on | count
    ONE_DAY_TRIAMCINOLONE = "one_day_triamcinolone"  # S8: mg, sites | mg (at most)
    BEFORE_ARTHROPLASTY = "before_arthroplasty"  # S9: days, surgery_on, earliest_on | days
    BEFORE_CUFF_REPAIR = "before_cuff_repair"  # S10: as BEFORE_ARTHROPLASTY
    BEFORE_SURGERY = "before_surgery"  # S11: as BEFORE_ARTHROPLASTY
    PROSTHESIS = "prosthesis"  # S12: site, side | (nothing)
    INFECTION = "infection"  # S13: kind | (nothing)
    INFECTION_SIGN = "infection_sign"  # S13, S14: flag, on | (nothing); a fever: celsius
    PAIN_AFTER = "pain_after"  # S14: score, baseline, rise, day, given_on | rise, first_day, last_day
    SPINE_SIGN = "spine_sign"  # S15: flag, on | (nothing)
    CANCER_NIGHT_PAIN = "cancer_night_pain"  # S16: on | (nothing)
    GENERAL_SIGN = "general_sign"  # S16: flag, on | (nothing)
    TRAUMA = "trauma"  # S16: kind, on, days | days
    BACKGROUND_RED_FLAG = "background_red_flag"  # S16: risk | (nothing)
    LOAD_BEARING_TENDON = "load_bearing_tendon"  # S17: tendon | (nothing)
    PLANTAR_FASCIA = "plantar_fascia"  # S18: (nothing) | (nothing)
    PLANTAR_RUPTURED = "plantar_ruptured"  # S18: flag, on | (nothing)
    EPICONDYLE = "epicondyle"  # S18: (nothing) | (nothing)
    EPICONDYLE_AGAIN = "epicondyle_again"  # S18: count | count
    DIABETES = "diabetes"  # S19: first_day, peak_last_day, last_day | (nothing)
    HBA1C = "hba1c"  # S19: percent, on | percent (at most)
    DIABETES_PLAN = "diabetes_plan"  # S19: percent, on where known; insulin 0 or 1 | percent (at most)
    BLEEDING_PERIPHERAL = "bleeding_peripheral"  # S20: what | (nothing)
    BLEEDING_DEEP = "bleeding_deep"  # S20: what | (nothing)
    INR = "inr"  # S20: inr, on | inr (at most)
    INHIBITOR_TRIAMCINOLONE = "inhibitor_triamcinolone"  # S21: medicine, days (since the end; 0: taken still) | days
    INHIBITOR_OTHER_STEROID = "inhibitor_other_steroid"  # S21: as INHIBITOR_TRIAMCINOLONE
    CERVICAL_PARTICULATE = "cervical_particulate"  # S22: drug | (nothing)
    NOT_FOR_EPIDURAL = "not_for_epidural"  # S23: drug | (nothing)
    ALLERGY = "allergy"  # S24: to (steroid, anaesthetic, excipient, needle), name | (nothing)
    PREGNANCY = "pregnancy"  # S25: risk | (nothing)
    LIVE_VACCINE = "live_vaccine"  # S26: on, days | days
    LIVE_VACCINE_LOCAL = "live_vaccine_local"  # S26: as LIVE_VACCINE; into joint, bursa or tendon: no contraindication
    HIP_WITHOUT_XRAY = "hip_without_xray"  # S27: count, last_xray_on where there is one | count, days
    SUPERFICIAL = "superficial"  # S28: site, drug | (nothing)
    BACKGROUND = "background"  # S29: risk | (nothing)
    ADRENAL_COUNT = "adrenal_count"  # S30: count, days | count
    ADRENAL_DOSE = "adrenal_dose"  # S30: mg, days, without_dose | mg
    ADRENAL_INHIBITOR = "adrenal_inhibitor"  # S30: medicine | (nothing)


class Clears(StrEnum):
    """What would clear an alert."""

    TIME = "time"  # the alert's `from_on` is the first day on which it does not speak
    LOWER_DOSE = "lower_dose"
    OTHER_DRUG = "other_drug"
    OTHER_WAY = "other_way"  # another target or approach
    OTHER_DATE_OF_SURGERY = "other_date_of_surgery"
    REASSESSMENT = "reassessment"
    RESOLVED = "resolved"  # the sign is resolved, with its date
    ENDED = "ended"  # the risk or medicine is over, with its date
    LATER_SCORE = "later_score"  # a later score below the line
    LATER_VALUE = "later_value"  # a later value below the line
    PICTURE = "picture"  # an imaging entry after it
    NOTHING = "nothing"  # a reminder, or a stop that only an override passes


class Wants(StrEnum):
    """Which entry would decide a rule that lacks data."""

    DOSE = "dose"
    DRUG = "drug"
    TARGET = "target"
    REGION = "region"
    SITE = "site"
    WHICH_TENDON = "which_tendon"
    ANAESTHETIC = "anaesthetic"
    BASELINE = "baseline"
    FOLLOW_UP = "follow_up"
    HBA1C = "hba1c"
    INR = "inr"
    PROSTHESIS_PLACE = "prosthesis_place"
    POST_MENOPAUSAL = "post_menopausal"
    CANCER_HISTORY = "cancer_history"
    LOOK = "look"  # a look for red flags; `lacks` names those nobody has looked for
    ALLERGIES = "allergies"
    SURGERY_DONE = "surgery_done"
    NO_PUBLISHED_MAXIMUM = "no_published_maximum"  # no entry decides it: the tables hold no maximum


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One rule that speaks: how loud, what it found, what its threshold is, what would clear it."""

    rule: SafetyRule
    ground: Ground
    level: AlertLevel
    source: str
    clears: Clears
    found: Mapping[str, Value] = field(default_factory=dict)
    needed: Mapping[str, Value] = field(default_factory=dict)
    from_on: date | None = None
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One rule that cannot be decided, and the entry (kind, field, and its id where it is there) that would."""

    rule: SafetyRule
    wants: Wants
    kind: RecordKind | None = None
    field: str = ""
    entries: tuple[int, ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """All that the rules say about an injection or a record: by loudness, then by the rules' numbers."""

    alerts: tuple[Alert, ...]
    missing: tuple[Missing, ...]

    def of(self, rule: SafetyRule) -> tuple[Alert, ...]:
        """What one rule says."""
        return tuple(alert for alert in self.alerts if alert.rule is rule)

    def loudest(self, rule: SafetyRule) -> AlertLevel | None:
        """How loud one rule speaks, if it does."""
        return min((alert.level for alert in self.of(rule)), key=LOUDNESS.__getitem__, default=None)

    @property
    def stops(self) -> tuple[SafetyRule, ...]:
        """The rules that need an override, each once."""
        return self._at(AlertLevel.STOP)

    @property
    def to_acknowledge(self) -> tuple[SafetyRule, ...]:
        """The rules that need to be acknowledged and no override."""
        return tuple(rule for rule in self._at(AlertLevel.ALERT) if rule not in self.stops)

    def _at(self, level: AlertLevel) -> tuple[SafetyRule, ...]:
        return tuple(dict.fromkeys(alert.rule for alert in self.alerts if alert.level is level))


LOUDNESS = {AlertLevel.STOP: 0, AlertLevel.ALERT: 1, AlertLevel.INFO: 2}
_NUMBER = {rule: place for place, rule in enumerate(SafetyRule)}


def gathered(said: Iterable[Alert | Missing]) -> Checked:
    """What rules said, in an order that does not depend on the order of entries."""
    everything = tuple(said)
    alerts = [one for one in everything if isinstance(one, Alert)]
    missing = [one for one in everything if isinstance(one, Missing)]
    alerts.sort(key=lambda a: (LOUDNESS[a.level], _NUMBER[a.rule], a.ground, a.entries))
    missing.sort(key=lambda m: (_NUMBER[m.rule], m.wants, m.entries))
    return Checked(alerts=tuple(alerts), missing=tuple(missing))
