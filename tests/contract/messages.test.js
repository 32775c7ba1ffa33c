// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { start, eventually } = require('./helpers/simulator.js');
const { listen } = require('./helpers/listener.js');
const { refused, rfc2822 } = require('./helpers/assertions.js');
const { twiml } = require('twilio');

const line = '+14155550100';
const voiceOnly = '+12125550110';
const somebody = '+12025550123';

test('messages', async (t) => {
  const phone = await start();
  const app = await listen(phone.token);
  t.after(async () => {
    await app.stop();
    await phone.stop();
  });
  const { client } = phone;
  app.routes['/status'] = () => '';
  app.routes['/sms'] = (parameters) => {
    const document = new twiml.MessagingResponse();
    document.message('You said: ' + parameters.Body);
    return document;
  };

  await t.test('create, be delivered, be reported', async () => {
    const body = 'Grüße & <thanks> 👍';
    const message = await client.messages.create({ to: somebody, from: line, body, statusCallback: app.origin + '/status' });
    assert.match(message.sid, /^SM[0-9a-f]{32}$/);
    assert.deepEqual([message.body, message.direction], [body, 'outbound-api']);
    await eventually('it is delivered', async () => (await client.messages(message.sid).fetch()).status === 'delivered');
    await eventually('the status callback says so', () => app.on('/status').some((entry) =>
      entry.signed && entry.parameters.MessageSid === message.sid && entry.parameters.MessageStatus === 'delivered'));
    const { body: raw } = await phone.raw('Messages/' + message.sid + '.json');
    assert.deepEqual([typeof raw.num_segments, typeof raw.num_media], ['string', 'string']);
    assert.match(raw.date_sent, rfc2822);
    assert.ok((await phone.control('GET', 'messages')).messages.some((one) => one.body === body && one.to === somebody));
  });

  await t.test('an incoming text is answered by a document', async () => {
    const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: line });
    await client.incomingPhoneNumbers(number.sid).update({ smsUrl: app.origin + '/sms' });
    await phone.control('POST', 'messages', { from: somebody, to: line, body: ' yes + 50% ' });
    await eventually('the answer goes out', async () =>
      (await phone.control('GET', 'messages')).messages.some((one) => one.body === 'You said:  yes + 50% '));
    const [request] = app.on('/sms');
    assert.ok(request.signed);
    assert.deepEqual([request.parameters.Body, request.parameters.From, request.parameters.NumMedia], [' yes + 50% ', somebody, '0']);
  });

  await t.test('list with filters and paging', async () => {
    assert.ok((await client.messages.list({ pageSize: 1 })).length >= 3);
    assert.deepEqual((await client.messages.list({ from: somebody, to: line })).map((one) => one.direction), ['inbound']);
    assert.equal((await client.messages.list({ dateSentAfter: new Date(Date.now() + 5 * 86400000) })).length, 0);
  });

  await t.test('redact and delete', async () => {
    const [message] = await client.messages.list({ from: somebody });
    assert.equal((await client.messages(message.sid).update({ body: '' })).body, '');
    await refused(phone.direct.messages(message.sid).update({ body: 'other words' }), 400, 20422);
    assert.equal(await client.messages(message.sid).remove(), true);
    await refused(client.messages(message.sid).fetch(), 404, 20404);
  });

  await t.test('refusals', async () => {
    const create = (changes) => phone.direct.messages.create({ to: somebody, from: line, body: 'x', ...changes });
    await refused(create({ to: '' }), 400, 21604);
    await refused(create({ to: '12' }), 400, 21211);
    await refused(create({ from: '' }), 400, 21603);
    await refused(create({ from: voiceOnly }), 400, 21606);
    await refused(create({ body: 'x'.repeat(1601) }), 400, 21617);
    await refused(create({ body: '' }), 400, 21602);
    await phone.control('POST', 'messages', { from: somebody, to: line, body: 'STOP' });
    await refused(create({}), 400, 21610);
    await phone.control('POST', 'messages', { from: somebody, to: line, body: 'START' });
    await create({});
  });
});
