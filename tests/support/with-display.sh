#!/bin/sh
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on an X server and window manager of its own, so that a test of real windows needs
# no screen and disturbs none. Exits as the command does; 125 when the server could not be started.
set -u
[ $# -gt 0 ] || { echo "usage: with-display.sh COMMAND [ARGUMENT...]" >&2; exit 2; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/textdesk-display.XXXXXX") || exit 125
server=
manager=
finish() {
  [ -z "$manager" ] || { kill "$manager" && wait "$manager"; } 2>/dev/null
  [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 143' HUP INT TERM

# The server takes a free number itself and tells it once it answers: no race between two tests.
mkfifo "$folder/number" || exit 125
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/number" >"$folder/log" 2>&1 &
server=$!
number=$(timeout 30 head -n 1 "$folder/number")
[ -n "$number" ] || { cat "$folder/log" >&2; exit 125; }
export DISPLAY=":$number"
unset WAYLAND_DISPLAY

HOME="$folder" XDG_CONFIG_HOME="$folder" XDG_CACHE_HOME="$folder" XDG_DATA_HOME="$folder" \
  openbox --sm-disable >/dev/null 2>&1 &
manager=$!
# A window that is mapped before there is a manager is never managed.
tries=0
until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' || [ $tries -ge 100 ]; do
  sleep 0.1
  tries=$((tries + 1))
done

"$@"
