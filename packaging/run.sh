#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh clone to the open window: installs what is missing, builds, starts Textdesk.
# Usage: packaging/run.sh [--build-only] [arguments for textdesk]
#        packaging/run.sh --package      builds the Debian package instead and prints its path
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

build_only=0 package=0
case "${1:-}" in
--build-only) build_only=1 && shift ;;
--package)
    package=1
    (($# == 1)) || die "--package takes nothing else"
    ;;
esac

# make_package: build/package/textdesk_VERSION_ARCHITECTURE.deb, the same bytes for the same commit.
make_package() {
    local out="$TEXTDESK_ROOT/build/package" log
    log="$out/cpack.log"
    say "Building the package"
    mkdir -p "$out"
    rm -rf "$out"/*.deb "$out/_CPack_Packages"
    SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git -C "$TEXTDESK_ROOT" log -1 --format=%ct)}"
    export SOURCE_DATE_EPOCH
    # The date of the metainfo is looked up when CMake runs.
    (cd "$TEXTDESK_ROOT" && cmake --preset release) >"$log" 2>&1 &&
        build release all >>"$log" 2>&1 &&
        (cd "$out" && umask 022 && cpack --config ../release/CPackConfig.cmake -B "$out") >>"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        die "the package could not be made; everything that was said is in $log"
    }
    rm -rf "$out/_CPack_Packages"
    ls "$out"/*.deb
}

ensure_packages build run
lock_build release
configure release
if ((package)); then
    make_package
    exit 0
fi
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
