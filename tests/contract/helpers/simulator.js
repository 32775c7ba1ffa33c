// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const { spawn } = require('node:child_process');
const readline = require('node:readline');
const twilio = require('twilio');
const prismProxy = require('../prism_proxy.js');

const sid = 'AC' + '0123456789abcdef'.repeat(2);
const token = 'fedcba9876543210'.repeat(2);
const key = 'SK' + 'a1b2c3d4e5f60718'.repeat(2);
const secret = 'a secret of the key';

/** The SDK talks to fixed hosts; this sends everything to one origin instead. */
class OneOrigin extends twilio.RequestClient {
  constructor(origin) {
    super({ timeout: 20000 });
    this.origin = origin;
  }

  request(options) {
    return super.request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, this.origin) });
  }
}

function clientFor(origin, username = sid, password = token) {
  return twilio(username, password, { accountSid: sid, httpClient: new OneOrigin(origin) });
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    readline.createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error('anteroom-simulator ended with ' + code + ' before it listened')));
  });
}

/**
 * Starts the built anteroom-simulator on a free port. With ANTEROOM_THROUGH_PRISM=1 `client` speaks through validating
 * proxies, and stop() fails on everything they found; `direct` always speaks without, for requests that are wrong on
 * purpose.
 */
async function start({ args = ['--speed', '20'], throughPrism = process.env.ANTEROOM_THROUGH_PRISM === '1' } = {}) {
  const program = process.env.ANTEROOM_SIMULATOR;
  if (!program) throw new Error('ANTEROOM_SIMULATOR must name the built anteroom-simulator');
  const child = spawn(program, ['--listen', '127.0.0.1:0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TWILIO_ACCOUNT_SID: sid,
      TWILIO_AUTH_TOKEN: token,
      TWILIO_API_KEY: key,
      TWILIO_API_SECRET: secret,
    },
  });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal || code)));
  const line = await firstLine(child);
  const origin = line.replace(/^listening /, '');
  const proxy = throughPrism ? await prismProxy.start({ upstream: origin }) : null;
  const restOrigin = proxy ? proxy.url : origin;

  async function control(method, path, body) {
    const response = await fetch(origin + '/simulator/' + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw Object.assign(new Error(answer.error), { status: response.status });
    return answer;
  }

  return {
    origin,
    restOrigin,
    sid,
    token,
    client: clientFor(restOrigin),
    direct: clientFor(origin),
    withKey: clientFor(restOrigin, key, secret),
    withWrongToken: clientFor(origin, sid, 'wrong'),
    control,
    /** What went through the validating proxy, and what it had against it. */
    covered: () => (proxy ? proxy.covered() : []),
    findings: () => (proxy ? proxy.findings() : []),
    /** The JSON of a path below the account, as it is on the wire. */
    async raw(path, options = {}) {
      const response = await fetch(restOrigin + '/2010-04-01/Accounts/' + sid + '/' + path, {
        ...options,
        headers: { authorization: 'Basic ' + Buffer.from(sid + ':' + token).toString('base64'), ...options.headers },
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    async stop() {
      if (proxy) await proxy.stop();
      child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error('anteroom-simulator ended with ' + code);
      const findings = proxy ? proxy.findings() : [];
      if (findings.length) throw new Error('the contract was broken:\n' + JSON.stringify(findings, null, 2));
    },
  };
}

/** Waits until `probe` answers something truthy; what it last threw or answered explains a failure. */
async function eventually(what, probe, milliseconds = 15000) {
  const end = Date.now() + milliseconds;
  let last;
  for (;;) {
    try {
      last = await probe();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error('never happened: ' + what + '; last: ' + String(last));
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

module.exports = { start, eventually };
