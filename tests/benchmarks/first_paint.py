# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of a program to its first painted window, seen from outside: the X server itself says (Damage extension)
when something of the size of a main window has been drawn. The same for every program, whatever it is made of."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time

from Xlib import X, display
from Xlib.ext import damage

SMALLEST_WINDOW = 300 * 200  # pixels; helper and splash windows are smaller


class NoWindow(Exception):
    pass


@contextlib.contextmanager
def held_screen():
    """An X server that has lost its last client starts anew, and turns away whoever comes meanwhile: between two programs
    somebody has to stay."""
    if "DISPLAY" not in os.environ:
        yield  # some measurements need none
        return
    server = display.Display()
    try:
        yield
    finally:
        server.close()


def first_paint(command, environment=None, seconds=20):
    """Seconds from starting `command` to its first painted window; the program is then ended by SIGTERM."""
    server = display.Display()
    if not server.has_extension("DAMAGE"):
        raise NoWindow("This X server has no Damage extension, so nobody can say when a window was painted.")
    server.damage_query_version()
    server.set_error_handler(lambda *_: None)  # a window that takes input only paints nothing and cannot be watched
    root = server.screen().root
    root.change_attributes(event_mask=X.SubstructureNotifyMask)
    server.sync()
    started = time.monotonic()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watched = set()
    try:
        while time.monotonic() - started < seconds:
            while server.pending_events():
                event = server.next_event()
                if event.type == X.CreateNotify and event.window.id not in watched:
                    watched.add(event.window.id)
                    event.window.damage_create(damage.DamageReportRawRectangles)
                elif event.type == server.extension_event.DamageNotify:
                    if event.drawable_geometry.width * event.drawable_geometry.height >= SMALLEST_WINDOW:
                        return time.monotonic() - started
            select.select([server], [], [], 0.2)
            if program.poll() is not None:
                raise NoWindow(f"{command[0]} ended with {program.returncode} before it had painted a window.")
        raise NoWindow(f"{command[0]} painted no window within {seconds} s.")
    finally:
        if program.poll() is None:
            program.send_signal(signal.SIGTERM)
            try:
                program.wait(timeout=10)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
        server.close()


if __name__ == "__main__":
    print(f"{first_paint(sys.argv[1:], os.environ) * 1000:.1f} ms")
