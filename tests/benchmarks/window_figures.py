# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person at the window would feel: rows, clicks, scrolling, start, memory, and what an idle window costs."""

import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import tempfile
import threading
import time
import urllib.request

import first_paint
import machine

PHONE = "+14155550177"
# Measured inside one process; on any core, since the window and its engine are two threads that users run side by side.
ANY_CORE = None


class PhoneCompany(machine.Program):
    """The simulator, steered under /simulator/."""

    def __init__(self, build):
        super().__init__([build / "app/simulator/anteroom-simulator", "--listen", "127.0.0.1:0"], core=ANY_CORE)
        self.control("PUT", "account", {"concurrency": 5000})

    def control(self, method, path, body):
        request = urllib.request.Request(f"{self.url}/simulator/{path}", method=method, data=json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def line(self):
        manager = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        manager.add_password(None, self.url, machine.ACCOUNT, machine.TOKEN)
        opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(manager))
        path = f"/2010-04-01/Accounts/{machine.ACCOUNT}/IncomingPhoneNumbers.json"
        with opener.open(self.url + path, timeout=30) as answer:
            return json.loads(answer.read())["incoming_phone_numbers"][0]["phone_number"]

    def dial(self, count):
        line = self.line()
        for number in range(count):
            self.control("POST", "calls", {"from": f"+1408555{number:04d}", "to": line, "caller_name": f"CALLER {number}",
                                           "city": "San Jose", "state": "CA", "country": "US"})


def instrument(build, *options, speaks=False, core=ANY_CORE):
    return machine.Program([build / "tests/benchmarks/anteroom-bench-window", *options], core=core, speaks=speaks)


def painted_rows(build, rows):
    with instrument(build, "--mode", "paint", "--rows", str(rows), "--samples", "300") as program:
        return program.report(f"300 painted rows below {rows:,} callers", 60)


def clicks(build, samples, delay):
    with PhoneCompany(build) as company:
        company.control("PUT", "phones/" + urllib.request.quote(PHONE), {"behaviour": "busy", "after_seconds": 0})
        with instrument(build, "--mode", "click", "--samples", str(samples), "--delay", str(delay), "--rest", company.url,
                        "--line", company.line(), speaks=True) as program:
            company.dial(3)
            return program.report(f"{samples} clicks", 30 + 2 * samples)


def close_out(build, callers, latency):
    with PhoneCompany(build) as company:
        company.control("PUT", "faults", {"latency_ms": latency})
        with instrument(build, "--mode", "closeout", "--rows", str(callers), "--rest", company.url, "--line", company.line(),
                        speaks=True) as program:
            company.dial(callers)
            return program.report(f"a close-out of {callers:,} callers", 90)


def while_scrolling(build, rows):
    """Whole lives of calls at a live show's utmost pace, while 5,000 others are being scrolled through."""
    with instrument(build, "--mode", "hold", "--rows", str(rows), "--scroll", speaks=True) as program:
        return machine.load(build, program.port, connections=16, requests=20_000, mix="lives", first_sid="a0000000",
                            public_url=program.url)


def idle_share(build, rows, seconds=15):
    with instrument(build, "--mode", "hold", "--rows", str(rows), speaks=True) as program:
        threading.Event().wait(5)  # what follows the filling is not idling
        before, since = program.cpu_seconds(), time.monotonic()
        threading.Event().wait(seconds)
        return (program.cpu_seconds() - before) / (time.monotonic() - since)


def rehearsal(build, folder, callers):
    return [str(build / "app/anteroom"), "--rehearse", "--callers", str(callers), "--arrivals", "0", "--data-dir", folder]


def clean_home(folder):
    """A first start every time: no settings of the user's, nothing left of the run before."""
    home = pathlib.Path(folder)
    return {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"), "XDG_RUNTIME_DIR": folder}


def start_times(build, rounds):
    """Console and bare window in turn; seconds of each, and the median of the ratios."""
    console, bare = [], []
    for _ in range(2 * rounds + 1):
        folder = tempfile.mkdtemp(prefix="benchmark-", dir=build)
        try:
            environment = clean_home(folder)
            bare.append(first_paint.first_paint([str(build / "tests/benchmarks/anteroom-bench-bare-window")], environment))
            console.append(first_paint.first_paint(rehearsal(build, folder, 50), environment))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    # The first round filled the page cache.
    console, bare = console[1:], bare[1:]
    return statistics.median(console), statistics.median(bare), statistics.median(a / b for a, b in zip(console, bare))


def callers_so_far(folder):
    """Read from the rehearsal's journal: everybody who has called, whether they still wait or not."""
    file = pathlib.Path(folder) / "anteroom.db"
    try:
        with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)) as journal:
            return journal.execute("SELECT count(*) FROM (SELECT sid FROM calls UNION SELECT sid FROM past_calls)").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # not there yet


def rehearsal_memory(build, callers, patience=60):
    folder = tempfile.mkdtemp(prefix="benchmark-", dir=build)
    try:
        command = [*rehearsal(build, folder, callers), "--speed", "5"]  # two a second would take a minute
        with machine.Program(command, core=ANY_CORE, environment=clean_home(folder), speaks=False) as program:
            end = time.monotonic() + patience
            while (came := callers_so_far(folder)) < callers:
                if time.monotonic() > end or program.child.poll() is not None:
                    raise machine.Trouble(f"Only {came} of the rehearsal's {callers} callers had come within {patience} s: "
                                          f"{program.last_line()}")
                threading.Event().wait(0.2)
            threading.Event().wait(3)  # the last of them is being greeted
            return program.pss_kilobytes() / 1024
    finally:
        shutil.rmtree(folder, ignore_errors=True)
