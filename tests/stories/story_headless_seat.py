# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A show is screened from elsewhere: a desk without a window, seats over WebSocket, and the desk's manners as a process."""

import json
import os
import re
import sys
import urllib.error
import urllib.request

from harness import PHONE, TOKEN, Console, PhoneCompany, expect, run, until
from seat_client import Rejected, Seat, add_seat

HOST_PHONE = "+14155550188"
NAMES = ["Priya Raman", "Tom Baker", "Ana Lima", "Lee Wong", "Ada Obi", "Max Roth"]


def seat_for(desk, name, role, *more):
    token = add_seat(desk, name, role, *more)
    for folder, _, files in os.walk(desk.data):
        for file in files:
            with open(os.path.join(folder, file), "rb") as content:
                expect(token.encode() not in content.read(), f"the token itself is kept in {file}")
    return Seat(desk.url, token)


def crowd(company, line, names):
    sids = []
    for index, name in enumerate(names):
        sid = company.dials(f"+1510555{2000 + index}", line, name)
        until(f"{name} waits", lambda one=sid: company.place(one) == "queue")
        sids.append(sid)
    return sids


def roles_and_codes(viewer, screener, host, callers):
    for method in ("call.pull", "call.hold", "call.voicemail", "call.release", "call.hangup"):
        expect(viewer.refusal(method, call_sid=callers[0]).code == -32004, f"a viewer may not {method}")
    expect(viewer.refusal("call.annotate", call_sid=callers[0], topic="x").code == -32004, "a viewer may not write")
    for method, params in (("line.close", {}), ("line.open", {}), ("queue.closeOut", {"treatment": "thank"})):
        expect(screener.refusal(method, **params).code == -32004, f"a screener may not {method}")
    expect(host.refusal("call.pull", call_sid="CA" + "f" * 32).code == -32001, "an unknown call")
    expect(host.refusal("call.hold", call_sid=callers[0]).code == -32002, "nobody is on hold twice")
    wrong = host.refusal("call.pull")
    expect(wrong.code == -32602 and wrong.data.get("parameter") == "call_sid", "the missing parameter is named")
    expect(screener.refusal("call.pull", call_sid=callers[0]).code == -32005, "this seat has no phone")
    expect(host.refusal("call.teleport").code == -32601, "no such request")
    expect(host.raw("{this is no JSON", None)["error"]["code"] == -32700, "no JSON")
    expect(host.raw({"method": "queue.get", "id": 0}, 0)["error"]["code"] == -32600, "not JSON-RPC 2.0")
    batch = host.raw([{"jsonrpc": "2.0", "id": "a", "method": "queue.get"},
                      {"jsonrpc": "2.0", "id": "b", "method": "call.teleport"}], "a")
    expect([("result" in each, each["id"]) for each in batch] == [(True, "a"), (False, "b")], f"a batch: {batch}")


def screen(company, screener, host, callers):
    priya, tom, ana, lee = callers[:4]
    expect(host.waiting() == callers, f"arrival decides the order: {host.waiting()}")
    screener.ask("call.annotate", call_sid=priya, topic="Rents", notes="Speaks slowly", screening="ready")
    until("the host reads what the screener wrote",
          lambda: (host.call(priya)["topic"], host.call(priya)["screening"], host.call(priya)["screening_by"])
          == ("Rents", "ready", "Sam"))

    host.ask("call.pull", call_sid=priya)
    host.until_state(priya, "connected")
    until("the caller is in the studio", lambda: company.place(priya) == "conference")
    taken = screener.refusal("call.voicemail", call_sid=priya)
    expect(taken.code == -32004, "a screener does not take a caller from a host")
    expect(len(company.calls_to(HOST_PHONE)) == 1, "the phone rang once")

    arrival = host.call(priya)["arrival"]
    host.ask("call.pull", call_sid=tom, current="hold")
    host.until_state(tom, "connected")
    back = host.until_state(priya, "waiting")
    expect(back["arrival"] == arrival and host.waiting()[0] == priya, "put back to the old place, not to the end")
    until("the caller hears why", lambda: "You are back in line. Please hold." in company.spoken(priya))

    host.ask("call.release", call_sid=tom)
    expect(host.until_state(tom, "ended")["outcome"] == "thanked", "thanked")
    until("thanked and gone", lambda: company.place(tom) == "over")
    expect(any("Thank you very much" in words for words in company.spoken(tom)), f"{company.spoken(tom)}")

    screener.ask("call.voicemail", call_sid=ana)
    screener.until_state(ana, "leaving_message")
    until("the beep", lambda: company.place(ana) == "recording")
    company.control("POST", f"calls/{ana}/speak", {"seconds": 8})
    until("the message is over when she falls silent", lambda: company.place(ana) == "over")
    host.until_state(ana, "ended")
    # The news that the message is there may come after the news that the call is over.
    until("a message was left", lambda: host.call(ana)["outcome"] == "voicemail")

    company.hangs_up(lee)
    expect(host.until_state(lee, "ended")["outcome"] == "abandoned", "gave up")


def close(company, host, line):
    left = host.waiting()
    host.ask("line.close")
    until("the line is closed", lambda: host.line_open is False)
    until("the number says so", lambda: "closed" in company.first_number()["voice_url"])
    late = company.dials("+15105552999", line, "Too Late")
    until("closed", lambda: company.place(late) == "over")
    expect(any("closed" in words for words in company.spoken(late)), f"{company.spoken(late)}")

    host.ask("queue.closeOut", treatment="thank")
    for sid in left:
        expect(host.until_state(sid, "ended")["outcome"] == "thanked", "everybody is thanked")
        until("the thanks are spoken", lambda one=sid: any("Thank you very much" in words for words in company.spoken(one)))
    until("the progress ends", lambda: host.progress and host.progress[-1]["done"] == len(left)
          and not host.progress[-1]["running"])


def queue_status(desk, token, **headers):
    request = urllib.request.Request(desk.url + "/queue-status", headers=headers)
    if token:
        request.add_header("Authorization", "Bearer " + token)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, None


def other_programs_ask(desk, waiting):
    token = add_seat(desk, "Door sign", "viewer")
    status, body = queue_status(desk, token)
    expect(status == 200 and body["current_size"] == waiting, f"the queue's status: {status} {body}")
    expect(set(body) == {"current_size", "average_wait_time"}, f"the workshop's JSON, not {body}")
    expect(queue_status(desk, None)[0] == 401, "nobody without a token")
    expect(queue_status(desk, token, Forwarded="for=203.0.113.7")[0] == 403, "not through a proxy")
    code, _, complaint = desk.task("--remove-seat", "Door sign", "--data-dir", desk.data)
    expect(code == 0, complaint)


def fields(number):
    return {name: value for name, value in number.items() if name not in ("date_updated", "date_created")}


def a_show_is_screened_over_seats(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    company.rest(f"IncomingPhoneNumbers/{company.first_number()['sid']}.json",
                 {"VoiceUrl": "https://example.com/answer?a=1&b=2", "VoiceMethod": "GET",
                  "VoiceFallbackUrl": "https://example.com/fallback", "SmsUrl": "https://example.com/text",
                  "StatusCallback": "https://example.com/status"})
    before = fields(company.first_number())
    company.time_runs(10)
    company.phone_will("answer", HOST_PHONE, after_seconds=2, press="1")
    desk = Console(company, folder, "--connect-number", "--headless")
    processes.append(desk)

    for token in ("", "wrong"):
        try:
            Seat(desk.url, token)
            raise AssertionError("somebody without a token was let in")
        except Rejected as rejected:
            expect(rejected.status == 401, f"{rejected.status}")
    viewer = seat_for(desk, "Vera", "viewer")
    screener = seat_for(desk, "Sam", "screener")
    host = seat_for(desk, "Hana", "host", "--phone", HOST_PHONE)
    code, listed, _ = desk.task("--data-dir", desk.data, "--list-seats")
    expect(code == 0 and all(name in listed for name in ("Vera", "Sam", "Hana")), listed)
    expect(HOST_PHONE not in listed, "telephone numbers are shortened")

    callers = crowd(company, desk.line, NAMES)
    until("the seat sees everybody", lambda: host.waiting() == callers)
    other_programs_ask(desk, len(callers))
    code, output, complaint = desk.task("--data-dir", desk.data, "--add-seat", "host", "--role", "viewer")
    expect(code == 1 and not output.strip() and "own seat" in complaint, f"the desk's own name: {output} {complaint}")
    roles_and_codes(viewer, screener, host, callers)
    screen(company, screener, host, callers)
    until("all seats hold the same truth", lambda: viewer.calls == host.calls == screener.calls)

    code, _, complaint = desk.task("--remove-seat", "Vera", "--data-dir", desk.data)
    expect(code == 0 and viewer.until_closed() == 4401, f"a removed seat is sent away with 4401: {complaint}")

    second = Console(company, folder, "--headless", wait=False)
    processes.append(second)
    until("a second desk on the same folder gives up", lambda: second.child.poll() is not None)
    expect(second.child.returncode == 1 and second.tail().strip(), f"{second.child.returncode}: {second.tail()}")

    close(company, host, desk.line)
    stay = company.dials("+15105552500", desk.line, "After Hours")
    until("gone", lambda: company.place(stay) == "over")
    code, _ = desk.stop()
    expect(code == 0, f"SIGTERM ends with {code}")
    expect(host.until_closed() == 1001, "the desk says that it ends")

    code, output, complaint = desk.task(*desk.arguments[1:], "--release-number")
    expect(code == 0 and output.strip(), f"--release-number: {complaint}")
    after = fields(company.first_number())
    changed = {name: (before[name], after[name]) for name in before if before[name] != after[name]}
    expect(not changed, f"the number is not what it was: {changed}")
    expect(TOKEN not in desk.tail() and HOST_PHONE not in desk.tail() and PHONE not in desk.tail(),
           "secrets and numbers stay out of the log")


def stopping_touches_no_call(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    company.time_runs(10)
    company.phone_will("answer", HOST_PHONE, after_seconds=2, press="1")
    desk = Console(company, folder, "--connect-number", "--headless")
    processes.append(desk)
    host = seat_for(desk, "Hana", "host", "--phone", HOST_PHONE)
    callers = crowd(company, desk.line, NAMES[:4])
    host.ask("call.pull", call_sid=callers[0])
    host.until_state(callers[0], "connected")
    host.ask("call.voicemail", call_sid=callers[1])
    until("the beep", lambda: company.place(callers[1]) == "recording")
    company.time_runs(1)
    leg = company.calls_to(HOST_PHONE)[0]["sid"]
    company.call(leg)
    everybody = [*callers, leg]

    def situation():
        return {sid: (company.place(sid), [verb["verb"] for verb in company.call(sid)["verbs"]]) for sid in everybody}

    was = situation()
    revision = host.revision
    code, seconds = desk.stop()
    expect(code == 0, f"SIGTERM ends with {code}: {desk.tail()}")
    expect(seconds < 5, f"it took {seconds:.1f} s to stop")
    expect(situation() == was, f"a call was touched: {was} became {situation()}")

    again = Console(company, folder, "--connect-number", "--headless", port=desk.port)
    processes.append(again)
    host = seat_for(again, "Ines", "host")
    expect(host.revision > revision, "the revision grows across a restart")
    expect(host.waiting() == callers[2:], f"the same callers wait: {host.calls}")
    expect(host.state(callers[0]) == "connected", f"the conversation goes on: {host.call(callers[0])}")
    expect(host.state(callers[1]) == "leaving_message", f"the message goes on: {host.call(callers[1])}")
    expect(len(company.calls_to(HOST_PHONE)) == 1, "nobody was rung again")


def seats_on_a_port_of_their_own(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    desk = Console(company, folder, "--headless", "--seat-listen", "127.0.0.1:0")
    processes.append(desk)
    told = until("the port is told", lambda: re.search(r"ws://127\.0\.0\.1:[1-9][0-9]*(?=/seat)", desk.tail()))
    desk.url = told[0]  # where seats are let in
    token = add_seat(desk, "Hana", "host")
    expect(Seat(told[0], token).ask("queue.get")["seat"]["name"] == "Hana", "nobody answers there")

    # A list of seats that nobody can read keeps the others out, says so, and keeps no desk from starting.
    expect(desk.stop()[0] == 0, "the desk did not stop")
    with open(os.path.join(desk.data, "seats.json"), "w", encoding="utf-8") as seats:
        seats.write("{ half a list")
    desk = Console(company, folder, "--headless", "--seat-listen", "127.0.0.1:0")
    processes.append(desk)
    until("it is said", lambda: "seats.json cannot be read" in desk.tail())
    told = until("the port is told", lambda: re.search(r"ws://127\.0\.0\.1:[1-9][0-9]*(?=/seat)", desk.tail()))
    try:
        Seat(told[0], token)
        expect(False, "a seat of an unreadable list was let in")
    except Rejected as rejected:
        expect(rejected.status == 401, f"{rejected}")
    expect(desk.stop()[0] == 0, "the desk did not stop")


if __name__ == "__main__":
    sys.exit(run(a_show_is_screened_over_seats, stopping_touches_no_call, seats_on_a_port_of_their_own))
