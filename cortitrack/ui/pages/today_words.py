"""What Today says: the headline sentence, and each waiting injection as a row of work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cortitrack.services.worklist import DecisionRow, DueRow, DueState, Today, Window
from cortitrack.ui.tables.work_list import WorkItem
from cortitrack.words.figures import day_short, percent
from cortitrack.words.labels import label, side_site
from cortitrack.words.tongue import nt, t

_WINDOWS = {Window.TWO_WEEKS: "2 weeks", Window.SIX_WEEKS: "6 weeks", Window.TWELVE_WEEKS: "12 weeks"}
_TONES = {DueState.DUE: "accent", DueState.OVERDUE: "warn", DueState.CLOSING: "bad"}


def headline_sentence(today: Today, has_people: bool) -> str:
    """What matters today in one or two sentences."""
    if not has_people:
        return t("Nobody has a record here yet.")
    waiting, failed = len({row.patient_id for row in today.due}), len(today.decisions)
    if not waiting and not failed:
        return t("Nothing waits: no score is due, and no failed injection is without a next step.")
    said = []
    if waiting:
        said.append(nt("{n} person is due a score.", "{n} people are due a score.", waiting))
    if failed:
        said.append(
            nt(
                "{n} injection has failed and waits for a decision.",
                "{n} injections have failed and wait for a decision.",
                failed,
            )
        )
    return " ".join(said)


def follow_up_words(today: Today) -> str:
    """How complete the follow-up is, on top of the page; empty where nothing was to be followed up."""
    counts = today.counts
    if not counts.followed_up_of:
        return ""
    share = percent(100 * counts.followed_up / counts.followed_up_of)
    return t(
        "First follow-up in time, of late: {percent} ({done} of {all})",
        percent=share,
        done=counts.followed_up,
        all=counts.followed_up_of,
    )


def due_items(rows: Iterable[DueRow], today: date) -> list[WorkItem]:
    """Injections that wait for a score."""
    return [
        WorkItem(
            patient_id=row.patient_id,
            problem_id=row.problem_id,
            injection_id=row.injection_id,
            title=row.name,
            line=t("{place} · {window}", place=side_site(row), window=t(_WINDOWS[row.window])),
            beside=row.phone or t("no phone number"),
            note=_due_words(row, today),
            note_tone=_TONES[row.state],
            mark=_TONES[row.state],
        )
        for row in rows
    ]


def _due_words(row: DueRow, today: date) -> str:
    left = (row.closes - today).days
    if left == 0:
        return t("closes today")
    if row.state is DueState.CLOSING:
        return nt("closes in {n} day", "closes in {n} days", left)
    if row.state is DueState.OVERDUE:
        return t("overdue, closes {date}", date=day_short(row.closes))
    late = (today - row.since).days
    return t("due today") if late == 0 else nt("due since yesterday", "due for {n} days", late)


def decision_items(rows: Iterable[DecisionRow]) -> list[WorkItem]:
    """Failed injections after which nothing was done."""
    return [
        WorkItem(
            patient_id=row.patient_id,
            problem_id=row.problem_id,
            injection_id=row.injection_id,
            title=row.name,
            line=t("{place} · {verdict}", place=side_site(row), verdict=label(row.verdict)),
            note=t("since {date}", date=day_short(row.since)),
            line_tone="bad",
            note_tone="muted",
            mark="bad",
        )
        for row in rows
    ]
