"""The command ``pricebot``: what it understands, and who does the work."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.answers import BEIJING, Context
from bot.knowledge.problems import KnowledgeError, listed
from bot.settings import Secret, Settings, SettingsError, default_database, from_environment
from bot.settings.variables import FOR_ALL, FOR_DATABASE, FOR_HEALTH, FOR_TELEGRAM
from bot.terminal import usage
from bot.terminal.options import UNUSABLE, parser_of, parser_of_new
from bot.terminal.reports import DIFF_EPILOG, STALE_EPILOG
from bot.terminal.streams import Streams, is_terminal, lines, standard_streams
from bot.terminal.writing import NEW_EPILOG, SCHEMA_EPILOG
from bot.text import Language

if TYPE_CHECKING:
    from bot.engine import Engine
    from bot.telegram.answering.upkeep import Upkeep
    from bot.telegram.chats.records import Records
    from bot.telegram.chats.unanswered import Unanswered

OK: Final = 0
FAILED: Final = 1
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141

YOUNG_OBJECTS: Final = 20_000
"""Objects made and not dropped before the garbage collector looks for cycles among them: some megabytes.

By default it looks every few hundred: several times for each question, and a hundred times while libraries and
knowledge are loaded, a sixth of the time that this takes.
"""

Command = Callable[[argparse.Namespace, Streams, Mapping[str, str]], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, by default those of the process; the exit status."""
    gc.set_threshold(YOUNG_OBJECTS)
    streams = standard_streams()
    options = parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options, streams, os.environ)
    except KnowledgeError as error:
        problems = listed(error.problems, _language_of_terminal(os.environ))
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

    settings = _settings(options, environ)
    context = replace(_context(options, settings), addressed=not options.group)
    ask(_engine(settings), _one_text(options), context, streams, as_json=options.json, full=options.full)
    return OK


def _history(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.terminal.pictures import history

    settings = _settings(options, environ)
    return OK if history(_engine(settings), options.words, _context(options, settings), streams) else FAILED


def _chart(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.terminal.pictures import chart

    settings = _settings(options, environ)
    context = _context(options, settings)
    made = chart(_engine(settings), options.words, options.output, context, streams, dark=options.dark)
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
    explain(_engine(_settings(options, environ)), words, streams, as_json=options.json)
    return OK


def _chat(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    return _talk(_settings(options, environ), streams, environ, options.now, full=options.full)


def _check(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.maintain.check_command import Form, Shown, Wish, check

    dull = bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
    shown = Shown(
        language=options.lang or _language_of_terminal(environ),
        form=Form(options.format),
        colour=is_terminal(streams.errors) and is_terminal(streams.output) and not dull,
        strict=options.strict,
    )
    wish = Wish(_settings(options, environ).knowledge, options.files, options.against, options.asks)
    return check(wish, streams, shown)


def _language_of_terminal(environ: Mapping[str, str]) -> Language:
    """That of the locale, else the one that is set for the bot, else English."""
    from bot.terminal.texts import language_of_locale

    named = {name: value for name, value in environ.items() if name == "PRICEBOT_LANG" and value}
    return language_of_locale(environ, from_environment(named).language if named else Language.EN)


def _new(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.asked import today_of
    from bot.maintain.new.command import Order, new
    from bot.maintain.new.options import add_fields
    from bot.terminal.prompting import Prompting

    language = _language_of_terminal(environ)
    understood = parser_of_new(options.kind)
    add_fields(understood, options.kind, language)
    given = understood.parse_args(options.rest)
    options.knowledge = given.knowledge or options.knowledge
    order = Order(
        kind=options.kind,
        given=vars(given),
        folder=_settings(options, environ).knowledge,
        today=today_of(Context()),
        language=given.lang or language,
        dry_run=given.dry_run,
    )
    at_terminal = is_terminal(streams.input) and is_terminal(streams.output)
    return new(order, streams, Prompting(streams, colours=not environ.get("NO_COLOR")) if at_terminal else None)


def _schema(options: argparse.Namespace, streams: Streams, _: Mapping[str, str]) -> int:
    from bot.maintain.schema import write_schema

    write_schema(options.output, streams.say)
    return OK


def _run(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    settings = _settings(options, environ, *FOR_TELEGRAM)
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


def _unanswered(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.maintain.unanswered import report

    settings = _settings(options, environ, *FOR_DATABASE)
    kept = _kept_questions(settings, streams, environ)
    if kept is None:
        return FAILED
    for line in report(_engine(settings), kept, options.most):
        streams.say(line)
    return OK


def _kept_questions(settings: Settings, streams: Streams, environ: Mapping[str, str]) -> Sequence[Unanswered] | None:
    """What people asked in vain, by the bot's database; ``None``, and a complaint, where it cannot be read."""
    import asyncio

    from bot.telegram.chats.chats import StoreError
    from bot.telegram.chats.unanswered_table import read_unanswered

    address = settings.database or default_database(environ)
    try:
        if isinstance(address, Path) and not address.exists():
            raise StoreError("there is none")
        return asyncio.run(read_unanswered(address.reveal() if isinstance(address, Secret) else address))
    except StoreError as error:
        streams.complain(f"the database cannot be read: {error}. PRICEBOT_DATABASE or DATABASE_URL says where it is.")
        return None


def _stale(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.knowledge.load import load_knowledge
    from bot.maintain.stale import Wish, stale

    settings = _settings(options, environ, *FOR_DATABASE)
    is_kept = settings.database is not None or default_database(environ).exists()
    kept = _kept_questions(settings, streams, environ) if is_kept else None
    language = options.lang or _language_of_terminal(environ)
    today = (options.now or datetime.now(BEIJING)).date()
    return stale(
        load_knowledge(settings.knowledge), kept or (), Wish(options.days, today, language, options.most), streams
    )


def _diff(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.maintain.diff.command import Wish, diff

    wish = Wish(
        before=options.before,
        after=options.after,
        questions=None if options.no_questions else options.questions or [],
        language=options.lang or _language_of_terminal(environ),
        most=options.most,
        now=options.now or datetime.now(BEIJING),
    )
    return diff(_settings(options, environ).knowledge, wish, streams)


def _playground(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    return _play(
        _settings(options, environ, "PRICEBOT_LOG_FORMAT", "PRICEBOT_LOG_LEVEL"), streams, environ, options.port
    )


def _play(settings: Settings, streams: Streams, environ: Mapping[str, str], port: int | None) -> int:
    from bot.playground.session import PortError, play
    from bot.telegram.network.process import run

    _log_to(streams, settings, settings.log_level if "PRICEBOT_LOG_LEVEL" in environ else "WARNING")
    engine, upkeep = _kept_up(settings, default_database(environ).parent)

    async def answer(base_url: str, token: str) -> int:
        return await _answer_on_telegram(replace(settings, token=Secret(token), api_base_url=base_url), engine, upkeep)

    try:
        return run(play(answer, lambda address: streams.say(usage.ADDRESS.format(address)), port))
    except KeyboardInterrupt:  # before the bot itself listens for it
        return OK
    except PortError as error:
        streams.complain(f"{error}.")
        return UNUSABLE


async def _answer_on_telegram(
    settings: Settings, engine: Engine, upkeep: Upkeep, records: Records | None = None, *, take_over: bool = False
) -> int:
    """Run the bot. What has to live exactly as long as it does, on Telegram and in the playground, belongs here."""
    from bot.telegram.app import run_bot

    if records is None:
        return await run_bot(settings, engine, upkeep=upkeep)
    return await run_bot(
        settings,
        engine,
        store=records.settings,
        ledger=records.updates,
        storage=records.storage,
        take_over=take_over,
        upkeep=upkeep,
        unanswered=records.questions if settings.keep_unanswered else None,
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
    talk(Chat(_engine(settings), usual, now, full=full), streams, environ)
    return OK


def _settings(options: argparse.Namespace, environ: Mapping[str, str], *variables: str) -> Settings:
    """The settings that the command needs, so that others cannot fail it: its options first, the environment then."""
    wanted = {*variables, *FOR_ALL} - ({"PRICEBOT_KNOWLEDGE"} if options.knowledge is not None else set())
    settings = from_environment({name: environ[name] for name in wanted if name in environ})
    return settings if options.knowledge is None else replace(settings, knowledge=options.knowledge)


def _engine(settings: Settings) -> Engine:
    from bot.engine import Engine
    from bot.knowledge.load import load_knowledge

    return Engine(load_knowledge(settings.knowledge))


def _kept_up(settings: Settings, state: Path) -> tuple[Engine, Upkeep]:
    """An engine for a bot that runs long, and what keeps its knowledge up to date; ``state`` is a folder of its own."""
    from bot.live.refreshing import Refresher
    from bot.live.upkeep import KnowledgeUpkeep
    from bot.live.watching import look, watched_folder

    folder = watched_folder(settings.knowledge)
    seen = look(folder) if folder is not None else None
    engine = _engine(settings)
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
    "check": (_check, "check the knowledge base, with every alias and example in it", usage.CHECK_EPILOG),
    "new": (_new, "write a new vendor, model, price, plan, article or fact into the knowledge base", NEW_EPILOG),
    "schema": (_schema, "write the JSON Schema of the knowledge files, for editors", SCHEMA_EPILOG),
    "unanswered": (_unanswered, "list what people asked the bot in vain, most asked first", usage.UNANSWERED_EPILOG),
    "diff": (_diff, "tell what changes for users between two knowledge bases, in Markdown", DIFF_EPILOG),
    "stale": (
        _stale,
        "list what nobody has checked for long, what is asked most first, and where to look",
        STALE_EPILOG,
    ),
    "run": (_run, "answer on Telegram", usage.RUN_EPILOG),
    "health": (_health, "ask the bot that runs on this machine how it is", usage.HEALTH_EPILOG),
    "playground": (_playground, "try the bot in a Telegram of your own, in the browser", usage.PLAYGROUND_EPILOG),
}
