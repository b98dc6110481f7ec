"""What the command line understands."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from bot import __version__
from bot.settings.secret import without_tokens
from bot.terminal.reports import REPORTS
from bot.terminal.usage import ROOT_EPILOG
from bot.terminal.values import day, language, moment, number, port
from bot.terminal.writing import NEW_EPILOGS, WRITING, add_arguments_of_kind

UNUSABLE: Final = 2
"""Exit status for bad usage, settings that cannot be used, or a knowledge base that does not load."""

Commands: TypeAlias = Mapping[str, tuple[object, str, str]]
"""By name: what does the work, what that is in a few words, and examples."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {without_tokens(message)} (see {self.prog} --help).\n")


def parser_of(commands: Commands) -> argparse.ArgumentParser:
    """What the command line understands; ``command`` of the result does the work."""
    root = Parser(
        prog="pricebot",
        description="Answers questions about the prices of large language models: exactly, with sum and source.",
        epilog=ROOT_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    root.add_argument("--version", action="version", version=f"pricebot {__version__}")
    adding = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (command, summary, epilog) in commands.items():
        one = adding.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        one.set_defaults(command=command, refuse=one.error)
        if name in _ADDING:
            _ADDING[name](one)
        if name not in _WITHOUT_KNOWLEDGE:
            one.add_argument("--knowledge", type=Path, metavar="DIR", help="the folder of YAML files to answer from")
    return root


def parser_of_new(kind: str) -> argparse.ArgumentParser:
    """What ``pricebot new`` understands of one kind, but for the entry's own fields."""
    one = Parser(
        prog=f"pricebot new {kind}",
        description=NEW_EPILOGS[kind],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_arguments_of_kind(one)
    return one


def _add_ask_arguments(ask: argparse.ArgumentParser) -> None:
    _add_words(ask, "question")
    ask.add_argument("--json", action="store_true", help="one JSON object a line, with all numbers exact")
    ask.add_argument("--group", action="store_true", help="as overheard in a group: silent unless certain")
    _add_language_and_day(ask)
    _add_full(ask)


def _add_check_arguments(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="only what is found in these files")
    check.add_argument(
        "--lang", type=language, metavar="LANG", help="in zh-Hans, zh-Hant or en; by the locale unless told"
    )
    check.add_argument(
        "--asks", action="store_true", help="try how well facts are found in other words than those under asks:"
    )
    check.add_argument(
        "--against",
        metavar="REV|DIR",
        help="warn of past prices that differ from this git revision or folder; from HEAD unless told",
    )
    check.add_argument("--strict", action="store_true", help="status 2 for a warning, too")
    check.add_argument(
        "--format",
        choices=["text", "json", "github"],
        default="text",
        help="for people, for programs, or as annotations of a pull request",
    )


def _add_language_and_day(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lang", type=language, metavar="LANG", help="reply in zh-Hans, zh-Hant or en")
    command.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="with the prices of that day")
    _add_clock(command)


def _add_explain_arguments(explain: argparse.ArgumentParser) -> None:
    _add_words(explain, "text")
    explain.add_argument("--json", action="store_true", help="one JSON object a line")


def _add_history_arguments(history: argparse.ArgumentParser) -> None:
    history.add_argument("words", nargs="+", metavar="MODEL", help="names of models, or a question")
    _add_language_and_day(history)


def _add_chart_arguments(chart: argparse.ArgumentParser) -> None:
    _add_history_arguments(chart)
    chart.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help="the PNG to write")
    chart.add_argument("--dark", action="store_true", help="light on dark")


def _add_chat_arguments(chat: argparse.ArgumentParser) -> None:
    _add_clock(chat)
    _add_full(chat)


def _add_unanswered_arguments(unanswered: argparse.ArgumentParser) -> None:
    unanswered.add_argument(
        "--most", type=number, default=50, metavar="N", help="how many groups are shown; 50 unless told"
    )


def _add_run_arguments(run: argparse.ArgumentParser) -> None:
    run.add_argument("--or-chat", action="store_true", help="without a token, the local chat, piped or not")
    run.add_argument("--take-over", action="store_true", help="poll even where a webhook is set, which then goes")


def _add_health_arguments(health: argparse.ArgumentParser) -> None:
    health.add_argument("--ready", action="store_true", help="whether it takes updates in, not only whether it lives")


def _add_playground_arguments(playground: argparse.ArgumentParser) -> None:
    playground.add_argument("--port", type=port, metavar="N", help="the port of the page")


def _add_full(command: argparse.ArgumentParser) -> None:
    command.add_argument("--full", action="store_true", help="all that is known, rather than what matters in few lines")


def _add_clock(command: argparse.ArgumentParser) -> None:
    command.add_argument("--now", type=moment, metavar="WHEN", help="as if it were then, e.g. 2026-11-28T20:30")


def _add_words(command: argparse.ArgumentParser, what: str) -> None:
    explained = f"one {what}, whose words need no quotes; - alone for one a line on standard input"
    command.add_argument("words", nargs="+", metavar="WORD", help=explained)


_ADDING: Final[Mapping[str, Callable[[argparse.ArgumentParser], None]]] = {
    "ask": _add_ask_arguments,
    "explain": _add_explain_arguments,
    "history": _add_history_arguments,
    "chart": _add_chart_arguments,
    "chat": _add_chat_arguments,
    "check": _add_check_arguments,
    **WRITING,
    "unanswered": _add_unanswered_arguments,
    **REPORTS,
    "run": _add_run_arguments,
    "health": _add_health_arguments,
    "playground": _add_playground_arguments,
}
"""What each command takes beside the folder of the knowledge."""

_WITHOUT_KNOWLEDGE: Final = ("schema", "health")
