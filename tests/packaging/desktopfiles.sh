#!/bin/bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Asks the desktop's own tools whether desktop file, metainfo, man pages and icons are right, and whether they say
# what the programs say. Usage: desktopfiles.sh FOLDER APP-ID VERSION PROGRAMS
set -uo pipefail
folder="$1" id="$2" version="$3" programs="$4"
passed=0 failed=0

check() {
    local name="$1" said
    shift
    if said="$("$@" 2>&1)"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAIL: %s\n%s\n' "$name" "$said"
    fi
}
silent() {
    local said
    said="$("$@" 2>&1)" && [[ -z $said ]] || { printf '%s\n' "$said" && return 1; }
}
man_warns() { silent sh -c "MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z '$1' >/dev/null"; }
page() { MANWIDTH=200 man -l "$1" | col -b; }
# Each command of the help stands in the page at the start of a line of its own, with its options.
names_every_command() {
    local command text lines=0
    text="$(page "$folder/textdesk-cli.1" | tr -s ' ')"
    while read -r command; do
        lines=$((lines + 1))
        grep -qF -- " $command" <<<"$text" || { printf 'missing: %s\n' "$command" && return 1; }
    done < <("$programs/textdesk-cli" help | sed -n 's/^  \([a-z].*[^ ]\) *$/\1/p' | cut -c1-80)
    ((lines > 15)) || { printf 'only %s commands in the help\n' "$lines" && return 1; }
}
names_every_option() {
    local option text
    # Not through a pipe: grep leaves at its first hit, and who writes to it then fails.
    text="$(page "$folder/textdesk.1")"
    for option in $("$programs/textdesk" --help | grep -o -- '--[a-z]*' | sort -u); do
        grep -qF -- "$option" <<<"$text" || { printf 'missing: %s\n' "$option" && return 1; }
    done
}
# Width and height stand at bytes 16 to 23 of a PNG (PNG specification, 11.2.2).
icon_has_size() {
    local edge="$1" file="$folder/hicolor/$1x$1/apps/$id.png"
    [[ $(od -An -tx1 -j16 -N8 "$file" | tr -d ' ') == "$(printf '%08x%08x' "$edge" "$edge")" ]] || return 1
    # Something is drawn: an empty picture of this size is far smaller.
    (($(stat -c %s "$file") > edge * 4))
}
is() { [[ $1 == "$2" ]] || { printf 'is "%s", should be "%s"\n' "$1" "$2" && return 1; }; }

check "desktop file" silent desktop-file-validate "$folder/$id.desktop"
check "metainfo" appstreamcli validate --no-net --pedantic --strict "$folder/$id.metainfo.xml"
check "the version is project()'s" grep -qF "<release version=\"$version\"" "$folder/$id.metainfo.xml"
check "the desktop file starts a program of ours" test -x "$programs/$(sed -n 's/^Exec=//p' "$folder/$id.desktop")"
for name in textdesk textdesk-cli; do
    check "man page of $name" man_warns "$folder/$name.1"
    check "version of the page of $name" grep -qF "Textdesk $version" "$folder/$name.1"
    check "version of $name" is "$("$programs/$name" --version)" "$name $version"
done
check "every command has its place in the man page" names_every_command
for shell in bash zsh fish; do
    check "what $shell knows is the program's own" diff <("$programs/textdesk-cli" completion "$shell") "$folder/completions/$shell"
done
check "every option has its place in the man page" names_every_option
for edge in 16 22 24 32 48 64 96 128 256 512; do
    check "icon of $edge pixels" icon_has_size "$edge"
done
printf '%s passed, %s failed\n' "$passed" "$failed"
((failed == 0))
