"""S6–S8 and S30: how much at once, on one day, in a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from cortitrack.domain.anatomy import Site
from cortitrack.domain.injection import Drug
from cortitrack.domain.patient import Sex
from cortitrack.domain.records import RecordKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.rules.alerts import Alert, Clears, Ground, Missing, Value, Wants
from cortitrack.rules.doses import LABELLED_FOR_ONE_DOSE, MAXIMA, SizeClass, maximum_key, size_classes
from cortitrack.rules.exposure import Exposure
from cortitrack.rules.inhibitor import inhibitors
from cortitrack.rules.ledger import Total, rounded_up, total_of, within
from cortitrack.rules.ruleset import BY_KEY, REASONED, RuleSet
from cortitrack.rules.safety_case import Case
from cortitrack.rules.safety_view import SafetyView


def s6_cumulative(case: Case) -> Iterator[Alert | Missing]:
    """The whole person's total in a year; after the menopause in three."""
    year = case.number("count_window_days")
    total = total_of(within(case.with_this, case.day, year))
    for level in (AlertLevel.STOP, AlertLevel.ALERT):
        limit = case.number(f"cumulative_{level.value}_mg")
        if total.mg > limit:
            yield _over(case, Ground.CUMULATIVE, level, total, year, limit)
            break
    if total.unknown and total.mg <= case.number("cumulative_stop_mg"):
        yield _unknown_dose(case, SafetyRule.S6, total.unknown)
    yield from _post_menopausal(case)


def _post_menopausal(case: Case) -> Iterator[Alert | Missing]:
    days, limit = case.number("post_menopausal_window_days"), case.number("post_menopausal_alert_mg")
    total = total_of(within(case.with_this, case.day, days))
    holds = bool(case.view.risks_of(RiskKind.POST_MENOPAUSAL))
    if total.mg > limit and holds:
        yield _over(case, Ground.CUMULATIVE_POST_MENOPAUSAL, AlertLevel.ALERT, total, days, limit)
    elif total.mg > limit and case.view.patient.sex is not Sex.MALE:
        yield Missing(rule=SafetyRule.S6, wants=Wants.POST_MENOPAUSAL, kind=RecordKind.RISK, field="kind")


def _over(case: Case, ground: Ground, level: AlertLevel, total: Total, days: int, limit: int) -> Alert:
    return Alert(
        rule=SafetyRule.S6,
        ground=ground,
        level=level,
        found={"mg": total.shown_mg, "days": days, "without_dose": total.without_dose},
        needed={"mg": limit},
        source=BY_KEY["cumulative_alert_mg"].source,
        clears=Clears.TIME,
        from_on=_under_from(case, days, limit),
        entries=tuple(entry for entry in total.entries if entry != case.planned.id),
    )


def _under_from(case: Case, days: int, limit: int) -> date | None:
    """The first day on which this one would no longer bring the total above the limit; None: its own dose does."""
    own = case.exposure.equivalent or Fraction(0)
    if own > limit:
        return None
    earlier = within(case.earlier, case.day, days)
    for one in earlier:
        own += one.equivalent or 0
    for one in earlier:
        own -= one.equivalent or 0
        if own <= limit:
            return one.on + timedelta(days=days)
    return None


def _unknown_dose(case: Case, rule: SafetyRule, entries: Sequence[int]) -> Missing:
    return Missing(rule=rule, wants=Wants.DOSE, kind=RecordKind.INJECTION, field="dose_mg", entries=tuple(entries))


def s7_dose(case: Case) -> Iterator[Alert | Missing]:
    """More in one injection than the published maximum for the place."""
    drug, dose = case.planned.drug, case.exposure.mg
    yield from _once_only(case)
    if drug is Drug.OTHER:
        yield Missing(rule=SafetyRule.S7, wants=Wants.DRUG, kind=RecordKind.INJECTION, field="drug")
        return
    if dose is None:
        yield _unknown_dose(case, SafetyRule.S7, (case.planned.id,))
        return
    sizes = size_classes(drug, case.site, case.target)
    levels = [_level(case, dose, size) for size in sizes]
    sure = _sure(levels)
    if sure is not None:
        size = max((one for one in MAXIMA[drug] if one in sizes), key=MAXIMA[drug].__getitem__)
        yield _too_much(case, dose, size, sure)
    if len(set(levels)) > 1:
        yield Missing(rule=SafetyRule.S7, wants=Wants.TARGET, kind=RecordKind.INJECTION, field="target")
    elif not any(size in MAXIMA[drug] for size in sizes):
        yield Missing(rule=SafetyRule.S7, wants=Wants.NO_PUBLISHED_MAXIMUM)


def _sure(levels: Sequence[AlertLevel | None]) -> AlertLevel | None:
    """The loudness that holds whichever of the two places is meant."""
    if None in levels:
        return None
    return AlertLevel.ALERT if AlertLevel.ALERT in levels else AlertLevel.STOP


def _limit(case: Case, size: SizeClass) -> int:
    return case.number(maximum_key(case.planned.drug, size))


def _level(case: Case, dose: Fraction, size: SizeClass | None) -> AlertLevel | None:
    if size is None or size not in MAXIMA[case.planned.drug]:
        return None
    limit = _limit(case, size)
    if dose * 100 > limit * case.number("dose_stop_percent"):
        return AlertLevel.STOP
    return AlertLevel.ALERT if dose > limit else None


def _too_much(case: Case, dose: Fraction, size: SizeClass, level: AlertLevel) -> Alert:
    return Alert(
        rule=SafetyRule.S7,
        ground=Ground.DOSE,
        level=level,
        found={"mg": rounded_up(dose), "size": size.value},
        needed={"mg": _limit(case, size)},
        source=BY_KEY[maximum_key(case.planned.drug, size)].source,
        clears=Clears.LOWER_DOSE,
    )


def _once_only(case: Case) -> Iterator[Alert]:
    drug = case.planned.drug
    if drug not in LABELLED_FOR_ONE_DOSE or case.site is not Site.KNEE:
        return
    before = [one for one in case.earlier_here if one.drug is drug]
    if before:
        yield Alert(
            rule=SafetyRule.S7,
            ground=Ground.ONCE_ONLY,
            level=AlertLevel.ALERT,
            found={"drug": drug.value, "on": before[-1].on},
            needed={"count": 1},
            source=BY_KEY[maximum_key(drug, SizeClass.LARGE_KNEE)].source,
            clears=Clears.OTHER_DRUG,
            entries=tuple(one.id for one in before),
        )


def s8_one_day(case: Case) -> Iterator[Alert | Missing]:
    """Too much triamcinolone acetonide in all places of one day."""
    if case.planned.drug is not Drug.TRIAMCINOLONE_ACETONIDE:
        return
    same_day = [one for one in case.with_this if one.on == case.day and one.drug is case.planned.drug]
    limit = case.number("one_day_triamcinolone_mg")
    mg = sum((one.mg for one in same_day if one.mg is not None), Fraction(0))
    unknown = [one.id for one in same_day if one.mg is None]
    if mg > limit:
        yield Alert(
            rule=SafetyRule.S8,
            ground=Ground.ONE_DAY_TRIAMCINOLONE,
            level=AlertLevel.ALERT,
            found={"mg": rounded_up(mg), "sites": len(same_day)},
            needed={"mg": limit},
            source=BY_KEY["one_day_triamcinolone_mg"].source,
            clears=Clears.LOWER_DOSE,
            entries=tuple(one.id for one in same_day if one.id != case.planned.id),
        )
    elif unknown:
        yield _unknown_dose(case, SafetyRule.S8, unknown)


def s30_planned(case: Case) -> Iterator[Alert | Missing]:
    """Think of the adrenals, this injection counted."""
    yield from _adrenals(case.view, case.rules, within(case.with_this, case.day, case.number("count_window_days")))


def s30_record(view: SafetyView, rules: RuleSet) -> Iterator[Alert | Missing]:
    """Think of the adrenals, before surgery or illness."""
    yield from _adrenals(view, rules, within(view.exposures, view.today, rules.values["count_window_days"]))


def _adrenals(view: SafetyView, rules: RuleSet, recent: list[Exposure]) -> Iterator[Alert | Missing]:
    many, much = rules.values["adrenal_count_info"], rules.values["adrenal_info_mg"]
    days, total = rules.values["count_window_days"], total_of(recent)
    entries = tuple(one.id for one in recent)
    if len(recent) >= many:
        yield _adrenal(Ground.ADRENAL_COUNT, {"count": len(recent), "days": days}, {"count": many}, entries)
    if total.mg >= much:
        amount: dict[str, Value] = {"mg": total.shown_mg, "days": days, "without_dose": total.without_dose}
        yield _adrenal(Ground.ADRENAL_DOSE, amount, {"mg": much}, entries)
    elif total.unknown and len(recent) < many:
        yield Missing(
            rule=SafetyRule.S30, wants=Wants.DOSE, kind=RecordKind.INJECTION, field="dose_mg", entries=total.unknown
        )
    for one in recent:
        for taken in inhibitors(view, one.on, rules.values["inhibitor_days"])[:1]:
            yield _adrenal(Ground.ADRENAL_INHIBITOR, {"medicine": taken.name}, {}, (one.id, taken.entry))


def _adrenal(
    ground: Ground, found: Mapping[str, Value], needed: Mapping[str, Value], entries: tuple[int, ...]
) -> Alert:
    return Alert(
        rule=SafetyRule.S30,
        ground=ground,
        level=AlertLevel.INFO,
        found=found,
        needed=needed,
        source=REASONED,
        clears=Clears.NOTHING,
        entries=entries,
    )
