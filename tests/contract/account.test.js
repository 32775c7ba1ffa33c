// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const test = require('node:test');
const assert = require('node:assert/strict');
const { start } = require('./helpers/simulator.js');
const { refused } = require('./helpers/assertions.js');

const line = '+14155550100';

test('account, balance and credentials', async (t) => {
  const phone = await start();
  t.after(() => phone.stop());
  const { client } = phone;

  await t.test('the account', async () => {
    const account = await client.api.accounts(phone.sid).fetch();
    assert.deepEqual([account.sid, account.status, account.type], [phone.sid, 'active', 'Full']);
    assert.deepEqual((await client.api.accounts.list()).map((one) => one.sid), [phone.sid]);
    await phone.control('PUT', 'account', { type: 'Trial', balance: '1.50' });
    assert.equal((await client.api.accounts(phone.sid).fetch()).type, 'Trial');
    const balance = await client.balance.fetch();
    assert.deepEqual([balance.balance, balance.currency], ['1.50', 'USD']);
    await phone.control('PUT', 'account', { type: 'Full' });
  });

  await t.test('a key reaches everything but the account', async () => {
    await phone.withKey.queues.list({ pageSize: 1 });
    await refused(phone.withKey.api.accounts(phone.sid).fetch(), 401, 20003);
    await refused(phone.withKey.api.accounts.list(), 401, 20003);
  });

  await t.test('wrong credentials and other accounts', async () => {
    await refused(phone.withWrongToken.queues.list(), 401, 20003);
    await refused(phone.direct.api.v2010.accounts('AC' + '9'.repeat(32)).queues.list(), 404, 20404);
    const unknown = await fetch(phone.origin + '/2010-04-01/Accounts/' + phone.sid + '/Nothing.json');
    assert.equal(unknown.status, 401);
    assert.match(unknown.headers.get('www-authenticate'), /^Basic /);
    const { body } = await phone.raw('Queues/QU' + '0'.repeat(32) + '.json');
    assert.deepEqual([body.code, body.status], [20404, 404]);
    assert.match(body.more_info, /20404$/);
    assert.ok(body.message.length > 0);
  });
});

test('numbers, apps and caller ids', async (t) => {
  const phone = await start();
  t.after(() => phone.stop());
  const { client } = phone;

  await t.test('three numbers: voice and text, voice only, owned by an app', async () => {
    const numbers = await client.incomingPhoneNumbers.list({ pageSize: 1 });
    assert.equal(numbers.length, 3);
    const abilities = Object.fromEntries(numbers.map((one) => [one.phoneNumber, one.capabilities]));
    assert.deepEqual([abilities[line].voice, abilities[line].sms], [true, true]);
    assert.equal(numbers.filter((one) => !one.capabilities.sms).length, 1);
    const [owned] = numbers.filter((one) => one.voiceApplicationSid);
    assert.equal((await client.applications(owned.voiceApplicationSid).fetch()).sid, owned.voiceApplicationSid);
    assert.equal((await client.applications.list()).length, 1);
    assert.equal((await client.outgoingCallerIds.list()).length, 0);
  });

  await t.test('find, update and restore', async () => {
    const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: line });
    assert.equal((await client.incomingPhoneNumbers.list({ phoneNumber: '5550100' })).length, 1);
    const changed = await client.incomingPhoneNumbers(number.sid).update({
      voiceUrl: 'https://desk.example.com/twilio/call',
      voiceMethod: 'POST',
      voiceFallbackUrl: 'http://twimlets.com/echo?Twiml=%3CResponse%2F%3E',
      voiceFallbackMethod: 'GET',
      statusCallback: 'https://desk.example.com/twilio/call-status',
      smsUrl: 'https://desk.example.com/twilio/text',
      voiceCallerIdLookup: true,
    });
    assert.equal(changed.voiceUrl, 'https://desk.example.com/twilio/call');
    assert.equal(changed.voiceFallbackMethod, 'GET');
    assert.equal(changed.voiceCallerIdLookup, true);
    const restored = await client.incomingPhoneNumbers(number.sid).update({ voiceUrl: '' });
    assert.ok(!restored.voiceUrl);
    assert.equal(restored.statusCallback, 'https://desk.example.com/twilio/call-status');
  });

  await t.test('a wrong update changes nothing', async () => {
    const [before] = await client.incomingPhoneNumbers.list({ phoneNumber: line });
    const update = (changes, sid = before.sid) => phone.direct.incomingPhoneNumbers(sid).update(changes);
    await refused(update({ friendlyName: 'x', voiceUrl: 'nowhere' }), 400, 21502);
    await refused(update({ friendlyName: 'x', statusCallback: 'ftp://desk.example.com/' }), 400, 21502);
    await refused(update({ friendlyName: 'x', voiceMethod: 'PUT' }), 400, 21403);
    await refused(update({ friendlyName: 'x', voiceApplicationSid: 'AP' + '0'.repeat(32) }), 400, 21218);
    await refused(update({ friendlyName: 'x' }, 'PN' + '0'.repeat(32)), 404, 20404);
    assert.equal((await client.incomingPhoneNumbers(before.sid).fetch()).friendlyName, before.friendlyName);
  });

  await t.test('nothing is bought or released', async () => {
    const [number] = await client.incomingPhoneNumbers.list();
    await assert.rejects(phone.direct.incomingPhoneNumbers(number.sid).remove(), { status: 403 });
    await assert.rejects(phone.direct.incomingPhoneNumbers.create({ phoneNumber: '+12025550177' }), { status: 403 });
    assert.equal((await client.incomingPhoneNumbers.list()).length, 3);
    await refused(client.incomingPhoneNumbers('PN' + '0'.repeat(32)).fetch(), 404, 20404);
  });
});

test('lookups', async (t) => {
  const phone = await start();
  t.after(() => phone.stop());
  const look = (number, fields) => phone.client.lookups.v2.phoneNumbers(number).fetch(fields ? { fields } : {});

  const plain = await look('+14155552671');
  assert.deepEqual([plain.valid, plain.countryCode, plain.callingCountryCode], [true, 'US', '1']);
  assert.equal(plain.nationalFormat, '(415) 555-2671');
  assert.ok(!plain.lineTypeIntelligence);
  const full = await look('+14155552671', 'caller_name,line_type_intelligence');
  assert.ok(['mobile', 'landline'].includes(full.lineTypeIntelligence.type));
  assert.equal(full.callerName.callerType, 'UNDETERMINED');
  const foreign = await look('+442079460000', 'caller_name');
  assert.deepEqual([foreign.countryCode, foreign.callerName.errorCode], ['GB', 60600]);
  const wrong = await look('+1415');
  assert.deepEqual([wrong.valid, wrong.validationErrors], [false, ['TOO_SHORT']]);
  await assert.rejects(phone.direct.lookups.v2.phoneNumbers('+14155552671').fetch({ fields: 'horoscope' }), { status: 400 });
});
