# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one webhook and one waiting call cost the engine."""

import re
import shutil
import threading

import machine
import webhooks


def bytes_per_waiting_call(build, calls=10_000):
    """The first callers fill caches that do not grow any more; the growth after them is what a call takes."""
    with webhooks.Console(build) as console:
        machine.load(build, console.port, connections=4, requests=2_000, warm_up=0, mix="joins", first_sid="b0000000")
        threading.Event().wait(2)
        before = console.pss_kilobytes()
        machine.load(build, console.port, connections=4, requests=2 * calls, warm_up=0, mix="joins", first_sid="c0000000")
        threading.Event().wait(2)
        return (console.pss_kilobytes() - before) * 1024 / calls


def instructions(build, requests):
    """Of a whole run with so many webhooks, in all threads."""
    console = webhooks.Console(build, under=["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"], patience=120)
    with console:
        machine.load(build, console.port, connections=16, requests=requests, warm_up=0, patience=180)
        console.stop(60)  # it has its count to write
    found = re.search(r"Collected\s*:\s*(\d+)", console.last_words())
    if not found:
        raise machine.Trouble(f"Callgrind reported no count.\n{console.last_words()}")
    return int(found.group(1))


def instructions_per_webhook(build):
    if not shutil.which("valgrind"):
        raise machine.Trouble("Valgrind is not installed.")
    few, many = 500, 2_500
    return (instructions(build, many) - instructions(build, few)) / (many - few)
