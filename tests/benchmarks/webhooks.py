# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signed webhooks per second on one core: the console, Express with the SDK, and a bare epoll loop, in turn."""

import pathlib
import shutil
import statistics
import tempfile

import machine

HERE = pathlib.Path(__file__).parent
# Enough for some seconds each; the slow one gets fewer, or it alone would take most of the time.
REQUESTS = {"express": 8_000, "console": 40_000, "epoll": 60_000}


class Console(machine.Program):
    """The engine without its window, its history on this disk. The phone company is out of reach: what is measured is the
    receiver's work, and a poll would only find that these callers do not exist."""

    def __init__(self, build, under=(), patience=30):
        self.folder = tempfile.mkdtemp(prefix="benchmark-", dir=build)
        super().__init__([*under, build / "app/anteroom", "--headless", "--listen", "127.0.0.1:0", "--public-url", machine.PUBLIC_URL,
                          "--twilio-url", "http://127.0.0.1:9", "--data-dir", self.folder, "--line", machine.LINE,
                          "--queue", "morning-talk"], patience=patience)

    def stop(self, seconds=10):
        status = super().stop(seconds)
        shutil.rmtree(self.folder, ignore_errors=True)
        return status


def server(which, build):
    if which == "express":
        return machine.Program(["node", HERE / "express/server.js", machine.PUBLIC_URL])
    if which == "epoll":
        return machine.Program([build / "tests/benchmarks/anteroom-bench-bare-epoll", machine.PUBLIC_URL])
    return Console(build)


def measure(which, build, connections, mix):
    """One server, started for this alone."""
    with server(which, build) as running:
        machine.load(build, running.port, requests=1, warm_up=1500, connections=connections, first_sid="f0000000")
        before = running.cpu_seconds()
        report = machine.load(build, running.port, requests=REQUESTS[which], warm_up=0, connections=connections, mix=mix)
        report["per_cpu_second"] = REQUESTS[which] / max(0.01, running.cpu_seconds() - before)
        return report


def compare(build, rounds, connections, mix):
    """Medians over the rounds; ratios are made within a round, so that a machine that changes its pace does not count."""
    reports = {which: [] for which in REQUESTS}
    for _ in range(rounds):
        for which in REQUESTS:
            reports[which].append(measure(which, build, connections, mix))

    def median(which, key):
        return statistics.median(report[key] for report in reports[which])

    def ratio(key, to):
        return statistics.median(a[key] / b[key] for a, b in zip(reports["console"], reports[to]))

    result = {which: {key: median(which, key) for key in ("per_second", "per_cpu_second", "p50_ms", "p99_ms")}
              for which in REQUESTS}
    result["to_express"] = ratio("per_second", "express")
    result["to_epoll"] = ratio("per_second", "epoll")
    result["to_express_cpu"] = ratio("per_cpu_second", "express")
    result["to_epoll_cpu"] = ratio("per_cpu_second", "epoll")
    return result
