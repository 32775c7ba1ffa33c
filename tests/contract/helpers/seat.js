// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const crypto = require('node:crypto');
const http = require('node:http');

/** One masked text or control frame (RFC 6455), as a client sends it. */
function frame(opcode, payload) {
  const size = payload.length;
  const head = Buffer.alloc(size < 126 ? 2 : 4);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (size < 126 ? size : 126);
  if (size >= 126) head.writeUInt16BE(size, 2);
  const mask = crypto.randomBytes(4);
  return Buffer.concat([head, mask, payload.map((byte, i) => byte ^ mask[i % 4])]);
}

/** The first whole frame of these bytes: {opcode, last, payload, rest}, or null. A server does not mask. */
function unframe(bytes) {
  if (bytes.length < 2) return null;
  let size = bytes[1] & 0x7f;
  let at = 2;
  if (size === 126) at = 4;
  if (size === 127) at = 10;
  if (bytes.length < at) return null;
  if (size === 126) size = bytes.readUInt16BE(2);
  if (size === 127) size = Number(bytes.readBigUInt64BE(2));
  if (bytes.length < at + size) return null;
  return { opcode: bytes[0] & 0xf, last: bytes[0] >= 0x80, payload: bytes.subarray(at, at + size), rest: bytes.subarray(at + size) };
}

/** What a seat knows: keeps `calls` as app/seats/PROTOCOL.md says, and those that left the queue too. */
class Seat {
  constructor(socket) {
    this.socket = socket;
    this.calls = new Map();
    this.notices = [];
    this.progress = null;
    this.pending = new Map();
    this.input = Buffer.alloc(0);
    this.text = [];
    socket.on('data', (bytes) => this.read(bytes));
    socket.on('error', () => {});
    socket.on('close', () => {
      for (const { reject } of this.pending.values()) reject(new Error('the desk has closed the seat'));
    });
  }

  read(bytes) {
    this.input = Buffer.concat([this.input, bytes]);
    for (let got = unframe(this.input); got; got = unframe(this.input)) {
      this.input = got.rest;
      if (got.opcode === 9) this.socket.write(frame(10, got.payload));
      if (got.opcode > 2) continue;
      this.text.push(got.payload);
      if (!got.last) continue;
      this.hear(JSON.parse(Buffer.concat(this.text).toString('utf8')));
      this.text = [];
    }
  }

  hear(message) {
    if (message.id !== undefined) {
      const { resolve, reject } = this.pending.get(message.id);
      this.pending.delete(message.id);
      if (message.error) reject(Object.assign(new Error(message.error.message), message.error));
      else resolve(message.result);
    } else if (message.method === 'queue.changed') {
      this.take(message.params.calls);
    } else if (message.method === 'seat.notice') {
      this.notices.push(message.params.sentence);
    } else if (message.method === 'closeOut.progress') {
      this.progress = message.params;
    }
  }

  take(calls) {
    for (const call of calls) this.calls.set(call.call_sid, call);
  }

  ask(method, params = {}) {
    const id = crypto.randomUUID();
    if (this.socket.destroyed) return Promise.reject(new Error('the desk has closed the seat'));
    this.socket.write(frame(1, Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, method, params }))));
    return new Promise((resolve, reject) => this.pending.set(id, { resolve, reject }));
  }

  leave() {
    this.socket.destroy();
  }
}

/** Sits down at the desk that listens at `url`. */
async function sit(url, token) {
  const socket = await new Promise((resolve, reject) => {
    const request = http.request(url + '/seat', {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        Authorization: 'Bearer ' + token,
        'Sec-WebSocket-Key': crypto.randomBytes(16).toString('base64'),
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Protocol': 'anteroom.seat.v1',
      },
    });
    request.on('upgrade', (response, upgraded, head) => {
      if (head.length) upgraded.unshift(head);
      resolve(upgraded);
    });
    request.on('response', (response) => reject(new Error('the desk does not let the seat in: ' + response.statusCode)));
    request.on('error', reject);
    request.end();
  });
  const seat = new Seat(socket);
  const queue = await seat.ask('queue.get');
  seat.take(queue.calls);
  return seat;
}

module.exports = { sit };
