// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { start, eventually } = require('./helpers/simulator.js');
const { refused } = require('./helpers/assertions.js');
const { twiml } = require('twilio');

const line = '+14155550100';

/** The parts of a canonical WAV file, or a complaint. */
function readWav(bytes) {
  assert.equal(bytes.toString('latin1', 0, 4), 'RIFF');
  assert.equal(bytes.toString('latin1', 8, 12), 'WAVE');
  assert.equal(bytes.readUInt32LE(4), bytes.length - 8);
  assert.equal(bytes.toString('latin1', 12, 16), 'fmt ');
  const rate = bytes.readUInt32LE(24);
  const align = bytes.readUInt16LE(32);
  const data = bytes.indexOf('data');
  const size = bytes.readUInt32LE(data + 4);
  assert.equal(data + 8 + size, bytes.length);
  return { channels: bytes.readUInt16LE(22), seconds: size / align / rate, samples: bytes.subarray(data + 8) };
}

test('recordings', async (t) => {
  const phone = await start();
  t.after(() => phone.stop());
  const { client } = phone;
  await phone.control('PUT', 'account', { calls_per_second: 1000 });
  const media = (sid, extension, token = phone.token) =>
    fetch(phone.restOrigin + '/2010-04-01/Accounts/' + phone.sid + '/Recordings/' + sid + extension, {
      headers: token === null ? {} : { authorization: 'Basic ' + Buffer.from(phone.sid + ':' + token).toString('base64') },
    });

  const document = new twiml.VoiceResponse();
  document.record({ timeout: 30, maxLength: 120, action: 'http://twimlets.com/echo?Twiml=%3CResponse%2F%3E' });
  document.hangup();
  await phone.control('PUT', 'clock', { speed: 1 }); // so that a slow machine does not miss the moment to speak
  const call = await client.calls.create({ to: '+12025550101', from: line, twiml: document });
  await eventually('it records', async () =>
    (await phone.control('GET', 'calls/' + call.sid)).where.place === 'recording');
  await phone.control('POST', 'calls/' + call.sid + '/speak', { seconds: 6 });
  await phone.control('PUT', 'clock', { speed: 20 });
  const recording = await eventually('the recording is completed', async () =>
    (await client.recordings.list({ callSid: call.sid })).find((one) => one.status === 'completed'));

  await t.test('read', async () => {
    assert.match(recording.sid, /^RE[0-9a-f]{32}$/);
    assert.equal(recording.source, 'RecordVerb');
    assert.equal(recording.channels, 1);
    const { body } = await phone.raw('Recordings/' + recording.sid + '.json');
    assert.equal(typeof body.duration, 'string');
    assert.ok(Number(body.duration) >= 5, body.duration);
    assert.equal((await client.recordings(recording.sid).fetch()).callSid, call.sid);
  });

  await t.test('its sound is a WAV file of that length', async () => {
    for (const extension of ['', '.wav', '.mp3']) {
      const answer = await media(recording.sid, extension);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type'), /^audio\//);
      const wav = readWav(Buffer.from(await answer.arrayBuffer()));
      assert.equal(wav.channels, 1);
      assert.ok(Math.abs(wav.seconds - Number(recording.duration)) <= 1, wav.seconds + ' s');
      assert.ok(wav.samples.some((byte) => byte !== 0), 'somebody spoke');
    }
    assert.equal((await media(recording.sid, '.wav?RequestedChannels=2')).status, 400);
    assert.equal((await media('RE' + '0'.repeat(32), '.wav')).status, 404);
    assert.equal((await media(recording.sid, '.wav', null)).status, 200, 'no login is asked for');
    assert.equal((await media(recording.sid, '.wav', 'wrong')).status, 401);
    await phone.control('PUT', 'account', { media_login: true });
    assert.equal((await media(recording.sid, '.wav', null)).status, 401);
    assert.equal((await media(recording.sid, '.wav')).status, 200);
    await phone.control('PUT', 'account', { media_login: false });
  });

  await t.test('start, pause and stop on a living call', async () => {
    const pause = new twiml.VoiceResponse();
    pause.pause({ length: 3600 });
    const live = await client.calls.create({ to: '+12025550102', from: line, twiml: pause });
    await eventually('it is answered', async () => (await client.calls(live.sid).fetch()).status === 'in-progress');
    const started = await client.calls(live.sid).recordings.create({ recordingChannels: 'dual' });
    assert.deepEqual([started.status, started.source, started.channels], ['in-progress', 'StartCallRecordingAPI', 2]);
    const current = () => client.calls(live.sid).recordings('Twilio.CURRENT');
    assert.equal((await current().update({ status: 'paused', pauseBehavior: 'silence' })).status, 'paused');
    assert.equal((await client.calls(live.sid).recordings(started.sid).update({ status: 'in-progress' })).status, 'in-progress');
    const stopped = await current().update({ status: 'stopped' });
    assert.ok(['stopped', 'processing', 'completed'].includes(stopped.status), stopped.status);
    await eventually('it is completed', async () =>
      (await client.calls(live.sid).recordings(started.sid).fetch()).status === 'completed');
    assert.equal((await client.calls(live.sid).recordings.list()).length, 1);
    await client.calls(live.sid).update({ status: 'completed' });
    await assert.rejects(client.calls(live.sid).recordings.create({}), { status: 400 });
  });

  await t.test('list with paging and delete', async () => {
    const listed = await client.recordings.list({ pageSize: 1 });
    assert.equal(listed.length, 2);
    assert.equal((await client.recordings.list({ dateCreatedAfter: new Date(Date.now() + 5 * 86400000) })).length, 0);
    assert.equal(await client.recordings(recording.sid).remove(), true);
    await refused(client.recordings(recording.sid).fetch(), 404, 20404);
    assert.equal((await media(recording.sid, '.wav')).status, 404);
    assert.equal((await client.recordings.list()).length, 1);
  });
});
