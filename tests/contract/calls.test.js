// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { start, eventually } = require('./helpers/simulator.js');
const { refused, rfc2822 } = require('./helpers/assertions.js');
const { twiml } = require('twilio');

const line = '+14155550100';
const seat = '+12025550199';

function pause(seconds) {
  const document = new twiml.VoiceResponse();
  document.pause({ length: seconds });
  return document;
}

test('calls', async (t) => {
  const phone = await start();
  t.after(() => phone.stop());
  const { client } = phone;
  await phone.control('PUT', 'account', { calls_per_second: 1000 });
  const status = async (sid) => (await client.calls(sid).fetch()).status;
  const becomes = (sid, wanted) => eventually(sid + ' is ' + wanted, async () => (await status(sid)) === wanted);

  await t.test('create with Twiml, be answered, redirect, complete', async () => {
    const call = await client.calls.create({ to: seat, from: line, twiml: pause(3600), timeout: 20 });
    assert.match(call.sid, /^CA[0-9a-f]{32}$/);
    assert.equal(call.direction, 'outbound-api');
    assert.ok(['queued', 'ringing'].includes(call.status), call.status);
    await becomes(call.sid, 'in-progress');
    const document = new twiml.VoiceResponse();
    document.say('Hello <you> & "all"');
    document.pause({ length: 3600 });
    await client.calls(call.sid).update({ twiml: document });
    await eventually('the new document runs', async () =>
      (await phone.control('GET', 'calls/' + call.sid)).verbs.some((verb) => verb.text === 'Hello <you> & "all"'));
    const ended = await client.calls(call.sid).update({ status: 'completed' });
    assert.equal(ended.sid, call.sid);
    await becomes(call.sid, 'completed');
    const { body } = await phone.raw('Calls/' + call.sid + '.json');
    assert.equal(typeof body.duration, 'string');
    assert.match(body.start_time, rfc2822);
    assert.match(body.end_time, rfc2822);
    assert.equal(body.to_formatted, '(202) 555-0199');
    await refused(client.calls(call.sid).update({ twiml: pause(1) }), 400, 21220);
    await refused(client.calls(call.sid).update({ url: 'https://desk.example.com/x' }), 400, 21220);
  });

  await t.test('a ringing call is cancelled', async () => {
    await phone.control('PUT', 'phones/+12025550198', { behaviour: 'no-answer', after_seconds: 600 });
    const call = await client.calls.create({ to: '+12025550198', from: line, twiml: pause(1), timeout: 600 });
    await becomes(call.sid, 'ringing');
    await client.calls(call.sid).update({ status: 'canceled' });
    await becomes(call.sid, 'canceled');
  });

  await t.test('phones that are busy, fail or are not answered', async () => {
    for (const behaviour of ['busy', 'failed', 'no-answer']) {
      await phone.control('PUT', 'phones/+12025550197', { behaviour, after_seconds: 1 });
      const call = await client.calls.create({ to: '+12025550197', from: line, twiml: pause(1), timeout: 5 });
      await becomes(call.sid, behaviour);
    }
  });

  await t.test('list with filters and paging', async () => {
    const all = await client.calls.list({ pageSize: 2 });
    assert.ok(all.length >= 5, String(all.length));
    assert.equal(new Set(all.map((call) => call.sid)).size, all.length);
    const busy = await client.calls.list({ status: 'busy' });
    assert.deepEqual(busy.map((call) => call.to), ['+12025550197']);
    assert.equal((await client.calls.list({ to: '+12025550198' })).length, 1);
    assert.equal((await client.calls.list({ from: '+19999999999' })).length, 0);
    const tomorrow = new Date(Date.now() + 5 * 86400000);
    const yesterday = new Date(Date.now() - 86400000);
    const since = await client.calls.list({ to: seat, startTimeAfter: yesterday });
    assert.ok(since.length >= 1);
    assert.equal((await client.calls.list({ startTimeAfter: tomorrow })).length, 0);
    assert.equal((await client.calls.list({ startTimeBefore: yesterday })).length, 0);
  });

  await t.test('only the record of a finished call is deleted', async () => {
    const call = await client.calls.create({ to: seat, from: line, twiml: pause(3600) });
    await becomes(call.sid, 'in-progress');
    await assert.rejects(client.calls(call.sid).remove(), { code: 20009 });
    await client.calls(call.sid).update({ status: 'completed' });
    await becomes(call.sid, 'completed');
    assert.equal(await client.calls(call.sid).remove(), true);
    await refused(client.calls(call.sid).fetch(), 404, 20404);
  });

  await t.test('refusals', async () => {
    const create = (changes) => phone.direct.calls.create({ to: seat, from: line, twiml: '<Response/>', ...changes });
    await refused(create({ to: '' }), 400, 21201);
    await refused(create({ to: '12' }), 400, 21211);
    await refused(create({ to: line }), 400, 21211);
    await refused(create({ from: '' }), 400, 21213);
    await refused(create({ from: 'somebody' }), 400, 21212);
    await refused(create({ from: '+12025550111' }), 400, 21210);
    await refused(create({ twiml: undefined, url: 'voice.xml' }), 400, 21205);
    await refused(create({ twiml: undefined, applicationSid: 'AP' + '0'.repeat(32) }), 400, 21218);
    await refused(create({ twiml: 'x'.repeat(4001) }), 400, 32018);
    await refused(create({ timeout: 601 }), 400, 21208);
    await refused(phone.direct.calls('CA' + '0'.repeat(32)).update({ status: 'completed' }), 404, 20404);
  });

  await t.test('10004 over the concurrency of the account', async () => {
    const running = await client.calls.create({ to: seat, from: line, twiml: pause(3600) });
    await becomes(running.sid, 'in-progress');
    await phone.control('PUT', 'account', { concurrency: 1 });
    await assert.rejects(client.calls.create({ to: '+12025550190', from: line, twiml: pause(1) }), { code: 10004 });
    await assert.rejects(phone.control('POST', 'calls', { from: '+12025550123', to: line }), /./);
    await phone.control('PUT', 'account', { concurrency: 0 });
  });

  await t.test('one call per second is placed, the others are queued', async () => {
    await phone.control('PUT', 'account', { calls_per_second: 0.01 });
    const calls = [];
    for (let i = 0; i < 3; i += 1) calls.push(await client.calls.create({ to: seat, from: line, twiml: pause(1) }));
    assert.equal(await status(calls[2].sid), 'queued');
    await client.calls(calls[2].sid).update({ status: 'canceled' });
    assert.equal(await status(calls[2].sid), 'canceled');
    await client.calls(calls[1].sid).update({ status: 'canceled' });
  });
});
