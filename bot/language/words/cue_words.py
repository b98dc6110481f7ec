"""Cue words: what a message wants, in the words people use for it.

Words are in normal form (simplified, lower case). A word belongs to one cue; where a longer word contains a shorter
one, the longer one counts. Words in Latin letters match whole words only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from bot.language.basics.cues import UNIT_CUES, Cue
from bot.language.words.cue_phrases import cue_phrases
from bot.language.words.factors import FACTORS
from bot.language.words.selling import PLANS, SOLD, SUCCESSORS
from bot.language.words.terms import LAUNCH, LIVES, MODES, PARTS_OF_WEEK, WINDOWS

_WORDS: Final[dict[Cue, str]] = {
    Cue.HOW_MANY: """
        多少 duoshao 几多 几何 多少个 几个 几多个 好多个 有多少 多少量 how_many how_much
        number_of 多大 多少万 多少亿 几高 多高 多长 几贵 多便宜 how_much_is how_much_are how_much_does how_much_do how_much_for how_much_would how_much_will how_much_did
    """,
    Cue.HOW_MUCH_MONEY: """
        多少钱 duoshao钱 几多钱 几钱 多少元 多少块 多少块钱 多少人民币 多少rmb 几块钱 几元 几块 几毛 几毛钱 几分钱 几分 几厘 几文 几蚊 几多蚊 多少毛 多少分钱 多少角
        多少厘 多少美元 多少刀 多少美金 几刀 几美元 好多钱 多少银子 多少米 几个钱 几毛几 啥价 什么价 咩价 咩价钱 什么价钱 啥价钱 什么价格 啥价格 什么价位 啥价位 怎么卖 点卖 怎卖
        咋卖 怎么收费 如何收费 点收费 咋收费 怎样收费 怎么计费 如何计费 如何定价 怎么定价 怎么收钱 收多少 收几多 卖多少 卖几多 怎么算钱 几多人民币 多少费用 费用多少
        how_expensive what_price what_is_the_price what's_the_price whats_the_price what_does_it_cost how_many_yuan how_many_rmb how_many_dollars how_much_money
        how_much_rmb how_much_yuan what's_the_cost what_is_the_cost how_pricey how_many_bucks how_many_kuai how_many_cents how_many_renminbi
        how_much_is how_much_are how_much_does how_much_do how_much_for how_much_would how_much_will
    """,
    Cue.PRICE: """$$
        价格 价钱 价位 价 单价 报价 定价 售价 标价 现价 收费 收费标准 资费 计费 计价 价目 价目表 价格表 行情 价码 价格是 api价格 调用价格 token价格 tokens价格 牌价 卖价
        price prices pricing priced priced_at rate_card tariff fee fees going_rate price_tag price_list quote quotes charge charges charged charging
        price_per cost_per list_price unit_price token_price api_price 劈价 个价 计价 报个价 收费标准 ask_for asks asking_price rates token_rate token_rates api_rates rate_for rate_per rate_of
    """,
    Cue.SPEND: """
        花 花费 要花 花掉 花销 成本 开销 费用 花多少 花了 花费多少 付 付多少 要付 烧 烧掉 支付 掏 掏多少 账单 一共多少 总共多少 合计 得花 会花 使 使费 洗 贵不贵 帐单
        cost costs costing spend spending pay paying bill billed set_me_back run_me budget_for expense expenses total_cost bills amount_due payable damage set_us_back cost_us cost_me pay_for out_of_pocket tab 烧钱 金额 总额 价款 款项 going_for went_for
    """,
    Cue.BUY: """
        买 买到 能买 可以买 可买 买得到 买得起 购买 购 购得 换 换到 能换 兑换 兑 拿到 搞到 得到 入手 到手 能用 可以用 用到 够用 用得 使用 消费 跑 能跑 整 能整 薅 撸 用 充 充值 调用 够买 顶 能顶 冲 换来 够我 能干 干啥 干嘛 做什么 能干啥 能干嘛 做乜 做咩 撑 玩
        buy buys bought buying get gets getting obtain purchase afford fetch fetches worth_of worth
        have use used yield give gives give_me
        get_me buy_me gets_me bring run burn process handle handled
        far_does go
    """,
    Cue.FUNDS: """预算 款 采购款 经费 资金 本金 余额 零花钱 工资 生活费 压岁钱 红包 奖金 budget funds credits balance allowance""",
    Cue.PER_MILLION: """per_million /million per_mil per-million""",
    Cue.PER_THOUSAND: """per_thousand 每千 /thousand per-thousand""",
    Cue.ENOUGH: """够 够不够 足够 够未 enough suffice sufficient cover covers 够使""",
    Cue.WRITE: """
        写 写出 写成 写到 能写 可写 生成 产出 写作 码 创作 出 处理 翻译 读 能处理 念 阅读 总结 write writes writing generate produce translate translating read summarize
        summarise summarizing written type
    """,
    Cue.DURATION: """
        多久 几天 多少天 几多日 多少日 几日 几个月 多少个月 多长时间 几耐 几长时间 几周 几个星期 多少个星期 几年 多少年 维持多久 撑多久 几多个月 用几耐 how_long how_many_days how_many_weeks how_many_months last lasts
        for_how_long until_broke run_out runs_out i'm_broke im_broke
    """,
    Cue.CHEAP: """
        便宜 更便宜 平 平啲 平些 平点 实惠 划算 更划算 合算 划得来 抵 抵用 省钱 更省钱 低价 低廉 价低 更低 低 经济 白菜价 性价比 性价比高 廉价 便宜点 便宜些 较平 更平 相宜 便宜一点 抵啲 抵买
        cheap cheaper less_expensive lower_price lower_priced better_value better_deal economical affordable more_affordable inexpensive lower costs_less cost_less less bargain cheaper_than undercut undercuts wins_on_price 平过 平得过 便宜过 kinder_to_my_wallet price_wise 低于 少于 below less_than under lower_than 地板价 白菜价 costs_less_than cost_less_than 最白菜价 抵得 better_off 低了 低过 低得过
    """,
    Cue.CHEAPEST: """
        最便宜 最平 最低 最低价 最实惠 最划算 最合算 最省钱 最省 价格最低 最抵 性价比最高 最低廉 最经济 最便宜的 最相宜 最廉价 至平
        cheapest lowest_price lowest least_expensive most_affordable best_value best_price lowest_priced lowest_cost best_deal
        most_economical rock_bottom costs_least cost_least costs_the_least cost_the_least charges_the_least charge_the_least 至抵 最抵 最平 whose_tokens_are_cheapest 薅羊毛 垫底 第二便宜 第二低 次低 次便宜 次平
    """,
    Cue.DEAR: """贵不贵 贵唔贵 贵 更贵 昂贵 贵点 贵些 贵啲 贵了 高价 价高 不便宜 贵一点 expensive pricier dearer more_expensive dear costly priciest_of costs_more cost_more higher_price pricey more pricier_than dearer_than more_expensive_than 贵过 贵得过 高于 higher_than costs_more_than cost_more_than 高过 高得过 高 高点 高一点 高些""",
    Cue.DEAREST: """次贵 最贵 价格最高 最高价 最昂贵 最贵的 至贵 most_expensive dearest priciest costliest highest_price highest_priced highest costs_the_most cost_the_most costs_most cost_most charges_the_most charge_the_most""",
    Cue.WHICH: """
        叫什么 叫啥 叫咩 哪个 哪家 哪款 哪一个 哪一家 哪一款 谁 谁家 边个 边间 边款 哪种 哪一种 哪里 哪边 边只 哪位 哪几个 哪几家 哪 哪些 有哪些 边啲 什么模型 啥模型 什么大模型 哪个模型 哪家模型 边啲模型 咩模型 乜模型
        which which_one which_of who's what_model which_model which_models which_vendor which_provider which_company what_llm which_llm 边几个 边几间 边几家 有边几个 哪几款 边啲模型
    """,
    Cue.EXISTS: """有没有 有冇 有什么 有咩 有乜 有啥 有无 有木有 any is_there are_there is_any there_any 都有啥 anything something 有没有啥 存在""",
    Cue.BEYOND: """
        下架 下线 停服 停用
    """,
    Cue.VERSUS: """
        vs vs. 对比 比较 比一比 比一下 对比一下 比比 较 pk 还是 定系 抑或 相比 相较 相比之下 比起来 比起 较之 versus compare compared comparison against
        or comparing stack_up side_by_side and_or 和 跟 与 同 同埋 以及 及 and v n
    """,
    Cue.THAN: """比 比起 相比 较 比较起 than relative_to compared_to compared_with over_the cheaper_than pricier_than dearer_than more_expensive_than undercut undercuts 平过 贵过 便宜过 平得过 低于 高于 less_than lower_than higher_than more_than above below under over costs_less_than cost_less_than costs_more_than cost_more_than 低过 低得过 高过 高得过""",
    Cue.DIFFERENCE: """
        差多少 差几多 相差 差价 价差 差距 差别 差几倍 几倍 多少倍 几多倍 几成 百分之几 几分之几 几分之一 百分之多少 百分几 便宜多少 平几多 贵多少 贵几多 便宜几多 平多少 便宜几成 贵几成 省几成 高多少 低多少 差 差异 区别 多几多 便宜几倍 贵几倍
        how_big how_deep how_steep how_large difference gap how_much_cheaper how_much_more by_how_much how_many_times percent percentage what_percent times_cheaper how_much_less what_percentage price_gap differ by_what apart 几倍 差价多少 相差多少 percent_below 高出多少 差几 差几多蚊 差几多钱 差 in_percent how_many_percent 百分之几多 多少百分比 百分比 几多百分比 低了多少 低了百分之几 低多少 低百分之几 几多巴仙 几多个巴仙 几多个percent how_far_under how_far_below how_far how_many_percent_below what_% how_many_% 几% 多少% 几多% 几趴 多少趴 几多趴 几个趴 几个百分点 多少个百分点 half_the_price half_price twice_the_price twice_as_expensive double_the_price half_the_cost twice_the_cost 贵一倍 半价 diff price_diff
    """,
    Cue.SAVE: """省 省下 节省 省多少 能省 节约 悭 悭几多 悭到 save saves saving savings saved""",
    Cue.SWITCH: """换成 换到 改用 换用 转用 转去 迁移 切换 切换到 转到 改成 从 搬到 转 switch switching switched migrate migrating move moving instead_of rather_than moved from 转会""",
    Cue.FREE: """一分钱不要 免费 不要钱 不用钱 不花钱 唔使钱 唔洗钱 唔收钱 0元 零元 零元购 0元购 白嫖 白送 免费的 不收费 不收钱 无需付费 完全免费 free for_free free_of_charge gratis at_no_cost no_cost costs_nothing
        free-of-charge complimentary freebies 一分钱不花 不花一分钱 免单 a_cent a_penny without_paying 零成本 零费用 唔使俾 不要钱的 0元 零元 cost_nothing 免钱 免钱的 completely_free totally_free
    """,
    Cue.COSTS_MONEY: """leave_the_free_ones_out leave_out_the_free_ones 要钱 收费 要付费 要收费 付费 收钱 花钱 使钱 要畀钱 要唔要钱 花钱吗 付钱 俾钱 paid pay_for cost_anything cost_money costs_money have_to_pay charge_for""",
    Cue.EXCEPT: """除 excluded 除了 除咗 除去 除开 不算 不包括 排除 剔除 不含 不要 去掉 非 撇开 抛开 唔计 唔算 不计 以外 之外 其他 其余 不是 except excluding apart_from besides other_than aside_from not_counting without leaving_out exclude excl barring ignoring ignore that_isn't
        that_is_not isn't 扣掉 扣除 撇除 leaving leave_out 先不管 minus 别算 先不算 唔好计 aren't 别 别跟我说 唔要 不要 勿 isnt 别提 not thats_not that's_not 除外
    """,
    Cue.NOT: """不比 唔比 不算 不是 唔系 并非 isn't isnt not aren't wasn't wasnt""",
    Cue.BEFORE: """
        以前 之前 降价前 原价 原来 原先 过去 从前 曾经 当初 以前的价格 降价之前 降价以前 本来 打折前 旧价 老价格 以往 旧时 没降价 没降之前 减价前 减价之前 先前 早先 没降 当时
        before previously used_to originally original original_price former formerly earlier old_price prior before_the_cut pre-cut was old prior_to before_they_cut used_to_cost 过去 原先的 原本 b4
    """,
    Cue.CUT: """
        降价 降 降了 降幅 下调 调低 降低 减价 减 减咗 降咗 跌 跌了 跌价 跌咗 打折 打几折 折扣 几折 让利 降到 降至 便宜了 平咗 降了几成 大降价 砍价 砍 削价 优惠 力度 调价 减幅 骨折价 幅度 少了 低了
        cut cuts discount discounted drop dropped drops reduced reduction slash slashed lowered lowering dropping falling fallen plunge plunged plunging plummet plummeted crashed crashing sink price_cut fell fall decrease decreased decreasing went_down marked_down off knocked chop trim 劈 劈价 劈咗 the_cut price_reduction 打了几折 几折 平咗几多 降了多少 减咗几多 跌了多少 变便宜 变便宜了 got_cheaper get_cheaper became_cheaper
    """,
    Cue.RAISE: """rise 升 升咗 升了 升价 涨价 涨 涨了 加价 提价 涨幅 raised went_up going_up gone_up goes_up hike hiked rising risen rises rose surge surged 变贵 贵了多少 got_more_expensive become_more_expensive""",
    Cue.RIVALRY: """价格战 价格大战 降价战 price_war price_wars""",
    Cue.CONVERT: """
        等于 换算 换算成 折合 折算 相当于 合 合多少 即 即系 是多少 系几多 折成 化成 约合 等同 换成 对应 算下来 算 计 是 大概是 大约是 约等于 变成
        convert converts conversion equal equals equivalent translates_to come_to comes_to work_out works_out is are make makes into
    """,
    Cue.PER: """每 per / 一 a an price_per cost_per charge_per rate_per""",
    Cue.EACH: """每次 每条 每篇 每份 每个 每轮 每回 每人 每位 每户 每用户 每个人 每个用户 每通 每封 每页 每单 每件 人均 平均每次 平均每人 单次 一人 per_user per_person each_user per_conversation per_chat per_page per_email per_item 每本 一次 每部 per_call per_request each per_doc per_document apiece a_pop each_one each_of_us and_everyone everyone_burns per_message per_query every_call every_request each_call each_time 每人每天 人均每天 每个人每天""",
    Cue.EVERY_SECOND: """每秒 每秒钟 每一秒 一秒 一秒钟 per_second a_second each_second every_second per_sec /s /sec /second""",
    Cue.EVERY_MINUTE: """每分钟 per_minute a_minute each_minute every_minute per_min /min /minute""",
    Cue.HOURLY: """每小时 每个小时 每一个小时 每钟头 每个钟头 每个钟 一个小时 一个钟头 一个钟 按小时 per_hour an_hour hourly each_hour every_hour per_hr /h /hr /hour""",
    Cue.DAILY: """每天 没天 每日 日均 一天 一日 天天 平均每天 日日 per_day daily each_day every_day /day /d per_diem 人均每天 每个人每天 /日 /天 nightly every_night each_night every_single_day 日调用 日消耗 每晚 逐日 单日 日更 每人每天""",
    Cue.WEEKLY: """每周 每星期 每礼拜 一周 per_week weekly each_week every_week /week""",
    Cue.MONTHLY: """每月 每个月 按月 月均 per_month monthly each_month every_month /month /mo""",
    Cue.QUARTERLY: """季度 每季度 每个季度 一个季度 整个季度 一季度 个季度 per_quarter a_quarter each_quarter every_quarter the_quarter whole_quarter quarterly quarters /quarter 每季""",
    Cue.WHOLE_MONTH: """整月 成个月 全月 整个月 月底 月末 whole_month full_month entire_month""",
    Cue.WHOLE_YEAR: """全年 成年 整年 一整年 成个年 一年到头 whole_year entire_year full_year per_year yearly annually /year per_annum 每年 年度""",
    Cue.INPUT: """输入 输入端 入 input inputs prompt prompts input_tokens prompt_tokens 提示词 提问 question_tokens query_tokens request_tokens
        问题 问""",
    Cue.OUTPUT: """输出 输出端 output outputs completion completions output_tokens completion_tokens response_tokens reply_tokens answer_tokens 补全 回答 答 reply replies response responses answer answers generated 回复 回覆 吐 out""",
    Cue.CACHED: """缓存 命中缓存 缓存命中 缓存输入 cached cache cached_input cache_hit cache_read cached_tokens cache_read_input_tokens cached_input_tokens cache_hit_rate hit_rate 缓存命中率 命中率""",
    Cue.GIFT: """送 赠送 赠 送的 赠送的 赠额 免费额度 赠送额度 额度 free_tier free_quota free_allowance free_credits bonus""",
    Cue.THINKING: """思考 思考过程 思维链 推理token 推理tokens reasoning reasoning_tokens thinking thinking_tokens""",
    Cue.TOKEN: """token tokens 词元 tok toks 托肯 个token tokken toekns""",
    Cue.CHARACTER: """字 汉字 个字 个汉字 中文字 字数 文字 多少字 几多字 几个字 字符 中文 个字符 character characters chars hanzi chinese_characters chinese_chars chinese_character chinese_text""",
    Cue.WORD: """英文单词 单词 词 英文词 个单词 英文 word words english_words""",
    Cue.CALL: """次 几次 多少次 次数 次调用 调用次数 几多次 多少回 几回 多少条 几条 个请求 请求 次请求 次对话 对话 轮 回 多少轮 几轮 多少篇 几篇 多少份 几份 封信 封邮件 封电邮 call calls request requests query queries message messages chats prompts_of docs documents times articles conversations emails mails letters tickets comments posts essays reports contracts invoices""",
    Cue.COPY: """本 几本 多少本 部 几部 多少部 本书 几多本 几多部 多少册 几册 遍 几遍 多少遍 几套 套 copy copies book books novel novels 小说 书 长篇小说 长篇""",
    Cue.DAY: """天 日 day days""",
    Cue.SECOND: """秒 second seconds sec secs""",
    Cue.MINUTE: """分钟 minute minutes min mins""",
    Cue.HOUR: """小时 个小时 个钟 hour hours hr hrs""",
    Cue.WORKDAY: """工作日 个工作日 每个工作日 working_days working_day workdays workday business_days business_day weekdays weekday""",
    Cue.MONEY_WORD: """元 块 人民币 rmb cny 美元 usd 美金 dollar dollars yuan 毛 角 分 厘 分钱 港币 港元 港纸 欧元 eur euro euros 日元 英镑 pounds kuai renminbi jiao fen li cents 刀 台币""",
    Cue.WHY: """为什么 为何 为啥 为咩 点解 凭什么 凭啥 咋 何以 原因 理由 什么原因 啥原因 咩原因 缘由 靠啥 how_come why reason reasons what_makes cause causes
        explain because""",
    Cue.WHO: """谁 谁说 边个 边个讲 谁发布 哪家公司 谁家 边间公司 什么人 哪个人 哪位 who whose who's by_whom""",
    Cue.WHEN: """什么时候 何时 几时 啥时候 哪天 哪一天 哪年 几号 几月几号 边日 时间 日期 什么时间 啥时 咩时候 几月 什么日子 when what_date what_day which_day date""",
    Cue.WHAT: """什么 啥 咩 乜 乜嘢 什么是 是啥 系咩 是什么 怎么回事 如何 怎样 怎么样 what what's whats what_is what_are 干嘛 干啥 做乜 做咩 干啥使的 干嘛用 干嘛用的 做什么用的 有什么用 有啥用 是干嘛的""",
    Cue.HOW: """怎么看 怎么说 怎么讲 点睇 点讲 咋看 怎么 如何 怎样 点样 咋样 怎么样 how""",
    Cue.ALL: """所有 全部 各家 各个 各 每家 都 一切 全 整个 各厂 各模型 所有的 全都 各厂商 all every everything everybody each_of all_the whole entire""",
    Cue.LIST: """列 排个序 列出 列表 列一下 清单 一览 汇总 排 排行 排名 排序 排行榜 榜单 排个 排一下 排一排 有边啲 名单 表 list lists table rank ranking ranked overview lineup sort sorted order ordered leaderboard top""",
    Cue.ORDER: """asc 从低到高 从便宜到贵 由低到高 由平到贵 由便宜到贵 从少到多 从小到大 升序 低到高 平到贵 low_to_high ascending cheapest_first cheapest_to ascending_order cheap_to_expensive cheapest_to_dearest lowest_to_highest lowest_first""",
    Cue.DESCENDING: """desc 从高到低 从贵到便宜 由贵到平 由高到低 由贵到便宜 从大到小 从多到少 降序 高到低 倒序 high_to_low descending dearest_first highest_to_lowest highest_first priciest_first""",
    Cue.MODELS: """模型 大模型 llm llms model models ai 语言模型 大语言模型 ai模型 api""",
    Cue.VENDORS: """厂商 公司 厂家 供应商 平台 服务商 大厂 商家 家 vendor vendors provider providers company companies""",
    Cue.HELP: """
        帮助 怎么用你 你会什么 你能做什么 你能干啥 你是谁 你是什么 你是干嘛的 使用说明 怎么问 功能 你可以做什么 你会做什么 使用方法 自我介绍
        可以问什么 问你啥 说明书 help what_can_you_do who_are_you how_do_i_use how_to_use commands instructions usage manual what_are_you how_do_you_work
        what_can_you_tell what_kind_of_questions what_can_u_do what_can_you_actually_do /help /start what_kind_of_things_can_i_ask things_can_i_ask can_i_ask_you 你识答 你识啲乜 可以点样问你 怎么用 咋用 怎么使用 用法
    """,
    Cue.SOURCE: """来源 出处 数据来源 哪来的 依据 数据从哪 资料来源 信息来源 数据源 靠谱吗 可靠吗 准吗 准不准 source sources where_do data_from based_on reference reliable
        citation get_your come_from numbers_from figures_from get_these 这些数字 这些数据 哪篇报道 引用的是 数据出处 什么时候更新 更新时间 last_updated
    """,
    Cue.KNOW: """你识 你识得 知道 识得 认识 支持 收录 有 了解 覆盖 懂 收了 掌握 清楚 know support supports cover have_prices_for do_you_know you_know""",
    Cue.SAY: """解释 解释的 说 说过 讲 讲过 表示 宣布 声称 宣称 提到 提过 认为 觉得 看法 观点 怎么看 怎么说 怎么讲 点睇 点讲 评价 原话 say says said claim claims claimed announce announced state stated mention think opinion view according_to tell told argue argued""",
    Cue.ASK: """
        请问 问下 问一下 想问 想问下 想问吓 问句 问一句 插句嘴 求问 求助 求解 求 求教 请教 想知道 我想知道 帮我算 帮我算下 帮我算一下 帮算 帮忙算 算一下 算下 算算 计下 查一下 查下 查 帮我查 告诉我 说说 讲讲 介绍 科普 想了解 了解一下 知唔知 有人知道 有冇人知 谁知道 有谁知道 边个知 问问 问个 话我知 俾我 给我 给我看 报一下 报下 说下 来个
        tell_me show_me give_me can_you_tell could_you_tell i_wonder i_want_to_know does_anyone_know do_you_know anyone_know anybody_know calculate work_out let_me_know quick_question question curious
        i_need_to_know look_up remind_me estimate 发我 发我一下 发一下 发下 告知 告知一下 报个 求推荐 推荐个 推荐一个 推荐一款 睇下 计俾我睇 俾我睇 俾我睇下 捋一遍 kindly_state provide please_compute compute_for_me compute_me advise quote_me price_out inform_me
    """,
    Cue.QUESTION: """真的假的 真假 真的吗 是真的吗 系咪真 系真嘅咩 几来着 pulling_my_leg or_nah or_not or_no 吗 嘛 么 呢 ? 咩 㗎 噶 是不是 是否 能不能 可不可以 会不会 有没有 有冇 系咪 系唔系 得唔得 可唔可以 行不行 能否 可否 好不好 抵唔抵 值不值 对吗 对不对 有无 未呀""",
    Cue.MAYBE: """吧 未 没 没有 呀 啊 哇 架 is_it is_there are_there does do did can could would will should is are was were has have""",
    Cue.UNDER: """不到 低于 少于 不超过 小于 under below within less_than at_most no_more_than up_to max 最多 最高""",
    Cue.OVER: """以上 超过 高于 大于 over above at_least more_than minimum""",
    Cue.FILLER: """
        两边 上半年 下半年
        的 进 了 啦 哦 喔 嗯 额 呃 哎 唉 哈 哈哈 哈哈哈 嘿 嗨 咯 喇 嘞 呗 哟 呦 哩 噻 嘎 啵 咧 嘅 咗 啲 咁 系 喺 唔 嚟 𠮶 佢 哋 先 即刻
        你们 我 你 他 她 它 我们 咱 咱们 俺 大家 各位 大佬 大佬们 老师 兄弟 兄弟们 哥 朋友 亲 老铁 老板 机器人 bot
        这 那 这个 那个 这些 那些 这样 那样 这么 那么 这种 那种 这里 现在 目前 当前 如今 今天 眼下 最近 现时 而家 依家 刚刚 刚才 刚 最新 时下
        能 能够 可以 可 会 要 想 得 应该 应 需要 需 必须 打算 准备 计划 想要 大概 大约 约 差不多 左右 大致 大体 估计 具体 到底 究竟 其实 真的 真 确实 实际 实际上 总共 一共 总 共 合共 加起来 一个 一下 下 一点 点 些 一些 个
        就 才 还 也 又 再 只 只有 只能 光 仅 仅仅 刚好 大 小 很 太 好 非常 特别 挺 蛮 超 超级 更 最 比较 较为 稍微 几乎 在 于 从 到 对 对于 关于 按 按照 照 根据 以 拿 把 被 给 为 为了 帮 帮我 帮忙 让 叫 来 去 上 下去 出来 起来 里 里面 入面 中 内 外 前 后 时 时候 的话 如果 假如 要是 假设 若 万一 当 话 所 之 其 而 且 并 并且 但 但是 不过 然后 所以 因此 因为 那么 那 呐 哪怕 或者 或 等 等等
        谢谢 多谢 感谢 唔该 麻烦 谢 在线等 急 挺急的 拜托 thx 不好意思 打扰 打扰了 打扰一下 你好 您好 您 hello hi hey 早 早上好 晚上好 大家好 有人吗 在吗
        手里 手上 剩 剩下 有 有个 做 搞 个人 自己 一个人 东西 事 问题 情况 比如 例如 像 样 行 成 好的 ok 咋 一 单 版 版本 系列 家的 官方 官网 市场 市面上 国内 国产 中国 全网 这家 那家 三个 俩 仨 两者 二者 他们 它们
        the of to in on at by for with from as this that these those it its it's there here now today currently current right right_now at_the_moment nowadays at_present please pls plz thanks thx so then just only about approximately roughly around approx exactly actually really basically like well ok um uh er hmm oh hey hi hello guys folks everyone anyone somebody someone mate bro
        i me my mine you your yours u ur we us our he she they them i'm i've i'd i'll we're we've im ive if when while would could should can may must will want wants need needs gonna going got gotta be been being am was were has had have having did done doing let lets let's but also too even still yet already again ever much many very quite total altogether in_total say suppose given use using via through out up down off over under between among than what where per one_of some more most any other another same such no not don't doesn't isn't aren't can't
        是 系 算 合 即 计 和 跟 与 同 同埋 以及 及 用 整 使 使用 跑 知道 转 is are make makes into and or come
        来着 话说 突然 正式 这次 本次 上次 这回 一下子 居然 那儿 这儿 那边 这边 我们家 人 过 着 第一 首先 先问 再问 另外 还有 顺便 顺带 同时 以及 单位 数量 全部 全 手 自己 公司 老板 刚好 正好
        的话 来说 来讲 而言 来看 来算 拿来 要是 说白了 直接 分别 各自 每个 哪怕 估计
        exact know actual time budget have_only left pocket full filling meant 倍 times supposed apparently honestly literally simply probably maybe perhaps possibly likely currently lately recently these_days
        overall plenty couple ish 之类 估摸 单独 恰好
        btw lol haha rn soon week month year
        new old same single as_well as_of so_far right_away in_general at_all in_all all_in or_so etc
        work thesis customer customers business
        starting go puts take takes took makes making try see
        fed push send
        last_night
        big small large long short full whole good better worse nice fine simple quick
        one two first second third once twice half double both either neither else instead though although because since until unless whether however anyway besides
        number amount value values few several many
        official main normal light version versions
        当中 之间 看看 看 看一下 帮看看 听说 据说 好像 似乎 貌似 应该是 可能 也许 或许 恐怕 不知道 不知 不清楚 唔知
        新手 学生 合同 报告 文档 客服 聊天 工作 产品 用户 客户
        发布 商用 企业 轻量 国产 出的 家的
        靠 走 丢给 's 're 'd 'll 've enterprise tier through 该 应该 那种 这种 号称 回事 哪儿 在哪儿 报道 说法 要不要 假设 假如 名 抵得上 埋单 𠮶阵 嘅话 但系 定 今次 呢次 呢个 𠮶个 呢啲 𠮶啲 返 落 出嚟 吃得下 sum come_out down true ones wins one 图 几家 识 识得 做 每份 里边 多 anyway 多谢晒 呢 啦 咯 呐 通 位 能达到 交 班 自称 敢 可以卖 卖到 卖这么 for_a_reason is_there_a_catch bruh lads reached 那玩意 wise eats rest_of count counts takes took response responses answer answers generated 回复 回覆 回答 占 不 lol run here's 算法 同 2 w/ each 谂紧 睇 丫 晒 喂 吓 那天 𠮶日 咋, 钱包 rn lah chinese before_i before_my sorry wait 完全 根本 烧烤 烧肉 发烧 头先 啱啱 新闻 新闻话 新闻说 听讲 报纸 报纸话 看新闻 紧 功课
    """,
}


_ASKED_WITH: Final = {
    **dict.fromkeys(UNIT_CUES, Cue.HOW_MANY),
    Cue.CONVERT: Cue.HOW_MANY,
    Cue.SPEND: Cue.HOW_MUCH_MONEY,
    Cue.CUT: Cue.DIFFERENCE,
}
"""What a word with 多少 or 几 in it asks besides: 几本 how many, 付多少 how much money."""


_PRICES: Final = ("price", "pricing", "rate", "价")
"""How a word for terms ends that asks for the price on them: batch price, 首发价."""
_STILL: Final = ("还能", "还买", "还用", "仲用", "still buy", "still use", "still get")
"""How words for whether it is sold begin that speak of buying as well: 100块还能买多少."""


@cache
def cue_words() -> Mapping[str, tuple[Cue, ...]]:
    """Every cue word and its cues, the first named the more telling one."""
    words: dict[str, list[Cue]] = {}
    listed = [(cue, word) for cue, words_of_cue in _WORDS.items() for word in words_of_cue.split()]
    listed += [(Cue.FACTOR, word.replace(" ", "_")) for word in FACTORS]
    listed += [(Cue.TERM, word.replace(" ", "_")) for word in (*MODES, *WINDOWS, *LIVES, *LAUNCH)]
    listed += [(Cue.PRICE, word) for cue, word in listed if cue is Cue.TERM and word.endswith(_PRICES)]
    listed += [(Cue.PART_OF_WEEK, word.replace(" ", "_")) for word in PARTS_OF_WEEK]
    listed += [(Cue.BUY, word) for word in SOLD if word.startswith(_STILL)]
    listed += [(Cue.SOLD, word) for word in SOLD] + [(Cue.SUCCESSOR, word) for word in SUCCESSORS]
    listed += [(Cue.PLAN, word) for word in PLANS]
    for cue, word in (*listed, *cue_phrases()):
        cues = words.setdefault(word.replace("_", " "), [])
        if cue not in cues:
            cues.append(cue)
        if cue is Cue.WHICH and ("模型" in word or "model" in word or "llm" in word) and Cue.MODELS not in cues:
            cues.append(Cue.MODELS)
        if any(part in word for part in ("什么", "啥", "咩", "乜")) and not {Cue.WHAT, Cue.WHY} & set(cues):
            cues.append(Cue.WHAT)
        asked = _ASKED_WITH.get(cue)
        if asked is not None and asked not in cues and ("多少" in word or "几" in word):
            cues.append(asked)
    for word in [word for word in words if " tokens" in word and word.isascii()]:
        words.setdefault(word.replace(" ", "_"), words[word])  # as an API names its fields: prompt_tokens
    return {word: tuple(cues) for word, cues in words.items()}
