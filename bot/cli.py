"""The command ``pricebot``: what it understands, and who does the work."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from bot.answers import Context
from bot.knowledge.problems import KnowledgeError, listed
from bot.maintaining import MAINTAINING
from bot.opening import FAILED, OK, Command, engine_of, language_of_terminal, settings_of
from bot.settings import Secret, Settings, SettingsError, default_database, from_environment
from bot.settings.variables import FOR_HEALTH, FOR_TELEGRAM
from bot.terminal import usage
from bot.terminal.options import UNUSABLE, parser_of
from bot.terminal.streams import Streams, is_terminal, lines, standard_streams

if TYPE_CHECKING:
    from bot.engine import Engine
    from bot.telegram.answering.upkeep import Upkeep
    from bot.telegram.chats.records import Records

INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141

YOUNG_OBJECTS: Final = 20_000
"""Objects made and not dropped before the garbage collector looks for cycles among them: some megabytes.

By default it looks every few hundred: several times for each question, and a hundred times while libraries and
knowledge are loaded, a sixth of the time that this takes.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, by default those of the process; the exit status."""
    gc.set_threshold(YOUNG_OBJECTS)
    streams = standard_streams()
    options = parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options, streams, os.environ)
    except KnowledgeError as error:
        problems = listed(error.problems, language_of_terminal(os.environ))
        streams.complain("\n".join(("the knowledge base does not load:", *problems)))
        return UNUSABLE
    except SettingsError as error:
        streams.complain(str(error))
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _write_no_more()
        return PIPE_CLOSED
    except OSError as error:
        _write_no_more()
        streams.complain(f"cannot go on: {error.strerror or error}.")
        return FAILED


def _write_no_more() -> None:
    """Point standard output at nothing, so that what is still buffered does not fail once more at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _ask(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.terminal.batch import ask

    settings = settings_of(options, environ)
    context = replace(_context(options, settings), addressed=not options.group)
    ask(engine_of(settings), _one_text(options), context, streams, as_json=options.json, full=options.full)
    return OK


def _history(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.terminal.pictures import history

    settings = settings_of(options, environ)
    return OK if history(engine_of(settings), options.words, _context(options, settings), streams) else FAILED


def _chart(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.terminal.pictures import chart

    settings = settings_of(options, environ)
    context = _context(options, settings)
    made = chart(engine_of(settings), options.words, options.output, context, streams, dark=options.dark)
    return OK if made else FAILED


def _context(options: argparse.Namespace, settings: Settings) -> Context:
    """What the options say of language and time."""
    return Context(language=options.lang, usual_language=settings.language, as_of=options.as_of, now=options.now)


def _one_text(options: argparse.Namespace) -> list[str]:
    """The words of the one text that is given; a text in quotes beside other words would be one too many."""
    words: list[str] = options.words
    if len(words) > 1 and (words[0] == "-" or any(len(word.split()) > 1 for word in words)):
        options.refuse("more than one text; put the whole of it in quotes, or write - and give one a line")
    return words


def _explain(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.terminal.batch import explain

    words = _one_text(options)
    explain(engine_of(settings_of(options, environ)), words, streams, as_json=options.json)
    return OK


def _chat(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    return _talk(settings_of(options, environ), streams, environ, options.now, full=options.full)


def _run(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    settings = settings_of(options, environ, *FOR_TELEGRAM)
    if settings.token is None:
        return _run_without_token(settings, streams, environ, or_chat=options.or_chat)

    from bot.telegram.network.process import end_on_sigterm, run

    end_on_sigterm()
    from bot.telegram.chats.records import kept_records

    _log_to(streams, settings, settings.log_level)
    database = settings.database or default_database(environ)
    beside = database if isinstance(database, Path) else default_database(environ)
    engine, upkeep = _kept_up(settings, beside.parent)

    async def answer() -> int:
        async with kept_records(database) as records:
            return await _answer_on_telegram(settings, engine, upkeep, records, take_over=options.take_over)

    return run(answer())


def _run_without_token(settings: Settings, streams: Streams, environ: Mapping[str, str], *, or_chat: bool) -> int:
    """At a terminal, let the reader choose between chat and playground.

    Elsewhere nobody may be there to read: a service whose secret is missing must fail, unless it was asked to chat.
    """
    if not (is_terminal(streams.input) and is_terminal(streams.output)):
        streams.complain(usage.NO_TOKEN_CHAT if or_chat else usage.NO_TOKEN)
        return _talk(settings, streams, environ) if or_chat else UNUSABLE
    streams.say(usage.OFFER)
    choice = next(lines(streams.input), None)
    if choice is None:
        return OK
    if choice.strip() == "2":
        return _play(settings, streams, environ, None)
    return _talk(settings, streams, environ)


def _health(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.terminal.health import ask_how_it_is

    found = from_environment({name: environ[name] for name in FOR_HEALTH if name in environ}).health
    if found is None:
        streams.complain(usage.NO_HEALTH)
        return UNUSABLE
    return OK if ask_how_it_is(found, "/readyz" if options.ready else "/healthz", streams) else FAILED


def _playground(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    return _play(
        settings_of(options, environ, "PRICEBOT_LOG_FORMAT", "PRICEBOT_LOG_LEVEL"), streams, environ, options.port
    )


def _play(settings: Settings, streams: Streams, environ: Mapping[str, str], port: int | None) -> int:
    from bot.playground.session import PortError, play
    from bot.telegram.chats.records import kept_records
    from bot.telegram.network.process import run

    _log_to(streams, settings, settings.log_level if "PRICEBOT_LOG_LEVEL" in environ else "WARNING")
    engine, upkeep = _kept_up(settings, default_database(environ).parent)

    async def answer(base_url: str, token: str) -> int:
        own = replace(settings, token=Secret(token), api_base_url=base_url, keep_unanswered=False)
        with TemporaryDirectory() as folder:
            async with kept_records(Path(folder) / "chats.sqlite") as records:
                return await _answer_on_telegram(own, engine, upkeep, records)

    try:
        return run(play(answer, lambda address: streams.say(usage.ADDRESS.format(address)), port))
    except KeyboardInterrupt:  # before the bot itself listens for it
        return OK
    except PortError as error:
        streams.complain(f"{error}.")
        return UNUSABLE


async def _answer_on_telegram(
    settings: Settings, engine: Engine, upkeep: Upkeep, records: Records, *, take_over: bool = False
) -> int:
    """Run the bot. What has to live exactly as long as it does, on Telegram and in the playground, belongs here."""
    from bot.live.news.desk import NewsDesk
    from bot.telegram.answering.news import Watching
    from bot.telegram.app import run_bot

    return await run_bot(
        settings,
        engine,
        store=records.settings,
        ledger=records.updates,
        storage=records.storage,
        take_over=take_over,
        upkeep=upkeep,
        unanswered=records.questions if settings.keep_unanswered else None,
        watching=Watching(records.watches, NewsDesk(engine)),
    )


def _log_to(streams: Streams, settings: Settings, level: str) -> None:
    from bot.telegram.logs.handler import log_to

    log_to(streams.errors, level, settings.log_format)


def _talk(
    settings: Settings,
    streams: Streams,
    environ: Mapping[str, str],
    now: datetime | None = None,
    *,
    full: bool = False,
) -> int:
    from bot.terminal.chat import Chat
    from bot.terminal.session import talk
    from bot.terminal.texts import language_of_locale

    usual = language_of_locale(environ, settings.language)
    talk(Chat(engine_of(settings), usual, now, full=full), streams, environ)
    return OK


def _kept_up(settings: Settings, state: Path) -> tuple[Engine, Upkeep]:
    """An engine for a bot that runs long, and what keeps its knowledge up to date; ``state`` is a folder of its own."""
    from bot.live.refreshing import Refresher
    from bot.live.upkeep import KnowledgeUpkeep
    from bot.live.watching import look, watched_folder

    folder = watched_folder(settings.knowledge)
    seen = look(folder) if folder is not None else None
    engine = engine_of(settings)
    return engine, KnowledgeUpkeep(engine, folder, seen, Refresher(engine, settings.refresh, state))


def parser() -> argparse.ArgumentParser:
    """What the command line understands; ``command`` of the result does the work."""
    return parser_of(_COMMANDS)


_COMMANDS: Final[Mapping[str, tuple[Command, str, str]]] = {
    "ask": (_ask, "answer a question", usage.ASK_EPILOG),
    "explain": (_explain, "show what is seen in a text, and why it counts as a question or not", usage.EXPLAIN_EPILOG),
    "history": (_history, "say how the prices of models went", usage.HISTORY_EPILOG),
    "chart": (_chart, "draw prices, side by side or as they went", usage.CHART_EPILOG),
    "chat": (_chat, "chat in the terminal", usage.CHAT_EPILOG),
    **MAINTAINING,
    "run": (_run, "answer on Telegram", usage.RUN_EPILOG),
    "health": (_health, "ask the bot that runs on this machine how it is", usage.HEALTH_EPILOG),
    "playground": (_playground, "try the bot in a Telegram of your own, in the browser", usage.PLAYGROUND_EPILOG),
}
