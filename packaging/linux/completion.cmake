# SPDX-License-Identifier: GPL-3.0-or-later
# Writes what the program says for a shell into a file. Takes PROGRAM, SHELL and SCRIPT.
set(ENV{ASAN_OPTIONS} "detect_leaks=0") # a script is wanted here, not a verdict
execute_process(COMMAND "${PROGRAM}" completion "${SHELL}" OUTPUT_FILE "${SCRIPT}" COMMAND_ERROR_IS_FATAL ANY)
