"""A small clinic of two people with a long course each: three injections, sixty scores, and what else was tried."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bench.clinics import bench_of
from bench.synthetic import TODAY
from cortitrack.domain.anatomy import Guidance, Side, Site, Target
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.impression import Impression
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.pain import PainScore
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.services.clinics import create
from cortitrack.services.desk import Desk

SCORES, INJECTIONS, APART = 60, 3, 6


def two_people(path: Path) -> tuple[Desk, list[tuple[int, int]]]:
    """The open clinic, and person and problem of each."""
    clinic = Clinic(name="Westmere Joint Clinic", clinician="Dr Lind", call_back="+44 1632 960002")
    desk = create(path, clinic, bench_of())
    places = []
    for family, given in (("Ardal", "Ines"), ("Corvey", "Hugo")):
        facts = _one(desk, family, given)
        desk.record.add(*facts)
        places.append((facts[0].id, facts[1].id))
    return desk, places


def _one(desk: Desk, family: str, given: str) -> list[Fact]:
    new = desk.record.new_id
    person = Patient(id=new(), family_name=family, given_name=given, birth_date=TODAY.replace(year=1961))
    place = Problem(id=new(), patient_id=person.id, site=Site.KNEE, side=Side.RIGHT, diagnosis="osteoarthritis")
    first = TODAY - timedelta(days=SCORES * APART)
    facts: list[Fact] = [person, place]
    for number in range(SCORES):
        since = number * APART % (SCORES * APART // INJECTIONS)
        tenths = 75 - (40 if 18 <= since < 84 else 0) + number * 7 % 9
        on = first + timedelta(days=number * APART)
        facts.append(PainScore(id=new(), problem_id=place.id, on=on, tenths=tenths))
    for number in range(INJECTIONS):
        on = first + timedelta(days=number * SCORES * APART // INJECTIONS + 10)
        facts += [
            Injection(id=new(), problem_id=place.id, given_on=on, drug=Drug.BETAMETHASONE, target=Target.JOINT,
                      guidance=Guidance.ULTRASOUND),
            Impression(id=new(), problem_id=place.id, on=on + timedelta(days=42), pgic=3),
            TherapySession(id=new(), problem_id=place.id, on=on + timedelta(days=20), kind=TherapyKind.PT),
        ]  # fmt: skip
    return facts
