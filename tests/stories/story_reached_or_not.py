# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A show that nobody can reach from outside, and one whose public address fails in the middle of it."""

import os
import sys
import time

from harness import Console, PhoneCompany, Tunnel, expect, free_port, run, until
from seat_client import Seat, add_seat

HOST_PHONE = "+14155550188"
NAMES = ["Priya Raman", "Tom Baker", "Ana Lima", "Lee Wong", "Ada Obi", "Max Roth"]
HOSTED = "http://twimlets.com/"
PROMISED = 10  # seconds


def crowd(company, host, line):
    sids = []
    for index, name in enumerate(NAMES):
        sid = company.dials(f"+1510555{2000 + index}", line, name)
        host.until_state(sid, "waiting")
        until(f"{name} waits", lambda one=sid: company.place(one) == "queue")
        sids.append(sid)
    return sids


def enqueued(company, sid):
    return len([verb for verb in company.call(sid)["verbs"] if verb["verb"] == "Enqueue"])


def pulled(company, host, sid):
    host.ask("call.pull", call_sid=sid)
    host.until_state(sid, "connected")
    until("they talk", lambda: company.place(sid) == "conference")


def a_show_without_any_public_address(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    company.phone_will("answer", HOST_PHONE, after_seconds=1, press="1")
    company.time_runs(5)
    before = company.first_number()
    desk = Console(company, folder, "--connect-number", "--headless", public_url=None)
    processes.append(desk)
    host = Seat(desk.url, add_seat(desk, "Hana", "host", "--phone", HOST_PHONE))
    expect(company.first_number()["voice_url"].startswith(HOSTED), "the number leads to what the phone company hosts")

    callers = crowd(company, host, desk.line)
    priya, tom, ana, lee, ada, _ = callers
    expect(host.waiting() == callers, "arrival decides the order")
    expect(host.call(priya)["number"] == "+15105552000", f"who calls is joined from the call: {host.call(priya)}")
    arrival = host.call(tom)["arrival"]

    pulled(company, host, tom)
    expect(len(company.calls_to(HOST_PHONE)) == 1, "the phone rang once")
    host.ask("call.hold", call_sid=tom)
    host.until_state(tom, "waiting")
    until("hears music again", lambda: company.place(tom) == "queue")
    expect(host.call(tom)["arrival"] == arrival and host.waiting() == callers, "back where they stood")

    host.ask("call.voicemail", call_sid=ana)
    until("is asked for a message", lambda: company.place(ana) == "recording")
    company.control("POST", f"calls/{ana}/speak", {"seconds": 8})
    until("the message is known", lambda: (host.call(ana) or {}).get("outcome") == "voicemail")
    folder_of_messages = os.path.join(desk.data, "voicemail")
    until("and fetched", lambda: os.path.isdir(folder_of_messages)
          and any(name.endswith(".wav") for name in os.listdir(folder_of_messages)))
    host.ask("call.release", call_sid=lee)
    until("is thanked", lambda: (host.call(lee) or {}).get("outcome") == "thanked")
    company.hangs_up(ada)
    until("has given up", lambda: (host.call(ada) or {}).get("outcome") == "abandoned")

    # The seat hangs up: the caller hears goodbye without anybody being asked.
    pulled(company, host, priya)
    company.hangs_up(company.calls_to(HOST_PHONE)[0]["sid"])
    until("the talk is over", lambda: (host.call(priya) or {}).get("outcome") == "talked")

    # The desk dies and comes back.
    desk.kill()
    again = Console(company, folder, "--connect-number", "--headless", port=desk.port, public_url=None)
    processes.append(again)
    host = Seat(again.url, add_seat(again, "Hugo", "host", "--phone", HOST_PHONE))
    left = [sid for sid in callers if company.place(sid) == "queue"]
    until("both are still there", lambda: host.waiting() == left)
    expect(host.call(tom)["arrival"] == arrival, "since when they really wait")

    host.ask("queue.closeOut", treatment="thank")
    for sid in left:
        until("is thanked", lambda one=sid: (host.call(one) or {}).get("outcome") == "thanked")
        until("and gone", lambda one=sid: company.place(one) == "over")
    outside = [webhook["url"] for webhook in company.control("GET", "webhooks")["webhooks"] if not webhook["hosted"]]
    expect(not outside, f"nobody was asked: {outside}")

    code, _ = again.stop()
    expect(code == 0, "stops in peace")
    code, _, complaint = again.task(*again.arguments[1:], "--release-number")
    expect(code == 0, complaint)
    after = company.first_number()
    for field in ("voice_url", "voice_method", "voice_fallback_url", "voice_fallback_method"):
        expect(after[field] == before[field], f"{field} was {before[field]} and is {after[field]}")


def the_public_address_fails_in_mid_show(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    company.phone_will("answer", HOST_PHONE, after_seconds=1, press="1")
    company.time_runs(5)
    port = free_port()
    tunnel = Tunnel(port)
    desk = Console(company, folder, "--connect-number", "--headless", port=port, public_url=tunnel.url)
    processes.append(desk)
    host = Seat(desk.url, add_seat(desk, "Hana", "host", "--phone", HOST_PHONE))
    callers = crowd(company, host, desk.line)
    arrivals = {sid: host.call(sid)["arrival"] for sid in callers}
    company.time_runs(1)  # nobody's pass is to end by itself

    def told(word):
        return any(word in sentence for sentence in host.notices)

    def moved(times):
        return all(enqueued(company, sid) >= times and company.place(sid) == "queue" for sid in callers)

    tunnel.close()
    until("the desk finds out", lambda: told("public address has failed"), 120)
    began = time.monotonic()
    until("the number leads elsewhere", lambda: company.first_number()["voice_url"].startswith(HOSTED))
    until("everybody has been moved", lambda: moved(2))
    expect(time.monotonic() - began <= PROMISED, f"in {time.monotonic() - began:.1f} s")
    expect(host.waiting() == callers, "in our order")
    late = company.dials("+15105553000", desk.line, "Late Comer")
    host.until_state(late, "waiting")
    pulled(company, host, callers[1])
    host.ask("call.hold", call_sid=callers[1])
    host.until_state(callers[1], "waiting")

    tunnel.open()
    until("it works again", lambda: told("public address works again"), 120)
    began = time.monotonic()
    until("the number leads here", lambda: company.first_number()["voice_url"].startswith(tunnel.url))
    until("everybody is asked again at the end of their music", lambda: moved(3))
    expect(time.monotonic() - began <= PROMISED, f"in {time.monotonic() - began:.1f} s")
    expect(host.waiting() == [*callers, late], "in our order")
    expect({sid: host.call(sid)["arrival"] for sid in callers} == arrivals, "since when they really wait")


if __name__ == "__main__":
    sys.exit(run(a_show_without_any_public_address, the_public_address_fails_in_mid_show))
