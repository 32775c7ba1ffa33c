# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A producer learns the desk before the first show, from the menu of the program as it is installed."""

import os
import sys

from screen_reader import Atspi, Window

from harness import Process, expect, run, until

PEOPLE = 3
NEW = 2  # who call while the desk is gone
MENU_ITEMS = (Atspi.Role.MENU_ITEM, Atspi.Role.CHECK_MENU_ITEM, Atspi.Role.MENU)
LABELS = (Atspi.Role.LABEL,)


def play(window, name):
    if not window.find(MENU_ITEMS, name):  # pressed over the bus, an item leaves its menu open
        window.press("Practice", MENU_ITEMS)
    window.press(name, MENU_ITEMS)


def the_desk_is_learnt_in_a_rehearsal(folder, processes):
    desk = Process("anteroom", [os.environ["ANTEROOM_BINARY"], "--rehearse", "--callers", str(PEOPLE), "--arrivals",
                                "0", "--data-dir", os.path.join(folder, "data")], folder,
                   {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    processes.append(desk)
    desk.wait_until_ready()
    window = Window(desk.child.pid)
    until("all are there", lambda: len([row for row in window.rows() or [] if "waiting" in row]) == PEOPLE)
    people = window.names()
    window.choose(people[1])
    window.write("Topic", "Parking")
    until("the topic is kept", lambda: any(row.endswith("Parking") for row in window.rows() or []))

    play(window, "Host busy")
    until("what to try is said", lambda: window.find(LABELS, "Practice: Host busy"))
    window.choose(people[0])
    window.press("Pull to my phone")
    until("that nobody was lost is said", lambda: window.find(LABELS, "Your phone is busy. "))
    until("the caller still waits", lambda: window.names()[:PEOPLE] == people and not window.cards())
    window.press("Back to normal")
    until("the line goes", lambda: not window.find(LABELS, "Practice: "))

    play(window, "Desk killed")
    until("what happens is said", lambda: window.find(LABELS, "Practice: Desk killed"))
    until("the list says that it is old", lambda: window.find(LABELS, "What you see may be out of date."))
    expect(window.names() == people, "what was known stays in sight")
    until("the desk is back", lambda: window.find(LABELS, "Everything is back to normal."))
    until("those who called meanwhile are there, too", lambda: len(window.rows() or []) == PEOPLE + NEW)
    expect(window.names()[:PEOPLE] == people, f"the order of before: {people}, and now {window.names()}")
    expect(window.rows()[1].endswith("Parking"), f"the topic of before: {window.rows()}")
    code, _ = desk.stop()
    expect(code == 0, f"SIGTERM ends with {code}")


if __name__ == "__main__":
    sys.exit(run(the_desk_is_learnt_in_a_rehearsal))
