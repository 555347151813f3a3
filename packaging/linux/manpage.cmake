# SPDX-License-Identifier: GPL-3.0-or-later
# Writes textdesk-cli.1 out of the program's own help. Takes PROGRAM, VERSION, TEMPLATE and PAGE.
set(ENV{ASAN_OPTIONS} "detect_leaks=0") # a page is wanted here, not a verdict
execute_process(COMMAND "${PROGRAM}" help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)

# troff: a backslash begins an escape, a bare "-" becomes a hyphen that no terminal finds again, and a line that
# begins with "." or "'" is a command.
function(troff text result)
  string(REPLACE "\\" "\\e" text "${text}")
  string(REPLACE "-" "\\-" text "${text}")
  string(REGEX REPLACE "^([.'])" "\\\\&\\1" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

if(NOT help MATCHES "Exit codes: ([^.]+)\\.")
  message(FATAL_ERROR "${PROGRAM} help names no exit codes")
endif()
string(REPLACE ", " "\n" EXIT_CODES "${CMAKE_MATCH_1}")
string(REGEX REPLACE "([0-9]+) " "\\1|" EXIT_CODES "${EXIT_CODES}")

# CMake's lists give [ ] and ; a meaning of their own.
string(REPLACE "[" "<left>" help "${help}")
string(REPLACE "]" "<right>" help "${help}")
string(REPLACE ";" "<semicolon>" help "${help}")
string(REPLACE "\n" ";" lines "${help}")
set(COMMANDS "")
set(found 0)
foreach(line IN LISTS lines)
  string(REPLACE "<left>" "[" line "${line}")
  string(REPLACE "<right>" "]" line "${line}")
  string(REPLACE "<semicolon>" ";" line "${line}")
  if(line MATCHES "^      (.+)$")
    troff("${CMAKE_MATCH_1}" words)
    string(APPEND COMMANDS "${words}\n")
  elseif(line MATCHES "^  ([a-z].*[^ ]) *$")
    set(command "${CMAKE_MATCH_1}")
    set(usage "")
    # The command's own words end where its options and placeholders begin.
    if(command MATCHES "^([a-z -]*[a-z])( +[^a-z ].*)$")
      set(command "${CMAKE_MATCH_1}")
      set(usage "${CMAKE_MATCH_2}")
    endif()
    troff("${command}" command)
    troff("${usage}" usage)
    string(APPEND COMMANDS ".TP\n\\fB${command}\\fR${usage}\n")
    math(EXPR found "${found} + 1")
  endif()
endforeach()
if(found EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} help lists no command in the form that this script reads")
endif()
string(STRIP "${COMMANDS}" COMMANDS)
configure_file("${TEMPLATE}" "${PAGE}" @ONLY)
