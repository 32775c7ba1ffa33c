// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// A small office without staff: callers arrive, phones are asked by text and by a short call, and whoever answers takes the
// caller. Everything goes through the validating proxy; the console is the real one.
const test = require('node:test');
const assert = require('node:assert/strict');
const { start, eventually } = require('./helpers/simulator.js');
const { settle } = require('./helpers/console.js');
const { dig } = require('./helpers/tunnel.js');
const { sit } = require('./helpers/seat.js');

const line = '+14155550100';
const bob = '+12025550161';
const carol = '+12025550162';
const patience = 90000;

test('callers are pulled by text and by a short call', async (t) => {
  const phone = await start({ args: ['--speed', '10'], throughPrism: true });
  const tunnel = await dig();
  const desk = settle({
    phone,
    tunnel,
    line,
    settings: {
      'ask.phones': {
        phones: [
          { name: 'Bob', number: bob, by: 'text' },
          { name: 'Carol', number: carol, by: 'call' },
        ],
      },
      'ask.seconds': 60,
    },
  });
  let running = null;
  let seat = null;
  t.after(async () => {
    if (seat) seat.leave();
    if (running) await running.end('SIGKILL');
    await tunnel.fill();
    desk.clear();
    await phone.stop();
  });

  const wait = (what, probe) => eventually(what, probe, patience);
  const becomes = (sid, state, outcome = null) =>
    wait([sid, 'is', state, outcome].join(' '), async () => {
      const call = seat.calls.get(sid);
      if (call && call.state === state && call.outcome === outcome) return call;
      throw new Error(JSON.stringify(call || null));
    });
  const texts = async (to) => (await phone.control('GET', 'messages')).messages.filter((one) => one.to === to);
  const replies = (from, body) => phone.control('POST', 'messages', { from, to: line, body });
  const number = async () => (await phone.direct.incomingPhoneNumbers.list({ phoneNumber: line }))[0];
  const dials = async (from) => (await phone.control('POST', 'calls', { from, to: line })).call_sid;

  await phone.control('PUT', 'account', { calls_per_second: 1000 });
  await phone.control('PUT', 'phones/' + bob, { behaviour: 'answer', after_seconds: 1, press: '1' });
  const before = await number();
  const token = await desk.task('--add-seat', 'Ada', '--role', 'host');
  running = await desk.run('--connect-number');
  assert.equal((await number()).smsUrl, tunnel.url + '/twilio/text');
  seat = await sit(running.url, token);

  const first = await dials('+14085550142');
  await becomes(first, 'waiting');
  await wait('Bob is asked', async () => (await texts(bob)).length === 1);
  const [asked] = await texts(bob);
  assert.match(asked.body, /^You have a call from .*Reply TAKE, VM, THANK or LATER\.$/);
  assert.equal(asked.direction, 'outbound-api'); // PB10

  const listener = '+12025550199';
  await replies(listener, 'take'); // is no command
  await replies(bob, 'what?');
  await wait('Bob is helped', async () => (await texts(bob)).length === 2);
  assert.equal(seat.calls.get(first).state, 'waiting'); // PB3, PB8

  await replies(bob, 'Yes');
  const talking = await becomes(first, 'connected');
  assert.equal(talking.seat, 'Bob');
  const texted = (await phone.control('GET', 'webhooks')).webhooks.filter((one) => one.url.endsWith('/twilio/text'));
  assert.equal(texted.length, 3);
  for (const webhook of texted) assert.equal(webhook.status, 200);
  await phone.control('POST', 'calls/' + first + '/hangup', {});
  await becomes(first, 'ended', 'talked');

  // The phone company takes the text and does not deliver it, since the line is not registered: Bob is called instead.
  await phone.control('PUT', 'account', { text_error: 30034 });
  const second = await dials('+14085550144');
  await becomes(second, 'waiting');
  const third = await becomes(second, 'connected');
  assert.equal(third.seat, 'Bob');
  await phone.control('POST', 'calls/' + second + '/hangup', {});
  await becomes(second, 'ended', 'talked');
  const count = (await texts(bob)).length;

  // Remembered. Bob is busy now, Carol answers and presses 2.
  await phone.control('PUT', 'phones/' + bob, { behaviour: 'busy' });
  await phone.control('PUT', 'phones/' + carol, { behaviour: 'answer', after_seconds: 1, press: '2' });
  const fourth = await dials('+14085550146');
  await becomes(fourth, 'leaving_message');
  assert.equal((await texts(bob)).length, count);

  // What a stranger writes is for the show, and is answered from the console.
  await phone.control('PUT', 'account', { text_error: 0 });
  const wrote = await wait('the text is listed', async () => {
    const [text] = (await seat.ask('texts.get')).texts;
    if (text) return text;
    throw new Error('none');
  });
  assert.equal(wrote.number, listener);
  assert.equal(wrote.body, 'take');
  await seat.ask('text.answer', { text_sid: wrote.text_sid, body: 'Thank you! ♫' });
  await wait('the answer is sent', async () => {
    const [text] = (await seat.ask('texts.get')).texts;
    assert.equal(text.answers[0].state, 'sent');
  });
  assert.deepEqual((await texts(listener)).map((one) => one.body), ['Thank you! ♫']);

  seat.leave();
  assert.equal(await running.end(), 0);
  running = null;
  await desk.task('--release-number');
  const after = await number();
  for (const field of ['smsUrl', 'smsMethod', 'smsFallbackUrl', 'smsFallbackMethod']) assert.equal(after[field], before[field], field);
  assert.deepEqual(phone.findings(), []);
  const used = phone.covered();
  assert.ok(used.some((one) => /^get .*\/Messages\.json$/.test(one)), 'the list of texts was read');
  assert.ok(used.some((one) => /^post .*\/Messages\.json$/.test(one)));
});
