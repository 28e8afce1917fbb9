"""Catalogues of translations: reads gettext's own .po text, so that no tool has to compile one first."""

from __future__ import annotations

import ast
import struct
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

_MAGIC = 0x950412DE
_HEAD = struct.Struct("<7I")
_PLACE = struct.Struct("<2I")


def find(domain: str, folder: Path, codes: list[str]) -> GNUTranslations | None:
    """The first catalogue of these languages in gettext's layout; a compiled .mo goes before its .po."""
    for code in codes:
        place = folder / code / "LC_MESSAGES"
        if (compiled := place / f"{domain}.mo").exists():
            return GNUTranslations(BytesIO(compiled.read_bytes()))
        if (source := place / f"{domain}.po").exists():
            return GNUTranslations(BytesIO(compile_po(source.read_text("utf-8"))))
    return None


def compile_po(text: str) -> bytes:
    """The .mo file of a .po file; entries that are fuzzy or not yet translated are left out."""
    entries = read_po(text)
    keys = sorted(entries, key=str.encode)
    strings = [key.encode() for key in keys] + [entries[key].encode() for key in keys]
    start = _HEAD.size + _PLACE.size * len(strings)
    places, body = b"", b""
    for string in strings:
        places += _PLACE.pack(len(string), start + len(body))
        body += string + b"\0"
    head = _HEAD.pack(_MAGIC, 0, len(keys), _HEAD.size, _HEAD.size + _PLACE.size * len(keys), 0, 0)
    return head + places + body


def read_po(text: str) -> dict[str, str]:
    """Every translated entry as gettext keys it: singular and plural, and the plural forms, joined by NUL."""
    entries = {}
    for block in text.replace("\r\n", "\n").split("\n\n"):
        fields = _fields(block)
        forms = [fields[name] for name in sorted(fields) if name.startswith("msgstr")]
        if "msgid" in fields and all(forms) and forms:
            key = "\0".join(fields[name] for name in ("msgid", "msgid_plural") if name in fields)
            entries[key] = "\0".join(forms)
    return entries


def _fields(block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if line.startswith("#,") and "fuzzy" in line:
            return {}
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith('"'):
            name, _, line = line.partition(" ")
            fields[name] = ""
        fields[name] += ast.literal_eval(line)
    return fields
