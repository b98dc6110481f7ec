"""What maintainers are told of their files: every message once, in English, with what to do.

A message is known by its name here and by nothing else, so that another language is another table of the same names. The
parts in braces are filled in where the message is told; they are quoted from the files, or numbers, and need no language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple


class Message(NamedTuple):
    """What is wrong, and what to do about it."""

    problem: str
    advice: str


def filled(wording: str, parts: Mapping[str, str]) -> str:
    """A wording with its parts in their places; braces that name no part are meant as they stand."""
    return _PART.sub(lambda match: parts.get(match[1], match[0]), wording)


_PART: Final = re.compile(r"\{([a-z_]+)\}")

_QUOTE: Final = "put the text in quotes"
_QUOTE_WHOLE: Final = "put the whole text in quotes"
_PLAIN_DIGITS: Final = "write the number in plain digits, e.g. 0.0008 or 1000000; a text goes in quotes"
_NUMBER: Final = "write the number in plain digits, without quotes, e.g. 0.0008"
_WRITE_MAPPING: Final = "write keys and values, one `key: value` a line"
_ISO_DATE: Final = "write year-month-day, e.g. 2024-05-16"
_ISO_CODE: Final = "write the ISO 4217 code, e.g. CNY"
_ONE_NAME: Final = "one name leads to one thing: remove one of the two"
_PRICE_FORMS: Final = (
    "write one of {amount: 0.0008, currency: CNY, per: 1000}, {input: 2, output: 8, currency: CNY, per: 1000000}, "
    "{buys: 2000000, for: 1, currency: CNY} or {free: true}"
)

# --- files and folders ------------------------------------------------------------------------------------------------

NO_FOLDER: Final = Message("is no folder", "name the folder that holds vendors/")
NO_YAML_FILES: Final = Message("holds no YAML files", "{layout}")
TOO_MANY_FILES: Final = Message("holds more than {most} files", "keep only the YAML files of the knowledge in it")
UNREADABLE_FOLDER: Final = Message("cannot be read ({reason})", "check the folder's permissions")
UNREADABLE_FILE: Final = Message("cannot be read ({reason})", "check the file's permissions")
LINK_TO_NOTHING: Final = Message("is a link to nothing", "let it lead to a file, or delete it")
NO_PLAIN_FILE: Final = Message("is no file with contents", "put a plain file in its place, or delete it")
MISPLACED: Final = Message("is none of the files that are read", "rename or move it: {layout}")
NO_KNOWLEDGE: Final = Message("the program came without its knowledge", "install it again")
TOO_LARGE: Final = Message("is larger than {most} bytes", "split it into several files")
NOT_UTF8: Final = Message("is not UTF-8", "save the file with the encoding UTF-8")
EMPTY_FILE: Final = Message("is empty", "write its contents, or delete the file")

# --- YAML -------------------------------------------------------------------------------------------------------------

CONFLICT: Final = Message(
    "git has left a conflict of two versions here (`{mark}`)",
    "keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
)
TAB_INDENT: Final = Message("the line is indented with a tab", "indent with spaces")
INVISIBLE: Final = Message("holds the invisible character {character}", "delete it")
UNPARSED: Final = Message("is not YAML that can be read ({complaint})", "check quotes, brackets and indentation")
BAD_START: Final = Message("a value may not begin with `{sign}`", _QUOTE)
LIST_BESIDE_KEY: Final = Message(
    "a list may not begin on the line of its key",
    "begin it on the next line; a text that begins with `- ` goes in quotes",
)
BEHIND_THE_END: Final = Message("this stands behind the end of the document", "remove the `...` above")
COLON_IN_VALUE: Final = Message(
    "a `:` stands where no key can be",
    "write one key a line, line up keys that belong together, and put a text that holds `: ` in quotes",
)
OPEN_QUOTE: Final = Message("a quotation mark is opened and never closed", "close it where the text ends")
OPEN_BRACKET: Final = Message(
    "the list or mapping in brackets is not closed, or a comma is missing",
    "separate the items with `, ` and close the bracket",
)
STRAY_BRACKET: Final = Message("`{sign}` closes nothing here", "remove it, or open the bracket where it belongs")
NO_VALUE: Final = Message(
    "a value is missing or a bracket is out of place",
    "write the value, close the brackets that were opened, and quote a text that begins with a sign",
)
LIST_ENDS: Final = Message(
    "the list ends here, and what follows does not belong to it", "begin each item with `- `, and line items up"
)
NEITHER_KEY_NOR_VALUE: Final = Message(
    "what stands here is neither a key nor the rest of the value before it",
    "line up keys that belong together, and put quotes round the whole of a text",
)
NO_COLON: Final = Message(
    "a key without a `:`", "write `key: value`, or indent a text that goes on from the line above"
)
BACKSLASH: Final = Message(
    "an unknown sign after a backslash", "use single quotes, in which a backslash is a backslash"
)
BLOCK_BESIDE_MARK: Final = Message(
    "something stands behind `|` or `>`", "begin the text on the next line, indented, or put it in quotes"
)
SECOND_DOCUMENT: Final = Message("a second document begins here", "put it into a file of its own")
TOO_DEEP: Final = Message("is nested deeper than {most} levels", "check the brackets and the indentation")
ALIAS: Final = Message("`*{name}` repeats another part of the file", "write the value out here")
ANCHOR: Final = Message("`&{name}` is a mark for repeating", "remove it and write the values out")
MERGE: Final = Message("`<<` repeats another part of the file", "write its keys out here")
TAG: Final = Message("`{tag}` is a type mark of YAML", "remove it")
KEY_IS_NO_TEXT: Final = Message("a list or a mapping stands where a key should", "write a name followed by `: `")
KEY_TWICE: Final = Message("`{key}` is given twice (first on line {line})", "keep one of the two")
ODD_IN_KEY: Final = Message("{character} stands in the key `{key}`", "delete it, and indent with plain spaces")
ODD_BESIDE_VALUE: Final = Message("{character} stands beside the value", "delete it, or write a plain space")
COMMENT_EATS: Final = Message("the text ends before `#{rest}`, which is read as a comment", _QUOTE_WHOLE)
COMMENT_EATS_ALL: Final = Message("there is no text before `#{rest}`, which is read as a comment", _QUOTE_WHOLE)
COMMENT_BESIDE_TEXT: Final = Message(
    "the text ends before `#{rest}`, which is read as a comment",
    "put the whole text in quotes, or the comment on a line of its own",
)

# --- slips of the keyboard --------------------------------------------------------------------------------------------

CHINESE_COLON: Final = Message("`{key}：` has a Chinese colon", "write `{key}: `, a plain colon and a space")
NO_SPACE_BEHIND_COLON: Final = Message("`{key}:` has no space behind its colon", "write `{key}: `")
ODD_INDENT: Final = Message("the line is indented with {character}", "indent with plain spaces")
ODD_SPACE: Final = Message("{character} stands here", "write a plain space")
CHINESE_COMMA: Final = Message("`{sign}` is a Chinese comma", "separate items with `, `, a plain comma and a space")
SEMICOLON: Final = Message("`{sign}` is a semicolon", "separate items with `, `, a plain comma and a space")
NO_SPACE_BEHIND_HYPHEN: Final = Message(
    "the `-` has no space behind it", "begin the item with `- `, a plain hyphen and a space"
)
ODD_HYPHEN: Final = Message("`{sign}` begins no item", "begin the item with `- `, a plain hyphen and a space")
CHINESE_SIGN: Final = Message("`{sign}` is {character}", "write `{plain}`")
HASH: Final = Message("what stands behind this `#` is read as a comment", _QUOTE_WHOLE)

# --- single values ----------------------------------------------------------------------------------------------------

TOO_MANY_DIGITS: Final = Message("`{text}…` has too many digits", "up to {most} are read")
COMMAS: Final = Message("`{text}` has commas in a number", _PLAIN_DIGITS)
COMMAS_TO_DROP: Final = Message("`{text}` has commas in a number", "write {plain}")
TRUE_OR_FALSE: Final = Message(
    "`{text}` means true or false in some YAML", "write true or false; a text goes in quotes"
)
EXPONENT: Final = Message("`{text}` is a number with an exponent", _PLAIN_DIGITS)
NO_AMOUNT: Final = Message("`{text}` is no amount", _PLAIN_DIGITS)
OCTAL: Final = Message("`{text}` begins with a zero, which some YAML reads as octal", _PLAIN_DIGITS)
NOT_DECIMAL: Final = Message("`{text}` is not a decimal number", _PLAIN_DIGITS)
UNDERSCORES: Final = Message("`{text}` has underscores in a number", _PLAIN_DIGITS)
UNUSUAL: Final = Message("`{text}` is an unusual way to write a number", _PLAIN_DIGITS)

# --- shapes -----------------------------------------------------------------------------------------------------------

EMPTY: Final = Message("is empty", "write the value, or remove the key")
MISSING: Final = Message("is missing", "add `{key}: …` here")
UNKNOWN_KEY: Final = Message("unknown key `{key}`", "the keys here are {known}")
UNKNOWN_KEY_ALIKE: Final = Message("unknown key `{key}`", "did you mean `{known}`?")
UNKNOWN_KEY_IN_BRACES: Final = Message("unknown key `{key}`", "put a text that holds a comma inside braces in quotes")
NO_TEXT: Final = Message("is no text", "put it in quotes")
NO_NUMBER: Final = Message("is no number", _NUMBER)
TEXT_IS_NO_NUMBER: Final = Message("`{text}` is no number", _NUMBER)
NOT_TRUE_OR_FALSE: Final = Message("is neither true nor false", "write true or false")
NO_LIST: Final = Message("is no list", "write [one, two], or one item a line that begins with `- `")
NO_MAPPING: Final = Message("is no mapping", _WRITE_MAPPING)
EMPTY_LIST: Final = Message("is an empty list", "write at least one item")
OTHER_WORD: Final = Message("is not one of the words for this", "write {expected}")
REFUSED: Final = Message("{reason}", "see the file's schema")

NO_ID: Final = Message("`{text}` is no id", "use lower-case letters, digits and hyphens, e.g. glm-price")
NO_OWNED_ID: Final = Message(
    "`{text}` is no id of this kind", "write vendor/name in lower case, e.g. zhipu/glm-3-turbo"
)
EMPTY_TEXT: Final = Message("is an empty text", "write the text, or remove the key")
SPACE_AROUND: Final = Message("begins or ends with a space", "remove it")
LONG_TEXT: Final = Message("is longer than {most} characters", "shorten it")
ODD_IN_TEXT: Final = Message("holds {character}", "delete it: it does not show")
LONG_NAME: Final = Message(
    "is longer than {most} characters", "a name is what people type; a description goes into `note`"
)
COMMA_IN_NAME: Final = Message("`{text}` holds a Chinese comma", "separate names with `, `, each is an item of its own")
SPACE_IN_NAME: Final = Message("`{text}` holds {character}", "write a plain space, or none")
ODD_IN_NAME: Final = Message("`{text}` holds {character}", "delete it: nobody types it")
QUOTED_NAME: Final = Message("`{text}` is in Chinese quotation marks", "write {plain}, the name alone")
NO_NAME: Final = Message("`{text}` is nothing that people could ask by", "write a name in letters or digits")
NO_ADDRESS: Final = Message("`{text}` is no address", "write it whole, e.g. https://example.org/page")
NO_CURRENCY: Final = Message("`{text}` is no currency code", _ISO_CODE)
NO_DATE: Final = Message("is no date", _ISO_DATE)
TEXT_IS_NO_DATE: Final = Message("`{text}` is no date", _ISO_DATE)
NO_CALENDAR_DAY: Final = Message("`{text}` is no day of the calendar", _ISO_DATE)
NEGATIVE: Final = Message("must not be negative", "write the price as published, e.g. 0.0008")
NOT_POSITIVE: Final = Message("must be more than zero", "write the figure as published, e.g. 1000")
OUT_OF_BOUNDS: Final = Message("is too large or too small", "check the figure")

MIXED_FORMS: Final = Message("mixes {forms}", _PRICE_FORMS)
NO_PRICE: Final = Message("says no price", _PRICE_FORMS)
INCOMPLETE_PRICE: Final = Message("`{key}` is missing beside `{form}`", _PRICE_FORMS)
KEY_OF_ANOTHER_FORM: Final = Message("`{key}` does not go with `{form}`", _PRICE_FORMS)
NOT_FREE: Final = Message("a price that is not free needs a figure", _PRICE_FORMS)
ZERO_PRICE: Final = Message("zero is not a price", "write `free: true` where nothing is charged")
ENDS_EARLY: Final = Message("ends before it begins", "`until` is the first day on which the price no longer holds")
LISTED_ENDS_EARLY: Final = Message("ends before it begins", "`until` is the last day on which the price holds")
SIDES_TWICE: Final = Message("names sides twice", "`side` goes with `amount`; `{side}` says it already")
NOT_OF_TOKENS: Final = Message(
    "only tokens have sides and bundles, no `{unit}` does", "write {amount: 0.1, currency: CNY, per: 1, unit: {unit}}"
)
LIST_WITHOUT_OFFER: Final = Message("goes with a promotion", "add `promotion: true`, or remove `list`")
LIST_OF_OTHERS: Final = Message("`{side}` has no offer beside it", "list the prices of what the offer is for")
TWO_LOWER_ENDS: Final = Message("has two lower ends", "write either `above` or `at_least`")
TWO_UPPER_ENDS: Final = Message("has two upper ends", "write either `up_to` or `below`")
NO_TOKENS: Final = Message("names no number of tokens", "write e.g. {above: 32000, up_to: 128000}")
TOKENS_UPSIDE_DOWN: Final = Message(
    "is upside down", "the smaller figure comes first, e.g. {above: 32000, up_to: 128000}"
)
NO_HOURS: Final = Message("`{text}` is no stretch of a day", 'write "09:00-12:00"; it may wrap midnight')
WINDOW_FORM: Final = Message("needs either `hours` or `other_than`", 'write e.g. hours: ["09:00-12:00"]')
OTHER_THAN_ITSELF: Final = Message("is other than itself", "name the window whose closed hours these are")
NO_ZONE: Final = Message("`{text}` is no time zone", "write its IANA name, e.g. Asia/Shanghai")
NO_COUNTRY: Final = Message("`{text}` is no country code", "write the ISO 3166 code, e.g. CN")
HOLIDAY_ENDS_EARLY: Final = Message("ends before it begins", "`to` is its last day off")
NO_LISTED_PRICE: Final = Message("says no price", "write e.g. {input: 2.5, output: 10, from: 2026-11-09}")
RATE_UNIT: Final = Message("needs either `characters` or `words`", "write e.g. {tokens: 2, characters: 1}")
NO_END: Final = Message("has no end", "write {min: 30, max: 60}, {min: 40} or {max: 90}")
UPSIDE_DOWN: Final = Message("is upside down", "`min` is the smaller figure")
NO_UNIT: Final = Message("`{text}` is no unit", "write one of {units}, or a currency code such as CNY")
FIGURE_FORM: Final = Message("needs exactly one of `value`, `range` and `date`", "write e.g. {value: 2.6, unit: times}")
FIGURE_UNIT: Final = Message("has no unit", "write e.g. {value: 2.6, unit: times}")
DATE_WITH_UNIT: Final = Message("a date has no unit", "write {date: 2024-05-15}")
WHOLE_CUT: Final = Message(
    "a price cannot fall by 100% or more",
    "for a price that fell to nothing, give the model a price with `free: true`",
)
DAY_OF_DIFFERENCE: Final = Message("a difference from the industry's price begins on no day", "remove `from`")
OTHER_PERCENTAGE: Final = Message(
    "says another percentage than `figures`", "one of the figures must read {figure}, or the change be corrected"
)
NOT_GENERIC: Final = Message("`{text}` is none of the words", "list it under `before` or `after` too")

# --- between the parts ------------------------------------------------------------------------------------------------

UNKNOWN_ID: Final = Message("no {kind} has the id `{id}`", "declare a {kind} with this id, or correct it")
UNKNOWN_ID_ALIKE: Final = Message("no {kind} has the id `{id}`", "did you mean `{known}`?")
UNLISTED_VENDOR: Final = Message("no vendor has the id `{id}`", "list it under `vendors`")
UNLISTED_LINE: Final = Message("no line above has the id `{id}`", "list it under `lines`, the wider ones first")
UNKNOWN_CURRENCY: Final = Message("no currency has the code `{code}`", _ISO_CODE)
ID_TAKEN: Final = Message("the id `{id}` is taken already ({there})", "choose another id")
NAME_TAKEN: Final = Message("`{text}` already leads to {id} ({there})", _ONE_NAME)
SPELLING_TAKEN: Final = Message("`{text}` (as `{spelling}`) already leads to {id} ({there})", _ONE_NAME)
FILE_NAME: Final = Message(
    "the file has another name than its vendor", "rename the file to {id}.yaml, or correct the id"
)
OTHER_OWNER: Final = Message("`{id}` is not an id of this vendor", "begin it with `{vendor}/`")
NO_SOURCE: Final = Message("`{id}` does not say its source", "add `source: …`, for the file has several")
EARLIER_PRICE: Final = Message("{day} is before the price above it", "list prices oldest first")
OVERLAP: Final = Message(
    "overlaps the price above that holds from {day}",
    "let one end (`until`) before the other begins, or tell them apart by `side`",
)
UNKNOWN_WINDOW: Final = Message(
    "no window of this vendor has the id `{id}`", "declare it under `windows`, or correct it"
)
WINDOW_TWICE: Final = Message(
    "`{id}` has hours already", "add the day `from` which these hours hold; list them oldest first"
)
NO_OTHER_WINDOW: Final = Message("no window with hours has the id `{id}`", "declare it beside this one, with its hours")
NO_HOLIDAYS: Final = Message(
    "no public holidays of `{country}` are listed", "list them in holidays.yaml, or correct it"
)
LISTED_OVERLAP: Final = Message(
    "overlaps the prices above that hold from {day}",
    "let one end (`until`) before the other begins; list them oldest first",
)
ONLY_LONG: Final = Message(
    "says what long requests cost, and not what others do",
    "put a line without `above` and with the same days before it",
)
RATE_TWICE: Final = Message(
    "the rate of {currency} on {day} is given twice (first on line {line})", "keep one of the two"
)
RATE_OF_BASE: Final = Message("{currency} is the base itself", "remove the line")
