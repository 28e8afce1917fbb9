"""The screen for red flags: every sign present, absent or not asked, on one form and in one step."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.services.changes import Change
from cortitrack.ui.forms.asks import day, line, prose, yes_no_open
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.flow import Flow
from cortitrack.words.labels import heading, label
from cortitrack.words.tongue import t

_ABOUT = ("on", "by", "note")
GROUPS: Mapping[str, tuple[RedFlagKind, ...]] = {
    "Infection": (RedFlagKind.SEPTIC_JOINT, RedFlagKind.FEVER, RedFlagKind.HOT_SWOLLEN_JOINT),
    "Spine and nerves": (
        RedFlagKind.SADDLE_NUMBNESS,
        RedFlagKind.BLADDER_BOWEL_SEXUAL,
        RedFlagKind.BILATERAL_SCIATICA,
        RedFlagKind.PROGRESSIVE_DEFICIT,
        RedFlagKind.MYELOPATHY,
    ),
    "Tumour and fracture": (
        RedFlagKind.NIGHT_PAIN,
        RedFlagKind.WEIGHT_LOSS,
        RedFlagKind.SUSPECTED_FRACTURE,
        RedFlagKind.UNEXPLAINED_MASS,
    ),
    "Tendon and fascia": (RedFlagKind.PLANTAR_RUPTURE, RedFlagKind.ACUTE_CUFF_TEAR),
}


class RedFlagScreenDialog(RecordDialog):
    """What was not asked stays unknown; only what was answered is recorded, absence too."""

    kind = RecordKind.RED_FLAG

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(day("on", t("Looked for on"), self.today, needed=True, stands=True), line("by", t("By")))
        for title, flags in GROUPS.items():
            top.heading(t(title))
            for flag in flags:
                words = heading(label(flag))
                top.row(yes_no_open(flag.value, words, t("Present"), t("Absent"), of_fact=False))
        top.add(self._rest())
        top.row(prose("note", t("Note"), hint=t("It is kept with every sign that is present, or else with the first.")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.clinician}

    def troubles(self) -> dict[str, str]:
        found = super().troubles()
        if not found and not self._flags(lambda: 0):
            found[RedFlagKind.SEPTIC_JOINT] = t("No sign is answered yet. Say of one at least whether it was there.")
        return found

    def keep(self) -> Change | None:
        return self.around.desk.record.add(*self._flags(self.around.desk.record.new_id))

    def fact_of(self, answers: dict[str, Any], new_id: int = 0) -> Any:
        asked = {name: answers[name] for name in _ABOUT}
        return RedFlag(id=new_id, **self.belongs(), flag=RedFlagKind.FEVER, present=False, **asked)

    def _flags(self, new_id: Any) -> tuple[RedFlag, ...]:
        """One entry for each sign that was answered."""
        answers = {flag: self.sheet.answer(flag.value) for flag in RedFlagKind}
        known = {flag: there for flag, there in answers.items() if there is not None}
        asked = {name: self.sheet.answer(name) for name in _ABOUT}
        noted = [flag for flag, there in known.items() if there] or list(known)[:1]
        found = []
        for flag, there in known.items():
            said = asked if flag in noted else asked | {"note": ""}
            found.append(RedFlag(id=new_id(), **self.belongs(), flag=flag, present=there, **said))
        return tuple(found)

    def _rest(self) -> QWidget:
        side = QWidget()
        flow = Flow(side)
        self.rest = Button(t("All others absent"), kind="quiet", tip=t("They were asked, and none of them was there"))
        self.rest.clicked.connect(self._all_others_absent)
        flow.addWidget(self.rest)
        return side

    @Slot()
    def _all_others_absent(self) -> None:
        for flag in RedFlagKind:
            if self.sheet.answer(flag.value) is None:
                self.sheet[flag.value].fill(False)
