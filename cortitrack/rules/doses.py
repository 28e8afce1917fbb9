"""How much of which steroid: published maxima for one injection, equivalents, and the names drugs go by.

The tables carry a version of their own, printed with every total. No high-quality evidence fixes a safe yearly number
or dose. Equivalents come from oral and intravenous data, so in a joint they are an approximation.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from cortitrack.domain.anatomy import Site, Target
from cortitrack.domain.injection import Drug
from cortitrack.rules.threshold import REASONED

TABLES_VERSION = "2026-1"
DEPO_MEDRONE = "Depo-Medrone label (methylprednisolone acetate)"
KENALOG = "Kenalog label (triamcinolone acetonide)"
EQUIVALENCE = "Steroid equivalence tables, from oral and intravenous data: an approximation in a joint"


class SizeClass(StrEnum):
    """Which column of the table of maxima."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    LARGE_HIP = "large_hip"
    LARGE_KNEE = "large_knee"
    SOFT_TISSUE = "soft_tissue"


_S, _M, _L, _T = SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE, SizeClass.SOFT_TISSUE
MAXIMA: Mapping[Drug, Mapping[SizeClass, int]] = {  # mg; what is not there has no published maximum
    Drug.METHYLPREDNISOLONE_ACETATE: {_S: 10, _M: 40, _L: 80, _T: 30},
    Drug.TRIAMCINOLONE_ACETONIDE: {_S: 10, _M: 20, _L: 40, _T: 40},
    Drug.TRIAMCINOLONE_HEXACETONIDE: {_S: 6, _L: 20},
    Drug.TRIAMCINOLONE_ER: {SizeClass.LARGE_KNEE: 32},
    Drug.BETAMETHASONE: {_S: 3, _M: 6, _L: 6, SizeClass.LARGE_HIP: 12, _T: 6},
    Drug.DEXAMETHASONE: {_S: 1, _M: 2, _L: 4, _T: 6},
    Drug.HYDROCORTISONE: {_S: 25, _M: 25, _L: 50, _T: 25},
}
MAXIMA_SOURCE: Mapping[Drug, str] = dict.fromkeys(MAXIMA, REASONED) | {
    Drug.METHYLPREDNISOLONE_ACETATE: DEPO_MEDRONE,
    Drug.TRIAMCINOLONE_ACETONIDE: KENALOG,
}
LABELLED_FOR_ONE_DOSE = frozenset({Drug.TRIAMCINOLONE_ER})

METHYLPREDNISOLONE_MG = 4
EQUAL_TO_4_MG: Mapping[Drug, Fraction] = {
    Drug.METHYLPREDNISOLONE_ACETATE: Fraction(4),
    Drug.TRIAMCINOLONE_ACETONIDE: Fraction(4),
    Drug.TRIAMCINOLONE_HEXACETONIDE: Fraction(4),
    Drug.TRIAMCINOLONE_ER: Fraction(4),
    Drug.HYDROCORTISONE: Fraction(20),
    Drug.DEXAMETHASONE: Fraction(3, 4),
    Drug.BETAMETHASONE: Fraction(3, 4),
}
PREDNISOLONE_EQUAL_TO_4_MG = Fraction(5)

_JOINTS: Mapping[Site, SizeClass] = {
    Site.ACROMIOCLAVICULAR: _S,
    Site.HAND: _S,
    Site.FINGER: _S,
    Site.THUMB_BASE: _S,
    Site.WRIST: _M,
    Site.ELBOW: _M,
    Site.KNEE: _L,
    Site.SHOULDER: _L,
    Site.ANKLE: _L,
    Site.HIP: _L,
}
_SOFT_SITES = frozenset({Site.TROCHANTER, Site.PATELLAR_TENDON, Site.ACHILLES, Site.HEEL})
_SOFT_TARGETS = frozenset({Target.BURSA, Target.TENDON_SHEATH, Target.TENDON, Target.SOFT_TISSUE})
_OF_ITS_OWN: Mapping[tuple[Drug, Site], SizeClass] = {
    (Drug.BETAMETHASONE, Site.HIP): SizeClass.LARGE_HIP,
    (Drug.TRIAMCINOLONE_ER, Site.KNEE): SizeClass.LARGE_KNEE,
}


def maximum_key(drug: Drug, size: SizeClass) -> str:
    """The key under which the rule set holds a maximum."""
    return f"maximum_mg_{drug.value}_{size.value}"


def size_classes(drug: Drug, site: Site, target: Target | None) -> tuple[SizeClass | None, ...]:
    """The columns that may be meant; two where the target decides and is not recorded, None where there is none."""
    if site in _SOFT_SITES or target in _SOFT_TARGETS:
        return (_T,)
    joint = _OF_ITS_OWN.get((drug, site), _JOINTS.get(site))
    if target is Target.JOINT:
        return (joint,)
    return (None,) if target is not None or joint is None else (joint, _T)


def equivalent_mg(drug: Drug | None, mg: Fraction | None) -> Fraction | None:
    """Milligrams of methylprednisolone that it equals, exactly; None where drug or dose is not known."""
    equal = None if drug is None else EQUAL_TO_4_MG.get(drug)
    return None if equal is None or mg is None else mg * METHYLPREDNISOLONE_MG / equal
