"""Which font prints what, and that glyphs give their text back."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cortitrack.documents.typefaces import Fonts

NAMES = [
    "Müller",
    "Łukasz Żółć-Ćwikła",
    "Nguyễn Thị Hường",
    "Þórbjörg Ðuríður",
    "Αλέξανδρος Παπαδόπουλος",
    "Сергей Щербаков",
    "محمد بن عبد الله الخطيب",
    "علاء الدين الأحمد",
    "پژوهش گچ",
    "דוד בן־גוריון",
    "क्षत्रिय श्रीकृष्ण",
    "น้ำผึ้ง กิ่งแก้ว",
    "张伟",
    "髙橋 一郎 アキラ",
    "김철수",
    "Հայաստան",
    "საქართველო",
    "বাংলা",
    "தமிழ் கொ",
    "తెలుగు",
    "ಕನ್ನಡ",
    "മലയാളം",
    "සිංහල",
    "ગુજરાતી",
    "ਪੰਜਾਬੀ",
    "ଓଡ଼ିଆ",
    "አማርኛ",
    "ខ្មែរ",
    "ລາວ",
    "မြန်မာ",
]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_printed_with_its_own_glyphs(fonts: Fonts, name: str) -> None:
    assert fonts.unprintable(name) == ""
    rightward = unicodedata.bidirectional(name[0]) == "L"
    for stretch in fonts.stretches(name, bold=False, rightward=rightward):
        assert all(step.glyph != 0 for step in stretch.steps)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_glyphs_give_their_text_back(fonts: Fonts, name: str, bold: bool) -> None:
    rightward = unicodedata.bidirectional(name[0]) == "L"
    texts = [step.text for s in fonts.stretches(name, bold=bold, rightward=rightward) for step in s.steps]
    said = "".join(texts if rightward else reversed(texts))
    assert unicodedata.normalize("NFKC", said) == unicodedata.normalize("NFKC", name)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Anna", ""),
        ("Anna\tB\nC\u200d\u202f", ""),
        ("𓀀na𓀀", "𓀀"),
        ("a\ue000b\U000e0fff", "\ue000\U000e0fff"),
        ("𠮷野", "𠮷"),
        ("e\u0301", ""),
        ("\ud800", "\ud800"),
        ("👩🏽‍⚕️ ❤️ ≥ ½ → ✓", ""),
    ],
)
def test_what_no_font_prints_is_named(fonts: Fonts, text: str, missing: str) -> None:
    assert fonts.unprintable(text) == missing


def test_latin_text_opens_one_file(root: Path) -> None:
    fonts = Fonts(root / "resources" / "fonts")
    fonts.stretches("Müller", bold=True, rightward=True)
    assert list(fonts._typefaces) == ["NotoSans"]


def test_arabic_letters_are_joined(fonts: Fonts) -> None:
    (stretch,) = fonts.stretches("محمد", bold=False, rightward=False)
    alone = {fonts.stretches(letter, bold=False, rightward=False)[0].steps[0].glyph for letter in "محد"}
    first, *middle, _ = [step.glyph for step in stretch.steps][::-1]
    assert first not in alone
    assert not alone & set(middle)


def test_a_folder_without_the_text_font_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Fonts(tmp_path)


def test_bold_is_a_real_weight_where_there_is_one(fonts: Fonts) -> None:
    for name in ("Anna", "Анна", "अन्ना"):
        assert not fonts.stretches(name, bold=True, rightward=True)[0].cut.thickened
    assert fonts.stretches("张", bold=True, rightward=True)[0].cut.thickened


def test_bundled_files_have_truetype_outlines_and_a_licence(root: Path) -> None:
    folder = root / "resources" / "fonts"
    files = sorted(folder.glob("*.ttf"))
    assert sum(file.stat().st_size for file in files) < 12_000_000
    said = (folder / "README.md").read_text(encoding="utf-8")
    for file in files:
        with TTFont(file, lazy=True) as font:
            assert "glyf" in font
        assert file.stem.removesuffix("-Bold").removeprefix("NotoSans") in said
    for licence in ("OFL.txt", "DejaVu-licence.txt", "Apache-2.0.txt"):
        assert licence in said
        assert (folder / licence).is_file()


def test_a_file_that_is_missing_makes_its_script_unprintable(root: Path, tmp_path: Path) -> None:
    source = root / "resources" / "fonts" / "NotoSans.ttf"
    (tmp_path / source.name).write_bytes(source.read_bytes())
    assert Fonts(tmp_path).unprintable("Anna דוד") == "דו"
