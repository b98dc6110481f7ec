"""What each pattern, word and rule of the bot wins: the corpus cases that come out wrong without it.

First all cases are asked once, and it is noted which parts had a say in which: which patterns matched, which words were
read, which rules said yes. Then each part is switched off in turn, and only the cases are asked again in which it had
a say.
"""
