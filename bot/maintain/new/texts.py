"""What ``pricebot new`` says itself; what is wrong with values and files is said as ``pricebot check`` says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.knowledge.problems import Problem
from bot.text import Language, to_traditional


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in Chinese and English; ``{names}`` stand for what is filled in."""

    zh: str
    en: str
    parts: Mapping[str, Said] = field(default_factory=dict)

    def filled(self, **parts: object) -> Said:
        """The sentence with its parts, which are as they are where they are no sentences themselves."""
        said = {name: part if isinstance(part, Said) else Said(str(part), str(part)) for name, part in parts.items()}
        return Said(self.zh, self.en, said)

    def spoken(self, language: Language) -> str:
        """The sentence in a language."""
        text = self.en if language is Language.EN else self.zh
        text = to_traditional(text) if language is Language.ZH_HANT else text
        return text.format(**{name: part.spoken(language) for name, part in self.parts.items()}) if self.parts else text


def told_of(problem: Problem) -> Said:
    """What is said of a problem, and what to do."""
    return Said("；".join(problem.words(Language.ZH_HANS)), "; ".join(problem.words(Language.EN)))


class RefusalError(Exception):
    """Why nothing is written."""

    def __init__(self, *said: Said) -> None:
        super().__init__()
        self.said = said

    def lines(self, language: Language) -> list[str]:
        return [one.spoken(language) for one in self.said]


class MissingError(RefusalError):
    """That values are missing which could be asked for."""


MISSING: Final = Said(
    "缺少 {flags}；pricebot new {kind} --help 逐一说明", "{flags} missing; pricebot new {kind} --help explains them"
)
WRONG: Final = Said("--{flag}：{problem}", "--{flag}: {problem}")
NO_SUCH: Final = Said("没有这个 {what}：{text}", "there is no {what} `{text}`")
NO_SUCH_ALIKE: Final = Said(
    "没有这个 {what}：{text}；是不是 {known}？", "there is no {what} `{text}`; did you mean {known}?"
)
SEVERAL: Final = Said("{text} 可能是 {known}：请写 id", "`{text}` may be {known}; write the id")
NOT_SOLD: Final = Said(
    "{seller} 还没有列出 {model}：先用 pricebot new model --vendor {seller} --of {model} 添加",
    "{seller} does not list {model} yet; add it with pricebot new model --vendor {seller} --of {model}",
)
TAKEN: Final = Said("{name} 已经有了", "{name} is there already")
IN_FILE: Final = Said(
    "{id} 的 {key} 已经写在 {file} 里：请在那里改", "{id} has a `{key}` in {file} already; change it there"
)
NEEDS_SOURCE: Final = Said(
    "没有 id 是 {id} 的来源：写明 --publisher 和 --title 就会添加",
    "no source has the id {id}; --publisher and --title add it",
)
INSTALLED: Final = Said(
    "{folder} 属于安装的程序，下次安装会被覆盖：把它复制成自己的文件夹，用 --knowledge 指明",
    "{folder} belongs to the installed program, and the next installation overwrites it; copy it, and name the copy with --knowledge",
)
CHANGED_MEANWHILE: Final = Said(
    "{file} 刚刚被别处改动了：再运行一次", "{file} has been changed meanwhile; run this again"
)
ENDED: Final = Said("没有写入任何东西。", "Nothing was written.")
NOT_WRITTEN: Final = Said("没有写入，原因见上。", "Not written, for what is said above.")
WRITTEN: Final = Said("已写入：", "Written:")
WOULD_WRITE: Final = Said("将会写入：", "This would be written:")
CONFIRM: Final = Said("写入吗？[Y/n] ", "Write it? [Y/n] ")
NOW: Final = Said("现在这样回答：", "Questions are now answered like this:")
WOULD_NOW: Final = Said("写入后会这样回答：", "Questions would then be answered like this:")
ON: Final = Said("{question}（{day}）", "{question} (on {day})")
BEFORE: Final = Said("此前：{answer}", "before: {answer}")
NEXT_MODEL: Final = Said(
    "接着：pricebot new model --vendor {id}，或在文件里补上 models。",
    "Next: pricebot new model --vendor {id}, or its models by hand.",
)
SKIP: Final = Said("回车跳过", "Enter skips it")
MORE: Final = Said("一行一个，空行结束", "one a line, an empty line ends")
