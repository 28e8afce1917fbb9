"""One entry of the pathway or of safety as a row of the timeline: what it is, and its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from cortitrack.domain.consultation import Consultation
from cortitrack.domain.function_mark import FunctionMark
from cortitrack.domain.pathway import PathwayItem, PathwayMove
from cortitrack.domain.reassessment import Reassessment
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.domain.red_flag import RedFlag
from cortitrack.domain.risk import MEASURED, Risk
from cortitrack.domain.safety_answer import SafetyAnswer
from cortitrack.domain.talk import Talk
from cortitrack.domain.therapy_plan import Exercise, Motion, TherapyPlan
from cortitrack.words.figures import day_short, number
from cortitrack.words.joining import join, named, until, with_percent, yes_no
from cortitrack.words.labels import SIDES_SPELT_OUT, field_name, label
from cortitrack.words.tongue import nt, t


def _answers(fact: Fact, fields: Iterable[str]) -> str:
    """Those of these yes-or-no fields that are answered."""
    return join(*(yes_no(field_name(field), getattr(fact, field)) for field in fields))


def _reassessment_value(fact: Reassessment) -> str:
    sites = "" if fact.painful_sites is None else nt("{n} painful site", "{n} painful sites", fact.painful_sites)
    basis = label(fact.structure_basis) if fact.structure_basis else ""
    return join(
        _answers(fact, ("changed",)),
        named(field_name("alternatives"), fact.alternatives) if fact.alternatives else "",
        sites,
        _answers(fact, ("low_mood", "poor_sleep", "agrees_with_report", "effusion_or_synovitis", "referred_pain")),
        named(field_name("structure"), join(fact.structure, basis)) if fact.structure or basis else "",
    )


def _plan_value(fact: TherapyPlan) -> str:
    planned = fact.sessions_planned
    sessions = "" if planned is None else nt("{n} session planned", "{n} sessions planned", planned)
    home = named(t("home programme"), fact.home_programme) if fact.home_programme else ""
    manual = named(t("manual therapy"), fact.manual_therapy) if fact.manual_therapy else ""
    return join(sessions, home, manual, until(fact.to_on), with_percent(t("adherence"), fact.adherence_percent))


def _exercise_value(fact: Exercise) -> str:
    sets = "" if fact.sets is None else nt("{n} set", "{n} sets", fact.sets)
    times = "" if fact.repetitions is None else nt("{n} repetition", "{n} repetitions", fact.repetitions)
    load = "" if fact.load is None else f"{number(fact.load)} {fact.load_unit}".strip()
    return join(sets, times, load, fact.progress)


def _motion_what(fact: Motion) -> str:
    how = "" if fact.passive is None else t("passive") if fact.passive else t("active")
    return join(named(label(RecordKind.MOTION), fact.movement), how)


def _consultation_value(fact: Consultation) -> str:
    seen = t("seen {date}", date=day_short(fact.seen_on)) if fact.seen_on else ""
    return join(label(fact.urgency) if fact.urgency else "", seen, fact.outcome)


def _talk_value(fact: Talk) -> str:
    said = _answers(fact, ("benefit_and_risk", "recovery_time", "complications", "realistic_outcome"))
    goal = named(field_name("goal"), fact.goal) if fact.goal else ""
    return join(said, goal, named(field_name("expectation"), fact.expectation) if fact.expectation else "")


def _risk_what(fact: Risk) -> str:
    side, site = t(SIDES_SPELT_OUT[fact.side]) if fact.side else "", label(fact.site) if fact.site else ""
    return named(label(fact.kind), join(f"{side} {site}".strip(), fact.detail))


def _risk_value(fact: Risk) -> str:
    measured = MEASURED.get(fact.kind)
    unit = fact.unit or (measured.unit if measured else "")
    if fact.value is None:
        value = ""
    elif unit == "%":
        value = t("HbA1c {value}", value=f"{number(fact.value)} %")
    else:
        value = t("INR {value}", value=number(fact.value)) if unit == "INR" else f"{number(fact.value)} {unit}".strip()
    return join(value, until(fact.to_on))


def _flag_value(fact: RedFlag) -> str:
    if not fact.present:
        return t("not present")
    return join(t("present"), t("resolved {date}", date=day_short(fact.resolved_on)) if fact.resolved_on else "")


def _answer_value(fact: SafetyAnswer) -> str:
    return join(
        label(fact.answer), " ".join(part for part in (fact.who, f"({fact.role})" if fact.role else "") if part)
    )


PATHWAY_WHAT: dict[type[Fact], Callable[[Any], str]] = {
    Reassessment: lambda f: named(label(RecordKind.REASSESSMENT), f.working_diagnosis),
    PathwayItem: lambda f: named(label(f.item), f.why),
    PathwayMove: lambda f: t("moved to {stage}: {why}", stage=label(f.stage), why=f.why),
    TherapyPlan: lambda f: named(t("plan of {therapy}", therapy=label(f.kind)), f.aim),
    Exercise: lambda f: named(label(RecordKind.EXERCISE), f.exercise),
    Motion: _motion_what,
    Consultation: lambda f: named(join(label(f.specialty), f.to_whom), f.question),
    Talk: lambda f: join(label(RecordKind.TALK), f.by),
    FunctionMark: lambda f: named(label(RecordKind.FUNCTION_MARK), f.note),
    Risk: _risk_what,
    RedFlag: lambda f: named(t("red flag: {flag}", flag=label(f.flag)), f.note),
    SafetyAnswer: lambda f: named(t("alert {rule} ({level})", rule=f.rule.value, level=label(f.level)), f.why),
}
PATHWAY_VALUE: dict[type[Fact], Callable[[Any], str]] = {
    Reassessment: _reassessment_value,
    PathwayItem: lambda f: join(label(f.state), f.by),
    PathwayMove: lambda f: f.by,
    TherapyPlan: _plan_value,
    Exercise: _exercise_value,
    Motion: lambda f: f"{number(f.degrees)}°",
    Consultation: _consultation_value,
    Talk: _talk_value,
    FunctionMark: lambda f: join(t("function limited") if f.limited else t("function not limited"), f.by),
    Risk: _risk_value,
    RedFlag: _flag_value,
    SafetyAnswer: _answer_value,
}
