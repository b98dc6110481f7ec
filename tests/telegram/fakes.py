"""A small engine for tests of what lies between it and Telegram."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import replace

from bot.answers import Button, Context, Reply, Status
from bot.charts.making.charting import Charted
from bot.knowledge.entries import Knowledge
from bot.question import Kind, Question
from bot.replies.overviews import Maker
from bot.text import Language
from tests.frozen import frozen_engine, frozen_knowledge

HELP = "h-ha"


class FakeEngine:
    """Answers what holds 多少 or "how", unless it is about the weather (天气); remembers what it was asked."""

    def __init__(self) -> None:
        self.failures: Mapping[str, int] = {}
        self.asked: list[tuple[str, Context]] = []
        self.pressed: list[tuple[str, Context]] = []

    @property
    def knowledge(self) -> Knowledge:
        return frozen_knowledge()

    @property
    def edition(self) -> str:
        return self.knowledge.version

    def ask(self, text: str, context: Context = Context()) -> Reply:
        self.asked.append((text, context))
        if text.startswith("explode"):
            raise RuntimeError(f"a handler's fault with {text}")
        if text == "long":
            words = "<b>" + "\n\n".join(f"第 {number} 段 " + "字" * 500 for number in range(20)) + "</b>"
            return self._reply(text, context, words)
        if ("多少" in text or "how" in text) and "天气" not in text:
            return self._reply(text, context, f"<b>答</b> {html.escape(text)}")
        status = Status.UNKNOWN if context.addressed else Status.IGNORED
        return Reply(text, status, context.usual_language, text="不懂", html="不懂")

    def may_concern(self, text: str) -> bool:
        return "xxx" not in text

    def press(self, code: str, context: Context = Context()) -> Reply:
        self.pressed.append((code, context))
        if code == HELP:
            return Reply(code, Status.ANSWERED, context.usual_language, Kind.HELP, html="<b>帮助</b>", text="帮助")
        if code == "gone":
            return Reply(code, Status.UNKNOWN, context.usual_language, text="没有了", html="没有了")
        return self._reply(code, context, f"按 {html.escape(code)}")

    def picture(self, text: str, context: Context = Context()) -> Charted:
        return Charted(self.ask(text, context))

    def press_picture(self, code: str, context: Context = Context()) -> Charted:
        return Charted(self.press(code, context))

    def code_of(self, question: Question) -> str | None:
        return frozen_engine().code_of(question)

    def latest_changes(self, context: Context = Context()) -> Question | None:
        return frozen_engine().latest_changes(context)

    def at_a_glance(self, context: Context = Context()) -> Question | None:
        return Question(Kind.PRICE, ("zhipu/glm-3-turbo", "bytedance/doubao-main"))

    def makers(self, context: Context) -> tuple[Maker, ...]:
        return frozen_engine().makers(context)

    def sources(self, context: Context) -> tuple[str, ...]:
        return frozen_engine().sources(context)

    def subjects_of(self, text: str) -> tuple[str, ...]:
        return frozen_engine().subjects_of(text)

    def suggest(self, text: str, context: Context = Context(), most: int = 10) -> tuple[Reply, ...]:
        if "多少" not in text:
            return ()
        made = (self._reply(f"{text} {number}", context, f"卡 {number}") for number in range(min(most, 25)))
        return tuple(replace(reply, code=f"{reply.code}-{number}") for number, reply in enumerate(made))

    def warm(self) -> None:
        """Nothing to load."""

    def examples(self, language: Language) -> tuple[str, ...]:
        return ("how much is GLM",) if language is Language.EN else ("GLM多少钱", "豆包多少钱")

    def best_known(self, context: Context = Context()) -> tuple[str, ...]:
        return ()

    def _reply(self, text: str, context: Context, words: str) -> Reply:
        code = f"q{len(text)}"
        return Reply(
            question=text,
            status=Status.ANSWERED,
            language=context.language or context.usual_language,
            kind=Kind.PRICE,
            text=words,
            html=words,
            title=f"标题 {text}"[:60],
            summary="摘要",
            buttons=((Button("换一个", f"{code}-next"),),),
            code=code,
        )
