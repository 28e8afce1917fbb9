"""One window per data folder: the second start calls the first one, over a socket of this machine alone."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 3000
_PAUSE_S = 0.1


def _name(data: Path) -> str:
    return "cortitrack-" + hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]


def call_the_other(data: Path, clinic: Path | None) -> bool:
    """Ask the program that holds this data folder to come forward; whether it answered."""
    waited = 0.0
    while waited * 1000 < _PATIENCE_MS:
        socket = QLocalSocket()
        socket.connectToServer(_name(data))
        if socket.waitForConnected(_PATIENCE_MS):
            said = "" if clinic is None else str(clinic.resolve())
            socket.write(said.encode() + b"\n")
            socket.flush()
            return socket.waitForReadyRead(_PATIENCE_MS)
        time.sleep(_PAUSE_S)
        waited += _PAUSE_S
    return False


class Listener(QObject):
    """``called`` carries the path of a clinic that a second start was given, or an empty text."""

    called = Signal(str)

    def __init__(self, data: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _name(data)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a program that was killed
            self._server.listen(name)
        self._server.newConnection.connect(self._greet)

    @Slot()
    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)
        if not socket.canReadLine():
            socket.waitForReadyRead(_PATIENCE_MS)
        said = bytes(socket.readLine().data()).decode(errors="replace").strip()
        socket.write(b"here\n")
        socket.flush()
        self.called.emit(said)
