// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
// The judge is judged first: a phone company that breaks the contract must be found out.
const test = require('node:test');
const assert = require('node:assert/strict');
const http = require('node:http');
const prismProxy = require('./prism_proxy.js');

const account = '/2010-04-01/Accounts/AC' + '0'.repeat(32);
const queue = {
  sid: 'QU' + '1'.repeat(32),
  account_sid: 'AC' + '0'.repeat(32),
  friendly_name: 'x',
  max_size: 5,
  uri: account + '/Queues/QU' + '1'.repeat(32) + '.json',
};

test('the validating proxy', async (t) => {
  let answer = queue;
  const upstream = http.createServer((request, response) => {
    if (answer === null) return request.socket.destroy();
    // With a length: Prism's node-fetch takes the end of a chunked body for a broken one under some versions of Node.
    const body = JSON.stringify(answer);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  });
  await new Promise((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const proxy = await prismProxy.start({ upstream: 'http://127.0.0.1:' + upstream.address().port });
  t.after(async () => {
    await proxy.stop();
    upstream.closeAllConnections();
    upstream.close();
  });
  const ask = (path, options = {}) =>
    fetch(proxy.url + path, { headers: { authorization: 'Basic ' + Buffer.from('a:b').toString('base64') }, ...options });
  const found = async (path, options) => {
    proxy.findings().length = 0;
    await ask(path, options).catch(() => {});
    return proxy.findings().map((finding) => [finding.side, finding.where, finding.code]);
  };
  const read = account + '/Queues/' + queue.sid + '.json';

  await t.test('forgives relative addresses, and nothing else', async () => {
    assert.deepEqual(await found(read), []);
    answer = { ...queue, max_size: '5' };
    assert.deepEqual(await found(read), [['response', 'body.max_size', 'type']]);
    answer = { ...queue, sid: 'QU1' };
    assert.ok((await found(read)).some(([, where]) => where === 'body.sid'));
    answer = queue;
  });

  await t.test('sees through to wrong requests', async () => {
    assert.ok((await found(account + '/Queues.json?PageSize=many')).some(([side]) => side === 'request'));
    const form = { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Basic YTpi' };
    assert.ok((await found(account + '/Calls.json', { method: 'POST', headers: form, body: 'To=%2B1' })).length > 0);
    const call = 'To=%2B12025550101&From=%2B14155550100&Twiml=%3CResponse%2F%3E&StatusCallbackEvent=ringing&StatusCallbackEvent=answered';
    const wrongRequest = ([side]) => side === 'request';
    const dial = (body) => found(account + '/Calls.json', { method: 'POST', headers: form, body });
    assert.deepEqual((await dial(call)).filter(wrongRequest), []);
    assert.ok((await dial(call + '&Timeout=soon')).some(wrongRequest));
    assert.ok((await dial(call + '&Url=desk')).some(wrongRequest), 'no address');
    const text = (body) => found(account + '/Messages.json', { method: 'POST', headers: form, body: 'To=%2B12025550101&From=%2B14155550100&' + body });
    const picture = (url) => 'MediaUrl=' + encodeURIComponent(url) + '&';
    assert.deepEqual((await text(picture('https://desk.example/1') + picture('https://desk.example/2'))).filter(wrongRequest), []);
    assert.ok((await text(picture('no address') + picture('https://desk.example/2'))).some(wrongRequest), 'each item of a list counts');
    const number = (body) =>
      found(account + '/IncomingPhoneNumbers/PN' + '1'.repeat(32) + '.json', { method: 'POST', headers: form, body });
    assert.deepEqual((await number('VoiceUrl=&VoiceFallbackUrl=&StatusCallback=&SmsUrl=&SmsFallbackUrl=')).filter(wrongRequest), []);
    assert.ok((await dial(call + '&FallbackUrl=')).some(wrongRequest), 'a field that we never empty');
    assert.ok((await number('VoiceUrl=' + encodeURIComponent(account))).some(wrongRequest), 'relative only in answers');
    assert.ok((await found(read, { headers: {} })).some(([side]) => side === 'request'), 'no credentials');
    assert.ok((await found(account + '/Nothing.json')).length > 0, 'a path that is not in the files');
  });

  await t.test('breaks the connection where the other side does', async () => {
    answer = null;
    await assert.rejects(ask(read));
  });
});
