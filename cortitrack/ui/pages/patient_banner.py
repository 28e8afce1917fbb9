"""Who this is, and what to beware of: the line at the head of a patient's page that never scrolls away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.patient import Patient
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.ui.marking import mark
from cortitrack.ui.theme import Size, Space
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.chip import Chip, ChipRow
from cortitrack.ui.widgets.label import Label
from cortitrack.words.figures import age, day
from cortitrack.words.labels import heading, label
from cortitrack.words.phrases import entry_value, entry_what
from cortitrack.words.tongue import nt, t

_LONGEST = 90
_LONG_NAME = 80
_AT_MOST = 8
_RISKY = (MedicationClass.ANTICOAGULANT, MedicationClass.CYP3A4_INHIBITOR)


class PatientBanner(QWidget):
    """``edit_asked`` to correct the person's own record, ``risk_asked`` to add what makes an injection riskier."""

    edit_asked = Signal()
    risk_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        self.name = Label(size=Size.HEADLINE, bold=True, wrap=True, selectable=True)
        self.name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.details = Label(tone="muted", wrap=True, selectable=True)
        self.details.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.details.setContentsMargins(0, 0, 0, 3)
        self._words = QHBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self.name)
        self._words.addWidget(self.details, 1, Qt.AlignmentFlag.AlignBottom)
        row.addLayout(self._words, 1)
        self.risk_button = Button(t("+ Risk"), kind="quiet", tip=t("Record what makes an injection riskier"))
        self.risk_button.clicked.connect(self.risk_asked)
        row.addWidget(self.risk_button, 0, Qt.AlignmentFlag.AlignTop)
        self.edit_button = Button(t("Edit person"), kind="quiet")
        self.edit_button.clicked.connect(self.edit_asked)
        row.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.chips = ChipRow()
        column.addWidget(self.chips)

    def show_patient(
        self, patient: Patient, medications: Iterable[Medication], risks: Iterable[Risk], today: date
    ) -> None:
        """Say who it is and what is known that makes an injection risky."""
        self.name.setText(patient.name)
        mark(self.name, "type", "headline" if len(patient.name) <= _LONG_NAME else "title")
        self.details.setText(_details(patient, today))
        self.setAccessibleName(patient.name)
        self.setAccessibleDescription(self.details.text())
        self.chips.show_chips(_chips(patient, medications, risks, today))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Name and details share a line where they fit, else each has its own."""
        needed = sum(label.fontMetrics().horizontalAdvance(label.text()) for label in (self.name, self.details))
        verbs = sum(button.sizeHint().width() for button in (self.risk_button, self.edit_button))
        side_by_side = needed + verbs + 4 * Space.HUGE < self.width()
        self.name.setWordWrap(not side_by_side)
        self._words.setSpacing(Space.MEDIUM if side_by_side else 0)
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        self._words.setDirection(direction)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.name.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def _details(patient: Patient, today: date) -> str:
    parts = [day(patient.birth_date), age(patient.age_on(today))]
    if patient.sex is not None:
        parts.append(label(patient.sex))
    if patient.record_number:
        parts.append(t("No. {number}", number=patient.record_number))
    if patient.phone:
        parts.append(patient.phone)
    return " · ".join(parts)


def _chips(patient: Patient, medications: Iterable[Medication], risks: Iterable[Risk], today: date) -> list[Chip]:
    held = [risk for risk in risks if risk.holds_on(today)]
    chips = [_chip(t("Allergy: {what}", what=what), "bad") for what in _parts(patient.allergies)]
    chips += [_chip(_risk(risk), "bad") for risk in held if risk.kind is RiskKind.ALLERGY]
    if not chips:
        chips.append(Chip(t("Allergies: none recorded"), "muted"))
    chips += [_chip(_risk(risk), "warn") for risk in held if risk.kind is not RiskKind.ALLERGY]
    chips += [_chip(what, "warn") for what in _parts(patient.conditions)]
    for medication in medications:
        if medication.medication_class in _RISKY and _is_taken(medication, today):
            kind = heading(label(medication.medication_class))
            chips.append(_chip(t("{kind}: {drug}", kind=kind, drug=medication.drug), "warn"))
    if len(chips) <= _AT_MOST:
        return chips
    rest = chips[_AT_MOST:]
    said = "\n".join(chip.toolTip() or chip.text() for chip in rest)
    return [*chips[:_AT_MOST], Chip(nt("{n} more", "{n} more", len(rest)), "warn", tip=said)]


def _risk(risk: Risk) -> str:
    """Diabetes · HbA1c 7.2 %."""
    measured = entry_value(replace(risk, to_on=None))
    return " · ".join(part for part in (heading(entry_what(risk)), measured) if part)


def _chip(text: str, tone: str) -> Chip:
    if len(text) <= _LONGEST:
        return Chip(text, tone)
    return Chip(text[: _LONGEST - 1].rstrip() + "…", tone, tip=text)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _is_taken(medication: Medication, today: date) -> bool:
    return medication.from_on <= today and (medication.to_on is None or medication.to_on >= today)
