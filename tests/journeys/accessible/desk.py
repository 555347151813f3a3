# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real textdesk with a fresh profile, seen as a screen reader sees it (AT-SPI 2) and driven by the keyboard."""
import os
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

State = Atspi.StateType
# What a view holds is reached with the arrow keys, once the view itself is reached with Tab.
INSIDE_A_VIEW = {"list item", "table cell", "tree item", "menu item", "check menu item", "radio menu item",
                 "table column header", "table row header", "page tab"}
VIEWS = {"list", "table", "tree", "tree table", "page tab list"}


def states(node):
    return node.get_state_set()


def is_shown(node):
    held = states(node)
    return held.contains(State.SHOWING) and held.contains(State.VISIBLE)


def described(node):
    try:
        return f"{node.get_role_name()} '{node.get_name()}'"
    except GLib.GError:
        return "gone"  # the window has rebuilt that part meanwhile


class Desk:
    def __init__(self, program, *words):
        self.folder = tempfile.TemporaryDirectory(prefix="textdesk-accessible.")
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        self.process = subprocess.Popen(
            [program, "--profile", self.folder.name + "/profile", "--theme", "light", *words], env=environment)
        Atspi.init()
        self._desktop = Atspi.get_desktop(0)
        # Without a main loop of its own the library would never notice that what it remembers is old.
        self._desktop.set_cache_mask(Atspi.Cache.NONE)
        self._focused = None
        self._listener = Atspi.EventListener.new(self._note_focus)
        self._listener.register("object:state-changed:focused")
        self.until(lambda: self.application() is not None, "the program is on the accessibility bus")
        self.until(lambda: self.shown(), "a window is shown")

    def close(self):
        subprocess.run(["wmctrl", "-c", "Textdesk"], check=False)
        try:
            code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the program did not end after its window was closed") from None
        assert code == 0, f"the program ended with code {code}"
        self.folder.cleanup()

    # What there is.

    def application(self):
        for index in range(self._desktop.get_child_count()):
            child = self._desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def shown(self, below=None):
        """Every node on screen, a parent before its children; the rows of a view are left out."""
        found = []
        node = below if below is not None else self.application()
        for index in range(node.get_child_count()):
            try:
                child = node.get_child_at_index(index)
                if child is not None and is_shown(child) and child.get_role_name() not in INSIDE_A_VIEW:
                    found.append(child)
                    # The rows are many and the arrow keys' business.
                    if child.get_role_name() not in VIEWS | {"combo box"}:
                        found += self.shown(child)
            except GLib.GError:
                continue  # that part was rebuilt while it was looked at
        return found

    def interactive(self):
        return [node for node in self.shown()
                if states(node).contains(State.FOCUSABLE) and states(node).contains(State.SENSITIVE)]

    def find(self, name, role=None):
        for node in self.shown():
            if node.get_name().startswith(name) and role in (None, node.get_role_name()):
                return node
        return None

    def pressable(self, name, within=None):
        """The first node whose name begins so and that has an action to press, with the action's number."""
        for node in self.shown(self.find(within) if within else None):
            if not node.get_name().startswith(name):
                continue
            names = [Atspi.Action.get_action_name(node, at) for at in range(Atspi.Action.get_n_actions(node))]
            wanted = next((each for each in ("Press", "Toggle", "Check") if each in names), None)
            if wanted:
                return node, names.index(wanted)
        return None

    def is_chosen(self, name, within):
        """Checked, where it can be: a verb such as Compose leads somewhere without staying pressed."""
        pressed = self.pressable(name, within)
        return pressed is not None and (
            states(pressed[0]).contains(State.CHECKED) or not states(pressed[0]).contains(State.CHECKABLE))

    # What a person does.

    def press(self, name, within=None):
        """The action of a button (below the node of that name), as a screen reader calls it."""
        self.until(lambda: self.pressable(name, within) is not None, f"'{name}' can be pressed")
        node, action = self.pressable(name, within)
        Atspi.Action.do_action(node, action)
        self.settle()

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "15", "--", text], check=True)

    def tab_round(self, most):
        """Presses Tab until the focus is where it was before, and returns every node that had it."""
        seen = []
        for _ in range(most):
            self._focused = None
            self.key("Tab")
            if not self.waited(lambda: self._focused is not None, 1.0):
                break
            if self._focused in seen:
                break
            seen.append(self._focused)
        return seen

    # Waiting, never longer than needed.

    def waited(self, holds, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while GLib.MainContext.default().iteration(False):
                pass
            if holds():
                return True
            time.sleep(0.01)
        return holds()

    def until(self, holds, what, seconds=30):
        assert self.process.poll() is None, f"the program ended with code {self.process.poll()}, before {what}"
        assert self.waited(holds, seconds), f"never became true: {what}"

    def settle(self):
        before = None
        for _ in range(40):
            now = [described(node) for node in self.shown()]
            if now == before:
                return
            before = now
            self.waited(lambda: False, 0.2)

    def _note_focus(self, event):
        source = event.source
        if not event.detail1 or source is None or source.get_process_id() != self.process.pid:
            return
        while source.get_role_name() in INSIDE_A_VIEW and source.get_parent() is not None:
            source = source.get_parent()
        self._focused = source
