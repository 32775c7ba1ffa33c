# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a desk that was killed in mid-show is back: from its start until a seat reads the same queue again."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

import machine
from window_figures import ANY_CORE, PHONE, PhoneCompany

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "stories"))
from harness import free_port  # noqa: E402
from seat_client import Rejected, Seat  # noqa: E402

# What a person would miss if it were not as before; a remark may say why a call is where it is.
SAME = ("state", "position", "arrival", "name", "number", "city", "region", "screening", "screening_by", "topic", "notes", "seat")
PAUSE = 0.002  # seconds between two tries


def until(what, condition, seconds=120):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise machine.Trouble(f"Never came true in {seconds} s: {what}.")
        threading.Event().wait(0.05)


def queue_of(seat):
    with seat.news:
        return {sid: tuple(call[field] for field in SAME) for sid, call in seat.calls.items()}


def first_answer(url, token, program, seconds=60):
    """The seat whose first queue.get has been answered; asked for again and again from before anybody listens."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and program.child.poll() is None:
        try:
            return Seat(url, token)
        except (OSError, Rejected, IndexError):
            threading.Event().wait(PAUSE)
    raise machine.Trouble(f"No seat got an answer.\n{program.last_words()}")


def fill(company, seat, callers):
    """Everybody waits but one, who is being talked to; every third has been asked what it is about."""
    company.control("PUT", "phones/" + urllib.parse.quote(PHONE), {"behaviour": "answer", "after_seconds": 0, "press": "1"})
    company.control("PUT", "clock", {"speed": 20})
    company.dial(callers)
    until("everybody waits", lambda: len(seat.waiting()) == callers)
    waiting = seat.waiting()
    for number, sid in enumerate(waiting[::3]):
        seat.ask("call.annotate", call_sid=sid, topic=f"Rents {number}", notes="Speaks slowly", screening="ready")
    seat.ask("call.pull", call_sid=waiting[callers // 2])
    seat.until_state(waiting[callers // 2], "connected")
    company.control("PUT", "clock", {"speed": 1})


def restart_seconds(build, callers, rounds):
    """Seconds of each round."""
    folder = tempfile.mkdtemp(prefix="benchmark-", dir=build)
    desk = None
    try:
        with PhoneCompany(build) as company:
            place = f"127.0.0.1:{free_port()}"
            binary = build / "app/anteroom"
            command = [binary, "--headless", "--listen", place, "--public-url", f"http://{place}", "--twilio-url", company.url,
                       "--data-dir", folder, "--line", company.line(), "--queue", "morning-talk", "--connect-number"]
            desk = machine.Program(command, core=ANY_CORE)
            token = subprocess.run([binary, "--data-dir", folder, "--add-seat", "Hana", "--role", "host", "--phone", PHONE],
                                   capture_output=True, text=True, check=True).stdout.strip()
            seat = first_answer(desk.url, token, desk)
            fill(company, seat, callers)
            seconds = []
            for _ in range(rounds):
                # A seat may be told of something some milliseconds before it is on the disk.
                threading.Event().wait(1)
                before = queue_of(seat)
                desk.child.kill()
                desk.child.wait()
                began = time.monotonic()
                desk = machine.Program(command, core=ANY_CORE, speaks=False)
                seat = first_answer(f"http://{place}", token, desk)
                seconds.append(time.monotonic() - began)
                if queue_of(seat) != before:
                    raise machine.Trouble("The desk came back with another queue.")
            return seconds
    finally:
        if desk:
            desk.stop()
        shutil.rmtree(folder, ignore_errors=True)
