"""Every kind of record makes the whole way: store, timeline, archive, new clinic, with any value in any field."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cortitrack.db.tables import TABLES
from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import RecordKind
from cortitrack.exchange.layout import LAYOUTS
from cortitrack.services.desk import Desk
from tests import clinics
from tests.exchange.archives import FULL, clinic, said
from tests.exchange.test_round_trip import contents

ENTRIES = [kind for kind, table in TABLES.items() if table.day]
FIRST_DAY = date(1990, 1, 1)


def started(place: Path) -> tuple[Desk, Patient, Problem, Injection]:
    """A clinic with one person, one problem, one injection long ago."""
    desk = clinic(place)
    new = desk.record.new_id
    patient = Patient(id=new(), family_name="Sample", birth_date=date(1960, 1, 1))
    problem = Problem(id=new(), patient_id=patient.id, site=Site.KNEE, side=Side.LEFT)
    injection = Injection(id=new(), problem_id=problem.id, given_on=FIRST_DAY, drug=Drug.OTHER)
    desk.record.add(patient, problem, injection)
    return desk, patient, problem, injection


def _injection_of(desk: Desk, known_as: Injection) -> int:
    return desk.review.resolve(RecordKind.INJECTION, str(known_as.id))


@pytest.mark.parametrize("kind", ENTRIES)
@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_fact_goes_round(tmp_path_factory: pytest.TempPathFactory, kind: RecordKind, data: st.DataObject) -> None:
    place = tmp_path_factory.mktemp("round")
    desk, patient, problem, injection = started(place)
    places = {"patient_id": patient.id, "problem_id": problem.id, "injection_id": injection.id}
    facts = [
        data.draw(
            clinics.facts(kind, id=st.just(desk.record.new_id()), **{key: st.just(at) for key, at in places.items()})
        )
        for _ in range(3)
    ]
    desk.record.add(*facts)
    entries = desk.review.timeline(problem.id).entries()
    assert [fact for fact in facts if fact not in entries] == []
    desk.transfer.export_csv(place / "first")
    other = clinic(place)
    assert said(other.transfer.import_paths([place / "first"])) == []
    (shown,) = other.patients.find()
    (elsewhere,) = other.review.problems(shown.id)
    arrived = other.review.timeline(elsewhere.id)
    of_kind = [fact for fact in arrived.entries() if type(fact) is type(facts[0])]
    shown_ids = {other.review.shown_id(kind, fact.id): fact for fact in of_kind}
    homes = {"patient_id": shown.id, "problem_id": elsewhere.id, "injection_id": _injection_of(other, injection)}
    for fact in facts:
        came = shown_ids[str(fact.id)]
        at_home: dict[str, Any] = {key: value for key, value in homes.items() if getattr(fact, key, None) is not None}
        assert came == replace(fact, id=came.id, **at_home)
    other.transfer.export_csv(place / "second")
    assert contents(place / "first") == contents(place / "second")
    desk.close()
    other.close()


def test_the_golden_archive_has_every_heading_and_a_row_of_every_kind() -> None:
    for layout in LAYOUTS.values():
        head, *rows = FULL[layout.file].splitlines()
        assert tuple(head.split(",")) == layout.order
        assert rows
