"""Facts for letters: a usual patient, one of whom nothing is recorded, one with too much of everything."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.domain.anatomy import Guidance, Side, Site, Target
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.imaging import Finding, Imaging, Modality
from cortitrack.domain.incident import Incident, IncidentKind
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.patient import Patient, Sex
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import Recorded
from cortitrack.domain.referral import Preset, Referral, Urgency
from cortitrack.domain.surgery import Surgery, SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.letter_gaps import letter_gaps
from cortitrack.rules.response import judge_all
from cortitrack.rules.ruleset import RuleSet
from tests.builders import THIS, on, timeline

CLINIC = Clinic(
    name="North Bay Joint Clinic",
    address="12 Harbour Road\n4711 Northbay",
    call_back="0555 0142",
    clinician="Dr Amal Haddad",
)
REFERRAL = Referral(
    to="Mr Piotr Zieliński",
    question="Is this knee ready for replacement?",
    wants="To walk two kilometres again.",
    urgency=Urgency.SOON,
    urgency_reason="night pain",
    preset=Preset.ORTHOPAEDIC,
    signed_by="Dr Amal Haddad",
)
COURSE = """
   -400 | average 8
   -392 | injection 40 mg none with lidocaine
   -378 | average 4
   -350 | average 3
   -308 | average 4
     -3 | average 8, worst 9
      0 | injection 40 mg ultrasound with lidocaine
      0 | current 7 before
      0 | current 2 numb at 25 min
     14 | average 3
     45 | average 7
     60 | pgic 5
     84 | average 8
    110 | average 7.5, worst 9
"""


def usual() -> Timeline:
    """Two injections into a knee, the last one short-lived, with every kind of entry."""
    told = timeline(COURSE)
    marked = [replace(injection, target=Target.JOINT, operator="Dr Amal Haddad") for injection in told.injections]
    marked[-1] = replace(marked[-1], adverse="flare for two days")
    at = {score.id: datetime.combine(score.on, time(9), UTC) for score in told.scores}
    at[told.scores[-1].id] += timedelta(days=3)
    return replace(
        told,
        patient=Patient(
            id=1,
            family_name="Żółkiewska",
            given_name="Agnieszka",
            birth_date=date(1961, 3, 4),
            sex=Sex.FEMALE,
            record_number="4711-03",
            phone="0555 0199",
            language="Polish",
            allergies="penicillin (rash)",
            conditions="type 2 diabetes, HbA1c 6.8 %",
        ),
        problem=Problem(
            id=THIS,
            patient_id=1,
            site=Site.KNEE,
            side=Side.RIGHT,
            diagnosis="osteoarthritis, medial",
            icd10="M17.1",
            onset_on=on(-900),
        ),
        injections=tuple(marked),
        recorded={entry: Recorded(at=moment, by="amal") for entry, moment in at.items()},
        **_care(),
    )


def _care() -> dict[str, Any]:
    nsaid, thinner = MedicationClass.NSAID, MedicationClass.ANTICOAGULANT
    return {
        "sessions": tuple(_session(number) for number in range(10)),
        "medications": (
            Medication(id=3003, patient_id=1, medication_class=thinner, drug="apixaban", dose="5 mg", from_on=on(-700)),
            Medication(
                id=3001, patient_id=1, problem_id=THIS, medication_class=nsaid, drug="naproxen", dose="500 mg",
                from_on=on(-120), to_on=on(-60), effect="some relief",
            ),
        ),
        "procedures": (
            Procedure(
                id=3100, problem_id=THIS, on=on(90), kind=ProcedureKind.HYALURONIC_ACID, relief_percent=Decimal(10),
                guidance=Guidance.ULTRASOUND,
            ),
        ),
        "measures": (
            Measure(id=3200, problem_id=THIS, on=on(10), kind=MeasureKind.BRACE, value=Decimal(6), unit="h"),
            Measure(id=3201, problem_id=THIS, on=on(12), kind=MeasureKind.WEIGHT, value=Decimal("88.5"), unit="kg"),
        ),
        "imaging": (
            Imaging(
                id=3300, problem_id=THIS, on=on(-30), modality=Modality.XRAY, finding=Finding.JOINT_DESTRUCTION,
                grade="3", text="Medial joint space 2 mm.",
            ),
        ),
        "totals": (InstrumentTotal(id=3400, problem_id=THIS, on=on(110), instrument="oks", total=Decimal(19)),),
        "surgeries": (
            Surgery(
                id=3500, problem_id=THIS, on=on(-2000), kind=SurgeryKind.ARTHROSCOPY, status=SurgeryStatus.DONE,
                outcome="partial meniscectomy",
            ),
        ),
        "incidents": (Incident(id=3600, problem_id=THIS, on=on(-2100), kind=IncidentKind.TRAUMA, note="football"),),
    }  # fmt: skip


def _session(number: int) -> TherapySession:
    return TherapySession(
        id=2000 + number,
        problem_id=THIS,
        on=on(20 + 7 * number),
        kind=TherapyKind.PT,
        attended=number != 3,
        content="step-downs",
        adherence_percent=Decimal(60 + 5 * (number % 5)),
    )


def nothing() -> Timeline:
    """A person with a problem, and not one entry."""
    return Timeline(
        patient=Patient(id=1, family_name="Sample", birth_date=date(1990, 1, 1)),
        problem=Problem(id=THIS, patient_id=1, site=Site.SHOULDER, side=Side.LEFT),
    )


def overfull() -> Timeline:
    """Sixty injections, five hundred scores, texts of ten thousand characters."""
    rows = [f"{day} | injection 40 mg ultrasound with lidocaine" for day in range(-2400, 0, 40)]
    rows += [f"{day} | average {day * 7 % 10}" for day in range(-2401, 99, 5)]
    told, long = timeline("\n".join(rows)), "Behandlungsmaßnahmenbeschreibung und mehr. " * 232
    first, *others = told.injections
    given = (replace(first, adverse=long[:10_000], note=long[:10_000]), *others)
    care = _care() | {"sessions": (replace(_session(0), note=long[:10_000]), *map(_session, range(1, 300)))}
    return replace(told, injections=given, problem=replace(told.problem, note=long[:10_000]), **care)


def letter_facts(
    told: Timeline,
    referral: Referral = REFERRAL,
    *,
    today: date = on(120),  # noqa: B008 (a constant)
    rules: RuleSet = RuleSet(),  # noqa: B008 (frozen)
    clinic: Clinic = CLINIC,
    **more: Any,
) -> LetterFacts:
    """What services would gather."""
    return LetterFacts(
        clinic=clinic,
        referral=referral,
        timeline=told,
        verdicts=tuple(judge_all(told.course(), today.toordinal(), rules)),
        rules=rules,
        other_problems=more.pop("other_problems", ()),
        medications=more.pop("medications", told.medications),
        today=today,
        software="CortiTrack 0.1.0",
        shown_patient_id="P-0042",
        gaps=letter_gaps(referral, clinic, told, told.medications),
        **more,
    )
