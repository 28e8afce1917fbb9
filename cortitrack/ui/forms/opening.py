"""The one door to every form: which kind, about whom, and whether to add or to correct."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from cortitrack.domain.injection import Injection
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.ui.forms.clinic import ClinicDialog
from cortitrack.ui.forms.consultation import ConsultationDialog
from cortitrack.ui.forms.exercise import ExerciseDialog
from cortitrack.ui.forms.function_mark import FunctionMarkDialog
from cortitrack.ui.forms.imaging import ImagingDialog
from cortitrack.ui.forms.impression import ImpressionDialog
from cortitrack.ui.forms.incident import IncidentDialog
from cortitrack.ui.forms.injection import InjectionDialog
from cortitrack.ui.forms.instrument_total import InstrumentTotalDialog
from cortitrack.ui.forms.measure import MeasureDialog
from cortitrack.ui.forms.medication import MedicationDialog
from cortitrack.ui.forms.motion import MotionDialog
from cortitrack.ui.forms.override import OverrideDialog
from cortitrack.ui.forms.pain_score import PainScoreDialog
from cortitrack.ui.forms.pathway_item import PathwayItemDialog
from cortitrack.ui.forms.pathway_move import PathwayMoveDialog
from cortitrack.ui.forms.patient import PatientDialog
from cortitrack.ui.forms.problem import ProblemDialog
from cortitrack.ui.forms.procedure import ProcedureDialog
from cortitrack.ui.forms.reassessment import ReassessmentDialog
from cortitrack.ui.forms.record_dialog import RecordDialog, Spot
from cortitrack.ui.forms.red_flag import RedFlagDialog
from cortitrack.ui.forms.red_flag_screen import RedFlagScreenDialog
from cortitrack.ui.forms.risk import RiskDialog
from cortitrack.ui.forms.safety_answer import SafetyAnswerDialog
from cortitrack.ui.forms.surgery import SurgeryDialog
from cortitrack.ui.forms.talk import TalkDialog
from cortitrack.ui.forms.therapy_plan import TherapyPlanDialog
from cortitrack.ui.forms.therapy_session import TherapySessionDialog
from cortitrack.ui.surroundings import Surroundings

FORMS: dict[RecordKind, type[RecordDialog]] = {
    form.kind: form
    for form in (
        PatientDialog,
        ProblemDialog,
        InjectionDialog,
        PainScoreDialog,
        ImpressionDialog,
        InstrumentTotalDialog,
        TherapySessionDialog,
        ProcedureDialog,
        SurgeryDialog,
        MedicationDialog,
        MeasureDialog,
        ImagingDialog,
        IncidentDialog,
        OverrideDialog,
        ReassessmentDialog,
        PathwayItemDialog,
        PathwayMoveDialog,
        TherapyPlanDialog,
        ExerciseDialog,
        MotionDialog,
        ConsultationDialog,
        TalkDialog,
        FunctionMarkDialog,
        RiskDialog,
        RedFlagDialog,
        SafetyAnswerDialog,
    )
}
ADDING: dict[RecordKind, type[RecordDialog]] = FORMS | {RecordKind.RED_FLAG: RedFlagScreenDialog}


def open_form(
    kind: RecordKind,
    around: Surroundings,
    *,
    parent: QWidget,
    patient_id: int | None = None,
    problem_id: int | None = None,
    injection_id: int | None = None,
    fact: Fact | None = None,
    begin_with: Mapping[str, Any] | None = None,
) -> RecordDialog:
    """Show the form of a kind above its window: to correct `fact` where it is given, else to add.

    `begin_with` are answers that a new entry begins with, such as the item of the pathway that was chosen.

    Raises:
        Invalid: the person, problem or injection it is opened for is not recorded (any more).
        StorageTrouble: the clinic's file cannot be read.
    """
    spot = _spot(around, Spot(patient_id=patient_id, problem_id=problem_id, injection_id=injection_id), fact)
    forms = ADDING if fact is None else FORMS
    dialog = forms[kind](around, spot, parent=parent, fact=fact, begin_with=begin_with)
    dialog.open()
    return dialog


def open_clinic_form(around: Surroundings, *, parent: QWidget) -> ClinicDialog:
    """Show the form of the clinic's own details."""
    dialog = ClinicDialog(around, parent=parent)
    dialog.open()
    return dialog


def _spot(around: Surroundings, given: Spot, fact: Fact | None) -> Spot:
    """Where a fact belongs says the fact itself; what it does not say was given."""
    patient_id = getattr(fact, "patient_id", None) or given.patient_id
    problem_id = getattr(fact, "problem_id", None) or given.problem_id
    injection_id = getattr(fact, "injection_id", None) or given.injection_id
    if problem_id is None and injection_id is not None:
        injection = around.desk.review.fact(RecordKind.INJECTION, injection_id)
        assert isinstance(injection, Injection)
        problem_id = injection.problem_id
    return Spot(patient_id=patient_id, problem_id=problem_id, injection_id=injection_id)
