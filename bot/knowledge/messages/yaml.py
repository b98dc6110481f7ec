"""What is wrong with the YAML itself: how a file is encoded and built, and single values before anything is made of them."""

from __future__ import annotations

from typing import Final

from bot.knowledge.messages.message import Message

_QUOTE: Final = ("put the text in quotes", "请给这段文字加上引号")
_QUOTE_WHOLE: Final = ("put the whole text in quotes", "请给整段文字加上引号")
_PLAIN_DIGITS: Final = (
    "write the number in plain digits, e.g. 0.0008 or 1000000; a text goes in quotes",
    "请写成普通的数字，例如 0.0008 或 1000000；如果是文字，请加引号",
)

# --- the whole file ---------------------------------------------------------------------------------------------------

TOO_LARGE: Final = Message(
    "is larger than {most} bytes", "split it into several files", "超过了 {most} 字节", "请拆成几个文件"
)
NOT_UTF8: Final = Message(
    "is not UTF-8",
    "save the file with the encoding UTF-8 (in Notepad: Save as, Encoding)",
    "不是 UTF-8 编码",
    "请用 UTF-8 编码保存这个文件（记事本里是“另存为”，“编码”选 UTF-8）",
)
EMPTY_FILE: Final = Message(
    "is empty", "write its contents, or delete the file", "是空的", "请写上内容，或者删掉这个文件"
)
CONFLICT: Final = Message(
    "git has left a conflict of two versions here (`{mark}`)",
    "keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
    "git 合并时这里有两个版本冲突（`{mark}`）",
    "留下其中一个版本，并删掉以 <<<<<<<、=======、>>>>>>> 开头的那几行",
)
TAB_INDENT: Final = Message(
    "the line is indented with a tab", "indent with spaces", "这一行用制表符（Tab）缩进", "请改用空格缩进"
)
INVISIBLE: Final = Message(
    "holds the invisible character {character}", "delete it", "有一个看不见的字符 {character}", "请删掉它"
)
UNPARSED: Final = Message(
    "is not YAML that can be read ({complaint})",
    "check quotes, brackets and indentation",
    "不是能读懂的 YAML（{complaint}）",
    "请检查引号、括号和缩进",
)
SECOND_DOCUMENT: Final = Message(
    "a second document begins here",
    "put it into a file of its own",
    "从这里开始成了第二份文档",
    "请把它放进单独的文件，或者删掉这里的 `---`",
)
TOO_DEEP: Final = Message(
    "is nested deeper than {most} levels",
    "check the brackets and the indentation",
    "嵌套超过了 {most} 层",
    "请检查括号和缩进",
)

# --- how it is built --------------------------------------------------------------------------------------------------

BAD_START: Final = Message(
    "a value may not begin with `{sign}`", _QUOTE[0], "一个值不能以 `{sign}` 开头", "如果是文字，请加上引号"
)
LIST_BESIDE_KEY: Final = Message(
    "a list may not begin on the line of its key",
    "begin it on the next line; a text that begins with `- ` goes in quotes",
    "列表不能和它的键写在同一行",
    "请从下一行开始写；以 `- ` 开头的文字要加引号",
)
BEHIND_THE_END: Final = Message(
    "this stands behind the end of the document",
    "remove the `...` above",
    "文档已经结束，这里还有内容",
    "请删掉上面的 `...`",
)
COLON_IN_VALUE: Final = Message(
    "a `:` stands where no key can be",
    "write one key a line, line up keys that belong together, and put a text that holds `: ` in quotes",
    "这里不该有键，却有一个 `:`",
    "一行只写一个键，同一组的键左边对齐；文字里有 `: ` 的要加引号",
)
OPEN_QUOTE: Final = Message(
    "a quotation mark is opened and never closed",
    "close it where the text ends",
    "引号只有前一半",
    "请在文字结束的地方补上后一半",
)
OPEN_BRACKET: Final = Message(
    "the list or mapping in brackets is not closed, or a comma is missing",
    "separate the items with `, ` and close the bracket",
    "括号没有关上，或者少了一个逗号",
    "各项之间写 `, `（英文逗号加空格），最后把括号关上",
)
STRAY_BRACKET: Final = Message(
    "`{sign}` closes nothing here",
    "remove it, or open the bracket where it belongs",
    "这里的 `{sign}` 没有与之配对的前括号",
    "请删掉它，或者在该有的地方补上前括号",
)
NO_VALUE: Final = Message(
    "a value is missing or a bracket is out of place",
    "write the value, close the brackets that were opened, and quote a text that begins with a sign",
    "少了一个值，或者括号放错了地方",
    "请写上值，关好括号；以符号开头的文字要加引号",
)
LIST_ENDS: Final = Message(
    "the list ends here, and what follows does not belong to it",
    "begin each item with `- `, and line items up",
    "列表到这里就断了，后面的不算在里面",
    "每一项都以 `- ` 开头，并且左边对齐",
)
NEITHER_KEY_NOR_VALUE: Final = Message(
    "what stands here is neither a key nor the rest of the value before it",
    "line up keys that belong together, and put quotes round the whole of a text",
    "这里写的既不是键，也接不上前面的值",
    "同一组的键左边对齐；文字要整段放进引号",
)
NO_COLON: Final = Message(
    "a key without a `:`",
    "write `key: value`, or indent a text that goes on from the line above",
    "键的后面没有 `:`",
    "请写成 `键: 值`；如果是接着上一行的文字，请缩进",
)
BACKSLASH: Final = Message(
    "an unknown sign after a backslash",
    "use single quotes, in which a backslash is a backslash",
    "反斜杠后面是不认识的符号",
    "请改用单引号，单引号里反斜杠就是反斜杠",
)
BLOCK_BESIDE_MARK: Final = Message(
    "something stands behind `|` or `>`",
    "begin the text on the next line, indented, or put it in quotes",
    "`|` 或 `>` 的后面还有东西",
    "请从下一行缩进着写，或者把文字放进引号",
)
ALIAS: Final = Message(
    "`*{name}` repeats another part of the file",
    "write the value out here",
    "`*{name}` 引用了文件里的另一处",
    "请在这里把值完整地写出来",
)
ANCHOR: Final = Message(
    "`&{name}` is a mark for repeating",
    "remove it and write the values out",
    "`&{name}` 是供别处引用的记号",
    "请删掉它，在每一处都把值写出来",
)
TAG: Final = Message("`{tag}` is a type mark of YAML", "remove it", "`{tag}` 是 YAML 的类型记号", "请删掉它")
KEY_IS_NO_TEXT: Final = Message(
    "a list or a mapping stands where a key should",
    "write a name followed by `: `",
    "该写键的地方是一个列表或一组键值",
    "请写一个键名，后面跟 `: `",
)
KEY_TWICE: Final = Message(
    "`{key}` is given twice (first on line {line})",
    "keep one of the two; if the later one begins a new item, put `- ` before it",
    "`{key}` 写了两次（前一次在第 {line} 行）",
    "两个里面留一个；如果后一个是新的一项，请在前面加上 `- `",
)

# --- slips of the keyboard --------------------------------------------------------------------------------------------

CHINESE_COLON: Final = Message(
    "`{key}：` has a Chinese colon",
    "write `{key}: `, a plain colon and a space",
    "`{key}：` 用的是中文冒号",
    "请写成 `{key}: `，英文冒号加一个空格",
)
NO_SPACE_BEHIND_COLON: Final = Message(
    "`{key}:` has no space behind its colon", "write `{key}: `", "`{key}:` 的冒号后面没有空格", "请写成 `{key}: `"
)
ODD_INDENT: Final = Message(
    "the line is indented with {character}",
    "indent with plain spaces",
    "这一行的缩进里有 {character}",
    "请改用普通空格缩进",
)
ODD_SPACE: Final = Message("{character} stands here", "write a plain space", "这里有 {character}", "请换成普通空格")
CHINESE_COMMA: Final = Message(
    "`{sign}` is a Chinese comma",
    "separate items with `, `, a plain comma and a space",
    "`{sign}` 是中文的逗号或顿号",
    "各项之间写 `, `，英文逗号加一个空格",
)
SEMICOLON: Final = Message(
    "`{sign}` is a semicolon",
    "separate items with `, `, a plain comma and a space",
    "`{sign}` 是分号",
    "各项之间写 `, `，英文逗号加一个空格",
)
NO_SPACE_BEHIND_HYPHEN: Final = Message(
    "the `-` has no space behind it",
    "begin the item with `- `, a plain hyphen and a space",
    "`-` 的后面没有空格",
    "每一项以 `- ` 开头，英文连字符加一个空格",
)
ODD_HYPHEN: Final = Message(
    "`{sign}` begins no item",
    "begin the item with `- `, a plain hyphen and a space",
    "`{sign}` 不能用来开始一项",
    "每一项以 `- ` 开头，英文连字符加一个空格",
)
CHINESE_SIGN: Final = Message("`{sign}` is {character}", "write `{plain}`", "`{sign}` 是中文标点", "请写成 `{plain}`")
HASH: Final = Message(
    "what stands behind this `#` is read as a comment",
    "put the whole text in quotes, or the comment on a line of its own",
    "这个 `#` 后面的都成了注释",
    "如果都是文字，请整段加引号；如果真是注释，请另起一行",
)
ODD_IN_KEY: Final = Message(
    "{character} stands in the key `{key}`",
    "delete it, and indent with plain spaces",
    "键 `{key}` 里有 {character}",
    "请删掉它，缩进只用普通空格",
)
ODD_BESIDE_VALUE: Final = Message(
    "{character} stands beside the value",
    "delete it, or write a plain space",
    "值的旁边有 {character}",
    "请删掉它，或者换成普通空格",
)
COMMENT_EATS: Final = Message(
    "the text ends before `#{rest}`, which is read as a comment",
    _QUOTE_WHOLE[0],
    "文字到 `#{rest}` 之前就断了，后面的成了注释",
    _QUOTE_WHOLE[1],
)
COMMENT_EATS_ALL: Final = Message(
    "there is no text before `#{rest}`, which is read as a comment",
    _QUOTE_WHOLE[0],
    "`#{rest}` 成了注释，前面没有文字",
    _QUOTE_WHOLE[1],
)
COMMENT_BESIDE_TEXT: Final = Message(
    "the text ends before `#{rest}`, which is read as a comment",
    "put the whole text in quotes, or the comment on a line of its own",
    "文字到 `#{rest}` 之前就结束了，后面的是注释",
    "如果都是文字，请整段加引号；如果真是注释，请另起一行",
)

# --- single values ----------------------------------------------------------------------------------------------------

TOO_MANY_DIGITS: Final = Message(
    "`{text}…` has too many digits", "up to {most} are read", "`{text}…` 的位数太多", "最多 {most} 位"
)
COMMAS: Final = Message(
    "`{text}` has commas in a number", _PLAIN_DIGITS[0], "`{text}` 的数字里有逗号", _PLAIN_DIGITS[1]
)
COMMAS_TO_DROP: Final = Message(
    "`{text}` has commas in a number", "write {plain}", "`{text}` 的数字里有逗号", "请写成 {plain}"
)
TRUE_OR_FALSE: Final = Message(
    "`{text}` means true or false in some YAML",
    "write true or false; a text goes in quotes",
    "`{text}` 在有些 YAML 里是“真”或“假”的意思",
    "请写 true 或 false；如果是文字，请加引号",
)
EXPONENT: Final = Message(
    "`{text}` is a number with an exponent", _PLAIN_DIGITS[0], "`{text}` 是科学记数法", _PLAIN_DIGITS[1]
)
NO_AMOUNT: Final = Message("`{text}` is no amount", _PLAIN_DIGITS[0], "`{text}` 不是数量", _PLAIN_DIGITS[1])
OCTAL: Final = Message(
    "`{text}` begins with a zero, which some YAML reads as octal",
    _PLAIN_DIGITS[0],
    "`{text}` 以 0 开头，有些 YAML 会当成八进制",
    _PLAIN_DIGITS[1],
)
NOT_DECIMAL: Final = Message(
    "`{text}` is not a decimal number", _PLAIN_DIGITS[0], "`{text}` 不是十进制的数", _PLAIN_DIGITS[1]
)
UNDERSCORES: Final = Message(
    "`{text}` has underscores in a number", _PLAIN_DIGITS[0], "`{text}` 的数字里有下划线", _PLAIN_DIGITS[1]
)
UNUSUAL: Final = Message(
    "`{text}` is an unusual way to write a number", _PLAIN_DIGITS[0], "`{text}` 这样写数字不合规矩", _PLAIN_DIGITS[1]
)
