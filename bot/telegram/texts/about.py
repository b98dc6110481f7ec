"""What the bot says about itself on Telegram. Answers to questions are worded elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.telegram.chats.chats import Mode
from bot.text import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words. ``{name}`` is the bot's user name."""

    about: str
    """The line on the bot's profile page; at most 120 characters."""
    description: str
    """What an empty chat with the bot shows; at most 512 characters."""
    greeting: str
    privacy_mode: str
    privacy: str
    privacy_unanswered: str
    """Behind it, where questions are kept that could not be answered."""
    settings: str
    settings_private: str
    admins_only: str
    saved: str
    saved_for_now: str
    """Where it could not be kept."""
    forgotten: str
    modes: Mapping[Mode, str]
    automatic_language: str
    automatic_currency: str
    share: str
    """The button that sends an answer into another chat."""
    back: str
    """The button that leads back to what stood there before."""
    picture: str
    """The button that draws an answer; the other two draw its picture again."""
    watch: str
    """The button that has the chat told of changes of a price."""
    in_dark: str
    in_light: str
    ask_in_private: str
    """The line above inline cards that leads to the private chat; at most 64 characters."""
    no_changes: str
    late: str
    """Stands above the answer to a question that is hours old."""
    slow_down: str
    """For somebody who asks faster than the bot may answer."""
    text_only: str
    """For somebody who sends a picture, a voice or the like."""
    commands: str
    """What /help says of commands."""
    menu: Mapping[str, str]
    """Commands, and what each does."""
    unfinished: tuple[str, ...]
    """What somebody may be about to ask who has typed ``{}``."""
    questions: Mapping[str, str]
    """What /price and /compare ask about the names that follow them, which stand for ``{}``."""


WORDS: Final[Mapping[Language, Words]] = {
    Language.ZH_HANS: Words(
        about="大模型价格，一问就有：算得准，有出处，不用语言模型。",
        description=(
            "问我大模型的价格：\n1元能买多少GLM tokens\n豆包和GLM哪个便宜\n写一本50万字的小说要花多少钱"
            "\n\n每个答案都有算式、出处和日期。"
        ),
        greeting="大家好！问我大模型的价格：<code>/ask 1元能买多少GLM tokens</code>，或者 @{name} 加上问题。",
        privacy_mode="我的隐私模式是开着的：只看得到命令、@我 和回复我的消息。",
        privacy=(
            "问题当场回答，不转给任何人，没有语言模型参与。长期保存的只有这个聊天的设置（模式、语言、货币）和它关注的模型："
            "/forget 立刻删掉，移除机器人的话 30 天后删掉。回答过的消息，编号记一天，免得答两次；"
            "要排队的问题，存到答完为止，最多一小时。日志里没有消息内容。"
        ),
        privacy_unanswered=(
            "\n\n问我而我答不上的问题，会记下文字（去掉账号、链接和号码）、语言、日期和次数，好知道该补什么；"
            "不记是谁、在哪个聊天问的，180 天没人再问就删掉。群里没叫我的话从不记。"
        ),
        settings="这个群的设置，只有管理员能改：",
        settings_private="设置：",
        admins_only="只有群管理员能改设置。",
        saved="已保存",
        saved_for_now="已改，但现在存不下来：机器人重启后可能失效",
        forgotten="这个聊天的设置和关注都删掉了，我也不再记得刚才答过什么。",
        modes={Mode.HELPFUL: "有把握时主动回答", Mode.QUIET: "只在叫我时回答"},
        automatic_language="语言：跟随提问",
        automatic_currency="货币：跟随语言",
        share="分享",
        back="‹ 返回",
        picture="图表",
        watch="🔔 关注",
        in_dark="深色",
        in_light="浅色",
        ask_in_private="能问什么？私聊里有例子",
        no_changes="我知道的价格都只有一个日期的，没有涨跌记录。",
        late="这条消息我现在才收到。",
        slow_down="问得太快，我答不过来：先答排在前面的几条，后面的没有看。过一分钟再问就好。",
        text_only="我只看得懂文字。把问题打出来就行，比如：1元能买多少GLM tokens",
        commands=(
            "直接问就行，点下面的例子试试；群里用 /ask 或者 @我。\n"
            "/price 今天的价格一览 · /compare 比价 · /chart 画成图\n"
            "/changes 最近的涨跌 · /watch 价格变了告诉你\n"
            "/models 有哪些模型 · /sources 数据来源 · /settings 设置"
        ),
        menu={
            "ask": "问一个价格问题",
            "price": "今天的价格一览，或某个模型的价格",
            "compare": "比较几个模型",
            "cheapest": "哪家最便宜",
            "models": "在售的模型，按厂商",
            "sources": "数据来源和日期",
            "chart": "画成图：比价，或一个模型的历次价格",
            "changes": "最近的降价和涨价",
            "watch": "关注一个模型：价格变了告诉我",
            "watching": "关注了什么，取消关注",
            "settings": "语言、货币和群模式",
            "privacy": "保存什么，不保存什么",
            "forget": "删掉这个聊天的设置和关注",
            "help": "能问什么，怎么问",
        },
        unfinished=("{}能买多少 tokens", "{}的价格"),
        questions={
            "price": "{}的价格",
            "compare": "{}哪个便宜",
        },
    ),
    Language.ZH_HANT: Words(
        about="大模型價格，一問就有：算得準，有出處，不用語言模型。",
        description=(
            "問我大模型的價格：\n1元能買多少GLM tokens\n豆包和GLM哪個便宜\n寫一本50萬字的小說要花多少錢"
            "\n\n每個答案都有算式、出處和日期。"
        ),
        greeting="大家好！問我大模型的價格：<code>/ask 1元能買多少GLM tokens</code>，或者 @{name} 加上問題。",
        privacy_mode="我的隱私模式是開著的：只看得到命令、@我 和回覆我的訊息。",
        privacy=(
            "問題當場回答，不轉給任何人，沒有語言模型參與。長期保存的只有這個聊天的設定（模式、語言、貨幣）和它關注的模型："
            "/forget 立刻刪掉，移除機器人的話 30 天後刪掉。回答過的訊息，編號記一天，免得答兩次；"
            "要排隊的問題，存到答完為止，最多一小時。日誌裡沒有訊息內容。"
        ),
        privacy_unanswered=(
            "\n\n問我而我答不上的問題，會記下文字（去掉帳號、連結和號碼）、語言、日期和次數，好知道該補什麼；"
            "不記是誰、在哪個聊天問的，180 天沒人再問就刪掉。群裡沒叫我的話從不記。"
        ),
        settings="這個群的設定，只有管理員能改：",
        settings_private="設定：",
        admins_only="只有群管理員能改設定。",
        saved="已儲存",
        saved_for_now="已改，但現在存不下來：機器人重啟後可能失效",
        forgotten="這個聊天的設定和關注都刪掉了，我也不再記得剛才答過什麼。",
        modes={Mode.HELPFUL: "有把握時主動回答", Mode.QUIET: "只在叫我時回答"},
        automatic_language="語言：跟隨提問",
        automatic_currency="貨幣：跟隨語言",
        share="分享",
        back="‹ 返回",
        picture="圖表",
        watch="🔔 關注",
        in_dark="深色",
        in_light="淺色",
        ask_in_private="能問什麼？私聊裡有例子",
        no_changes="我知道的價格都只有一個日期的，沒有漲跌記錄。",
        late="這條訊息我現在才收到。",
        slow_down="問得太快，我答不過來：先答排在前面的幾條，後面的沒有看。過一分鐘再問就好。",
        text_only="我只看得懂文字。把問題打出來就行，比如：1元能買多少GLM tokens",
        commands=(
            "直接問就行，點下面的例子試試；群裡用 /ask 或者 @我。\n"
            "/price 今天的價格一覽 · /compare 比價 · /chart 畫成圖\n"
            "/changes 最近的漲跌 · /watch 價格變了告訴你\n"
            "/models 有哪些模型 · /sources 資料來源 · /settings 設定"
        ),
        menu={
            "ask": "問一個價格問題",
            "price": "今天的價格一覽，或某個模型的價格",
            "compare": "比較幾個模型",
            "cheapest": "哪家最便宜",
            "models": "在售的模型，按廠商",
            "sources": "資料來源和日期",
            "chart": "畫成圖：比價，或一個模型的歷次價格",
            "changes": "最近的降價和漲價",
            "watch": "關注一個模型：價格變了告訴我",
            "watching": "關注了什麼，取消關注",
            "settings": "語言、貨幣和群模式",
            "privacy": "保存什麼，不保存什麼",
            "forget": "刪掉這個聊天的設定和關注",
            "help": "能問什麼，怎麼問",
        },
        unfinished=("{}能買多少 tokens", "{}的價格"),
        questions={
            "price": "{}的價格",
            "compare": "{}哪個便宜",
        },
    ),
    Language.EN: Words(
        about="Prices of language models: exact, explained, sourced. No language model involved.",
        description=(
            "Ask me what language models cost:\nhow many GLM tokens can I buy for 1 yuan\n"
            "which is cheaper, Doubao or GLM\n"
            "what does a novel of 500,000 characters cost\n\nEach answer comes with its sum, source and date."
        ),
        greeting=(
            "Hello! Ask me what language models cost: <code>/ask how many GLM tokens can I buy for 1 yuan</code>, "
            "or write @{name} and your question."
        ),
        privacy_mode="My privacy mode is on: I see commands, mentions of me and replies to me, nothing else.",
        privacy=(
            "Questions are answered on the spot and passed on to nobody; no language model is involved. "
            "All that is kept for long are the settings of this chat (mode, language, currency) and the models that it "
            "watches: /forget takes them away at once, removing the bot after 30 days. Numbers of answered updates are kept for a day, so that "
            "nothing is answered twice; a question that has to wait is kept until it is answered, for an hour at most. "
            "The log holds no messages."
        ),
        privacy_unanswered=(
            "\n\nOf questions to me that I cannot answer, the text (without accounts, links and numbers), language, day and "
            "count are kept, to learn what is missing; not who asked or where. They go when nobody has asked for 180 days. "
            "What is said in groups without calling me is never kept."
        ),
        settings="Settings of this group; only its administrators can change them:",
        settings_private="Settings:",
        admins_only="Only administrators of the group can change its settings.",
        saved="Saved",
        saved_for_now="Changed, but it cannot be kept now: a restart may undo it",
        forgotten="The settings of this chat and all that it watched are gone, and I no longer remember what I answered here.",
        modes={Mode.HELPFUL: "Speak up when certain", Mode.QUIET: "Only when called"},
        automatic_language="Language: as asked",
        automatic_currency="Currency: by language",
        share="Share",
        back="‹ Back",
        picture="Chart",
        watch="🔔 Watch",
        in_dark="Dark",
        in_light="Light",
        ask_in_private="What can I ask? See the private chat",
        no_changes="All prices that I know have one date only: no change is on record.",
        late="This message has only just reached me.",
        slow_down=(
            "That is faster than I may answer: the first few get their answers, the rest I did not read. "
            "Ask again in a minute."
        ),
        text_only="I read text only. Type your question, for example: how many GLM tokens can I buy for 1 yuan",
        commands=(
            "Just ask, or tap an example below; in groups use /ask or mention me.\n"
            "/price today's prices at a glance · /compare · /chart draws them\n"
            "/changes what went up or down · /watch tells you when a price changes\n"
            "/models what is on sale · /sources · /settings"
        ),
        menu={
            "ask": "Ask a question about prices",
            "price": "Today at a glance, or the price of a model",
            "compare": "Compare models",
            "cheapest": "Who is cheapest",
            "models": "Models on sale, by vendor",
            "sources": "Where the figures are from, with days",
            "chart": "Draw prices, side by side or as they went",
            "changes": "What became cheaper or dearer",
            "watch": "Tell me when a price changes",
            "watching": "What is watched, and how to stop",
            "settings": "Language, currency, group mode",
            "privacy": "What is kept and what is not",
            "forget": "Delete what is kept of this chat",
            "help": "What you can ask, and how",
        },
        unfinished=("how many tokens can I buy for {}", "price of {}"),
        questions={
            "price": "price of {}",
            "compare": "which is cheaper, {}",
        },
    ),
}
