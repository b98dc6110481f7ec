// What the page itself says, in the language of whoever is writing.

const EN = {
  app: "Playground", writeAs: "You are", admin: "admin", chats: "Chats", people: "people", bot: "bot",
  notice: "A Telegram on this machine, with the real bot behind it. Nothing leaves it, and nothing is kept.",
  message: "Message", send: "Send", saveEdit: "Save", commands: "Commands", sendAs: "Write as", back: "Back to the chats",
  more: "More about this chat", reply: "Reply", copy: "Copy text", edit: "Edit", remove: "Delete", edited: "edited", alone: "Only you see this",
  replyTo: "Reply to", editing: "Edit message", cancel: "Cancel", gone: "Deleted message", via: "via", typing: "typing",
  copied: "Copied", start: "Start", intro: "What can this bot do?", emptyGroup: "No messages here yet",
  emptyHint: "Ask away, or mention", theme: { auto: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" },
  clear: "Clear history", addBot: "Add the bot", removeBot: "Remove the bot", withoutBot: "without the bot",
  joined: "added", left: "removed", topicOpened: "Topic opened:", general: "General", toEnd: "To the newest message",
  inlineHint: "Type a question; cards appear above", nothing: "No cards for this", pickChat: "Choose a chat",
  ok: "OK", offline: "Connection lost; waiting for the playground …", today: "Today", yesterday: "Yesterday",
  messages: "Messages", topics: "Topics", suggestions: "Suggestions", unread: "unread", slow: "The bot did not answer in time.",
};

const HANS = {
  app: "试用场", writeAs: "你是", admin: "管理员", chats: "聊天", people: "人", bot: "机器人",
  notice: "这台电脑上的一个 Telegram，背后是真的机器人。内容不出本机，也不保存。",
  message: "输入消息", send: "发送", saveEdit: "保存", commands: "命令", sendAs: "以谁的身份发言", back: "返回聊天列表",
  more: "这个聊天的更多操作", reply: "回复", copy: "复制文字", edit: "编辑", remove: "删除", edited: "已编辑", alone: "只有你看得到",
  replyTo: "回复", editing: "编辑消息", cancel: "取消", gone: "消息已删除", via: "来自", typing: "正在输入",
  copied: "已复制", start: "开始", intro: "这个机器人能做什么？", emptyGroup: "还没有消息",
  emptyHint: "直接提问，或者 @", theme: { auto: "外观：跟随系统", light: "外观：浅色", dark: "外观：深色" },
  clear: "清空聊天记录", addBot: "把机器人加进来", removeBot: "移除机器人", withoutBot: "机器人不在群里",
  joined: "邀请了", left: "移除了", topicOpened: "话题已创建：", general: "综合", toEnd: "到最新消息",
  inlineHint: "输入问题，卡片会出现在上方", nothing: "没有合适的卡片", pickChat: "选择聊天",
  ok: "好", offline: "连接断开，正在等待试用场……", today: "今天", yesterday: "昨天",
  messages: "消息", topics: "话题", suggestions: "建议", unread: "条未读", slow: "机器人没有及时回应。",
};

const HANT = {
  app: "試用場", writeAs: "你是", admin: "管理員", chats: "聊天", people: "人", bot: "機器人",
  notice: "這台電腦上的一個 Telegram，背後是真的機器人。內容不出本機，也不保存。",
  message: "輸入訊息", send: "傳送", saveEdit: "儲存", commands: "指令", sendAs: "以誰的身分發言", back: "返回聊天列表",
  more: "這個聊天的更多操作", reply: "回覆", copy: "複製文字", edit: "編輯", remove: "刪除", edited: "已編輯", alone: "只有你看得到",
  replyTo: "回覆", editing: "編輯訊息", cancel: "取消", gone: "訊息已刪除", via: "來自", typing: "正在輸入",
  copied: "已複製", start: "開始", intro: "這個機器人能做什麼？", emptyGroup: "還沒有訊息",
  emptyHint: "直接提問，或者 @", theme: { auto: "外觀：跟隨系統", light: "外觀：淺色", dark: "外觀：深色" },
  clear: "清空聊天記錄", addBot: "把機器人加進來", removeBot: "移除機器人", withoutBot: "機器人不在群裡",
  joined: "邀請了", left: "移除了", topicOpened: "話題已建立：", general: "綜合", toEnd: "到最新訊息",
  inlineHint: "輸入問題，卡片會出現在上方", nothing: "沒有合適的卡片", pickChat: "選擇聊天",
  ok: "好", offline: "連線中斷，正在等待試用場……", today: "今天", yesterday: "昨天",
  messages: "訊息", topics: "話題", suggestions: "建議", unread: "則未讀", slow: "機器人沒有及時回應。",
};

/** Words and BCP 47 tag for the language code of a client. */
export function wordsFor(code = "") {
  const tag = code.toLowerCase();
  if (!tag.startsWith("zh")) return { words: EN, tag: "en" };
  return /hant|tw|hk|mo/.test(tag) ? { words: HANT, tag: "zh-Hant" } : { words: HANS, tag: "zh-Hans" };
}
