"""Whether a fact can stand beside what is already recorded: whose it is, after birth, not in the future."""

from __future__ import annotations

from datetime import date

from cortitrack.db import facts
from cortitrack.db.database import Connection
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.injection import Injection
from cortitrack.domain.medication import Medication
from cortitrack.domain.override import Override
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import DAY_FIELDS, Fact, RecordKind, happened_on, kind_of, not_in_future
from cortitrack.domain.risk import Risk
from cortitrack.domain.safety_answer import SafetyAnswer


class References:
    """Checks facts against one view of the record, remembering whom it has met."""

    def __init__(self, c: Connection, today: date) -> None:
        """Look things up through `c`."""
        self._c = c
        self._today = today
        self._births: dict[int, date] = {}
        self._patients: dict[int, int] = {}

    def patient_of(self, fact: Fact) -> int:
        """The id of the person whose fact it is.

        Raises:
            Invalid: it refers to nobody or to another's problem, or lies in the future or before its time.
        """
        not_in_future(fact, self._today)
        if isinstance(fact, Patient):
            self._check_birth(fact)
            return fact.id
        patient_id = self.owner_of(fact)
        field = DAY_FIELDS[kind_of(fact)]
        on = fact.onset_on if isinstance(fact, Problem) else happened_on(fact)
        born = self._birth(patient_id)
        if on is not None and on < born:
            raise Invalid(field, Why.BEFORE_BIRTH, value=on, birth_date=born)
        return patient_id

    def owner_of(self, fact: Fact) -> int:
        """As `patient_of`, without a look at days."""
        if isinstance(fact, Patient):
            return fact.id
        if isinstance(fact, Problem | Risk):
            self._birth(fact.patient_id)
            return fact.patient_id
        if isinstance(fact, Override | SafetyAnswer):
            return self._owner_through_injection(fact)
        if isinstance(fact, Medication):
            self._birth(fact.patient_id)
            if fact.problem_id is not None and self._problem(fact.problem_id) != fact.patient_id:
                raise Invalid("problem_id", Why.OTHER_PATIENT, value=fact.problem_id)
            return fact.patient_id
        return self._problem(fact.problem_id)

    def _owner_through_injection(self, fact: Override | SafetyAnswer) -> int:
        injection = facts.get(self._c, RecordKind.INJECTION, fact.injection_id)
        if not isinstance(injection, Injection):
            raise Invalid("injection_id", Why.NOBODY, value=fact.injection_id)
        if fact.on < injection.given_on:
            raise Invalid("on", Why.BEFORE_START, value=fact.on, start=injection.given_on)
        return self._problem(injection.problem_id)

    def _problem(self, problem_id: int) -> int:
        if problem_id not in self._patients:
            patient_id = facts.patient_of_problem(self._c, problem_id)
            if patient_id is None:
                raise Invalid("problem_id", Why.NOBODY, value=problem_id)
            self._patients[problem_id] = patient_id
        return self._patients[problem_id]

    def _birth(self, patient_id: int) -> date:
        if patient_id not in self._births:
            patient = facts.get(self._c, RecordKind.PATIENT, patient_id)
            if not isinstance(patient, Patient):
                raise Invalid("patient_id", Why.NOBODY, value=patient_id)
            self._births[patient_id] = patient.birth_date
        return self._births[patient_id]

    def _check_birth(self, patient: Patient) -> None:
        first = facts.first_day(self._c, patient.id)
        if first is not None and first < patient.birth_date:
            raise Invalid("birth_date", Why.BEFORE_BIRTH, value=first, birth_date=patient.birth_date)
