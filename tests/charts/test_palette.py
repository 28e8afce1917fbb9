"""The palette's contrast is measured, so that a prettier shade cannot make text unreadable."""

import re
from dataclasses import fields

import pytest

from cortitrack.charts.palette import (
    DARK,
    LIGHT,
    MARK_CONTRAST,
    PAPER,
    TEXT_CONTRAST,
    TONES,
    Palette,
    contrast,
    mixed,
    strengthened,
)

PALETTES = {
    "light": LIGHT,
    "dark": DARK,
    "paper": PAPER,
    "light, high contrast": strengthened(LIGHT),
    "dark, high contrast": strengthened(DARK),
}
each_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())


def test_contrast_of_the_extremes() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_mixing_goes_from_under_to_over() -> None:
    assert mixed("#FFFFFF", "#000000", 0) == "#000000"
    assert mixed("#FFFFFF", "#000000", 1) == "#FFFFFF"
    assert mixed("#FFFFFF", "#000000", 0.5) == "#808080"


@each_palette
@pytest.mark.parametrize("text", ["ink", "muted", *TONES])
@pytest.mark.parametrize("ground", ["canvas", "surface"])
def test_text_can_be_read(palette: Palette, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= TEXT_CONTRAST


@each_palette
@pytest.mark.parametrize("tone", [*TONES, "muted"])
def test_text_can_be_read_on_its_own_tint(palette: Palette, tone: str) -> None:
    soft = getattr(palette, f"{tone}_soft")
    assert contrast(getattr(palette, tone), soft) >= TEXT_CONTRAST
    assert contrast(palette.ink, soft) >= TEXT_CONTRAST


@each_palette
def test_secondary_text_can_be_read_on_the_chosen_row(palette: Palette) -> None:
    assert contrast(palette.muted, palette.accent_soft) >= TEXT_CONTRAST


@each_palette
def test_text_on_the_accent_can_be_read(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= TEXT_CONTRAST
    assert contrast(palette.on_accent, palette.accent_strong) >= TEXT_CONTRAST


@each_palette
@pytest.mark.parametrize("mark", ["ink", *TONES])
@pytest.mark.parametrize("ground", ["canvas", "surface", "window_early", "window_late"])
def test_marks_can_be_seen(palette: Palette, mark: str, ground: str) -> None:
    assert contrast(getattr(palette, mark), getattr(palette, ground)) >= MARK_CONTRAST


@each_palette
@pytest.mark.parametrize("ground", ["canvas", "surface"])
def test_the_edge_of_a_field_can_be_seen(palette: Palette, ground: str) -> None:
    assert contrast(palette.edge, getattr(palette, ground)) >= MARK_CONTRAST


@each_palette
def test_every_colour_is_written_the_same_way(palette: Palette) -> None:
    for role in fields(palette):
        value = getattr(palette, role.name)
        if role.name != "dark":
            assert re.fullmatch("#[0-9A-F]{6}", value)
