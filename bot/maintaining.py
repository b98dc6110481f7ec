"""The commands by which the knowledge base is maintained."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.answers import BEIJING, Context
from bot.opening import FAILED, OK, Command, engine_of, language_of_terminal, settings_of
from bot.settings import Secret, Settings, default_database
from bot.settings.variables import FOR_DATABASE
from bot.terminal import usage
from bot.terminal.options import parser_of_new
from bot.terminal.reports import COMPARE_EPILOG, DIFF_EPILOG, LIST_OPTIONS, STALE_EPILOG
from bot.terminal.streams import Streams, decodable, is_terminal
from bot.terminal.writing import NEW_EPILOG, SCHEMA_EPILOG

if TYPE_CHECKING:
    from bot.telegram.chats.unanswered import Unanswered


def _check(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.maintain.check_command import Form, Shown, Wish, check

    dull = bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
    shown = Shown(
        language=options.lang or language_of_terminal(environ),
        form=Form(options.format),
        colour=is_terminal(streams.errors) and is_terminal(streams.output) and not dull,
        strict=options.strict,
    )
    wish = Wish(settings_of(options, environ).knowledge, options.files, options.against, options.asks)
    return check(wish, streams, shown)


def _new(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.asked import today_of
    from bot.maintain.new.command import Order, new
    from bot.maintain.new.options import add_fields
    from bot.terminal.prompting import Prompting

    language = language_of_terminal(environ)
    understood = parser_of_new(options.kind)
    add_fields(understood, options.kind, language)
    given = understood.parse_args([decodable(word) for word in options.rest])
    options.knowledge = given.knowledge or options.knowledge
    order = Order(
        kind=options.kind,
        given=vars(given),
        folder=settings_of(options, environ).knowledge,
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


def _unanswered(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.maintain.unanswered import report

    settings = settings_of(options, environ, *FOR_DATABASE)
    kept = _kept_questions(settings, streams, environ)
    if kept is None:
        return FAILED
    for line in report(engine_of(settings), kept, options.most):
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

    settings = settings_of(options, environ, *FOR_DATABASE)
    is_kept = settings.database is not None or default_database(environ).exists()
    kept = _kept_questions(settings, streams, environ) if is_kept else None
    language = options.lang or language_of_terminal(environ)
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
        language=options.lang or language_of_terminal(environ),
        most=options.most,
        now=options.now or datetime.now(BEIJING),
    )
    return diff(settings_of(options, environ).knowledge, wish, streams)


def _compare_sources(options: argparse.Namespace, streams: Streams, environ: Mapping[str, str]) -> int:
    from bot.maintain.compare.command import Wish, compare_sources

    told = {name: value for name in LIST_OPTIONS if (value := vars(options)[name]) is not None}
    if not options.files and (options.map or options.column or told):
        options.refuse("a mapping is of a price list; name its file")
    wish = Wish(
        files=options.files,
        mapping=options.map,
        options=told,
        columns=options.column,
        day=(options.now or datetime.now(BEIJING)).date(),
        language=options.lang or language_of_terminal(environ),
        most=options.most,
        as_json=options.json,
    )
    return compare_sources(engine_of(settings_of(options, environ)), wish, streams)


MAINTAINING: Final[Mapping[str, tuple[Command, str, str]]] = {
    "check": (_check, "check the knowledge base, with every alias and example in it", usage.CHECK_EPILOG),
    "new": (
        _new,
        "write a new vendor, model, price, plan, article, fact or the like into the knowledge base",
        NEW_EPILOG,
    ),
    "schema": (_schema, "write the JSON Schema of the knowledge files, for editors", SCHEMA_EPILOG),
    "unanswered": (_unanswered, "list what people asked the bot in vain, most asked first", usage.UNANSWERED_EPILOG),
    "diff": (_diff, "tell what changes for users between two knowledge bases, in Markdown", DIFF_EPILOG),
    "stale": (
        _stale,
        "list what nobody has checked for long, what is asked most first, and where to look",
        STALE_EPILOG,
    ),
    "compare-sources": (
        _compare_sources,
        "compare the prices with the wider catalogue, or with price lists",
        COMPARE_EPILOG,
    ),
}
"""By name: what does the work, what that is in a few words, and examples."""
