# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A phone company that takes its time keeps nobody from starting or stopping the desk."""

import signal
import sys

from harness import Console, PhoneCompany, expect, run


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


if __name__ == "__main__":
    sys.exit(run(the_desk_stops_while_requests_hang, the_desk_starts_while_requests_hang))
