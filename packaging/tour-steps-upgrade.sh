# shellcheck shell=bash disable=SC2154 # home, theme, program, target and the words of tour-steps.sh come from there
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The part of the tour about a profile of the first version, whose upgrade waits for another program's write for as long as
# the picture takes.
mkdir "$home/old"
python3 - "$home/old/textdesk.db" "$TEXTDESK_ROOT/resources/migrations/0001_initial.sql" >"$home/old-held" <<'PYTHON' &
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode=WAL")
db.executescript(open(sys.argv[2]).read())
db.execute("PRAGMA user_version=1")
db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(30)
PYTHON
holder=$!
until_true 10 test -s "$home/old-held" || die "there is no old profile"
# What turns on that screen never rests, so nothing waits for it to.
(
    settle() { sleep 0.5; }
    trouble startup-upgrade "$program" --profile "$home/old" --theme "$theme"
)
shots=$((shots + 1))
kill "$holder"
wait "$holder" || true
