"""One injection before the safety rules: planned or being entered, with all that was there on its day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from cortitrack.domain.anatomy import Region, Site, Target
from cortitrack.domain.injection import Drug, Injection
from cortitrack.rules.exposure import Exposure, Place, of_injection
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.safety_view import SafetyView

TRIAMCINOLONES = frozenset({Drug.TRIAMCINOLONE_ACETONIDE, Drug.TRIAMCINOLONE_HEXACETONIDE, Drug.TRIAMCINOLONE_ER})
SPINE = frozenset({Site.CERVICAL_SPINE, Site.THORACIC_SPINE, Site.LUMBAR_SPINE, Site.SACROILIAC})
_LEVELS = {
    Site.CERVICAL_SPINE: "cervical",
    Site.THORACIC_SPINE: "thoracic",
    Site.LUMBAR_SPINE: "lumbar",
    Site.SACROILIAC: "lumbar",
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """The injection with its surroundings. `view` is that of the injection's day; made by `case_of`."""

    planned: Injection
    view: SafetyView
    rules: RuleSet

    @property
    def day(self) -> date:
        """The injection's day."""
        return self.planned.given_on

    @property
    def place(self) -> Place:
        """Where it goes."""
        return self.view.place

    @property
    def site(self) -> Site:
        """The site without its side."""
        return self.view.problem.site

    @property
    def target(self) -> Target | None:
        """The structure aimed at; an epidural region says that it is the epidural space."""
        return Target.EPIDURAL if self.planned.region is not None else self.planned.target

    @property
    def texts(self) -> str:
        """Where a clinician may have named the structure, in lower case."""
        return f"{self.view.problem.diagnosis} {self.planned.approach}".casefold()

    @cached_property
    def exposure(self) -> Exposure:
        """What it brings."""
        return of_injection(self.planned, self.place)

    @cached_property
    def earlier(self) -> tuple[Exposure, ...]:
        """What the person got before, or on the same day."""
        return tuple(one for one in self.view.exposures if one.id != self.planned.id)

    @cached_property
    def earlier_here(self) -> tuple[Exposure, ...]:
        """What this joint got before."""
        return tuple(one for one in self.earlier if one.place == self.place)

    @cached_property
    def with_this(self) -> tuple[Exposure, ...]:
        """All of the person, this one included."""
        return (*self.earlier, self.exposure)

    def without_it(self) -> SafetyView:
        """The view of the day as it was before this injection: what follows a needle is not asked of this one."""
        here = self.view.here
        kept = tuple(one for one in here.injections if one.id != self.planned.id)
        return (
            self.view if len(kept) == len(here.injections) else replace(self.view, here=replace(here, injections=kept))
        )

    def number(self, key: str) -> int:
        """A number of the rule set."""
        return self.rules.values[key]


def case_of(planned: Injection, view: SafetyView, rules: RuleSet) -> Case:
    """The case of an injection into the problem that the view is of."""
    return Case(planned=planned, view=view.on(planned.given_on), rules=rules)


def spinal_level(site: Site, region: Region | None) -> str | None:
    """Cervical, thoracic or lumbar (caudal belongs to it); None where the record does not say."""
    if region is None:
        return _LEVELS.get(site)
    return "lumbar" if region is Region.CAUDAL else region.value.partition("_")[0]
