"""The stops of the tour about what comes next, and about safety: strip, checklist, ledger, safety panel, rule set."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.domain.procedure import Procedure, ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.risk import MEASURED, Risk, RiskKind
from cortitrack.rules.ruleset import BY_KEY
from cortitrack.ui.forms.opening import open_form
from cortitrack.ui.pages.rule_set import RuleSetPage
from cortitrack.ui.pages.stage_panel import StagePanel
from cortitrack.ui.tour_stops import Album

_LONG = "A reason that somebody wrote at length, with what was tried, what the patient said, and why it was left. " * 4


def pathway_stops(album: Album) -> None:
    """What comes next for the person of the first visit, whose injection failed."""
    page, desk, today = album.person(), album.around.desk, album.around.today
    problem_id = page.problem_id
    assert problem_id is not None
    _keep(album, "pathway-suggested")
    desk.pathway.move(problem_id, Stage.REASSESS, "The relief did not last.", on=today - timedelta(20))
    for item in (Item.DIAGNOSIS, Item.IMAGING_REVIEW, Item.REFERRED_PAIN):
        desk.pathway.set_item(problem_id, item, ItemState.DONE, on=today - timedelta(14))
    desk.pathway.set_item(problem_id, Item.TECHNIQUE_TARGET, ItemState.NOT_NEEDED, "The image of the needle is kept.")
    desk.record.add(*_later(album, problem_id))
    _keep(album, "pathway-strip")
    _panel(album, Stage.REASSESS, "pathway-checklist", Item.INFLAMMATION)
    _panel(album, Stage.CONSERVATIVE, "pathway-hints")
    _panel(album, Stage.SURGICAL, "pathway-criteria")
    for fold, name in ((page.beside.ledger, "ledger"), (page.beside.after, "after-procedures")):
        fold.set_open(True)
        _keep(album, name)
        fold.set_open(False)
    page.chart.totals_button.click()
    _keep(album, "questionnaire")
    page.chart.totals_button.click()
    _safety(album, "safety-panel")
    flag: dict[str, Any] = {"problem_id": problem_id, "on": today, "flag": RedFlagKind.SEPTIC_JOINT, "present": True}
    desk.record.add(RedFlag(id=desk.record.new_id(), **flag))
    _keep(album, "red-flag")
    rule_set_stop(album)


def _keep(album: Album, name: str) -> None:
    album.camera.rest()
    album.window.toast.setVisible(False)
    album.page(name)


def _later(album: Album, problem_id: int) -> list[Any]:
    new, today = album.around.desk.record.new_id, album.around.today
    totals = [
        InstrumentTotal(
            id=new(),
            problem_id=problem_id,
            on=today - timedelta(days),
            instrument="oks",
            total=Decimal(total),
        )
        for days, total in ((86, 20), (45, 28), (3, 22))
    ]
    block = Procedure(
        id=new(),
        problem_id=problem_id,
        on=today - timedelta(12),
        kind=ProcedureKind.NERVE_BLOCK,
        nerve="genicular",
        relief_percent=Decimal(60),
    )
    return [*totals, block]


def _panel(album: Album, stage: Stage, name: str, item: Item | None = None) -> None:
    page = album.person()
    page.open_stage(stage)
    album.camera.rest()
    panel = next(one for one in page.findChildren(StagePanel) if one.isVisible())
    if item is not None:
        panel.rows[item].set_button.click()
    album.camera.keep(panel, name)
    panel.done(0)
    album.camera.rest()


def _safety(album: Album, name: str) -> None:
    page = album.person()
    spot: dict[str, Any] = {"patient_id": page.patient_id, "problem_id": page.problem_id}
    dialog = open_form(RecordKind.INJECTION, album.around, parent=album.window, **spot)
    dialog.sheet.fill({"drug": Drug.TRIAMCINOLONE_ACETONIDE, "dose_mg": Decimal(90), "baseline": 70})
    album.camera.rest()
    dialog.save()
    album.camera.keep(dialog, name)
    dialog.done(0)


def rule_set_stop(album: Album) -> None:
    """Every number, one noted, one refused."""
    album.navigator.show_rule_set()
    page = album.navigator.rules
    assert isinstance(page, RuleSetPage)
    _keep(album, "rule-set")
    for key, value in (("interval_alert_days", 100), ("inr_alert_above", 500)):
        page.choose(BY_KEY[key])
        page.editor.number.set_value(value)
        page.editor.note()
    _keep(album, "rule-set-noted")


def overfull_pathway(album: Album) -> None:
    """The person with everything: every risk, every red flag, six injections, reasons without end."""
    page, desk, today = album.person(), album.around.desk, album.around.today
    patient_id, problem_id, new = page.patient_id, page.problem_id, desk.record.new_id
    assert patient_id is not None
    assert problem_id is not None
    value: dict[RiskKind, Any] = {kind: {"value": Decimal(8)} for kind in MEASURED}
    since: dict[str, Any] = {"patient_id": patient_id, "from_on": today - timedelta(300)}
    risks = [Risk(id=new(), kind=kind, **since, **value.get(kind, {})) for kind in RiskKind]
    seen: dict[str, Any] = {"problem_id": problem_id, "on": today - timedelta(1), "present": True, "note": _LONG}
    flags = [RedFlag(id=new(), flag=flag, **seen) for flag in RedFlagKind]
    what: dict[str, Any] = {"problem_id": problem_id, "drug": Drug.METHYLPREDNISOLONE_ACETATE, "dose_mg": Decimal(80)}
    given = [Injection(id=new(), given_on=today - timedelta(40 * n + 4), **what) for n in range(6)]
    desk.record.add(*risks, *flags, *given)
    desk.pathway.move(problem_id, Stage.CONSERVATIVE, _LONG)
    for item in (Item.INTOLERANCE, Item.MEDICINES):
        desk.pathway.set_item(problem_id, item, ItemState.DONE, _LONG)
    page.beside.ledger.set_open(True)
    _keep(album, "pathway-overfull")
    page.beside.ledger.set_open(False)
    _panel(album, Stage.CONSERVATIVE, "pathway-checklist-overfull", Item.WEIGHT)
    _safety(album, "safety-panel-overfull")
