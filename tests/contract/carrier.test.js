// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// What only the window makes our carrier ask, asked by a program of its own, through the validating proxy.
const test = require('node:test');
const assert = require('node:assert/strict');
const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const { start, eventually } = require('./helpers/simulator.js');
const { refused } = require('./helpers/assertions.js');

test('a recording is deleted', async (t) => {
  const phone = await start({ throughPrism: true });
  t.after(() => phone.stop());
  const document = '<Response><Pause length="3600"/></Response>';
  const call = await phone.direct.calls.create({ to: '+12025550101', from: '+14155550100', twiml: document });
  await eventually('it is answered', async () => (await phone.direct.calls(call.sid).fetch()).status === 'in-progress');
  const { sid } = await phone.direct.calls(call.sid).recordings.create({});
  await phone.direct.calls(call.sid).recordings(sid).update({ status: 'stopped' });
  await eventually('it is completed', async () => (await phone.direct.recordings(sid).fetch()).status === 'completed');

  const environment = { ...process.env, TWILIO_ACCOUNT_SID: phone.sid, TWILIO_AUTH_TOKEN: phone.token };
  const remove = () => promisify(execFile)(process.env.DELETE_RECORDING, [phone.restOrigin, sid], { env: environment });
  await remove();
  await refused(phone.direct.recordings(sid).fetch(), 404, 20404);
  await assert.rejects(remove(), { code: 1 });
  assert.deepEqual(phone.covered(), ['delete /2010-04-01/Accounts/' + phone.sid + '/Recordings/' + sid + '.json']);
});
