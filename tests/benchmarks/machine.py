# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs under measurement: on which core they run, what they cost, and how they are ended."""

import atexit
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading

ACCOUNT = "AC" + "a" * 32
TOKEN = "0123456789abcdef0123456789abcdef"
LOGIN = {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}
PUBLIC_URL = "https://desk.example.com"
LINE = "+15105550100"

CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, CLIENT_CORE = CORES[0], CORES[-1]


class Trouble(Exception):
    """A measurement that could not be made; the text says why."""


def prefer():
    """What is measured goes before other work on this machine, where that is allowed."""
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -15)
        # Where Linux shares the processors between sessions, niceness only counts within one.
        session = pathlib.Path("/proc/self/autogroup")
        nice = session.read_text().rsplit(" ", 1)[1].strip()
        session.write_text("-15")
        atexit.register(session.write_text, nice)
        return True
    except (OSError, IndexError):
        return False


def on_core(core):
    return lambda: os.sched_setaffinity(0, {core})


class Program:
    """A child that runs on one core, or on any with core None; its log is kept for the case that it fails."""

    def __init__(self, command, core=SERVER_CORE, environment=None, speaks=True, patience=30):
        self.name = pathlib.Path(command[0]).name
        self.log = tempfile.TemporaryFile("w+")
        self.url = ""
        self._listens = threading.Event()
        self._said = threading.Condition()
        self._silent = False  # it has closed its standard output, which it does by ending
        self.child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=self.log, text=True,
                                      preexec_fn=on_core(core) if core is not None else None,
                                      env={**os.environ, **LOGIN, **(environment or {})})
        self.lines = []
        threading.Thread(target=self._read, daemon=True).start()
        if speaks and not self._listens.wait(patience):
            self.stop()
            raise Trouble(f"{self.name} did not say within {patience} s that it listens.\n{self.last_words()}")
        if speaks and not self.url:
            raise Trouble(f"{self.name} ended before it listened: {self.last_line()}\n{self.last_words()}")

    def _read(self):
        for line in self.child.stdout:
            with self._said:
                self.lines.append(line.rstrip())
                self._said.notify_all()
            if line.startswith("listening "):
                self.url = line.split()[1]
                self._listens.set()
        with self._said:
            self._silent = True
            self._said.notify_all()
        self._listens.set()

    def report(self, awaited, seconds):
        """The line of JSON in which an instrument says what it has measured; whether it then ends is its own affair."""
        def found():
            return next((line for line in self.lines if line.startswith("{")), None)

        with self._said:
            self._said.wait_for(lambda: found() or self._silent, seconds)
            line = found()
        if line:
            return json.loads(line)
        if self._silent:
            raise Trouble(f"{self.name} ended before it reported {awaited}: {self.last_line()}\n{self.last_words()}")
        raise Trouble(f"{self.name} did not report {awaited} within {seconds} s.\n{self.last_words()}")

    @property
    def port(self):
        return int(self.url.rsplit(":", 1)[1].rstrip("/"))

    def cpu_seconds(self):
        """Of all its threads, user and system."""
        fields = pathlib.Path(f"/proc/{self.child.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def pss_kilobytes(self):
        """Its share of the memory: what is its own, and its part of what it shares with others."""
        for line in pathlib.Path(f"/proc/{self.child.pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
        raise Trouble("The kernel does not tell the proportional set size.")

    def last_words(self):
        self.log.seek(0)
        return "".join(self.log.readlines()[-20:])

    def last_line(self):
        return (self.last_words().strip().splitlines() or ["it said nothing"])[-1]

    def stop(self, seconds=10):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
            try:
                self.child.wait(seconds)
            except subprocess.TimeoutExpired:
                print(f"  {self.name} did not end within {seconds} s of SIGTERM and was killed.", file=sys.stderr)
                self.child.kill()
                self.child.wait()
        return self.child.returncode

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def load(build, port, patience=60, **options):
    """What the load generator reports; underscores in option names stand for hyphens."""
    command = [build / "tests/benchmarks/anteroom-bench-load", "--port", str(port)]
    options = {"public_url": PUBLIC_URL, "line": LINE, **options}
    for name, value in options.items():
        command += ["--" + name.replace("_", "-"), str(value)]
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, preexec_fn=on_core(CLIENT_CORE),
                              env={**os.environ, **LOGIN}, timeout=patience)
    except subprocess.TimeoutExpired as late:
        raise Trouble(f"{options.get('requests', 'the')} requests to port {port} were not answered within {patience} s.") from late
    if done.returncode != 0:
        raise Trouble(f"The load generator failed: {done.stderr.strip()} {done.stdout.strip()}")
    return json.loads(done.stdout)
