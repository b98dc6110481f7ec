"""The local chat, line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Button
from bot.terminal.chat import Chat
from bot.terminal.texts import WORDINGS, language_of_locale
from bot.text import MAX_TEXT_LENGTH, Language
from tests.frozen import frozen_engine
from tests.terminal.scripted import Scripted, reply

GLM = reply("2 million tokens\n1 ÷ 0.5", code="b_glm", buttons=(Button("Doubao", "b_db"), Button("why", "f_why")))
DOUBAO = reply("1.25 million tokens", code="b_db", buttons=(Button("GLM", "b_glm"),))


def chat_with(*examples: str, usual: Language = Language.EN) -> tuple[Chat, Scripted]:
    engine = Scripted({"GLM?": GLM, "b_db": DOUBAO, "b_glm": GLM}, examples)
    return Chat(engine, usual), engine


def test_an_answer_shows_its_first_line_its_rest_and_its_buttons_by_number() -> None:
    chat, _ = chat_with()
    said = chat.hear("GLM?")
    assert (said.lead, said.rest, said.choices) == ("2 million tokens", "1 ÷ 0.5", ("Doubao", "why"))


def test_a_number_presses_the_button_of_the_last_answer() -> None:
    chat, engine = chat_with()
    chat.hear("GLM?")
    said = chat.hear(" 1 ")
    assert (said.heard, said.lead, said.choices) == ("Doubao", "1.25 million tokens", ("GLM",))
    assert engine.asked[-1][0] == "b_db"


@pytest.mark.parametrize("line", ["0", "3", "01x", "１", "-1", "1元", "100"])
def test_what_is_no_number_of_a_choice_is_a_question(line: str) -> None:
    chat, engine = chat_with()
    chat.hear("GLM?")
    chat.hear(line)
    assert engine.asked[-1][0] == line


def test_each_question_follows_up_the_last_one_that_was_understood() -> None:
    chat, engine = chat_with()
    for line in ("GLM?", "1", "what?", "and then?"):
        chat.hear(line)
    assert [context.previous for _, context in engine.asked] == [None, "b_glm", "b_db", "b_db"]


def test_the_greeting_offers_examples_by_number() -> None:
    chat, engine = chat_with("GLM?", "MiniCPM?")
    assert chat.greet().choices == ("GLM?", "MiniCPM?")
    assert chat.hear("1").heard == "GLM?"
    assert engine.asked[0][0] == "GLM?"


def test_commands_show_all_that_is_on_record() -> None:
    chat = Chat(frozen_engine(), Language.EN)
    for command, shown in (
        ("/price", "DeepSeek"),
        ("/price MiniCPM", "MiniCPM is free"),
        ("/changes", "GLM"),
        ("/models", "Zhipu AI: "),
        ("/sources", "2024-05-16"),
    ):
        said = chat.hear(command)
        assert shown in f"{said.lead}\n{said.rest}", command


def test_help_offers_the_examples_again() -> None:
    chat, _ = chat_with("GLM?")
    chat.hear("b_db")
    assert chat.hear("/help").choices == ("GLM?",)
    assert chat.hear("1").lead == "2 million tokens"


def test_the_language_can_be_fixed_and_freed() -> None:
    chat, engine = chat_with(usual=Language.ZH_HANS)
    assert chat.hear("/lang EN").lead == "Language of the answers: en"
    chat.hear("GLM?")
    assert chat.hear("/lang zh_hant").lead == "回答的語言：zh-Hant"
    chat.hear("GLM?")
    assert chat.hear("/lang auto").lead == "回答的语言：跟随提问"
    chat.hear("GLM?")
    assert [context.language for _, context in engine.asked] == [Language.EN, Language.ZH_HANT, None]
    assert {context.usual_language for _, context in engine.asked} == {Language.ZH_HANS}


def test_an_unknown_language_or_command_is_named_and_asks_nothing() -> None:
    chat, engine = chat_with()
    assert "fr" in chat.hear("/lang fr").lead
    assert "/dance" in chat.hear("/dance now").lead
    assert chat.language is Language.EN
    assert not engine.asked


@pytest.mark.parametrize("line", ["/quit", "/exit", " /q "])
def test_leaving(line: str) -> None:
    chat, _ = chat_with()
    assert chat.hear(line).leaving


def test_silence_is_shown_as_such() -> None:
    chat = Chat(Scripted({"hi": reply("")}), Language.EN)
    assert chat.hear("hi").lead == WORDINGS[Language.EN].silent


def test_a_long_line_is_cut_before_it_is_asked() -> None:
    chat, engine = chat_with()
    chat.hear("x" * (MAX_TEXT_LENGTH + 1))
    assert engine.asked[0][0] == "x" * MAX_TEXT_LENGTH


@given(st.lists(st.text(max_size=12) | st.sampled_from(["GLM?", "1", "2", "/lang en", "/help", "/lang"]), max_size=6))
def test_no_line_upsets_the_chat(lines: list[str]) -> None:
    chat, _ = chat_with("GLM?")
    for line in lines:
        said = chat.hear(line)
        assert said.lead or said.rest


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_all_of_the_wording(language: Language) -> None:
    wording = WORDINGS[language]
    for name in wording.__slots__:
        assert getattr(wording, name)
    for name in ("language", "unknown_language", "unknown_command"):
        assert getattr(wording, name).count("{}") == 1


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "zh_TW.UTF-8"}, Language.ZH_HANT),
        ({"LANG": "zh-Hant-HK"}, Language.ZH_HANT),
        ({"LANG": "zh_CN.GB18030"}, Language.ZH_HANS),
        ({"LANG": "en_GB.UTF-8"}, Language.EN),
        ({"LANG": "zh_CN", "LC_ALL": "en_US.UTF-8"}, Language.EN),
        ({"LANG": "C.UTF-8"}, Language.ZH_HANS),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, Language.ZH_HANS),
        ({}, Language.ZH_HANS),
    ],
)
def test_the_locale_tells_the_language(environ: dict[str, str], expected: Language) -> None:
    assert language_of_locale(environ, Language.ZH_HANS) is expected
