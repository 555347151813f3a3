#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Drives the real program with a fresh profile on a private X server and writes a PNG of every screen.
# Usage: packaging/tour.sh [--theme light|dark] [--size WxH] [--scale N] [--all] [--steps FILE] [--no-build] DIR
# Without --theme both are shot: DIR/light-*.png and DIR/dark-*.png, in a window of 1280x800. --size makes it smaller
# (DIR/light-1024x640-*.png), --scale 2 doubles every pixel (DIR/light-200-*.png), --all does all three one by one.
# The steps are in packaging/tour-steps.sh; what they may call is defined below: start stop shot key type_text click
# move area settle window_size. Places are given for 1280x800 from the top left, or, when they belong to the right or
# bottom edge, as negative numbers from there; size and scale are then right by themselves.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

themes=(light dark)
sizes=(1280x800) scales=(1) all=0
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
    --size)
        [[ ${2:-} =~ ^[0-9]+x[0-9]+$ ]] || die "--size takes a width and a height, as in 1024x640"
        sizes=("$2")
        shift 2
        ;;
    --scale)
        [[ ${2:-} =~ ^[1-4]$ ]] || die "--scale takes a whole number from 1 to 4"
        scales=("$2")
        shift 2
        ;;
    --all) all=1 && shift ;;
    --steps) steps="$(realpath "${2:?}")" && shift 2 ;;
    --no-build) build_first=0 && shift ;;
    -*) die "unknown option: $1" ;;
    *) target="$1" && shift ;;
    esac
done
[[ -n $target ]] || die "usage: packaging/tour.sh [--theme light|dark] [--size WxH] [--scale N] [--all] DIR"

# The second half runs again inside a session bus of its own, so that no keychain of the caller is ever seen.
if [[ -z ${TEXTDESK_TOUR_INSIDE:-} ]]; then
    exec </dev/null
    ensure_packages build run tour
    ((build_first == 0)) || "$TEXTDESK_ROOT/packaging/run.sh" --build-only
    [[ -x $program ]] || die "there is no $program; run packaging/run.sh --build-only"
    mkdir -p "$target"
    target="$(realpath "$target")"
    # The small window and the doubled pixels are two questions; both at once is a third, which nobody asks.
    modes=("${sizes[0]} ${scales[0]}")
    ((all == 0)) || modes=("1280x800 1" "1024x640 1" "1280x800 2")
    for mode in "${modes[@]}"; do for theme in "${themes[@]}"; do
        read -r size scale <<<"$mode"
        say "Tour in the $theme theme, $size, scale $scale"
        home="$(mktemp -d "${TMPDIR:-/tmp}/textdesk-tour.XXXXXX")"
        mkdir -m 0700 "$home/run"
        result=0
        env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u TEXTDESK_PROFILE \
            TEXTDESK_TOUR_INSIDE="$home" HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/config" \
            XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" LC_ALL=C.UTF-8 \
            dbus-run-session -- "${BASH_SOURCE[0]}" --theme "$theme" --size "$size" --scale "$scale" --steps "$steps" \
            --no-build "$target" || result=$?
        rm -rf "$home"
        ((result == 0)) || exit $result
    done; done
    say "Pictures in $target"
    exit 0
fi

home="$TEXTDESK_TOUR_INSIDE"
theme="${themes[0]}" scale="${scales[0]}"
width="${sizes[0]%x*}" height="${sizes[0]#*x}"
prefix="$theme"
[[ ${sizes[0]} == 1280x800 ]] || prefix+="-${sizes[0]}"
((scale == 1)) || prefix+="-${scale}00"
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
    Xvfb -displayfd 1 -screen 0 "$((width * scale))x$((height * scale))x24" -nolisten tcp -noreset >"$home/display" 2>"$home/xvfb.log" &
    x_server=$!
    until_true 15 test -s "$home/display" || die "Xvfb did not start: $(cat "$home/xvfb.log")"
    number="$(tr -d '[:space:]' <"$home/display")"
    export DISPLAY=":$number" QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR="$scale"
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
    window_size "$width" "$height"
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

# shot NAME: DIR/<theme>[-<size>][-<scale>]-<number>-<name>.png, when the picture stands still.
shot() {
    kill -0 "$textdesk" 2>/dev/null || die "there is no program to take the picture $1 of"
    settle
    shots=$((shots + 1))
    local file
    file="$target/$prefix-$(printf '%02d' "$shots")-$1.png"
    import -window root -silent "$file"
    printf '%s\n' "$file"
}

# Keys and clicks go to the window that has the focus. key takes xdotool's names (ctrl+n, Return).
key() { xdotool key --clearmodifiers "$@" && settle; }
type_text() { xdotool type --clearmodifiers --delay 15 -- "$1" && settle; }
# place X Y: the pixel of a place in the window; negative numbers count from the right and the bottom.
place() { echo "$((($1 < 0 ? width + $1 : $1) * scale)) $((($2 < 0 ? height + $2 : $2) * scale))"; }
# shellcheck disable=SC2046 # place answers two words
click() { xdotool mousemove --sync $(place "$1" "$2") click "${3:-1}" && settle; }
# shellcheck disable=SC2046
move() { xdotool mousemove --sync $(place "$1" "$2") && settle; }
# area LEFT TOP RIGHT BOTTOM: a part of the picture between two places, as ImageMagick writes it. A right or bottom of
# 0 is the edge.
area() {
    local left top right bottom
    read -r left top < <(place "$1" "$2")
    read -r right bottom < <(place "$3" "$4")
    (($3)) || right=$((width * scale))
    (($4)) || bottom=$((height * scale))
    echo "$((right - left))x$((bottom - top))+$left+$top"
}
window_size() {
    width=$1 height=$2
    xdotool windowmove "$window" 0 0 windowsize "$window" "$((width * scale))" "$((height * scale))"
    settle
}

begin_display
begin_keyring
# shellcheck source=packaging/tour-steps.sh
source "$steps"
stop
((shots > 0)) || die "the steps took no picture"
