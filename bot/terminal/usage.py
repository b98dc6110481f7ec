"""What the commands say of themselves: examples and exit statuses behind ``--help``, and what ``run`` offers."""

from __future__ import annotations

from typing import Final

ROOT_EPILOG: Final = """\
first steps:
  pricebot ask 1元能买多少GLM tokens    answers this question
  pricebot chat                         answers one after the other
  pricebot playground                   a Telegram in the browser to try the bot in
  pricebot COMMAND --help               explains a command, with examples

environment:
  TELEGRAM_BOT_TOKEN     the bot's token, for `pricebot run`; TELEGRAM_BOT_TOKEN_FILE names a file with it
  TELEGRAM_API_BASE_URL  a Bot API server of your own
  PRICEBOT_KNOWLEDGE     the folder of YAML files to answer from
  PRICEBOT_LANG          the language where a question leaves it open: zh-Hans, zh-Hant or en
  PRICEBOT_DATABASE      the SQLite file that keeps chats' settings; DATABASE_URL for PostgreSQL
  PRICEBOT_LOG_LEVEL     DEBUG, INFO, WARNING or ERROR
  PRICEBOT_HEALTH_PORT   where the running bot tells how it is; off without it
The README has them all.
"""

ASK_EPILOG: Final = """\
examples:
  pricebot ask 1元能买多少GLM tokens
  pricebot ask 豆包和GLM哪个便宜,便宜多少
  pricebot ask --lang en 为什么能降价
  pricebot ask how many ERNIE Tiny tokens can I buy for 5 yuan
  pricebot ask --as-of 2024-05-16 '最便宜的是哪家?'
  pricebot ask --now 2026-11-28T20:30 GPT-4o现在多少钱
  pricebot ask --json - < questions.txt | jq .text

Exit status 0 when every question got its answer or was said not to be understood, 2 on bad usage or a knowledge
base that does not load.
"""

EXPLAIN_EPILOG: Final = """\
examples:
  pricebot explain 10块钱用豆包能写多少字
  pricebot explain --json 'how much is GLM-3 Turbo?'
"""

HISTORY_EPILOG: Final = """\
examples:
  pricebot history DeepSeek V4 Pro
  pricebot history --lang en o3 'GPT-4o mini'

It tells all prices on record, each with the day from which it held. Exit status 1 where nothing is known of the name.
"""

CHART_EPILOG: Final = """\
examples:
  pricebot chart DeepSeek V4 Pro -o history.png
  pricebot chart 豆包 GPT-5 'Claude Opus 5' -o compared.png
  pricebot chart --dark --lang en 最便宜的五个模型 -o cheapest.png

The picture of one model shows how its prices went, that of several what they cost; a question is drawn as it would be
answered. It is as wide as a phone, and what it says stands on standard output, too. Exit status 1 where there is
nothing to draw.
"""

CHAT_EPILOG: Final = """\
Type a question, the number of a choice under an answer, or /help. Lines can be piped in, too:
  printf '最便宜的是哪家\\n那豆包呢\\n' | pricebot chat
"""

CHECK_EPILOG: Final = """\
examples:
  pricebot check
  pricebot check --knowledge my-prices
  pricebot check my-prices/vendors/zhipu.yaml    only what is found in this file, and sooner
  pricebot check --lang zh --strict              in Chinese, with status 2 for a warning, too
  pricebot check --asks my-prices/articles/2026-11-notice.yaml
                                                 which facts of it are hardly found in other words
  pricebot check --format github                 as annotations of a pull request

Every problem is shown as FILE:LINE:COLUMN with what to do, all at once. A warning is what may be meant as it stands: a
price far from its neighbours or its source, a past price that an edit changed, a name that is an everyday word, a vendor
that the wider catalogue calls otherwise. What is past is held against what was committed last, or --against something else.

Exit status 0 where there is no problem, warnings or not (2 for them, too, with --strict); 2 where there is one.
"""

UNANSWERED_EPILOG: Final = """\
examples:
  pricebot unanswered
  PRICEBOT_DATABASE=/state/chats.sqlite pricebot unanswered --most 10
  pricebot unanswered --knowledge my-prices    what your edit would still leave open

Each group begins with what was not understood: a name that is not known, or words that nothing was made of. The bot keeps the
texts that were said to it and that it could not answer, without who wrote them and where, unless PRICEBOT_KEEP_UNANSWERED
is off. What is answered by now is counted at the end, and not listed.
"""

RUN_EPILOG: Final = """\
examples:
  TELEGRAM_BOT_TOKEN_FILE=/run/secrets/token pricebot run
  pricebot run                          at a terminal, without a token: the local chat, or the playground
  pricebot run --or-chat < questions    without a token: the local chat, piped or not

The token is read from the environment or from a file, never from the command line, which other users can see. Exit
status 2 where there is none and no terminal, or where Telegram does not accept it.
"""

HEALTH_EPILOG: Final = """\
examples:
  PRICEBOT_HEALTH_PORT=8090 pricebot run       tells how it is on this port, under /healthz, /readyz and /metrics
  PRICEBOT_HEALTH_PORT=8090 pricebot health    asks it

Exit status 0 where it is well, 1 where it is not or does not answer, 2 where PRICEBOT_HEALTH_PORT is not set.
"""

PLAYGROUND_EPILOG: Final = """\
examples:
  pricebot playground
  pricebot playground --port 9000 --knowledge my-prices

It serves a page that looks and works like Telegram, on this machine alone, with the real bot behind it: private chats,
a group with topics, buttons, inline mode. No token is needed, and nothing is kept. The port is 8484, or any other where
that is taken. Ctrl-C ends it.
"""

ADDRESS: Final = "The playground is open at {} (Ctrl-C ends it)."

NO_TOKEN: Final = (
    "TELEGRAM_BOT_TOKEN is not set, nor TELEGRAM_BOT_TOKEN_FILE: set one of them (the README says how to get a token), "
    "or try the bot with `pricebot chat`."
)

NO_HEALTH: Final = "PRICEBOT_HEALTH_PORT is not set: set it to the port on which the running bot tells how it is."

NO_TOKEN_CHAT: Final = "TELEGRAM_BOT_TOKEN is not set, so here is the local chat; the README says how to get a token."

OFFER: Final = """\
TELEGRAM_BOT_TOKEN is not set; the README says how to get a token. Without one you can try the bot here:
  1  the chat in this terminal (or press Enter)
  2  the playground: a Telegram in your browser, with groups, buttons and inline mode
1 or 2?"""
