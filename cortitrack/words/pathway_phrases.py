"""The pathway in words: stages, items, criteria with their values, and what the record suggests. It never orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cortitrack.domain.anatomy import Site
from cortitrack.domain.imaging import Finding
from cortitrack.domain.override import Judgement
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.rules.alerts import Value
from cortitrack.rules.criterion import Criterion, CriterionName
from cortitrack.rules.past_stages import PastReason, PastTheStages
from cortitrack.rules.pathway import Pathway, Suppressed
from cortitrack.rules.pathway_items import ItemStanding
from cortitrack.rules.verdict import VerdictKind
from cortitrack.words.figures import day, number
from cortitrack.words.labels import field_name, heading, instrument_name, label
from cortitrack.words.safety_phrases import alert_found
from cortitrack.words.tongue import nt, t

Found = Mapping[str, Value]

TITLES: Mapping[CriterionName, str] = {
    CriterionName.CALLED_FOR: "a verdict or a hint that asks why",
    CriterionName.VERDICT: "failed or partial verdict",
    CriterionName.RED_FLAG_HINT: "hint to look for red flags",
    CriterionName.ADEQUATE_TRIAL: "adequate trial of conservative care",
    CriterionName.TRIAL_DURATION: "length of the trial",
    CriterionName.TRIAL_SESSIONS: "sessions attended or logged",
    CriterionName.INTOLERANCE: "intolerance documented",
    CriterionName.PAIN: "pain now",
    CriterionName.SEVERE_PAIN: "severe pain",
    CriterionName.NON_OPERATIVE_FAILED: "non-operative care failed",
    CriterionName.ALTERNATIVES_TRIED: "interventional alternatives tried, declined or not applicable",
    CriterionName.FUNCTION_LIMITED: "function significantly limited",
    CriterionName.LESION: "a lesion that explains it",
    CriterionName.POSITIVE_BLOCK: "positive diagnostic block",
    CriterionName.KNEE_OSTEOARTHRITIS: "knee osteoarthritis",
    CriterionName.OVERWEIGHT: "body mass index",
    CriterionName.LOWER_LIMB: "lower limb",
}
PAST: Mapping[PastReason, str] = {
    PastReason.INFECTION: "Infection",
    PastReason.AFTER_INJECTION: "Trouble after an injection",
    PastReason.SPINE: "Red flag of the spine",
    PastReason.GENERAL: "General red flag",
    PastReason.CORD_COMPRESSION: "Cord compression with signs of myelopathy",
    PastReason.PROGRESSIVE_DEFICIT: "Progressive motor deficit",
    PastReason.ACUTE_CUFF_TEAR: "Acute full-thickness cuff tear",
}
SUPPRESSED: Mapping[Suppressed, str] = {
    Suppressed.RESPONDED: "No stage is suggested: the last injection helped, and pain is tolerable.",
    Suppressed.LATE_IMPROVEMENT: "No stage is suggested: pain improved late.",
}


def stage_words(pathway: Pathway) -> str:
    """Where the problem stands: Conservative care, since 3 March 2026."""
    if pathway.stage is None or pathway.since is None:
        return t("No stage is set yet")
    if pathway.stage is Stage.CLOSED:
        return t("Closed on {date}", date=day(pathway.since))
    return t("{Stage}, since {date}", Stage=heading(label(pathway.stage)), date=day(pathway.since))


def suggestion(pathway: Pathway) -> str:
    """What the record suggests next, or how far the stage that could come is; empty where none could."""
    if pathway.next is None:
        return ""
    if pathway.suppressed is not None:
        return t(SUPPRESSED[pathway.suppressed])
    stage = label(pathway.next)
    if pathway.suggested is not None:
        return t("The record meets every criterion of the next stage: {stage}. A clinician decides.", stage=stage)
    criteria = pathway.criteria
    met = sum(one.met is True for one in criteria)
    open_ones = sum(one.met is None for one in criteria)
    said = nt(
        "Next stage: {stage}. {met} of {n} criterion met",
        "Next stage: {stage}. {met} of {n} criteria met",
        len(criteria),
        stage=stage,
        met=met,
    )
    if open_ones:
        return t("{said}, {unknown} not known.", said=said, unknown=open_ones)
    return f"{said}."


def item_state(standing: ItemStanding) -> str:
    """How an item stands: done, 3 March 2026; nothing recorded."""
    if standing.state is None:
        return t("nothing recorded")
    state = label(standing.state)
    return state if standing.on is None else t("{state}, {date}", state=state, date=day(standing.on))


def met_words(met: bool | None) -> str:
    """Met, not met, or not known."""
    return t("not known") if met is None else t("met") if met else t("not met")


def criterion_title(criterion: Criterion) -> str:
    """What is asked: severe pain; for an item of the checklist its name."""
    if criterion.name is CriterionName.ITEM:
        return label(Item(str(criterion.found["item"])))
    return t(TITLES[criterion.name])


def criterion_found(criterion: Criterion) -> str:
    """What the record says; empty where parts of it say it."""
    if criterion.parts and not criterion.found:
        return ""
    said = _FOUND.get(criterion.name)
    return t("nothing recorded") if said is None or not criterion.found else said(criterion.found)


def criterion_needed(criterion: Criterion) -> str:
    """What it needs; empty where there is no number."""
    said = _NEEDED.get(criterion.name)
    return "" if said is None or not criterion.needed else said(criterion.needed)


def criterion_entry(criterion: Criterion) -> str:
    """The entry that would decide it; empty where nothing is missing."""
    if criterion.wants is None:
        return ""
    entry = label(criterion.wants)
    if not criterion.field:
        return t("Deciding entry: {entry}.", entry=entry)
    return t("Deciding entry: {entry}, {field}.", entry=entry, field=field_name(criterion.field))


def criterion_words(criterion: Criterion) -> str:
    """A criterion in one breath: severe pain: average 6 on 3 March 2026; needs …: met."""
    parts = (criterion_found(criterion), criterion_needed(criterion))
    said = "; ".join(part for part in parts if part)
    title = heading(criterion_title(criterion))
    named = t("{name}: {value}", name=title, value=said) if said else title
    return t("{criterion} ({met})", criterion=named, met=met_words(criterion.met))


def past_words(past: PastTheStages) -> str:
    """Why it goes past the stages: what it is, and what was found."""
    reason = t(PAST[past.reason])
    if past.alert is not None:
        return t("{reason}. {found}", reason=reason, found=alert_found(past.alert))
    return t("{reason}, found on {date}.", reason=reason, date=day(past.on)) if past.on else f"{reason}."


def past_banner() -> str:
    """What stands over these reasons."""
    return t("Past the stages, at once")


def _day(found: Found, key: str = "on") -> str:
    value = found[key]
    return day(value) if isinstance(value, date) else str(value)


def _number(found: Found, key: str) -> str:
    value = found[key]
    return value if isinstance(value, str) else day(value) if isinstance(value, date) else number(value)


def _count(found: Found, key: str) -> int:
    value = found[key]
    return value if isinstance(value, int) else 0


def _dated(text: str, found: Found) -> str:
    return t("{value} on {date}", value=text, date=_day(found)) if "on" in found else text


def _verdict(found: Found) -> str:
    code = str(found["verdict"])
    if not code:
        return _dated(t("not judged"), found)
    named = label(VerdictKind(code)) if code in set(VerdictKind) else label(Judgement(code))
    return t("injection of {date}: {verdict}", date=_day(found), verdict=named)


def _item(found: Found) -> str:
    return label(ItemState(str(found["state"]))) if "state" in found else t("nothing recorded")


def _duration(found: Found) -> str:
    days = nt("{n} day", "{n} days", _count(found, "days"))
    return t("{days}, {first} – {last}", days=days, first=_day(found, "first_on"), last=_day(found, "last_on"))


def _severe(found: Found) -> str:
    kinds = {"average": t("average"), "worst": t("worst")}
    said = [
        t("{kind} {score} on {date}", kind=name, score=_number(found, kind), date=_day(found, f"{kind}_on"))
        for kind, name in kinds.items()
        if kind in found
    ]
    return ", ".join(said)


def _alternatives(found: Found) -> str:
    return t(
        "{tried} tried, {ruled_out} declined or not applicable, {open} open",
        tried=_number(found, "tried"),
        ruled_out=_number(found, "ruled_out"),
        open=_number(found, "open"),
    )


def _function(found: Found) -> str:
    if "instrument" in found:
        total = f"{instrument_name(str(found['instrument']))} {_number(found, 'total')}"
        return _dated(total, found)
    limited = t("marked as limited") if found["mark"] else t("marked as not limited")
    return _dated(limited, found)


def _lesion(found: Found) -> str:
    named = label(Finding(str(found["finding"]))) if "finding" in found else t("no finding recorded")
    size = t("{cm} cm", cm=_number(found, "size_cm")) if "size_cm" in found else ""
    grade = t("grade {grade}", grade=found["grade"]) if found.get("grade") else ""
    return _dated(", ".join(part for part in (named, size, grade) if part), found)


def _blocks(found: Found) -> str:
    count = nt("{n} positive block", "{n} positive blocks", _count(found, "count"))
    best = t("best relief {percent} %", percent=_number(found, "best_percent")) if "best_percent" in found else ""
    return ", ".join(part for part in (count, best) if part)


_FOUND: Mapping[CriterionName, Callable[[Found], str]] = {
    CriterionName.VERDICT: _verdict,
    CriterionName.RED_FLAG_HINT: lambda f: t("injection of {date}", date=_day(f)),
    CriterionName.ITEM: _item,
    CriterionName.TRIAL_DURATION: _duration,
    CriterionName.TRIAL_SESSIONS: lambda f: nt("{n} session", "{n} sessions", _count(f, "count")),
    CriterionName.INTOLERANCE: lambda f: t("documented on {date}", date=_day(f)),
    CriterionName.PAIN: lambda f: _dated(_number(f, "score"), f),
    CriterionName.SEVERE_PAIN: _severe,
    CriterionName.ALTERNATIVES_TRIED: _alternatives,
    CriterionName.FUNCTION_LIMITED: _function,
    CriterionName.LESION: _lesion,
    CriterionName.POSITIVE_BLOCK: _blocks,
    CriterionName.KNEE_OSTEOARTHRITIS: lambda f: ", ".join(_place_words(f)),
    CriterionName.OVERWEIGHT: lambda f: t("BMI {bmi}", bmi=_number(f, "bmi")),
    CriterionName.LOWER_LIMB: lambda f: _place_words(f)[0],
}


def _place_words(found: Found) -> list[str]:
    diagnosis = str(found.get("diagnosis", ""))
    return [label(Site(str(found["site"]))), *([diagnosis] if diagnosis else [])]


def _needs_severe(needed: Found) -> str:
    return t(
        "needs average {average} or worst {worst}",
        average=_number(needed, "average"),
        worst=_number(needed, "worst"),
    )


def _needs_lesion(needed: Found) -> str:
    if "size_cm" in needed:
        return t("needs {cm} cm", cm=_number(needed, "size_cm"))
    return t("needs grade {grade}", grade=_number(needed, "grade"))


_NEEDED: Mapping[CriterionName, Callable[[Found], str]] = {
    CriterionName.TRIAL_DURATION: lambda n: nt("needs {n} day", "needs {n} days", _count(n, "days")),
    CriterionName.TRIAL_SESSIONS: lambda n: t("needs {count}", count=_number(n, "count")),
    CriterionName.PAIN: lambda n: t("needs {score} or more", score=_number(n, "score")),
    CriterionName.SEVERE_PAIN: _needs_severe,
    CriterionName.FUNCTION_LIMITED: lambda n: t("limit {limit}", limit=_number(n, "limit")),
    CriterionName.LESION: _needs_lesion,
    CriterionName.POSITIVE_BLOCK: lambda n: nt(
        "needs {n} block with {percent} %",
        "needs {n} blocks with {percent} %",
        _count(n, "count"),
        percent=_number(n, "percent"),
    ),
    CriterionName.OVERWEIGHT: lambda n: t("from {bmi} on", bmi=_number(n, "bmi")),
}
