"""The colours of the program as named roles, for light, dark and paper, and the measure of their contrast."""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Every colour in use; a role's name says what it is for, never what it looks like.

    ``canvas`` lies under everything, ``surface`` under cards and fields. ``line`` only separates;
    ``edge`` bounds what can be typed into, so it is a mark. A ``…_soft`` tint lies under text of its
    own tone. The windows are the shaded spans of the response chart.
    """

    dark: bool
    canvas: str
    surface: str
    line: str
    edge: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    hint: str
    accent_soft: str
    good_soft: str
    warn_soft: str
    bad_soft: str
    hint_soft: str
    muted_soft: str
    accent_strong: str
    window_early: str
    window_late: str


TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0
TONES = ("accent", "good", "warn", "bad", "hint")


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, under: str, share: float) -> str:
    """The colour laid over another one with the given share (0 = only ``under``, 1 = only ``colour``)."""
    pairs = zip(_parts(colour), _parts(under), strict=True)
    return "#" + "".join(f"{round(top * share + below * (1 - share)):02X}" for top, below in pairs)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 for black and 1 for white."""
    linear = []
    for part in _parts(colour):
        level = part / 255
        linear.append(level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


LIGHT = Palette(
    dark=False,
    canvas="#F4F6F9",
    surface="#FFFFFF",
    line="#E1E6ED",
    edge="#7F8C9F",
    ink="#1A2330",
    muted="#5A6677",
    accent="#0E6B80",
    on_accent="#FFFFFF",
    good="#2B7A4B",
    warn="#9A5B00",
    bad="#B02A23",
    hint="#6B5BA8",
    accent_soft="#E2F0F4",
    good_soft="#E4F3EA",
    warn_soft="#FDF1DE",
    bad_soft="#FCE9E7",
    hint_soft="#EFECF9",
    muted_soft="#EDF0F4",
    accent_strong="#0A5566",
    window_early="#E9F2F5",
    window_late="#F0EDFA",
)

DARK = Palette(
    dark=True,
    canvas="#12171E",
    surface="#1B222C",
    line="#2C3643",
    edge="#69778A",
    ink="#E8EDF3",
    muted="#9AA7B7",
    accent="#57B6CC",
    on_accent="#0E161C",
    good="#6CC592",
    warn="#E3A84F",
    bad="#F08A80",
    hint="#B3A6EA",
    accent_soft="#18343D",
    good_soft="#1E3529",
    warn_soft="#382C17",
    bad_soft="#3C2124",
    hint_soft="#2B2740",
    muted_soft="#262F3B",
    accent_strong="#7CC9DB",
    window_early="#1D2C32",
    window_late="#272339",
)

PAPER = replace(
    LIGHT,
    canvas="#FFFFFF",
    line="#D5DAE1",
    ink="#111820",
    muted="#4A5462",
    window_early="#EEF1F3",
    window_late="#E4E7EB",
)


def strengthened(palette: Palette) -> Palette:
    """The palette for people who asked their system for high contrast."""
    ink, ground = ("#FFFFFF", "#000000") if palette.dark else ("#000000", "#FFFFFF")
    stronger: dict[str, Any] = {tone: mixed(getattr(palette, tone), ink, 0.65) for tone in TONES}
    soft: dict[str, Any] = {f"{tone}_soft": mixed(stronger[tone], ground, 0.08) for tone in TONES}
    return replace(
        palette,
        canvas=ground,
        surface=ground,
        line=ink,
        edge=ink,
        ink=ink,
        muted=mixed(ink, ground, 0.88),
        on_accent=ground,
        accent_strong=ink,
        muted_soft=mixed(ink, ground, 0.12),
        **stronger,
        **soft,
    )
