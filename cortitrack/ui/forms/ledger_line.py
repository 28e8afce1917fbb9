"""The ledger in a line or two over the alerts: how often, when last, when next at the earliest, how much in all."""

from cortitrack.domain.problem import Problem
from cortitrack.rules.exposure import place_of
from cortitrack.rules.ledger import Ledger, Total
from cortitrack.words.figures import day, dose
from cortitrack.words.labels import side_site
from cortitrack.words.tongue import nt, t


def joint_line(problem: Problem, now: Ledger) -> str:
    """What this joint got before: RIGHT knee: 2 in 365 days · last on 12 January 2026 · earliest next 6 April 2026."""
    line = now.at(place_of(problem))
    if line is None or line.last_on is None:
        return t("{joint}: no corticosteroid recorded here before", joint=side_site(problem))
    count = nt("{n} corticosteroid in {days} days", "{n} corticosteroids in {days} days", line.count,
               days=line.window_days)  # fmt: skip
    parts = [f"{side_site(problem)}: {count}", t("last on {day}", day=day(line.last_on))]
    if line.earliest_next_on is not None:
        parts.append(t("earliest next {day}", day=day(line.earliest_next_on)))
    return " · ".join(parts)


def dose_line(problem: Problem, ledger: Ledger, *, with_this: bool) -> str:
    """What it comes to, so far or with the one being typed: in the joint and in the whole person."""
    here = ledger.at(place_of(problem))
    totals = {
        "days": ledger.person.window_days,
        "joint": t("nothing") if here is None else _total(here.total),
        "person": _total(ledger.person.total),
    }
    which = "With this one, in {days} days: {joint} here, {person} in the whole person"
    so_far = "So far, in {days} days: {joint} here, {person} in the whole person"
    return t(
        "{total} (methylprednisolone equivalents, table {table}). No good evidence fixes a safe yearly number or dose.",
        total=t(which if with_this else so_far, **totals),
        table=ledger.table_version,
    )


def _total(total: Total) -> str:
    amount = dose(total.shown_mg, "mg")
    if not total.without_dose:
        return amount
    return nt("{amount} and {n} of unknown dose", "{amount} and {n} of unknown dose", total.without_dose, amount=amount)
