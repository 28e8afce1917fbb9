"""The sentences of the safety rules: what each ground found, what would clear it, what a rule lacks."""

from __future__ import annotations

from collections.abc import Mapping

from cortitrack.domain.safety_answer import AlertLevel, SafetyRule
from cortitrack.rules.alerts import Clears, Ground, Wants

RULES: Mapping[SafetyRule, str] = {
    SafetyRule.S1: "interval since the last injection",
    SafetyRule.S2: "number of injections here",
    SafetyRule.S3: "weight-bearing joint",
    SafetyRule.S4: "last injection failed",
    SafetyRule.S5: "epidural sessions",
    SafetyRule.S6: "cumulative dose",
    SafetyRule.S7: "dose of one injection",
    SafetyRule.S8: "dose of one day",
    SafetyRule.S9: "joint replacement ahead",
    SafetyRule.S10: "rotator cuff repair ahead",
    SafetyRule.S11: "surgery ahead",
    SafetyRule.S12: "prosthesis in the joint",
    SafetyRule.S13: "infection",
    SafetyRule.S14: "trouble after an injection",
    SafetyRule.S15: "red flags of the spine",
    SafetyRule.S16: "general red flags",
    SafetyRule.S17: "load-bearing tendon",
    SafetyRule.S18: "plantar fascia and epicondyle",
    SafetyRule.S19: "diabetes",
    SafetyRule.S20: "bleeding",
    SafetyRule.S21: "CYP3A4 inhibitor",
    SafetyRule.S22: "cervical transforaminal way",
    SafetyRule.S23: "label against epidural use",
    SafetyRule.S24: "allergy",
    SafetyRule.S25: "pregnancy or breast-feeding",
    SafetyRule.S26: "live vaccine",
    SafetyRule.S27: "hip without a recent X-ray",
    SafetyRule.S28: "superficial site",
    SafetyRule.S29: "conditions that a steroid may worsen",
    SafetyRule.S30: "adrenal suppression",
}
FOUND: Mapping[Ground, str] = {
    Ground.INTERVAL: (
        "{days} since the last corticosteroid at this site and side, on {last_on}; the least interval is {needed_days}."
    ),
    Ground.COUNT: (
        "Injection number {count} at this site and side within {days}; the rule speaks from number {needed_count} on."
    ),
    Ground.WEIGHT_BEARING: (
        "Injection number {count} into this weight-bearing joint within {days}; "
        "the rule speaks from number {needed_count} on."
    ),
    Ground.LAST_FAILED: "The last injection here, on {on}: {verdict}. No reassessment is recorded since.",
    Ground.LAST_FAILED_REASSESSED: "The last injection here, on {on}: {verdict}. Reassessed on {reassessed_on}.",
    Ground.FAILED_IN_A_ROW: "{count} injections in a row failed here; the rule stops from {needed_count} on.",
    Ground.EPIDURAL_SESSIONS: (
        "Epidural session number {count} of the {region} region within {days}; the limit is {needed_count}."
    ),
    Ground.CUMULATIVE: (
        "{mg} of methylprednisolone equivalents in the whole person within {days}; the limit is {needed_mg}."
    ),
    Ground.CUMULATIVE_POST_MENOPAUSAL: (
        "{mg} of methylprednisolone equivalents within {days} in a post-menopausal person; the limit is {needed_mg}."
    ),
    Ground.DOSE: "{mg} in one injection; the published maximum for {size} is {needed_mg}.",
    Ground.ONCE_ONLY: "{drug} is labelled for a single dose in a knee, and this knee had it on {on}.",
    Ground.ONE_DAY_TRIAMCINOLONE: (
        "{mg} of triamcinolone acetonide on one day, in {sites}; the limit of a day is {needed_mg}."
    ),
    Ground.BEFORE_ARTHROPLASTY: (
        "A joint replacement is planned for {surgery_on}, {days} after the injection; the wait is {needed_days}. "
        "Earliest surgery date: {earliest_on}."
    ),
    Ground.BEFORE_CUFF_REPAIR: (
        "A rotator cuff repair is planned for {surgery_on}, {days} after the injection; the wait is {needed_days}. "
        "Earliest surgery date: {earliest_on}."
    ),
    Ground.BEFORE_SURGERY: (
        "Surgery here is planned for {surgery_on}, {days} after the injection; the wait is {needed_days}. "
        "Earliest surgery date: {earliest_on}."
    ),
    Ground.PROSTHESIS: "There is a prosthesis in this joint ({side} {site}).",
    Ground.INFECTION: "An infection is recorded.",
    Ground.INFECTION_SIGN: "Found on {on}: {flag}.",
    Ground.PAIN_AFTER: (
        "Pain {score} on day {day} after the injection of {given_on}, {rise} points above the {baseline} before it; "
        "the rule speaks from {needed_rise} points on, between day {needed_first_day} and day {needed_last_day}."
    ),
    Ground.SPINE_SIGN: "Found on {on}: {flag}. This is the emergency pathway.",
    Ground.CANCER_NIGHT_PAIN: "A history of cancer, and new or night pain found on {on}.",
    Ground.GENERAL_SIGN: "Found on {on}: {flag}.",
    Ground.TRAUMA: "{kind} on {on}, {days} ago, and no imaging is recorded since; the rule looks back {needed_days}.",
    Ground.BACKGROUND_RED_FLAG: "Recorded: {risk}, a background against which other signs weigh more.",
    Ground.LOAD_BEARING_TENDON: "A tendon that bears the body ({tendon}): rupture is known after a corticosteroid.",
    Ground.PLANTAR_FASCIA: "Plantar fascia: rupture is known after a corticosteroid.",
    Ground.PLANTAR_RUPTURED: "Found on {on}: {flag}.",
    Ground.EPICONDYLE: (
        "Lateral epicondyle: after a corticosteroid, results at 6 to 12 months were worse than without one."
    ),
    Ground.EPICONDYLE_AGAIN: (
        "Injection number {count} at the lateral epicondyle, where results at 6 to 12 months were worse than without; "
        "the rule speaks from number {needed_count} on."
    ),
    Ground.DIABETES: (
        "Diabetes: glucose rises after a corticosteroid, most on days {first_day}–{peak_last_day}, "
        "at times to day {last_day}."
    ),
    Ground.HBA1C: "HbA1c {percent} on {on}; the rule speaks above {needed_percent}.",
    Ground.DIABETES_PLAN: (
        "HbA1c {percent} on {on}, above {needed_percent}: a plan for the glucose goes with the injection."
    ),
    Ground.BLEEDING_PERIPHERAL: "Recorded: {what}. The place is peripheral.",
    Ground.BLEEDING_DEEP: "Recorded: {what}. The place is deep or near the spine.",
    Ground.INR: "INR {inr} on {on}; the rule speaks above {needed_inr}.",
    Ground.INHIBITOR_TRIAMCINOLONE: (
        "{medicine}, {taken}: a strong CYP3A4 inhibitor keeps triamcinolone in the body for weeks. "
        "The rule looks back {needed_days}."
    ),
    Ground.INHIBITOR_OTHER_STEROID: (
        "{medicine}, {taken}: a strong CYP3A4 inhibitor keeps corticosteroids in the body longer. "
        "The rule looks back {needed_days}."
    ),
    Ground.CERVICAL_PARTICULATE: (
        "{drug} has particles and the way is cervical transforaminal: they can close an artery of the cord."
    ),
    Ground.NOT_FOR_EPIDURAL: "The label of {drug} says: not for epidural use.",
    Ground.ALLERGY: "A recorded allergy names {name}: {to}.",
    Ground.PREGNANCY: "Recorded: {risk}.",
    Ground.LIVE_VACCINE: "A live vaccine on {on}, {days} before; the rule looks back {needed_days}.",
    Ground.LIVE_VACCINE_LOCAL: (
        "A live vaccine on {on}, {days} before; an injection into a joint, bursa or tendon is no contraindication. "
        "The rule looks back {needed_days}."
    ),
    Ground.HIP_WITHOUT_XRAY: (
        "Injection number {count} into this hip, and no X-ray within {needed_days} (last one: {last_xray_on}); "
        "the rule speaks from number {needed_count} on."
    ),
    Ground.SUPERFICIAL: "A superficial site ({site}): {drug} can thin skin and fat and take the colour of the skin.",
    Ground.BACKGROUND: "Recorded: {risk}. A corticosteroid can make it worse.",
    Ground.ADRENAL_COUNT: (
        "{count} corticosteroids within {days}, the rule speaks from {needed_count} on: "
        "adrenal suppression is possible before surgery or in illness."
    ),
    Ground.ADRENAL_DOSE: (
        "{mg} of methylprednisolone equivalents within {days}, the rule speaks from {needed_mg} on: "
        "adrenal suppression is possible before surgery or in illness."
    ),
    Ground.ADRENAL_INHIBITOR: (
        "A corticosteroid together with {medicine}: adrenal suppression is possible before surgery or in illness."
    ),
}
FOUND_AFTER_INJECTION = "In the weeks after an injection, found on {on}: {flag}."  # S14 on an infection sign
FOUND_INSULIN_AND_VALUE = (
    "Diabetes on insulin, HbA1c {percent} on {on}: a plan for the glucose goes with the injection."
)
FOUND_INSULIN = "Diabetes on insulin: a plan for the glucose goes with the injection."
CLEARS: Mapping[Clears, str] = {
    Clears.TIME: "From {from_on} on the rule no longer speaks.",
    Clears.LOWER_DOSE: "A lower dose clears it.",
    Clears.OTHER_DRUG: "Another drug clears it.",
    Clears.OTHER_WAY: "Another target or approach clears it.",
    Clears.OTHER_DATE_OF_SURGERY: "A date of surgery from {from_on} on clears it.",
    Clears.REASSESSMENT: "A reassessment after that injection clears it.",
    Clears.RESOLVED: "It clears once the sign is entered as resolved, with its date.",
    Clears.ENDED: "It clears once what it rests on has an end, with its date.",
    Clears.LATER_SCORE: "A later score below the line clears it.",
    Clears.LATER_VALUE: "A later value below the line clears it.",
    Clears.PICTURE: "An imaging entry after it clears it.",
    Clears.NOTHING: "Nothing clears it.",
}
NOTHING_CLEARS: Mapping[AlertLevel, str] = {
    AlertLevel.STOP: "No entry clears it; only a documented override passes it.",
    AlertLevel.ALERT: "No entry clears it; it is acknowledged.",
    AlertLevel.INFO: "A reminder; there is nothing to clear.",
}
NOT_BY_TIME = "Time does not clear it: this dose alone lies above the limit."
LACKS: Mapping[Wants, str] = {
    Wants.DOSE: "a dose is not recorded",
    Wants.DRUG: "the drug is not one of the list",
    Wants.TARGET: "the structure aimed at is not recorded",
    Wants.REGION: "the way into the epidural space is not recorded",
    Wants.SITE: "the site is not one of the list",
    Wants.WHICH_TENDON: "which tendon is meant is not recorded",
    Wants.ANAESTHETIC: "an allergy to an anaesthetic is recorded, and which one is injected is not",
    Wants.BASELINE: "no score before the injection is recorded",
    Wants.FOLLOW_UP: "the last injection here is not judged: a follow-up score is not recorded",
    Wants.HBA1C: "no HbA1c is recorded",
    Wants.INR: "no INR is recorded",
    Wants.PROSTHESIS_PLACE: "a prosthesis is recorded, and where it is is not",
    Wants.POST_MENOPAUSAL: "whether the person is post-menopausal is not recorded",
    Wants.CANCER_HISTORY: "night pain is recorded, and a history of cancer is neither recorded nor excluded",
    Wants.LOOK: "not looked for of late: {lacks}",
    Wants.ALLERGIES: "allergies are not recorded",
    Wants.SURGERY_DONE: "the day of a planned operation has passed, and whether it was done is not recorded",
    Wants.NO_PUBLISHED_MAXIMUM: "there is no published maximum for this drug at this place; nothing is raised",
}
SIZES: Mapping[str, str] = {
    "small": "a small joint",
    "medium": "a medium joint",
    "large": "a large joint",
    "large_hip": "a hip",
    "large_knee": "a knee",
    "soft_tissue": "soft tissue",
}
ALLERGY_TO: Mapping[str, str] = {
    "steroid": "the corticosteroid of this injection",
    "anaesthetic": "a local anaesthetic that is or may be in this injection",
    "excipient": "an excipient of injections",
    "needle": "what is used around any needle",
}
PLACES: Mapping[str, str] = {
    "achilles": "Achilles",
    "patellar": "patellar",
    "quadriceps": "quadriceps",
    "tibialis_posterior": "tibialis posterior",
    "epicondyle": "epicondyle",
    "de_quervain": "de Quervain",
    "heel": "heel",
    "thumb_base": "thumb base",
    "cervical": "cervical",
    "thoracic": "thoracic",
    "lumbar": "lumbar",
}
