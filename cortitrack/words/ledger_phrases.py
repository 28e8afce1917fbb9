"""The ledger of steroid in words: each joint's line, the person's, and how the totals are to be read."""

from __future__ import annotations

from datetime import date

from cortitrack.rules.ledger import Ledger, Line
from cortitrack.words.figures import day, dose
from cortitrack.words.labels import side_site
from cortitrack.words.tongue import nt, t


def line_title(line: Line) -> str:
    """Whose line it is: RIGHT knee; whole person."""
    return t("Whole person") if line.place is None else side_site(line.place)


def line_values(line: Line) -> list[tuple[str, str]]:
    """Each figure of a line with its name; only a joint has dates ahead."""
    values = [
        (count_name(line), nt("{n} corticosteroid", "{n} corticosteroids", line.count)),
        (t("Last"), _on(line.last_on)),
        (t("Cumulative dose"), total_words(line)),
    ]
    if line.place is not None:
        values.insert(2, (t("Earliest next"), _from(line.earliest_next_on)))
        values.append((t("Earliest joint replacement"), _from(line.earliest_arthroplasty_on)))
    return values


def count_name(line: Line) -> str:
    """The window in which is counted: in 365 days."""
    return t("In {days} days", days=line.window_days)


def total_words(line: Line) -> str:
    """80 mg methylprednisolone equivalents; 1 entry without a known dose is not in it."""
    total = t("{mg} methylprednisolone equivalents", mg=dose(line.total.shown_mg, "mg"))
    if not line.total.without_dose:
        return total
    unknown = nt(
        "{n} entry without a known dose is not in it",
        "{n} entries without a known dose are not in it",
        line.total.without_dose,
    )
    return f"{total}; {unknown}"


def line_words(line: Line) -> str:
    """A line in one breath."""
    return t(
        "{place}: {values}.",
        place=line_title(line),
        values="; ".join(f"{name[:1].lower()}{name[1:]}: {value}" for name, value in line_values(line)),
    )


def ledger_note(ledger: Ledger) -> str:
    """What every total is to be read with."""
    note = t(
        "Equivalents by table {version}, from oral and intravenous data: an approximation in a joint. "
        "No high-quality evidence fixes a safe yearly number or dose.",
        version=ledger.table_version,
    )
    courses = len(ledger.systemic_courses)
    if not courses:
        return note
    apart = nt(
        "{n} course of oral or intramuscular steroid is not in the totals.",
        "{n} courses of oral or intramuscular steroid are not in the totals.",
        courses,
    )
    return f"{note} {apart}"


def _on(found: date | None) -> str:
    return t("none recorded") if found is None else day(found)


def _from(found: date | None) -> str:
    return t("no wait from what is recorded") if found is None else t("from {date}", date=day(found))
