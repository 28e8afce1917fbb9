"""Which way each character of a paragraph runs: the Unicode bidirectional algorithm, isolates but no embeddings."""

import re
import unicodedata
from collections.abc import Sequence

_STRONG = {"L": 0, "R": 1, "AL": 1}
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_DEEPEST = 60
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_RIGHTWARD = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_OPENING = "([{⁅⁽₍〈《「『【〔（［｛｢"
_CLOSING = ")]}⁆⁾₎〉》」』】〕）］｝｣"
_CLOSER = dict(zip(_OPENING, _CLOSING, strict=True))


def base_level(text: str) -> int:
    """Return 1 if the first letter outside isolates runs from right to left, else 0."""
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in _STRONG:
            return _STRONG[kind]
    return 0


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character: even runs to the right, odd runs to the left."""
    if base == 0 and _RIGHTWARD.search(text) is None:
        return [0] * len(text)
    return _levels(text, base)


def _levels(text: str, embedding: int) -> list[int]:
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    isolates = _isolates(kinds) if embedding < _DEEPEST else []
    for opening, closing in isolates:
        kinds[opening + 1 : closing] = ["BN"] * (closing - opening - 1)
    seen = [at for at, kind in enumerate(kinds) if kind != "BN"]
    resolved = ["ON" if kind in _ISOLATES or kind == "PDI" else kind for at in seen if (kind := kinds[at])]
    _resolve_weak(resolved, "R" if embedding % 2 else "L")
    _resolve_brackets([text[at] for at in seen], resolved, embedding % 2)
    _resolve_neutral(resolved, embedding % 2)
    found = dict(zip(seen, (_implicit(kind, embedding) for kind in resolved), strict=True))
    result, last = [], embedding
    for at in range(len(text)):
        last = found.get(at, last)
        result.append(last)
    for opening, closing in isolates:
        inner = text[opening + 1 : closing]
        direction = {"LRI": 0, "RLI": 1}.get(unicodedata.bidirectional(text[opening]), base_level(inner))
        result[opening + 1 : closing] = _levels(inner, embedding + (2 if embedding % 2 == direction else 1))
    return result


def _isolates(kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the outermost isolates begin and end."""
    found, depth, start = [], 0, 0
    for at, kind in enumerate(kinds):
        if kind in _ISOLATES:
            start = at if depth == 0 else start
            depth += 1
        elif kind == "PDI" and depth:
            depth -= 1
            if depth == 0:
                found.append((start, at))
    return [*found, (start, len(kinds))] if depth else found


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Return the positions of a line's runs from left to right."""
    order = list(range(len(run_levels)))
    if not run_levels or max(run_levels) == 0:
        return order
    for level in range(max(run_levels), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _resolve_weak(kinds: list[str], outside: str) -> None:
    """Rules W1 to W7: marks, numbers and their separators."""
    previous, strong = outside, outside
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kind = previous
        previous = kind
        if kind in _STRONG:
            strong = kind
        if kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[at] = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and ((kind == "CS" and before in {"EN", "AN"}) or (kind == "ES" and before == "EN")):
            kinds[at] = before
    _spread_terminators(kinds)
    strong = outside
    for at, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind in {"ES", "ET", "CS"}:
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _spread_terminators(kinds: list[str]) -> None:
    """Rule W5: a percent or currency sign beside a number belongs to it."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at:
            beside = kinds[at - 1 : at] + kinds[end : end + 1]
            if "EN" in beside:
                kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)


def _direction(kind: str) -> str | None:
    return "L" if kind == "L" else "R" if kind in {"R", "EN", "AN"} else None


def _pairs(chars: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        if kinds[at] != "ON":
            continue
        if char in _CLOSER:
            stack.append((_CLOSER[char], at))
        elif char in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == char:
                    found.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    return sorted(found)


def _resolve_brackets(chars: Sequence[str], kinds: list[str], base: int) -> None:
    """Rule N0: a pair of brackets runs with what it holds."""
    embedding = "R" if base else "L"
    for opening, closing in _pairs(chars, kinds):
        inside = {_direction(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if not inside:
            continue
        before = next((d for kind in reversed(kinds[:opening]) if (d := _direction(kind))), embedding)
        direction = before if embedding not in inside and before in inside else embedding
        for bracket in (opening, closing):
            kinds[bracket] = direction
            _carry_marks(chars, kinds, bracket)


def _carry_marks(chars: Sequence[str], kinds: list[str], bracket: int) -> None:
    """Let the marks on a bracket run as it does."""
    at = bracket + 1
    while at < len(kinds) and unicodedata.bidirectional(chars[at]) == "NSM":
        kinds[at] = kinds[bracket]
        at += 1


def _resolve_neutral(kinds: list[str], base: int) -> None:
    """Rules N1 and N2: what stands between two letters of one direction follows them."""
    embedding = "R" if base else "L"
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _direction(kinds[at - 1]) if at else embedding
            after = _direction(kinds[end]) if end < len(kinds) else embedding
            kinds[at:end] = [before if before == after and before else embedding] * (end - at)
        at = max(end, at + 1)


def _implicit(kind: str, embedding: int) -> int:
    """Rules I1 and I2."""
    if embedding % 2 == 0:
        return embedding + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
    return embedding + (0 if kind == "R" else 1)
