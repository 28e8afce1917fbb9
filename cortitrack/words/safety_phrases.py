"""What the safety rules say, in sentences: number, what would clear it, source; and what a rule lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.incident import IncidentKind
from cortitrack.domain.injection import Drug
from cortitrack.domain.override import Judgement
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import AlertLevel, Answer, SafetyAnswer, SafetyRule
from cortitrack.rules.alerts import Alert, Clears, Ground, Missing, Value, Wants
from cortitrack.rules.verdict import VerdictKind
from cortitrack.words import safety_sentences as said
from cortitrack.words.figures import day, dose, number
from cortitrack.words.labels import field_name, heading, label
from cortitrack.words.tongue import nt, t

_CODES: Mapping[str, tuple[type[StrEnum], ...]] = {
    "verdict": (VerdictKind, Judgement),
    "drug": (Drug,),
    "site": (Site,),
    "side": (Side,),
    "kind": (IncidentKind,),
    "flag": (RedFlagKind,),
    "risk": (RiskKind,),
    "what": (RiskKind,),
}
_TEXTS: Mapping[str, Mapping[str, str]] = {
    "size": said.SIZES,
    "to": said.ALLERGY_TO,
    "tendon": said.PLACES,
    "region": said.PLACES,
    "site": said.PLACES,
}
_UNITS: Mapping[str, Callable[[int | Decimal], str]] = {
    "days": lambda n: nt("{n} day", "{n} days", int(n)),
    "mg": lambda n: dose(Decimal(n), "mg"),
    "percent": lambda n: t("{value} %", value=number(n)),  # never cut: 7.1 lies above 7
    "sites": lambda n: nt("{n} place", "{n} places", int(n)),
}


def rule_name(rule: SafetyRule) -> str:
    """What a rule is about: S1 · interval since the last injection."""
    return t("{rule} · {name}", rule=rule.value, name=t(said.RULES[rule]))


def alert_title(alert: Alert) -> str:
    """How loud it is, and which rule speaks: Stop · S1 · interval since the last injection."""
    return t("{Level} · {rule}", Level=heading(label(alert.level)), rule=rule_name(alert.rule))


def alert_found(alert: Alert) -> str:
    """What the rule found, with its numbers and its threshold."""
    values = {name: _word(name, value) for name, value in alert.found.items()}
    values |= {f"needed_{name}": _word(name, value) for name, value in alert.needed.items()}
    sentence = heading(t(_template(alert), **values, **_extra(alert)))
    without = alert.found.get("without_dose")
    return f"{sentence} {_without_dose(without)}" if isinstance(without, int) and without else sentence


def _template(alert: Alert) -> str:
    if alert.ground is Ground.INFECTION_SIGN and alert.rule is SafetyRule.S14:
        return said.FOUND_AFTER_INJECTION
    if alert.ground is Ground.DIABETES_PLAN and alert.found.get("insulin"):
        return said.FOUND_INSULIN_AND_VALUE if "percent" in alert.found else said.FOUND_INSULIN
    return said.FOUND[alert.ground]


def _extra(alert: Alert) -> dict[str, str]:
    """What a sentence names and the rule leaves out where there is none."""
    if alert.ground is Ground.HIP_WITHOUT_XRAY and "last_xray_on" not in alert.found:
        return {"last_xray_on": t("none recorded")}
    if alert.ground in {Ground.INHIBITOR_TRIAMCINOLONE, Ground.INHIBITOR_OTHER_STEROID}:
        days = alert.found["days"]
        return {"taken": t("ended {days} before", days=_word("days", days)) if days else t("taken at the time")}
    return {}


def _word(name: str, value: Value) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str):
        return _named(name, value)
    return _UNITS.get(name, number)(value)


def _named(name: str, code: str) -> str:
    """A code in words; a text that someone wrote as it is."""
    for codes in _CODES.get(name, ()):
        if code in set(codes):
            return label(codes(code))
    known = _TEXTS.get(name, {})
    return t(known[code]) if code in known else code


def _without_dose(count: int) -> str:
    return nt("{n} entry without a known dose is not in it.", "{n} entries without a known dose are not in it.", count)


def alert_clears(alert: Alert) -> str:
    """What would clear it."""
    if alert.clears is Clears.NOTHING:
        return t(said.NOTHING_CLEARS[alert.level])
    if alert.from_on is None:
        return t(said.NOT_BY_TIME) if alert.clears is Clears.TIME else t(said.CLEARS[alert.clears])
    return t(said.CLEARS[alert.clears], from_on=day(alert.from_on))


def alert_source(alert: Alert) -> str:
    """Where the threshold comes from."""
    return t("Source: {source}.", source=t(alert.source))


def alert_words(alert: Alert) -> str:
    """The whole alert in one breath."""
    return " ".join((f"{alert_title(alert)}.", alert_found(alert), alert_clears(alert), alert_source(alert)))


def missing(found: Missing) -> str:
    """Which rule is not decided, and what it lacks."""
    lacks = ", ".join(label(RedFlagKind(code)) for code in found.lacks)
    sentence = t(said.LACKS[found.wants], lacks=lacks) if found.lacks else t(said.LACKS[found.wants])
    return t("{rule}: not decided, {lacks}.", rule=rule_name(found.rule), lacks=sentence)


def missing_entry(found: Missing) -> str:
    """The entry that would decide it; empty where none does."""
    if found.kind is None or found.wants is Wants.NO_PUBLISHED_MAXIMUM:
        return ""
    entry = label(found.kind)
    field = field_name(found.field) if found.field else entry
    if field == entry:
        return t("Deciding entry: {entry}.", entry=entry)
    return t("Deciding entry: {entry}, {field}.", entry=entry, field=field)


def answer_asked(level: AlertLevel) -> str:
    """What an alert asks of who gives the injection."""
    asked = {
        AlertLevel.STOP: "Stopped: an override needs who, role and reason.",
        AlertLevel.ALERT: "To be acknowledged.",
        AlertLevel.INFO: "A reminder.",
    }
    return t(asked[level])


def answer_words(answer: SafetyAnswer) -> str:
    """S1 · interval since the last injection: stop overridden by Dr Ito (surgeon) on 3 March 2026: reason."""
    who = " ".join(part for part in (answer.who, f"({answer.role})" if answer.role else "") if part)
    if answer.answer is Answer.OVERRIDDEN:
        return t(
            "{rule}: {level} overridden by {who} on {date}: {why}",
            rule=rule_name(answer.rule),
            level=label(answer.level),
            who=who,
            date=day(answer.on),
            why=answer.why,
        )
    rule, level = rule_name(answer.rule), label(answer.level)
    done = t("{rule}: {level} acknowledged on {date}", rule=rule, level=level, date=day(answer.on))
    by = t("{done} by {who}", done=done, who=who) if who else done
    return f"{by}: {answer.why}" if answer.why else by
