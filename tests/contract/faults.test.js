// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { start } = require('./helpers/simulator.js');
const { refused } = require('./helpers/assertions.js');

// Always without the proxies: what is judged here is what happens when an answer is lost.
test('trouble on demand', async (t) => {
  const phone = await start({ throughPrism: false });
  t.after(() => phone.stop());
  const { client } = phone;
  const names = async () => (await client.queues.list()).map((queue) => queue.friendlyName).sort();

  await t.test('too many requests: never processed', async () => {
    await phone.control('PUT', 'faults', { status: 429 });
    await refused(client.queues.create({ friendlyName: 'never' }), 429, 20429);
    await phone.control('PUT', 'faults', {});
    assert.deepEqual(await names(), []);
  });

  await t.test('an answer lost after the act', async () => {
    await phone.control('PUT', 'faults', { status: 503, when: 'after' });
    await refused(client.queues.create({ friendlyName: 'made' }), 503, 20503);
    await phone.control('PUT', 'faults', {});
    assert.deepEqual(await names(), ['made']);
  });

  await t.test('every second one, and only below a path', async () => {
    await phone.control('PUT', 'faults', { status: 500, every_nth: 2, path_prefix: '/2010-04-01/Accounts/' + phone.sid + '/Queues' });
    const outcome = async (call) => call.then(() => 'done', (error) => error.status);
    const seen = [];
    for (let i = 0; i < 4; i += 1) {
      seen.push(await outcome(client.queues.list()));
      assert.equal(await outcome(client.balance.fetch()), 'done');
    }
    assert.deepEqual(seen, ['done', 500, 'done', 500]);
    await phone.control('PUT', 'faults', {});
  });

  await t.test('slow answers', async () => {
    await phone.control('PUT', 'faults', { latency_ms: 300 });
    const before = process.hrtime.bigint();
    await client.balance.fetch();
    assert.ok(process.hrtime.bigint() - before >= 300000000n);
    await phone.control('PUT', 'faults', {});
  });

  await t.test('connections cut before and after the act', async () => {
    await phone.control('PUT', 'faults', { drop_connections: true });
    await assert.rejects(client.queues.create({ friendlyName: 'cut before' }), (error) => error.status === undefined);
    await phone.control('PUT', 'faults', { drop_connections: true, when: 'after' });
    await assert.rejects(client.queues.create({ friendlyName: 'cut after' }), (error) => error.status === undefined);
    await phone.control('PUT', 'faults', {});
    assert.deepEqual(await names(), ['cut after', 'made']);
  });

  await t.test('control requests are not hit, and mistakes in them are told', async () => {
    await phone.control('PUT', 'faults', { status: 500, drop_connections: true });
    await phone.control('GET', 'webhooks');
    await phone.control('PUT', 'faults', {});
    const wrong = (method, path, body) =>
      assert.rejects(phone.control(method, path, body), (error) => error.status === 400 && /\w+ .*\./.test(error.message));
    await wrong('PUT', 'faults', { latency: 5 });
    await wrong('PUT', 'faults', { when: 'sometimes' });
    await wrong('PUT', 'clock', { speed: 'fast' });
    await wrong('PUT', 'guesses', { weather: 'fair' });
    await wrong('POST', 'calls', { to: '+14155550100' });
    await wrong('PUT', 'phones/+12025550123', { behaviour: 'sings' });
  });
});
