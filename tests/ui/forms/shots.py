"""Paints every form in light and dark, empty, filled and wrong, at ordinary and double text size.

Run as a script with the folder to write to.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from cortitrack.domain.records import RecordKind
from cortitrack.ui.background import Background
from cortitrack.ui.forms.form_dialog import FormDialog
from cortitrack.ui.forms.opening import open_clinic_form, open_form
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.forms.repeat_strip import RepeatStrip
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Appearance, Theme
from tests.ui.forms.fingers import paste
from tests.ui.forms.harbour import clinic, surroundings

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"
LOOKS = [(appearance, scale) for scale in (1.0, 2.0) for appearance in (Appearance.LIGHT, Appearance.DARK)]
WRONG = {
    RecordKind.INJECTION: {"given_on": "03/04/2026", "dose_mg": "2000", "expires_on": "soon"},
    RecordKind.PAIN_SCORE: {"on": "tomorrow", "at": "25:00"},
    RecordKind.PATIENT: {"birth_date": "4.3.68"},
    RecordKind.THERAPY_SESSION: {"adherence_percent": "120"},
    RecordKind.MEDICATION: {"to_on": "-30"},
}


def type_wrong(dialog: RecordDialog) -> None:
    """Type what cannot stand and save."""
    for name, text in WRONG.get(dialog.kind, {}).items():
        paste(dialog, name, text)
    dialog.save()


def states(kind: RecordKind, around: Surroundings, window: QWidget) -> list[tuple[str, RecordDialog]]:
    """The form empty, and with everything wrong."""
    where: dict[str, Any] = {
        "problem_id": 2,
        "patient_id": 1,
        "injection_id": 4 if kind is RecordKind.OVERRIDE else None,
    }
    if kind is RecordKind.PATIENT:
        where = {}
    if kind is RecordKind.PROBLEM:
        where = {"patient_id": 1}
    if kind is RecordKind.INJECTION:
        fact = around.desk.review.fact(kind, 4)
        shoulder = open_form(kind, around, parent=window, problem_id=3)
        strip = shoulder.findChild(RepeatStrip)
        assert strip is not None
        strip.button.click()
        return [
            ("empty", open_form(kind, around, parent=window, problem_id=2)),
            ("asked", shoulder),
            ("correct", open_form(kind, around, parent=window, fact=fact)),
            ("wrong", open_form(kind, around, parent=window, problem_id=3)),
        ]
    found = [("empty", open_form(kind, around, parent=window, **where))]
    if kind is RecordKind.PAIN_SCORE:
        visual = open_form(kind, around, parent=window, **where)
        visual.sheet.fill({"scale": "vas", "on": date(2026, 1, 12)})
        visual.reject()
        found.append(("day0", visual))
    if kind is RecordKind.PATIENT:
        twin = open_form(kind, around, parent=window)
        twin.sheet.fill({"family_name": "Alvarez-Quinn", "given_name": "Marta", "birth_date": date(1968, 3, 4)})
        twin.save()
        found.append(("twin", twin))
    found.append(("wrong", open_form(kind, around, parent=window, **where)))
    return found


def main(folder: Path) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application, ICONS)
    with tempfile.TemporaryDirectory() as place:
        around = surroundings(clinic(Path(place)), theme, Background())
        for appearance, scale in LOOKS:
            theme.set_appearance(appearance)
            theme.set_text_scale(scale)
            for mirrored in (False, True):
                if mirrored and (scale > 1 or appearance is Appearance.DARK):
                    continue
                way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
                application.setLayoutDirection(way)
                paint(folder, around, f"{appearance.value}-{int(scale * 100)}{'-rtl' if mirrored else ''}", application)
        around.background.finish()
        around.desk.close()


def paint(folder: Path, around: Surroundings, look: str, application: QApplication) -> None:
    """Every form in one look."""
    window = QWidget()
    shown = [(f"{kind.value}-{state}", dialog) for kind in RecordKind for state, dialog in states(kind, around, window)]
    for name, dialog in shown:
        if name.endswith("-wrong"):
            type_wrong(dialog)
    every: list[tuple[str, FormDialog]] = [*shown, ("clinic", open_clinic_form(around, parent=window))]
    for name, form in every:
        for _ in range(6):
            application.processEvents()
        form.grab().save(str(folder / f"{name}-{look}.png"))
        form.hide()
    window.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
