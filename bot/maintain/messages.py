"""What maintainers are told when their names, questions and prices are tried out (see ``bot.knowledge.messages``)."""

from __future__ import annotations

from typing import Final

from bot.knowledge.messages import Message

_OTHER_NAME: Final = "choose a name that means nothing else; a longer one may hold the word"
_WEAK: Final = "list it under `weak_aliases`, or choose a longer name"
_KEYWORDS: Final = "add the words it is asked with to this fact's keywords, or make the other's narrower"
_NO_SUM: Final = "ask it in words that ask for no price or sum, or let the price that is given name it (`fact: {fact}`)"
_FIGURES: Final = "check `amount`, `per` and `side`"
_DAY: Final = "check the day, or name the source that tells of this price"

NO_SUCH_FILE: Final = Message(
    "is no YAML file of the knowledge folder {folder}", "name one that is, or another folder with --knowledge"
)

# --- names ------------------------------------------------------------------------------------------------------------

SINGLE_CHARACTER: Final = Message("`{text}` is a single character, which stands in many other words", _OTHER_NAME)
MEASURE: Final = Message("`{text}` is a word for money or amounts", _OTHER_NAME)
AMOUNT: Final = Message("`{text}` is read as an amount", _OTHER_NAME)
QUESTION_WORD: Final = Message("`{text}` is a word that questions are asked with ({meaning})", _OTHER_NAME)
EVERY_QUESTION: Final = Message("`{text}` is an everyday word that any question may hold", _OTHER_NAME)
SHARED: Final = Message("`{text}` is a part of the names of models of {vendors} vendors", _WEAK)
EVERYDAY: Final = Message("`{text}` is an everyday word, too", _WEAK)
LEADS_ELSEWHERE: Final = Message(
    "`{text}` leads to {others} instead of {id}", "remove it, or the longer or stronger word that hides it"
)
LEADS_NOWHERE: Final = Message(
    "`{text}` leads nowhere instead of {id}", "remove it, or the longer or stronger word that hides it"
)
STILL_READ: Final = Message("`{text}` is still read as {id}", "write the whole of the word, or remove it")
VENDOR_ELSEWHERE: Final = Message(
    "`{text}` is the vendor `{id}` in the wider catalogue, with {models} models there",
    "give the vendor the id `{id}`, so that there is one, or take the name away",
)
OTHER_VENDORS: Final = Message(
    "`{text}` is `{id}` in the wider catalogue, of another vendor",
    "if it is the same, list it under a vendor with the id `{vendor}`; else take the name away",
)
MODEL_ELSEWHERE: Final = Message(
    "`{text}` is `{id}` in the wider catalogue, where `{name}` still leads",
    "give the model the id `{id}`, or add that name to its aliases",
)

# --- questions --------------------------------------------------------------------------------------------------------

ASKED_TWICE: Final = Message(
    "`{text}` is asked of {other} already ({there})", "one question leads to one fact: remove one of the two"
)
NOT_UNDERSTOOD: Final = Message("`{text}` is not understood, though it is asked of {fact}", _KEYWORDS)
OTHER_FACTS: Final = Message("`{text}` is answered with {others}, not with {fact}", _KEYWORDS)
COMPUTED: Final = Message("`{text}` is answered as a {kind} question, not with {fact}", _NO_SUM)

# --- prices -----------------------------------------------------------------------------------------------------------

DEARER_THAN_BEFORE: Final = Message("{price} is {times} times dearer than the price before it, {other}", _FIGURES)
CHEAPER_THAN_BEFORE: Final = Message("{price} is {times} times cheaper than the price before it, {other}", _FIGURES)
DEARER_THAN_OTHERS: Final = Message(
    "{price} is {times} times dearer than the nearest price of another model, {other}", _FIGURES
)
CHEAPER_THAN_OTHERS: Final = Message(
    "{price} is {times} times cheaper than the nearest price of another model, {other}", _FIGURES
)
OUT_OF_PROPORTION: Final = Message("{price} of {side} is far from {other} of {other_side}", _FIGURES)
CONTRADICTED: Final = Message(
    "{price} is not what `{fact}` states",
    "correct one of the two; where the price has changed, add a new one with its own `from`",
)
OTHER_YEAR: Final = Message("{day} is the day of its source `{source}` in another year ({published})", _DAY)
OLD_SOURCE: Final = Message("{day} is {days} days after its source `{source}` was published", _DAY)
