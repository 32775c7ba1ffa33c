# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""An office without staff: callers are taken from mobiles by text, also when the desk dies before the answer comes."""

import json
import os
import sys

from harness import Console, PhoneCompany, expect, run, until

BOB = "+14155550161"
CAROL = "+14155550162"
STRANGER = "+14155550199"


def listed(folder):
    """What the office has set: two people, both asked at once, by text."""
    place = os.path.join(folder, "home", "config", "anteroom")
    os.makedirs(place, exist_ok=True)
    with open(os.path.join(place, "settings.json"), "w", encoding="utf-8") as settings:
        json.dump({"ask.phones": {"phones": [{"name": "Bob", "number": BOB, "by": "text"},
                                             {"name": "Carol", "number": CAROL, "by": "text"}]},
                   "ask.all_at_once": True, "ask.seconds": 600}, settings)


def answers_are_not_lost(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    listed(folder)
    for number in (BOB, CAROL):
        company.phone_will("answer", number, after_seconds=1, press="1")
    company.time_runs(5)
    desk = Console(company, folder, "--connect-number", "--headless")
    processes.append(desk)

    def texts(number):
        """Newest last."""
        sent = company.control("GET", "messages")["messages"]
        return [text["body"] for text in sent if text["to"] == number]

    def replies(number, body):
        company.control("POST", "messages", {"from": number, "to": desk.line, "body": body})

    callers = []
    for count, name in enumerate(("Priya Raman", "Tom Baker", "Ana Lima"), 1):
        callers.append(company.dials(f"+1510555{3000 + count}", desk.line, name))
        for number in (BOB, CAROL):
            until(f"{number} is asked about {name}", lambda to=number, many=count: len(texts(to)) == many)
            expect(any(name in text for text in texts(number)), f"{name} is not named: {texts(number)}")
    priya, tom, ana = callers
    expect(any("Ana Lima" in text and "TAKE 3" in text for text in texts(BOB)), f"no number: {texts(BOB)}")

    desk.kill()
    replies(BOB, "Take 3!")  # nobody is there to hear it
    company.hangs_up(tom)
    again = Console(company, folder, "--connect-number", "--headless", port=desk.port)
    processes.append(again)
    until("Bob has the caller whom his answer meant", lambda: company.place(ana) == "conference")
    expect(company.place(priya) == "queue", f"the wrong caller: {company.life(priya)}")
    expect(len(company.calls_to(BOB)) == 1, "rung once")
    expect(len(texts(BOB)) == 3 and len(texts(CAROL)) == 3, f"asked again: {texts(BOB)} {texts(CAROL)}")

    replies(CAROL, "take 2")
    until("Carol hears that this caller has gone", lambda: any("has gone" in text for text in texts(CAROL)))
    replies(STRANGER, "take 1")
    replies(CAROL, "take 3")
    until("Carol hears who was faster", lambda: any("Bob" in text for text in texts(CAROL)))
    expect(company.place(priya) == "queue", f"nobody meant this caller: {company.life(priya)}")
    replies(CAROL, "yes 1")
    until("Carol has the other one", lambda: company.place(priya) == "conference")
    expect(not texts(STRANGER) and not company.calls_to(STRANGER), "a stranger is not even answered")
    expect(again.stop()[0] == 0, "the desk did not stop")


if __name__ == "__main__":
    sys.exit(run(answers_are_not_lost))
