# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A seat without a window: JSON-RPC 2.0 over one WebSocket (RFC 6455), as app/seats/PROTOCOL.md describes it."""

import base64
import hashlib
import json
import os
import socket
import struct
import threading
import urllib.parse

from harness import Failure, expect, until

PATIENCE = 90  # seconds for one answer


class Rejected(Exception):
    """The desk did not let this seat in; status is its HTTP status."""

    def __init__(self, status):
        super().__init__(f"HTTP {status}")
        self.status = status


class Refused(Exception):
    """The desk refused a request with a JSON-RPC error."""

    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error["code"]
        self.data = error.get("data") or {}


class Seat:
    """One open socket. A thread keeps `calls` as whoever fetched the queue once and applies every change holds it."""

    def __init__(self, url, token, protocol="anteroom.seat.v1"):
        place = urllib.parse.urlsplit(url)
        self.socket = socket.create_connection((place.hostname, place.port), timeout=PATIENCE)
        self.stream = self.socket.makefile("rb")
        self.writing = threading.Lock()
        self.news = threading.Condition()
        self.answers = {}
        self.notices = []
        self.progress = []
        self.calls = {}
        self.revision = None
        self.early = []
        self.line_open = None
        self.close_code = None
        self.closed = False
        self.next_id = 0
        key = base64.b64encode(os.urandom(16)).decode()
        login = f"Authorization: Bearer {token}\r\n" if token else ""
        self.socket.sendall((f"GET /seat HTTP/1.1\r\nHost: {place.netloc}\r\nUpgrade: websocket\r\n"
                             f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
                             f"Sec-WebSocket-Protocol: {protocol}\r\n{login}\r\n").encode())
        status = int(self.stream.readline().split()[1])
        headers = {}
        while line := self.stream.readline().strip():
            name, _, value = line.decode().partition(":")
            headers[name.lower()] = value.strip()
        if status != 101:
            raise Rejected(status)
        proof = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        expect(headers.get("sec-websocket-accept") == base64.b64encode(proof).decode(), "a wrong handshake")
        expect(headers.get("sec-websocket-protocol") == protocol, f"the subprotocol is missing: {headers}")
        self.socket.settimeout(None)
        threading.Thread(target=self._listen, daemon=True).start()
        self._fetch_queue()

    def _send(self, opcode, payload):
        mask = os.urandom(4)
        size = len(payload)
        head = bytes([0x80 | opcode])
        if size < 126:
            head += bytes([0x80 | size])
        elif size < 65536:
            head += bytes([0x80 | 126]) + struct.pack(">H", size)
        else:
            head += bytes([0x80 | 127]) + struct.pack(">Q", size)
        with self.writing:
            self.socket.sendall(head + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(payload)))

    def _frame(self):
        first, second = self.stream.read(2)
        size = second & 0x7F
        if size == 126:
            size = struct.unpack(">H", self.stream.read(2))[0]
        elif size == 127:
            size = struct.unpack(">Q", self.stream.read(8))[0]
        return first & 0x80, first & 0x0F, self.stream.read(size)

    def _listen(self):
        message = b""
        try:
            while True:
                final, opcode, payload = self._frame()
                if opcode == 0x8:
                    self.close_code = struct.unpack(">H", payload[:2])[0] if len(payload) >= 2 else None
                    break
                if opcode == 0x9:
                    self._send(0xA, payload)
                elif opcode in (0x0, 0x1):
                    message += payload
                    if final:
                        self._take(json.loads(message))
                        message = b""
        except (OSError, ValueError):
            pass  # cut off: closed says so
        with self.news:
            self.closed = True
            self.news.notify_all()

    def _take(self, message):
        with self.news:
            if isinstance(message, dict) and "method" in message:
                self._hear(message["method"], message["params"])
            else:
                first = message[0] if isinstance(message, list) else message
                self.answers[first.get("id")] = message
            self.news.notify_all()

    def _hear(self, method, params):
        if method == "queue.changed":
            if self.revision is None:
                self.early.append(params)
            else:
                self._apply(params)
        elif method == "line.changed":
            self.line_open = params["open"]
        elif method == "closeOut.progress":
            self.progress.append(params)
        elif method == "seat.notice":
            self.notices.append(params["sentence"])

    def _apply(self, change):
        if change["revision"] <= self.revision:
            return
        self.revision = change["revision"]
        for call in change["calls"]:
            self.calls[call["call_sid"]] = call
        for sid in change["removed"]:
            self.calls.pop(sid, None)

    def _fetch_queue(self):
        whole = self.ask("queue.get")
        with self.news:
            self.calls = {call["call_sid"]: call for call in whole["calls"]}
            self.revision = whole["revision"]
            self.line_open = whole["line"]["open"]
            for change in self.early:
                self._apply(change)
            self.early = []

    def raw(self, message, answer_id):
        """Sends text or a value as it stands and answers what came back under that id."""
        text = message if isinstance(message, str) else json.dumps(message)
        self._send(0x1, text.encode())
        with self.news:
            if not self.news.wait_for(lambda: answer_id in self.answers or self.closed, PATIENCE):
                raise Failure(f"no answer to {text}")
            if answer_id not in self.answers:
                raise Failure(f"the desk closed ({self.close_code}) instead of answering {text}")
            return self.answers.pop(answer_id)

    def ask(self, method, **params):
        """The result, or Refused."""
        self.next_id += 1
        answer = self.raw({"jsonrpc": "2.0", "id": self.next_id, "method": method, "params": params}, self.next_id)
        if "error" in answer:
            raise Refused(answer["error"])
        return answer["result"]

    def refusal(self, method, **params):
        """The refusal that this request must bring."""
        try:
            result = self.ask(method, **params)
        except Refused as refused:
            expect(str(refused), f"{method} was refused without a sentence")
            return refused
        raise Failure(f"{method} {params} was not refused but answered {result}")

    def call(self, sid):
        with self.news:
            return self.calls.get(sid)

    def state(self, sid):
        call = self.call(sid)
        return call["state"] if call else None

    def waiting(self):
        """The SIDs of all who wait, in the order of their positions."""
        with self.news:
            rows = [call for call in self.calls.values() if call["state"] == "waiting"]
        return [call["call_sid"] for call in sorted(rows, key=lambda call: call["position"])]

    def until_state(self, sid, state):
        until(f"{sid} is {state}", lambda: self.state(sid) == state)
        return self.call(sid)

    def until_closed(self):
        with self.news:
            expect(self.news.wait_for(lambda: self.closed, PATIENCE), "the desk keeps the socket open")
        return self.close_code


def lets_in(desk, token):
    try:
        Seat(desk.url, token).socket.close()
        return True
    except Rejected:
        return False


def add_seat(desk, name, role, *more):
    """Makes a seat while the desk runs; answers its token once the desk knows it."""
    code, output, complaint = desk.task("--data-dir", desk.data, "--add-seat", name, "--role", role, *more)
    expect(code == 0, f"--add-seat failed: {complaint}")
    token = output.strip()
    expect(len(token.split()) == 1, f"--add-seat prints only a token, not {output!r}")
    until("the desk knows the new seat", lambda: lets_in(desk, token))
    return token
