"""What a form may expect of every field, whatever it takes."""

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget


class Control(Protocol):
    """A field that holds a value of its own kind, or nothing, or something it cannot read.

    ``changed`` is sent when the value may have changed by hand or by ``set_value``, ``left`` when the
    keyboard goes elsewhere after typing. ``value`` is None
    when the field is empty or cannot be read; ``trouble`` then tells the two apart: it is empty, or
    one sentence that says what is wrong with what stands there.
    """

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def left(self) -> SignalInstance: ...

    def value(self) -> Any: ...

    def set_value(self, value: Any) -> None: ...

    def trouble(self) -> str: ...

    def editor(self) -> QWidget:
        """The widget that takes the keyboard and carries the accessible name and the error mark."""
        ...
