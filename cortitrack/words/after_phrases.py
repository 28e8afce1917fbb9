"""What came after later procedures, and what a questionnaire's change amounts to: a course in words, no verdict."""

from __future__ import annotations

from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.surgery import SurgeryKind
from cortitrack.rules.after_procedure import AfterProcedure, Reached
from cortitrack.rules.instrument_change import InstrumentChange, Moved
from cortitrack.words.figures import change, day_short, number, percent, span
from cortitrack.words.labels import heading, instrument_name, label
from cortitrack.words.tongue import t


def after_title(line: AfterProcedure) -> str:
    """Nerve block, 4 Feb 2026."""
    known = ProcedureKind(line.kind) if line.kind in set(ProcedureKind) else SurgeryKind(line.kind)
    return t("{what}, {date}", what=heading(label(known)), date=day_short(line.on))


def after_course(line: AfterProcedure) -> str:
    """What pain did: Before 7 · 6 weeks 4 (−3.0, 42 %) · 12 weeks 5 (−2.0, 28 %)."""
    parts = [t("before {score}", score=number(line.before)) if line.before is not None else t("no score before")]
    windows = (
        (span(14), line.two_weeks),
        (span(42), line.six_weeks),
        (span(84), line.twelve_weeks),
        (t("6 months"), line.six_months),
        (t("12 months"), line.twelve_months),
    )
    parts += [_reached(when, found) for when, found in windows if found is not None]
    if len(parts) == 1:
        parts.append(t("no score in a window after it yet"))
    return heading(" · ".join(parts))


def after_more(line: AfterProcedure) -> str:
    """What the entry itself tells, and where the scores stop speaking of it."""
    told = [
        t("relief told at {n} months: {percent}", n=number(month), percent=percent(value))
        for month, value in line.told_percent
    ]
    if line.other_treatment_on is not None:
        told.append(t("scores after {date} are left out: another treatment", date=day_short(line.other_treatment_on)))
    return heading(" · ".join(told))


def _reached(when: str, found: Reached) -> str:
    if found.fall is None:
        return t("{when}: {score}", when=when, score=number(found.score))
    moved = change(float(found.fall))
    if found.percent is None or found.fall <= 0:
        return t("{when}: {score} ({change})", when=when, score=number(found.score), change=moved)
    share = percent(found.percent)
    return t("{when}: {score} ({change}, {percent})", when=when, score=number(found.score), change=moved, percent=share)


def direction(one: InstrumentChange) -> str:
    """Which way is the good one."""
    return t("higher is better") if one.higher_is_better else t("lower is better")


def instrument_sentence(one: InstrumentChange) -> str:
    """Oxford Knee Score rose from 20 to 28: better by 8, and at least 5 matter to patients."""
    name, first, last = instrument_name(one.code), number(one.first.total), number(one.last.total)
    if one.first.id == one.last.id:
        return t("{name}: {total} on {date}, one total so far.", name=name, total=last, date=day_short(one.last.on))
    if one.last.total == one.first.total:
        return t("{name} stayed at {total}.", name=name, total=last)
    rose = one.last.total > one.first.total
    moved = (
        t("{name} rose from {first} to {last}", name=name, first=first, last=last)
        if rose
        else t("{name} fell from {first} to {last}", name=name, first=first, last=last)
    )
    return t("{moved}: {meaning}.", moved=moved, meaning=_meaning(one))


def _meaning(one: InstrumentChange) -> str:
    gained = number(abs(one.gained))
    way = t("better by {n}", n=gained) if one.gained > 0 else t("worse by {n}", n=gained)
    if one.needed is None:
        return way
    if one.moved is Moved.LITTLE:
        return t("{way}, less than the {needed} that matter to patients", way=way, needed=number(one.needed))
    return t("{way}, and {needed} or more matter to patients", way=way, needed=number(one.needed))
