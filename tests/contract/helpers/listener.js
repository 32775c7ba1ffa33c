// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const http = require('node:http');
const twilio = require('twilio');

/**
 * A small application server as the phone company's customers write them. `routes` maps a path to a function that gets
 * the parameters and returns a document (a VoiceResponse, or any text). Every request is checked with the SDK's own
 * validateRequest first; a forged one is answered 403.
 */
async function listen(token, routes = {}) {
  const received = [];
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = origin + request.url;
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
    const query = Object.fromEntries(new URL(url).searchParams);
    const signed = twilio.validateRequest(token, request.headers['x-twilio-signature'] || '', url, form);
    const entry = {
      path: request.url.split('?')[0],
      method: request.method,
      parameters: request.method === 'POST' ? { ...query, ...form } : query,
      headers: request.headers,
      signed,
    };
    received.push(entry);
    const route = routes[entry.path];
    if (!signed || !route) {
      response.writeHead(signed ? 404 : 403).end();
      return;
    }
    const answer = route(entry.parameters, entry);
    response.writeHead(200, { 'content-type': 'text/xml' }).end(String(answer ?? '<Response/>'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = 'http://127.0.0.1:' + server.address().port;
  return {
    origin,
    received,
    routes,
    on(path) {
      return received.filter((entry) => entry.path === path);
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

module.exports = { listen };
