// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { start, eventually } = require('./helpers/simulator.js');
const { refused } = require('./helpers/assertions.js');
const { twiml } = require('twilio');

const line = '+14155550100';

function room(name, options = {}) {
  const document = new twiml.VoiceResponse();
  document.dial().conference({ beep: 'false', ...options }, name);
  return document;
}

test('conferences and participants', async (t) => {
  const phone = await start();
  t.after(() => phone.stop());
  const { client } = phone;
  await phone.control('PUT', 'account', { calls_per_second: 1000 });

  const host = await client.calls.create({ to: '+12025550101', from: line, twiml: room('studio') });
  const guest = await client.calls.create({
    to: '+12025550102',
    from: line,
    twiml: room('studio', { startConferenceOnEnter: false }),
  });
  const conference = await eventually('the conference runs with two', async () => {
    const [found] = await client.conferences.list({ friendlyName: 'studio', status: 'in-progress' });
    return found && (await client.conferences(found.sid).participants.list()).length === 2 && found;
  });
  const participants = client.conferences(conference.sid).participants;

  await t.test('read', async () => {
    assert.match(conference.sid, /^CF[0-9a-f]{32}$/);
    assert.equal((await client.conferences(conference.sid).fetch()).friendlyName, 'studio');
    const listed = await participants.list({ pageSize: 1 });
    assert.deepEqual(new Set(listed.map((one) => one.callSid)), new Set([host.sid, guest.sid]));
    const one = await client.conferences(conference.sid).participants(guest.sid).fetch();
    assert.deepEqual([one.startConferenceOnEnter, one.muted, one.hold, one.status], [false, false, false, 'connected']);
  });

  await t.test('mute, hold, coach, announce', async () => {
    const change = (changes) => client.conferences(conference.sid).participants(guest.sid).update(changes);
    assert.equal((await change({ muted: true })).muted, true);
    assert.deepEqual((await participants.list({ muted: true })).map((one) => one.callSid), [guest.sid]);
    assert.equal((await change({ hold: true, holdUrl: 'http://twimlets.com/holdmusic?Bucket=com.twilio.music.soft-rock' })).hold, true);
    assert.equal((await participants.list({ hold: false })).length, 1);
    const back = await change({ hold: false, muted: false });
    assert.deepEqual([back.hold, back.muted], [false, false]);
    const coaching = await change({ coaching: true, callSidToCoach: host.sid });
    assert.deepEqual([coaching.coaching, coaching.callSidToCoach], [true, host.sid]);
    await change({ announceUrl: 'http://twimlets.com/message?Message=hello' });
    await change({ endConferenceOnExit: false });
  });

  await t.test('create and kick, by label', async () => {
    const added = await client.conferences('studio').participants.create({
      from: line,
      to: '+12025550103',
      label: 'expert',
      timeout: 20,
      earlyMedia: true,
      endConferenceOnExit: false,
    });
    assert.equal(added.label, 'expert');
    assert.equal(added.conferenceSid, conference.sid);
    await eventually('the expert is connected', async () =>
      (await client.conferences(conference.sid).participants('expert').fetch()).status === 'connected');
    assert.equal(await client.conferences(conference.sid).participants('expert').remove(), true);
    await refused(client.conferences(conference.sid).participants('expert').fetch(), 404, 20404);
    await refused(client.conferences(conference.sid).participants('expert').update({ muted: true }), 404, 20404);
  });

  await t.test('errors of creating a participant and of updating a conference', async () => {
    const direct = phone.direct.conferences(conference.sid);
    const add = (changes) => direct.participants.create({ from: line, to: '+12025550105', ...changes });
    await refused(add({ from: '+12025550199' }), 400, 21210);
    await refused(add({ to: 'nobody' }), 400, 21211);
    await refused(add({ timeout: 601 }), 400, 21208);
    await refused(add({ beep: 'loud' }), 400, 20422);
    await phone.control('PUT', 'account', { type: 'Trial', verified: '+12025550106' });
    await refused(add({}), 400, 21219);
    await phone.control('PUT', 'account', { type: 'Full' });
    assert.equal((await participants.list()).length, 2);
    await refused(direct.update({ status: 'in-progress' }), 400, 20422);
    await refused(direct.update({ announceUrl: 'nowhere' }), 400, 21205);
    await refused(phone.direct.conferences('CF' + '0'.repeat(32)).update({ status: 'completed' }), 404, 20404);
    assert.equal((await direct.fetch()).status, 'in-progress');
  });

  await t.test('end', async () => {
    await client.conferences(conference.sid).update({ status: 'completed' });
    await eventually('the conference is over', async () =>
      (await client.conferences(conference.sid).fetch()).status === 'completed');
    assert.equal((await client.conferences(conference.sid).fetch()).reasonConferenceEnded, 'conference-ended-via-api');
    assert.equal((await participants.list()).length, 0);
    await refused(client.conferences('CF' + '0'.repeat(32)).fetch(), 404, 20404);
  });

  await t.test('list with paging', async () => {
    const call = await client.calls.create({ to: '+12025550104', from: line, twiml: room('second') });
    await eventually('the second room is open', async () => (await client.conferences.list()).length === 2);
    const listed = await client.conferences.list({ pageSize: 1 });
    assert.deepEqual(listed.map((one) => one.friendlyName), ['second', 'studio']);
    await client.calls(call.sid).update({ status: 'completed' });
  });
});
