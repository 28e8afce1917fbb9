"""Records written as a text table, one line a day's entry, as one would read a chart aloud.

    day | event
     -1 | average 8
      0 | injection 40 mg ultrasound with lidocaine at 10:00
      0 | current 4 at 20 min
     14 | average 3, worst 6
     42 | pgic 2
     60 | recall 60 % 3 weeks

Days count from 12 January 2026. Entries of one day may stand on one line, set apart by commas.
"""

import re
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import count

from cortitrack.domain.anatomy import Guidance, Side, Site
from cortitrack.domain.impression import Impression
from cortitrack.domain.incident import Incident, IncidentKind
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.pain import PainScore, Phase, Scale, ScoreKind, tenths_of
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import Fact, happened_on
from cortitrack.domain.surgery import Surgery, SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.response import judge
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import Verdict

DAY_0 = date(2026, 1, 12)
THIS, ELSEWHERE = 2, 3
FIRST_ID = 1001
PHASES = {"before": Phase.PRE, "numb": Phase.ANAESTHETIC, "after": Phase.FOLLOW_UP}
MEDICINES = {
    "prednisolone": MedicationClass.SYSTEMIC_STEROID,
    "nsaid": MedicationClass.NSAID,
    "muscle relaxer": MedicationClass.MUSCLE_RELAXER,
    "analgesic": MedicationClass.ANALGESIC,
    "opioid": MedicationClass.OPIOID,
    "cyp3a4 inhibitor": MedicationClass.CYP3A4_INHIBITOR,
    "anticoagulant": MedicationClass.ANTICOAGULANT,
}
FILED = {"": THIS, " of the person": None, " for another problem": ELSEWHERE}
PROCEDURES = {kind.value.replace("_", " "): kind for kind in ProcedureKind} | {"procedure": ProcedureKind.OTHER}
MEASURES = {kind.value.replace("_", " "): kind for kind in MeasureKind}
OPERATIONS = {kind.value.replace("_", " "): kind for kind in SurgeryKind} | {"surgery": SurgeryKind.OTHER}
INCIDENTS = {kind.value.replace("_", " "): kind for kind in IncidentKind} | {"incident": IncidentKind.OTHER}
for _names in (PROCEDURES, OPERATIONS, INCIDENTS):
    del _names["other"]

SCORE = re.compile(
    r"(?P<kind>average|worst|activity|night|rest|current) (?P<value>[\d.]+)(?P<vas> mm)?"
    r"(?: (?P<phase>before|numb|after))?(?: at (?P<at>\d\d:\d\d))?(?: at (?P<minutes>\d+) min)?"
)
INJECTION = re.compile(
    r"injection(?P<elsewhere> elsewhere)?(?: (?P<dose>\d+) mg)?"
    r"(?: (?P<guidance>ultrasound|fluoroscopy|ct|none|unknown))?"
    r"(?: with (?P<anaesthetic>\w+))?(?: at (?P<at>\d\d:\d\d))?"
)
PGIC = re.compile(r"pgic (?P<pgic>[1-7])")
RECALL = re.compile(r"recall(?: (?P<percent>[\d.]+) %)?(?: (?P<weeks>[\d.]+) weeks?)?")
SESSION = re.compile(r"(?P<missed>missed )?(?P<kind>pt|ot|home)")
OPERATION = re.compile(rf"(?P<status>planned |done )?(?P<kind>{'|'.join(OPERATIONS)})")
MEDICINE = re.compile(rf"(?P<drug>{'|'.join(MEDICINES)})(?P<filed>|{'|'.join(name for name in FILED if name)})")


def on(day: int) -> date:
    """The date of a day counted from day 0."""
    return DAY_0 + timedelta(days=day)


def timeline(table: str, *, primary: ScoreKind = ScoreKind.AVERAGE) -> Timeline:
    """The record of one right knee that a table tells; ids count from 1001 in the order of the table."""
    facts = facts_of(table)

    def of(kind: type, problem_id: int | None = None) -> tuple:
        chosen = [fact for fact in facts if isinstance(fact, kind)]
        mine = [fact for fact in chosen if problem_id in {None, getattr(fact, "problem_id", None)}]
        return tuple(sorted(mine, key=lambda fact: (happened_on(fact), fact.id)))

    return Timeline(
        patient=Patient(id=1, family_name="Sample", given_name="Ada", birth_date=date(1960, 2, 29)),
        problem=Problem(id=THIS, patient_id=1, site=Site.KNEE, side=Side.RIGHT, primary_kind=primary),
        injections=of(Injection, THIS),
        elsewhere=of(Injection, ELSEWHERE),
        scores=of(PainScore),
        impressions=of(Impression),
        sessions=of(TherapySession),
        procedures=of(Procedure),
        surgeries=of(Surgery),
        medications=of(Medication),
        measures=of(Measure),
        incidents=of(Incident),
    )


def verdict(course: Timeline, *, as_of: int, injection: int = 0, rules: RuleSet | None = None) -> Verdict:
    """The verdict on the record's n-th injection, asked on a day counted from day 0."""
    plain = course.course()
    given = sorted(plain.injections, key=lambda given: (given.on, given.id))[injection]
    return judge(plain, given, on(as_of).toordinal(), rules or RuleSet())


def facts_of(table: str) -> list[Fact]:
    """The facts that a table tells."""
    lines = [line.split("|") for line in table.strip().splitlines()]
    if lines and lines[0][0].strip() == "day":
        del lines[0]
    told = [(int(day), entry.strip()) for day, entries in lines for entry in entries.split(",")]
    return [_fact(number, on(day), words) for number, (day, words) in zip(count(FIRST_ID), told, strict=False)]


def _fact(number: int, day: date, words: str) -> Fact:
    for pattern, make in (
        (SCORE, _score),
        (INJECTION, _injection),
        (PGIC, _pgic),
        (RECALL, _recall),
        (SESSION, _session),
        (OPERATION, _operation),
        (MEDICINE, _medicine),
    ):
        found = pattern.fullmatch(words)
        if found:
            return make(number, day, found)
    if words in PROCEDURES:
        return Procedure(id=number, problem_id=THIS, on=day, kind=PROCEDURES[words])
    if words in MEASURES:
        return Measure(id=number, problem_id=THIS, on=day, kind=MEASURES[words])
    if words in INCIDENTS:
        return Incident(id=number, problem_id=THIS, on=day, kind=INCIDENTS[words])
    raise ValueError(f"no such entry: {words!r}")


def _clock(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _score(number: int, day: date, found: re.Match[str]) -> PainScore:
    scale = Scale.VAS if found["vas"] else Scale.NRS
    return PainScore(
        id=number,
        problem_id=THIS,
        on=day,
        at=_clock(found["at"]),
        kind=ScoreKind(found["kind"]),
        phase=PHASES.get(found["phase"]),
        minutes_after=None if found["minutes"] is None else int(found["minutes"]),
        tenths=tenths_of(Decimal(found["value"]), scale),
        scale=scale,
    )


def _injection(number: int, day: date, found: re.Match[str]) -> Injection:
    return Injection(
        id=number,
        problem_id=ELSEWHERE if found["elsewhere"] else THIS,
        given_on=day,
        given_at=_clock(found["at"]),
        drug=Drug.TRIAMCINOLONE_ACETONIDE,
        dose_mg=_decimal(found["dose"]),
        anaesthetic=found["anaesthetic"] or "",
        guidance=None if found["guidance"] is None else Guidance(found["guidance"]),
    )


def _pgic(number: int, day: date, found: re.Match[str]) -> Impression:
    return Impression(id=number, problem_id=THIS, on=day, pgic=int(found["pgic"]))


def _recall(number: int, day: date, found: re.Match[str]) -> Impression:
    percent, weeks = _decimal(found["percent"]), _decimal(found["weeks"])
    return Impression(id=number, problem_id=THIS, on=day, best_relief_percent=percent, relief_weeks=weeks)


def _session(number: int, day: date, found: re.Match[str]) -> TherapySession:
    kind = TherapyKind(found["kind"])
    return TherapySession(id=number, problem_id=THIS, on=day, kind=kind, attended=False if found["missed"] else None)


def _operation(number: int, day: date, found: re.Match[str]) -> Surgery:
    status = SurgeryStatus(found["status"].strip()) if found["status"] else None
    return Surgery(id=number, problem_id=THIS, on=day, kind=OPERATIONS[found["kind"]], status=status)


def _medicine(number: int, day: date, found: re.Match[str]) -> Medication:
    return Medication(
        id=number,
        patient_id=1,
        problem_id=FILED[found["filed"]],
        medication_class=MEDICINES[found["drug"]],
        drug=found["drug"],
        from_on=day,
    )
