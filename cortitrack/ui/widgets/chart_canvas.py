"""A matplotlib canvas that keeps the letters it has drawn: a chart on the screen says much the same each time.

Setting type is what a redraw costs most, about half of it; drawing it again from a picture takes a tenth of that.
Only matplotlib's public methods are used, and whatever is not plain text goes to matplotlib as before.
"""

from functools import lru_cache
from math import ceil
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.font_manager import FontProperties

_KEPT = 512  # a chart has some forty texts
_MARGIN = 3  # pixels around a text that its letters may reach into


class KeepingCanvas(FigureCanvasAgg):
    """Draws like its parent, but each text only once."""

    def get_renderer(self) -> RendererAgg:
        """Return the renderer for the figure's size and density."""
        width, height = self.figure.bbox.size
        key = width, height, self.figure.dpi
        if getattr(self, "_key", None) != key:
            self._key = key
            self.renderer = _KeepingRenderer(width, height, self.figure.dpi)
        return self.renderer


class _KeepingRenderer(RendererAgg):
    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        red, green, blue, *opacity = gc.get_rgb()
        if ismath or angle or {gc.get_alpha(), *opacity} - {None, 1.0}:
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)
            return
        letters, below = _letters(s, prop.copy(), (red, green, blue), self.dpi)
        self.draw_image(gc, round(x) - _MARGIN, round(self.height - y) - below, letters)


@lru_cache(maxsize=_KEPT)
def _letters(text: str, prop: FontProperties, colour: tuple[float, float, float], dpi: float) -> tuple[Any, int]:
    """The text's picture, its lowest row first, and how far it reaches below the line the letters stand on."""
    measure = RendererAgg(1, 1, dpi)
    width, height, descent = measure.get_text_width_height_descent(text, prop, False)
    below, above = ceil(descent) + _MARGIN, ceil(height - descent) + _MARGIN
    sheet = RendererAgg(ceil(width) + 2 * _MARGIN, above + below, dpi)
    gc = sheet.new_gc()
    gc.set_foreground(colour)
    sheet.draw_text(gc, _MARGIN, above, text, prop, 0)
    return np.ascontiguousarray(np.asarray(sheet.buffer_rgba())[::-1]), below
