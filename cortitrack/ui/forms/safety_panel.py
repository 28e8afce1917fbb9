"""Safety in the form of an injection: the ledger, each rule that speaks with its answer, and what is not known."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cortitrack.domain.injection import Injection
from cortitrack.domain.safety_answer import AlertLevel, SafetyAnswer, SafetyRule
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.alerts import Alert, Checked, Missing
from cortitrack.ui.announce import announce
from cortitrack.ui.forms.alert_card import AlertCard
from cortitrack.ui.forms.asks import line
from cortitrack.ui.forms.columns import Columns
from cortitrack.ui.forms.ledger_line import dose_line, joint_line
from cortitrack.ui.forms.sheet import Sheet
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Size, Space
from cortitrack.ui.widgets.fold import Fold
from cortitrack.ui.widgets.label import Label
from cortitrack.words.safety_phrases import alert_words, missing, missing_entry
from cortitrack.words.tongue import nt, t

WHO, ROLE = "safety_who", "safety_role"
_BEFORE = "note"


class SafetyPanel(QWidget):
    """Says what the rules say of the injection as it is typed; of one that is recorded it shows the answers it has."""

    def __init__(self, sheet: Sheet, around: Surroundings, timeline: Timeline, *, recorded: Injection | None) -> None:
        super().__init__()
        self._sheet, self._around, self._timeline, self._recorded = sheet, around, timeline, recorded
        self._problem = timeline.problem
        self._now = around.desk.safety.ledger(self._problem.id)
        self._checked: Checked | None = None
        self._cards: dict[SafetyRule, AlertCard] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        self.summary = Label(size=Size.TITLE, bold=True, wrap=True)
        self._ledger = Label(joint_line(self._problem, self._now), size=Size.SMALL, wrap=True)
        self._dose = Label(size=Size.SMALL, tone="muted", wrap=True)
        for label in (self.summary, self._ledger, self._dose):
            column.addWidget(label)
        self._stops, self._alerts, self._reminders = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        column.addLayout(self._stops)
        if recorded is None:
            column.addWidget(self._who())
        column.addLayout(self._alerts)
        column.addLayout(self._reminders)
        self.unknown = Fold(t("Not known"))
        self.unknown.body.setSpacing(Space.SMALL)
        column.addWidget(self.unknown)
        column.addStretch(1)
        for part in (self._stops, self._alerts, self._reminders):
            part.setSpacing(Space.SMALL)

    def look(self, typed: Injection, *, is_drug_known: bool = True) -> None:
        """Say what the rules say of it now; nothing of its drug while none is chosen."""
        safety = self._around.desk.safety
        checked = safety.check(self._problem.id, typed)
        if not is_drug_known:
            checked = replace(checked, alerts=tuple(alert for alert in checked.alerts if not _names_the_drug(alert)))
        is_dosed = typed.dose_mg is not None
        ledger = safety.ledger(self._problem.id, typed) if is_dosed else self._now
        self._dose.setText(dose_line(self._problem, ledger, with_this=is_dosed))
        is_past = typed.given_on < self._around.today
        if checked != self._checked:
            self._checked = checked
            self._show(checked)
        for card in self._cards.values():
            card.set_past(is_past)

    def waiting(self) -> tuple[str, str]:
        """What still has to be answered, in a few words with their tone; nothing where all is."""
        names = [name for card in self._speaking() for name in (card.why_name, card.tick_name) if name in self._sheet]
        open_ones = [name for name in names if self._asked(name) and self._sheet[name].is_empty()]
        stops = sum(name.endswith("_why") for name in open_ones)
        alerts = len(open_ones) - stops
        parts = [
            nt("{n} stop", "{n} stops", stops) if stops else "",
            nt("{n} alert", "{n} alerts", alerts) if alerts else "",
        ]
        found = ", ".join(part for part in parts if part)
        return (t("⚠ To answer: {found}", found=found) if found else "", "bad" if stops else "warn")

    def answers(self, injection_id: int, new_id: Callable[[], int]) -> tuple[SafetyAnswer, ...]:
        """The answers as they stand in the form, one for each rule that asks for one."""
        who, role = self._sheet.answer(WHO), self._sheet.answer(ROLE)
        reader, today = self._around.desk.bench.user, self._around.today
        return tuple(card.answer(new_id(), injection_id, today, who, role, reader) for card in self._speaking())

    def _speaking(self) -> list[AlertCard]:
        checked = self._checked
        rules = () if checked is None else (*checked.stops, *checked.to_acknowledge)
        return [self._cards[rule] for rule in rules]

    def _asked(self, name: str) -> bool:
        return not self._sheet[name].field.isHidden()

    def _show(self, checked: Checked) -> None:
        for rule in (*checked.stops, *checked.to_acknowledge):
            if rule not in self._cards:
                asks = self._recorded is None
                self._cards[rule] = AlertCard(self._around.theme, self._sheet, rule, asks=asks)
        for place, rules in ((self._stops, checked.stops), (self._alerts, checked.to_acknowledge)):
            for rule in rules:
                place.addWidget(self._cards[rule])
                self._cards[rule].say(_loud(checked.of(rule)), self._answered(rule))
        for rule, card in self._cards.items():
            if rule not in checked.stops and rule not in checked.to_acknowledge:
                card.fall_silent()
        if self._recorded is None:
            self._sheet.show_ask(WHO, bool(checked.stops))
            self._sheet.show_ask(ROLE, bool(checked.stops))
            self._put_in_order()
        self._show_quiet(checked)
        self.summary.setText(summary(checked))
        announce(self, self.summary.text())

    def _answered(self, rule: SafetyRule) -> Sequence[SafetyAnswer]:
        if self._recorded is None:
            return ()
        answers = self._timeline.safety_answers
        return [one for one in answers if one.rule is rule and one.injection_id == self._recorded.id]

    def _show_quiet(self, checked: Checked) -> None:
        """Reminders in small, and under the fold what would decide the rules that could not be."""
        loud = {*checked.stops, *checked.to_acknowledge}
        quiet = [alert for alert in checked.alerts if alert.level is AlertLevel.INFO and alert.rule not in loud]
        _refill(self._reminders, [alert_words(alert) for alert in quiet])
        _refill(self.unknown.body, [_missing(one) for one in checked.missing])
        self.unknown.setVisible(bool(checked.missing))

    def _who(self) -> QWidget:
        """Who goes on in spite of a stop: asked once for all stops."""
        row = QWidget()
        columns = Columns()
        row.setLayout(columns)
        for ask in (
            line(WHO, t("Overridden by"), needed=True, of_fact=False, missing=t("Name who overrides.")),
            line(
                ROLE,
                t("Role"),
                needed=True,
                of_fact=False,
                missing=t("Name the role."),
                placeholder=t("Such as treating physician"),
            ),
        ):
            columns.add(ask.field, ask.share, ask.letters)
            self._sheet.take(ask, row, None)
        return row

    def _put_in_order(self) -> None:
        """Questions that came late are walked through and answered where they stand."""
        speaking = self._speaking()
        stops = [card for card in speaking if card.level is AlertLevel.STOP]
        rest = [card for card in speaking if card.level is not AlertLevel.STOP]
        who = (WHO, ROLE)
        names = [ask.name for card in stops for ask in card.asks]
        names += [*who, *(ask.name for card in rest for ask in card.asks)]
        self._sheet.follow(_BEFORE, names)
        chain = [self._sheet[_BEFORE].control.editor(), *(one for card in stops for one in card.editors())]
        chain += [self._sheet[name].control.editor() for name in who]
        chain += [one for card in rest for one in card.editors()]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)


def summary(checked: Checked) -> str:
    """Safety: 1 stop, 2 alerts, 1 reminder."""
    stops, alerts = len(checked.stops), len(checked.to_acknowledge)
    reminders = len({alert.rule for alert in checked.alerts} - {*checked.stops, *checked.to_acknowledge})
    parts = [
        nt("{n} stop", "{n} stops", stops) if stops else "",
        nt("{n} alert", "{n} alerts", alerts) if alerts else "",
        nt("{n} reminder", "{n} reminders", reminders) if reminders else "",
    ]
    found = ", ".join(part for part in parts if part)
    return t("Safety: {found}", found=found) if found else t("Safety: no rule speaks against what is recorded")


def _loud(alerts: Sequence[Alert]) -> list[Alert]:
    """What a rule says aloud; its reminders too, after it."""
    return sorted(alerts, key=lambda alert: list(AlertLevel).index(alert.level))


def _names_the_drug(alert: Alert) -> bool:
    return alert.rule is SafetyRule.S24 and alert.found.get("to") == "steroid"


def _missing(one: Missing) -> str:
    return " ".join(part for part in (missing(one), missing_entry(one)) if part)


def _refill(column: QVBoxLayout, lines: Sequence[str]) -> None:
    while (item := column.takeAt(0)) is not None:
        if (former := item.widget()) is not None:
            former.hide()
            former.deleteLater()
    for text in lines:
        column.addWidget(Label(text, size=Size.SMALL, tone="muted", wrap=True))
