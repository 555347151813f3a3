#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds one configuration (preset dev, warnings are errors) and runs every test; ends with CTest's summary and
# exit code. Needs no input and no display: tests that want one start a private X server.
# Usage: packaging/test.sh [arguments for ctest, e.g. -R '^http/']
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
exec </dev/null

export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
# Tests must never talk to the keychain or the desktop of whoever runs them.
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY

timed "packages" ensure_packages build run test
lock_build dev
timed "configure" configure dev
say "Building"
timed "build" build dev || {
    print_times
    die "the build failed; the first error above says where"
}

say "Testing"
result=0
print_times
ctest --test-dir "$TEXTDESK_ROOT/build/dev" -j "$(nproc)" --output-on-failure --no-tests=error "$@" \
    9>&- || result=$?
exit $result
