"""Every verdict with each reason it may carry."""

from cortitrack.rules.verdict import VerdictKind, VerdictReason

CLOSED: dict[VerdictKind, set[VerdictReason | None]] = {
    VerdictKind.INSUFFICIENT_DATA: {
        VerdictReason.NO_BASELINE,
        VerdictReason.STALE_BASELINE,
        VerdictReason.LOW_BASELINE,
        VerdictReason.NO_FOLLOW_UP,
        VerdictReason.OUTSIDE_WINDOWS,
    },
    VerdictKind.CONFOUNDED: {
        VerdictReason.SAME_DAY_INTERVENTION,
        VerdictReason.NO_SCORE_BEFORE_REINTERVENTION,
        VerdictReason.REINTERVENTION_WHILE_BETTER,
    },
    VerdictKind.TOO_EARLY: {None},
    VerdictKind.AWAITING_DATA: {VerdictReason.DUE, VerdictReason.OVERDUE, VerdictReason.PRIMARY_MISSED},
    VerdictKind.RESPONDED: {None, VerdictReason.PGIC},
    VerdictKind.PARTIAL: {None, VerdictReason.PGIC},
    VerdictKind.FAILED_SHORT_LIVED: {None, VerdictReason.REINTERVENTION},
    VerdictKind.FAILED_WORSENED: {
        None,
        VerdictReason.REINTERVENTION,
        VerdictReason.PGIC,
        VerdictReason.PGIC_CEILING,
    },
    VerdictKind.FAILED_NO_RESPONSE: {None, VerdictReason.REINTERVENTION, VerdictReason.PGIC},
    VerdictKind.FAILED_NO_LASTING_BENEFIT: {None},
}
