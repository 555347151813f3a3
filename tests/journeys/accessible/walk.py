# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every interactive widget of the real window has a name and a role and is reached by Tab, on every page.

Usage: walk.py PROGRAM. Prints what is wrong and a closing count; needs a display and a session bus of its own.
"""
import sys
from collections import Counter

from desk import Atspi, Desk, described

# Boxes without a meaning of their own: a screen reader passes over them in silence.
MUTE_ROLES = {"filler", "unknown", "invalid", "panel", "layered pane", "redundant object"}


def spoken_name(node):
    """What is said on arrival. Qt 6.4 gives a combo box its value as name, so that one needs a label."""
    if node.get_role_name() != "combo box":
        return node.get_name()
    labels = [relation.get_target(0).get_name() for relation in node.get_relation_set()
              if relation.get_relation_type().value_nick == "labelled-by" and relation.get_n_targets()]
    return labels[0] if labels else ""


def name_complaints(nodes):
    complaints = [f"{described(node)} has no name (below {described(node.get_parent())})"
                  for node in nodes if not spoken_name(node).strip()]
    complaints += [f"{described(node)} can have the focus but no role says what it is"
                   for node in nodes if node.get_role_name() in MUTE_ROLES]
    said = Counter((node.get_role_name(), spoken_name(node)) for node in nodes)
    complaints += [f"{count} times {role} '{name}': nobody can tell them apart"
                   for (role, name), count in said.items() if count > 1 and name]
    return complaints


def tab_complaints(desk, nodes):
    reached = desk.tab_round(len(nodes) + 20)
    complaints = []
    for node in nodes:
        # A number that can be selected with the mouse; what can be done with it is a button beside it.
        if node in reached or node.get_role_name() == "label":
            continue
        # Tab goes to the chosen one of a group, the arrow keys to the others.
        if node.get_role_name() == "radio button" and any(
                other.get_role_name() == "radio button" and other.get_parent() == node.get_parent()
                for other in reached):
            continue
        complaints.append(f"Tab does not reach {described(node)}")
    return complaints


class Walk:
    def __init__(self, program):
        self.desk = Desk(program)
        self.pages = 0
        self.widgets = 0
        self.failed = 0

    def page(self, title, tab=True):
        self.desk.settle()
        nodes = self.desk.interactive()
        complaints = name_complaints(nodes) + (tab_complaints(self.desk, nodes) if tab else [])
        windows = [self.desk.application().get_child_at_index(index)
                   for index in range(self.desk.application().get_child_count())]
        complaints += [f"the window is a {described(window)}, not a frame or a dialog" for window in windows
                       if window.get_role_name() not in {"frame", "dialog", "window", "alert"}]
        if len(nodes) < 2:
            complaints.append("fewer than two things to act on: is the page there?")
        self.pages += 1
        self.widgets += len(nodes)
        print(f"{'ok' if not complaints else 'FAIL'}: {title} ({len(nodes)} widgets)", flush=True)
        for complaint in complaints:
            self.failed += 1
            print("    " + complaint, flush=True)

    def places(self):
        """The items of the navigation, by the part of their name that does not change."""
        rail = self.desk.find("Navigation")
        assert rail is not None, "there is no navigation"
        return [node.get_name().split(",")[0] for node in self.desk.shown(rail)
                if node.get_role_name() in {"check box", "radio button", "push button", "toggle button"}]


# At the foot of the navigation: they lead nowhere.
SWITCHES = {"Do not disturb", "Hide content"}


def main(program):
    walk = Walk(program)
    desk = walk.desk
    walk.page("first start")
    desk.press("Connect an account")
    walk.page("connect an account")
    desk.press("Back")
    desk.press("Try it with the practice account")
    desk.until(lambda: desk.find("To: phone number"), "the first text can be written")
    walk.page("new conversation")

    Atspi.Component.grab_focus(desk.find("To: phone number"))
    desk.key("ctrl+a")
    desk.type("082 000 0010")
    desk.key("Return")
    desk.settle()
    desk.type("The hall opens at 17:30.")
    desk.settle()
    desk.key("Return")
    desk.until(lambda: desk.application().get_child_at_index(0).get_name().startswith("(1)")
               or desk.find("Inbox, 1"), "a reply came in")
    walk.page("conversation")
    # The palette lies over the window and keeps the keys until it is closed, so only names are asked for.
    desk.key("ctrl+shift+p")
    walk.page("command palette", tab=False)
    desk.key("Escape")
    desk.key("F1")
    walk.page("every key")
    for place in walk.places():
        if place in SWITCHES:
            continue
        desk.press(place, within="Navigation")
        desk.until(lambda: desk.is_chosen(place, "Navigation"), f"{place} is shown")
        walk.page(f"place: {place}")
    # The menu keeps the keys until it is closed.
    desk.press("Do not disturb", within="Navigation")
    walk.page("menu: Do not disturb", tab=False)
    desk.key("Escape")
    desk.press("Inbox", within="Navigation")
    desk.press("Hide content", within="Navigation")
    desk.until(lambda: desk.pressable("Content hidden", "Navigation"), "the content is hidden")
    walk.page("content hidden")
    desk.press("Content hidden", within="Navigation")
    desk.until(lambda: desk.pressable("Hide content", "Navigation"), "the content is shown again")
    desk.close()
    print(f"{walk.pages} pages, {walk.widgets} widgets")
    print(f"{walk.pages if not walk.failed else 0} passed, {walk.failed} failed")
    return 1 if walk.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
