"""One injection as the letter's table says it: what was given, how, and what is not recorded of it."""

from __future__ import annotations

from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.problem import Problem
from cortitrack.words.figures import dose
from cortitrack.words.labels import drug_short, field_name, heading, label, side_site
from cortitrack.words.letter_tried import excerpt
from cortitrack.words.letter_words import apart
from cortitrack.words.tongue import t

SHOWN, SHOWN_IN_ANNEX = 80, 300  # characters of a free text in the table


def drug_words(injection: Injection) -> str:
    """Triamcinolone 40 mg."""
    amount = dose(injection.dose_mg, "mg") or t("dose not recorded")
    return heading(
        t("{drug}, {amount}" if injection.dose_mg is None else "{drug} {amount}", drug=_drug(injection), amount=amount)
    )


def _drug(injection: Injection) -> str:
    return label(injection.drug) if injection.drug is Drug.OTHER else drug_short(injection.drug)


def place_words(injection: Injection, problem: Problem) -> str:
    """RIGHT knee, joint · ultrasound."""
    where = side_site(problem)
    if injection.target:
        where = t("{where}, {target}", where=where, target=label(injection.target))
    return " · ".join(filter(None, (where, label(injection.guidance) if injection.guidance else "")))


def how_words(injection: Injection, whole: bool) -> str:
    """With lidocaine 2 ml · Dr Haddad · adverse event: flare · not recorded: structure."""
    parts = [
        _anaesthetic(injection),
        apart(injection.operator) if injection.operator else "",
        _adverse(injection, whole),
        _absent(injection),
    ]
    return " · ".join(filter(None, parts))


def _adverse(injection: Injection, whole: bool) -> str:
    said = excerpt(injection.adverse, SHOWN_IN_ANNEX if whole else SHOWN)
    return t("adverse event: {said}", said=apart(said)) if said.strip() else ""


def _anaesthetic(injection: Injection) -> str:
    if injection.with_anaesthetic:
        name = apart(injection.anaesthetic) if injection.anaesthetic else t("local anaesthetic")
        return " ".join(filter(None, (t("with {name}", name=name), dose(injection.anaesthetic_ml, "ml"))))
    return t("no anaesthetic") if injection.anaesthetic else ""


def _absent(injection: Injection) -> str:
    absent = [
        field_name(field)
        for field, value in (
            ("target", injection.target),
            ("anaesthetic", injection.anaesthetic or injection.anaesthetic_ml),
            ("guidance", injection.guidance),
            ("operator", injection.operator),
            ("adverse", injection.adverse.strip()),
        )
        if not value
    ]
    return t("not recorded: {fields}", fields=", ".join(absent)) if absent else ""


def more_words(injection: Injection) -> str:
    """What only the annex says of it: volume, approach, lot, expiry."""
    parts = [
        dose(injection.volume_ml, "ml"),
        t("approach: {text}", text=apart(injection.approach)) if injection.approach else "",
        t("lot: {text}", text=apart(injection.lot)) if injection.lot else "",
        apart(excerpt(injection.note, SHOWN_IN_ANNEX)) if injection.note.strip() else "",
    ]
    return " · ".join(filter(None, parts))


def long_texts(injection: Injection) -> list[tuple[str, str]]:
    """The name and the whole of each text that the annex's table had to cut."""
    texts = {field_name("adverse"): injection.adverse, field_name("note"): injection.note}
    return [(name, text) for name, text in texts.items() if len(" ".join(text.split())) > SHOWN_IN_ANNEX]
