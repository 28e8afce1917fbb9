"""What holds of any record: no exception, no order, no future, and that unknown never decides."""

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from cortitrack.domain.anatomy import Region, Side, Site, Target
from cortitrack.domain.imaging import Finding, Modality
from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.injection import Drug
from cortitrack.domain.medication import MedicationClass
from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import Fact
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.risk import MEASURED, RiskKind
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.rules.after_procedure import after_procedures
from cortitrack.rules.criterion import Criterion
from cortitrack.rules.ledger import ledger
from cortitrack.rules.pathway import Pathway, pathway
from cortitrack.rules.response import judge_all
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.safety import check_injection, check_record
from cortitrack.rules.safety_view import SafetyView
from tests.builders import on
from tests.rules.records import (
    OTHER,
    PLANNED_ID,
    THIS,
    flag,
    given,
    incident,
    item,
    medicine,
    move,
    numbered,
    picture,
    procedure,
    risk,
    score,
    session,
    surgery,
    total,
    view,
    weight,
)

RULES = RuleSet()
days = st.sampled_from([-366, -365, -364, -184, -183, -90, -85, -84, -83, -43, -42, -41, -10, -3, -1, 0, 1, 30, 90])
doses = st.sampled_from([None, "0", "4", "40", "79.9", "80", "200", "1000"])
places = st.sampled_from([THIS, THIS, OTHER])
targets = st.sampled_from([None, *Target])


@st.composite
def injections(draw: st.DrawFn, number: int = 0, day: int | None = None) -> Any:
    region = draw(st.sampled_from([None, None, None, *Region]))
    return given(
        draw(days) if day is None else day,
        draw(doses),
        draw(st.sampled_from(list(Drug))),
        id=number,
        problem_id=THIS if number else draw(places),
        target=Target.EPIDURAL if region else draw(targets),
        region=region,
        anaesthetic=draw(st.sampled_from(["", "none", "lidocaine 1 %", "something"])),
    )


@st.composite
def risks(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(list(RiskKind)))
    value = draw(st.sampled_from([None, "3", "7", "8.1"])) if kind in MEASURED else None
    start = draw(days)
    end = draw(st.sampled_from([None, None, start, start + 10]))
    site = draw(st.sampled_from([None, Site.KNEE, Site.HIP]))
    side = draw(st.sampled_from([None, *Side]))
    detail = draw(st.sampled_from(["", "latex", "lidocaine", "no latex", "triamcinolone"]))
    return risk(kind, start, end, value, site=site, side=side, detail=detail)


facts = st.lists(
    st.one_of(
        injections(),
        injections(),
        risks(),
        st.builds(score, days, st.integers(0, 10), st.sampled_from(list(ScoreKind))),
        st.builds(flag, st.sampled_from(list(RedFlagKind)), days, present=st.booleans(), problem_id=places),
        st.builds(medicine, st.sampled_from(list(MedicationClass)), st.sampled_from(["x", "ritonavir"]), days),
        st.builds(surgery, st.sampled_from(list(SurgeryKind)), days, st.sampled_from([None, *SurgeryStatus])),
        st.builds(
            procedure,
            st.sampled_from(list(ProcedureKind)),
            days,
            steroid=st.sampled_from(["", "none", "Kenalog", "something"]),
            steroid_mg=st.sampled_from([0, 4, 80]),
            relief_percent=st.sampled_from([0, 49, 50, 80]),
            problem_id=places,
        ),
        st.builds(incident, st.sampled_from(list(IncidentKind)), days),
        st.builds(
            picture,
            days,
            st.sampled_from(list(Modality)),
            st.sampled_from([None, *Finding]),
            grade=st.sampled_from(["", "KL 2-3", "IV"]),
            size_cm=st.sampled_from([None, Decimal("2.9"), Decimal(3)]),
        ),
        st.builds(session, days, st.sampled_from([None, True, False])),
        st.builds(item, st.sampled_from(list(Item)), st.sampled_from(list(ItemState)), days),
        st.builds(move, st.sampled_from(list(Stage)), days),
        st.builds(total, days, st.sampled_from(["oks", "womac"]), st.sampled_from(["0", "24", "40"])),
        st.builds(weight, days, st.sampled_from(["60", "120"]), st.sampled_from([None, "170"])),
    ),
    max_size=12,
)
arounds = st.fixed_dictionaries(
    {
        "site": st.sampled_from(list(Site)),
        "other": st.sampled_from([Site.KNEE, Site.LUMBAR_SPINE]),
        "allergies": st.sampled_from(["", "none known", "latex", "cortisone; nuts"]),
        "diagnosis": st.sampled_from(["", "osteoarthritis", "tennis elbow", "quadriceps"]),
    }
)


def seen(entries: list[Fact], today: int, around: dict[str, Any]) -> SafetyView:
    found = view(*entries, today=today, **around)
    verdicts = {one.injection_id: one for one in judge_all(found.here.course(), on(today).toordinal(), RULES)}
    return replace(found, verdicts=verdicts)


def everything(entries: list[Fact], planned: Any, today: int, around: dict[str, Any]) -> tuple[Any, ...]:
    found = seen(entries, today, around)
    return (
        check_injection(found, planned, RULES),
        check_record(found, RULES),
        ledger(found, RULES),
        ledger(found, RULES, planned),
        pathway(found, RULES),
        after_procedures(found.here, on(today), RULES),
    )


@settings(max_examples=200)
@drawn(facts, st.data(), st.integers(-400, 400), arounds)
def test_no_record_raises(entries: list[Fact], data: st.DataObject, today: int, around: dict[str, Any]) -> None:
    planned = data.draw(injections(PLANNED_ID, data.draw(days)))
    everything(entries, planned, today, around)


@settings(max_examples=150)
@drawn(facts, injections(PLANNED_ID, 0), arounds, st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing(
    entries: list[Fact], planned: Any, around: dict[str, Any], chance: random.Random
) -> None:
    named = numbered(tuple(entries))
    other = chance.sample(named, len(named))
    assert everything(named, planned, 0, around) == everything(other, planned, 0, around)


@settings(max_examples=150)
@drawn(facts, injections(PLANNED_ID, 0), arounds)
def test_nothing_later_than_today_is_seen(entries: list[Fact], planned: Any, around: dict[str, Any]) -> None:
    named = numbered(tuple(entries))
    known = [one for one in named if _happened(one) or (isinstance(one, type(PLANNED)) and one.planned)]
    assert everything(named, planned, 0, around) == everything(known, planned, 0, around)


PLANNED = surgery(SurgeryKind.OTHER, 0)


def _happened(fact: Fact) -> bool:
    on_day = next(getattr(fact, name) for name in ("on", "given_on", "from_on") if hasattr(fact, name))
    return bool(on_day <= on(0))


def criteria(found: Pathway) -> list[Criterion]:
    every = [one for gate in found.gates.values() for one in gate.criteria]
    for one in every:
        every.extend(one.parts)
    return [*every, *(one for some in found.conditions.values() for one in some)]


@settings(max_examples=200)
@drawn(facts, arounds)
def test_unknown_never_decides_and_names_the_entry_that_would(entries: list[Fact], around: dict[str, Any]) -> None:
    found = pathway(seen(entries, 0, around), RULES)
    for one in criteria(found):
        assert one.met is not None or one.wants is not None or any(part.wants for part in _leaves(one))
    for gate in found.gates.values():
        answers = [one.met for one in gate.criteria]
        assert gate.met is (False if False in answers else None if None in answers else True)
    assert found.suggested is None or found.gates[found.suggested].met is True


def _leaves(one: Criterion) -> list[Criterion]:
    return [one] if not one.parts else [leaf for part in one.parts for leaf in _leaves(part)]


@settings(max_examples=100)
@drawn(arounds)
def test_an_empty_record_decides_nothing(around: dict[str, Any]) -> None:
    found = pathway(seen([], 0, around), RULES)
    assert (found.stage, found.suggested, found.past_the_stages) == (None, None, ())
    assert [found.gates[stage].met for stage in (Stage.CONSERVATIVE, Stage.INTERVENTIONAL, Stage.SURGICAL)] == [
        None
    ] * 3


@settings(max_examples=150)
@drawn(facts, injections(PLANNED_ID, 0), arounds)
def test_an_ended_risk_and_a_resolved_flag_say_nothing(
    entries: list[Fact], planned: Any, around: dict[str, Any]
) -> None:
    """Each ended or resolved before today; medicines and vaccines are asked about afterwards too."""
    still = {RiskKind.INTERACTING_MEDICINE, RiskKind.LIVE_VACCINE}
    signs = [risk(kind, -90, -1) for kind in RiskKind if kind not in still]
    signs += [flag(kind, -90, resolved=0) for kind in RedFlagKind]  # type: ignore[misc]
    named = numbered((*entries, *signs))
    silent = {one.id for one in named[len(entries) :]}
    for checked in everything(named, planned, 0, around)[:2]:
        assert not [alert for alert in checked.alerts if silent & set(alert.entries)]
