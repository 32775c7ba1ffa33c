# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every benchmark and prints one Markdown table, ready for the README. Called by packaging/benchmark."""

import argparse
import datetime
import os
import pathlib
import statistics
import subprocess
import sys
import time
import traceback

import engine_figures
import first_paint
import machine
import restart
import webhooks
import window_figures

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, measured, wanted="", met=None):
        mark = "" if met is None else ("yes" if met else "**no**")
        self.rows.append((what, measured, wanted, mark))
        print(f"  {what}: {measured} {('(wanted: ' + wanted + ', ' + mark.strip('*') + ')') if wanted else ''}", file=sys.stderr)

    def markdown(self):
        head = "| what | measured | wanted | met |\n|---|---|---|---|\n"
        return head + "".join(f"| {' | '.join(row)} |\n" for row in self.rows)


def add_webhooks(table, build, rounds):
    for connections in (1, 16):
        got = webhooks.compare(build, rounds, connections, "arrivals")
        console, express, epoll = got["console"], got["express"], got["epoll"]
        where = f"{connections} connection" + ("s" if connections > 1 else "")
        table.add(f"signed webhooks per second on one core, {where}",
                  f"{console['per_second']:,.0f} (Express {express['per_second']:,.0f}, bare epoll {epoll['per_second']:,.0f})")
        if connections == 16:
            table.add("the same, compared with Express and the SDK, which store nothing", f"{got['to_express']:.1f} times",
                      "at least 8", got["to_express"] >= 8)
            table.add("the same, compared with a bare epoll loop with the same check", f"{got['to_epoll']:.2f} times",
                      "reach for 0.5", got["to_epoll"] >= 0.5)
            table.add("the same two ratios per second of processor time, immune to other work on the machine",
                      f"{got['to_express_cpu']:.1f} and {got['to_epoll_cpu']:.2f} times")
            table.add(f"webhook answered, durable, {where}: median, p99",
                      f"{console['p50_ms']:.2f} ms, {console['p99_ms']:.2f} ms (Express {express['p50_ms']:.1f}, "
                      f"{express['p99_ms']:.1f})", "p99 under 5 ms", console["p99_ms"] < 5)
    got = webhooks.compare(build, 1, 16, "lives")
    table.add("the same, whole lives of calls (ring, greeted, left the queue, ended)",
              f"{got['console']['per_second']:,.0f} per second, {got['to_express']:.1f} times Express")


def add_engine(table, build, _):
    per_call = engine_figures.bytes_per_waiting_call(build)
    table.add("memory per waiting call, without a window", f"{per_call / 1024:.1f} kB")
    table.add("instructions per webhook (callgrind, all threads)", f"{engine_figures.instructions_per_webhook(build):,.0f}")


def add_rows(table, build, rounds):
    for rows in (10, 500, 5000):
        reports = [window_figures.painted_rows(build, rows) for _ in range(rounds)]
        p50, p99 = (statistics.median(report[key] for report in reports) for key in ("p50_ms", "p99_ms"))
        table.add(f"webhook to painted row, {rows:,} callers: median, p99", f"{p50:.1f} ms, {p99:.1f} ms", "p99 within 16 ms",
                  p99 <= 16)


def add_scrolling(table, build, rounds):
    p99 = statistics.median(window_figures.while_scrolling(build, 5000)["p99_ms"] for _ in range(rounds))
    table.add("webhooks at 16 connections while the window scrolls 5,000 rows: p99", f"{p99:.2f} ms", "under 5 ms", p99 < 5)


def add_idle(table, build, _):
    share = window_figures.idle_share(build, 5000)
    table.add("an idle window with 5,000 callers", f"{share * 100:.2f} % of a core", "below 2 %", share < 0.02)


def add_clicks(table, build, _):
    near = window_figures.clicks(build, 15, 0)
    table.add("click to request on the wire: median, slowest of 15", f"{near['p50_ms']:.2f} ms, {near['max_ms']:.2f} ms",
              "under 2 ms", near["p50_ms"] < 2)
    delay = 100
    far = window_figures.clicks(build, 9, delay)
    table.add(f"click to the phone company's answer with {delay} ms each way, requests before it",
              f"{far['answer_p50_ms']:.0f} ms, {far['requests_before_p50']}", "one round trip",
              far["answer_p50_ms"] < 2.5 * delay and far["requests_before_p50"] == 0)


def add_close_out(table, build, _):
    callers, latency, parallel = 1000, 100, 8
    got = window_figures.close_out(build, callers, latency)
    share = got["seconds"] / (callers * latency / 1000 / parallel)
    table.add(f"close-out of {callers:,} callers at {latency} ms a request, {parallel} at a time",
              f"{got['seconds']:.1f} s, {share:.2f} times the least possible", "at most 1.2", share <= 1.2 and got["failed"] == 0)


def add_start(table, build, rounds):
    console, bare, ratio = window_figures.start_times(build, rounds)
    table.add("start to first painted window, compared with a bare Qt window with a table",
              f"{console * 1000:.0f} ms and {bare * 1000:.0f} ms, {ratio:.2f} times", "at most 2", ratio <= 2)


def add_restart(table, build, rounds):
    callers = 200
    seconds = restart.restart_seconds(build, callers, rounds)
    table.add(f"restart after kill -9 until a seat reads the same queue, order, notes and connected call, {callers} callers",
              f"{statistics.median(seconds):.2f} s, slowest of {len(seconds)}: {max(seconds):.2f} s", "within 2 s",
              max(seconds) <= 2)


def add_memory(table, build, _):
    megabytes = window_figures.rehearsal_memory(build, 100)
    table.add("memory (PSS) of a rehearsal with 100 callers, its phone company included", f"{megabytes:.0f} MB", "at most 60 MB",
              megabytes <= 60)


SECTIONS = {"webhooks": add_webhooks, "engine": add_engine, "rows": add_rows, "scrolling": add_scrolling, "idle": add_idle,
            "clicks": add_clicks, "closeout": add_close_out, "start": add_start, "restart": add_restart, "memory": add_memory}


def heading():
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    processor = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
                      if line.startswith("model name")), "unknown processor")
    day = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    return (f"Measured on {day} at commit {commit or 'unknown'}, {processor}, {len(machine.CORES)} cores, load average "
            f"{os.getloadavg()[0]:.1f} at the start, each figure the median of its rounds. Repeat with `packaging/benchmark`.\n\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="a release build with ANTEROOM_BENCHMARKS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=SECTIONS, action="append", help="may be given several times")
    parser.add_argument("--out", type=pathlib.Path, help="where the table is written besides standard output")
    options = parser.parse_args()
    machine.prefer()
    table, head, failed = Table(), heading(), False
    with first_paint.held_screen():
        for name in options.only or SECTIONS:
            print(f"== {name}", file=sys.stderr)
            since = time.monotonic()
            try:
                SECTIONS[name](table, options.build.resolve(), options.rounds)
            except (machine.Trouble, first_paint.NoWindow, OSError, subprocess.SubprocessError) as trouble:
                failed = True
                traceback.print_exc()
                table.add(f"{name}: not measured", str(trouble).splitlines()[0])
            print(f"  ({time.monotonic() - since:.0f} s)", file=sys.stderr)
    text = head + table.markdown()
    if options.out:
        options.out.write_text("# Benchmarks\n\n" + text, encoding="utf-8")
    print(text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
