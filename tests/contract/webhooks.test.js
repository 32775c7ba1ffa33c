// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { start, eventually } = require('./helpers/simulator.js');
const { listen } = require('./helpers/listener.js');
const { twiml } = require('twilio');

const line = '+14155550100';
const seat = '+12025550199';

test('webhooks and documents', async (t) => {
  const phone = await start();
  const app = await listen(phone.token);
  t.after(async () => {
    await app.stop();
    await phone.stop();
  });
  const { client } = phone;
  const voice = (build) => {
    const document = new twiml.VoiceResponse();
    build(document);
    return () => document;
  };
  const look = (sid) => phone.control('GET', 'calls/' + sid);
  const dial = async (more = {}) =>
    (await phone.control('POST', 'calls', { from: '+12025550123', to: line, ...more })).call_sid;
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: line });
  await client.incomingPhoneNumbers(number.sid).update({
    voiceUrl: app.origin + '/voice?line=one%20two',
    voiceFallbackUrl: app.origin + '/fallback',
    statusCallback: app.origin + '/status',
  });
  app.routes['/status'] = () => '';

  await t.test('every request is signed as the SDK checks it, with the full set of parameters', async () => {
    app.routes['/voice'] = voice((document) => document.hangup());
    const sid = await dial({
      caller_name: "Zoë O'Neil & Söhne 🎙",
      city: 'SAN FRANCISCO',
      state: 'CA',
      zip: '94103',
      country: 'US',
      stir_verstat: 'TN-Validation-Passed-A',
    });
    await eventually('the status callback comes', () => app.on('/status').some((entry) => entry.parameters.CallSid === sid));
    const [first] = app.on('/voice');
    assert.ok(first.signed);
    const { parameters } = first;
    assert.equal(parameters.CallSid, sid);
    assert.equal(parameters.AccountSid, phone.sid);
    assert.equal(parameters.CallStatus, 'ringing');
    assert.equal(parameters.Direction, 'inbound');
    assert.equal(parameters.ApiVersion, '2010-04-01');
    assert.deepEqual([parameters.From, parameters.Caller, parameters.To, parameters.Called], ['+12025550123', '+12025550123', line, line]);
    assert.equal(parameters.CallerName, "Zoë O'Neil & Söhne 🎙");
    assert.deepEqual([parameters.FromCity, parameters.FromState, parameters.FromZip, parameters.FromCountry], ['SAN FRANCISCO', 'CA', '94103', 'US']);
    assert.equal(parameters.StirVerstat, 'TN-Validation-Passed-A');
    assert.equal(parameters.line, 'one two');
    const status = app.on('/status').find((entry) => entry.parameters.CallSid === sid);
    assert.ok(status.signed);
    assert.equal(status.parameters.CallStatus, 'completed');
    assert.ok(app.received.every((entry) => entry.signed));
    const log = (await phone.control('GET', 'webhooks')).webhooks;
    assert.ok(log.some((entry) => entry.call_sid === sid && entry.status === 200 && entry.url.endsWith('/voice?line=one%20two')));
  });

  await t.test('say, gather, redirect, record: in order and with their results', async () => {
    app.routes['/voice'] = voice((document) => {
      document.say('Welcome');
      const gather = document.gather({ numDigits: 1, timeout: 300, action: '/pressed' });
      gather.say('Press a key');
      document.say('No key');
    });
    app.routes['/pressed'] = voice((document) => document.redirect('/message'));
    app.routes['/message'] = voice((document) => {
      document.record({ action: '/recorded', timeout: 30, maxLength: 120, finishOnKey: '#' });
      document.say('Nothing was said');
    });
    app.routes['/recorded'] = voice((document) => {
      document.say('Thank you');
      document.hangup();
    });
    const sid = await dial();
    await eventually('it gathers', async () => (await look(sid)).where.place === 'gather');
    await phone.control('PUT', 'clock', { speed: 1 }); // so that a slow machine does not miss the moment to speak
    await phone.control('POST', 'calls/' + sid + '/digits', { digits: '5' });
    await eventually('it records', async () => (await look(sid)).where.place === 'recording');
    await phone.control('POST', 'calls/' + sid + '/speak', { seconds: 4 });
    await phone.control('PUT', 'clock', { speed: 20 });
    await eventually('it is over', async () => (await look(sid)).status === 'completed');
    const pressed = app.on('/pressed').find((entry) => entry.parameters.CallSid === sid);
    assert.equal(pressed.parameters.Digits, '5');
    const recorded = app.on('/recorded').find((entry) => entry.parameters.CallSid === sid);
    assert.match(recorded.parameters.RecordingUrl, /\/Recordings\/RE[0-9a-f]{32}$/);
    assert.ok(Number(recorded.parameters.RecordingDuration) >= 3);
    const { verbs } = await look(sid);
    assert.deepEqual(verbs.map((verb) => verb.verb), ['Say', 'Gather', 'Redirect', 'Record', 'Say', 'Hangup']);
    assert.deepEqual(verbs.filter((verb) => verb.verb === 'Say').map((verb) => verb.text), ['Welcome', 'Thank you']);
    assert.match(verbs[1].text, /Press a key/);
  });

  await t.test('dial with a whisper: a key connects, silence declines', async () => {
    app.routes['/voice'] = voice((document) => {
      const call = document.dial({ action: '/dialled', timeout: 20 });
      call.number({ url: '/whisper' }, seat);
    });
    app.routes['/whisper'] = voice((document) => {
      const gather = document.gather({ numDigits: 1, timeout: 5, action: '/accepted' });
      gather.say('Press 1');
      document.hangup();
    });
    app.routes['/accepted'] = () => new twiml.VoiceResponse();
    app.routes['/dialled'] = voice((document) => document.say('Goodbye'));

    await phone.control('PUT', 'phones/' + encodeURIComponent(seat), { behaviour: 'answer', after_seconds: 1, press: '1', hang_up_after_seconds: 160 });
    const taken = await dial();
    await eventually('they talk', async () => {
      const { where } = await look(taken);
      return where.place === 'dial' && where.with;
    });
    const children = await client.calls.list({ parentCallSid: taken });
    assert.deepEqual(children.map((child) => [child.to, child.direction]), [[seat, 'outbound-dial']]);
    await eventually('the action tells how it went', () => app.on('/dialled').some((entry) =>
      entry.parameters.CallSid === taken && entry.parameters.DialCallStatus === 'completed' && entry.parameters.DialBridged === 'true'), 30000);

    await phone.control('PUT', 'phones/' + encodeURIComponent(seat), { behaviour: 'voicemail', after_seconds: 1 });
    const lost = await dial();
    await eventually('a mailbox does not win', () => app.on('/dialled').some((entry) =>
      entry.parameters.CallSid === lost && entry.parameters.DialBridged !== 'true'));
  });

  await t.test('a queue: wait document, action of a redirect, hang-up', async () => {
    app.routes['/voice'] = voice((document) => document.enqueue({ waitUrl: '/wait', action: '/left' }, 'show'));
    app.routes['/wait'] = voice((document) => {
      document.say('Please hold');
      document.pause({ length: 5 });
    });
    app.routes['/left'] = () => new twiml.VoiceResponse();
    const sid = await dial();
    await eventually('the wait document loops', () => app.on('/wait').filter((entry) => entry.parameters.CallSid === sid).length >= 2);
    const [wait] = app.on('/wait').filter((entry) => entry.parameters.CallSid === sid);
    for (const name of ['QueuePosition', 'QueueSid', 'QueueTime', 'AvgQueueTime', 'CurrentQueueSize', 'MaxQueueSize']) {
      assert.ok(name in wait.parameters, name);
    }
    assert.equal((await look(sid)).where.name, 'show');
    const bye = new twiml.VoiceResponse();
    bye.say('Your turn');
    bye.pause({ length: 600 });
    await client.calls(sid).update({ twiml: bye });
    await eventually('the action of Enqueue tells', () => app.on('/left').some((entry) =>
      entry.parameters.CallSid === sid && entry.parameters.QueueResult === 'redirected'));
    await eventually('the new document runs', async () => (await look(sid)).verbs.some((verb) => verb.text === 'Your turn'));

    const impatient = await dial();
    await eventually('the next one waits', async () => (await look(impatient)).where.place === 'queue');
    await phone.control('POST', 'calls/' + impatient + '/hangup', {});
    await eventually('the hang-up is told', () => app.on('/left').some((entry) =>
      entry.parameters.CallSid === impatient && entry.parameters.QueueResult === 'hangup'));
  });

  await t.test('trouble with a document goes to the fallback and into the log', async () => {
    app.routes['/fallback'] = voice((document) => document.say('Please call again'));
    delete app.routes['/voice'];
    const missing = await dial();
    await eventually('the fallback speaks', async () => (await look(missing)).verbs.some((verb) => verb.text === 'Please call again'));
    const fallback = app.on('/fallback').find((entry) => entry.parameters.CallSid === missing);
    assert.equal(fallback.parameters.ErrorCode, '11200');
    assert.match(fallback.parameters.ErrorUrl, /\/voice/);

    app.routes['/voice'] = () => '<Response><Say>never closed</Response>';
    const broken = await dial();
    const [note] = await eventually('the error is noted', async () => {
      const notes = await client.calls(broken).notifications.list();
      return notes.length && notes;
    });
    assert.equal(note.errorCode, '12100');
    assert.equal(note.log, '0');
    assert.equal((await client.calls(broken).notifications(note.sid).fetch()).errorCode, '12100');
  });
});
