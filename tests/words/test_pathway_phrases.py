"""Every criterion of every gate is said with its value, what it needs, and met, not met or not known."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cortitrack.domain.anatomy import Site
from cortitrack.domain.function_mark import FunctionMark
from cortitrack.domain.imaging import Finding
from cortitrack.domain.pathway import ITEMS, Item, ItemState, Stage
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import Fact
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.rules.criterion import Criterion, CriterionName
from cortitrack.rules.past_stages import PastReason
from cortitrack.rules.pathway import Pathway, Suppressed, pathway
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.verdict import VerdictKind
from cortitrack.words.pathway_phrases import (
    PAST,
    SUPPRESSED,
    criterion_entry,
    criterion_words,
    item_state,
    past_words,
    stage_words,
    suggestion,
)
from tests.builders import on
from tests.rules.records import (
    THIS,
    flag,
    given,
    item,
    judged,
    move,
    picture,
    procedure,
    score,
    session,
    total,
    view,
    weight,
)

ORDERS = re.compile(r"\b(should|must|recommended|ought)\b", re.IGNORECASE)


def strip(*facts: Fact, **around: object) -> Pathway:
    return pathway(view(*facts, **around), RuleSet())  # type: ignore[arg-type]


def every(found: Pathway) -> Iterator[Criterion]:
    stack = [one for gate in found.gates.values() for one in gate.criteria]
    stack += [one for conditions in found.conditions.values() for one in conditions]
    while stack:
        one = stack.pop()
        stack += one.parts
        yield one


FULL: tuple[Fact, ...] = (
    given(-100),
    score(-1, 6),
    *(session(day) for day in range(-60, -2, 8)),
    item(Item.INTOLERANCE, ItemState.DONE, -1),
    procedure(ProcedureKind.NERVE_BLOCK, -20, relief_percent=60),
    total(-1, "oks", "15"),
    picture(-30, finding=Finding.JOINT_DESTRUCTION, grade="KL 3"),
    weight(-3, "95", "170"),
)
FAILED = {"verdicts": {101: judged(VerdictKind.FAILED_NO_RESPONSE, 101)}}


def test_every_criterion_is_said_on_an_empty_and_on_a_full_record() -> None:
    named = set()
    for found in (strip(), strip(*FULL, **FAILED), strip(*FULL, site=Site.SHOULDER)):
        for one in every(found):
            said = criterion_words(one)
            named.add(one.name)
            assert said.endswith(("(met)", "(not met)", "(not known)"))
            assert "{" not in said
            assert not ORDERS.search(said)
            assert (criterion_entry(one) != "") is (one.wants is not None)
    assert named == set(CriterionName)


def test_values_and_needs() -> None:
    said = {one.name: criterion_words(one) for one in every(strip(*FULL, **FAILED))}
    assert (
        said[CriterionName.SEVERE_PAIN] == "Severe pain: average 6 on 11 January 2026; needs average 5 or worst 7 (met)"
    )
    assert said[CriterionName.TRIAL_SESSIONS] == "Sessions attended or logged: 8 sessions; needs 6 (met)"
    assert said[CriterionName.POSITIVE_BLOCK] == (
        "Positive diagnostic block: 1 positive block, best relief 60 %; needs 1 block with 50 % (met)"
    )
    assert said[CriterionName.FUNCTION_LIMITED].startswith("Function significantly limited: Oxford Knee Score 15 on")
    assert said[CriterionName.LESION] == (
        "A lesion that explains it: joint destruction, grade KL 3 on 13 December 2025; needs grade 3 (met)"
    )
    assert said[CriterionName.OVERWEIGHT].startswith("Body mass index: BMI 32.9")


def test_a_mark_of_function_and_a_cuff_tear() -> None:
    mark = FunctionMark(id=0, problem_id=THIS, on=on(-1), limited=True, note="cannot climb stairs")
    tear = picture(-3, finding=Finding.TENDON_TEAR, size_cm=Decimal("2.9"))
    said = {one.name: criterion_words(one) for one in every(strip(mark, tear, site=Site.SHOULDER))}
    assert said[CriterionName.FUNCTION_LIMITED].endswith("marked as limited on 11 January 2026 (met)")
    assert said[CriterionName.LESION].endswith("tendon tear, 2.9 cm on 9 January 2026; needs 3 cm (not met)")


def test_suggestions() -> None:
    assert suggestion(strip()) == "Next stage: diagnostic reassessment. 0 of 1 criterion met."
    part = strip(move(Stage.REASSESS), item(Item.DIAGNOSIS, ItemState.DONE))
    assert suggestion(part) == "Next stage: conservative care. 1 of 6 criteria met, 5 not known."
    assert suggestion(strip(move(Stage.CLOSED))) == ""
    assert stage_words(strip(move(Stage.CLOSED))) == "Closed on 12 January 2026"
    assert set(SUPPRESSED) == set(Suppressed)


def test_items() -> None:
    found = strip(item(Item.DIAGNOSIS, ItemState.DECLINED))
    states = {one.item: item_state(one) for one in found.stages[0].items}
    assert states[Item.DIAGNOSIS] == "declined, 12 January 2026"
    assert set(states.values()) == {"declined, 12 January 2026", "nothing recorded"}
    assert set(states) == set(ITEMS[Stage.REASSESS])


def test_what_goes_past_the_stages() -> None:
    assert set(PAST) == set(PastReason)
    found = strip(flag(RedFlagKind.ACUTE_CUFF_TEAR), flag(RedFlagKind.PROGRESSIVE_DEFICIT), site=Site.SHOULDER)
    said = {past_words(one) for one in found.past_the_stages}
    assert "Acute full-thickness cuff tear, found on 11 January 2026." in said
    assert any("emergency pathway" in one for one in said)
