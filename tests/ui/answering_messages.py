"""Messages that keep what is said and answer from a list, for tests without dialogs."""

from pathlib import Path

from cortitrack.ui.messages import FileKinds


class AnsweringMessages:
    """``said`` holds (kind, sentence); ``answers`` are given in turn, and no or nothing after them."""

    def __init__(self, *answers: bool | Path | None) -> None:
        self.said: list[tuple[str, str]] = []
        self._answers = list(answers)

    def error(self, sentence: str, details: str = "") -> None:
        self.said.append(("error", sentence))

    def inform(self, sentence: str, details: str = "") -> None:
        self.said.append(("inform", sentence))

    def confirm(self, sentence: str, verb: str, details: str = "") -> bool:
        self.said.append(("confirm", sentence))
        return bool(self._next())

    def choose_open(self, title: str, kinds: FileKinds = (), folder: Path | None = None) -> Path | None:
        return self._choose(title)

    def choose_save(self, title: str, suggested: Path, kinds: FileKinds = ()) -> Path | None:
        return self._choose(title)

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        return self._choose(title)

    def _choose(self, title: str) -> Path | None:
        self.said.append(("choose", title))
        answer = self._next()
        return answer if isinstance(answer, Path) else None

    def _next(self) -> bool | Path | None:
        return self._answers.pop(0) if self._answers else None
