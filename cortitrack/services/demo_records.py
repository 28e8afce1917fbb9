"""From the course of a made-up injection to the records that a clinic would have of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from cortitrack.domain.anatomy import Guidance, Side, Site, Target
from cortitrack.domain.imaging import Finding, Imaging, Modality
from cortitrack.domain.impression import Impression
from cortitrack.domain.incident import Incident, IncidentKind
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.instruments import INSTRUMENTS, InstrumentTotal
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.override import Judgement, Override
from cortitrack.domain.pain import PainScore, Phase, Scale, ScoreKind, Source, tenths_of
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import Fact
from cortitrack.domain.surgery import Surgery, SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.services.demo_courses import Event, Script
from cortitrack.services.demo_pathways import Played

_SCORES = {
    "avg": ScoreKind.AVERAGE,
    "worst": ScoreKind.WORST,
    "activity": ScoreKind.ACTIVITY,
    "night": ScoreKind.NIGHT,
    "rest": ScoreKind.REST,
    "cur": ScoreKind.CURRENT,
}
_DRUGS = {
    "nsaid": ("naproxen", "500 mg"),
    "muscle_relaxer": ("tizanidine", "2 mg"),
    "analgesic": ("paracetamol", "1 g"),
    "opioid": ("tramadol", "50 mg"),
    "systemic_steroid": ("prednisolone", "20 mg"),
    "cyp3a4_inhibitor": ("clarithromycin", "250 mg"),
    "anticoagulant": ("apixaban", "5 mg"),
}
_MEASURES = {
    "brace": ("", ""),
    "weight": ("84.5", "kg"),
    "exercise": ("3", "times a week"),
    "activity": ("6500", "steps"),
}
_PROCEDURES: dict[str, dict[str, Any]] = {
    "prp": {"product": "leucocyte-poor plasma", "volume_ml": Decimal(4), "number_in_series": 1},
    "hyaluronic_acid": {"product": "hyaluronate, one dose", "number_in_series": 1},
    "nerve_block": {"nerve": "suprascapular nerve", "drug": "ropivacaine", "drug_mg": Decimal(20)},
    "rfa": {"nerve": "medial branches", "level": "T7, T8", "temperature_c": Decimal(80), "seconds": 90},
}
_MEASURED: dict[str, dict[str, Any]] = {
    "brace": {"what": "off the shelf", "hours_a_day": Decimal(6)},
    "weight": {"height_cm": Decimal(168), "target": Decimal(78)},
}
_CLINICIANS = ("Dr Lind", "Dr Okonjo", "N. Farrell")
_WEEK = 7


@dataclass(slots=True)
class Entries:
    """The records of one person, each with the day on which it was put down."""

    patient_id: int
    new_id: Callable[[], int]
    random: Random
    as_of: date
    kept: list[tuple[date, Fact]] = field(default_factory=list)
    later: list[tuple[date, Fact]] = field(default_factory=list)  # put down in the evening, after the courses

    def keep(self, fact: Fact, on: date, late: int = 0) -> None:
        """Put a record down on the day it happened, or later; what lies ahead is no record yet."""
        if on <= self.as_of:
            self.kept.append((min(on + timedelta(days=late), self.as_of), fact))

    def problem(self, script: Script, given_on: date) -> int:
        """Begin the problem that the injection is for; return its id."""
        site, side, _ = script.place
        first = given_on + timedelta(days=min(0, *(event.day for event in script.events)))
        onset = first - timedelta(days=self.random.randrange(30, 400))
        closed = given_on + timedelta(days=420)
        problem = Problem(
            id=self.new_id(),
            patient_id=self.patient_id,
            site=Site(site),
            side=Side(side),
            diagnosis=script.diagnosis,
            onset_on=onset,
            closed_on=closed if closed < self.as_of and self.random.random() < 0.7 else None,
        )
        self.keep(problem, first)
        return problem.id

    def play(self, script: Script, given_on: date) -> Played:
        """Put down all that the script tells, as far as it has happened; return what further records may name."""
        problem_id = self.problem(script, given_on)
        given_at = time(self.random.randrange(9, 17), self.random.randrange(0, 60, 5))
        injection_id = self._inject(script, problem_id, given_on, given_at)
        for event in script.events:
            on = given_on + timedelta(days=event.day)
            if event.what == "inj":
                self._inject(script, problem_id, on, given_at)
            elif event.what == "override":
                self._override(injection_id, event, on)
            elif event.what in _SCORES or event.what == "numb":
                self._score(problem_id, event, on)
            else:
                self._other(problem_id, event, on)
        places = {"patient_id": self.patient_id, "problem_id": problem_id, "injection_id": injection_id}
        return Played(script.name, given_on, places)

    def _inject(self, script: Script, problem_id: int, on: date, at: time) -> int:
        drug, dose, anaesthetic, guidance = script.syringe
        injection = Injection(
            id=self.new_id(),
            problem_id=problem_id,
            given_on=on,
            given_at=at,
            target=Target(script.place[2]),
            drug=Drug(drug),
            dose_mg=Decimal(dose),
            volume_ml=Decimal(1),
            anaesthetic=anaesthetic,
            anaesthetic_ml=Decimal(4) if anaesthetic else None,
            guidance=Guidance(guidance),
            operator=self.random.choice(_CLINICIANS),
            lot=f"L{self.random.randrange(10_000, 99_999)}",
        )
        self.keep(injection, on)
        return injection.id

    def _score(self, problem_id: int, event: Event, on: date) -> None:
        numb = event.what == "numb"
        phase = Phase.ANAESTHETIC if numb else Phase.PRE if event.day == 0 else None
        visit = event.day <= 0
        late = self.random.randrange(1, 9) if not visit and self.random.random() < 0.1 else 0
        score = PainScore(
            id=self.new_id(),
            problem_id=problem_id,
            on=on,
            kind=ScoreKind.CURRENT if numb else _SCORES[event.what],
            phase=phase,
            minutes_after=int(event.values[0]) if numb else None,
            tenths=tenths_of(Decimal(event.values[-1]), Scale.NRS),
            source=Source.CLINIC if visit else self.random.choice((Source.PHONE, Source.DIARY, Source.CLINIC)),
        )
        self.keep(score, on, late)

    def _override(self, injection_id: int, event: Event, on: date) -> None:
        override = Override(
            id=self.new_id(),
            injection_id=injection_id,
            on=on,
            judgement=Judgement(event.values[0]),
            why="Seen together with the therapist’s report",
            clinician=_CLINICIANS[0],
        )
        self.keep(override, on)

    def _other(self, problem_id: int, event: Event, on: date) -> None:
        if event.what in ("pt", "ot", "home"):
            self._sessions(problem_id, TherapyKind(event.what), on, int(event.values[0]))
        elif event.what in set(MedicationClass):
            self._medicine(problem_id, MedicationClass(event.what), on)
        else:
            self.keep(_fact(event, {"id": self.new_id(), "problem_id": problem_id, "on": on}), self._seen(event, on))

    def _seen(self, event: Event, on: date) -> date:
        """What is planned lies ahead and is put down before it happens."""
        return min(on, self.as_of) if "planned" in event.values else on

    def _sessions(self, problem_id: int, kind: TherapyKind, first: date, count: int) -> None:
        for week in range(count):
            on = first + timedelta(days=week * _WEEK)
            session = TherapySession(
                id=self.new_id(),
                problem_id=problem_id,
                on=on,
                kind=kind,
                attended=self.random.random() > 0.15,
                content=self.random.choice(("strength", "range of motion", "manual therapy", "load advice")),
            )
            self.keep(session, on)

    def _medicine(self, problem_id: int, kind: MedicationClass, on: date) -> None:
        drug, dose = _DRUGS.get(kind.value, ("unknown", ""))
        medicine = Medication(
            id=self.new_id(),
            patient_id=self.patient_id,
            problem_id=problem_id,
            medication_class=kind,
            drug=drug,
            dose=dose,
            route="by mouth",
            from_on=on,
        )
        self.keep(medicine, on)


def _fact(event: Event, where: dict[str, Any]) -> Fact:
    """The record of an event whose word is a code."""
    word, values = event.what, event.values
    make: Callable[..., Fact]
    more: dict[str, Any]
    if word == "pgic":
        make, more = Impression, {"pgic": int(values[0])}
    elif word == "recall":
        make, more = Impression, {"best_relief_percent": Decimal(values[0]), "relief_weeks": Decimal(values[1])}
    elif word in INSTRUMENTS:
        make, more = InstrumentTotal, {"instrument": word, "total": Decimal(values[0])}
    elif word in set(ProcedureKind):
        make, more = Procedure, {"kind": ProcedureKind(word), **_PROCEDURES.get(word, {})}
    elif word in set(SurgeryKind):
        make, more = Surgery, {"kind": SurgeryKind(word), "status": SurgeryStatus(values[0])}
    elif word in set(IncidentKind):
        make, more = Incident, {"kind": IncidentKind(word)}
    elif word in set(Modality):
        make, more = Imaging, {"modality": Modality(word), "finding": Finding(values[0])}
    else:
        value, unit = _MEASURES.get(word, ("", ""))
        make, more = Measure, {"kind": MeasureKind(word), "value": Decimal(value) if value else None, "unit": unit}
        more |= _MEASURED.get(word, {})
    return make(**where, **more)
