"""People who do not exist: names from many scripts put together at random, with what stands in a record beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from cortitrack.domain.patient import Patient, Sex

_ALLERGIES = ("", "", "", "", "penicillin", "latex", "iodine contrast", "adhesive plaster")
_CONDITIONS = (
    "",
    "",
    "",
    "hypertension",
    "type 2 diabetes",
    "hypothyroidism",
    "atrial fibrillation",
    "osteoporosis",
    "total hip replacement, other side",
)
_STREETS = ("Quarry Lane", "Mill Rise", "Larch Way", "Harbour Steps", "Weavers’ Row", "Orchard Close")
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class _Names:
    language: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    family: tuple[str, ...]


class People:
    """An endless line of made-up people."""

    def __init__(self, folder: Path, random: Random, as_of: date) -> None:
        """Take names from `folder`; everyone is alive and grown up on `as_of`."""
        self._random = random
        self._as_of = as_of
        self._names = [_names(line) for line in lines_of(folder / "people.txt")]
        random.shuffle(self._names)
        self._made = 0

    def next(self, patient_id: int) -> Patient:
        """The next person; each language has its turn."""
        names = self._names[self._made % len(self._names)]
        self._made += 1
        pick = self._random.choice
        sex = pick((Sex.FEMALE, Sex.MALE))
        age = self._random.triangular(24, 91, 63)
        phone = f"+44 1632 960{self._random.randrange(1000):03d}"  # a range kept free for stories
        return Patient(
            id=patient_id,
            family_name=pick(names.family),
            given_name=pick(names.women if sex is Sex.FEMALE else names.men),
            birth_date=self._as_of - timedelta(days=int(age * _YEAR) + self._random.randrange(365)),
            sex=sex if self._random.random() > 0.03 else None,
            record_number=f"M-{1000 + self._made}",
            phone=phone if self._random.random() > 0.1 else "",
            address=f"{self._random.randrange(1, 90)} {pick(_STREETS)}" if self._random.random() > 0.3 else "",
            language=names.language,
            allergies=pick(_ALLERGIES),
            conditions=pick(_CONDITIONS),
        )


def _names(line: str) -> _Names:
    language, *lists = (part.strip() for part in line.split("|"))
    women, men, family = (tuple(name.strip() for name in one.split(",")) for one in lists)
    return _Names(language, women, men, family)


def lines_of(file: Path) -> list[str]:
    """The lines of a file that are neither empty nor a remark."""
    lines = file.read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
