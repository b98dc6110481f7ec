"""What keeps files and folders from being read."""

from __future__ import annotations

from typing import Final

from bot.knowledge.messages.message import Message

NO_FOLDER: Final = Message(
    "is no folder", "name the folder that holds vendors/", "不是文件夹", "请指明装着 vendors/ 的那个文件夹"
)
NO_YAML_FILES: Final = Message("holds no YAML files", "{layout}", "里面没有 YAML 文件", "{layout}")
TOO_MANY_FILES: Final = Message(
    "holds more than {most} files",
    "keep only the YAML files of the knowledge in it",
    "里面的文件超过 {most} 个",
    "这个文件夹只放知识库的 YAML 文件",
)
UNREADABLE_FOLDER: Final = Message(
    "cannot be read ({reason})", "check the folder's permissions", "打不开（{reason}）", "请检查这个文件夹的权限"
)
UNREADABLE_FILE: Final = Message(
    "cannot be read ({reason})", "check the file's permissions", "打不开（{reason}）", "请检查这个文件的权限"
)
LINK_TO_NOTHING: Final = Message(
    "is a link to nothing",
    "let it lead to a file, or delete it",
    "是一个链接，可是它指向的东西不存在",
    "让它指向一个文件，或者把它删掉",
)
NO_PLAIN_FILE: Final = Message(
    "is no file with contents",
    "put a plain file in its place, or delete it",
    "不是有内容的普通文件",
    "换成普通文件，或者把它删掉",
)
MISPLACED: Final = Message(
    "is none of the files that are read",
    "rename or move it: {layout}",
    "不在要读的文件之列",
    "改名或挪个地方：{layout}",
)
NO_KNOWLEDGE: Final = Message(
    "the program came without its knowledge", "install it again", "程序没有带上知识库", "请重新安装"
)
