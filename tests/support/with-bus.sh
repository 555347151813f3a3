#!/bin/sh
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on an empty message bus of its own that is session and system bus at once, so that
# a test puts its own desktop services there and never meets the real ones. Exits as the command
# does; 125 when the bus could not be started.
set -u
[ $# -gt 0 ] || { echo "usage: with-bus.sh COMMAND [ARGUMENT...]" >&2; exit 2; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/textdesk-bus.XXXXXX") || exit 125
trap 'rm -rf "$folder"' EXIT
trap 'exit 143' HUP INT TERM
# The usual configuration would start the machine's own services as soon as one is asked for.
cat >"$folder/bus.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$folder</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
XML

unset XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION KDE_SESSION_VERSION GNOME_DESKTOP_SESSION_ID
dbus-run-session --config-file="$folder/bus.conf" -- \
  sh -c 'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec "$@"' sh "$@"
