"""The form of a conservative measure."""

from typing import Any

from cortitrack.domain.measure import KILOGRAM, Measure, MeasureKind
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, figure, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.figures import number
from cortitrack.words.tongue import t

_WORN = (MeasureKind.BRACE, MeasureKind.ORTHOTIC, MeasureKind.WALKING_AID)
_OF_WEIGHT = ("height_cm", "target")
_BMI = ("kind", "value", "unit", "height_cm")


class MeasureDialog(RecordDialog):
    """What was agreed or worn; of a weight the height and the target, from which the BMI is said."""

    kind = RecordKind.MEASURE

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(one_of("kind", t("Kind"), MeasureKind, needed=True))
        top.row(
            line("what", t("What was agreed or worn"), share=2), figure("hours_a_day", t("Hours a day"), decimals=1)
        )
        top.row(figure("value", t("Figure")), line("unit", t("Unit"), placeholder=t("Such as kg, or hours a day")))
        top.row(figure("height_cm", t("Height"), t("cm"), decimals=1), figure("target", t("Target"), t("kg")))
        self.bmi = top.note(tone="ink")
        top.row(
            day("on", t("From"), self.today, needed=True, stands=True),
            day("to_on", t("Until"), self.today, ahead=True, hint=t("Empty while it goes on")),
        )
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}

    def settle(self) -> None:
        kind = self.sheet.answer("kind")
        weighed = kind is MeasureKind.WEIGHT
        self.sheet["value"].reword(t("Weight") if weighed else t("Figure"))
        self.sheet.show_ask("what", not weighed or self._holds("what"))
        self.sheet.show_ask("hours_a_day", kind in _WORN or self._holds("hours_a_day"))
        for name in _OF_WEIGHT:
            self.sheet.show_ask(name, weighed or self._holds(name))
        typed = self.as_typed()
        assert isinstance(typed, Measure)
        bmi = typed.bmi if weighed else None
        self.bmi.setText("" if bmi is None else t("Body mass index: {bmi}", bmi=number(bmi)))
        self.bmi.setVisible(bmi is not None)

    def answer_changed(self, name: str) -> None:
        if name == "kind" and self.sheet.answer("kind") is MeasureKind.WEIGHT and not self.sheet.answer("unit"):
            self.sheet["unit"].fill(KILOGRAM)
        if name in _BMI:
            self.settle()

    def _holds(self, name: str) -> bool:
        return getattr(self.fact, name, None) not in (None, "")
