// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// A show run from a telephone, by the hosts' own number: one host says a PIN, another one is called back. Everything goes
// through the validating proxy; the console is the real one.
const test = require('node:test');
const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const { start, eventually } = require('./helpers/simulator.js');
const { settle } = require('./helpers/console.js');
const { dig } = require('./helpers/tunnel.js');

const line = '+14155550100';
const ann = '+12025550171';
const bob = '+12025550172';
const pin = '482913';
const patience = 90000;

function hashed(digits) {
  const salt = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  return ['pbkdf2-sha256', 20000, salt.toString('hex'), crypto.pbkdf2Sync(digits, salt, 20000, 32, 'sha256').toString('hex')].join('$');
}

test('a show is run from a telephone', async (t) => {
  const phone = await start({ args: ['--speed', '10'], throughPrism: true });
  const tunnel = await dig();
  const hosts = (await phone.direct.incomingPhoneNumbers.list())[1].phoneNumber;
  const desk = settle({
    phone,
    tunnel,
    line,
    settings: {
      'host.number': hosts,
      'host.people': {
        people: [
          { name: 'Ann', phone: ann, pin: hashed(pin) },
          { name: 'Bob', phone: bob, pin: '', call_back: true },
        ],
      },
    },
  });
  let running = null;
  t.after(async () => {
    if (running) await running.end('SIGKILL');
    await tunnel.fill();
    desk.clear();
    await phone.stop();
  });

  const wait = (what, probe) => eventually(what, probe, patience);
  const number = async () => (await phone.direct.incomingPhoneNumbers.list({ phoneNumber: hosts }))[0];
  const dials = async (from, to) => (await phone.control('POST', 'calls', { from, to })).call_sid;
  const call = (sid) => phone.control('GET', 'calls/' + sid);
  const presses = (sid, digits) => phone.control('POST', 'calls/' + sid + '/digits', { digits });
  const isAt = (sid, place) => wait(sid + ' is at ' + place, async () => (await call(sid)).where.place === place);
  const hears = (sid, words) =>
    wait('hears ' + words, async () => {
      const heard = (await call(sid)).verbs.map((verb) => verb.text).join(' ');
      if (heard.includes(words)) return true;
      throw new Error(heard);
    });

  await phone.control('PUT', 'account', { calls_per_second: 1000 });
  const before = await number();
  running = await desk.run('--connect-number');
  await wait("the hosts' number asks the desk", async () => (await number()).voiceUrl.startsWith(tunnel.url + '/'));
  const first = await dials('+14085550142', line);
  await isAt(first, 'queue');
  const second = await dials('+14085550144', line);
  await isAt(second, 'queue');

  const host = await dials(ann, hosts);
  await hears(host, 'Enter your PIN');
  await presses(host, pin);
  await hears(host, '2 callers wait');
  await presses(host, '1');
  await isAt(first, 'conference');
  await isAt(host, 'conference');
  await presses(host, '*');
  await isAt(second, 'conference');
  await isAt(first, 'over');
  await phone.control('POST', 'calls/' + second + '/hangup', {});
  await hears(host, 'has hung up'); // the telephone is fetched out of the studio
  await phone.control('POST', 'calls/' + host + '/hangup', {});

  await phone.control('PUT', 'phones/' + bob, { behaviour: 'answer', after_seconds: 1, press: '1' });
  const asks = await dials(bob, hosts);
  await isAt(asks, 'over');
  const back = await wait('Bob is called back', async () => (await phone.direct.calls.list({ to: bob }))[0]);
  await hears(back.sid, 'Hello Bob');
  assert.equal(back.from, hosts);
  await presses(back.sid, '9');
  await hears(back.sid, 'The line is closed');
  assert.equal((await phone.direct.calls.list({ to: bob })).length, 1);

  assert.equal(await running.end(), 0);
  running = null;
  await desk.task('--release-number');
  const after = await number();
  for (const field of ['voiceUrl', 'voiceMethod', 'voiceFallbackUrl', 'voiceFallbackMethod', 'statusCallback', 'voiceApplicationSid', 'smsUrl']) {
    assert.equal(after[field], before[field], field);
  }
  assert.deepEqual(phone.findings(), []);
});
