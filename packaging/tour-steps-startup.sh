# shellcheck shell=bash disable=SC2154 # home, theme, profile, program and the words of tour-steps.sh come from there
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The part of the tour about profiles that cannot be used as they are: newer, damaged, restored.

# spoil NAME BYTES PLACE: a copy of the profile with so many bytes of rubbish in it.
spoil() {
    cp -r "$profile" "$home/$1"
    rm -f "$home/$1"/*.db-wal "$home/$1"/*.db-shm
    head -c "$2" /dev/zero | tr '\0' x | dd of="$home/$1/textdesk.db" bs=1 seek="$3" conv=notrunc status=none
}

cp -r "$profile" "$home/newer"
rm -f "$home/newer"/*.db-wal "$home/newer"/*.db-shm
# SQLite file format, 1.3: the user version stands at byte 60, big-endian.
printf '\0\0\3\347' | dd of="$home/newer/textdesk.db" bs=1 seek=60 conv=notrunc status=none
sed -i 's/^program=.*/program=9.1.0/' "$home/newer/settings.ini"
trouble startup-newer "$program" --profile "$home/newer" --theme "$theme"

# The store is gone, and only its backup is left.
cp -r "$profile" "$home/gone"
rm -f "$home/gone"/textdesk.db*
trouble startup-store-gone "$program" --profile "$home/gone" --theme "$theme"
# Or none of it: the quiet choice, its question, and a new beginning.
"$program" --profile "$home/gone" --theme "$theme" >>"$home/textdesk.log" 2>&1 &
textdesk=$!
window=""
until_true 20 find_window || die "no window says that the store is gone"
xdotool windowactivate --sync "$window"
settle
key Tab Return
shot startup-begin-anew-question
key Tab Return
settle
shot startup-begin-anew
kill "$textdesk" 2>/dev/null || true
wait "$textdesk" || true
textdesk=0

# Every page is gone: nothing can be repaired, but there is a backup.
spoil damaged "$(stat -c %s "$profile/textdesk.db")" 0
trouble startup-damaged "$program" --profile "$home/damaged" --theme "$theme"
"$program" --profile "$home/damaged" --theme "$theme" >>"$home/textdesk.log" 2>&1 &
textdesk=$!
window=""
until_true 20 find_window || die "no window says that the profile is damaged"
xdotool windowactivate --sync "$window"
settle
key Return
sleep 3 # the bar of the progress moves in steps
shot startup-repair-failed
key Return
sleep 3
settle
shot startup-restored
kill "$textdesk" 2>/dev/null || true
wait "$textdesk" || true
textdesk=0
