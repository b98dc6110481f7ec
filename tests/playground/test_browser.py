"""The playground in a real Chromium, with the real bot behind it."""

from __future__ import annotations

import aiohttp
import pytest
from playwright.async_api import Browser, expect

from bot.playground.server import TOKEN, PlaygroundServer
from bot.playground.session import playground
from tests.playground.chromium import Screen, screen, words

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

QUESTION = "how many GLM tokens can I buy for 1 yuan"
OTHER = "how many Doubao tokens can I buy for 1 yuan"
GROUP = "AI 省钱小组"
WITHOUT_BOT = "周末骑行"


async def api(server: PlaygroundServer, method: str, **arguments: object) -> None:
    """What a bot would do."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.base_url}/bot{TOKEN}/{method}", json=arguments) as response,
    ):
        assert (await response.json())["ok"]


async def test_a_private_question_gets_an_answer_whose_buttons_change_it(at: Screen) -> None:
    await expect(at.page.get_by_text("What can this bot do?")).to_be_visible()
    await at.say(QUESTION)
    answer = at.others.last
    await expect(answer).to_contain_text("GLM-3 Turbo")
    await expect(answer.locator(".quote")).to_contain_text(QUESTION)
    before = await answer.locator(".text").inner_text()
    await answer.locator(".keyboard").get_by_role("button").first.click()
    await expect(answer.locator(".meta")).to_contain_text("edited")
    assert await answer.locator(".text").inner_text() != before
    await answer.locator(".keyboard").get_by_role("button", name="‹ Back").click()
    await expect(answer.locator(".keyboard").get_by_role("button", name="‹ Back")).to_have_count(0)
    assert (await answer.locator(".text").inner_text()).startswith(before.rpartition("\n")[0])
    await expect(at.messages).to_have_count(2)


async def test_in_a_group_what_others_press_is_answered_below(at: Screen) -> None:
    await at.go(GROUP)
    await at.say(f"@price_bot {QUESTION}")
    answers = at.messages.filter(has=at.page.locator(".keyboard"))
    answer, below = answers.nth(0), answers.nth(1)
    await expect(answer).to_contain_text("GLM-3 Turbo")
    await at.be("Tom")
    await answer.locator(".keyboard").get_by_role("button", name="In words").click()
    await expect(below).to_contain_text("English words")
    await expect(below.locator(".quote")).to_contain_text("GLM-3 Turbo")
    await below.locator(".keyboard").get_by_role("button", name="In tokens").click()
    await expect(below.locator(".keyboard")).to_contain_text("‹ Back")
    await expect(answer.locator(".meta")).not_to_contain_text("edited")


async def test_start_greets_and_its_examples_are_answered_below(at: Screen) -> None:
    await at.page.get_by_role("button", name="Start").click()
    await expect(at.others).to_have_count(1)
    await at.others.last.locator(".keyboard").get_by_role("button").first.click()
    await expect(at.others).to_have_count(2)


async def test_commands_are_offered_in_ones_language_and_taken_by_keys(at: Screen) -> None:
    await at.field.fill("/che")
    await expect(at.cards).to_have_count(1)
    await expect(at.cards).to_contain_text("/cheapest")
    await at.field.press("ArrowDown")
    await at.field.press("Enter")
    await expect(at.own).to_contain_text("/cheapest")
    await expect(at.others).to_contain_text("MiniCPM")
    await at.be("小林")
    await at.page.get_by_role("button", name="命令").click()
    await expect(at.page.get_by_role("option", name="最便宜")).to_be_visible()


async def test_in_a_group_it_answers_when_named_and_lets_small_talk_be(at: Screen) -> None:
    await at.go(GROUP)
    await expect(at.others).to_have_count(1)  # the bot's greeting
    await at.say("lovely weather today, let us have lunch")
    await at.say(f"@price_bot {QUESTION}")
    answer = at.others.nth(1)
    await expect(answer).to_contain_text("GLM-3 Turbo")
    await expect(answer.locator(".quote")).to_contain_text("@price_bot")
    await expect(at.others).to_have_count(2)


async def test_an_answer_stays_in_its_topic(at: Screen) -> None:
    await at.go(GROUP)
    await at.page.get_by_role("tab", name="模型价格").click()
    await at.say(f"/ask@price_bot {QUESTION}")
    await expect(at.others).to_contain_text("GLM-3 Turbo")
    await at.page.get_by_role("tab", name="General").click()
    await expect(at.own).to_have_count(0)
    await expect(at.others).to_have_count(1)


async def test_a_reply_to_an_answer_follows_it_up(at: Screen) -> None:
    await at.go(GROUP)
    await at.say(f"@price_bot {QUESTION}")
    await expect(at.others.nth(1)).to_contain_text("GLM-3 Turbo")
    await at.others.nth(1).hover()
    await at.others.nth(1).get_by_role("button", name="Reply").click()
    await expect(at.page.locator("#context")).to_contain_text("Reply to Price bot")
    await at.say("and Doubao?")
    await expect(at.own.last.locator(".quote")).to_contain_text("Price bot")
    await expect(at.others.nth(2)).to_contain_text(words("Doubao"))


async def test_inline_cards_appear_while_typing_and_the_chosen_one_is_sent_via_the_bot(at: Screen) -> None:
    await at.go(WITHOUT_BOT)
    await at.field.press_sequentially(f"@price_bot {QUESTION}")
    await expect(at.cards.first).to_be_visible()
    await expect(at.cards.first).to_contain_text("GLM-3 Turbo")
    await at.field.press("ArrowDown")
    await expect(at.cards.first).to_have_attribute("aria-selected", "true")
    await at.field.press("Enter")
    card = at.own
    await expect(card).to_contain_text("via @price_bot")
    await expect(card).to_contain_text("GLM-3 Turbo")
    await expect(at.field).to_have_value("")
    await card.locator(".keyboard").get_by_role("button").first.click()
    await expect(card.locator(".meta")).to_contain_text("edited")
    await expect(at.messages).to_have_count(1)


async def test_named_in_a_group_without_it_the_bot_answers_as_a_guest(at: Screen) -> None:
    await at.go(WITHOUT_BOT)
    await at.say(f"{QUESTION} @price_bot")
    await expect(at.others).to_contain_text("GLM-3 Turbo")


async def test_an_edited_question_changes_its_answer_and_one_edited_away_deletes_it(at: Screen) -> None:
    await at.go(GROUP)
    await at.say(QUESTION)
    answer = at.others.nth(1)
    await expect(answer).to_contain_text("GLM-3 Turbo")
    await at.field.press("ArrowUp")
    await expect(at.field).to_have_value(QUESTION)
    await at.field.fill(OTHER)
    await at.field.press("Enter")
    await expect(at.own.locator(".meta")).to_contain_text("edited")
    await expect(answer).to_contain_text(words("Doubao"))
    await at.choose_in_menu(at.own, "Edit")
    await at.field.fill("never mind")
    await at.field.press("Enter")
    await expect(at.others).to_have_count(1)


async def test_a_question_can_be_deleted_and_its_answer_says_so(at: Screen) -> None:
    await at.say(QUESTION)
    await expect(at.others).to_contain_text("GLM-3 Turbo")
    await at.choose_in_menu(at.own, "Delete")
    await expect(at.own).to_have_count(0)
    await expect(at.others.locator(".quote")).to_have_text("Deleted message")


async def test_settings_are_for_administrators_and_say_so_in_a_notice(at: Screen) -> None:
    await at.go(GROUP)
    await at.say("/settings@price_bot")
    quiet = at.others.locator(".keyboard").get_by_role("button").nth(1)
    before = await quiet.inner_text()
    await quiet.click()
    await expect(at.page.locator("#toast")).to_contain_text("administrators")
    await expect(quiet).to_have_text(before)
    await at.be("小林")
    await quiet.click()
    await expect(quiet).to_contain_text("✓")


async def test_a_notice_stays_in_its_chat(at: Screen) -> None:
    await at.go(GROUP)
    await at.say("/settings@price_bot")
    await at.others.locator(".keyboard").get_by_role("button").nth(1).click()
    await expect(at.page.locator("#toast")).to_be_visible()
    await at.go(WITHOUT_BOT)
    await expect(at.page.locator("#toast")).to_be_hidden()


async def test_keys_reach_the_field_before_all_messages_and_stay_on_what_they_press(at: Screen) -> None:
    await at.say(QUESTION)
    pressed = at.others.last.locator(".keyboard").get_by_role("button").first
    await pressed.focus()
    await at.page.keyboard.press("Enter")
    await expect(at.others.last.locator(".meta")).to_contain_text("edited")
    focused = at.others.last.locator(".keyboard button:focus")
    await expect(focused).to_have_count(1)
    await at.page.locator("#room-menu").focus()
    for _ in range(6):
        await at.page.keyboard.press("Tab")
        if await at.field.evaluate("field => field === document.activeElement"):
            break
    await expect(at.field).to_be_focused()


async def test_an_administrator_removes_the_bot_and_adds_it_again(at: Screen) -> None:
    await at.be("小林")
    await at.go(GROUP)
    await at.page.get_by_role("button", name="更多操作").click()
    await at.page.get_by_role("menuitem", name="移除机器人").click()
    await expect(at.page.locator("#room-subtitle")).to_contain_text("机器人不在群里")
    await at.page.get_by_role("button", name="更多操作").click()
    await at.page.get_by_role("menuitem", name="把机器人加进来").click()
    await expect(at.page.locator("#messages")).to_contain_text("小林 邀请了 Price bot")
    await at.say(f"@price_bot {QUESTION}")
    await expect(at.others.last).to_contain_text("GLM-3 Turbo")


async def test_sharing_an_answer_goes_by_inline_mode_to_the_chosen_chat(at: Screen) -> None:
    await at.say(QUESTION)
    await at.others.get_by_role("button", name="Share").click()
    await at.page.get_by_role("dialog").get_by_role("button", name=WITHOUT_BOT).click()
    await expect(at.page.locator("#room-title")).to_contain_text(WITHOUT_BOT)
    await at.cards.first.click()
    await expect(at.own).to_contain_text("via @price_bot")


async def test_html_is_shown_as_text_and_tags_as_formatting(a_browser: Browser, empty: PlaygroundServer) -> None:
    [ada] = [user for user in empty.world.users.values() if user.first_name == "Ada"]
    html = (
        "<b>bold <i>both</i></b> &lt;img src=x onerror=alert(1)&gt; <code>1 &lt; 2</code> <tg-spoiler>secret</tg-spoiler>"
        '<blockquote>quoted</blockquote>\n<a href="https://example.com/?a=1&amp;b=2">a link</a> 😀<u>after</u>'
    )
    async with screen(a_browser, empty.base_url) as at:
        await at.be("Ada")
        await api(empty, "sendChatAction", chat_id=ada.id, action="typing")
        await expect(at.page.locator("#room-subtitle")).to_have_text("typing")
        await api(empty, "sendMessage", chat_id=ada.id, text=html, parse_mode="HTML")
        text = at.others.locator(".text")
        await expect(text.locator("b")).to_have_text("bold both")
        await expect(text.locator("b i")).to_have_text("both")
        await expect(text.locator("code")).to_have_text("1 < 2")
        await expect(text.locator("u")).to_have_text("after")
        await expect(text.locator("blockquote")).to_have_text("quoted")
        await expect(text.get_by_role("link")).to_have_attribute("href", "https://example.com/?a=1&b=2")
        await expect(text).to_contain_text("<img src=x onerror=alert(1)>")
        assert await at.page.locator("img").count() == 0
        await expect(at.page.locator("#room-subtitle")).to_have_text("bot")


async def test_what_people_write_is_no_markup_either(a_browser: Browser, empty: PlaygroundServer) -> None:
    async with screen(a_browser, empty.base_url) as at:
        await at.say("<b onclick=alert(1)>x</b><script>alert(1)</script>")
        assert await at.page.locator("article b, article script").count() == 0


async def test_an_alert_stays_until_it_is_closed(a_browser: Browser, empty: PlaygroundServer) -> None:
    [ada] = [user for user in empty.world.users.values() if user.first_name == "Ada"]
    keyboard = {"inline_keyboard": [[{"text": "Press", "callback_data": "x"}]]}
    await api(empty, "sendMessage", chat_id=ada.id, text="hello", reply_markup=keyboard)
    async with screen(a_browser, empty.base_url) as at:
        await at.be("Ada")
        await at.page.get_by_role("button", name="Press").click()
        await empty.wait_for(lambda: empty.methods.callback_queries.latest() is not None)
        pressed = empty.methods.callback_queries.latest()
        assert pressed is not None
        await api(empty, "answerCallbackQuery", callback_query_id=pressed.id, text="Note well", show_alert=True)
        dialog = at.page.get_by_role("dialog")
        await expect(dialog).to_contain_text("Note well")
        await at.page.keyboard.press("Escape")
        await expect(dialog).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_theme_follows_the_system_until_it_is_switched(
    a_browser: Browser, empty: PlaygroundServer, theme: str
) -> None:
    async with screen(a_browser, empty.base_url, theme="dark" if theme == "dark" else "light") as at:
        background = "() => getComputedStyle(document.querySelector('#sidebar')).backgroundColor"
        dark, light = "rgb(23, 33, 43)", "rgb(255, 255, 255)"
        assert await at.page.evaluate(background) == (dark if theme == "dark" else light)
        switch = at.page.locator("#theme")
        await switch.click()
        assert await at.page.evaluate(background) == light
        await switch.click()
        assert await at.page.evaluate(background) == dark
        await at.page.reload()
        await expect(switch).to_be_visible()
        assert await at.page.evaluate(background) == dark


@pytest.mark.parametrize("width", [320, 390])
async def test_on_a_phone_list_and_chat_take_turns_and_nothing_is_too_wide(
    a_browser: Browser, lively: PlaygroundServer, width: int
) -> None:
    async with screen(a_browser, lively.base_url, width=width, height=700, has_touch=True, is_mobile=True) as at:
        await at.be("Ada")
        await expect(at.field).to_be_hidden()
        assert await at.fits()
        await at.go("Price bot")
        await expect(at.page.get_by_role("navigation")).to_be_hidden()
        await at.say("prices of all models")
        await expect(at.others).to_contain_text("GLM-3 Turbo")
        await at.say("x" * 200)
        assert await at.fits()
        await at.page.get_by_role("button", name="Back to the chats").click()
        await expect(at.page.get_by_role("navigation")).to_be_visible()
        await expect(at.field).to_be_hidden()


async def test_everything_that_can_be_pressed_has_a_name(at: Screen) -> None:
    await at.say(QUESTION)
    await expect(at.others).to_contain_text("GLM-3 Turbo")
    nameless = """() => [...document.querySelectorAll('button, input, textarea, a, [role=listbox], [role=log]')]
        .filter(e => !(e.ariaLabel || e.innerText || e.textContent || e.closest('label')?.textContent).trim())
        .map(e => e.outerHTML)"""
    await at.field.fill("/")
    await expect(at.cards.first).to_be_visible()
    assert await at.page.evaluate(nameless) == []


async def test_messages_can_be_reached_and_answered_by_keys_alone(at: Screen) -> None:
    await at.say(QUESTION)
    await expect(at.others).to_contain_text("GLM-3 Turbo")
    await at.page.get_by_role("log").focus()
    await at.page.keyboard.press("ArrowUp")
    await expect(at.others).to_be_focused()
    await at.page.keyboard.press("Enter")
    await expect(at.page.get_by_role("menuitem", name="Reply")).to_be_focused()
    await at.page.keyboard.press("Enter")
    await expect(at.field).to_be_focused()
    await expect(at.page.locator("#context")).to_contain_text("Reply to Price bot")
    await at.page.keyboard.press("Escape")
    await expect(at.page.locator("#context")).to_be_hidden()


async def test_a_reloaded_page_is_where_it_was(at: Screen) -> None:
    await at.go(GROUP)
    await at.say("hello")
    await at.page.reload()
    await expect(at.own).to_contain_text("hello")
    await expect(at.page.get_by_role("radio", name="Ada")).to_be_checked()


async def test_an_open_page_says_that_the_server_is_away_and_comes_back_with_it(a_browser: Browser) -> None:
    async with playground() as server:
        port = int(server.base_url.rsplit(":", 1)[1])
        async with screen(a_browser, server.base_url) as at:
            await at.be("Ada")
            await at.say("hello")
            await server.__aexit__(None, None, None)
            await expect(at.page.locator("#notice")).to_contain_text("Connection lost")
            async with playground(port):
                await expect(at.page.locator("#notice")).not_to_contain_text("Connection lost")
                await expect(at.messages).to_have_count(0)
                await expect(at.page.get_by_role("radio", name="Ada")).to_be_checked()
            at.problems.clear()  # the browser complains of the server that was away


async def test_swiping_a_message_answers_it(a_browser: Browser, empty: PlaygroundServer) -> None:
    async with screen(a_browser, empty.base_url, width=390, height=700, has_touch=True, is_mobile=True) as at:
        await at.be("Ada")
        await at.go("Price bot")
        await at.say("hello")
        box = await at.own.locator(".bubble").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        finger = await at.page.context.new_cdp_session(at.page)
        for kind, points in (
            ("touchStart", [{"x": x, "y": y}]),
            ("touchMove", [{"x": x - 30, "y": y}]),
            ("touchMove", [{"x": x - 90, "y": y}]),
            ("touchEnd", []),
        ):
            await finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        await expect(at.page.locator("#context")).to_contain_text("Reply to Ada")


async def test_a_comparison_is_a_table_with_what_is_folded_below(at: Screen) -> None:
    await at.say("which is cheaper, Doubao or GLM")
    answer = at.others.last
    await expect(answer.locator("tr")).to_have_count(3)
    assert await answer.locator("th").all_inner_texts() == ["", "yuan per million tokens"]
    await expect(answer.locator("details p").first).to_be_hidden()
    await answer.locator("summary").click()
    await expect(answer.locator("details p").first).to_be_visible()
    assert await answer.locator(".table").evaluate("one => one.scrollWidth <= one.clientWidth")
