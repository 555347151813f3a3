# shellcheck shell=bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What run.sh, test.sh, check.sh and tour.sh share: packages, configuring, building. Sourced, not run.

TEXTDESK_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
export CCACHE_SLOPPINESS="pch_defines,time_macros,include_file_mtime,include_file_ctime"

say() { printf '\n== %s\n' "$*" >&2; }
die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# packages_for KIND... prints the packages of packaging/packages.txt that serve any of the kinds.
packages_for() {
    awk -v kinds="$*" '
        BEGIN { n = split(kinds, want, " ") }
        /^#/ || NF < 2 { next }
        { m = split($2, has, ",")
          for (i = 1; i <= n; i++) for (j = 1; j <= m; j++) if (want[i] == has[j]) { print $1; next } }
    ' "$TEXTDESK_ROOT/packaging/packages.txt"
}

missing_packages() {
    local package status
    declare -A installed=()
    # One question for all of them; dpkg-query fails when it knows one of them not, and still answers for the rest.
    while read -r package status; do
        [[ $status == ?i* ]] && installed[$package]=1
    done < <(dpkg-query -W -f='${Package} ${db:Status-Abbrev}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        [[ -n ${installed[$package]:-} ]] || printf '%s\n' "$package"
    done
}

# Runs a command as root: directly, or with sudo. sudo asks for a password only when a person sits there.
as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    elif ! command -v sudo >/dev/null; then
        die "this needs root and there is no sudo. As root, run:  apt-get install --no-install-recommends ${TEXTDESK_MISSING:-}"
    elif sudo -n true 2>/dev/null || [[ -t 0 ]]; then
        sudo "$@"
    else
        die "sudo wants a password and nobody is there to type it. As root, run:  apt-get install --no-install-recommends ${TEXTDESK_MISSING:-}"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Options::=--force-confold install --no-install-recommends "$@" >&2
}

# ensure_packages KIND...: installs only what is missing. A stamp, named after the list's hash, makes the next
# start skip even the question; it lies in build/, so that deleting build/ asks again.
ensure_packages() {
    local list stamp wanted missing
    list="$(sha256sum <"$TEXTDESK_ROOT/packaging/packages.txt" | cut -c1-16)"
    stamp="$TEXTDESK_ROOT/build/.packages-$list-$(IFS=- && echo "$*")"
    [[ -e $stamp ]] && return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        die "this is not a Debian system. Install what packaging/packages.txt lists (Debian 12's names), then build
with:  cmake --preset release && cmake --build --preset release"
    fi
    mapfile -t wanted < <(packages_for "$@")
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    if ((${#missing[@]})); then
        TEXTDESK_MISSING="${missing[*]}"
        say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
        # Package lists may be new enough: the update is only for when they are not.
        if ! apt_install "${missing[@]}"; then
            say "Refreshing the package lists, then trying once more"
            as_root apt-get -q -o DPkg::Lock::Timeout=300 update >&2 ||
                die "apt-get update failed: is there a network, and are the sources of apt right?"
            apt_install "${missing[@]}" ||
                die "apt-get could not install: ${missing[*]}
Textdesk is built for Debian 12 (bookworm), main. The lines above say what apt did not find."
        fi
        mapfile -t missing < <(missing_packages "${missing[@]}")
        ((${#missing[@]} == 0)) || die "still not installed: ${missing[*]}"
    fi
    mkdir -p "$TEXTDESK_ROOT/build"
    find "$TEXTDESK_ROOT/build" -maxdepth 1 -name '.packages-*' ! -name ".packages-$list-*" -delete
    : >"$stamp"
}

# As many compilers as there are processors, but no more than one for each GiB that is free.
build_jobs() {
    local processors memory
    processors="$(nproc)"
    memory="$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)"
    ((memory < 1)) && memory=1
    echo $((memory < processors ? memory : processors))
}

# A cache that cannot be written would fail every compilation, so it is tried first.
ccache_works() {
    local probe
    command -v ccache >/dev/null || return 1
    probe="$(mktemp -d)" || return 1
    printf 'int probe;\n' >"$probe/probe.c"
    (cd "$probe" && ccache gcc -c probe.c -o probe.o) >/dev/null 2>&1
    local result=$?
    rm -rf "$probe"
    return $result
}

# Two scripts must not build the same folder at the same time; the second waits. Ends with the script, or with
# unlock_build before a long-running program takes over.
lock_build() {
    mkdir -p "$TEXTDESK_ROOT/build"
    exec 9>"$TEXTDESK_ROOT/build/.lock-$1"
    flock -n 9 || {
        say "Another script is building build/$1: waiting for it"
        flock 9
    }
}
unlock_build() { exec 9>&-; }

# configure PRESET [cmake arguments]: only when it was not done yet, the presets changed, or the folder was moved.
configure() {
    local preset="$1" build="$TEXTDESK_ROOT/build/$1"
    shift
    if [[ -e $build/build.ninja ]]; then
        if ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$TEXTDESK_ROOT" "$build/CMakeCache.txt"; then
            say "build/$preset was made at another path: making it again"
            rm -rf "$build"
        elif [[ ! $TEXTDESK_ROOT/CMakePresets.json -nt $build/build.ninja ]]; then
            # Whoever reads the list of files or targets, as clang-tidy does, wants the tree of today.
            ninja -C "$build" --quiet build.ninja >&2
            return
        fi
    fi
    say "Configuring the $preset preset"
    ccache_works || set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=
    (cd "$TEXTDESK_ROOT" && cmake --preset "$preset" "$@") >&2
}

# build PRESET [targets]: everything without targets. A compiler on a full disk fails without a word, so that is said.
build() {
    local preset="$1" room
    shift
    ninja -C "$TEXTDESK_ROOT/build/$preset" -j "$(build_jobs)" "$@" >&2 || {
        room="$(df --output=avail -BM "$TEXTDESK_ROOT/build" | awk 'END { print $1 + 0 }')"
        ((room > 500)) || say "Only $room MB are free on the disk of build/: that may be all that is wrong"
        return 1
    }
}

# For the phases of the long scripts: how long each took, printed by print_times at the end.
TEXTDESK_TIMES=()
timed() {
    local label="$1" start=$SECONDS result=0
    shift
    "$@" || result=$?
    TEXTDESK_TIMES+=("$(printf '%-24s %5d s%s' "$label" $((SECONDS - start)) "$( ((result)) && echo '  FAILED')")")
    return $result
}
print_times() {
    say "Times"
    printf '%s\n' "${TEXTDESK_TIMES[@]}" "$(printf '%-24s %5d s' total "$SECONDS")" >&2
}
