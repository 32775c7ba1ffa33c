// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { start, eventually } = require('./helpers/simulator.js');
const { listen } = require('./helpers/listener.js');
const { twiml } = require('twilio');

const line = '+14155550100';

/** Who rang first, second and third with this seed. */
async function firstThree(t, seed) {
  const phone = await start({ args: ['--speed', '20', '--callers', '3', '--seed', seed], throughPrism: false });
  const app = await listen(phone.token);
  t.after(async () => {
    await app.stop();
    await phone.stop();
  });
  app.routes['/voice'] = () => {
    const document = new twiml.VoiceResponse();
    document.enqueue({}, 'show');
    return document;
  };
  const [number] = await phone.client.incomingPhoneNumbers.list({ phoneNumber: line });
  assert.equal((await phone.client.calls.list()).length, 0, 'nobody rings before the number has a document');
  await phone.client.incomingPhoneNumbers(number.sid).update({ voiceUrl: app.origin + '/voice' });
  await eventually('three have rung', () => app.on('/voice').length >= 3);
  assert.ok(app.received.every((entry) => entry.signed));
  const calls = await phone.client.calls.list();
  return calls.reverse().slice(0, 3).map((call) => call.from);
}

test('believable callers ring, the same ones for the same seed', async (t) => {
  const first = await firstThree(t, '5');
  assert.equal(first.length, 3);
  assert.deepEqual(await firstThree(t, '5'), first);
  assert.notDeepEqual(await firstThree(t, '6'), first);
});
