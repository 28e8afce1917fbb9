"""The wording of the referral letter's first page: what stands over its parts, and the short sentences in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from cortitrack.domain.instruments import INSTRUMENTS, InstrumentTotal
from cortitrack.domain.medication import Medication
from cortitrack.domain.override import Override
from cortitrack.domain.pain import PainScore, Scale
from cortitrack.domain.patient import Patient
from cortitrack.domain.referral import Referral, Urgency
from cortitrack.rules.letter_gaps import Gap, Missing
from cortitrack.rules.relief import Eased
from cortitrack.rules.ruleset import RuleSet
from cortitrack.words.figures import day, number, percent, score, span
from cortitrack.words.labels import heading, instrument_name, label
from cortitrack.words.tongue import nt, t

FIRST_STRONG, POP = "\u2068", "\u2069"  # what stands between them does not disturb the direction of the rest


class Part(StrEnum):
    """What stands over or before a part of the letter."""

    LETTER = "Referral letter"
    DRAFT = "DRAFT"
    URGENCY = "Urgency"
    TO = "To"
    FROM = "From"
    PATIENT = "Patient"
    QUESTION = "Question"
    WANTS = "What the patient wants"
    RED_FLAGS = "Red flags"
    STAGE = "Stage of care"
    OVERRIDDEN = "Safety overrides"
    DIAGNOSIS = "Diagnosis"
    PAIN_NOW = "Pain now"
    FUNCTION = "Function"
    ALLERGIES = "Allergies"
    INJECTIONS = "Injections and what pain did"
    DATE = "Date"
    GIVEN = "Given"
    BEFORE = "Before"
    NUMB = "Anaesth. phase"
    WEEKS_2 = "2 weeks"
    WEEKS_6 = "6 weeks"
    WEEKS_12 = "12 weeks"
    VERDICT = "Verdict and its basis"
    LAST_INJECTION = "Last corticosteroid here"
    ARTHROPLASTY = "Earliest arthroplasty here"
    COURSE = "Course of pain"
    TRIED = "What was tried"
    SIGNATURE = "Signature"
    GAPS = "Not recorded"
    MISSING = "Still missing"


def part(name: Part) -> str:
    """The name of a part in the user's language."""
    return t(name.value)


def apart(text: str) -> str:
    """A name or other free text, so marked that its direction leaves the figures beside it alone."""
    return f"{FIRST_STRONG}{text}{POP}"


def not_recorded() -> str:
    """What stands where nothing is recorded: it is not the same as none."""
    return t("not recorded")


def page_of(page: int, pages: int) -> str:
    """Page 1 of 3."""
    return t("Page {page} of {pages}", page=page, pages=pages)


def running(place: str, draft: bool) -> str:
    """What stands on the head of every page."""
    said = t("Referral letter · {place}", place=place)
    return t("DRAFT · {said}", said=said) if draft else said


def foot(clinic: str, call_back: str, program: str) -> str:
    """What stands at the foot of every page."""
    parts = (
        apart(clinic),
        apart(call_back) if call_back else "",
        t("{program}, not a medical device", program=program),
    )
    return " · ".join(filter(None, parts))


def identity(patient: Patient, shown_id: str) -> str:
    """What tells the person from others on every page."""
    born = t("born {date}", date=day(patient.birth_date))
    return t("{born} · no. {number}", born=born, number=apart(patient.record_number or shown_id))


def born(patient: Patient, today: date) -> str:
    """Born 4 March 1961 (65 years)."""
    years = nt("{n} year", "{n} years", patient.age_on(today))
    return t("born {date} ({age})", date=day(patient.birth_date), age=years)


def number_of(patient: Patient, shown_id: str) -> str:
    """The number under which the clinic knows the person."""
    return t("no. {number}", number=apart(patient.record_number or shown_id))


def called(name: str, value: str) -> str:
    """A short label with its value in one line: phone 0123."""
    return t("{name}: {value}", name=name, value=value)


def urgency(referral: Referral) -> str:
    """How urgent it is."""
    said = heading(label(referral.urgency))
    return said.upper() if referral.urgency is Urgency.EMERGENCY else said


def urgency_reason(referral: Referral) -> str:
    """Why, or that nothing was given."""
    if referral.urgency_reason.strip():
        return referral.urgency_reason
    return "" if referral.urgency is Urgency.ROUTINE else t("reason not given")


def draft_notice() -> str:
    """What stands over a draft."""
    return t("DRAFT: not issued, not for treatment decisions.")


def in_the_annex() -> str:
    """Where something is too long for the first page."""
    return t("recorded, see the annex")


def no_question() -> str:
    """What a draft says where the question is still to come."""
    return t("No question yet: this is a draft and cannot be issued.")


def not_named() -> str:
    """Where nobody is named as the reader."""
    return t("not named")


def call_back(number: str) -> str:
    """The number for questions."""
    return t("call back: {number}", number=apart(number) if number else not_recorded())


def no_diagnosis() -> str:
    """Where no diagnosis is recorded."""
    return t("diagnosis not recorded")


def since(onset: date | None, today: date) -> str:
    """Since 12 January 2024 (2 years)."""
    if onset is None:
        return t("since when: not recorded")
    return t("since {date} ({span})", date=day(onset), span=span((today - onset).days))


def structures(names: Sequence[str]) -> str:
    """Structure injected: joint, bursa."""
    return t("structure injected: {names}", names=", ".join(names) or not_recorded())


def pain_now(found: Sequence[PainScore], today: date) -> str:
    """7 of 10 average pain, 9 of 10 worst pain, on 3 March 2026 (4 days ago)."""
    if len({entry.on for entry in found}) > 1:
        return "; ".join(pain_now([entry], today) for entry in found)
    said = ", ".join(_scored(entry) for entry in found)
    return t("{scores} on {date}{ago}", scores=said, date=day(found[0].on), ago=_ago((today - found[0].on).days))


def _scored(entry: PainScore) -> str:
    scale = t(" (visual scale {mm} mm)", mm=number(entry.value)) if entry.scale is Scale.VAS else ""
    return t("{score} of 10{scale} {kind}", score=score(entry.tenths), scale=scale, kind=label(entry.kind))


def taken(medicines: Sequence[Medication]) -> str:
    """Apixaban 5 mg twice daily; warfarin."""
    return "; ".join(" ".join(filter(None, (apart(m.drug), apart(m.dose) if m.dose else ""))) for m in medicines)


def _ago(days: int) -> str:
    return t(" (today)") if days <= 0 else t(" ({span} ago)", span=span(days))


def function_now(total: InstrumentTotal) -> str:
    """Oxford Knee Score 22 of 0–48, higher is better, 3 March 2026."""
    known = INSTRUMENTS[total.instrument]
    return t(
        "{name} {total} ({low}–{high}, {better}), {date}",
        name=instrument_name(total.instrument),
        total=number(total.total),
        low=number(known.low),
        high=number(known.high),
        better=t("higher is better") if known.higher_is_better else t("lower is better"),
        date=day(total.on),
    )


def window_days(rules: RuleSet, first: str, last: str, before: int = 0) -> str:
    """Days 28–69."""
    values = rules.values
    return t("days {first}–{last}", first=number(values[first]), last=number(values[last] - before))


def eased(found: Eased | None) -> tuple[str, str]:
    """A score, and the relief behind it: 3.0 and 62 % relief; 9.0 and 12 % worse."""
    if found is None:
        return "–", ""
    if found.percent is None:
        return number(found.score), ""
    if found.percent < 0:
        return number(found.score), t("{percent} worse", percent=percent(-found.percent))
    return number(found.score), t("{percent} relief", percent=percent(found.percent))


def table_notes() -> str:
    """How the figures of the table are to be read."""
    return t("Pain 0–10, lower is better; relief against the score before. –: not recorded.")


def more_injections(count: int) -> str:
    """How many are only in the annex."""
    return nt("{n} earlier injection stands in the annex.", "{n} earlier injections stand in the annex.", count)


def no_injection() -> str:
    """Where the table would be."""
    return t("No corticosteroid injection is recorded for this problem.")


def last_injection(last: date | None, today: date) -> str:
    """When the joint last had a corticosteroid."""
    if last is None:
        return t("none recorded")
    return t("{date}{ago}", date=day(last), ago=_ago((today - last).days))


def arthroplasty(earliest: date | None, today: date) -> str:
    """From which day on the wait after the last injection is kept."""
    if earliest is None:
        return t("no wait from what is recorded")
    return t("{date}, already past", date=day(earliest)) if earliest <= today else day(earliest)


def arthroplasty_source(wait: int) -> str:
    """From where the wait comes."""
    return t("injection + {days} days; Uson J, Ann Rheum Dis 2021;80:1299", days=number(wait))


def signed(referral: Referral) -> str:
    """Who signs, and who looked at the computed values."""
    if referral.signed_by.strip():
        return t("{name}. Computed values reviewed by {name}.", name=apart(referral.signed_by))
    return t("Not signed. Nobody is named as having reviewed the computed values.")


GAPS = {
    Missing.QUESTION: "the question",
    Missing.RECIPIENT: "the recipient",
    Missing.URGENCY_REASON: "the reason for the urgency",
    Missing.SIGNATURE: "a signature",
    Missing.WANTS: "what the patient wants",
    Missing.CALL_BACK: "the clinic’s call-back number",
    Missing.PATIENT_PHONE: "the patient’s phone or e-mail",
    Missing.ALLERGIES: "allergies",
    Missing.CONDITIONS: "conditions (diabetes and HbA1c, smoking)",
    Missing.DIAGNOSIS: "the diagnosis",
    Missing.ONSET: "since when",
    Missing.PAIN_NOW: "a current pain score",
    Missing.FUNCTION: "a questionnaire of function",
    Missing.INJECTION_DOSE: "the dose of the last injection",
    Missing.INJECTION_GUIDANCE: "the guidance of the last injection",
    Missing.IMAGING: "earlier imaging",
    Missing.XRAY: "an X-ray",
    Missing.MRI: "an MRI",
    Missing.MRI_LEVEL: "the level of the last MRI’s finding",
    Missing.WEIGHT: "weight",
    Missing.MEDICINES: "medicines (with anticoagulants)",
    Missing.MEDICINE_DOSE: "the dose of a medicine",
    Missing.BLOCK_RELIEF: "the relief after a nerve block",
    Missing.THERAPY: "physical or occupational therapy",
}


def gap(found: Gap) -> str:
    """What is missing, in a few words."""
    return t(GAPS[found.missing])


def gaps(found: Sequence[Gap]) -> str:
    """All that is missing, each once: an X-ray · weight."""
    return " · ".join(dict.fromkeys(gap(one) for one in found))


def own_judgement(override: Override) -> str:
    """The clinician's judgement beside the computed one, in short: Dr Haddad: failed."""
    return t("{clinician}: {judgement}", clinician=apart(override.clinician), judgement=label(override.judgement))
