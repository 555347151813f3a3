#!/usr/bin/python3
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over our own sources, each only when it, a header below it or the rules changed.

clang-tidy looks through every Qt header again for each file, 8 s of processor time for each of 700 files. What was clean
stays clean while its preprocessed text (with comments, because NOLINT is one) and .clang-tidy are the same, so a file
that passed leaves its hash in FOLDER/clean and is passed over next time.

Usage: packaging/tidy.py FOLDER JOBS, where FOLDER holds compile_commands.json. What is found goes to standard output,
the newest files first; ends with 1 if anything was found."""

import concurrent.futures
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys

TIDY = "clang-tidy-14"
ROOT = pathlib.Path(__file__).resolve().parent.parent


def rules():
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    lines = (ROOT / ".clang-tidy").read_text().splitlines()
    said = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return hashlib.sha256(version + said.encode()).digest()


def preprocessed(entry):
    words = shlex.split(entry["command"])
    at = words.index("-o")
    del words[at:at + 2]
    words[words.index("-c")] = "-E"
    seen = subprocess.run(words + ["-P", "-C"], cwd=entry["directory"], capture_output=True, check=False)
    return seen.stdout if seen.returncode == 0 else None


def tidied(entry, folder, known):
    """What clang-tidy says of one file; empty if it is clean."""
    text = preprocessed(entry)
    stamp = folder / "clean" / hashlib.sha256(known + text).hexdigest() if text is not None else None
    if stamp and stamp.exists():
        return ""
    said = subprocess.run([TIDY, "--quiet", f"-p={folder}", entry["file"]],
                          capture_output=True, text=True, check=False)
    if said.returncode == 0 and stamp:
        stamp.touch()
        return ""
    # Standard error only counts the warnings in headers of others, unless it could not start.
    return said.stdout or said.stderr or f"{entry['file']}: {TIDY} ended with {said.returncode}\n"


def main(folder, jobs):
    (folder / "clean").mkdir(exist_ok=True)
    ours = tuple(f"{ROOT}/{top}/" for top in ("app", "ui", "tests"))
    entries = [each for each in json.loads((folder / "compile_commands.json").read_text())
               if each["file"].startswith(ours)]
    entries.sort(key=lambda each: pathlib.Path(each["file"]).stat().st_mtime, reverse=True)
    known = rules()
    found = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for said in pool.map(lambda each: tidied(each, folder, known), entries):
            if said:
                found += 1
                print(said, end="", flush=True)
    print(f"{len(entries)} files, {found} with something to mend")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])))
