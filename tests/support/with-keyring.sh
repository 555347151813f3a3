#!/bin/sh
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a session bus of its own with an unlocked, empty gnome-keyring and a home of its
# own, so that a test meets the real service and leaves the person's secrets alone. Exits as the
# command does; 125 when the keyring could not be started.
set -u
[ $# -gt 0 ] || { echo "usage: with-keyring.sh COMMAND [ARGUMENT...]" >&2; exit 2; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/textdesk-keyring.XXXXXX") || exit 125
trap 'rm -rf "$folder"' EXIT
trap 'exit 143' HUP INT TERM
mkdir -m 700 "$folder/home" "$folder/home/run" || exit 125

unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK XDG_CURRENT_DESKTOP \
  DESKTOP_SESSION KDE_FULL_SESSION KDE_SESSION_VERSION GNOME_DESKTOP_SESSION_ID
export HOME="$folder/home"
export XDG_RUNTIME_DIR="$HOME/run" XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config" \
  XDG_CACHE_HOME="$HOME/cache" XDG_STATE_HOME="$HOME/state"

# The daemon goes into the background by itself and would outlive the bus for a moment, writing into
# the folder that is being removed: hence it is ended by its id, as the bus knows it.
dbus-run-session -- sh -c '
  printf %s unlocked | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || exit 125
  gdbus wait --session --timeout 20 org.freedesktop.secrets || exit 125
  "$@"
  code=$?
  # A test may have ended the first one and started another.
  daemon=$(gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
    --method org.freedesktop.DBus.GetConnectionUnixProcessID org.freedesktop.secrets 2>/dev/null \
    | sed "s/[^0-9]*[0-9]* \([0-9]*\).*/\1/")
  runs() { grep -q gnome-keyring "/proc/$daemon/comm" 2>/dev/null; }
  ! runs || kill "$daemon"
  tries=0
  while runs && [ $tries -lt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  exit $code
' sh "$@"
