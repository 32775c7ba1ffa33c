# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories share: a simulated phone company and a console as processes of their own, steered from outside.

A story waits for conditions, never for seconds; until() fails with what it last saw.
"""

import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

ACCOUNT = "AC" + "a" * 32
TOKEN = "5" * 32
PHONE = "+14155550177"


class Failure(Exception):
    """The story went differently."""


def until(what, condition, seconds=60):
    """Asks condition() again and again until it is true; answers what it answered."""
    end = time.monotonic() + seconds
    seen = None
    pause = threading.Event()
    while time.monotonic() < end:
        seen = condition()
        if seen:
            return seen
        pause.wait(0.05)
    raise Failure(f"never came true in {seconds} s: {what} (last seen: {seen!r})")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """A child whose one line "listening http://..." says that it is ready. Its log is kept and shown on failure."""

    def __init__(self, name, arguments, environment=None):
        self.name = name
        self.log = tempfile.NamedTemporaryFile("w+", prefix=f"{name}-", suffix=".log", delete=False)
        self.child = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=self.log, text=True,
                                      env={**os.environ, **(environment or {})})
        self.url = ""
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.child.stdout:
            if line.startswith("listening "):
                self.url = line.split()[1]

    def wait_until_ready(self, seconds=60):
        until(f"{self.name} listens", lambda: self.url or self._must_run(), seconds)
        return self

    def _must_run(self):
        if self.child.poll() is not None:
            raise Failure(f"{self.name} ended with {self.child.returncode}:\n{self.tail()}")
        return ""

    def tail(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8", errors="replace") as log:
            return "".join(log.readlines()[-40:])

    def kill(self):
        """As the kernel does when memory is short: no chance to say goodbye."""
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()

    def stop(self):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
            try:
                self.child.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
                raise Failure(f"{self.name} did not stop within 10 s of SIGTERM:\n{self.tail()}") from None
        return self.child.returncode


class PhoneCompany(Process):
    """The simulator, with its control requests as verbs."""

    def __init__(self, seed=1):
        super().__init__("simulator", [os.environ["ANTEROOM_SIMULATOR"], "--listen", "127.0.0.1:0", "--seed", str(seed)],
                         {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN})
        self.wait_until_ready()

    def control(self, method, path, body=None):
        request = urllib.request.Request(self.url + "/simulator/" + path, method=method,
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def rest(self, path):
        login = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        request = urllib.request.Request(f"{self.url}/2010-04-01/Accounts/{ACCOUNT}/{path}",
                                         headers={"Authorization": "Basic " + login})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    def first_line(self):
        return self.rest("IncomingPhoneNumbers.json")["incoming_phone_numbers"][0]["phone_number"]

    def dials(self, number, line, name, city="Oakland", state="CA"):
        """Somebody dials; answers the call's SID."""
        return self.control("POST", "calls", {"from": number, "to": line, "caller_name": name, "city": city,
                                              "state": state, "country": "US"})["call_sid"]

    def call(self, sid):
        return self.control("GET", f"calls/{sid}")

    def hangs_up(self, sid):
        self.control("POST", f"calls/{sid}/hangup", {})

    def phone_will(self, behaviour, **more):
        self.control("PUT", "phones/" + urllib.parse.quote(PHONE), {"behaviour": behaviour, **more})

    def faults(self, **faults):
        self.control("PUT", "faults", faults)

    def time_runs(self, speed):
        self.control("PUT", "clock", {"speed": speed})

    def calls_to(self, number):
        return self.rest("Calls.json?PageSize=1000&To=" + urllib.parse.quote(number))["calls"]


class Console(Process):
    """The console as a user starts it, with or without its window."""

    def __init__(self, company, data, port, line, *options):
        super().__init__("anteroom", [os.environ["ANTEROOM_BINARY"], "--twilio-url", company.url, "--public-url",
                                      f"http://127.0.0.1:{port}", "--listen", f"127.0.0.1:{port}", "--data-dir", data,
                                      "--line", line, "--queue", "morning-talk", "--phone", PHONE, "--connect-number",
                                      *options],
                         {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        self.wait_until_ready()


def run(story):
    """Runs one story in a folder of its own; on failure says why and shows every log."""
    folder = tempfile.mkdtemp(prefix="anteroom-story-")
    processes = []
    try:
        story(folder, processes)
        print(f"{story.__name__}: passed")
        return 0
    except (Failure, urllib.error.URLError, KeyError, OSError) as problem:
        print(f"{story.__name__}: FAILED: {type(problem).__name__}: {problem}", file=sys.stderr)
        for process in processes:
            print(f"--- the last lines of {process.name}:\n{process.tail()}", file=sys.stderr)
        return 1
    finally:
        for process in processes:
            if process.child.poll() is None:
                process.kill()
        shutil.rmtree(folder, ignore_errors=True)
