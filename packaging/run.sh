#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh clone to the open window: installs what is missing, builds, starts Textdesk.
# Usage: packaging/run.sh [--build-only] [arguments for textdesk]
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

build_only=0
if [[ ${1:-} == --build-only ]]; then
    build_only=1
    shift
fi

ensure_packages build run
lock_build release
configure release
# Nothing changed is the usual case and ninja knows it in a blink; its lines are shown only when it has work.
log="$TEXTDESK_ROOT/build/release/.last-build.log"
if [[ -x $TEXTDESK_ROOT/build/release/bin/textdesk ]] &&
    ninja -C "$TEXTDESK_ROOT/build/release" -n textdesk textdesk-cli >"$log" 2>&1 &&
    grep -q 'no work to do' "$log"; then
    :
else
    say "Building Textdesk (the first time takes some minutes)"
    build release textdesk textdesk-cli || die "the build failed; the first error above says where"
fi
unlock_build

program="$TEXTDESK_ROOT/build/release/bin/textdesk"
if ((build_only)); then
    say "Built: $program and $(dirname "$program")/textdesk-cli"
    exit 0
fi
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} ]]; then
    die "there is no display here (DISPLAY and WAYLAND_DISPLAY are not set). Textdesk is built:
$program   start it on a desktop
$(dirname "$program")/textdesk-cli   works without one"
fi
exec "$program" "$@"
