"""S24: an allergy against something in the syringe or about the needle."""

from __future__ import annotations

from collections.abc import Iterator

from cortitrack.domain.injection import NO_ANAESTHETIC, Drug
from cortitrack.domain.records import RecordKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.rules.alerts import Alert, Clears, Ground, Missing, Wants
from cortitrack.rules.drug_names import (
    ANAESTHETICS,
    ANY_ANAESTHETIC,
    ANY_STEROID,
    AT_ANY_NEEDLE,
    EXCIPIENTS,
    STEROID_NAMES,
    asserted,
    named,
)
from cortitrack.rules.ruleset import REASONED
from cortitrack.rules.safety_case import TRIAMCINOLONES, Case


def s24_allergy(case: Case) -> Iterator[Alert | Missing]:
    """What the record says about allergies against what is to be injected."""
    told = _told(case)
    if not told:
        patient = case.view.patient
        yield Missing(
            rule=SafetyRule.S24,
            wants=Wants.ALLERGIES,
            kind=RecordKind.PATIENT,
            field="allergies",
            entries=(patient.id,),
        )
    open_entries = []
    for entry, text in told:
        for to, name in _matches(case, text):
            if name is None:
                open_entries.append(entry)
            else:
                yield _allergic(to, name, entry)
    if open_entries:
        yield Missing(
            rule=SafetyRule.S24,
            wants=Wants.ANAESTHETIC,
            kind=RecordKind.INJECTION,
            field="anaesthetic",
            entries=tuple(open_entries),
        )


def _told(case: Case) -> list[tuple[int, str]]:
    """Each text about allergies with its entry; what it denies left out."""
    patient = case.view.patient
    told = [(risk.id, f"{risk.detail}; {risk.note}") for risk in case.view.risks_of(RiskKind.ALLERGY)]
    if patient.allergies.strip():
        told.append((patient.id, patient.allergies))
    return [(entry, asserted(text)) for entry, text in told]


def _matches(case: Case, text: str) -> Iterator[tuple[str, str | None]]:
    steroid = _steroid(case.planned.drug, text)
    if steroid:
        yield "steroid", steroid
    yield from _anaesthetic(case, text)
    for to, names in (("excipient", EXCIPIENTS), ("needle", AT_ANY_NEEDLE)):
        name = named(text, names)
        if name:
            yield to, name


def _steroid(drug: Drug, text: str) -> str | None:
    """The steroid named: any where the one to be injected is not on the list, all triamcinolones alike."""
    alike = TRIAMCINOLONES if drug in TRIAMCINOLONES else {drug}
    names = [name for name, of in STEROID_NAMES if drug is Drug.OTHER or of in alike]
    return named(text, [*(name for name in names if not name.startswith("extended")), *ANY_STEROID])


def _anaesthetic(case: Case, text: str) -> Iterator[tuple[str, str | None]]:
    """The anaesthetic named; no name where one is named in the allergy and none in the injection."""
    used = case.planned.anaesthetic.strip().casefold()
    if used and used in NO_ANAESTHETIC and not case.planned.with_anaesthetic:
        return
    allergic = [names for names in ANAESTHETICS if named(text, names)]
    general = named(text, ANY_ANAESTHETIC)
    in_syringe = [names for names in ANAESTHETICS if named(used, names)]
    for names in allergic:
        if names in in_syringe:
            yield "anaesthetic", named(text, names)
    if general and case.planned.with_anaesthetic:
        yield "anaesthetic", general
    elif (allergic or general) and not in_syringe:
        yield "anaesthetic", None


def _allergic(to: str, name: str, entry: int) -> Alert:
    return Alert(
        rule=SafetyRule.S24,
        ground=Ground.ALLERGY,
        level=AlertLevel.STOP,
        found={"to": to, "name": name},
        source=REASONED,
        clears=Clears.OTHER_DRUG,
        entries=(entry,),
    )
