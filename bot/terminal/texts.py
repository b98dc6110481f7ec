"""What the local chat says itself, in each language; the answers come from the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The chat's own texts. ``{}`` stands for what is filled in."""

    greeting: str
    keys: str
    help: str
    examples: str
    language: str
    automatic: str
    unknown_language: str
    unknown_command: str
    silent: str
    chart: str
    """Where a chart was put."""
    no_chart: str
    chart_not_kept: str
    farewell: str


WORDINGS: Final[Mapping[Language, Wording]] = MappingProxyType(
    {
        Language.ZH_HANS: Wording(
            greeting="大模型价格，问了就算，每个数都有出处。直接提问，或输入编号：",
            keys="/help 帮助 · /chart 图 · /lang 语言 · Ctrl-D 离开",
            help="/lang zh-Hans|zh-Hant|en|auto  回答用哪种语言，auto 跟随提问\n"
            "/chart GPT-5 豆包              画成图存下来；不写名字就画上一个回答\n"
            "/help                          这些说明和例子\n"
            "/price、/changes               今天的价格一览，最近的涨跌\n"
            "/models、/sources              在售的模型，数据来源\n"
            "/quit                          离开，Ctrl-D 也行\n"
            "回答下面带编号的，输入编号就继续问；也可以接着说“那豆包呢”“换成10块”。",
            examples="可以这样问，输入编号就行：",
            language="回答的语言：{}",
            automatic="跟随提问",
            unknown_language="没有这种语言：{}。可选 zh-Hans、zh-Hant、en、auto。",
            unknown_command="没有这个命令：{}。输入 /help 看有哪些。",
            silent="（没有要回答的）",
            chart="图已存为 {}。",
            no_chart="没有可画的。",
            chart_not_kept="图存不下来：{}。",
            farewell="再见。",
        ),
        Language.ZH_HANT: Wording(
            greeting="大模型價格，問了就算，每個數都有出處。直接提問，或輸入編號：",
            keys="/help 說明 · /chart 圖 · /lang 語言 · Ctrl-D 離開",
            help="/lang zh-Hans|zh-Hant|en|auto  回答用哪種語言，auto 跟隨提問\n"
            "/chart GPT-5 豆包              畫成圖存下來；不寫名字就畫上一個回答\n"
            "/help                          這些說明和例子\n"
            "/price、/changes               今天的價格一覽，最近的漲跌\n"
            "/models、/sources              在售的模型，資料來源\n"
            "/quit                          離開，Ctrl-D 也行\n"
            "回答下面帶編號的，輸入編號就繼續問；也可以接著說「那豆包呢」「換成10塊」。",
            examples="可以這樣問，輸入編號就行：",
            language="回答的語言：{}",
            automatic="跟隨提問",
            unknown_language="沒有這種語言：{}。可選 zh-Hans、zh-Hant、en、auto。",
            unknown_command="沒有這個命令：{}。輸入 /help 看有哪些。",
            silent="（沒有要回答的）",
            chart="圖已存為 {}。",
            no_chart="沒有可畫的。",
            chart_not_kept="圖存不下來：{}。",
            farewell="再見。",
        ),
        Language.EN: Wording(
            greeting="LLM prices, worked out on the spot, every figure with its source. Ask, or type a number:",
            keys="/help · /chart · /lang for another language · Ctrl-D to leave",
            help="/lang en|zh-Hans|zh-Hant|auto  the language of the answers; auto follows the question\n"
            "/chart GPT-5 Doubao            draws into a file; without names, the answer before\n"
            "/help                          these lines, and examples\n"
            "/price, /changes               today's prices at a glance, what went up or down\n"
            "/models, /sources              what is on sale, where the figures are from\n"
            "/quit                          leave, as Ctrl-D does\n"
            'Under an answer, type a number to go on; or just say "how about ERNIE?", "and for 10 yuan?".',
            examples="You can ask, by number too:",
            language="Language of the answers: {}",
            automatic="that of the question",
            unknown_language="There is no language {}. Choose en, zh-Hans, zh-Hant or auto.",
            unknown_command="There is no command {}. Type /help for those that exist.",
            silent="(nothing to answer)",
            chart="The chart is in {}.",
            no_chart="There is nothing to draw.",
            chart_not_kept="The chart cannot be written: {}.",
            farewell="Goodbye.",
        ),
    }
)


def language_of_locale(environ: Mapping[str, str], otherwise: Language) -> Language:
    """The language that the terminal's locale asks for, or ``otherwise`` where it names none of ours."""
    name = next((environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), "")
    locale = name.partition(".")[0].replace("-", "_").casefold()
    if locale.startswith(("zh_tw", "zh_hk", "zh_mo", "zh_hant")):
        return Language.ZH_HANT
    if locale.startswith("zh"):
        return Language.ZH_HANS
    return Language.EN if locale.startswith("en") else otherwise
