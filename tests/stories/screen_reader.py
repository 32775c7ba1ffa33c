# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: over AT-SPI, from another process."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from harness import Failure, until  # noqa: E402


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
        if child.get_role() not in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST):
            yield from descendants(child, depth + 1)


class Window:
    """The main window of one process."""

    def __init__(self, pid):
        self.pid = pid
        self.application = until("the window is on the accessibility bus", self._find)

    def _find(self):
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            try:
                if application.get_process_id() == self.pid and application.get_child_count() > 0:
                    return application
            except GLib.Error:
                continue  # somebody else's program went away while we looked
        return None

    def find(self, role, name):
        """The first thing of that role whose accessible name begins so; None without one."""
        try:
            for node in descendants(self.application):
                if node.get_role() == role and (node.get_name() or "").startswith(name):
                    if node.get_state_set().contains(Atspi.StateType.SHOWING):
                        return node
        except GLib.Error:
            return None  # the tree changed under our hands; whoever waits asks again
        return None

    def button(self, name):
        return until(f"a button {name!r}", lambda: self.find(Atspi.Role.PUSH_BUTTON, name))

    def is_enabled(self, node):
        return node.get_state_set().contains(Atspi.StateType.ENABLED)

    def press(self, name):
        button = self.button(name)
        until(f"{name!r} can be pressed", lambda: self.is_enabled(button))
        action = button.get_action_iface()
        for index in range(action.get_n_actions()):
            if action.get_action_name(index).lower() in ("press", "click", "activate"):
                action.do_action(index)
                return
        raise Failure(f"the button {name!r} offers nothing to do")

    def queue(self):
        return until("the table of callers",
                     lambda: self.find(Atspi.Role.TABLE, "Callers") or self.find(Atspi.Role.TREE_TABLE, "Callers"))

    def rows(self):
        """What a screen reader says of each row, from top to bottom."""
        try:
            table = self.queue()
            face = table.get_table_iface()
            spoken = []
            for row in range(face.get_n_rows()):
                cell = face.get_accessible_at(row, 1) or face.get_accessible_at(row, 0)
                spoken.append(cell.get_name() if cell is not None else "")
            return spoken
        except GLib.Error:
            return []

    def select(self, name):
        """Makes the row whose spoken text begins with that name the current one."""
        def attempt():
            for row, spoken in enumerate(self.rows()):
                if spoken.startswith(name):
                    table = self.queue()
                    cell = table.get_table_iface().get_accessible_at(row, 1)
                    face = table.get_selection_iface()
                    if cell.get_component_iface() is not None:
                        cell.get_component_iface().grab_focus()
                    if face is not None:
                        face.select_child(cell.get_index_in_parent())
                    table.get_table_iface().add_row_selection(row)
                    return True
            return False
        until(f"a row of {name!r} can be chosen", attempt)
