// Asks the bot one question on telegram-test-api, an emulator by somebody else, presses the first button of the answer,
// and prints what the bot wrote: node emulator.js PORT TOKEN QUESTION
'use strict';

const {once} = require('events');

// What the Bot API always has and the emulator leaves out: `is_bot` of the bot, getWebhookInfo, the bot's profile,
// `chat_instance` of a pressed button.
const me = require('telegram-test-api/lib/routes/bot/getMe');
me.getMe = (app) => {
  app.all('/bot:token/getMe', (_request, response) => {
    response.sendResult({ok: true, result: {id: 666, is_bot: true, first_name: 'Bot', username: 'TestNameBot'}});
  });
  const always = {getWebhookInfo: {url: ''}, getMyCommands: [], setMyCommands: true};
  for (const text of ['Description', 'ShortDescription']) {
    always[`getMy${text}`] = {};
    always[`setMy${text}`] = true;
  }
  for (const [method, result] of Object.entries(always)) {
    app.all(`/bot:token/${method}`, (_request, response) => response.sendResult({ok: true, result}));
  }
};
const TelegramServer = require('telegram-test-api');

const format = TelegramServer.formatUpdate;
TelegramServer.formatUpdate = (stored) => {
  const update = format(stored);
  return update.callback_query ? {...update, callback_query: {chat_instance: '1', ...update.callback_query}} : update;
};

async function main(port, token, question) {
  const server = new TelegramServer({port: Number(port), host: '127.0.0.1', storeTimeout: 600});
  await server.start();
  console.log(JSON.stringify({ready: true}));
  const client = server.getClient(token, {timeout: 60000});
  await client.sendMessage(client.makeMessage(question));
  const answers = await client.getUpdates();
  const answer = answers.result[0];
  const data = answer.message.reply_markup.inline_keyboard[0][0].callback_data;
  const edited = server.waitBotEdits();
  const below = {message_id: answer.messageId, date: 0, chat: {id: client.chatId, type: 'private', first_name: 'Ada'}};
  await client.sendCallback(client.makeCallbackQuery(data, {message: below}));
  await edited;
  const history = await client.getUpdatesHistory();
  const changed = history.find((item) => item.messageId === answer.messageId && item.message.parse_mode);
  console.log(JSON.stringify({answer: answer.message.text, pressed: data, changed: changed.message.text}));
  await once(process, 'SIGTERM'); // the bot stops first
  await server.stop();
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
