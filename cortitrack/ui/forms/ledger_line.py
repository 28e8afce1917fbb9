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


def dose_line(problem: Problem, then: Ledger) -> str:
    """What it would come to, with this one: in the joint and in the whole person."""
    here = then.at(place_of(problem))
    joint = "" if here is None else _total(here.total)
    return t(
        "With this one, in {days} days: {joint} here, {person} in the whole person "
        "(methylprednisolone equivalents, table {table}). No good evidence fixes a safe yearly number or dose.",
        days=then.person.window_days,
        joint=joint,
        person=_total(then.person.total),
        table=then.table_version,
    )


def _total(total: Total) -> str:
    amount = dose(total.shown_mg, "mg")
    if not total.without_dose:
        return amount
    return nt("{amount} and {n} of unknown dose", "{amount} and {n} of unknown dose", total.without_dose, amount=amount)
