"""Opens forms; what they are made of is imported when the first one is wanted, since the window must open at once."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from cortitrack.domain.records import Fact, RecordKind
from cortitrack.ui.surroundings import Surroundings


class Form(Protocol):
    """A dialog that says with ``saved`` what was kept."""

    @property
    def saved(self) -> SignalInstance:
        """Carries the Change."""


def open_form(
    kind: RecordKind,
    around: Surroundings,
    *,
    parent: QWidget,
    patient_id: int | None = None,
    problem_id: int | None = None,
    injection_id: int | None = None,
    fact: Fact | None = None,
) -> Form:
    """Show the form of a kind; raises what `forms.opening.open_form` raises."""
    from cortitrack.ui.forms import opening

    return opening.open_form(
        kind,
        around,
        parent=parent,
        patient_id=patient_id,
        problem_id=problem_id,
        injection_id=injection_id,
        fact=fact,
    )


def open_clinic_form(around: Surroundings, *, parent: QWidget) -> Form:
    """Show the form of the clinic's own details."""
    from cortitrack.ui.forms import opening

    return opening.open_clinic_form(around, parent=parent)


def open_letter(around: Surroundings, problem_id: int, *, parent: QWidget) -> None:
    """Show the letter about a problem."""
    from cortitrack.ui.pages.letter import LetterDialog

    LetterDialog(around, problem_id, parent=parent).open()
