// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// Callers are given to somebody on the list of phones, blind and after asking; one seat's phone is a SIP phone, the other's an
// app. Everything goes through the validating proxy; the console is the real one.
const test = require('node:test');
const assert = require('node:assert/strict');
const { start, eventually } = require('./helpers/simulator.js');
const { settle } = require('./helpers/console.js');
const { dig } = require('./helpers/tunnel.js');
const { sit } = require('./helpers/seat.js');

const line = '+14155550100';
const bob = '+12025550161';
const carol = '+12025550162';
const sip = 'sip:ada@pbx.example.com;transport=tls';
const app = 'client:ben';
const patience = 90000;

test('callers are given away, and pulled to a SIP phone and an app', async (t) => {
  const phone = await start({ args: ['--speed', '10'], throughPrism: true });
  const tunnel = await dig();
  const desk = settle({
    phone,
    tunnel,
    line,
    settings: {
      'ask.phones': {
        phones: [
          { name: 'Bob Ortega', number: bob, by: 'text' },
          { name: 'Carol', number: carol, by: 'call' },
        ],
      },
      'ask.also_with_desk': false,
    },
  });
  let running = null;
  const seats = [];
  t.after(async () => {
    for (const seat of seats) seat.leave();
    if (running) await running.end('SIGKILL');
    await tunnel.fill();
    desk.clear();
    await phone.stop();
  });

  const wait = (what, probe) => eventually(what, probe, patience);
  const becomes = (sid, state, with_ = null) =>
    wait([sid, 'is', state, with_].join(' '), async () => {
      const call = seats[0].calls.get(sid);
      if (call && call.state === state && (with_ === null || call.seat === with_)) return call;
      throw new Error(JSON.stringify(call || null) + ' ' + seats.map((seat) => seat.notices.join(' ')).join(' '));
    });
  const isAt = (sid, place) =>
    wait(sid + ' is at ' + place, async () => (await phone.control('GET', 'calls/' + sid)).where.place === place);
  const reacts = (number, behaviour) => phone.control('PUT', 'phones/' + encodeURIComponent(number), behaviour);
  const texts = async (to) => (await phone.control('GET', 'messages')).messages.filter((one) => one.to === to);
  const rings = async (to) => (await phone.direct.calls.list({ to })).length;
  const dials = async (from) => (await phone.control('POST', 'calls', { from, to: line })).call_sid;
  const takes = { behaviour: 'answer', after_seconds: 1, press: '1' };

  await phone.control('PUT', 'account', { calls_per_second: 1000 });
  const tokens = [
    await desk.task('--add-seat', 'Ada', '--role', 'host', '--phone', sip),
    await desk.task('--add-seat', 'Ben', '--role', 'screener', '--phone', app),
  ];
  running = await desk.run('--connect-number');
  for (const token of tokens) seats.push(await sit(running.url, token));
  const [ada, ben] = seats;
  assert.deepEqual((await ada.ask('queue.get')).people, ['Bob Ortega', 'Carol']);

  const first = await dials('+14085550142');
  await becomes(first, 'waiting');
  assert.equal((await texts(bob)).length, 0); // somebody sits at the desk
  await reacts(sip, { behaviour: 'busy' });
  await ada.ask('call.pull', { call_sid: first });
  await wait('Ada is told', async () => ada.notices.some((one) => one.includes('busy')));
  await becomes(first, 'waiting');
  await reacts(sip, takes);
  await ada.ask('call.pull', { call_sid: first });
  await becomes(first, 'connected', 'Ada');
  assert.equal(await rings(sip), 2);

  // Whom she talks to goes on hold, and Bob has them.
  await reacts(bob, takes);
  await ada.ask('call.give', { call_sid: first, to: 'Bob Ortega' });
  await becomes(first, 'connected', 'Bob Ortega');
  await isAt(first, 'conference');
  assert.equal(await rings(bob), 1);

  const second = await dials('+14085550144');
  await becomes(second, 'waiting');
  await reacts(app, takes);
  await ben.ask('call.pull', { call_sid: second });
  await becomes(second, 'connected', 'Ben');
  assert.equal(await rings(app), 1);

  // Asked first: Carol's phone is a mailbox, Bob says yes by text.
  const third = await dials('+14085550146');
  await becomes(third, 'waiting');
  await reacts(carol, { behaviour: 'voicemail', after_seconds: 1 });
  await ben.ask('call.give', { call_sid: third, to: carol, ask_first: true });
  await wait('Ben is told', async () => ben.notices.some((one) => one.includes('Carol')));
  await becomes(third, 'waiting');
  await phone.control('POST', 'calls/' + first + '/hangup', {});
  await becomes(first, 'ended');
  await ben.ask('call.give', { call_sid: third, to: 'Bob Ortega', ask_first: true });
  await wait('Bob is asked', async () => (await texts(bob)).length === 1);
  await phone.control('POST', 'messages', { from: bob, to: line, body: 'yes' });
  await becomes(third, 'connected', 'Bob Ortega');
  await isAt(third, 'conference');

  for (const seat of seats) seat.leave();
  assert.equal(await running.end(), 0);
  running = null;
  await desk.task('--release-number');
  assert.deepEqual(phone.findings(), []);
});
