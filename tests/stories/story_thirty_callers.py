# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Thirty people call during one show. The network cuts requests, webhooks come twice and in the wrong order, the console
is killed in the middle of a pull. At the end nobody is lost, nobody is rung twice and nobody is shown twice."""

import re
import sys
import time

from screen_reader import Window

from harness import PHONE, Console, Failure, PhoneCompany, expect, run, until

FIRST = ["Priya", "Tom", "Ana", "Lee", "Ada", "Max", "Eva", "Sam", "Ida", "Ben"]
LAST = ["Raman", "Baker", "Lima"]
NAMES = [f"{first} {last}" for last in LAST for first in FIRST]
# What a caller must have heard or be doing for each way a call may stand at the end.
THANKS = "Thank you very much"
MESSAGE = "leave a message"


class Show:
    """The callers, and what became of them by our doing or by their own."""

    def __init__(self, company, folder, processes):
        self.company = company
        self.folder = folder
        self.processes = processes
        self.sids = {}
        self.fate = {}
        self.pulls = 0
        self.desk = None
        self.window = None

    def open(self, port=0):
        self.desk = Console(self.company, self.folder, "--connect-number", port=port, wait=False)
        self.processes.append(self.desk)

    def find_window(self):
        self.desk.wait_until_ready()
        self.window = Window(self.desk.child.pid)

    def somebody_calls(self, names):
        for name in names:
            number = f"+1510555{5000 + NAMES.index(name)}"
            self.sids[name] = self.company.dials(number, self.desk.line, name)
            self.fate[name] = "waits"
        until("they all wait", lambda: all(self.company.place(self.sids[name]) == "queue" for name in names))
        self.look()

    def waiting(self):
        return [name for name, fate in self.fate.items() if fate == "waits"]

    def shown(self):
        """Who is shown waiting, top to bottom, after checking that nobody is shown twice."""
        rows = self.window.rows()
        if rows is None:
            return None
        names = [row.split(",")[0] for row in rows]
        doubles = {name for name in names if names.count(name) > 1}
        expect(not doubles, f"shown twice: {doubles}")
        return [row.split(",")[0] for row in rows if ", waiting " in row]

    def look(self):
        until("exactly those who wait are shown", lambda: self.difference() == ([], []))

    def difference(self):
        shown = self.shown()
        if shown is None:
            return None
        return sorted(set(self.waiting()) - set(shown)), sorted(set(shown) - set(self.waiting()))

    def gives_up(self, name):
        self.company.hangs_up(self.sids[name])
        self.fate[name] = "hung up"

    def treat(self, name, button, fate, done):
        """Chooses a caller and presses a button, again only if the window says that nothing has happened."""
        def attempt():
            if done():
                return True
            if self.company.place(self.sids[name]) == "queue" and self.is_idle(name):
                if self.window.select(name) and self.window.chosen() == name and self.window.is_enabled(button):
                    self.press_once(button)
            return done()
        until(f"{button}: {name}", attempt, 120)
        self.fate[name] = fate

    def press_once(self, button):
        if button == "Pull to my phone":
            self.pulls += 1
        self.window.press(button)

    def is_idle(self, name):
        """Nothing is being done with this caller, as far as the row says."""
        rows = [row for row in self.window.rows() or [] if row.startswith(name + ",")]
        return len(rows) == 1 and re.search(r", waiting [^,]*, (new|ready|screening)\b", rows[0]) is not None

    def pull(self, name):
        self.treat(name, "Pull to my phone", "talked", lambda: self.company.place(self.sids[name]) == "conference")
        until("the card says so", lambda: any(name in card for card in self.window.cards()))

    def hang_up(self, name):
        asked = 0.0

        def attempt():
            nonlocal asked
            # A request that was refused is shown and asked for again, as a person does: not within the same moment.
            if time.monotonic() - asked > 3 and self.window.is_enabled("Hang up"):
                self.window.press("Hang up")
                asked = time.monotonic()
            return self.company.place(self.sids[name]) == "over"
        until(f"{name} is hung up", attempt, 120)
        until("no card", lambda: not self.window.cards())

    def thank(self, name):
        self.treat(name, "Thank and release", "thanked", lambda: any(
            THANKS in words for words in self.company.spoken(self.sids[name])))

    def to_voicemail(self, name):
        self.treat(name, "Voicemail", "voicemail", lambda: any(
            MESSAGE in words for words in self.company.spoken(self.sids[name])))

    def notes(self):
        return sorted(row.split(", ready, ")[1] for row in self.window.rows() or [] if ", ready, " in row)

    def settle(self):
        """The simulator's own records against what was meant to happen."""
        for name, fate in self.fate.items():
            call = self.company.call(self.sids[name])
            place = self.company.place(self.sids[name])
            words = [verb["verb"] for verb in call["verbs"]]
            spoken = self.company.spoken(self.sids[name])
            truth = {"waits": place == "queue",
                     "talked": words.count("Dial") == 1,
                     "thanked": sum(THANKS in text for text in spoken) == 1 and "Dial" not in words,
                     "voicemail": sum(MESSAGE in text for text in spoken) == 1 and "Dial" not in words,
                     "hung up": place == "over" and "Dial" not in words and "Hangup" not in words}
            expect(truth[fate], f"{name} should have ended as {fate}: {self.company.life(self.sids[name])}")
        rung = len(self.company.calls_to(PHONE))
        expect(rung <= self.pulls, f"the phone was rung {rung} times for {self.pulls} pulls")


def same_order(show, order):
    shown = []

    def attempt():
        shown[:] = [name for name in show.shown() or [] if name in order]
        return shown == order

    try:
        until("the same callers in the same order", attempt)
    except Failure as problem:
        raise Failure(f"{problem}: before {order}, now {shown}; all rows: {show.window.rows()}") from None


def thirty_people_call(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    company.phone_will("answer", after_seconds=2, press="1")
    company.time_runs(10)
    show = Show(company, folder, processes)
    show.open()
    show.find_window()
    company.faults(duplicate_webhooks=True, reorder_webhooks=True)
    show.somebody_calls(NAMES[:12])

    for name, topic in ((NAMES[3], "Rents"), (NAMES[7], "Parking")):
        show.window.choose(name)
        show.window.write("Topic", topic)
        show.window.press("Mark ready")
        until("written down", lambda one=topic: one in show.notes())

    # Cut before the phone company acts: nothing has happened there, although the program cannot know.
    company.faults(drop_connections=True, when="before", every_nth=4, duplicate_webhooks=True)
    show.pull(NAMES[0])
    show.hang_up(NAMES[0])
    show.thank(NAMES[1])
    show.to_voicemail(NAMES[2])
    # Cut after it has acted: whoever simply asks again rings twice, or thanks twice.
    company.faults(drop_connections=True, when="after", every_nth=3, reorder_webhooks=True)
    show.somebody_calls(NAMES[12:20])
    show.pull(NAMES[4])
    show.hang_up(NAMES[4])
    show.thank(NAMES[5])
    show.to_voicemail(NAMES[6])
    show.gives_up(NAMES[8])
    show.look()

    company.faults()
    order = until("the queue stands still", show.shown)
    notes = show.notes()
    expect(notes == ["Parking", "Rents"], f"{notes}")
    # Killed while the phone rings: the caller hears music all the while.
    company.phone_will("answer", after_seconds=15, press="1")
    company.time_runs(1)
    pulled = NAMES[9]
    show.window.choose(pulled)
    # A pull that comes earlier waits until the leg before is gone; here the phone is to ring at once.
    until("the phone is down", lambda: not [leg for leg in company.calls_to(PHONE)
                                            if leg["status"] in ("queued", "ringing", "in-progress")])
    rung = len(company.calls_to(PHONE))
    show.press_once("Pull to my phone")
    until("the phone rings", lambda: len(company.calls_to(PHONE)) == rung + 1)
    show.desk.kill()
    expect(company.place(show.sids[pulled]) == "queue", company.life(show.sids[pulled]))
    began = time.monotonic()
    show.open(show.desk.port)
    show.find_window()
    ready = time.monotonic()
    same_order(show, [name for name in order if name != pulled])
    until("the pulled caller is shown, too",
          lambda: any(pulled in text for text in [*show.window.cards(), *show.window.names()]))
    seen = time.monotonic() - ready
    print(f"started in {ready - began:.1f} s, the queue stood {seen:.1f} s later", flush=True)
    expect(seen < 10, f"the queue of before came back only {seen:.1f} s after the start")
    expect(show.notes() == notes, f"the notes were {notes} and are {show.notes()}")
    company.time_runs(10)
    until("the pull of before goes on, or can be made again",
          lambda: company.place(show.sids[pulled]) == "conference" or show.is_idle(pulled), 120)
    company.phone_will("answer", after_seconds=2, press="1")
    show.pull(pulled)
    show.hang_up(pulled)

    company.faults(status=503, every_nth=5, duplicate_webhooks=True, reorder_webhooks=True)
    show.somebody_calls(NAMES[20:])
    show.pull(NAMES[3])
    show.hang_up(NAMES[3])
    show.thank(NAMES[10])
    show.gives_up(NAMES[11])
    show.to_voicemail(NAMES[12])
    company.faults()
    show.look()
    show.settle()
    code, _ = show.desk.stop()
    expect(code == 0, f"SIGTERM ends with {code}")
    show.settle()


if __name__ == "__main__":
    sys.exit(run(thirty_people_call))
