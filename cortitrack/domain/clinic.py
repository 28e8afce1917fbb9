"""The clinic that keeps the file: what stands on its letters."""

from __future__ import annotations

from dataclasses import dataclass

from cortitrack.domain.checks import LINE, LONG, required, text_fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """Name and address as they are printed; `call_back` is the number on which a colleague is answered."""

    name: str
    address: str = ""
    call_back: str = ""
    email: str = ""
    clinician: str = ""
    made_up: bool = False

    def __post_init__(self) -> None:
        required("name", self.name)
        text_fits(LINE, name=self.name, call_back=self.call_back, email=self.email, clinician=self.clinician)
        text_fits(LONG, address=self.address)
