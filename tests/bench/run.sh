#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the benchmarks with release flags and runs them one after the other, so that none disturbs another.
# Usage: tests/bench/run.sh [names, e.g. bench_sends]
set -euo pipefail
# shellcheck source=packaging/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../packaging/setup.sh"
exec </dev/null
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"

ensure_packages build run test
lock_build bench
configure bench
names=("$@")
if ((${#names[@]} == 0)); then
    mapfile -t names < <(ninja -C "$TEXTDESK_ROOT/build/bench" -t targets all |
        sed -n 's/^\(bench_[A-Za-z0-9_]*\): phony$/\1/p' | grep -v '_autogen' | sort -u)
fi
((${#names[@]})) || die "no target named bench_* is declared below tests/bench"
build bench "${names[@]}"

say "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) processors, $(uname -sr)"
failed=()
for name in "${names[@]}"; do
    say "$name"
    "$TEXTDESK_ROOT/build/bench/bin/$name" || failed+=("$name")
done
((${#failed[@]} == 0)) || die "failed: ${failed[*]}"
