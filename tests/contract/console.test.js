// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// A whole show, screened over a seat. Everything that the console asks of the phone company on the way goes through the
// validating proxy, so that a request or an answer that is not in the OpenAPI files is found out.
const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { start, eventually } = require('./helpers/simulator.js');
const { settle } = require('./helpers/console.js');
const { dig } = require('./helpers/tunnel.js');
const { sit } = require('./helpers/seat.js');

const line = '+14155550100';
const mine = '+12025550101';
const patience = 90000; // for a machine that is slow and busy; on a quiet one nothing takes longer than a few seconds

// Of what app/twilio can ask, only these are left out: the sound of a recording, which is not in the files (that it is
// fetched is seen below), and deleting a recording, which no seat can do: carrier.test.js asks for that.
const everything = [
  'get /2010-04-01/Accounts/{}.json',
  'get /2010-04-01/Accounts/{}/Balance.json',
  'get /2010-04-01/Accounts/{}/Calls.json',
  'post /2010-04-01/Accounts/{}/Calls.json',
  'get /2010-04-01/Accounts/{}/Calls/{}.json',
  'post /2010-04-01/Accounts/{}/Calls/{}.json',
  'post /2010-04-01/Accounts/{}/Calls/{}/Recordings.json',
  'post /2010-04-01/Accounts/{}/Calls/{}/Recordings/{}.json',
  'get /2010-04-01/Accounts/{}/Conferences.json',
  'get /2010-04-01/Accounts/{}/Conferences/{}/Participants.json',
  'get /2010-04-01/Accounts/{}/IncomingPhoneNumbers.json',
  'post /2010-04-01/Accounts/{}/IncomingPhoneNumbers/{}.json',
  'get /2010-04-01/Accounts/{}/Messages.json',
  'post /2010-04-01/Accounts/{}/Messages.json',
  'get /2010-04-01/Accounts/{}/OutgoingCallerIds.json',
  'get /2010-04-01/Accounts/{}/Queues.json',
  'get /2010-04-01/Accounts/{}/Queues/{}.json',
  'delete /2010-04-01/Accounts/{}/Queues/{}.json',
  'post /2010-04-01/Accounts/{}/Queues/{}.json',
  'get /2010-04-01/Accounts/{}/Queues/{}/Members.json',
  'get /2010-04-01/Accounts/{}/Recordings.json',
  'get /v2/PhoneNumbers/{}',
];

const operation = (used) => used.replace(/[A-Z]{2}[0-9a-f]{32}/g, '{}').replace(/(PhoneNumbers\/)(\+|%2B)\d+/, '$1{}');

test('a show, from connecting the number to releasing it', async (t) => {
  const phone = await start({ args: ['--speed', '10'], throughPrism: true });
  const tunnel = await dig();
  const desk = settle({ phone, tunnel, line, settings: {
    'line.most_waiting': 40,
    'close_out.delete_queue': true,
    'recording.talks': 'key',
    'text.recording_notice': 'This call may be recorded and aired.',
  } });
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
  const number = async () => (await phone.direct.incomingPhoneNumbers.list({ phoneNumber: line }))[0];
  const place = async (sid) => (await phone.control('GET', 'calls/' + sid)).where.place;
  const isAt = (sid, wanted) => wait(sid + ' is in ' + wanted, async () => (await place(sid)) === wanted);
  const becomes = (sid, state, outcome = null) =>
    wait([sid, 'is', state, outcome].join(' '), async () => {
      const call = seat.calls.get(sid);
      if (call && call.state === state && call.outcome === outcome) return call;
      throw new Error(JSON.stringify(call || null) + ' ' + seat.notices.join(' '));
    });
  const myPhone = (behaviour) => phone.control('PUT', 'phones/' + mine, behaviour);
  const rung = async (status) => (await phone.direct.calls.list({ to: mine })).filter((leg) => !status || leg.status === status);
  const trouble = (resource) =>
    phone.control('PUT', 'faults', {
      drop_connections: true,
      when: 'after',
      path_prefix: '/2010-04-01/Accounts/' + phone.sid + '/' + resource,
    });
  const noTrouble = () => phone.control('PUT', 'faults', {});
  const sounds = () => {
    const folder = path.join(desk.data, 'voicemail');
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => /^RE[0-9a-f]{32}\.wav$/.test(name)) : [];
    for (const name of files) assert.equal(fs.readFileSync(path.join(folder, name)).toString('latin1', 0, 4), 'RIFF');
    return files;
  };
  const talks = () => {
    const folder = path.join(desk.data, 'voicemail');
    return fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => / - \d{4}-\d\d-\d\d .*\.wav$/.test(name)) : [];
  };
  const voicemail = async (sid, seconds) => {
    await seat.ask('call.voicemail', { call_sid: sid });
    await becomes(sid, 'leaving_message');
    await isAt(sid, 'recording');
    await phone.control('POST', 'calls/' + sid + '/speak', { seconds });
  };
  const clock = async (speed) => Date.parse((await phone.control('PUT', 'clock', { speed })).now);

  // One after another, and none after one that failed: the next would only wait for what cannot come.
  const step = async (name, work) => {
    await work();
    t.diagnostic(name);
  };

  await phone.control('PUT', 'account', { calls_per_second: 1000 });
  const before = await number();
  const token = await desk.task('--add-seat', 'Ada', '--role', 'host', '--phone', mine);
  running = await desk.run('--connect-number');
  assert.ok((await number()).voiceUrl.startsWith(tunnel.url + '/'));
  seat = await sit(running.url, token);

  await step('the check before the show', async () => {
    const look = async (...args) => JSON.parse(await desk.task('check', '--json', '--public-url', tunnel.url, '--phone', mine, ...args));
    const { worst, lines } = await look();
    assert.equal(worst, 'fine', JSON.stringify(lines));
    assert.ok(lines.find((one) => one.id === 'signature').sentence.includes('was recognised'));
    await phone.control('PUT', 'account', { type: 'Trial', verified: mine });
    const trial = await look();
    assert.equal(trial.worst, 'warning', JSON.stringify(trial.lines));
    assert.equal(trial.lines.find((one) => one.id === 'phone').grade, 'fine');
    await phone.control('PUT', 'account', { type: 'Full' });
  });

  const callers = [];
  for (const from of ['+14085550142', '+14085550144', '+14085550146', '+14085550148', '+14085550150', '+14085550151']) {
    const { call_sid: sid } = await phone.control('POST', 'calls', { from, to: line });
    await becomes(sid, 'waiting');
    callers.push(sid);
  }
  const [first, second, third, fourth, fifth, sixth] = callers;

  await step('ring the seat, think better of it, ring again, connect', async () => {
    await clock(1); // it rings long enough to be seen on any machine
    await myPhone({ behaviour: 'no-answer' });
    await seat.ask('call.pull', { call_sid: first });
    await wait('the phone rings', async () => (await rung('ringing')).length === 1);
    await seat.ask('call.cancel', { call_sid: first });
    await becomes(first, 'waiting');
    await wait('the phone is quiet', async () => (await rung('ringing')).length === 0);
    await clock(10);
    await myPhone({ behaviour: 'answer', after_seconds: 1, press: '1' });
    await seat.ask('call.pull', { call_sid: first });
    await becomes(first, 'connected');
    await isAt(first, 'conference');
  });

  await step('record the talk, pause, go on, and fetch it when it is over', async () => {
    const recording = (wanted) =>
      wait('the recording is ' + wanted, () => seat.calls.get(first).recording === wanted);
    const listed = () => phone.direct.recordings.list({ callSid: first });
    assert.ok(seat.calls.get(first).notice, 'told before the talk');
    await seat.ask('call.record', { call_sid: first, on: true });
    await recording('on');
    assert.equal((await listed())[0].status, 'in-progress');
    await seat.ask('call.record', { call_sid: first, on: false });
    await recording('paused');
    assert.equal((await listed())[0].status, 'paused');
    await seat.ask('call.record', { call_sid: first, on: true });
    await recording('on');
    await seat.ask('call.hold', { call_sid: first });
    await recording('off');
    await becomes(first, 'waiting');
    await wait('the talk is fetched', () => talks().length === 1);
    assert.equal((await listed()).length, 1, 'nothing was begun twice');
    await wait('my phone is let go', async () => (await rung('in-progress')).length === 0);
    await seat.ask('call.pull', { call_sid: first });
    await becomes(first, 'connected');
    await isAt(first, 'conference');
  });

  await step('hold one for another whose answer and news are lost', async () => {
    tunnel.target = null;
    await trouble('Calls/' + second);
    await seat.ask('call.pull', { call_sid: second, current: 'hold' });
    await isAt(second, 'conference');
    await noTrouble();
    await becomes(second, 'connected');
    tunnel.target = running.url;
    await becomes(first, 'waiting');
    await isAt(first, 'queue');
    await seat.ask('call.hold', { call_sid: second });
    await becomes(second, 'waiting');
    await isAt(second, 'queue');
    await wait('nobody is left for the phone to talk to', async () => (await rung('in-progress')).length === 0);
  });

  await step('thank, hang up, voicemail', async () => {
    await seat.ask('call.release', { call_sid: second });
    await becomes(second, 'ended', 'thanked');
    await isAt(second, 'over');
    await seat.ask('call.hangup', { call_sid: third });
    await becomes(third, 'ended', 'refused');
    await isAt(third, 'over');
    await voicemail(fourth, 8); // and then silence, which ends it
    await becomes(fourth, 'ended', 'voicemail');
    await wait('the message is fetched', () => sounds().length === 1);
  });

  await step('call somebody back', async () => {
    const number = '+14085550160';
    await phone.control('PUT', 'phones/' + number, { behaviour: 'answer', after_seconds: 1 });
    await seat.ask('call.back', { number, name: 'Priya Raman' });
    const theirs = await wait('they are connected', async () => {
      const call = [...seat.calls.values()].find((one) => one.number === number && one.state === 'connected');
      if (call) return call.call_sid;
      throw new Error(seat.notices.join(' '));
    });
    await isAt(theirs, 'conference');
    assert.equal((await phone.direct.calls.list({ to: number })).length, 1, 'nobody is called twice');
    await seat.ask('call.hangup', { call_sid: theirs });
    await becomes(theirs, 'ended', 'talked');
    await wait('my phone is let go', async () => (await rung('in-progress')).length === 0);
  });

  await step('close and open the line', async () => {
    await seat.ask('line.close');
    await wait('the number says that the line is closed', async () => !(await number()).voiceUrl.startsWith(tunnel.url));
    await seat.ask('line.open');
    await wait('the number asks the desk', async () => (await number()).voiceUrl.startsWith(tunnel.url));
  });

  await step('killed while a phone is being rung and a message recorded', async () => {
    await clock(1);
    await voicemail(fifth, 170);
    const begun = await clock(1);
    await myPhone({ behaviour: 'no-answer' });
    const known = (await rung()).length;
    tunnel.lost.length = 0;
    tunnel.target = null;
    await trouble('Calls.json');
    await seat.ask('call.pull', { call_sid: first });
    await wait('the phone rings and the desk does not hear of it', () => tunnel.lost.some((url) => url.startsWith('/twilio/leg')));
    assert.equal(await running.end('SIGKILL'), 'SIGKILL');
    await wait('a few words are spoken', async () => (await clock(10)) - begun > 5000);
    await phone.control('POST', 'calls/' + fifth + '/hangup', {});
    await isAt(fifth, 'over');
    await noTrouble();

    running = await desk.run();
    seat = await sit(running.url, token);
    await becomes(first, 'waiting');
    await becomes(fifth, 'ended', 'voicemail');
    await wait('the second message is fetched', () => sounds().length === 2);
    await wait('the phone is quiet', async () => (await rung('ringing')).length === 0);
    assert.equal((await rung()).length, known + 1, 'nothing was rung twice');
  });

  await step('close out with a text', async () => {
    await seat.ask('queue.closeOut', { treatment: 'text', text: 'Thanks for calling Night Talk!' });
    await becomes(first, 'ended', 'thanked');
    await becomes(sixth, 'ended', 'thanked');
    await wait('everybody is treated', () => seat.progress && seat.progress.done === 2 && seat.progress.failed === 0);
    const { messages } = await phone.control('GET', 'messages');
    // The sixth calls from a landline, which can't be sent a text.
    assert.deepEqual(messages.map((message) => [message.to, message.body]), [['+14085550142', 'Thanks for calling Night Talk!']]);
  });

  await step('the queue is deleted, and comes back with the next show', async () => {
    await wait('the queue is gone', async () => (await phone.direct.queues.list()).length === 0);
    await seat.ask('line.open');
    await wait('the number asks the desk', async () => (await number()).voiceUrl.startsWith(tunnel.url));
    const { call_sid: next } = await phone.control('POST', 'calls', { from: '+14085550160', to: line });
    await becomes(next, 'waiting');
    await isAt(next, 'queue');
    assert.equal((await phone.direct.queues.list()).length, 1);
    await seat.ask('call.release', { call_sid: next });
    await becomes(next, 'ended', 'thanked');
  });

  await step('end, and give the number back', async () => {
    seat.leave();
    assert.equal(await running.end(), 0);
    running = null;
    await desk.task('--release-number');
    const after = await number();
    for (const field of ['voiceUrl', 'voiceMethod', 'voiceFallbackUrl', 'voiceFallbackMethod', 'statusCallback', 'voiceApplicationSid']) {
      assert.equal(after[field], before[field], field);
    }
  });

  assert.deepEqual(phone.findings(), []);
  const used = new Set(phone.covered().map(operation));
  assert.deepEqual(everything.filter((one) => !used.has(one)), [], 'never asked');
});
