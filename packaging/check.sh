#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The slow checks, run before an issue is closed: every test under AddressSanitizer and UndefinedBehaviorSanitizer,
# clang-tidy, clang-format, 60 s of each fuzz target, and the Debian package installed on a clean Debian.
# Usage: packaging/check.sh [--only format|tidy|asan|fuzz|package]...
# FUZZ_SECONDS changes the 60 s.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
exec </dev/null

phases=()
while (($#)); do
    case "$1" in
    --only)
        case "${2:-}" in
        format | tidy | asan | fuzz | package) phases+=("$2") ;;
        *) die "--only takes format, tidy, asan, fuzz or package" ;;
        esac
        shift 2
        ;;
    *) die "unknown argument: $1 (usage: packaging/check.sh [--only format|tidy|asan|fuzz|package]...)" ;;
    esac
done
((${#phases[@]})) || phases=(format tidy asan fuzz package)

export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY
cd "$TEXTDESK_ROOT"
jobs="$(build_jobs)"

our_files() { find app ui tests -type f \( -name '*.cpp' -o -name '*.h' \) | sort; }

check_format() {
    say "clang-format"
    our_files | xargs -r clang-format-14 --dry-run --Werror --ferror-limit=3
}

# clang-tidy reads what moc writes, so moc is run for each target by itself; nothing is compiled.
check_tidy() {
    say "clang-tidy"
    local log="build/tidy/clang-tidy.log"
    lock_build tidy
    configure tidy || return 1
    # What rcc writes needs no moc, and is not written yet.
    find build/tidy -name AutogenInfo.json -not -path '*_resources_[0-9]*_autogen.dir/*' -print0 |
        xargs -0 -P "$jobs" -I{} cmake -E cmake_autogen {} Debug >build/tidy/autogen.log 2>&1 || {
        cat build/tidy/autogen.log >&2
        return 1
    }
    if ! nice packaging/tidy.py build/tidy "$jobs" >"$log"; then
        grep -E '(warning|error):' "$log" | sort -u >&2
        say "clang-tidy found the above; everything it said is in $log"
        return 1
    fi
    tail -n 1 "$log" >&2
}

check_asan() {
    say "Tests under AddressSanitizer and UndefinedBehaviorSanitizer"
    lock_build asan
    # What a test starts in the background must not keep the lock: hence 9>&-.
    configure asan && build asan &&
        ctest --test-dir build/asan -j "$(nproc)" --output-on-failure --no-tests=error 9>&-
}

# fuzz_one TARGET: new inputs go to build/fuzz/corpus, so the seeds in the tree stay small and chosen; what breaks
# the target is kept below build/fuzz/findings, to become a test.
fuzz_one() {
    local target="$1" home seeds=() findings corpus
    home="$(grep -lrw --include=CMakeLists.txt -- "$target" tests/fuzz | head -1 | xargs -r dirname)"
    for folder in "$home/seeds/$target" "$home/seeds/${target#fuzz_}" "$home/seeds"; do
        if [[ -n $home && -d $folder ]]; then
            seeds=("$folder")
            break
        fi
    done
    corpus="build/fuzz/corpus/$target"
    findings="build/fuzz/findings/$target/"
    mkdir -p "$corpus" "$findings"
    say "Fuzzing $target for ${FUZZ_SECONDS:-60} s (seeds: ${seeds[*]:-none})"
    if ! "build/fuzz/bin/$target" "$corpus" "${seeds[@]}" -max_total_time="${FUZZ_SECONDS:-60}" -timeout=10 \
        -rss_limit_mb=2048 -artifact_prefix="$findings" -print_final_stats=1 >"build/fuzz/$target.log" 2>&1; then
        tail -n 40 "build/fuzz/$target.log" >&2
        say "$target failed; its input is in $findings"
        return 1
    fi
    grep -E 'stat::(number_of_executed_units|average_exec_per_sec)' "build/fuzz/$target.log" >&2 || true
}

check_fuzz() {
    say "Fuzzing"
    local targets result=0
    lock_build fuzz
    configure fuzz || return 1
    mapfile -t targets < <(ninja -C build/fuzz -t targets all | sed -n 's/^\(fuzz_[A-Za-z0-9_]*\): phony$/\1/p' |
        grep -v '_autogen' | sort -u)
    if ((${#targets[@]} == 0)); then
        printf 'no target named fuzz_* is declared below tests/fuzz\n' >&2
        return 1
    fi
    build fuzz "${targets[@]}" || return 1
    export ASAN_OPTIONS="detect_leaks=1:allocator_may_return_null=1"
    export LSAN_OPTIONS="suppressions=$TEXTDESK_ROOT/packaging/sanitizers.supp:print_suppressions=0"
    export -f fuzz_one say
    # One target a processor: a minute for each is enough only when none waits for another.
    # shellcheck disable=SC2016
    printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -c 'fuzz_one "$1"' _ {} || result=1
    return $result
}

# Made twice: whoever builds the same commit again must get the same bytes.
check_package() {
    local deb again
    ensure_packages build run tour package
    deb="$(packaging/run.sh --package)" || return 1
    again="$(sha256sum <"$deb")"
    deb="$(packaging/run.sh --package)" || return 1
    if [[ $(sha256sum <"$deb") != "$again" ]]; then
        printf 'two builds of the package differ\n' >&2
        return 1
    fi
    packaging/linux/check-package.sh "$deb"
}

timed "packages" ensure_packages build run test check
failed=()
for phase in "${phases[@]}"; do
    timed "$phase" "check_$phase" || failed+=("$phase")
done
print_times
if ((${#failed[@]})); then
    die "failed: ${failed[*]}"
fi
say "All checks passed: ${phases[*]}"
