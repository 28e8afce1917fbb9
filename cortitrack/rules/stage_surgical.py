"""Stage 4: severe pain, care without a knife that failed, limited function, a lesion that explains it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from cortitrack.domain.anatomy import Site
from cortitrack.domain.imaging import Finding, Imaging
from cortitrack.domain.pain import ScoreKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.alerts import Value
from cortitrack.rules.criterion import Criterion, CriterionName, any_of
from cortitrack.rules.current_pain import Pain, current_pain
from cortitrack.rules.instrument_change import Limit, limits
from cortitrack.rules.ruleset import RuleSet

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_GRADE = re.compile(r"\b(?:([0-4])|(iv|iii|ii|i))\b")


def severe_pain(timeline: Timeline, today: date, rules: RuleSet) -> Criterion:
    """Average 5 or more, or worst 7 or more."""
    days = rules.values["recent_score_days"]
    average = current_pain(timeline, ScoreKind.AVERAGE, today, days)
    worst = current_pain(timeline, ScoreKind.WORST, today, days)
    limits_of = (rules.values["surgical_average_tenths"], rules.values["surgical_worst_tenths"])
    both = zip((average, worst), limits_of, strict=True)
    met = any_of(None if pain is None else pain.at_least(at) for pain, at in both)
    found: dict[str, Value] = {**_told("average", average), **_told("worst", worst)}
    return Criterion(
        name=CriterionName.SEVERE_PAIN,
        met=met,
        found=found,
        needed={"average": Decimal(limits_of[0]).scaleb(-1), "worst": Decimal(limits_of[1]).scaleb(-1)},
        wants=RecordKind.PAIN_SCORE if met is None else None,
        field="value" if met is None else "",
        entries=tuple(entry for pain in (average, worst) if pain is not None for entry in pain.entries),
    )


def _told(kind: str, pain: Pain | None) -> dict[str, Value]:
    return {} if pain is None else {kind: pain.score, f"{kind}_on": pain.on}


def function_limited(timeline: Timeline, today: date, rules: RuleSet) -> Criterion:
    """A questionnaire beyond its limit, or the clinician's mark."""
    found = limits(timeline.totals, today, rules)
    beyond = [one for one in found if one.beyond]
    marks = sorted(timeline.function_marks, key=lambda one: (one.on, one.id))
    mark = marks[-1] if marks else None
    if beyond:
        return _by_questionnaire(beyond[-1], True)
    if mark is not None:
        return Criterion(
            name=CriterionName.FUNCTION_LIMITED,
            met=mark.limited,
            found={"mark": int(mark.limited), "on": mark.on},
            entries=(mark.id,),
        )
    if found:
        return _by_questionnaire(found[-1], False)
    return Criterion(name=CriterionName.FUNCTION_LIMITED, met=None, wants=RecordKind.INSTRUMENT_TOTAL, field="total")


def _by_questionnaire(limit: Limit, met: bool) -> Criterion:
    return Criterion(
        name=CriterionName.FUNCTION_LIMITED,
        met=met,
        found={"instrument": limit.code, "total": limit.total, "on": limit.on},
        needed={"limit": limit.limit},
        entries=(limit.entry,),
    )


def lesion(timeline: Timeline, rules: RuleSet) -> Criterion:
    """A picture that shows what explains the pain."""
    read = [
        _read(picture, timeline.problem.site, rules)
        for picture in sorted(timeline.imaging, key=lambda one: (one.on, one.id))
    ]
    for wanted in (True, None, False):
        fitting = [one for one in read if one.met is wanted]
        if fitting:
            return fitting[-1]
    return Criterion(name=CriterionName.LESION, met=None, wants=RecordKind.IMAGING, field="finding")


def _read(picture: Imaging, site: Site, rules: RuleSet) -> Criterion:
    met, lacks, numbers, needed = _explains(picture, site, rules)
    finding: dict[str, Value] = {"on": picture.on}
    if picture.finding is not None:
        finding["finding"] = picture.finding.value
    return Criterion(
        name=CriterionName.LESION,
        met=met,
        found={**finding, **numbers},
        needed=needed,
        wants=RecordKind.IMAGING if met is None else None,
        field=lacks if met is None else "",
        entries=(picture.id,),
    )


def _explains(
    picture: Imaging, site: Site, rules: RuleSet
) -> tuple[bool | None, str, dict[str, Value], dict[str, Value]]:
    """Met, the field that would decide, numbers found, numbers needed."""
    if picture.finding is None:
        return None, "finding", {}, {}
    if picture.finding is Finding.NONE:
        return False, "", {}, {}
    if picture.finding is Finding.TENDON_TEAR and site is Site.SHOULDER:
        large = Decimal(rules.values["large_cuff_tear_cm_tenths"]).scaleb(-1)
        size = picture.size_cm
        return (
            None if size is None else size >= large,
            "size_cm",
            {} if size is None else {"size_cm": size},
            {"size_cm": large},
        )
    if picture.finding is Finding.JOINT_DESTRUCTION:
        advanced, grades = rules.values["advanced_kellgren_lawrence"], grades_in(picture.grade)
        return _advanced(grades, advanced), "grade", {"grade": picture.grade}, {"grade": advanced}
    return True, "", {}, {}


def _advanced(grades: Sequence[int], advanced: int) -> bool | None:
    """Unknown where no grade is read, or one of several would and another would not do."""
    if not grades:
        return None
    if min(grades) >= advanced:
        return True
    return False if max(grades) < advanced else None


def grades_in(text: str) -> tuple[int, ...]:
    """The grades 0–4 that a text names, in digits or Roman numerals: "KL 3", "III–IV"."""
    found = _GRADE.findall(re.sub(r"(?<=[a-z])(?=\d)", " ", text.casefold()))
    return tuple(int(digit) if digit else _ROMAN[roman] for digit, roman in found)
