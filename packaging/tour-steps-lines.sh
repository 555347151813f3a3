# shellcheck shell=bash disable=SC2154 # home, theme, program, window and the words of tour-steps.sh come from there
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The part of the tour with more than one line: whose conversation it is, names and colours, quiet hours, where tokens
# are kept, and a token that the provider does not take any more. Begins in the profile of the wizard's account.

# A second account makes lines of the two.
start --profile "$profile"
key ctrl+1 ctrl+n
type_text '082 000 0010'
key Return
type_text 'Is the hall free on Saturday?'
key Return
key ctrl+shift+p
type_text 'add an account'
key Return
shot add-second-account
key Return
settle
type_text '082 000 0010'
key Return
type_text 'Please bring the signed form tomorrow.'
key Return
titled '^\(1\)' 20
key ctrl+1 alt+Up
shot two-lines
key ctrl+k
type_text 'hall'
shot two-lines-search
key ctrl+a BackSpace Escape
key ctrl+3
shot accounts-two
# The first card's name and colour.
key shift+Tab Return
shot account-name-and-colour
key Escape

# Silence, by hand and by the clock.
key ctrl+shift+p
type_text 'disturb for one'
key Return
key ctrl+1 ctrl+shift+h
move 900 300
shot quiet-and-hidden
key ctrl+shift+h ctrl+shift+p
type_text 'notifications again'
key Return
key ctrl+5
type_text quiet
shot settings-quiet-hours

# The provider takes the token no more: what it means, and another one in its place.
stop
kill "$practice"
wait "$practice" || true
token=tour-token-1111111111111111
port="${base#http://*:}"
TEXTDESK_PRACTICE_TOKEN=$token "$(dirname "$program")/textdesk-cli" practice serve --port "${port%%/*}" --json --for 300 \
    >"$home/practice" 2>>"$home/textdesk.log" &
practice=$!
until_true 15 grep -q baseUrl "$home/practice" || die "the practice service does not start again"
start --profile "$profile"
coloured "$warn_soft" "$(area 176 0 0 90)" 30 1
shot token-refused
key alt+Down
shot gap
click -130 25
shot token-refused-replace
type_text "$token"
key Return
settle
shot token-replaced

# At another place: nothing is sent until a person says so.
stop
cp -r "$profile" "$home/copied"
start --profile "$home/copied"
coloured "$warn_soft" "$(area 176 0 0 90)" 30 1
shot startup-copied
stop
start --profile "$profile"

# Where the tokens are kept, and the other place for them.
key ctrl+shift+p
type_text 'tokens are kept'
key Return
shot keeping-keychain
key Return
type_text 'four words are better'
key Tab
type_text 'four words are better'
shot keeping-vault-new
key Return
coloured "$link" "$(area 200 60 0 0)" 20 || true
settle
shot keeping-vault
key Return
shot keeping-passphrase-change
type_text 'not this one'
key Tab
type_text 'another four words then'
key Tab
type_text 'another four words then'
key Return
coloured "$bad" "$(area 200 60 0 0)"
shot keeping-passphrase-wrong
key Escape Tab Return
settle
shot keeping-moved-back
stop
