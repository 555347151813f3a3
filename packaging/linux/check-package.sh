#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether a package can be handed to someone: lintian, hardening, and a Debian of its own where it is installed,
# used and removed again. Needs root (a chroot) and the package mirror that apt uses.
# Usage: packaging/linux/check-package.sh FILE.deb
# Called by packaging/check.sh --only package. The Debian is kept in build/package/debian.tar for the next time.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR/..
source "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"

deb="$(realpath "${1:?usage: packaging/linux/check-package.sh FILE.deb}")"
[[ $(id -u) == 0 ]] || die "this makes a chroot, which needs root"
# Mounts are seen by this script alone and are gone when it ends, however it ends.
if [[ -z ${TEXTDESK_OWN_MOUNTS:-} ]]; then
    TEXTDESK_OWN_MOUNTS=1 exec unshare --mount --propagation private "${BASH_SOURCE[0]}" "$deb"
fi
exec </dev/null
cache="$TEXTDESK_ROOT/build/package/debian.tar"
work="$(mktemp -d "${TMPDIR:-/tmp}/textdesk-package.XXXXXX")"
debian="$work/debian"
service=0

finish() {
    local result=$?
    trap - EXIT
    ((service == 0)) || kill "$service" 2>/dev/null || true
    umount -R "$debian/proc" "$debian/dev" "$debian/tmp" 2>/dev/null || true
    # Never through a mount: what is below one belongs to this computer.
    mountpoint -q "$debian/tmp" || rm -rf --one-file-system "$work"
    exit $result
}
trap finish EXIT

# until_true SECONDS COMMAND...: asks again every tenth of a second.
until_true() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < deadline)) || return 1
        sleep 0.1
    done
}

# Warnings count too: one that is meant is named, with its reason, in lintian.overrides. Of what lintian only mentions,
# "no fortify functions" stays: the flag is on, but of the C library's guarded functions the programs call none.
check_lintian() {
    say "lintian"
    lintian --allow-root --fail-on error,warning --tag-display-limit 0 --info "$deb" >&2 || die "lintian objects (see above)"
}

check_hardening() {
    say "Hardening"
    local unpacked="$work/unpacked" program header
    dpkg-deb -x "$deb" "$unpacked"
    for program in "$unpacked"/usr/bin/*; do
        header="$(readelf -hlsdW --dyn-syms "$program")"
        grep -q 'Type: *DYN (Position-Independent' <<<"$header" || die "$program can be loaded at one address only"
        grep -q 'GNU_RELRO' <<<"$header" && grep -Eq 'BIND_NOW|FLAGS_1.*NOW' <<<"$header" || die "$program: no full RELRO"
        grep -Eq 'GNU_STACK .* RW ' <<<"$header" || die "$program: the stack is executable"
        grep -q '__stack_chk_fail' <<<"$header" || die "$program: no stack protector"
        ! grep -Eq '\.symtab' <<<"$header" || die "$program is not stripped"
        ! grep -Fq "$TEXTDESK_ROOT" "$program" || die "$program names the folder it was built in"
    done
    # Nothing outside /usr, nobody's but root's, no script that could go wrong during an installation.
    ! dpkg-deb -c "$deb" | grep -Ev '^[-dl][-rwx]{9} root/root +[0-9]+ [0-9-]+ [0-9:]+ \./(usr/.*)?$' >&2 ||
        die "the lines above should not be in the package"
    [[ -z $(dpkg-deb -I "$deb" | grep -E '(pre|post)(inst|rm)$') ]] || die "the package has maintainer scripts"
}

inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$debian" "$@"; }
apt_inside() { inside apt-get -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >>"$work/apt.log" 2>&1 || {
    tail -n 30 "$work/apt.log" >&2
    die "in the clean Debian: apt-get $* failed"
}; }
# Every file with its kind. What apt, dpkg and caches note down for themselves is not the package's.
files_inside() {
    find "$debian" -xdev \( -path "$debian/proc" -o -path "$debian/dev" -o -path "$debian/tmp" -o -path "$debian/home" \
        -o -path "$debian/root" -o -path "$debian/var/lib/apt" -o -path "$debian/var/lib/dpkg" -o -path "$debian/var/log" \
        -o -path "$debian/var/cache" \) -prune -o -printf '%y %m %P\n' | sort
}

begin_debian() {
    local mirror
    mkdir "$debian"
    if [[ ! -e $cache ]]; then
        say "Making a minimal Debian 12"
        mirror="$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' 'Origin: Debian' | head -1)"
        debootstrap --variant=minbase bookworm "$debian" "$mirror" >"$work/debootstrap.log" 2>&1 || {
            tail -n 20 "$work/debootstrap.log" >&2
            die "debootstrap failed"
        }
        tar -C "$debian" -cf "$cache.new" . && mv "$cache.new" "$cache"
    else
        tar -C "$debian" -xf "$cache"
    fi
    cp /etc/resolv.conf "$debian/etc/resolv.conf"
    # No service of an installed package shall start here.
    printf '#!/bin/sh\nexit 101\n' >"$debian/usr/sbin/policy-rc.d" && chmod 755 "$debian/usr/sbin/policy-rc.d"
    mount -t proc proc "$debian/proc"
    mount --rbind /dev "$debian/dev"
    # The X server, the session bus and the tour's profile of this computer are reached through /tmp.
    mount --bind "${TMPDIR:-/tmp}" "$debian/tmp"
    inside useradd --create-home clerk
    apt_inside update
}

as_clerk() { inside setpriv --reuid=clerk --regid=clerk --init-groups env HOME=/home/clerk \
    TEXTDESK_SECRET_OFFICE_TOKEN="${token:-}" "$@"; }

check_command_line() {
    say "The command line, as an ordinary user"
    local version told address
    version="$(dpkg-deb -f "$deb" Version)"
    [[ $(as_clerk textdesk-cli --version) == "textdesk-cli ${version%-*}" ]] || die "textdesk-cli says another version"
    [[ $(as_clerk textdesk --version) == "textdesk ${version%-*}" ]] || die "textdesk says another version, or needs a display"
    as_clerk textdesk-cli practice serve --port 0 --for 120 --json >"$work/practice" &
    service=$!
    until_true 20 test -s "$work/practice" || die "the practice service does not start"
    told="$(head -1 "$work/practice")"
    address="$(sed -n 's/.*"baseUrl":"\([^"]*\)".*/\1/p' <<<"$told")"
    token="$(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' <<<"$told")"
    as_clerk textdesk-cli --secrets env account add --provider zoomconnect --name office --set base-url="$address" \
        --set email=practice@textdesk.example --secret token >"$work/said" 2>&1 || die "account add: $(cat "$work/said")"
    as_clerk textdesk-cli --secrets env send --account office --to '082 000 0010' --message 'Hello' --wait 60 \
        >"$work/said" 2>&1 || die "send: $(cat "$work/said")"
    as_clerk textdesk-cli messages list --json | grep -q '"text":"Hello"' || die "the text is not in the list"
    [[ $(stat -c %a "$debian/home/clerk/.local/share/textdesk") == 700 ]] || die "others can look into the profile"
    kill "$service" && wait "$service" || true
    service=0
}

# The tour's own beginning, with the installed program: first start, practice account, a text and its reply.
check_window() {
    say "The window"
    cat >"$work/steps.sh" <<'STEPS'
start
shot installed-first-start
key Tab Return
key Escape Return
type_text '082 000 0010'
key Return
type_text 'The hall opens at 17:30.'
key Return
until_true 20 sh -c "xdotool getwindowname $window | grep -q '^(1)'" || die "no reply came in"
shot installed-reply
STEPS
    cat >"$work/textdesk" <<PROGRAM
#!/bin/bash
exec chroot "$debian" /usr/bin/textdesk "\$@"
PROGRAM
    chmod 755 "$work/textdesk"
    TEXTDESK_TOUR_PROGRAM="$work/textdesk" "$TEXTDESK_ROOT/packaging/tour.sh" --no-build --theme light \
        --steps "$work/steps.sh" "$TEXTDESK_ROOT/build/package/pictures"
}

check_removal() {
    say "Removing it"
    apt_inside purge textdesk
    files_inside >"$work/after"
    diff "$work/before" "$work/after" >&2 || die "the package left the files above"
    [[ -e $debian/home/clerk/.local/share/textdesk/textdesk.db ]] || die "removing the program took the person's messages"
}

check_lintian
check_hardening
begin_debian
say "Installing what it depends on, then the package"
apt_inside satisfy "$(dpkg-deb -f "$deb" Depends)"
files_inside >"$work/before"
mkdir "$debian/mnt/package" && cp "$deb" "$debian/mnt/package/"
apt_inside install "/mnt/package/$(basename "$deb")"
rm -r "$debian/mnt/package"
grep -qE 'textdesk' <(inside dpkg -l textdesk | grep ^ii) || die "it is not installed"
check_command_line
check_window
check_removal
say "The package is good: $deb"
