"""What goes past every stage at once: danger to cord, nerve or joint, infection, a tear that does not wait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cortitrack.domain.imaging import Finding
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.rules.alerts import Alert, Ground
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.safety import check_record
from cortitrack.rules.safety_view import SafetyView

_RULES = frozenset({SafetyRule.S13, SafetyRule.S14, SafetyRule.S15, SafetyRule.S16})


class PastReason(StrEnum):
    """Why it goes past the stages."""

    INFECTION = "infection"  # S13
    AFTER_INJECTION = "after_injection"  # S14
    SPINE = "spine"  # S15
    GENERAL = "general"  # S16
    CORD_COMPRESSION = "cord_compression"
    PROGRESSIVE_DEFICIT = "progressive_deficit"
    ACUTE_CUFF_TEAR = "acute_cuff_tear"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTheStages:
    """One reason, with the safety rule's alert where one speaks."""

    reason: PastReason
    level: AlertLevel
    on: date | None = None
    entries: tuple[int, ...] = ()
    alert: Alert | None = None


_REASONS = {
    SafetyRule.S13: PastReason.INFECTION,
    SafetyRule.S14: PastReason.AFTER_INJECTION,
    SafetyRule.S15: PastReason.SPINE,
    SafetyRule.S16: PastReason.GENERAL,
}


def past_the_stages(view: SafetyView, rules: RuleSet) -> tuple[PastTheStages, ...]:
    """All reasons there are. What a person brings along (S16: immunosuppression, drug use) is an alert and no sign."""
    found = [
        PastTheStages(reason=_REASONS[alert.rule], level=alert.level, entries=alert.entries, alert=alert)
        for alert in check_record(view, rules).alerts
        if alert.rule in _RULES and alert.ground is not Ground.BACKGROUND_RED_FLAG
    ]
    return (*_of_their_own(view), *found)


def _of_their_own(view: SafetyView) -> Iterator[PastTheStages]:
    myelopathy = view.signs(RedFlagKind.MYELOPATHY)
    pressed = [
        picture for one in view.timelines for picture in one.imaging if picture.finding is Finding.CORD_COMPRESSION
    ]
    if myelopathy and pressed:
        entries = (*(flag.id for flag in myelopathy), *(picture.id for picture in pressed))
        yield PastTheStages(
            reason=PastReason.CORD_COMPRESSION, level=AlertLevel.STOP, on=myelopathy[-1].on, entries=entries
        )
    for kind, reason in (
        (RedFlagKind.PROGRESSIVE_DEFICIT, PastReason.PROGRESSIVE_DEFICIT),
        (RedFlagKind.ACUTE_CUFF_TEAR, PastReason.ACUTE_CUFF_TEAR),
    ):
        for flag in view.signs(kind):
            yield PastTheStages(reason=reason, level=AlertLevel.STOP, on=flag.on, entries=(flag.id,))
