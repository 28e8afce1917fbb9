from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cortitrack.db import archive_ids, trail
from cortitrack.db import facts as desk_facts
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.override import Judgement, Override
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import Fact, RecordKind, kind_of
from cortitrack.domain.steps import Act
from cortitrack.domain.surgery import Surgery, SurgeryKind, SurgeryStatus
from cortitrack.rules.verdict import VerdictKind
from cortitrack.services.changes import Change, Did
from cortitrack.services.desk import Desk
from cortitrack.services.record import TakenIn
from tests.clinics import TODAY, injection, new_clinic, patient, person_with_a_failed_injection, problem, score


def state(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """All that stands: facts that are not withdrawn, kept verdicts, words to find people by."""
    found = {}
    with desk.database.reading() as c:
        for (name,) in c.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
            if name in {"steps", "trail"}:
                continue
            columns = [row[1] for row in c.execute(f"PRAGMA table_info({name})") if not row[1].endswith("step")]
            listed = ", ".join(f'"{column}"' for column in columns)
            has_step = any(row[1] == "withdrawn_step" for row in c.execute(f"PRAGMA table_info({name})"))
            where = "WHERE withdrawn_step IS NULL" if has_step else ""
            found[name] = c.execute(f"SELECT {listed} FROM {name} {where} ORDER BY 1, 2").fetchall()
    return found


def medicine(desk: Desk, of: Patient, into: Problem | None = None, **more: Any) -> Medication:
    kind = more.pop("medication_class", MedicationClass.NSAID)
    return Medication(
        id=desk.record.new_id(),
        patient_id=of.id,
        problem_id=into.id if into else None,
        medication_class=kind,
        drug="pill",
        from_on=more.pop("from_on", TODAY),
    )


def override(desk: Desk, injection_id: int, on: date = TODAY) -> Override:
    return Override(
        id=desk.record.new_id(),
        injection_id=injection_id,
        on=on,
        judgement=Judgement.RESPONDED,
        why="seen by hand",
        clinician="Bo",
    )


Deed = Callable[[Desk, Patient, Problem], object]
DEEDS: dict[str, Deed] = {
    "add a score": lambda d, p, q: d.record.add(score(d, q, TODAY, 40)),
    "add a person with a problem": lambda d, p, q: d.record.add(s := patient(d, "Brenik"), problem(d, s)),
    "add an injection": lambda d, p, q: d.record.add(injection(d, q, TODAY - timedelta(10))),
    "add a steroid by mouth": lambda d, p, q: d.record.add(
        medicine(d, p, medication_class=MedicationClass.SYSTEMIC_STEROID, from_on=TODAY - timedelta(40))
    ),
    "correct the name": lambda d, p, q: d.record.correct(replace(p, family_name="Corvey", note="married")),
    "correct the diagnosis": lambda d, p, q: d.record.correct(replace(q, diagnosis="frozen shoulder")),
    "correct a score": lambda d, p, q: d.record.correct(replace(d.review.timeline(q.id).scores[-1], tenths=20)),
    "withdraw a score": lambda d, p, q: d.record.withdraw(RecordKind.PAIN_SCORE, d.review.timeline(q.id).scores[0].id),
    "withdraw the injection": lambda d, p, q: d.record.withdraw(
        RecordKind.INJECTION, d.review.timeline(q.id).injections[0].id
    ),
    "withdraw the problem": lambda d, p, q: d.record.withdraw(RecordKind.PROBLEM, q.id),
    "withdraw the person": lambda d, p, q: d.record.withdraw(RecordKind.PATIENT, p.id),
    "rename the clinic": lambda d, p, q: d.record.set_clinic(Clinic(name="Dale Clinic")),
}


@pytest.mark.parametrize("deed", list(DEEDS))
def test_undo_gives_back_all_that_stood_and_redo_what_was_done(desk: Desk, deed: str) -> None:
    someone, knee, given = person_with_a_failed_injection(desk)
    desk.record.add(override(desk, given.id), medicine(desk, someone, knee))
    before = state(desk)
    DEEDS[deed](desk, someone, knee)
    after = state(desk)
    assert after != before
    desk.record.undo()
    assert state(desk) == before
    desk.record.redo()
    assert state(desk) == after
    desk.record.undo()
    assert state(desk) == before


def test_steps_are_undone_from_the_last_to_the_first_and_redone_from_the_first_to_the_last(desk: Desk) -> None:
    someone, knee, _ = person_with_a_failed_injection(desk)
    states = [state(desk)]
    for deed in ("add a score", "correct the name", "withdraw a score", "withdraw the person"):
        DEEDS[deed](desk, someone, knee)
        states.append(state(desk))
    for expected in reversed(states[:-1]):
        desk.record.undo()
        assert state(desk) == expected
    for expected in states[1:]:
        desk.record.redo()
        assert state(desk) == expected
    assert desk.record.redo() is None


def test_after_a_new_step_nothing_is_redone(desk: Desk) -> None:
    someone, knee, _ = person_with_a_failed_injection(desk)
    desk.record.correct(replace(someone, family_name="Corvey"))
    desk.record.undo()
    desk.record.add(score(desk, knee, TODAY, 40))
    assert desk.record.redo() is None
    last = desk.record.last_step()
    assert last is not None
    assert (last.did, last.kind, last.by) == (Did.ADDED, RecordKind.PAIN_SCORE, "anna")


def test_there_is_nothing_to_undo_in_a_new_clinic(desk: Desk) -> None:
    assert desk.record.last_step() is None
    assert desk.record.undo() is None
    with pytest.raises(Invalid):
        desk.record.undo_step(1)


def test_a_step_is_undone_once(desk: Desk) -> None:
    person_with_a_failed_injection(desk)
    last = desk.record.last_step()
    assert last is not None
    desk.record.undo()
    with pytest.raises(Invalid) as refused:
        desk.record.undo_step(last.id)
    assert refused.value.why is Why.STALE


def test_an_earlier_correction_is_not_undone_over_a_later_one(desk: Desk) -> None:
    someone, _, _ = person_with_a_failed_injection(desk)
    first = desk.record.correct(replace(someone, family_name="Brenik"))
    desk.record.correct(replace(someone, family_name="Corvey"))
    with pytest.raises(Invalid) as refused:
        desk.record.undo_step(first.step)
    assert refused.value.why is Why.STALE
    assert desk.patients.get(someone.id).family_name == "Corvey"


def test_an_entry_does_not_come_back_without_its_problem(desk: Desk) -> None:
    _, knee, _ = person_with_a_failed_injection(desk)
    gone = desk.record.withdraw(RecordKind.PAIN_SCORE, desk.review.timeline(knee.id).scores[0].id)
    desk.record.withdraw(RecordKind.PROBLEM, knee.id)
    with pytest.raises(Invalid) as refused:
        desk.record.undo_step(gone.step)
    assert (refused.value.field, refused.value.why) == ("problem_id", Why.NOBODY)


def test_a_correction_of_something_changed_since_is_refused(desk: Desk) -> None:
    someone, _, _ = person_with_a_failed_injection(desk)
    desk.record.correct(replace(someone, phone="1"), former=someone)
    with pytest.raises(Invalid) as refused:
        desk.record.correct(replace(someone, phone="2"), former=someone)
    assert refused.value.why is Why.STALE
    assert desk.patients.get(someone.id).phone == "1"


def test_a_correction_that_changes_nothing_is_no_step(desk: Desk) -> None:
    someone, _, _ = person_with_a_failed_injection(desk)
    last = desk.record.last_step()
    assert desk.record.correct(someone).step == 0
    assert desk.record.set_clinic(desk.clinic()).step == 0
    assert desk.record.last_step() == last


def test_every_write_tells_one_change(desk: Desk) -> None:
    told: list[Change] = []
    stop = desk.changes.subscribe(told.append)
    someone, knee, _ = person_with_a_failed_injection(desk)
    change = desk.record.add(score(desk, knee, TODAY, 40))
    assert told[-1] == change
    assert len(told) == 2
    assert (change.did, change.kind, change.count) == (Did.ADDED, RecordKind.PAIN_SCORE, 1)
    assert change.patient_ids == frozenset({someone.id})
    assert change.problem_ids == frozenset({knee.id})
    stop()
    desk.record.undo()
    assert len(told) == 2


def test_the_trail_says_what_happened_to_a_record(desk: Desk) -> None:
    someone, _, _ = person_with_a_failed_injection(desk)
    desk.record.correct(replace(someone, phone="1"))
    desk.record.withdraw(RecordKind.PATIENT, someone.id)
    desk.record.undo()
    lines = desk.review.changes_of(RecordKind.PATIENT, someone.id)
    assert [line.act for line in lines] == [Act.ADDED, Act.CORRECTED, Act.WITHDREW, Act.RESTORED]
    assert [line.step.did for line in lines] == [Did.ADDED, Did.CORRECTED, Did.WITHDREW, Did.UNDID]
    assert lines[1].former == someone


def refusal(desk: Desk, *new: Fact) -> tuple[str, Why]:
    """How an addition is refused, after which everything is as it was."""
    before = state(desk)
    with pytest.raises(Invalid) as refused:
        desk.record.add(*new)
    assert state(desk) == before
    return refused.value.field, refused.value.why


class TestRefused:
    @pytest.fixture
    def knee(self, desk: Desk) -> Problem:
        return person_with_a_failed_injection(desk)[1]

    @pytest.fixture
    def someone(self, desk: Desk, knee: Problem) -> Patient:
        return desk.patients.get(knee.patient_id)

    def test_a_problem_of_nobody(self, desk: Desk) -> None:
        assert refusal(desk, problem(desk, patient(desk))) == ("patient_id", Why.NOBODY)

    def test_an_entry_of_no_problem(self, desk: Desk, someone: Patient) -> None:
        assert refusal(desk, score(desk, problem(desk, someone), TODAY, 40)) == ("problem_id", Why.NOBODY)

    def test_an_entry_of_a_withdrawn_problem(self, desk: Desk, knee: Problem) -> None:
        desk.record.withdraw(RecordKind.PROBLEM, knee.id)
        assert refusal(desk, score(desk, knee, TODAY, 40)) == ("problem_id", Why.NOBODY)

    def test_a_judgement_of_no_injection(self, desk: Desk) -> None:
        assert refusal(desk, override(desk, 5)) == ("injection_id", Why.NOBODY)

    def test_a_judgement_before_the_injection(self, desk: Desk, knee: Problem) -> None:
        given = desk.review.timeline(knee.id).injections[0]
        early = override(desk, given.id, given.given_on - timedelta(1))
        assert refusal(desk, early) == ("on", Why.BEFORE_START)

    def test_a_medicine_for_the_problem_of_another(self, desk: Desk, knee: Problem) -> None:
        other = patient(desk, "Brenik")
        assert refusal(desk, other, medicine(desk, other, knee)) == ("problem_id", Why.OTHER_PATIENT)

    def test_a_problem_with_medicines_moved_to_another(self, desk: Desk, someone: Patient, knee: Problem) -> None:
        other = patient(desk, "Brenik")
        desk.record.add(other, medicine(desk, someone, knee))
        with pytest.raises(Invalid) as refused:
            desk.record.correct(replace(knee, patient_id=other.id))
        assert refused.value.why is Why.OTHER_PATIENT

    def test_tomorrow(self, desk: Desk, knee: Problem) -> None:
        tomorrow = TODAY + timedelta(1)
        assert refusal(desk, score(desk, knee, tomorrow, 40)) == ("on", Why.FUTURE)
        assert refusal(desk, injection(desk, knee, tomorrow)) == ("given_on", Why.FUTURE)

    def test_an_operation_of_tomorrow_unless_it_is_planned(self, desk: Desk, knee: Problem) -> None:
        done = Surgery(
            id=desk.record.new_id(), problem_id=knee.id, on=TODAY + timedelta(1), kind=SurgeryKind.ARTHROSCOPY
        )
        assert refusal(desk, done) == ("on", Why.FUTURE)
        desk.record.add(replace(done, status=SurgeryStatus.PLANNED))

    def test_before_birth(self, desk: Desk, someone: Patient, knee: Problem) -> None:
        early = date(1950, 1, 1)
        assert refusal(desk, score(desk, knee, early, 40)) == ("on", Why.BEFORE_BIRTH)
        assert refusal(desk, injection(desk, knee, early)) == ("given_on", Why.BEFORE_BIRTH)
        assert refusal(desk, medicine(desk, someone, from_on=early)) == ("from_on", Why.BEFORE_BIRTH)
        assert refusal(desk, problem(desk, someone, onset_on=early)) == ("onset_on", Why.BEFORE_BIRTH)

    def test_a_birth_after_the_first_entry(self, desk: Desk, someone: Patient) -> None:
        with pytest.raises(Invalid) as refused:
            desk.record.correct(replace(someone, birth_date=TODAY - timedelta(10)))
        assert (refused.value.field, refused.value.why) == ("birth_date", Why.BEFORE_BIRTH)

    def test_an_id_used_twice(self, desk: Desk, someone: Patient) -> None:
        assert refusal(desk, someone) == ("id", Why.USED_TWICE)

    def test_one_bad_fact_keeps_the_others_out(self, desk: Desk, knee: Problem) -> None:
        good, bad = score(desk, knee, TODAY, 40), score(desk, knee, TODAY + timedelta(1), 40)
        assert refusal(desk, good, bad) == ("on", Why.FUTURE)

    def test_what_is_not_there(self, desk: Desk, someone: Patient) -> None:
        for act in (
            lambda: desk.record.withdraw(RecordKind.PATIENT, 5),
            lambda: desk.record.correct(replace(someone, id=5)),
            lambda: desk.patients.get(5),
            lambda: desk.review.timeline(5),
            lambda: desk.review.fact(RecordKind.PATIENT, 5),
            lambda: desk.review.resolve(RecordKind.PATIENT, "5"),
        ):
            with pytest.raises(Invalid) as refused:
                act()
            assert refused.value.why is Why.NOBODY


def test_withdrawing_a_person_withdraws_every_entry_and_nobody_elses(desk: Desk) -> None:
    other = person_with_a_failed_injection(desk)[0]
    others = state(desk)
    someone, knee, given = person_with_a_failed_injection(desk)
    desk.record.add(override(desk, given.id), medicine(desk, someone), medicine(desk, someone, knee))
    desk.record.withdraw(RecordKind.PATIENT, someone.id)
    assert state(desk) == others
    assert [row.id for row in desk.patients.find("ardal")] == [other.id]


def test_a_verdict_follows_every_write(desk: Desk) -> None:
    someone, knee, _ = person_with_a_failed_injection(desk)
    kind = lambda: desk.review.verdicts(knee.id)[0].kind  # noqa: E731
    assert kind() is VerdictKind.FAILED_SHORT_LIVED
    last = desk.review.timeline(knee.id).scores[-1]
    desk.record.correct(replace(last, tenths=30))
    assert kind() is VerdictKind.RESPONDED
    desk.record.add(medicine(desk, someone, medication_class=MedicationClass.SYSTEMIC_STEROID, from_on=TODAY))
    assert desk.patients.find("ardal")[0].failed == 0
    desk.record.undo()
    desk.record.undo()
    assert desk.patients.find("ardal")[0].failed == 1


class TestImport:
    def bring(self, desk: Desk, family_name: str = "Brenik") -> Change:
        someone = patient(desk, family_name)
        knee = problem(desk, someone)

        def take(c: Any, step: int) -> TakenIn:
            from_archive = ((someone, "P1"), (knee, "K1"))
            for fact, archive_id in from_archive:
                desk_facts.insert(c, fact, step, archive_id)
                trail.note_many(c, step, Act.ADDED, kind_of(fact).value, 1)
            return TakenIn(count=2, patient_ids=frozenset({someone.id}))

        return desk.record.take_in(take)

    def test_undo_withdraws_everything_it_brought_and_what_was_added_to_it(self, desk: Desk) -> None:
        before = state(desk)
        brought = self.bring(desk)
        knee_id = desk.review.resolve(RecordKind.PROBLEM, "K1")
        desk.record.add(score(desk, desk.review.timeline(knee_id).problem, TODAY, 40))
        both = state(desk)
        undone = desk.record.undo_step(brought.step)
        assert state(desk) == before
        desk.record.undo_step(undone.step)
        assert state(desk) == both

    def test_ids_of_the_archive_are_kept(self, desk: Desk) -> None:
        self.bring(desk)
        own = desk.review.resolve(RecordKind.PATIENT, "P1")
        assert desk.review.shown_id(RecordKind.PATIENT, own) == "P1"
        assert desk.patients.find("brenik")[0].shown_id == "P1"
        with pytest.raises(Invalid):
            desk.review.resolve(RecordKind.PATIENT, str(own))

    def test_own_ids_are_shown_as_they_are(self, desk: Desk) -> None:
        someone = person_with_a_failed_injection(desk)[0]
        assert desk.review.shown_id(RecordKind.PATIENT, someone.id) == str(someone.id)
        assert desk.review.resolve(RecordKind.PATIENT, str(someone.id)) == someone.id
        with desk.database.reading() as c:
            assert dict(archive_ids.every(c, RecordKind.PATIENT)) == {str(someone.id): someone.id}

    def test_an_undone_import_can_come_again_and_then_not_come_back_twice(self, desk: Desk) -> None:
        self.bring(desk)
        undone = desk.record.undo()
        assert undone is not None
        self.bring(desk)
        with pytest.raises(Invalid) as refused:
            desk.record.undo_step(undone.step)
        assert refused.value.why is Why.USED_TWICE

    def test_an_import_that_brings_nothing_is_no_step(self, desk: Desk) -> None:
        last = desk.record.last_step()
        change = desk.record.take_in(lambda c, step: TakenIn(count=0, patient_ids=frozenset()))
        assert (change.step, desk.record.last_step()) == (0, last)

    def test_its_line_stands_in_the_trail_of_each_record(self, desk: Desk) -> None:
        self.bring(desk)
        own = desk.review.resolve(RecordKind.PATIENT, "P1")
        assert [line.step.did for line in desk.review.changes_of(RecordKind.PATIENT, own)] == [Did.IMPORTED]


def test_two_clinics_know_nothing_of_each_other(desk: Desk, tmp_path: Any) -> None:
    other = new_clinic(tmp_path / "dale.cortitrack")
    person_with_a_failed_injection(desk)
    assert other.patients.count() == 0
    other.close()


def test_a_worker_sees_and_tells_the_same(desk: Desk) -> None:
    told: list[Change] = []
    desk.changes.subscribe(told.append)
    worker = desk.worker()
    someone, _, _ = person_with_a_failed_injection(worker)
    assert desk.patients.get(someone.id) == someone
    assert len(told) == 1
    worker.close()
    person_with_a_failed_injection(desk)
