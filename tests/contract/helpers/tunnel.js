// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const http = require('node:http');

/**
 * The way from the phone company to a console: a public address that stays the same while consoles come and go behind it.
 * Whatever comes while `target` is null (the tunnel is down) is answered 502, and remembered in `lost`.
 */
async function dig() {
  const tunnel = { url: '', target: null, lost: [] };
  const server = http.createServer((request, response) => {
    const refuse = () => {
      tunnel.lost.push(request.url);
      if (!response.headersSent) response.writeHead(502);
      response.end();
    };
    if (tunnel.target === null) {
      request.resume();
      refuse();
      return;
    }
    const forwarded = http.request(tunnel.target + request.url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', refuse);
    request.pipe(forwarded);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  tunnel.url = 'http://127.0.0.1:' + server.address().port;
  tunnel.fill = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return tunnel;
}

module.exports = { dig };
