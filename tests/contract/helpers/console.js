// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const readline = require('node:readline');

/**
 * The built console, kept from everything that belongs to whoever runs the tests. `phone` is a started simulator, `tunnel`
 * the way from it to the console, `settings` what its user has set before, by the names in the file.
 */
function settle({ phone, tunnel, line, settings = {} }) {
  const program = process.env.ANTEROOM_BINARY;
  if (!program) throw new Error('ANTEROOM_BINARY must name the built anteroom');
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'anteroom-contract-'));
  const data = path.join(home, 'desk');
  const environment = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    LC_ALL: 'C.UTF-8',
    TWILIO_ACCOUNT_SID: phone.sid,
    TWILIO_AUTH_TOKEN: phone.token,
  };
  fs.mkdirSync(path.join(home, 'config', 'anteroom'), { recursive: true });
  fs.writeFileSync(path.join(home, 'config', 'anteroom', 'settings.json'), JSON.stringify(settings));
  const place = ['--data-dir', data, '--twilio-url', phone.restOrigin, '--line', line];

  function launch(args) {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env: environment });
    const lines = [];
    const ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(signal || code));
    });
    const first = new Promise((resolve, reject) => {
      readline.createInterface({ input: child.stdout }).on('line', (text) => {
        lines.push(text);
        resolve(text);
      });
      ended.then((code) => reject(new Error('anteroom ended with ' + code + ' and said nothing')), reject);
    });
    first.catch(() => {});
    return { child, lines, first, ended };
  }

  return {
    data,
    /** The console at work: {url, end(signal)}; the latter answers the exit code, or the signal it died of. */
    async run(...args) {
      const { child, first, ended } = launch(['--headless', '--listen', '127.0.0.1:0', '--public-url', tunnel.url, ...place, ...args]);
      const said = await first;
      tunnel.target = said.replace(/^listening /, '');
      return {
        url: tunnel.target,
        end(signal = 'SIGTERM') {
          child.kill(signal);
          return ended;
        },
      };
    },
    /** A task that prints something and ends. */
    async task(...args) {
      const { lines, ended } = launch([...place, ...args]);
      const code = await ended;
      if (code !== 0) throw new Error('anteroom ' + args[0] + ' ended with ' + code);
      return lines.join('\n');
    },
    clear() {
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

module.exports = { settle };
