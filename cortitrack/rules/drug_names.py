"""The names by which a free text gives away a medicine: own names and common brands, in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cortitrack.domain.injection import Drug

STEROID_NAMES: tuple[tuple[str, Drug], ...] = (  # the first that fits decides
    ("hexacetonid", Drug.TRIAMCINOLONE_HEXACETONIDE),
    ("aristospan", Drug.TRIAMCINOLONE_HEXACETONIDE),
    ("zilretta", Drug.TRIAMCINOLONE_ER),
    ("extended release", Drug.TRIAMCINOLONE_ER),
    ("extended-release", Drug.TRIAMCINOLONE_ER),
    ("triamcinolon", Drug.TRIAMCINOLONE_ACETONIDE),
    ("kenalog", Drug.TRIAMCINOLONE_ACETONIDE),
    ("methylprednisolon", Drug.METHYLPREDNISOLONE_ACETATE),
    ("depo-medr", Drug.METHYLPREDNISOLONE_ACETATE),
    ("depomedr", Drug.METHYLPREDNISOLONE_ACETATE),
    ("depo medr", Drug.METHYLPREDNISOLONE_ACETATE),
    ("betamet", Drug.BETAMETHASONE),
    ("celeston", Drug.BETAMETHASONE),
    ("dexamet", Drug.DEXAMETHASONE),
    ("decadron", Drug.DEXAMETHASONE),
    ("hydrocortison", Drug.HYDROCORTISONE),
)
ANY_STEROID = ("cortisone", "steroid", "glucocortico")
ANAESTHETICS = (
    ("lidocain", "lignocain", "xylocain"),
    ("bupivacain", "marcain"),
    ("ropivacain", "naropin"),
    ("mepivacain", "carbocain"),
    ("prilocain",),
    ("procain", "chloroprocain"),
    ("articain",),
)
ANY_ANAESTHETIC = ("local anaesthetic", "local anesthetic", "amide anaesthetic", "amide anesthetic", "-caine")
EXCIPIENTS = (
    "polyethylene glycol",
    "macrogol",
    "polysorbate",
    "carmellose",
    "carboxymethylcellulose",
    "benzyl alcohol",
    "benzalkonium",
    "paraben",
    "hydroxybenzoate",
    "sulfite",
    "sulphite",
    "edetate",
    "miripirium",
)
AT_ANY_NEEDLE = ("chlorhexidin", "latex")
STRONG_CYP3A4_INHIBITORS = (
    "ritonavir",
    "cobicistat",
    "itraconazol",
    "ketoconazol",
    "clarithromycin",
    "paxlovid",
    "norvir",
    "sporanox",
)
_DENIED = re.compile(r"^\W*(no|not|none|nil|never|denies|without|negative)\b|\bnot allergic\b|\bno known\b")
_NO_DRUG = frozenset({"", "none", "no", "nil", "-", "–"})


def asserted(text: str) -> str:
    """The text in lower case without the clauses that deny something: "no latex allergy; lidocaine" is about one."""
    clauses = re.split(r"[;,.\n/]| but ", text.casefold())
    return "; ".join(clause.strip() for clause in clauses if clause.strip() and not _DENIED.search(clause))


def named(text: str, names: Iterable[str]) -> str | None:
    """The first of `names` that the text contains."""
    lower = text.casefold()
    return next((name for name in names if name in lower), None)


def steroid_named(text: str) -> Drug | None:
    """The steroid that a free text names."""
    lower = text.casefold()
    return next((drug for name, drug in STEROID_NAMES if name in lower), None)


def says_something(text: str) -> bool:
    """Whether a drug field names anything, rather than being empty or saying that there was none."""
    return text.strip().casefold() not in _NO_DRUG
