"""One entry as a row of the timeline: what it is, and its value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from cortitrack.domain.imaging import Imaging
from cortitrack.domain.impression import Impression
from cortitrack.domain.incident import Incident
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.measure import Measure
from cortitrack.domain.medication import Medication
from cortitrack.domain.override import Override
from cortitrack.domain.pain import PainScore, Phase, Scale
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure
from cortitrack.domain.records import Fact, Recorded, RecordKind, happened_on
from cortitrack.domain.steps import Did
from cortitrack.domain.surgery import Surgery
from cortitrack.domain.therapy import TherapySession
from cortitrack.words.figures import dose, later, number, score
from cortitrack.words.joining import join, named, until, with_percent, yes_no
from cortitrack.words.labels import (
    SIDES_SPELT_OUT,
    drug_short,
    field_name,
    heading,
    instrument_name,
    label,
    problem_name,
    record_kind,
)
from cortitrack.words.pathway_entries import PATHWAY_VALUE, PATHWAY_WHAT
from cortitrack.words.phrases_reason import pgic_words
from cortitrack.words.tongue import nt, t


def entry_what(fact: Fact) -> str:
    """What an entry is: Average pain; Physical therapy: quadriceps, step-downs."""
    return heading(_WHAT[type(fact)](fact))


def entry_value(fact: Fact) -> str:
    """What it says: 8; 40 mg; adherence 80 %. Empty where there is no value."""
    return _VALUE[type(fact)](fact)


def recorded_words(fact: Fact, recorded: Recorded | None) -> str:
    """How long after the day it was put down: same day; 2 days later, corrected."""
    on = happened_on(fact)
    if recorded is None or on is None:
        return ""
    said = later((recorded.at.date() - on).days)
    return t("{later}, corrected", later=said) if recorded.corrected else said


class Doing(Protocol):
    """What was done: a step of the trail, or the change that a window is told of."""

    @property
    def did(self) -> Did:
        """Added, corrected, withdrawn …"""

    @property
    def kind(self) -> RecordKind | None:
        """The kind of record, where it was one."""

    @property
    def count(self) -> int:
        """How many entries."""


UNDO = {
    Did.ADDED: "Undo add {name}",
    Did.CORRECTED: "Undo correct {name}",
    Did.WITHDREW: "Undo withdraw {name}",
    Did.UNDID: "Redo {name}",
    Did.IMPORTED: "Undo import of {name}",
    Did.RULES: "Undo change of the rules",
    Did.CLINIC: "Undo change of the clinic’s details",
}
DONE = {
    Did.ADDED: "Added {name}",
    Did.CORRECTED: "Corrected {name}",
    Did.WITHDREW: "Withdrew {name}",
    Did.UNDID: "Undid {name}",
    Did.IMPORTED: "Imported {name}",
    Did.RULES: "Changed the rules",
    Did.CLINIC: "Changed the clinic’s details",
}


def undo_name(step: Doing) -> str:
    """What Undo would take back: Undo add score."""
    return t(UNDO[step.did], name=_touched(step))


def done_name(step: Doing) -> str:
    """What a step did, for the trail and the status line: Added score."""
    return t(DONE[step.did], name=_touched(step))


def _touched(step: Doing) -> str:
    if step.kind is not None and step.count <= 1:
        return record_kind(step.kind)
    return nt("{n} entry", "{n} entries", step.count)


def injection_words(injection: Injection) -> str:
    """The injection as a chart labels it: Injection 40 mg triamcinolone, ultrasound."""
    what = " ".join(part for part in (dose(injection.dose_mg, "mg"), drug_short(injection.drug)) if part)
    said = t("Injection {what}", what=what)
    return f"{said}, {label(injection.guidance)}" if injection.image_guided and injection.guidance else said


def _score_what(fact: PainScore) -> str:
    phase = label(fact.phase) if fact.phase in {Phase.PRE, Phase.ANAESTHETIC} else ""
    return join(label(fact.kind), phase)


def _score_value(fact: PainScore) -> str:
    if fact.scale is Scale.VAS:
        return t("{score} (visual scale {mm})", score=score(fact.tenths), mm=number(fact.value))
    return score(fact.tenths)


def _impression_value(fact: Impression) -> str:
    pgic = "" if fact.pgic is None else t("{words} (PGIC {pgic})", words=pgic_words(fact.pgic), pgic=fact.pgic)
    relief = with_percent(t("best relief"), fact.best_relief_percent)
    weeks = "" if fact.relief_weeks is None else t("for {weeks} weeks", weeks=number(fact.relief_weeks))
    return join(pgic, " ".join(part for part in (relief, weeks) if part))


def _injection_what(fact: Injection) -> str:
    drug = t("Injection {what}", what=label(fact.drug) if fact.drug is not Drug.OTHER else drug_short(fact.drug))
    where = join(label(fact.target) if fact.target else "", label(fact.region) if fact.region else "")
    return join(drug, where, label(fact.guidance) if fact.guidance else "")


def _session_value(fact: TherapySession) -> str:
    missed = t("missed") if fact.attended is False else ""
    return join(missed, with_percent(t("adherence"), fact.adherence_percent))


def _procedure_what(fact: Procedure) -> str:
    side = t(SIDES_SPELT_OUT[fact.side]) if fact.side else ""
    return named(label(fact.kind), join(fact.target, f"{side} {fact.nerve}".strip(), fact.level))


def _procedure_value(fact: Procedure) -> str:
    series = "" if fact.number_in_series is None else t("number {n} of the series", n=fact.number_in_series)
    drug = " ".join(part for part in (fact.drug, dose(fact.drug_mg, "mg")) if part)
    heat = join(dose(fact.temperature_c, "°C"), "" if fact.seconds is None else t("{n} s", n=fact.seconds))
    given = join(
        fact.product, series, dose(fact.volume_ml, "ml"), drug, fact.steroid, dose(fact.steroid_mg, "mg"), heat
    )
    return join(given, _relief(fact), fact.unusual_why)


def _relief(fact: Procedure) -> str:
    hours = "" if fact.relief_hours is None else t("for {hours} hours", hours=number(fact.relief_hours))
    relief = " ".join(part for part in (with_percent(t("relief"), fact.relief_percent), hours) if part)
    return join(
        relief,
        with_percent(t("relief at 3 months"), fact.relief_3_months_percent),
        with_percent(t("relief at 6 months"), fact.relief_6_months_percent),
        with_percent(t("relief at 12 months"), fact.relief_12_months_percent),
    )


def _measure_value(fact: Measure) -> str:
    value = "" if fact.value is None else f"{number(fact.value)} {fact.unit}".strip()
    hours = "" if fact.hours_a_day is None else t("{hours} hours a day", hours=number(fact.hours_a_day))
    bmi = "" if fact.bmi is None else t("BMI {bmi}", bmi=number(fact.bmi))
    target = "" if fact.target is None else t("target {value}", value=f"{number(fact.target)} {fact.unit}".strip())
    return join(value, dose(fact.height_cm, "cm"), bmi, target, hours, until(fact.to_on))


def _imaging_value(fact: Imaging) -> str:
    size = dose(fact.size_cm, "cm")
    own = yes_no(field_name("agrees_with_report"), fact.agrees_with_report)
    return join(label(fact.finding) if fact.finding else "", fact.grade, size, fact.level, own)


_WHAT: dict[type[Fact], Callable[[Any], str]] = {
    Patient: lambda f: f.name,
    Problem: problem_name,
    Injection: _injection_what,
    PainScore: _score_what,
    Impression: lambda _: t("overall impression"),
    InstrumentTotal: lambda f: instrument_name(f.instrument),
    TherapySession: lambda f: named(label(f.kind), f.content),
    Procedure: _procedure_what,
    Surgery: lambda f: join(label(f.kind), label(f.status) if f.planned else ""),
    Medication: lambda f: named(label(f.medication_class), f.drug),
    Measure: lambda f: named(label(f.kind), join(f.what, f.note)),
    Imaging: lambda f: named(label(f.modality), f.text),
    Incident: lambda f: named(label(f.kind), f.note),
    Override: lambda f: named(label(RecordKind.OVERRIDE), f.why),
    **PATHWAY_WHAT,
}

_VALUE: dict[type[Fact], Callable[[Any], str]] = {
    Patient: lambda f: f.record_number,
    Problem: lambda f: f.icd10,
    Injection: lambda f: join(dose(f.dose_mg, "mg"), f.anaesthetic, f.adverse),
    PainScore: _score_value,
    Impression: _impression_value,
    InstrumentTotal: lambda f: number(f.total),
    TherapySession: _session_value,
    Procedure: _procedure_value,
    Surgery: lambda f: join(f.outcome, f.unusual_why),
    Medication: lambda f: join(f.dose, until(f.to_on), f.effect, f.stopped_why),
    Measure: _measure_value,
    Imaging: _imaging_value,
    Incident: lambda _: "",
    Override: lambda f: label(f.judgement),
    **PATHWAY_VALUE,
}
