"""One rule of safety that speaks while an injection is typed: how loud, its numbers, its source, and the answer."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyAnswer, SafetyRule
from cortitrack.rules.alerts import Alert
from cortitrack.ui.forms.asks import Ask, prose
from cortitrack.ui.forms.sheet import Sheet
from cortitrack.ui.forms.tick import Tick
from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.label import Label
from cortitrack.words.safety_phrases import (
    alert_clears,
    alert_found,
    alert_source,
    alert_title,
    answer_asked,
    answer_words,
    rule_name,
)
from cortitrack.words.tongue import t

LOOKS = {
    AlertLevel.STOP: ("stop", "bad"),
    AlertLevel.ALERT: ("warn", "warn"),
    AlertLevel.INFO: ("info", "accent"),
}
_ICON = 18


class AlertCard(Card):
    """Keeps the reason that was typed while the rule speaks or not; a tick is for what was read when it was set."""

    def __init__(self, theme: Theme, sheet: Sheet, rule: SafetyRule, *, asks: bool) -> None:
        super().__init__(theme)
        self.rule, self.level = rule, AlertLevel.INFO
        self._sheet = sheet
        self._alerts: tuple[Alert, ...] = ()
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        self._picture = QLabel()
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._name = Label(bold=True, wrap=True)
        head.addWidget(self._name, 1)
        self.body.addLayout(head)
        self._said = QVBoxLayout()
        self._said.setSpacing(Space.TIGHT)
        self.body.addLayout(self._said)
        self.asks: tuple[Ask, ...] = ()
        if asks:
            self._ask()
        theme.changed.connect(self._draw)

    @property
    def why_name(self) -> str:
        """The question for the reason of an override."""
        return f"{self.rule.value}_why"

    @property
    def tick_name(self) -> str:
        """The question whether the alert was taken note of."""
        return f"{self.rule.value}_acknowledged"

    def say(self, alerts: Sequence[Alert], answered: Sequence[SafetyAnswer] = ()) -> None:
        """Show what the rule says, the loudest first, and ask for the answer that its loudness needs."""
        if tuple(alerts) != self._alerts:
            self._alerts, self.level = tuple(alerts), alerts[0].level
            self._say(answered)
            self._draw()
            if self.asks:
                self._sheet[self.tick_name].fill(None)
        self._show_asks(shown=True)
        self.setVisible(True)

    def fall_silent(self) -> None:
        """The rule does not speak any more; what was typed stays for when it does."""
        self._show_asks(shown=False)
        self.setVisible(False)

    def set_past(self, is_past: bool) -> None:
        """Offer the reason that an injection of an earlier day has."""
        if self.asks:
            self._given.setVisible(is_past and self.level is AlertLevel.STOP)

    def answer(self, new_id: int, injection_id: int, on: date, who: str, role: str, reader: str) -> SafetyAnswer:
        """The answer as it stands in the form: an override with name, role and reason, or the tick of who reads."""
        stopped = self.level is AlertLevel.STOP
        return SafetyAnswer(
            id=new_id,
            injection_id=injection_id,
            on=on,
            rule=self.rule,
            level=self.level,
            answer=Answer.OVERRIDDEN if stopped else Answer.ACKNOWLEDGED,
            who=who if stopped else reader,
            role=role if stopped else "",
            why=self._sheet.answer(self.why_name) if stopped else "",
        )

    def editors(self) -> Iterator[QWidget]:
        """What takes the keyboard, in reading order."""
        for ask in self.asks:
            yield ask.control.editor()
        if self.asks:
            yield self._given

    def _ask(self) -> None:
        about = rule_name(self.rule)
        stop = answer_asked(AlertLevel.STOP)
        why = prose(self.why_name, t("Reason for going on"), needed=True, of_fact=False, missing=stop)
        why.control.editor().setAccessibleName(t("Reason for going on, {rule}, needed", rule=about))
        tick = Ask(
            name=self.tick_name,
            words=t("Acknowledge {rule}", rule=about),
            control=Tick(t("Acknowledge")),
            needed=True,
            stands=True,
            of_fact=False,
            missing=answer_asked(AlertLevel.ALERT),
        )
        tick.field.label.setVisible(False)
        self.asks = (why, tick)
        for ask in self.asks:
            self.body.addWidget(ask.field)
            self._sheet.take(ask, ask.field, None)
        self._given = Button(t("Already given"), kind="quiet", tip=t("Fills in as the reason that it was given before"))
        self._given.clicked.connect(self._was_given)
        self._given.setVisible(False)
        self.body.addWidget(self._given, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_asks(self, *, shown: bool) -> None:
        if self.asks:
            self._sheet.show_ask(self.why_name, shown and self.level is AlertLevel.STOP)
            self._sheet.show_ask(self.tick_name, shown and self.level is AlertLevel.ALERT)

    def _say(self, answered: Sequence[SafetyAnswer]) -> None:
        while (item := self._said.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        self._name.setText(alert_title(self._alerts[0]))
        for alert in self._alerts:
            self._said.addWidget(Label(alert_found(alert), wrap=True))
            self._said.addWidget(Label(alert_clears(alert), size=Size.SMALL, tone="muted", wrap=True))
            self._said.addWidget(Label(alert_source(alert), size=Size.CAPTION, tone="muted", wrap=True))
        for answer in answered:
            self._said.addWidget(Label(answer_words(answer), size=Size.SMALL, tone="accent", wrap=True))
        self.setAccessibleName(alert_title(self._alerts[0]))
        self.setAccessibleDescription(" ".join(alert_found(alert) for alert in self._alerts))

    @Slot()
    def _was_given(self) -> None:
        self._sheet[self.why_name].fill(t("Already given"))

    @Slot()
    def _draw(self) -> None:
        icon, tone = LOOKS[self.level]
        self.set_stripe(tone)
        self._name.set_tone(tone)
        side = self._theme.px(_ICON)
        self._picture.setPixmap(self._theme.icon(icon, tone, _ICON).pixmap(side, side))
