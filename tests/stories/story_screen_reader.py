# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who does not see the window screens a show with a screen reader."""

import re
import sys

from screen_reader import BUTTONS, QUEUE, TABLES, Announcements, Atspi, Window

from harness import PHONE, Console, PhoneCompany, expect, run, until

PEOPLE = [("Priya Raman", "San Jose"), ("Tom Baker", "Oakland"), ("Ana Lima", "Fresno")]
ENTER = 0xFF0D  # X11 keysym


def everything_has_a_name(window, page):
    nameless = [node for node in window.showing((*BUTTONS, Atspi.Role.PAGE_TAB, Atspi.Role.ENTRY, Atspi.Role.SLIDER))
                if not (node.get_name() or "").strip()]
    expect(not nameless, f"on the page {page} these have no name: {[node.get_role_name() for node in nameless]}")
    marked = [node.get_description() for node in window.showing(BUTTONS) if "<" in (node.get_description() or "")]
    expect(not marked, f"on the page {page} markup would be spoken: {marked}")


def the_show_is_screened_by_ear(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    company.phone_will("answer", after_seconds=2, press="1")
    company.time_runs(10)
    desk = Console(company, folder)
    processes.append(desk)
    sids = {}
    for index, (name, city) in enumerate(PEOPLE):
        sids[name] = company.dials(f"+1408555{4000 + index}", desk.line, name, city)
        until(f"{name} waits", lambda one=name: company.place(sids[one]) == "queue")

    window = Window(desk.child.pid)
    until("all are read", lambda: len(window.rows() or []) == len(PEOPLE))
    for spoken, (name, city) in zip(window.rows(), PEOPLE):
        sentence = rf"{name}, {city}, waiting (less than a minute|\w+ minutes?), new"
        expect(re.fullmatch(sentence, spoken), f"the row of {name} is read as {spoken!r}")
    everything_has_a_name(window, "Queue")
    for page, table in (("Voicemail", "Voicemail"), ("History", "Past calls"), ("Queue", QUEUE)):
        window.press(page, (Atspi.Role.PAGE_TAB,))
        until(f"the page {page}", lambda one=table: window.find(TABLES, one))
        everything_has_a_name(window, page)

    announcements = Announcements()
    sids["Lee Wong"] = company.dials("+14085554900", desk.line, "Lee Wong", "Oakland")
    until("a new caller is announced", lambda: announcements.contains("Lee Wong is waiting"))

    window.choose("Tom Baker")
    window.write("Topic", "Rents downtown")
    window.press("Mark ready")
    until("the row says so", lambda: any(row.startswith("Tom Baker") and row.endswith("ready, Rents downtown")
                                         for row in window.rows() or []))
    window.press("Pull to my phone")
    until("Tom is connected", lambda: any("Tom Baker" in card for card in window.cards())
          and company.place(sids["Tom Baker"]) == "conference")
    until("Tom waits no more", lambda: "Tom Baker" not in window.names())
    expect(len(company.calls_to(PHONE)) == 1, "the phone rang once")
    window.press("Hang up")
    until("Tom's call is over", lambda: company.place(sids["Tom Baker"]) == "over")
    until("nobody is talking", lambda: not any("Tom Baker" in card for card in window.cards()))

    window.choose("Ana Lima")
    window.press("Voicemail")
    until("Ana leaves a message", lambda: company.place(sids["Ana Lima"]) == "recording")
    window.choose("Lee Wong")
    window.press("Thank and release")
    until("Lee is thanked", lambda: company.place(sids["Lee Wong"]) == "over")
    expect(any("Thank you very much" in words for words in company.spoken(sids["Lee Wong"])), "with kind words")
    until("one is left", lambda: [name for name in window.names() if name == "Priya Raman"] == ["Priya Raman"])

    # The keyboard alone does the same.
    window.choose("Priya Raman")
    until("the queue has the keyboard", lambda: pulled_by_enter(window, company, sids["Priya Raman"]))
    expect(len(company.calls_to(PHONE)) == 2, "one call for each pull")
    code, _ = desk.stop()
    expect(code == 0, f"SIGTERM ends with {code}")


def pulled_by_enter(window, company, sid):
    if company.place(sid) == "queue" and not any("Priya Raman" in card for card in window.cards()):
        window.key(ENTER)
    return company.place(sid) == "conference"


if __name__ == "__main__":
    sys.exit(run(the_show_is_screened_by_ear))
