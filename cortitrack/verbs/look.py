"""The verbs that ask: patients, verdicts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from cortitrack.domain.records import RecordKind
from cortitrack.rules.verdict_codec import reason_json
from cortitrack.services.judging import VerdictRow
from cortitrack.services.patients import PatientRow
from cortitrack.verbs.call import Call
from cortitrack.words.labels import label
from cortitrack.words.phrases import headline, status

MOST_PEOPLE = 1_000_000


def patients(call: Call) -> int:
    """Find people."""
    with call.desk() as desk:
        found = desk.patients.find(call.asked.find, MOST_PEOPLE)
    if call.as_json:
        call.stream(_person(row) for row in found)
        return 0
    for row in found:
        call.say(f"{row.shown_id}\t{row.family_name}, {row.given_name}\t{row.birth_date}\t{row.record_number}")
    return 0


def _person(row: PatientRow) -> dict[str, object]:
    return {
        "patient_id": row.shown_id,
        "family_name": row.family_name,
        "given_name": row.given_name,
        "birth_date": row.birth_date.isoformat(),
        "record_number": row.record_number,
        "problems": [
            {"site": problem.site.value, "side": problem.side.value, "diagnosis": problem.diagnosis}
            for problem in row.problems
        ],
        "last_seen": None if row.last_seen is None else row.last_seen.isoformat(),
        "failed": row.failed,
    }


def verdicts(call: Call) -> int:
    """One row for each corticosteroid injection."""
    asked = call.asked
    with call.desk() as desk:
        person = None if asked.patient is None else desk.review.resolve(RecordKind.PATIENT, asked.patient)
        found = desk.judging.verdict_rows(asked.as_of, person)
        if call.as_json:
            call.stream(_verdict(row) for row in found)
        elif asked.csv:
            _as_csv(call, found)
        else:
            for row in found:
                call.say(_line(row))
    return 0


def _verdict(row: VerdictRow) -> dict[str, Any]:
    verdict = row.verdict
    return {
        "injection_id": row.shown_injection,
        "problem_id": row.shown_problem,
        "patient_id": row.shown_patient,
        "given_on": row.given_on.isoformat(),
        "site": row.site.value,
        "side": row.side.value,
        "drug": row.drug.value,
        "dose_mg": _number(row.dose_mg),
        "guidance": None if row.guidance is None else row.guidance.value,
        "as_of": date.fromordinal(verdict.as_of).isoformat(),
        "rule_set": verdict.rule_set,
        "verdict": verdict.kind.value,
        "failed": verdict.kind.failed,
        "reason": verdict.reason,
        "durability": verdict.durability,
        "level": verdict.level,
        "provisional": verdict.provisional,
        "anaesthetic_phase": verdict.anaesthetic_phase.value,
        "flags": sorted(verdict.flags),
        "hints": sorted(verdict.hints),
        "baseline": verdict.baseline,
        "primary_value": verdict.primary_value,
        "durability_value": verdict.durability_value,
        "reasons": [reason_json(reason, row.shown) for reason in verdict.reasons],
        "mend": verdict.mend,
    }


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _as_csv(call: Call, found: Iterator[VerdictRow]) -> None:
    writer = None
    for row in found:
        cells = _verdict(row)
        del cells["reasons"]
        cells["flags"], cells["hints"] = " ".join(cells["flags"]), " ".join(cells["hints"])
        if writer is None:
            writer = csv.DictWriter(call.out, list(cells), lineterminator="\n")
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in cells.items()})


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def _line(row: VerdictRow) -> str:
    where = f"{label(row.side)} {label(row.site)}"
    return "\t".join([row.shown_patient, row.given_on.isoformat(), where, headline(row.verdict), status(row.verdict)])
