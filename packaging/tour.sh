#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Drives the real program with a fresh profile on a private 1280x800 X server and writes a PNG of every screen.
# Usage: packaging/tour.sh [--theme light|dark] [--steps FILE] [--no-build] DIR
# Without --theme both are shot: DIR/light-*.png and DIR/dark-*.png. The steps are in packaging/tour-steps.sh;
# what they may call is defined below: start stop shot key type_text click move settle window_size.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

themes=(light dark)
steps="$TEXTDESK_ROOT/packaging/tour-steps.sh"
program="${TEXTDESK_TOUR_PROGRAM:-$TEXTDESK_ROOT/build/release/bin/textdesk}"
build_first=1
target=""
while (($#)); do
    case "$1" in
    --theme)
        [[ ${2:-} == light || ${2:-} == dark ]] || die "--theme takes light or dark"
        themes=("$2")
        shift 2
        ;;
    --steps) steps="$(realpath "${2:?}")" && shift 2 ;;
    --no-build) build_first=0 && shift ;;
    -*) die "unknown option: $1" ;;
    *) target="$1" && shift ;;
    esac
done
[[ -n $target ]] || die "usage: packaging/tour.sh [--theme light|dark] [--steps FILE] [--no-build] DIR"

# The second half runs again inside a session bus of its own, so that no keychain of the caller is ever seen.
if [[ -z ${TEXTDESK_TOUR_INSIDE:-} ]]; then
    exec </dev/null
    ensure_packages build run tour
    ((build_first == 0)) || "$TEXTDESK_ROOT/packaging/run.sh" --build-only
    [[ -x $program ]] || die "there is no $program; run packaging/run.sh --build-only"
    mkdir -p "$target"
    target="$(realpath "$target")"
    for theme in "${themes[@]}"; do
        say "Tour in the $theme theme"
        home="$(mktemp -d "${TMPDIR:-/tmp}/textdesk-tour.XXXXXX")"
        mkdir -m 0700 "$home/run"
        result=0
        env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u TEXTDESK_PROFILE \
            TEXTDESK_TOUR_INSIDE="$home" HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/config" \
            XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" LC_ALL=C.UTF-8 \
            dbus-run-session -- "${BASH_SOURCE[0]}" --theme "$theme" --steps "$steps" --no-build "$target" || result=$?
        rm -rf "$home"
        ((result == 0)) || exit $result
    done
    say "Pictures in $target"
    exit 0
fi

home="$TEXTDESK_TOUR_INSIDE"
theme="${themes[0]}"
x_server=0 window_manager=0 keyring=0 textdesk=0 window="" shots=0

finish() {
    local result=$?
    trap - EXIT
    for process in "$textdesk" "$window_manager" "$keyring" "$x_server"; do
        ((process == 0)) || kill "$process" 2>/dev/null || true
    done
    wait
    exit $result
}
trap finish EXIT

# The server chooses a free display number and tells it, so tours can run side by side.
begin_display() {
    local number
    Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp -noreset >"$home/display" 2>"$home/xvfb.log" &
    x_server=$!
    until_true 15 test -s "$home/display" || die "Xvfb did not start: $(cat "$home/xvfb.log")"
    number="$(tr -d '[:space:]' <"$home/display")"
    export DISPLAY=":$number" QT_QPA_PLATFORM=xcb
    # Without a frame the window is exactly the picture, as in the drawings.
    cat >"$home/openbox.xml" <<'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <applications><application type="normal"><decor>no</decor></application></applications>
</openbox_config>
XML
    openbox --sm-disable --config-file "$home/openbox.xml" >"$home/openbox.log" 2>&1 &
    window_manager=$!
    until_true 15 sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id"' ||
        die "openbox did not start: $(cat "$home/openbox.log")"
}

begin_keyring() {
    printf 'tour' | gnome-keyring-daemon --unlock --foreground --components=secrets >"$home/keyring.log" 2>&1 &
    keyring=$!
    until_true 15 sh -c 'dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean true"' ||
        die "gnome-keyring did not start: $(cat "$home/keyring.log")"
}

# until_true SECONDS COMMAND...: asks again every tenth of a second.
until_true() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < deadline)) || return 1
        sleep 0.1
    done
}

# shellcheck disable=SC2120 # the steps may pass arguments
# start [arguments]: the program with this tour's profile and theme, full screen size. Again after stop: a restart.
start() {
    "$program" --profile "$home/profile" --theme "$theme" "$@" >>"$home/textdesk.log" 2>&1 &
    textdesk=$!
    window=""
    until_true 30 find_window || true
    [[ -n $window ]] || {
        cat "$home/textdesk.log" >&2
        die "the program showed no window"
    }
    xdotool windowactivate --sync "$window"
    window_size 1280 800
    settle
}
find_window() {
    window="$(xdotool search --all --onlyvisible --pid "$textdesk" 2>/dev/null | head -1 || true)"
    [[ -n $window ]] || ! kill -0 "$textdesk" 2>/dev/null
}

# stop: closes the window as a person would, and insists that the program ends by itself with code 0.
stop() {
    ((textdesk)) || return 0
    local process=$textdesk result=0
    textdesk=0
    wmctrl -i -c "$window" 2>/dev/null || true
    if ! until_true 10 sh -c "! kill -0 $process"; then
        kill -9 "$process" 2>/dev/null || true
        die "the program did not end after its window was closed"
    fi
    wait "$process" || result=$?
    ((result == 0)) || {
        cat "$home/textdesk.log" >&2
        die "the program ended with code $result"
    }
}

# settle: waits until two pictures a quarter of a second apart are the same (at most 5 s).
settle() {
    local before="" now deadline=$((SECONDS + 5))
    while ((SECONDS <= deadline)); do
        now="$(import -window root -silent rgb:- | sha256sum)"
        [[ $now != "$before" ]] || return 0
        before="$now"
        sleep 0.25
    done
}

# shot NAME: DIR/<theme>-<number>-<name>.png, when the picture stands still.
shot() {
    kill -0 "$textdesk" 2>/dev/null || die "there is no program to take the picture $1 of"
    settle
    shots=$((shots + 1))
    local file
    file="$target/$theme-$(printf '%02d' "$shots")-$1.png"
    import -window root -silent "$file"
    printf '%s\n' "$file"
}

# Keys and clicks go to the window that has the focus. key takes xdotool's names (ctrl+n, Return).
key() { xdotool key --clearmodifiers "$@" && settle; }
type_text() { xdotool type --clearmodifiers --delay 15 -- "$1" && settle; }
click() { xdotool mousemove --sync "$1" "$2" click "${3:-1}" && settle; }
move() { xdotool mousemove --sync "$1" "$2" && settle; }
window_size() {
    xdotool windowmove "$window" 0 0 windowsize "$window" "$1" "$2"
    settle
}

begin_display
begin_keyring
# shellcheck source=packaging/tour-steps.sh
source "$steps"
stop
((shots > 0)) || die "the steps took no picture"
