"""The command line: what can be asked, and the one fence past which no trouble gets without a plain sentence."""

from __future__ import annotations

import argparse
import getpass
import io
import json
import logging
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from cortitrack import paths, settings
from cortitrack.domain.errors import Cancelled, Invalid, StorageTrouble
from cortitrack.domain.referral import Preset, Urgency
from cortitrack.verbs.refused import Refused
from cortitrack.words.tongue import set_language, t

DONE, REFUSED, STOPPED = 0, 1, 130
LEVELS = ("debug", "info", "warning", "error")


class _Version(argparse.Action):
    """Says the version; looking it up takes time, so only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help="say the version and stop")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"cortitrack {_version()}")
        parser.exit()


def _version() -> str:
    from cortitrack.ui.version import version

    return version()


class _Parser(argparse.ArgumentParser):
    """Says at the end of its help what the program is not; that sentence is loaded only for the help."""

    def format_help(self) -> str:
        from cortitrack.verbs import said

        self.epilog = said.boundary()
        return super().format_help()


_Verb = Callable[[str, str], argparse.ArgumentParser]


def _day(text: str) -> date:
    try:
        if len(text) == len("2026-03-04"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-03-04")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 200_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 200000")
    return int(text)


def _global_options(default: object) -> argparse.ArgumentParser:
    """The options that may stand before or after the verb; after it, absent ones leave the earlier ones alone."""
    either = argparse.ArgumentParser(add_help=False)
    add = either.add_argument
    add("--clinic", metavar="FILE", type=Path, default=default, help="the clinic's file (default: last opened)")
    add("--data-dir", metavar="DIR", type=Path, default=default, help="where settings and the log lie")
    add("--lang", metavar="CODE", default=default, help="language, e.g. en")
    add("--read-only", action="store_true", default=default or False, help="never write to the clinic's file")
    add("--log-level", metavar="L", choices=LEVELS, default=default, help=", ".join(LEVELS))
    return either


def make_parser() -> argparse.ArgumentParser:
    """All verbs with their options."""
    parser = _Parser(
        prog="cortitrack",
        parents=[_global_options(None)],
        description="Tells whether a cortisone injection worked, and why. Without a verb the window opens.",
    )
    parser.add_argument("--version", action=_Version)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs", parser_class=argparse.ArgumentParser)
    either = _global_options(argparse.SUPPRESS)

    def verb(name: str, does: str) -> argparse.ArgumentParser:
        one = verbs.add_parser(name, parents=[either], help=does, description=does)
        one.add_argument("--version", action=_Version)
        return one

    _add_file_verbs(verb)
    _add_asking_verbs(verb)
    return parser


def _add_file_verbs(verb: _Verb) -> None:
    init = verb("init", "a new, empty clinic")
    init.add_argument("file", metavar="FILE", type=Path)
    init.add_argument("--name", help="the clinic's name (default: the file's)")
    demo = verb("demo", "a clinic of made-up people")
    demo.add_argument("file", metavar="FILE", type=Path)
    demo.add_argument("--patients", metavar="N", type=_count, default=40)
    demo.add_argument("--seed", metavar="S", type=int, default=1)
    demo.add_argument("--as-of", metavar="DATE", type=_day, help="the day it plays on (default: today)")
    tour = verb("tour", "the main job shown without a screen, as pictures and a letter")
    tour.add_argument("dir", metavar="DIR", type=Path)
    carry_in = verb("import", "an archive (folder or zip) into the clinic")
    carry_in.add_argument("paths", metavar="PATH", type=Path, nargs="+")
    carry_in.add_argument("--dry-run", action="store_true", help="only say what would happen")
    carry_in.add_argument("--partial", action="store_true", help="keep good rows, list refused ones")
    carry_in.add_argument("--json", action="store_true")
    carry_out = verb("export", "the clinic's records as an archive (folder, or zip if named so)")
    carry_out.add_argument("path", metavar="PATH", type=Path)
    carry_out.add_argument("--format", choices=["csv"], default="csv")
    carry_out.add_argument("--patient", metavar="ID")
    check = verb("check", "is the file whole; schema, counts, last backup")
    check.add_argument("--json", action="store_true")


def _add_asking_verbs(verb: _Verb) -> None:
    people = verb("patients", "find people")
    people.add_argument("--find", metavar="TEXT", default="")
    people.add_argument("--json", action="store_true")
    verdicts = verb("verdicts", "one row for each corticosteroid injection")
    verdicts.add_argument("--as-of", metavar="DATE", type=_day)
    verdicts.add_argument("--patient", metavar="ID")
    form = verdicts.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--csv", action="store_true")
    letter = verb("letter", "the referral letter as PDF")
    letter.add_argument("problem_id", metavar="PROBLEM_ID")
    letter.add_argument("--out", metavar="FILE", type=Path, required=True)
    letter.add_argument("--preset", choices=[p.value for p in Preset], default=Preset.ORTHOPAEDIC.value)
    letter.add_argument("--to", metavar="NAME", default="")
    letter.add_argument("--question", metavar="TEXT", default="")
    letter.add_argument("--urgency", choices=[u.value for u in Urgency], default=Urgency.ROUTINE.value)
    letter.add_argument("--urgency-reason", metavar="TEXT", default="")
    letter.add_argument("--draft", action="store_true")
    chart = verb("chart", "the response chart as SVG, PNG or PDF")
    chart.add_argument("problem_id", metavar="PROBLEM_ID")
    chart.add_argument("--out", metavar="FILE", type=Path, required=True)


# --- the fence --------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked and return the exit code; whatever happens, a person reads a sentence and no traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = make_parser().parse_args(arguments)
    data = paths.data_folder(asked.data_dir)
    chosen = settings.load(paths.settings_file(data))
    set_language(asked.lang or chosen.language or "en", paths.resources() / "locale")
    try:
        code = _do(asked, data, chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the answer has read enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except (KeyboardInterrupt, Cancelled):
        return _refuse(asked, t("Stopped; nothing of it was kept."), STOPPED)
    except Refused as refused:
        return _refuse(asked, str(refused))
    except Invalid as invalid:
        return _refuse(asked, _words(invalid))
    except StorageTrouble as trouble:
        return _refuse(asked, _words(trouble))
    except Exception as error:
        return _refuse(asked, _our_own_fault(error, data))
    return code


def _do(asked: argparse.Namespace, data: Path, chosen: settings.Settings) -> int:
    from cortitrack.services.bench import Bench

    bench = Bench(
        now=lambda: datetime.now().astimezone(),
        random_bits=lambda bits: int.from_bytes(os.urandom((bits + 7) // 8), "big") >> (-bits % 8),
        user=chosen.user or _user_of_the_system(),
        fonts=paths.resources() / "fonts",
        software=lambda: f"CortiTrack {_version()}",
    )
    logging.basicConfig(level=(asked.log_level or "warning").upper(), stream=sys.stderr)
    if asked.verb is None:
        from cortitrack import app

        return app.run(bench=bench, data=data, clinic=asked.clinic, read_only=asked.read_only)
    from cortitrack.verbs import carry, clinic_file, look, paper, tour
    from cortitrack.verbs.call import Call

    verbs: dict[str, Callable[[Call], int]] = {
        "init": clinic_file.init,
        "demo": clinic_file.make_demo,
        "check": clinic_file.check,
        "tour": tour.show,
        "import": carry.carry_in,
        "export": carry.carry_out,
        "patients": look.patients,
        "verdicts": look.verdicts,
        "chart": paper.chart,
        "letter": paper.letter,
    }
    return verbs[asked.verb](Call(asked, sys.stdout, sys.stderr, data, bench))


def _words(error: Invalid | StorageTrouble) -> str:
    """The sentence for what the user or the world did; its words are not loaded before the window is painted."""
    from cortitrack.verbs import said

    return said.trouble(error)


def _refuse(asked: argparse.Namespace, sentence: str, code: int = REFUSED) -> int:
    """One plain sentence on stderr; a program that asked for JSON gets it there too."""
    if getattr(asked, "json", False):
        json.dump({"error": sentence}, sys.stdout, ensure_ascii=False)
        print()
    print(sentence, file=sys.stderr)
    return code


def _user_of_the_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "someone"


def _our_own_fault(error: Exception, data: Path) -> str:
    """Write down where it happened, without any value that could belong to a person, and say where it stands."""
    places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    file = paths.log_file(data)
    try:
        data.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            log.write("\n".join([f"{moment} {_version()} {type(error).__name__}", *places]) + "\n")
    except OSError:
        return t("Something went wrong inside CortiTrack; nothing was changed. Please tell its makers.")
    return t("Something went wrong inside CortiTrack; nothing was changed. Where is written in {file}.", file=file)
