"""What goes wrong under an answer is said politely, counted, and logged without a word of the message."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

import pytest

from bot.answers import Answer, Context, Reply, Status
from bot.engine import Engine
from bot.knowledge.entries import Knowledge
from bot.net import Net
from bot.question import Kind, Question
from bot.questions.frames.handler import Candidate
from bot.questions.kinds.handlers import handlers
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.replies.machine import explanation_object, reply_object
from bot.text import Language
from tests.reply_objects import breaches

SECRET = "我的口令是 swordfish，豆包多少钱"
PIECES = ("口令", "swordfish", "豆包", "多少钱", "%E", "\\u")


UNDER = Net.under


@pytest.fixture(autouse=True)
def net_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here what goes wrong is caught, as it is elsewhere than in tests."""
    monkeypatch.setattr(Net, "under", UNDER)


def failing_read(slots: Slots) -> Candidate | None:
    text = slots.reading.normalized.original
    try:
        int(text)
    except ValueError as error:
        error.add_note(f"while reading {text}")
        raise KeyError(text) from error
    return None


def failing_answer(question: Question, market: Market) -> Answer:
    raise RuntimeError(f"no answer to {question} {SECRET}")


FAILING = replace(handlers()[Kind.PRICE], read=failing_read, answer=failing_answer)


@pytest.fixture
def broken(frozen: Knowledge, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine all of whose handlers fail, with words of the message in what they raise."""
    engine = Engine(frozen)
    failing = dict.fromkeys(handlers(), FAILING)
    monkeypatch.setattr("bot.questions.messages.understand.handlers", lambda: failing)
    monkeypatch.setattr("bot.computed.handlers", lambda: failing)
    return engine


def number_in(reply: Reply) -> str:
    found = re.search(r"\b[0-9a-f]{8}\b", reply.text)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("text", "context", "language", "words"),
    [
        (SECRET, Context(), Language.ZH_HANS, "抱歉，我这边出了错"),
        ("我的口令是 swordfish，豆包幾錢", Context(), Language.ZH_HANT, "抱歉，我這邊出了錯"),
        ("my password is swordfish, price of doubao", Context(), Language.EN, "Sorry, something went wrong"),
        ("swordfish 豆包多少钱", Context(language=Language.EN), Language.EN, "Sorry"),
        ("😀", Context(usual_language=Language.EN), Language.EN, "Sorry"),
    ],
)
def test_the_apology_is_in_the_readers_language(
    broken: Engine, text: str, context: Context, language: Language, words: str
) -> None:
    reply = broken.ask(text, context)
    assert (reply.status, reply.language, reply.question) == (Status.UNKNOWN, language, text)
    assert reply.text.startswith(words)
    assert "swordfish" not in reply.text
    assert reply.title == reply.text
    assert breaches(reply_object(reply)) == []


def test_nothing_of_the_message_gets_into_the_log(broken: Engine, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        reply = broken.ask(SECRET)
        broken.explain(SECRET)
        broken.suggest(SECRET)
        broken.press("p")
    assert not [piece for piece in PIECES if piece in caplog.text]
    assert all(record.exc_info is None for record in caplog.records)
    assert number_in(reply) in caplog.text
    assert "KeyError, raised on account of" in caplog.text
    assert "ValueError" in caplog.text
    assert "RuntimeError" in caplog.text
    assert re.search(r"test_net\.py:\d+ in failing_read", caplog.text)


def test_failures_are_counted_by_what_was_to_be_done(broken: Engine) -> None:
    assert not any(broken.failures.values())
    broken.ask(SECRET)
    broken.ask(SECRET)
    assert broken.suggest(SECRET) == ()
    explained = broken.explain(SECRET)
    assert not explained.speaks_up
    assert explanation_object(explained)["group"]["against"]
    assert broken.press("p").status is Status.UNKNOWN
    assert broken.failures == {"ask": 2, "suggest": 1, "explain": 1, "press": 1}


def test_overheard_the_net_is_silent_and_counts(broken: Engine) -> None:
    reply = broken.ask("豆包一百万tokens多少钱？", Context(addressed=False))
    assert (reply.status, reply.text, reply.html) == (Status.IGNORED, "", "")
    assert broken.failures == {"ask": 1}


def test_a_text_has_one_number_in_a_run_and_another_in_the_next() -> None:
    def fail() -> str:
        raise ValueError

    nets = (Net(), Net())
    first, again, other = (net.under("ask", SECRET, fail, str) for net in (nets[0], nets[0], nets[1]))
    assert first == again != other


def test_an_exception_that_came_of_itself_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> str:
        one, other = ValueError(SECRET), KeyError(SECRET)
        one.__cause__, other.__cause__ = other, one
        raise one

    assert Net().under("ask", "\ud800", fail, lambda number: "sorry") == "sorry"
    assert caplog.text.count("KeyError") == 1


def test_what_asks_to_stop_is_let_through() -> None:
    def stop() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Net().under("ask", SECRET, stop, str)
