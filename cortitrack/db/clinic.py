"""The clinic's own card: one row."""

from __future__ import annotations

import json

from cortitrack.db.database import Connection
from cortitrack.domain.clinic import Clinic

_FIELDS = ("name", "address", "call_back", "email", "clinician", "made_up")


def get(c: Connection) -> Clinic:
    """The clinic as it stands."""
    row = c.execute(f"SELECT {', '.join(_FIELDS)} FROM clinic WHERE id = 1").fetchone()
    return _clinic(dict(zip(_FIELDS, row, strict=True)))


def put(c: Connection, clinic: Clinic, step: int) -> None:
    """Let this card stand."""
    c.execute(
        "INSERT INTO clinic (id, name, address, call_back, email, clinician, made_up, step) "
        "VALUES (1, :name, :address, :call_back, :email, :clinician, :made_up, :step) "
        "ON CONFLICT (id) DO UPDATE SET name = :name, address = :address, call_back = :call_back, "
        "email = :email, clinician = :clinician, made_up = :made_up, step = :step",
        _cells(clinic) | {"step": step},
    )


def to_text(clinic: Clinic) -> str:
    """The card as the trail keeps it."""
    return json.dumps(_cells(clinic), ensure_ascii=False)


def from_text(text: str) -> Clinic:
    """The card that the trail kept."""
    return _clinic(json.loads(text))


def _cells(clinic: Clinic) -> dict[str, str | int]:
    return {
        "name": clinic.name,
        "address": clinic.address,
        "call_back": clinic.call_back,
        "email": clinic.email,
        "clinician": clinic.clinician,
        "made_up": int(clinic.made_up),
    }


def _clinic(cells: dict[str, str | int]) -> Clinic:
    return Clinic(
        name=str(cells["name"]),
        address=str(cells["address"]),
        call_back=str(cells["call_back"]),
        email=str(cells["email"]),
        clinician=str(cells["clinician"]),
        made_up=bool(cells["made_up"]),
    )
