# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories share: a simulated phone company and a console as processes of their own, steered from outside.

A story waits for conditions, never for seconds; until() fails with what it last saw. The limits are generous on purpose:
they only decide how long a broken program is waited for.
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
import traceback
import urllib.parse
import urllib.request

ACCOUNT = "AC" + "a" * 32
TOKEN = "5" * 32
PHONE = "+14155550177"
QUEUE = "morning-talk"
SKIPPED = 77  # the exit code by which a test says that it could not run here


class Failure(Exception):
    """The story went differently."""


def expect(truth, what):
    if not truth:
        raise Failure(what)


def until(what, condition, seconds=90):
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

    def __init__(self, name, arguments, folder, environment=None):
        self.name = name
        # Nothing of the user who runs this may be read or changed.
        home = os.path.join(folder, "home")
        private = {"HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
                   "XDG_CACHE_HOME": home + "/cache", "XDG_RUNTIME_DIR": home + "/run", "LANG": "C.UTF-8",
                   "LC_ALL": "C.UTF-8"}
        for place in private.values():
            if place.startswith(home):
                os.makedirs(place, mode=0o700, exist_ok=True)
        self.environment = {**os.environ, **private, **(environment or {})}
        self.log = tempfile.NamedTemporaryFile("w+", prefix=f"{name}-", suffix=".log", dir=folder, delete=False)
        self.child = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=self.log, text=True,
                                      env=self.environment)
        self.url = ""
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.child.stdout:
            if line.startswith("listening "):
                self.url = line.split()[1]

    def wait_until_ready(self, seconds=90):
        until(f"{self.name} listens", lambda: self.url or self._must_run(), seconds)
        return self

    def _must_run(self):
        if self.child.poll() is not None:
            raise Failure(f"{self.name} ended with {self.child.returncode}:\n{self.tail()}")
        return ""

    def tail(self):
        with open(self.log.name, encoding="utf-8", errors="replace") as log:
            return "".join(log.readlines()[-60:])

    def kill(self):
        """As the kernel does when memory is short: no chance to say goodbye."""
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()

    def stop(self):
        """SIGTERM; answers the exit code and how many seconds it took."""
        began = time.monotonic()
        self.child.send_signal(signal.SIGTERM)
        try:
            code = self.child.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure(f"{self.name} did not stop within 30 s of SIGTERM:\n{self.tail()}") from None
        return code, time.monotonic() - began


class PhoneCompany(Process):
    """The simulator, with its control requests as verbs."""

    def __init__(self, folder, seed=1):
        super().__init__("simulator",
                         [os.environ["ANTEROOM_SIMULATOR"], "--listen", "127.0.0.1:0", "--seed", str(seed)], folder,
                         {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN})
        self.wait_until_ready()

    def control(self, method, path, body=None):
        request = urllib.request.Request(self.url + "/simulator/" + path, method=method,
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def rest(self, path, form=None):
        login = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        request = urllib.request.Request(f"{self.url}/2010-04-01/Accounts/{ACCOUNT}/{path}",
                                         data=None if form is None else urllib.parse.urlencode(form).encode(),
                                         headers={"Authorization": "Basic " + login})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read())

    def first_number(self):
        """The whole record of the number that callers dial."""
        return self.rest("IncomingPhoneNumbers.json")["incoming_phone_numbers"][0]

    def line(self):
        return self.first_number()["phone_number"]

    def dials(self, number, line, name, city="Oakland", state="CA"):
        """Somebody dials; answers the call's SID."""
        return self.control("POST", "calls", {"from": number, "to": line, "caller_name": name, "city": city,
                                              "state": state, "country": "US"})["call_sid"]

    def call(self, sid):
        return self.control("GET", f"calls/{sid}")

    def place(self, sid):
        """Where a living call is: queue, conference, recording, document ...; "over" once it has ended."""
        call = self.call(sid)
        return "over" if call["status"] in ("completed", "no-answer", "busy", "failed", "canceled") \
            else call["where"]["place"]

    def spoken(self, sid):
        """Everything that was said to somebody, in order."""
        return [verb["text"] for verb in self.call(sid)["verbs"] if verb["verb"] == "Say"]

    def life(self, sid):
        """What happened to somebody, in one line."""
        verbs = [f"{verb['verb']} {verb['text'][:40]}".strip() for verb in self.call(sid)["verbs"]]
        return f"{self.call(sid)['from']}: {', '.join(verbs)}; now {self.place(sid)}"

    def hangs_up(self, sid):
        self.control("POST", f"calls/{sid}/hangup", {})

    def phone_will(self, behaviour, number=PHONE, **more):
        self.control("PUT", "phones/" + urllib.parse.quote(number), {"behaviour": behaviour, **more})

    def faults(self, **faults):
        self.control("PUT", "faults", faults)

    def guesses(self, **guesses):
        self.control("PUT", "guesses", guesses)

    def time_runs(self, speed):
        """Sets the speed of its clock; answers the time there, in ISO 8601."""
        return self.control("PUT", "clock", {"speed": speed})["now"]

    def calls_to(self, number):
        return self.rest("Calls.json?PageSize=1000&To=" + urllib.parse.quote(number))["calls"]


class Tunnel:
    """An address that leads to a port of this machine, or for a while nowhere."""

    def __init__(self, target):
        self.target = target
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.joined = []
        self.open()

    def open(self):
        self.door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._listen, args=(self.door,), daemon=True).start()

    def close(self):
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        for end in self.joined:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # has ended by itself
        self.joined = []

    def _listen(self, door):
        while True:
            try:
                outside, _ = door.accept()
                inside = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            self.joined += [outside, inside]
            for ends in ((outside, inside), (inside, outside)):
                threading.Thread(target=self._pass, args=ends, daemon=True).start()

    @staticmethod
    def _pass(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # cut off, on purpose or not


class Console(Process):
    """The console as a user starts it, with or without its window; by default it can be reached where it listens."""

    def __init__(self, company, folder, *options, port=0, wait=True, public_url=""):
        self.data = os.path.join(folder, "data")
        self.line = company.line()
        self.port = port or free_port()
        place = f"127.0.0.1:{self.port}"
        reached = [] if public_url is None else ["--public-url", public_url or f"http://{place}"]
        self.arguments = [os.environ["ANTEROOM_BINARY"], "--twilio-url", company.url, *reached, "--listen", place,
                          "--data-dir", self.data, "--line", self.line, "--queue", QUEUE, "--phone", PHONE]
        super().__init__("anteroom", [*self.arguments, *(options or ("--connect-number",))], folder,
                         {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN,
                          "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        if wait:
            self.wait_until_ready()

    def task(self, *options):
        """Runs the program once more for one of its tasks; answers exit code, output and complaint."""
        done = subprocess.run([self.arguments[0], *options], env=self.environment, capture_output=True, text=True,
                              timeout=120, check=False)
        return done.returncode, done.stdout, done.stderr


def run(*stories):
    """Runs each story, or those named on the command line, in a folder of its own; on failure shows every log."""
    chosen = [story for story in stories if len(sys.argv) < 2 or story.__name__ in sys.argv[1:]]
    for variable in ("ANTEROOM_BINARY", "ANTEROOM_SIMULATOR"):
        if not os.path.exists(os.environ.get(variable, "")):
            print(f"Skipped: {variable} does not name a program.")
            return SKIPPED
    for story in chosen:
        folder = tempfile.mkdtemp(prefix="anteroom-story-")
        processes = []
        try:
            story(folder, processes)
            print(f"{story.__name__}: passed", flush=True)
        except Exception as problem:  # whatever it was: the story has failed and its logs are wanted
            traceback.print_exc()
            print(f"{story.__name__}: FAILED: {problem}", file=sys.stderr)
            for process in processes:
                print(f"--- the last lines of {process.name}:\n{process.tail()}", file=sys.stderr)
            return 1
        finally:
            for process in processes:
                if process.child.poll() is None:
                    process.kill()
            shutil.rmtree(folder, ignore_errors=True)
    return 0
