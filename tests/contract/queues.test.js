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

test('queues', async (t) => {
  const phone = await start();
  t.after(() => phone.stop());
  const { client } = phone;

  await t.test('create, read, update and delete', async () => {
    const queue = await client.queues.create({ friendlyName: 'callers', maxSize: 7 });
    assert.match(queue.sid, /^QU[0-9a-f]{32}$/);
    assert.equal(queue.friendlyName, 'callers');
    assert.equal(queue.maxSize, 7);
    assert.equal(queue.currentSize, 0);
    assert.equal(queue.averageWaitTime, 0);
    assert.ok(queue.dateCreated instanceof Date && !Number.isNaN(queue.dateCreated.getTime()));
    const updated = await client.queues(queue.sid).update({ friendlyName: 'on air', maxSize: 9 });
    assert.deepEqual([updated.friendlyName, updated.maxSize], ['on air', 9]);
    assert.equal((await client.queues(queue.sid).fetch()).friendlyName, 'on air');
    assert.equal(await client.queues(queue.sid).remove(), true);
    await refused(phone.client.queues(queue.sid).fetch(), 404, 20404);
    await refused(phone.client.queues(queue.sid).remove(), 404, 20404);
  });

  await t.test('numbers are numbers and dates are RFC 2822', async () => {
    const queue = await client.queues.create({ friendlyName: 'types' });
    const { body, headers } = await phone.raw('Queues/' + queue.sid + '.json');
    for (const name of ['current_size', 'max_size', 'average_wait_time']) assert.equal(typeof body[name], 'number', name);
    assert.equal(body.max_size, 1000);
    assert.match(body.date_created, rfc2822);
    assert.ok(headers.get('twilio-concurrent-requests') >= 1);
    assert.ok(headers.get('twilio-request-duration') !== null);
    await client.queues(queue.sid).remove();
  });

  await t.test('list with paging', async () => {
    const made = [];
    for (let i = 0; i < 7; i += 1) made.push((await client.queues.create({ friendlyName: 'page ' + i })).sid);
    const listed = await client.queues.list({ pageSize: 3 });
    assert.deepEqual(new Set(listed.map((queue) => queue.sid)), new Set(made));
    assert.equal(listed.length, 7);
    assert.equal((await client.queues.list({ limit: 2 })).length, 2);

    const first = await client.queues.page({ pageSize: 3 });
    const second = await first.nextPage();
    const third = await second.nextPage();
    assert.deepEqual([first, second, third].map((page) => page.instances.length), [3, 3, 1]);
    assert.equal(await third.nextPage(), undefined);
    const back = await second.previousPage();
    assert.deepEqual(back.instances.map((queue) => queue.sid), first.instances.map((queue) => queue.sid));

    const { body } = await phone.raw('Queues.json?PageSize=3');
    for (const name of ['uri', 'first_page_uri', 'next_page_uri']) assert.match(body[name], /^\/2010-04-01\//, name);
    assert.equal(body.previous_page_uri, null);
    assert.deepEqual([body.page, body.page_size, body.start, body.end], [0, 3, 0, 2]);
    for (const sid of made) await client.queues(sid).remove();
  });

  await t.test('refusals', async () => {
    await refused(phone.direct.queues.create({ friendlyName: '' }), 400, 20002);
    await refused(phone.direct.queues.create({ friendlyName: 'x'.repeat(65) }), 400, 20002);
    await refused(phone.direct.queues.create({ friendlyName: 'large', maxSize: 5001 }), 400, 20422);
    await refused(phone.direct.queues.page({ pageSize: 1001 }), 400, 20007);
    await refused(phone.client.queues('QU' + '0'.repeat(32)).fetch(), 404, 20404);
  });
});

test('queue members', async (t) => {
  const phone = await start();
  const app = await listen(phone.token);
  t.after(async () => {
    await app.stop();
    await phone.stop();
  });
  const { client } = phone;
  app.routes['/voice'] = () => {
    const document = new twiml.VoiceResponse();
    document.enqueue({ waitUrl: '/wait', action: '/left' }, 'callers');
    return document;
  };
  app.routes['/wait'] = () => {
    const document = new twiml.VoiceResponse();
    document.pause({ length: 60 });
    return document;
  };
  app.routes['/left'] = () => new twiml.VoiceResponse();
  app.routes['/talk'] = () => {
    const document = new twiml.VoiceResponse();
    document.say('you are on');
    document.pause({ length: 600 });
    return document;
  };
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: line });
  await client.incomingPhoneNumbers(number.sid).update({ voiceUrl: app.origin + '/voice' });

  const callers = [];
  const members = (queue) => client.queues(queue.sid).members;
  let queue;

  await t.test('callers stand in the order they came', async () => {
    for (let i = 0; i < 3; i += 1) {
      callers.push((await phone.control('POST', 'calls', { from: '+1202555012' + i, to: line })).call_sid);
      await eventually('caller ' + i + ' waits', async () => {
        [queue] = await client.queues.list();
        return queue && queue.currentSize === i + 1;
      });
    }
    const listed = await members(queue).list({ pageSize: 2 });
    assert.deepEqual(listed.map((member) => member.callSid), callers);
    assert.deepEqual(listed.map((member) => member.position), [1, 2, 3]);
    const { body } = await phone.raw('Queues/' + queue.sid + '/Members.json');
    assert.equal(body.queue_members.length, 3);
    assert.equal(typeof body.queue_members[0].wait_time, 'number');
    assert.match(body.queue_members[0].date_enqueued, rfc2822);
  });

  await t.test('read one by SID and at the front', async () => {
    assert.equal((await client.queues(queue.sid).members(callers[1]).fetch()).position, 2);
    assert.equal((await client.queues(queue.sid).members('Front').fetch()).callSid, callers[0]);
  });

  await t.test('a queue with members is not deleted', async () => {
    await refused(client.queues(queue.sid).remove(), 409, 20409);
    await phone.control('PUT', 'guesses', { delete_nonempty: '400' });
    await assert.rejects(client.queues(queue.sid).remove(), { status: 400 });
  });

  await t.test('the chosen one is taken out, once', async () => {
    const taken = await client.queues(queue.sid).members(callers[1]).update({ url: app.origin + '/talk' });
    assert.equal(taken.callSid, callers[1]);
    await eventually('the chosen caller hears the document', async () =>
      (await phone.control('GET', 'calls/' + callers[1])).verbs.some((verb) => verb.text === 'you are on'));
    const again = () => client.queues(queue.sid).members(callers[1]).update({ url: app.origin + '/talk' });
    await refused(again(), 404, 20404);
    await phone.control('PUT', 'guesses', { dequeue_gone: 400 });
    await assert.rejects(again(), { status: 400 });
    assert.deepEqual((await members(queue).list()).map((member) => member.callSid), [callers[0], callers[2]]);
    await eventually('the action told of it', () => app.on('/left').some((entry) =>
      entry.parameters.CallSid === callers[1] && entry.parameters.QueueResult === 'redirected'));
  });

  await t.test('a document address is required and must be one', async () => {
    await refused(phone.direct.queues(queue.sid).members(callers[0]).update({ url: 'talk' }), 400, 21205);
    const { status, body } = await phone.raw('Queues/' + queue.sid + '/Members/' + callers[0] + '.json');
    assert.deepEqual([status, body.call_sid], [200, callers[0]]);
  });

  await t.test('Front takes whoever is first', async () => {
    const first = await client.queues(queue.sid).members('Front').update({ url: app.origin + '/talk', method: 'GET' });
    assert.equal(first.callSid, callers[0]);
    const second = await client.queues(queue.sid).members('Front').update({ url: app.origin + '/talk' });
    assert.equal(second.callSid, callers[2]);
    await refused(client.queues(queue.sid).members('Front').fetch(), 404, 20404);
    assert.equal((await client.queues(queue.sid).fetch()).currentSize, 0);
  });
});
