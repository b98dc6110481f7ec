"""New facts and articles: what is known of their fields beforehand, and where they go."""

from __future__ import annotations

from bot.knowledge.schema import ArticleFile
from bot.knowledge.yaml_text import Value
from bot.maintain.new import finding, sourcing
from bot.maintain.new import texts as says
from bot.maintain.new.draft import Draft, Hint
from bot.maintain.new.ids import slug, telling_words, unused
from bot.maintain.new.making import Making, put
from bot.maintain.new.places import Item
from bot.maintain.new.texts import RefusalError
from bot.maintain.new.writing import block
from bot.maintain.schema import first_line


class NewFact(Making):
    """A fact below the others of its article."""

    def hint(self, flag: str, draft: Draft) -> Hint:
        if flag == "article":
            names = [file.name.removeprefix("articles/").removesuffix(".yaml") for file, _ in self.desk.articles]
            return Hint(known=sorted(names, reverse=True), needed=True)
        if flag == "source" and "article" in draft:
            return Hint(known=sorted(self.desk.sources), needed=len(self._article(draft).sources) != 1)
        return self._of_fact(flag, draft)

    def _of_fact(self, flag: str, draft: Draft) -> Hint:
        if flag == "id":
            first = draft.texts("subject")[:1]
            subject = finding.entry_id(self.desk, first[0]).rsplit("/", 1)[-1] if first else ""
            words = [word for word in telling_words(draft.text("en"), 6).split("-") if word not in subject.split("-")]
            return Hint(
                unused("-".join(filter(None, (subject, *words[:2]))), self.desk.knowledge.facts)
                if draft.get("en")
                else ""
            )
        if flag == "subject":
            return Hint(known=sorted(self.desk.knowledge.entries), needed=True)
        return Hint(needed=flag in ("zh", "en", "ask"))

    def add(self, draft: Draft) -> str:
        name = finding.article_name(self.desk, draft.text("article"))
        fact = self._fact(draft)
        self.check_free(draft.text("id"), self.desk.knowledge.facts)
        facts = len(self._article(draft).facts)
        put(self.desk, name, "facts", tuple(ArticleFile.model_fields), Item(fact), facts)
        return draft.text("id")

    def _article(self, draft: Draft) -> ArticleFile:
        name = finding.article_name(self.desk, draft.text("article"))
        return next(article for file, article in self.desk.articles if file.name == name)

    def _fact(self, draft: Draft) -> dict[str, Value]:
        subjects = tuple(finding.entry_id(self.desk, one) for one in draft.texts("subject"))
        fact: dict[str, Value] = {"id": draft.text("id"), "subjects": subjects}
        fact["statement"] = {"zh": draft["zh"], "en": draft["en"]}
        fact |= draft.under({"figure": "figures", "change": "change", "claim": "claim"})
        fact |= {key: draft.words(key) for key in ("speaker", "caveat") if draft.get(key)}
        sources = draft.texts("source")
        fact |= draft.under({"related": "related", "day": "day"})
        if sources:
            fact["source"] = sources if len(sources) > 1 else sources[0]
        return fact | draft.under({"confidence": "confidence", "keyword": "keywords", "ask": "asks"})


class NewArticle(NewFact):
    """An article's file with its first fact."""

    def hint(self, flag: str, draft: Draft) -> Hint:
        if flag == "date":
            return Hint(self.today.isoformat(), needed=True, offered=True)
        if flag == "source-id":
            made = f"{slug(draft.text('publisher-en') or draft.text('publisher'))}-{draft.text('date')}"
            return Hint(unused(made, self.desk.sources), needed=True)
        if flag == "file":
            return Hint(
                f"{draft.text('date')}-{draft.text('source-id').removesuffix(draft.text('date')).strip('-')}",
                needed=True,
            )
        if flag in ("publisher", "title"):
            return Hint(needed=True)
        return self._of_fact(flag, draft)

    def add(self, draft: Draft) -> str:
        name = f"articles/{draft.text('file')}.yaml"
        if self.desk.has(name):
            raise RefusalError(says.TAKEN.filled(name=name))
        self.check_free(draft.text("source-id"), self.desk.sources)
        self.check_free(draft.text("id"), self.desk.knowledge.facts)
        source = sourcing.shape(draft, draft.text("source-id"), "date")
        lines = [
            first_line(name) or "",
            *block({"sources": (source,)}, 0),
            "",
            *block({"facts": (self._fact(draft),)}, 0),
            "",
        ]
        self.desk.change(name, lambda _: "\n".join(lines))
        return draft.text("id")
