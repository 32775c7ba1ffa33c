# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every benchmark and prints one Markdown table, ready for the README. Called by packaging/benchmark."""

import argparse
import datetime
import os
import pathlib
import subprocess
import sys
import traceback

import machine
import webhooks

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


SECTIONS = {"webhooks": add_webhooks}


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
    for name in options.only or SECTIONS:
        print(f"== {name}", file=sys.stderr)
        try:
            SECTIONS[name](table, options.build.resolve(), options.rounds)
        except (machine.Trouble, OSError, subprocess.SubprocessError) as trouble:
            failed = True
            traceback.print_exc()
            table.add(f"{name}: not measured", str(trouble).splitlines()[0])
    text = head + table.markdown()
    if options.out:
        options.out.write_text("# Benchmarks\n\n" + text, encoding="utf-8")
    print(text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
