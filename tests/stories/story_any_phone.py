# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A show run from any phone: a host dials a number of the desk's own, while the desk runs elsewhere without a window."""

import hashlib
import json
import os
import sys

from harness import Console, PhoneCompany, expect, run, until

ANN = "+14155550171"
HOTEL = "+12025550190"
PIN = "482913"
CALLERS = (("+15105553001", "Priya Raman"), ("+15105553002", "Tom Baker"), ("+15105553003", "Ana Lima"))


def listed(folder, number, **more):
    """What was set at the desk: the hosts' number, and Ann with her PIN, which is kept hashed."""
    salt = bytes(range(16))
    kept = hashlib.pbkdf2_hmac("sha256", PIN.encode(), salt, 20000).hex()
    place = os.path.join(folder, "home", "config", "anteroom")
    os.makedirs(place, exist_ok=True)
    ann = {"name": "Ann", "phone": ANN, "pin": f"pbkdf2-sha256$20000${salt.hex()}${kept}", **more}
    with open(os.path.join(place, "settings.json"), "w", encoding="utf-8") as settings:
        json.dump({"host.number": number, "host.people": {"people": [ann]}}, settings)


class Telephone:
    """What one person does who has dialled, and hears."""

    def __init__(self, company, sid):
        self.company = company
        self.sid = sid

    @classmethod
    def dials(cls, company, number, line):
        return cls(company, company.control("POST", "calls", {"from": number, "to": line})["call_sid"])

    def heard(self):
        """Everything, one sentence to a line."""
        return "\n".join(verb["text"] for verb in self.company.call(self.sid)["verbs"])

    def hears(self, words, times=1):
        until(f"hears “{words}” {times} times", lambda: self.heard().count(words) >= times or None)

    def presses(self, keys):
        self.company.control("POST", f"calls/{self.sid}/digits", {"digits": keys})

    def place(self):
        return self.company.place(self.sid)


def begin(folder, processes, **more):
    company = PhoneCompany(folder)
    processes.append(company)
    company.control("PUT", "account", {"calls_per_second": 1000})
    hosts = company.rest("IncomingPhoneNumbers.json")["incoming_phone_numbers"][1]["phone_number"]
    listed(folder, hosts, **more)
    company.time_runs(5)
    desk = Console(company, folder, "--connect-number", "--headless")
    processes.append(desk)
    until("the hosts' number asks the desk", lambda: points_here(company, desk, hosts))
    return company, desk, hosts


def points_here(company, desk, number):
    numbers = company.rest("IncomingPhoneNumbers.json")["incoming_phone_numbers"]
    return any(each["phone_number"] == number and (each["voice_url"] or "").startswith(desk.url)
               for each in numbers)


def wait_in_line(company, desk):
    callers = []
    for number, name in CALLERS:
        callers.append(company.dials(number, desk.line, name))
        until(f"{name} waits", lambda sid=callers[-1]: company.place(sid) == "queue")
    return callers


def a_show_from_any_phone(folder, processes):
    company, desk, hosts = begin(folder, processes)
    priya, tom, ana = wait_in_line(company, desk)
    host = Telephone.dials(company, HOTEL, hosts)
    host.hears("Enter your own telephone number")
    host.presses(ANN[1:] + "#")
    host.hears("Enter your PIN")
    expect("wait" not in host.heard(), f"told before the PIN: {host.heard()}")
    host.presses(PIN)
    host.hears("3 callers wait. First is Priya Raman")

    host.presses("1")
    until("the first caller is in the studio", lambda: company.place(priya) == host.place() == "conference")
    host.presses("*")
    until("the next one is", lambda: company.place(tom) == host.place() == "conference")
    until("the first one was thanked", lambda: company.place(priya) == "over")
    until("nobody has asked for the last one", lambda: company.place(ana) == "queue")

    company.hangs_up(tom)
    host.hears("Tom Baker from Oakland has hung up")
    host.presses("8")
    host.hears("Press 8 again")
    expect(company.place(ana) != "over", "closed out without being asked again")
    host.presses("8")
    until("everybody is thanked", lambda: company.place(ana) == "over")
    host.hears("The line is closed")
    host.presses("9")
    host.hears("The line is open")
    host.presses("9")
    until("the line is closed again", lambda: not points_here(company, desk, desk.line))
    company.hangs_up(host.sid)
    expect(desk.stop()[0] == 0, "the desk did not stop")

    late = Telephone.dials(company, ANN, hosts)
    late.hears("No desk is running")
    until("is let go", lambda: late.place() == "over")
    code, _, complaint = desk.task(*desk.arguments[1:], "--release-number")
    expect(code == 0, f"not given back: {complaint}")
    expect(not points_here(company, desk, hosts), "the hosts' number still points here")


def five_wrong_pins(folder, processes):
    company, desk, hosts = begin(folder, processes)
    guesser = Telephone.dials(company, ANN, hosts)
    for count in range(1, 5):
        guesser.hears("Enter your PIN", count)
        guesser.presses("000000")
        guesser.hears("That was not right", count)
    desk.kill()
    again = Console(company, folder, "--connect-number", "--headless", port=desk.port)
    processes.append(again)
    guesser = Telephone.dials(company, ANN, hosts)
    guesser.hears("Enter your PIN")
    guesser.presses("000000")
    guesser.hears("too many wrong PINs")
    again.kill()
    last = Console(company, folder, "--connect-number", "--headless", port=desk.port)
    processes.append(last)
    ann = Telephone.dials(company, ANN, hosts)
    ann.hears("too many wrong PINs")
    expect("Enter your PIN" not in ann.heard(), "asked although the door is locked")
    elsewhere = Telephone.dials(company, HOTEL, hosts)
    elsewhere.hears("Enter your own telephone number")
    elsewhere.presses(ANN[1:] + "#")
    elsewhere.hears("Enter your PIN")
    elsewhere.presses(PIN)
    elsewhere.hears("too many wrong PINs")  # the person is locked, whatever phone they come from
    expect("Hello" not in elsewhere.heard(), "let in")


def the_listed_phone_is_called_back(folder, processes):
    company, desk, hosts = begin(folder, processes, call_back=True)
    priya, _, _ = wait_in_line(company, desk)
    company.phone_will("no-answer", ANN)
    forger = Telephone.dials(company, ANN, hosts)
    until("the real phone rings", lambda: len(company.calls_to(ANN)) == 1)
    expect("wait" not in forger.heard() and "Priya" not in forger.heard(), f"told: {forger.heard()}")
    again = Telephone.dials(company, ANN, hosts)
    until("sent away", lambda: again.place() == "over")
    expect(len(company.calls_to(ANN)) == 1, "rung twice at a time")
    until("it stops", lambda: company.calls_to(ANN)[0]["status"] == "no-answer")

    company.phone_will("answer", ANN, after_seconds=1, press="1")
    asked = Telephone.dials(company, ANN, hosts)
    asked.hears("called back")
    until("Ann's phone rings", lambda: len(company.calls_to(ANN)) == 2)
    host = Telephone(company, company.calls_to(ANN)[0]["sid"])
    host.hears("Hello Ann. 3 callers wait")
    host.presses("1")
    until("the first caller is in the studio", lambda: company.place(priya) == host.place() == "conference")
    company.hangs_up(host.sid)
    until("the caller waits again", lambda: company.place(priya) == "queue")
    expect(desk.stop()[0] == 0, "the desk did not stop")


if __name__ == "__main__":
    sys.exit(run(a_show_from_any_phone, five_wrong_pins, the_listed_phone_is_called_back))
