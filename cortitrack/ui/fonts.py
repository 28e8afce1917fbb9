"""Lends the screen our fonts for scripts that the system has none for, so that no name is a row of boxes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

_System = QFontDatabase.WritingSystem
_LENT = {
    _System.Latin: "NotoSans.ttf",
    _System.Hebrew: "NotoSansHebrew.ttf",
    _System.Arabic: "NotoSansArabic.ttf",
    _System.Armenian: "NotoSansArmenian.ttf",
    _System.Georgian: "NotoSansGeorgian.ttf",
    _System.Devanagari: "NotoSansDevanagari.ttf",
    _System.Bengali: "NotoSansBengali.ttf",
    _System.Gurmukhi: "NotoSansGurmukhi.ttf",
    _System.Gujarati: "NotoSansGujarati.ttf",
    _System.Oriya: "NotoSansOriya.ttf",
    _System.Tamil: "NotoSansTamil.ttf",
    _System.Telugu: "NotoSansTelugu.ttf",
    _System.Kannada: "NotoSansKannada.ttf",
    _System.Malayalam: "NotoSansMalayalam.ttf",
    _System.Sinhala: "NotoSansSinhala.ttf",
    _System.Thai: "NotoSansThai.ttf",
    _System.Lao: "NotoSansLao.ttf",
    _System.Myanmar: "NotoSansMyanmar.ttf",
    _System.Khmer: "NotoSansKhmer.ttf",
    _System.SimplifiedChinese: "WenQuanYiMicroHei.ttf",
}
_ALWAYS = ("NotoSansEthiopic.ttf",)  # Qt knows no name for this script


def lend_missing(folder: Path) -> int:
    """Add a font for every script without one; return how many were added."""
    lacking = [name for script, name in _LENT.items() if not QFontDatabase.families(script)]
    added = 0
    for name in (*lacking, *_ALWAYS):
        added += QFontDatabase.addApplicationFont(str(folder / name)) >= 0
    return added
