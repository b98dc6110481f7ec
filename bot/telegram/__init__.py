"""The bot on Telegram: which messages are for it, and how its replies are delivered."""

import os

# The library's durations as timedelta, as its next major version has them; without this it warns at each of them.
os.environ.setdefault("PTB_TIMEDELTA", "true")
