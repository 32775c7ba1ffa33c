# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk dies during a show and stays away for longer than a piece of music: nobody is cut off, nobody is forgotten."""

import datetime
import sys

from harness import Console, PhoneCompany, expect, run, until
from seat_client import Seat, add_seat

HOST_PHONE = "+14155550188"
NAMES = ["Priya Raman", "Tom Baker", "Ana Lima", "Lee Wong", "Ada Obi", "Max Roth"]
AWAY = 180  # simulated seconds; a pass of music lasts at least twice as long as the simulator's shortest piece, 240
ALREADY = 170  # simulated seconds that everybody has waited when the desk dies: their pass ends while it is away
FAST = 20
AFTERWARDS = 600  # simulated seconds: the hosted passes of everybody have ended by then


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def passes(company, sid):
    """When this caller was put into the queue, each time; every pass of music begins so."""
    return [moment(verb["at"]) for verb in company.call(sid)["verbs"] if verb["verb"] == "Enqueue"]


def let_time_pass(company, since, seconds, what, condition=lambda: True):
    """Lets the phone company's time run fast until so much of it has passed, and until the condition holds."""
    until(what, lambda: (moment(company.time_runs(FAST)) - since).total_seconds() >= seconds and condition(), 240)
    return moment(company.time_runs(1))


def nobody_is_lost(folder, processes, wait_fetch_failure):
    company = PhoneCompany(folder)
    processes.append(company)
    company.guesses(wait_fetch_failure=wait_fetch_failure)
    company.phone_will("answer", HOST_PHONE, after_seconds=2, press="1")
    company.time_runs(5)
    desk = Console(company, folder, "--connect-number", "--headless")
    processes.append(desk)
    token = add_seat(desk, "Hana", "host", "--phone", HOST_PHONE)
    host = Seat(desk.url, token)

    dialled = [company.dials(f"+1510555{3000 + index}", desk.line, name) for index, name in enumerate(NAMES)]
    until("all of them wait", lambda: sorted(host.waiting()) == sorted(dialled))
    talking, leaving, *staying = host.waiting()
    host.ask("call.pull", call_sid=talking)
    host.until_state(talking, "connected")
    until("they talk", lambda: company.place(talking) == "conference")
    host.ask("call.annotate", call_sid=staying[0], topic="Parking", notes="Second time", screening="ready")
    host.ask("call.move", call_sid=staying[-1], before=staying[0])
    order = [leaving, staying[-1], *staying[:-1]]
    until("the hand order is known", lambda: host.waiting() == order)
    let_time_pass(company, max(passes(company, sid)[-1] for sid in staying), ALREADY, "everybody has waited for long")
    annotated = dict(host.call(staying[0]))
    arrivals = {sid: host.call(sid)["arrival"] for sid in staying}

    greeted = company.dials("+15105553100", desk.line, "In The Greeting")
    host.until_state(greeted, "ringing")
    before = {sid: len(passes(company, sid)) for sid in staying}
    desk.kill()
    killed = moment(company.time_runs(1))

    late = company.dials("+15105553101", desk.line, "While We Are Gone")
    company.time_runs(FAST)
    until("both come into the queue without us",
          lambda: company.place(greeted) == "queue" and company.place(late) == "queue")
    company.hangs_up(leaving)
    let_time_pass(company, killed, AWAY, "everybody's music has ended, and began again",
                  lambda: all(len(passes(company, sid)) > before[sid] for sid in staying))
    for sid in [*staying, greeted, late]:
        expect(company.place(sid) == "queue", f"not in the queue: {company.life(sid)}")
    expect(company.place(talking) == "conference", "the conversation went on without us")

    again = Console(company, folder, "--connect-number", "--headless", port=desk.port)
    processes.append(again)
    host = Seat(again.url, token)
    until("everybody who waits is seen again, in the order of before",
          lambda: host.waiting()[:len(staying)] == [staying[-1], *staying[:-1]]
          and sorted(host.waiting()[len(staying):]) == sorted([greeted, late]))
    expect({sid: host.call(sid)["arrival"] for sid in staying} == arrivals, "the wait still counts from the arrival")
    kept = host.call(staying[0])
    for field in ("name", "number", "topic", "notes", "screening"):
        expect(kept[field] == annotated[field], f"{field} was {annotated[field]} and is {kept[field]}")
    until("who hung up meanwhile does not wait", lambda: host.state(leaving) in (None, "ended"))
    expect(host.state(talking) == "connected", f"{host.call(talking)}")
    expect(len(host.calls) == len({call["call_sid"] for call in host.calls.values()}), "nobody twice")

    # The show goes on with whoever waited longest.
    company.time_runs(10)
    host.ask("call.pull", call_sid=staying[-1], current="release")
    host.until_state(staying[-1], "connected")
    until("they talk", lambda: company.place(staying[-1]) == "conference")
    until("who talked before is thanked and gone", lambda: company.place(talking) == "over")
    expect(len(company.calls_to(HOST_PHONE)) == 1, "the phone stayed in the studio and was not rung again")

    # Nobody is asked for a message any more at the end of the wait that began without us.
    back = moment(company.time_runs(1))
    let_time_pass(company, back, AFTERWARDS, "their music would have ended long since")
    for sid in [*staying[:-1], greeted, late]:
        expect(company.place(sid) == "queue", f"not in the queue: {company.life(sid)}")
    expect(sorted(host.waiting()) == sorted([*staying[:-1], greeted, late]), "and they are still seen")
    expect({sid: host.call(sid)["arrival"] for sid in staying} == arrivals, "since when they really wait")


def the_number_falls_back(folder, processes):
    nobody_is_lost(folder, processes, "fallback")


def the_call_would_end(folder, processes):
    nobody_is_lost(folder, processes, "end")


def a_desk_that_never_comes_back(folder, processes):
    """Nobody listens to music for ever: after the hosted passes comes the hosted voicemail, and it is found later."""
    company = PhoneCompany(folder)
    processes.append(company)
    company.time_runs(10)
    desk = Console(company, folder, "--connect-number", "--headless")
    processes.append(desk)
    token = add_seat(desk, "Hana", "host", "--phone", HOST_PHONE)
    host = Seat(desk.url, token)
    sid = company.dials("+15105553200", desk.line, "Patient Person")
    host.until_state(sid, "waiting")
    desk.kill()
    company.time_runs(FAST)
    until("asked for a message", lambda: company.place(sid) == "recording", 240)
    company.time_runs(10)
    company.control("POST", f"calls/{sid}/speak", {"seconds": 8})
    until("a recording exists", lambda: company.rest(f"Calls/{sid}/Recordings.json")["recordings"])
    until("thanked and gone", lambda: company.place(sid) == "over")
    expect("Thank you for calling. Goodbye." in company.spoken(sid), f"{company.spoken(sid)}")

    again = Console(company, folder, "--connect-number", "--headless", port=desk.port)
    processes.append(again)
    host = Seat(again.url, token)
    until("nobody waits any more", lambda: host.waiting() == [])


if __name__ == "__main__":
    sys.exit(run(the_number_falls_back, the_call_would_end, a_desk_that_never_comes_back))
