# shellcheck shell=bash disable=SC2154 # home, theme, program and window come from tour.sh
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The steps of packaging/tour.sh, in the order a newcomer meets the screens. Sourced once a theme, size and scale.
# States are awaited by what the window shows: its title (unread count) or a colour in a part of the picture.

profile="$home/profile"
case "$theme" in
light) bad='#b3261e' warn_soft='#fff4dc' accent_soft='#e8f0fe' link='#1f5bd4' ;;
dark) bad='#ff8a80' warn_soft='#3a2f17' accent_soft='#24324d' link='#8ab2ff' ;;
esac

# titled PATTERN [SECONDS]: until the window's title matches (an extended regular expression).
titled() {
    until_true "${2:-15}" sh -c "xdotool getwindowname $window | grep -Eq '$1'" ||
        die "the title is '$(xdotool getwindowname "$window")', not '$1'"
}
# has_colour COLOUR AREA [PERCENT]: whether the area (WxH+X+Y) has that colour, or nearly so as in small letters.
has_colour() {
    import -window root -silent png:- |
        convert - -crop "$2" +repage -alpha off -fill lime -fuzz "${3:-6}%" -opaque "$1" -depth 8 -unique-colors txt:- |
        grep -i '#00FF00'
}
# coloured COLOUR AREA [SECONDS [PERCENT]]: until that colour is there.
coloured() { until_true "${3:-20}" has_colour "$1" "$2" "${4:-6}" || die "no $1 in $2"; }

# Beside the newest bubble; around the compose bar; the head of the conversation.
meta_area="$(area 512 -175 0 -145)"
bar_area="$(area 512 -110 0 0)"
undo_area="$(area -310 -178 -10 -138)"
head_area="$(area 512 0 0 120)"
# Where the last word beside the newest bubble stands.
send_again="-52 -158"

# compose NUMBER TEXT: a first text to a number, by keyboard alone.
compose() {
    key ctrl+1 ctrl+n
    type_text "$1"
    key Return
    type_text "$2"
    # Not key, which waits for stillness: the new conversation is on screen while its text can still be taken back.
    xdotool key Return
    coloured "$link" "$undo_area"
}
# trouble NAME WORDS...: the program on a profile it cannot use, in a process of its own.
trouble() {
    local name=$1
    shift
    "$@" >>"$home/textdesk.log" 2>&1 &
    textdesk=$!
    window=""
    until_true 20 find_window || die "no window says what is wrong ($name)"
    xdotool windowactivate --sync "$window"
    shot "$name"
    wmctrl -i -c "$window"
    wait "$textdesk" || true
    textdesk=0
}

# A newcomer, with the keyboard and with the mouse.
start
shot first-start
key Tab Return
shot connect-form
key Return
shot connect-form-empty
type_text 'School office'
key Tab
type_text 'office@school.example'
key Tab
type_text 'not-a-token'
key Tab ctrl+a
type_text 'http://127.0.0.1:9/'
key Return
coloured "$bad" "$(area 400 200 -200 0)"
shot connect-form-error
key Escape Return
shot practice-ready

# A first text: the price of one character, undo, delivered, a reply.
type_text '082 000 0010'
key Return
type_text 'The hall opens at 17:30 – please use the gate in Park Street.'
shot new-conversation-warning
key Return
coloured "$accent_soft" "$(area 176 100 512 160)"
shot sending-undo
titled '^\(1\)'
shot delivered-reply-unread
type_text 'Thank you'
titled '^Textdesk'
shot reply-read-draft

# What goes wrong, and what a person can do about it.
compose '082 000 0011' 'Your form is ready, please collect it at the office.'
coloured "$bad" "$meta_area"
shot failed
compose '082 000 0017' 'The bus leaves at 14:00 today.'
coloured "$bad" "$meta_area"
shot unknown
click -180 -200 3
shot message-menu
key Escape
# shellcheck disable=SC2086 # two numbers
click $send_again
shot send-again-question
key Escape
compose '082 000 0013' 'Photo day moved to Thursday 08:00.'
coloured "$bad" "$bar_area"
shot opted-out
key ctrl+n
type_text 'the office'
key Return
type_text 'Is anybody there?'
key Return
coloured "$bad" "$head_area"
shot number-problem
key ctrl+a BackSpace Tab ctrl+a BackSpace Escape

# Finding things again.
key ctrl+k
type_text 'office'
shot search
key Down Return
shot search-opened
key ctrl+k ctrl+a
type_text 'zebra'
shot search-nothing
key ctrl+a
type_text 'office is:failed'
shot search-operators
key ctrl+a
type_text 'office after:yesterdayy'
shot search-misread
# The chips by their keys: where they stand depends on the counts in them.
key ctrl+a BackSpace Tab Right Right Right
shot filter-failed
key Left Left Left

# Who it is, what it is about, and when to deal with it.
key ctrl+i
type_text 'Thandi Mokoena'
shot save-contact
key Return ctrl+l
type_text 'Fees'
key Return
shot labels
key Escape ctrl+h
shot snooze
key Escape
# Where an export goes to.
key ctrl+shift+p
type_text 'export'
key Return
shot export-file
key Escape

# Everything by name, and every key.
key ctrl+shift+p
shot palette
type_text 'co'
shot palette-words
key ctrl+a
type_text '000 0010'
shot palette-conversation
key ctrl+a
type_text 'zebra'
shot palette-nothing
key Escape F1
shot shortcuts
key ctrl+1 ctrl+shift+h
move 900 300
shot content-hidden
key ctrl+shift+h
# From the list to the rail, down to the moon; a press offers silence, one more ends it.
key ctrl+1 shift+F6 Down Down Down Down Down Down Return
shot quiet-menu
key Down Return
shot quiet-on
key Return
shot quiet-ended
key ctrl+shift+p
type_text 'add an account'
key Return
shot account-further

# The other places.
key ctrl+2
shot practice
key ctrl+3
shot accounts-practice
key ctrl+4
shot credentials-empty
key ctrl+5
shot settings
type_text proxy
shot settings-search
key ctrl+a
type_text undo
key Tab Tab ctrl+a # over the cross of the search
type_text 99
key Return
shot settings-range
key ctrl+1

# No credit: the account pauses, a banner says what waits and leads on.
compose '082 000 0022' 'See you at nine.'
coloured "$warn_soft" "$head_area" 30 1
shot paused-banner
stop

# All is still there.
start
key alt+Down
shot restarted
# A second start brings the first window back and ends by itself.
xdotool windowminimize --sync "$window"
"$program" --profile "$profile" || die "a second start ended with code $?"
until_true 10 xdotool search --onlyvisible --pid "$textdesk" || die "the first window did not come back"
xdotool windowactivate --sync "$window"
shot second-start
stop
# A command has the profile; then profiles that cannot be used.
"$(dirname "$program")/textdesk-cli" --profile "$profile" listen --port 0 >"$home/listen.txt" 2>&1 &
command=$!
until_true 20 test -s "$home/listen.txt" || die "textdesk-cli does not listen"
trouble startup-in-use "$program" --profile "$profile" --theme "$theme"
kill "$command"
wait "$command" || die "textdesk-cli ended with code $?"
# shellcheck source=packaging/tour-steps-startup.sh
source "$TEXTDESK_ROOT/packaging/tour-steps-startup.sh"
# shellcheck source=packaging/tour-steps-upgrade.sh
source "$TEXTDESK_ROOT/packaging/tour-steps-upgrade.sh"

# An account of one's own, at a practice service in a process of its own: the wizard to its end, the account's page, its
# secret, and what a missing keychain looks like.
token=tour-token-0000000000000000
TEXTDESK_PRACTICE_TOKEN=$token "$(dirname "$program")/textdesk-cli" practice serve --port 0 --json --for 300 \
    >"$home/practice" 2>>"$home/textdesk.log" &
practice=$!
until_true 15 grep -q baseUrl "$home/practice" || die "the practice service does not start"
base="$(sed -n 's/.*"baseUrl" *: *"\([^"]*\)".*/\1/p' "$home/practice" | head -1)"
mail="$(sed -n 's/.*"email" *: *"\([^"]*\)".*/\1/p' "$home/practice" | head -1)"
profile="$home/profile-own"
start --profile "$profile"
key Tab Return
type_text 'School office'
key Tab
type_text "${mail:-practice@textdesk.example}"
key Tab
type_text "$token"
key Tab ctrl+a
type_text "$base"
key Return
coloured "$accent_soft" "$(area 200 60 400 200)"
shot wizard-addresses
key Return
shot own-account-first-text
key ctrl+3
shot accounts
key Tab Tab Return
shot account-addresses
key ctrl+4
shot credentials
key Tab Return
shot credential-replace
stop
# shellcheck source=packaging/tour-steps-lines.sh
source "$TEXTDESK_ROOT/packaging/tour-steps-lines.sh"
DBUS_SESSION_BUS_ADDRESS=disabled: start --profile "$profile"
coloured "$warn_soft" "$(area 176 0 0 90)"
shot keychain-missing-banner
click -300 -75
type_text 'This text waits for the keychain.'
key Return
shot keychain-missing-waiting
click -130 25
shot keychain-missing
stop
kill "$practice"
wait "$practice" || true
