"""``pricebot new`` writes what was asked for and nothing else, or says why not."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.cli import main
from bot.knowledge.load import load_knowledge
from bot.maintain.check import check_knowledge, engine_probe
from bot.maintain.new.desk import Desk
from bot.maintain.new.fields import ASKED, FIELDS
from bot.maintain.new.kinds import KINDS
from bot.maintain.new.texts import RefusalError
from bot.maintain.schema import FILE, schema_text
from bot.terminal.writing import NEW_KINDS
from bot.text import Language
from tests.maintain.conftest import ARTICLE, VENDOR
from tests.maintain.new.conftest import New, Typing

pytestmark = pytest.mark.usefixtures("without_catalogue")

VENDOR_FILE = "vendors/xinghe.yaml"
LITE = "      - {amount: 0.002, currency: CNY, per: 1000, side: output, from: 2026-03-01, source: report}\n"
NOTICE = "  - {id: notice, publisher: Xinghe, title: New prices, date: 2026-09-28}\n"
OF_SOURCE = ["--publisher", "星河", "--publisher-en", "Xinghe", "--title", "Winter prices", "--published", "2026-11-25"]
PRICE = ["--model", "星河Lite", "--input", "0.3", "--output", "1.2", "--per", "1000000", "--from", "2026-11-27"]


def read(name: str) -> str:
    return Path(name).read_text("utf-8")


def is_right(folder: Path) -> bool:
    report = check_knowledge(folder, engine_probe)
    return not report.problems and not report.warnings


def test_all_kinds_have_fields_and_questions() -> None:
    assert set(NEW_KINDS) == set(KINDS) == set(FIELDS) == set(ASKED)
    for kind, fields in FIELDS.items():
        flags = [field.flag for field in fields]
        assert len(flags) == len(set(flags))
        assert ASKED[kind] <= set(flags)


def test_a_price_goes_below_the_earlier_ones_with_its_source(write: New, folder: Path) -> None:
    said = write("price", *PRICE, *OF_SOURCE)
    line = (
        "      - {from: 2026-11-27, currency: CNY, per: 1000000, input: 0.3, output: 1.2, source: xinghe-2026-11-25}\n"
    )
    source = "  - {id: xinghe-2026-11-25, publisher: {zh: 星河, en: Xinghe}, title: Winter prices, date: 2026-11-25}\n"
    assert (said.status, said.complaints) == (0, [])
    assert read(VENDOR_FILE) == VENDOR.replace(LITE, LITE + line).replace(NOTICE, NOTICE + source)
    assert is_right(folder)
    assert line.rstrip() in said.output
    assert "星河 Lite多少钱" in said.output
    assert "→ 星河 Lite：输入 0.3、输出 1.2 元 / 百万 tokens" in said.output
    assert "before: 星河 Lite：输入 0.5" in said.output
    assert "how much is 星河 Lite" in said.output


def test_what_is_only_tried_is_not_written(write: New, folder: Path) -> None:
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    said = write("price", *PRICE, *OF_SOURCE, dry_run=True, language=Language.ZH_HANS)
    assert said.status == 0
    assert said.lines[0] == "将会写入："
    assert "写入后会这样回答：" in said.lines
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_conditions_of_a_price(write: New, folder: Path) -> None:
    said = write(
        "price", "--model", "xinghe/max", "--input", "2", "--output", "6", "--currency", "CNY", "--per", "1000000",
        "--from", "2026-12-24", "--until", "2027-01-02", "--promotion", "--list", "input: 4, output: 12",
        "--input-tokens", "up_to: 32000", "--mode", "batch", "--checked", "2026-11-28", "--confidence", "A",
        "--source", "notice", "--also", "report", "--remark", "Christmas offer",
    )  # fmt: skip
    assert (said.status, said.complaints) == (0, [])
    assert (
        "      # Christmas offer\n"
        "      - {from: 2026-12-24, until: 2027-01-02, currency: CNY, per: 1000000, input: 2, output: 6, mode: batch,\n"
        "         input_tokens: {up_to: 32000}, promotion: true, list: {input: 4, output: 12}, checked: 2026-11-28,\n"
        "         confidence: A, source: [notice, report]}\n"
        "  - id: xinghe/lite\n"
    ) in read(VENDOR_FILE)
    assert is_right(folder)
    assert "(on 2026-12-24)" in said.output


def test_a_price_of_the_past_goes_above_what_came_later(write: New) -> None:
    said = write(
        "price", "--model", "xinghe/max", "--amount", "9", "--side", "cached_input", "--currency", "CNY", "--per", "1000000",
        "--from", "2026-05-01", "--mode", "flex", "--source", "notice",
    )  # fmt: skip
    lines = read(VENDOR_FILE).splitlines()
    new = next(number for number, line in enumerate(lines) if "amount: 9" in line)
    assert (said.status, "from: 2026-03-01" in lines[new - 1], "from: 2026-10-01" in lines[new + 1]) == (0, True, True)


def test_the_ways_to_state_a_price(write: New) -> None:
    assert write("price", "--model", "xinghe/max", "--free", "--from", "2026-11-01", "--source", "notice").status == 0
    bundle = ["--buys", "1000000", "--for", "3", "--currency", "CNY", "--from", "2026-11-20", "--source", "notice"]
    assert write("price", "--model", "xinghe/nano", *bundle).status == 0
    assert "      - {from: 2026-11-01, free: true, source: notice}\n" in read(VENDOR_FILE)
    assert "{from: 2026-11-20, buys: 1000000, for: 3, currency: CNY, source: notice}\n" in read(VENDOR_FILE)


def test_a_vendor_and_its_models_from_nothing(write: New, folder: Path) -> None:
    said = write("vendor", "--name", "月河科技", "--name-en", "Moonriver", "--alias", "月河", "--country", "CN")
    assert (said.status, said.complaints) == (0, [])
    assert "pricebot new model --vendor moonriver" in said.lines[-1]
    words = ["--vendor", "月河", "--name", "月河 V4.1 Pro", "--name-en", "Moonriver V4.1 Pro", "--released", "2026-11"]
    price = ["--input", "2", "--output", "8", "--currency", "CNY", "--per", "1000000", "--from", "2026-11-20"]
    said = write("model", *words, *price, *OF_SOURCE)
    assert (said.status, said.complaints) == (0, [])
    plan = ["--vendor", "moonriver", "--name", "月河会员", "--name-en", "Moonriver Plus", "--currency", "CNY"]
    tier = ["--tier", "Lite", "--amount", "30", "--checked", "2026-11-20", "--source", "moonriver-2026-11-25"]
    said = write("plan", *plan, *tier)
    assert (said.status, said.complaints) == (0, [])
    assert read("vendors/moonriver.yaml") == (
        "# yaml-language-server: $schema=../schema.json#/$defs/VendorFile\n"
        "id: moonriver\n"
        "name: {zh: 月河科技, en: Moonriver}\n"
        "aliases: [月河]\n"
        "country: CN\n"
        "zone: Asia/Shanghai\n"
        "\n"
        "sources:\n"
        "  - id: moonriver-2026-11-25\n"
        "    publisher: {zh: 星河, en: Xinghe}\n"
        "    title: Winter prices\n"
        "    date: 2026-11-25\n"
        "\n"
        "plans:\n"
        "  - id: moonriver/moonriver-plus\n"
        "    name: {zh: 月河会员, en: Moonriver Plus}\n"
        "    currency: CNY\n"
        "    prices:\n"
        "      - {tier: Lite, amount: 30, checked: 2026-11-20, source: moonriver-2026-11-25}\n"
        "\n"
        "models:\n"
        "  - id: moonriver/moonriver-v4.1-pro\n"
        "    name: {zh: 月河 V4.1 Pro, en: Moonriver V4.1 Pro}\n"
        "    released: 2026-11\n"
        "    prices:\n"
        "      - {from: 2026-11-20, currency: CNY, per: 1000000, input: 2, output: 8, source: moonriver-2026-11-25}\n"
    )
    assert is_right(folder)
    assert read(FILE) == schema_text()
    more = ["--id", "moonriver/moonriver-plus", "--tier", "Pro", "--amount", "90", "--source", "moonriver-2026-11-25"]
    assert write("plan", "--vendor", "moonriver", *more).status == 0
    assert "      - {tier: Pro, amount: 90, source: moonriver-2026-11-25}\n\nmodels:" in read("vendors/moonriver.yaml")


def test_a_reseller_and_what_it_sells(write: New) -> None:
    assert write("vendor", "--name", "Modelshop", "--reseller").status == 0
    price = ["--input", "3", "--currency", "CNY", "--per", "1000000", "--from", "2026-11-20", "--source", "notice"]
    model = [
        "--vendor",
        "modelshop",
        "--name",
        "星河 Max on Modelshop",
        "--id",
        "modelshop/xinghe-max",
        "--of",
        "星河 Max",
    ]
    assert write("price", "--model", "星河Max", "--seller", "modelshop", *price).complaints == [
        "modelshop does not list xinghe/max yet; add it with pricebot new model --vendor modelshop --of xinghe/max"
    ]
    assert write("model", *model, *price).status == 0
    later = [*price[:-4], "--from", "2026-11-25", "--source", "notice"]
    assert write("price", "--model", "星河Max", "--seller", "modelshop", *later).status == 0
    assert "    of: xinghe/max\n" in read("vendors/modelshop.yaml")
    assert read("vendors/modelshop.yaml").count("- {from:") == 2
    assert read(VENDOR_FILE) == VENDOR


FACT = [
    "--subject", "星河", "--zh", "星河智能有 120 名研究员。", "--en", "Xinghe has 120 researchers.",
    "--figure", "value: 120, unit: copy", "--ask", "星河的研究团队有几个人", "--ask", "how big is the research team of Xinghe",
]  # fmt: skip


def test_a_fact_of_an_article_that_is_there(write: New, folder: Path) -> None:
    said = write("fact", "--article", "report", *FACT, "--claim", "--day", "2026-03", "--keyword", "[研究员, 科学家]")
    assert (said.status, said.complaints) == (0, [])
    assert read("articles/report.yaml") == ARTICLE + (
        "\n"
        "  - id: xinghe-120-researchers\n"
        "    subjects: [xinghe]\n"
        "    statement:\n"
        "      zh: 星河智能有 120 名研究员。\n"
        "      en: Xinghe has 120 researchers.\n"
        "    figures:\n"
        "      - {value: 120, unit: copy}\n"
        "    claim: true\n"
        "    day: 2026-03\n"
        "    keywords: [[研究员, 科学家]]\n"
        "    asks:\n"
        "      - 星河的研究团队有几个人\n"
        "      - how big is the research team of Xinghe\n"
    )
    assert is_right(folder)
    assert "how big is the research team of Xinghe" in said.output
    assert "→ Xinghe has 120 researchers" in said.output


def test_an_article_with_its_first_fact(write: New, folder: Path) -> None:
    source = ["--publisher", "晚报", "--title", "星河一年", "--date", "2026-11-20", "--url", "https://example.org/a"]
    said = write("article", *source, *FACT)
    assert (said.status, said.complaints) == (0, [])
    assert read("articles/2026-11-20-wanbao.yaml").startswith(
        "# yaml-language-server: $schema=../schema.json#/$defs/ArticleFile\n"
        "sources:\n"
        "  - id: wanbao-2026-11-20\n"
        "    publisher: 晚报\n"
        "    title: 星河一年\n"
        "    date: 2026-11-20\n"
        "    url: https://example.org/a\n"
        "\n"
        "facts:\n"
        "  - id: xinghe-120-researchers\n"
    )
    assert is_right(folder)


REFUSED = [
    (["price"], ["--model, --from, --source missing; pricebot new price --help explains them"]),
    (["price", "--model", "星河Lite"], ["--input, --from, --source missing; pricebot new price --help explains them"]),
    (["price", "--model", "星河Ultra", "--input", "1"], ["there is no model `星河Ultra`"]),
    (["price", "--model", "xinghe/lit", "--input", "1"], ["there is no model `xinghe/lit`; did you mean xinghe/lite, xinghe/max, xinghe/nano?"]),
    (
        ["price", "--model", "星河Lite", "--input", "1,000", "--from", "1.12.2026", "--mode", "quick"],
        [
            "--input: `1,000` has commas in a number; write 1000",
            "--from: `1.12.2026` is no date; write year-month-day, e.g. 2024-05-16",
            "--mode: `quick` is not one of the words for this; write batch, flex, priority, fast or thinking",
        ],
    ),
    (
        [*["price", *PRICE], "--source", "nosuch"],
        [
            "no source has the id nosuch; --publisher and --title add it",
            "--publisher, --title missing; pricebot new price --help explains them",
        ],
    ),
    (
        ["price", "--model", "星河Lite", "--input", "0", "--from", "2026-11-27", "--source", "notice"],
        [
            (
                "vendors/xinghe.yaml:26:61: models[1].prices[2].input: zero is not a price; "
                "write `free: true` where nothing is charged"
            ),
            "Not written, for what is said above.",
        ],
    ),
    (
        ["model", "--vendor", "xinghe", "--name", "便宜"],
        [
            (
                "vendors/xinghe.yaml:31:11: models[3].name: `便宜` is a word that questions are asked with (cheap); "
                "choose a name that means nothing else; a longer one may hold the word"
            ),
            "Not written, for what is said above.",
        ],
    ),
    (["model", "--vendor", "xinghe", "--name", "星河 Max", "--id", "xinghe/max"], ["xinghe/max is there already"]),
    (["model", "--vendor", "nobody", "--name", "X 1"], ["there is no vendor `nobody`"]),
    (["model"], ["--vendor, --name missing; pricebot new model --help explains them"]),
    (["vendor", "--name", "星河", "--id", "xinghe"], ["vendors/xinghe.yaml is there already"]),
    (
        ["vendor", "--name", "B", "--id", "Big Co"],
        ["--id: `Big Co` is no id; use lower-case letters, digits and hyphens, e.g. glm-price"],
    ),
    (
        ["plan"],
        ["--vendor, --name, --currency, --amount, --source missing; pricebot new plan --help explains them"],
    ),
    (["fact"], ["--article, --subject, --zh, --en, --ask missing; pricebot new fact --help explains them"]),
    (["fact", "--article", "repport", *FACT], ["there is no article `repport`; did you mean report?"]),
    (["fact", "--article", "report", *FACT, "--id", "max-price"], ["max-price is there already"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "complaints"), REFUSED)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_written(
    write: New, folder: Path, words: list[str], complaints: list[str]
) -> None:
    said = write(*words)
    assert (said.status, said.complaints) == (2, complaints)
    assert read(VENDOR_FILE) == VENDOR
    assert read("articles/report.yaml") == ARTICLE
    assert not (folder / FILE).exists()


def test_complaints_are_in_chinese_too(write: New) -> None:
    said = write("price", "--model", "星河Lite", "--input", "1,000", language=Language.ZH_HANS)
    assert said.complaints == ["--input：`1,000` 的数字里有逗号；请写成 1000"]
    said = write("price", language=Language.ZH_HANT)
    assert said.complaints == ["缺少 --model, --from, --source；pricebot new price --help 逐一說明"]


def test_a_folder_that_does_not_load_is_left_alone(write: New, capsys: pytest.CaptureFixture[str]) -> None:
    Path(VENDOR_FILE).write_text(VENDOR.replace("models:", "model:"), "utf-8")
    assert main(["new", "price", *PRICE, "--source", "notice", "--knowledge", "."]) == 2
    assert "vendors/xinghe.yaml:8:1: unknown key `model`" in capsys.readouterr().err.replace("model: ", "", 1)


def test_at_a_terminal_it_asks_for_what_is_missing(write: New, folder: Path) -> None:
    typing = Typing({"model": "星河Lite", "input": ["1,5", "1.5"], "output": "6", "title": "Prices", "url": ""})
    said = write("price", prompt=typing)
    assert (said.status, len(said.complaints)) == (0, 2)
    assert "188 times dearer than the nearest price of another model" in said.complaints[0]
    labels = [label for label, _, _ in typing.asked]
    assert labels == [
        "model", "input", "input", "output", "cached-input", "from", "per", "currency", "source", "publisher",
        "publisher-en", "title", "published", "url", "Write it? [Y/n] ",
    ]  # fmt: skip
    proposed = {label: proposal for label, _, proposal in typing.asked}
    assert proposed["from"] == "2026-11-28"
    assert (proposed["per"], proposed["currency"], proposed["source"]) == ("1000", "CNY", "xinghe-2026-11-28")
    assert (proposed["publisher"], proposed["publisher-en"]) == ("星河", "Xinghe")
    assert typing.asked[2][1] == "--input: `1,5` has commas in a number; write 1.5"
    assert "xinghe/lite" in typing.known["model"]
    assert "{from: 2026-11-28, currency: CNY, per: 1000, input: 1.5, output: 6, source: xinghe-2026-11-28}" in read(
        VENDOR_FILE
    )


def test_at_a_terminal_names_and_ids_are_proposed(write: New) -> None:
    typing = Typing(
        {
            "vendor": "星河",
            "name": "星河 V5.1 Pro",
            "name-en": "Xinghe V5.1 Pro",
            "input": "2",
            "source": "notice",
            "per": "1000000",
        }
    )
    said = write("model", prompt=typing, language=Language.ZH_HANS)
    proposed = {label: proposal for label, _, proposal in typing.asked}
    assert (said.status, proposed["id"], proposed["alias"]) == (
        0,
        "xinghe/xinghe-v5.1-pro",
        "V5.1 Pro",
    )
    assert "    aliases: [V5.1 Pro]\n" in read(VENDOR_FILE)
    assert "publisher" not in proposed
    explained = {label: text for label, text, _ in typing.asked}
    assert explained["released"].startswith("发布日期，或月份")


@pytest.mark.parametrize("confirm", ["n", "no", "否", None])
def test_nothing_is_written_that_is_not_agreed_to(write: New, confirm: str | None) -> None:
    typing = Typing({"model": "星河Lite", "input": "1.5", "source": "notice"}, confirm)
    said = write("price", prompt=typing)
    assert (said.status, said.complaints[-1]) == (2, "Nothing was written.")
    assert read(VENDOR_FILE) == VENDOR


def test_where_the_flags_say_all_nothing_is_asked(write: New) -> None:
    typing = Typing({})
    assert write("price", *PRICE, "--source", "notice", prompt=typing).status == 0
    assert typing.asked == []


def test_input_that_ends_writes_nothing(write: New) -> None:
    said = write("price", prompt=lambda label, explained, proposed, known: None)
    assert (said.status, said.complaints) == (2, ["Nothing was written."])


def test_an_edit_made_meanwhile_is_not_lost(folder: Path) -> None:
    desk = Desk(folder)
    desk.change(VENDOR_FILE, lambda text: text + "# mine\n")
    Path(VENDOR_FILE).write_text(VENDOR + "# another's\n", "utf-8")
    with pytest.raises(RefusalError) as refused:
        desk.write()
    assert refused.value.lines(Language.EN) == ["vendors/xinghe.yaml has been changed meanwhile; run this again"]
    assert read(VENDOR_FILE) == VENDOR + "# another's\n"


def test_a_file_keeps_its_mode_its_link_and_its_mark(folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_bytes(b"\xef\xbb\xbf" + VENDOR.encode())
    real.chmod(0o640)
    Path(VENDOR_FILE).unlink()
    Path(VENDOR_FILE).symlink_to(real)
    desk = Desk(folder)
    desk.change(VENDOR_FILE, lambda text: text + "# more\n")
    desk.write()
    assert real.read_bytes() == b"\xef\xbb\xbf" + VENDOR.encode() + b"# more\n"
    assert (Path(VENDOR_FILE).is_symlink(), stat.S_IMODE(real.stat().st_mode)) == (True, 0o640)
    assert [file.name for file in tmp_path.glob(".*")] == []


def test_an_empty_folder_may_begin_with_a_vendor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "vendor", "--name", "Moonriver", "--knowledge", str(tmp_path), "--lang", "en"]) == 0
    assert "Written:" in capsys.readouterr().out
    assert "moonriver" in load_knowledge(tmp_path).entries
    assert main(["new", "--knowledge", str(tmp_path / "nosuch"), "vendor", "--name", "Moonriver"]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_the_installed_package_is_not_written_into(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "knowledge_data"
    folder.mkdir()
    assert main(["new", "vendor", "--name", "Moonriver", "--knowledge", str(folder), "--lang", "en"]) == 2
    assert "copy it, and name the copy with --knowledge" in capsys.readouterr().err


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_help_explains_every_flag(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", kind, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert all(f"--{field.flag}" in shown for field in FIELDS[kind])


def test_a_model_takes_the_place_of_another_and_of_the_bare_name(write: New, folder: Path) -> None:
    today = "today: [xinghe/max, xinghe/lite]\n"
    Path(VENDOR_FILE).write_text(VENDOR.replace("\nsources:", f"{today}\nsources:"), "utf-8")
    words = [
        "--vendor",
        "星河",
        "--name",
        "星河 Max 2",
        "--released",
        "2026-11-20",
        "--supersedes",
        "星河Max",
        "--flagship",
    ]
    price = ["--input", "5", "--output", "15", "--currency", "CNY", "--per", "1000000", "--from", "2026-11-20"]
    said = write("model", *words, *price, "--source", "notice", "--id", "xinghe/max-2")
    assert (said.status, said.complaints) == (0, [])
    text = read(VENDOR_FILE)
    assert "today: [xinghe/max-2, xinghe/max, xinghe/lite]\n" in text
    assert "    lookalikes: [大星星]\n    superseded: {on: 2026-11-20, by: xinghe/max-2}\n    prices:\n" in text
    assert is_right(folder)
    again = write("model", *words[:-1], "--id", "xinghe/max-3", "--name", "星河 Max 3")
    assert again.complaints == ["xinghe/max: superseded is there already"]


def test_a_vendor_may_be_named_by_its_line_or_model(write: New) -> None:
    plan = ["--name", "星河会员", "--currency", "CNY", "--amount", "30", "--source", "notice"]
    assert write("plan", "--vendor", "星河Max", *plan).status == 0
    assert "  - id: xinghe/xinghehuiyuan\n" in read(VENDOR_FILE)


def test_what_changes_below_the_first_line_is_shown(write: New) -> None:
    write("price", "--model", "星河Max", "--input", "4", "--output", "12", "--input-tokens", "up_to: 32000", "--currency",
          "CNY", "--per", "1000000", "--from", "2026-11-20", "--source", "notice")  # fmt: skip
    said = write("price", "--model", "星河Max", "--input", "8", "--output", "24", "--input-tokens", "above: 32000",
                 "--currency", "CNY", "--per", "1000000", "--from", "2026-11-20", "--source", "notice")  # fmt: skip
    assert "→ 单次输入超过 3.2万 tokens：输入 8、输出 24 元 / 百万 tokens" in said.output
