# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: over AT-SPI, from another process."""

import os
import sys
import warnings

from harness import SKIPPED, Failure, until

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print(f"Skipped: the accessibility bindings are missing (python3-gi, gir1.2-atspi-2.0): {missing}")
    sys.exit(SKIPPED)
if os.environ.get("ANTEROOM_NO_SCREEN") or not os.environ.get("DISPLAY"):
    print("Skipped: there is no screen to show the window on (install xvfb, xauth and dbus).")
    sys.exit(SKIPPED)
# The calls that every version of the bindings understands are called deprecated by the newer ones.
warnings.simplefilter("ignore", DeprecationWarning)

BUTTONS = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON)
TABLES = (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST)
QUEUE = "Waiting callers"


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def descendants(node, depth=0):
    # Deeper than any window of ours; a broken tree must not send us in circles.
    if depth > 30:
        return
    for child in children(node):
        yield child
        # A table's cells are asked for one by one where they are needed: there may be thousands.
        if child.get_role() not in TABLES:
            yield from descendants(child, depth + 1)


def has(node, state):
    return node.get_state_set().contains(state)


class Window:
    """The main window of one process. Names are taken by their beginning."""

    def __init__(self, pid):
        self.pid = pid
        self.application = until("the window is on the accessibility bus", self._find_application)
        until("the window shows its queue", self.table)

    def _find_application(self):
        for application in children(Atspi.get_desktop(0)):
            try:
                if application.get_process_id() == self.pid and application.get_child_count() > 0:
                    return application
            except GLib.Error:
                continue  # somebody else's program went away while we looked
        return None

    def showing(self, roles):
        """Everything of these roles that can be seen now."""
        found = []
        try:
            for node in descendants(self.application):
                if node.get_role() in roles and has(node, Atspi.StateType.SHOWING):
                    found.append(node)
        except GLib.Error:
            pass  # the tree changed under our hands; whoever waits asks again
        return found

    def find(self, roles, name):
        for node in self.showing(roles):
            if (node.get_name() or "").startswith(name):
                return node
        return None

    def press(self, name, roles=BUTTONS, seconds=90):
        """Presses a button once it can be pressed."""
        def attempt():
            try:
                button = self.find(roles, name)
                if button is None or not has(button, Atspi.StateType.ENABLED):
                    return False
                action = button.get_action_iface()
                for index in range(action.get_n_actions()):
                    if action.get_action_name(index).lower() in ("press", "click", "activate", "toggle", "showmenu"):
                        return action.do_action(index)
            except GLib.Error:
                return False
            raise Failure(f"the button {name!r} offers nothing to do")
        until(f"{name!r} can be pressed", attempt, seconds)

    def is_enabled(self, name):
        button = self.find(BUTTONS, name)
        return button is not None and has(button, Atspi.StateType.ENABLED)

    def write(self, field, text):
        """Types over what stands in a field."""
        def attempt():
            try:
                node = self.find((Atspi.Role.TEXT, Atspi.Role.ENTRY), field)
                return node is not None and node.get_editable_text_iface().set_text_contents(text)
            except GLib.Error:
                return False
        until(f"{field!r} can be written", attempt)

    def key(self, keysym):
        Atspi.generate_keyboard_event(keysym, None, Atspi.KeySynthType.SYM)

    def table(self):
        return self.find(TABLES, QUEUE)

    def rows(self):
        """What a screen reader says of each row, from top to bottom; None while the table is changing."""
        try:
            table = self.table()
            if table is None:
                return None
            face = table.get_table_iface()
            spoken = [face.get_accessible_at(row, 1) for row in range(face.get_n_rows())]
            return [cell.get_name() for cell in spoken if cell is not None]
        except GLib.Error:
            return None

    def names(self):
        """The names of all rows, from top to bottom."""
        return [row.split(",")[0] for row in self.rows() or []]

    def select(self, name):
        """Makes the row that begins with this name the chosen one; False without one."""
        try:
            rows = self.rows() or []
            for row, spoken in enumerate(rows):
                if spoken.startswith(name):
                    face = self.table().get_table_iface()
                    face.add_row_selection(row)
                    return face.is_row_selected(row) and (self.rows() or [""] * len(rows))[row].startswith(name)
        except (GLib.Error, IndexError):
            pass
        return False

    def chosen(self):
        """The name in the panel of the chosen caller."""
        try:
            panel = self.find((Atspi.Role.FRAME, Atspi.Role.PANEL), "Chosen caller")
            labels = [node.get_name() for node in descendants(panel)
                      if node.get_role() == Atspi.Role.LABEL and has(node, Atspi.StateType.SHOWING)]
            return labels[0] if labels else ""
        except (GLib.Error, AttributeError):
            return ""

    def choose(self, name):
        until(f"{name} can be chosen", lambda: self.select(name) and self.chosen().startswith(name))

    def cards(self):
        """The names of the cards of whoever rings or talks."""
        area = self.find((Atspi.Role.FILLER, Atspi.Role.PANEL), "Connected and ringing calls")
        try:
            return [] if area is None else [node.get_name() for node in descendants(area)
                                            if has(node, Atspi.StateType.SHOWING) and node.get_name()]
        except GLib.Error:
            return []


class Announcements:
    """What a screen reader would speak by itself."""

    def __init__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(self._hear)
        for kind in ("object:announcement", "object:property-change:accessible-name"):
            try:
                self.listener.register(kind)
            except GLib.Error:
                continue  # an older bus knows only the second

    def _hear(self, event):
        try:
            said = event.any_data if isinstance(event.any_data, str) else event.source.get_name()
        except (GLib.Error, AttributeError):
            return
        self.heard.append(said or "")

    def contains(self, words):
        while GLib.MainContext.default().iteration(False):
            pass
        return any(words in said for said in self.heard)
