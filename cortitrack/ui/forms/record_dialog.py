"""A form about one fact of the record: it adds a new one or corrects the one it was given."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from cortitrack.domain.errors import Invalid
from cortitrack.domain.patient import Patient
from cortitrack.domain.records import FACT_TYPES, Fact, RecordKind, not_in_future
from cortitrack.domain.timeline import Timeline
from cortitrack.services.changes import Change
from cortitrack.ui.forms.form_dialog import FormDialog
from cortitrack.ui.forms.titles import add_title, correct_title
from cortitrack.ui.surroundings import Surroundings
from cortitrack.words.figures import day
from cortitrack.words.labels import problem_name
from cortitrack.words.phrases import refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Whose record, which problem and which injection a form is opened for."""

    patient_id: int | None = None
    problem_id: int | None = None
    injection_id: int | None = None


class RecordDialog(FormDialog):
    """A kind of record says only what it asks (``lay_out``) and what a new entry begins with (``start``)."""

    kind: ClassVar[RecordKind]

    def __init__(
        self,
        around: Surroundings,
        spot: Spot,
        *,
        parent: QWidget | None,
        fact: Fact | None = None,
        begin_with: Mapping[str, Any] | None = None,
    ) -> None:
        """`begin_with` are answers that a new entry begins with, beside those of its kind."""
        self.around = around
        self.spot = spot
        self.fact = fact
        title = add_title(self.kind) if fact is None else correct_title(self.kind)
        super().__init__(around, title, self.whom(), title, parent=parent)
        self.today = around.today
        self.lay_out()
        self.sheet.end()
        self.sheet.fill({**self.start(), **(begin_with or {})} if fact is None else self.held(fact))
        self.settle()
        self.sheet.unfold_answers(self.start())
        self.begin()
        if first := self.sheet.first_empty() if fact is None else next(iter(self.sheet), None):
            first.field.take_focus()

    def lay_out(self) -> None:
        """Put the questions on the sheet."""
        raise NotImplementedError

    def start(self) -> dict[str, Any]:
        """What a new entry begins with."""
        return {}

    def settle(self) -> None:
        """Bring what depends on answers into line with those that stand there."""

    def beside(self, fact: Any) -> tuple[Fact, ...]:
        """What is added together with a new entry, in the same step."""
        return ()

    def belongs(self) -> dict[str, Any]:
        """What a new entry refers to."""
        return {"problem_id": self.spot.problem_id}

    @cached_property
    def timeline(self) -> Timeline:
        """The problem this is about, with all that is recorded."""
        assert self.spot.problem_id is not None
        return self.around.desk.review.timeline(self.spot.problem_id)

    @cached_property
    def patient(self) -> Patient | None:
        """The person this is about; None while a new one is being added."""
        if self.spot.problem_id is not None:
            return self.timeline.patient
        return None if self.spot.patient_id is None else self.around.desk.patients.get(self.spot.patient_id)

    @property
    def clinician(self) -> str:
        """Who most likely did or decided it: the clinic's clinician, else whoever writes."""
        desk = self.around.desk
        return desk.clinic().clinician or desk.bench.user

    def whom(self) -> str:
        """The line under the title: the person and, where it is about one, the problem with its side."""
        if self.patient is None:
            return ""
        if self.spot.problem_id is None:
            return f"{self.patient.name} · {day(self.patient.birth_date)}"
        return f"{self.patient.name} · {problem_name(self.timeline.problem)}"

    def held(self, fact: Fact) -> dict[str, Any]:
        """The answers that a fact gives."""
        return {field.name: getattr(fact, field.name) for field in fields(fact) if field.name in self.sheet}

    def fact_of(self, answers: dict[str, Any], new_id: int = 0) -> Fact:
        """The fact with these answers; raises Invalid for what it cannot hold."""
        if self.fact is not None:
            return replace(self.fact, **answers)
        return FACT_TYPES[self.kind](id=new_id, **self.belongs(), **answers)

    def as_typed(self, **instead: Any) -> Any:
        """The fact as far as it stands: refused answers are left out, `instead` stands in for needed ones."""
        answers = self._with_likely(self.sheet.answers(), instead)
        left_out: set[str] = set()
        while True:
            try:
                return self.fact_of(answers)
            except Invalid as invalid:
                name = self.place_of(invalid)
                if not name or name in left_out:
                    raise
                left_out.add(name)
                answers[name] = self._stand_in(name, instead)

    def keep(self) -> Change | None:
        record = self.around.desk.record
        if self.fact is None:
            new = self.fact_of(self.sheet.answers(), record.new_id())
            return record.add(new, *self.beside(new))
        corrected = self.fact_of(self.sheet.answers())
        return None if corrected == self.fact else record.correct(corrected, former=self.fact)

    def troubles(self) -> dict[str, str]:
        return self._refusals() | self.sheet.troubles()

    def trouble_of(self, name: str) -> str:
        return "" if self.sheet[name].is_empty() else self._refusals().get(name, "")

    def _refusals(self) -> dict[str, str]:
        """All that the fact would refuse, not only the first: what it refuses is taken out and it is asked again."""
        answers = self._with_likely(self.sheet.answers(), {})
        found: dict[str, str] = {}
        while True:
            try:
                not_in_future(self.fact_of(answers), self.today)
            except Invalid as invalid:
                name = self.place_of(invalid)
                if name in found or not name:
                    return found | {name: refusal(invalid)}
                found[name] = refusal(invalid)
                answers[name] = self._stand_in(name, {})
                continue
            return found

    def _with_likely(self, answers: dict[str, Any], instead: Mapping[str, Any]) -> dict[str, Any]:
        """The answers, with something the fact would take where a needed one is still missing."""
        missing = [ask for ask in self.sheet if ask.needed and ask.of_fact and answers[ask.name] in (None, "")]
        return answers | {ask.name: self._stand_in(ask.name, instead) for ask in missing}

    def _stand_in(self, name: str, instead: Mapping[str, Any]) -> Any:
        ask = self.sheet[name]
        return instead.get(name, ask.likely if ask.needed else ask.blank)
