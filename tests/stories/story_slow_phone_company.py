# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A phone company that takes its time keeps nobody from starting or stopping the desk."""

import signal
import sys

from harness import Console, PhoneCompany, expect, run, until


def the_desk_stops_while_requests_hang(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    desk = Console(company, folder, "--headless", "--connect-number")
    processes.append(desk)
    sid = company.dials("+14155550201", desk.line, "Priya Raman")
    company.faults(latency_ms=60000)
    desk.child.send_signal(signal.SIGTERM)  # and once more by somebody impatient
    code, seconds = desk.stop()
    expect(code == 0, f"the desk ended with {code}:\n{desk.tail()}")
    expect(seconds < 5, f"the desk took {seconds} s to stop")
    company.faults()
    expect(company.place(sid) != "over", "stopping has ended a call")


def the_desk_starts_while_requests_hang(folder, processes):
    company = PhoneCompany(folder)
    processes.append(company)
    first = Console(company, folder, "--headless", "--connect-number")
    processes.append(first)
    expect(first.stop()[0] == 0, "the desk did not stop")
    desk = Console(company, folder, "--headless", wait=False)
    processes.append(desk)
    company.faults(latency_ms=60000)
    desk.wait_until_ready(30)
    code, seconds = desk.stop()
    expect(code == 0, f"the desk ended with {code}:\n{desk.tail()}")
    expect(seconds < 5, f"the desk took {seconds} s to stop")



def a_number_that_was_connected_before(folder, processes):
    """Trouble that passes does not keep the desk from starting; a number that was never connected does."""
    company = PhoneCompany(folder)
    processes.append(company)
    line = company.line()
    company.line = lambda: line  # not asked while nobody answers
    company.faults(status=503)
    new = Console(company, folder, "--headless", "--connect-number", wait=False)
    processes.append(new)
    expect(new.child.wait(60) == 1, f"callers would not come here, and nobody was told:\n{new.tail()}")
    company.faults()
    first = Console(company, folder, "--headless", "--connect-number")
    processes.append(first)
    expect(first.stop()[0] == 0, "the desk did not stop")
    company.faults(status=503)
    desk = Console(company, folder, "--headless", "--connect-number", wait=False)
    processes.append(desk)
    desk.wait_until_ready(60)
    company.faults()
    sid = company.dials("+14155550201", line, "Priya Raman")
    until("the number points here again", lambda: desk.url in str(company.rest("IncomingPhoneNumbers.json")), 60)
    expect(company.place(sid) != "over", "the caller was lost")
    expect(desk.stop()[0] == 0, "the desk did not stop")


if __name__ == "__main__":
    sys.exit(run(the_desk_stops_while_requests_hang, the_desk_starts_while_requests_hang,
                 a_number_that_was_connected_before))
