"""What the bot says in English about plans, sellers and the history of prices."""

from __future__ import annotations

from typing import Final

from bot.replies.market_phrases import MarketPhrases

PHRASES: Final = MarketPhrases(
    by_unit={
        "month": "{money} per {n}month{s}",
        "year": "{money} per {n}year{s}",
        "hour": "{money} per {n}hour{s}",
        "minute": "{money} per {n}minute{s}",
        "image": "{money} per {n}image{s}",
        "page": "{money} per {n}page{s}",
        "request": "{money} per {n}request{s}",
        "search": "{money} per {n}search{es}",
        "character": "{money} per {n}character{s}",
    },
    plan_includes="Includes: {text}",
    checked="Last checked {day}",
    changed_when="{name} {moves} {day}: {prices}",
    indeed="Yes, ",
    denied="No: ",
    not_so="No, {name} {since}{prices}",
    none_to_come="No change is announced: {name} {prices}",
    so_often="{name} {moves} {n} times",
    moved={"cut": "went down", "rise": "went up", "change": "changed"},
    course="Prices of {name} over time:",
    at_launch="{name} at launch ({day}): {prices}",
    first_seen="{name}, first on record ({day}): {prices}",
    first_undated="{name}, first on record (before {day}): {prices}",
    first_held="{name}, first on record (since when is not known): {prices}",
    now="Now: {prices}",
    from_day="from {day}",
    by_day="by {day}",
    before_day="before {day}",
    since_always="has always been at ",
    on_day="on {day}",
    kept_from="has been at the same price since {day}: ",
    in_hours="These are the {window} prices",
    first_sighting="{day} is the first day on which the new price was seen; when it changed is not known",
)
