"""Notes new values one by one, each refused at its field where it cannot stand, then asks for the reason."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cortitrack.domain.errors import Invalid
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.threshold import Threshold
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.field import Field
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.ui.widgets.number_field import NumberField
from cortitrack.ui.widgets.text_field import LongTextField
from cortitrack.words.figures import number
from cortitrack.words.labels import field_name, heading, label
from cortitrack.words.phrases import refusal
from cortitrack.words.threshold_names import decimals, for_people, for_rules
from cortitrack.words.tongue import nt, t


class RuleSetEditor(Card):
    """``noted`` when a value is noted; ``asked`` carries the clinic's own values and the reason."""

    noted = Signal()
    asked = Signal(object, str)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, t("Number"), parent=parent)
        self._rules = RuleSet()
        self._threshold: Threshold | None = None
        self._pending: dict[str, int] = {}
        self._place_number()
        self.body.addStretch(1)
        self.body.addWidget(rule())
        self._place_reason()

    def _place_number(self) -> None:
        self.about = Label(size=Size.SMALL, tone="muted", wrap=True)
        self.number = NumberField(decimals=2)
        self.number.editor().returnPressed.connect(self.note)
        self.value = Field(t("This clinic’s value"), self.number)
        self.note_button = Button(t("Note this value"))
        self.note_button.clicked.connect(self.note)
        self.default_button = Button(t("Back to the default"), kind="quiet")
        self.default_button.clicked.connect(self._to_default)
        verbs = QHBoxLayout()
        verbs.setSpacing(Space.SMALL)
        verbs.addWidget(self.note_button)
        verbs.addWidget(self.default_button)
        verbs.addStretch(1)
        self.body.addWidget(self.about)
        self.body.addWidget(self.value)
        self.body.addLayout(verbs)

    def _place_reason(self) -> None:
        self.state = Label(bold=True, wrap=True)
        self.why = Field(t("Reason for the change"), LongTextField(rows=3), needed=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(t("Judging anew"))
        self.bar.setVisible(False)
        self.go_button = Button(t("Put in force and judge anew"), kind="primary")
        self.go_button.clicked.connect(self.ask)
        self.drop_button = Button(t("Drop the notes"), kind="quiet")
        self.drop_button.clicked.connect(self._drop)
        self.stop_button = Button(t("Stop"), kind="quiet")
        self.stop_button.clicked.connect(self.cancelled)
        self.stop_button.setVisible(False)
        kept = t("Letters keep the version under which they were written.")
        for part in (self.state, self.why, Label(kept, size=Size.SMALL, tone="muted", wrap=True), self.bar):
            self.body.addWidget(part)
        for button in (self.go_button, self.drop_button, self.stop_button):
            self.body.addWidget(button)

    def begin(self, rules: RuleSet, *, writing: bool) -> None:
        """Start from this rule set."""
        self._rules = rules
        for part in (self.value, self.why, self.note_button, self.default_button):
            part.setEnabled(writing)
        if self._threshold is not None:
            self.show_number(self._threshold)
        self._say_state()

    def pending(self) -> Mapping[str, int]:
        """What is noted and not yet in force."""
        return self._pending

    def show_number(self, threshold: Threshold) -> None:
        """Show one number to change it."""
        self._threshold = threshold
        self.set_title(heading(field_name(threshold.key)))
        low, high, default = (
            number(for_people(threshold.unit, n)) for n in (threshold.low, threshold.high, threshold.default)
        )
        said = t("Default {default}, possible {low} to {high}.", default=default, low=low, high=high)
        source = t("Source: {source}.", source=threshold.source)
        self.about.setText(f"{said} {source}")
        self.number.set_unit(label(threshold.unit))
        self.number.set_value(for_people(threshold.unit, self._now(threshold)))
        self.value.clear_error()

    def take_focus(self) -> None:
        """Bring the keyboard to the value."""
        self.value.take_focus()

    @Slot()
    def note(self) -> None:
        """Note the value that is typed, or say at the field why it cannot stand."""
        one = self._threshold
        if one is None or not self.value.check():
            return
        typed = self.number.value()
        if typed is None:
            self.value.show_error(t("Write a figure."))
        elif typed != round(typed, decimals(one.unit)):
            self.value.show_error(t("At most {n} decimals here.", n=decimals(one.unit)))
        else:
            self._note(one, for_rules(one.unit, typed))

    def _note(self, one: Threshold, value: int) -> None:
        wanted = {**self._pending, one.key: value}
        if not one.low <= value <= one.high:
            low, high = (number(for_people(one.unit, n)) for n in (one.low, one.high))
            self.value.show_error(t("Possible are {low} to {high}.", low=low, high=high))
            return
        try:
            RuleSet(own=tuple(self._own(wanted).items()))
        except Invalid as invalid:
            self.value.show_error(refusal(invalid))
            return
        if value == self._rules.values[one.key]:
            wanted.pop(one.key)
        self._pending = wanted
        self._say_state()
        self.noted.emit()

    @Slot()
    def _to_default(self) -> None:
        if self._threshold is not None:
            self.number.set_value(for_people(self._threshold.unit, self._threshold.default))
            self._note(self._threshold, self._threshold.default)

    @Slot()
    def ask(self) -> None:
        """Ask to put what is noted in force; without a reason nothing happens but that it is asked for."""
        why = self.why.control.value()
        if not why:
            self.why.show_error(t("A number is only changed with a reason."))
            self.why.take_focus()
            return
        self.asked.emit(self._own(self._pending), why)

    def forget(self) -> None:
        """What was noted is in force now."""
        self._pending = {}
        self.why.control.set_value("")
        self.why.clear_error()

    @Slot()
    def _drop(self) -> None:
        self.forget()
        self._say_state()
        if self._threshold is not None:
            self.show_number(self._threshold)
        self.noted.emit()

    def set_working(self, working: bool) -> None:
        """Show that everything is being judged anew."""
        self.bar.setRange(0, 0)
        self.bar.setVisible(working)
        self.stop_button.setVisible(working)
        for button in (self.go_button, self.drop_button):
            button.setVisible(not working)
        for part in (self.value, self.why, self.note_button, self.default_button):
            part.setEnabled(not working)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """How far the judging is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _now(self, threshold: Threshold) -> int:
        return self._pending.get(threshold.key, self._rules.values[threshold.key])

    def _own(self, pending: Mapping[str, int]) -> dict[str, int]:
        """The clinic's own values with the notes over them; what is the default again is no own value."""
        from_now = {**dict(self._rules.own), **pending}
        defaults = RuleSet().values
        return {key: value for key, value in from_now.items() if value != defaults[key]}

    def _say_state(self) -> None:
        count = len(self._pending)
        said = nt("{n} number noted, not yet in force", "{n} numbers noted, not yet in force", count)
        self.state.setText(said if count else t("Nothing is noted."))
        for button in (self.go_button, self.drop_button):
            button.setEnabled(bool(count))
