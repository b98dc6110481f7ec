"""Asks the questions of docs/tour.yaml and writes what comes back into docs/tour.md: ``python -m tools.tour``.

They are asked on the frozen market of tests/corpus/today, at noon of its day, so that the document stays as it is until
the bot answers otherwise. ``--check`` writes nothing, and fails where the document is not what would be written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, NamedTuple, cast

from telegram import User

from bot.answers import Context, Reply, Status
from bot.charts.chart import Bars
from bot.engine import Engine
from bot.replies.layout import MOST_LINES
from bot.telegram.answering.services import Services
from bot.telegram.answering.suggestions import suggestions
from bot.telegram.chats.memory import Bounded
from bot.telegram.sending.keyboards import keyboard, keyboard_of_photo
from tests.corpus_cases import TODAYS_CLOCK, read_yaml
from tests.frozen import todays_engine

FOLDER: Final = Path(__file__).parent.parent / "docs"
QUESTIONS: Final = FOLDER / "tour.yaml"
DOCUMENT: Final = FOLDER / "tour.md"
MOST_TAPS: Final = 2
_CARDS: Final = 3
_ME: Final = User(1, "Price bot", is_bot=True, username="price_bot", supports_inline_queries=True)
_HEAD: Final = """\
# A tour

{n} questions of an ordinary week, as they are written in private, in groups and in other chats, with what the bot says
(on Saturday, 28 November 2026, at noon in Beijing), the buttons below it, and what one asks next: two taps away at most.
`python -m tools.tour` asks them and writes this page from [tour.yaml](tour.yaml); a test holds it true.
"""
_WHERE: Final = {
    "private": "",
    "group": " (in a group, to the bot)",
    "overheard": " (in a group, to everybody)",
    "inline": " (inline: @price_bot …)",
    "command": "",
    "chart": " (/chart)",
}


class TourError(Exception):
    """A question is not answered as a tour shows it."""


class _Shown(NamedTuple):
    """The lines of an answer, and what is needed to go on from it."""

    lines: list[str]
    reply: Reply | None = None


def written(engine: Engine) -> str:
    """The document.

    Raises:
        TourError: an answer is too long, none is there, or a button that should lead on is not.
    """
    days = read_yaml(QUESTIONS)
    parts = [_HEAD.format(n=sum(len(day["questions"]) for day in days))]
    number, context = 0, TODAYS_CLOCK
    for day in days:
        parts.append(f"## {day['day']}\n")
        for case in day["questions"]:
            number += 1
            shown = _asked(engine, case, context if case.get("goes_on") else TODAYS_CLOCK)
            parts.append("\n".join(_told(engine, number, case, shown)) + "\n")
            if shown.reply is not None:
                context = replace(TODAYS_CLOCK, previous=shown.reply.code, usual_language=shown.reply.language)
    return "\n".join(parts)


def _asked(engine: Engine, case: dict[str, Any], context: Context) -> _Shown:
    """A question asked where it is written, and what is seen."""
    where, text = case.get("where", "private"), case["ask"]
    if where == "inline":
        return _Shown(list(_cards(engine, text, context)))
    if where == "chart":
        return _drawn(engine, text, context)
    if where == "command":
        question = engine.at_a_glance(context)
        reply = engine.press((question and engine.code_of(question)) or "", context)
    else:
        reply = engine.ask(text, replace(context, addressed=where != "overheard"))
    if reply.status is Status.IGNORED:
        return _Shown(["*(The bot is silent.)*"])
    lines = reply.text.split("\n")
    if len(lines) > MOST_LINES:
        raise TourError(f"{text}: {len(lines)} lines")
    return _Shown([*_quoted(lines), "", _rows(keyboard(reply, _ME))], reply)


def _cards(engine: Engine, text: str, context: Context) -> Iterator[str]:
    """The first cards: what stands in bold, and below it."""
    services = cast("Services", SimpleNamespace(engine=engine, completers=Bounded[str, Any](1)))
    found = suggestions(services, text, context)
    if not found:
        raise TourError(f"{text}: no card")
    for reply in found[:_CARDS]:
        below = " · ".join(dict.fromkeys(filter(None, (reply.sourced, reply.summary))))
        yield f"- **{_plain(reply.title)}**<br>{_plain(below)}"


def _drawn(engine: Engine, text: str, context: Context) -> _Shown:
    """What the picture is of, and what stands below it."""
    charted = engine.picture(text, context)
    if charted.chart is None:
        raise TourError(f"{text}: no picture")
    form = "bars" if isinstance(charted.chart.parts[0], Bars) else "steps"
    rows = _rows(keyboard_of_photo(charted.reply, _ME, dark=False))
    picture = f"*(A picture: {form}, “{_plain(charted.chart.title)}”.)*"
    return _Shown([picture, "", *_quoted(charted.reply.text.split("\n")), "", rows], charted.reply)


def _told(engine: Engine, number: int, case: dict[str, Any], shown: _Shown) -> Iterator[str]:
    yield f"### {number}. {_plain(case['ask'])}{_WHERE[case.get('where', 'private')]}\n"
    yield from shown.lines
    yield ""
    for path in case.get("next", ()):
        if shown.reply is None:
            raise TourError(f"{case['ask']}: nothing to go on from")
        yield f"- {' → '.join(f'`{label}`' for label in path)}: {_plain(_after(engine, shown.reply, path))}"
    yield f"\n*{_plain(case['seen'])}*" if case.get("next") else f"*{_plain(case['seen'])}*"


def _after(engine: Engine, reply: Reply, path: list[str]) -> str:
    """The first line of what a few buttons lead to, each below what the one before led to."""
    for label in path[:MOST_TAPS]:
        codes = {button.label: button.code for row in reply.buttons for button in row}
        if label not in codes:
            raise TourError(f"{reply.question}: no button {label} among {list(codes)}")
        reply = engine.press(codes[label], replace(TODAYS_CLOCK, language=reply.language))
        if reply.status is not Status.ANSWERED:
            raise TourError(f"{label} leads nowhere")
    first, *others = reply.text.split("\n")
    return f"{first} {others[0]}" if others and first.endswith(("：", ":")) else first


def _rows(markup: Any) -> str:
    rows = markup["inline_keyboard"] if markup is not None else []
    return "<br>".join(" ".join(f"`{key['text']}`" for key in row) for row in rows)


def _quoted(lines: list[str]) -> list[str]:
    return [f"> {_plain(line)}{'' if place == len(lines) - 1 else '<br>'}" for place, line in enumerate(lines)]


def _plain(text: str) -> str:
    """A text that Markdown shows as it stands."""
    for sign in "\\*_<>`":
        text = text.replace(sign, f"\\{sign}")
    return text


def main(arguments: list[str]) -> int:
    found = written(todays_engine())
    if "--check" in arguments:
        same = DOCUMENT.read_text("utf-8") == found
        sys.stdout.write("docs/tour.md is true\n" if same else "docs/tour.md is not: python -m tools.tour\n")
        return 0 if same else 1
    DOCUMENT.write_text(found, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
