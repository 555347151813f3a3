# SPDX-License-Identifier: GPL-3.0-or-later
# How a room, a test and a program are declared, so that each CMakeLists.txt below stays a short list.

# Room libraries share one precompiled header of QtCore; windows share a second one of QtWidgets.
set(TEXTDESK_CORE_PCH <QtCore/QtCore> <functional> <memory> <optional> <vector>)

# textdesk_room(<name> [SOURCES ...] [LINKS <rooms and libraries>...])
# A room may include only what it links: PUBLIC links are its allowed arrows (ARCHITECTURE.md).
function(textdesk_room name)
  cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS")
  add_library(textdesk_${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(textdesk_${name}
    PUBLIC textdesk_flags Qt6::Core ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
  if(TEXTDESK_PCH)
    target_precompile_headers(textdesk_${name} PRIVATE ${TEXTDESK_CORE_PCH})
  endif()
endfunction()

# Leaks are looked for wherever a sanitizer is built in; what foreign libraries leak is listed, with reasons.
set(TEXTDESK_SANITIZER_ENVIRONMENT "ASAN_OPTIONS=detect_leaks=1"
  "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/packaging/sanitizers.supp:print_suppressions=0"
  "UBSAN_OPTIONS=print_stacktrace=1")

# textdesk_test(<room> SOURCES tst_a.cpp tst_b.cpp LINKS ... [WIDGETS] [SERIAL] [DISPLAY] [KEYRING] [BUS])
# One binary a room; every tst_*.cpp in it becomes one CTest entry. WIDGETS gives it a QApplication on the
# offscreen platform, DISPLAY a real X server of its own (Xvfb), KEYRING a private session bus with an unlocked
# gnome-keyring and a home of its own; BUS an empty message bus that is both session and system bus.
function(textdesk_test room)
  cmake_parse_arguments(PARSE_ARGV 1 TEST "WIDGETS;SERIAL;DISPLAY;KEYRING;BUS" "" "SOURCES;LINKS")
  string(REPLACE "/" "_" target "test_${room}")
  add_executable(${target} ${TEST_SOURCES})
  set(main core)
  if(TEST_WIDGETS)
    set(main widgets)
  endif()
  target_link_libraries(${target} PRIVATE
    textdesk_flags textdesk_testmain_${main} textdesk_testsupport Qt6::Test ${TEST_LINKS})
  target_compile_definitions(${target} PRIVATE
    TEXTDESK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TEXTDESK_BINARY_DIR="${CMAKE_BINARY_DIR}")
  if(TEXTDESK_PCH)
    target_precompile_headers(${target} PRIVATE ${TEXTDESK_CORE_PCH} <QtTest/QtTest>)
  endif()
  set(launcher "")
  set(platform offscreen)
  if(TEST_DISPLAY)
    set(launcher "${CMAKE_SOURCE_DIR}/tests/support/with-display.sh")
    set(platform xcb)
  endif()
  if(TEST_KEYRING)
    list(APPEND launcher "${CMAKE_SOURCE_DIR}/tests/support/with-keyring.sh")
  endif()
  if(TEST_BUS)
    list(APPEND launcher "${CMAKE_SOURCE_DIR}/tests/support/with-bus.sh")
  endif()
  foreach(source IN LISTS TEST_SOURCES)
    get_filename_component(unit "${source}" NAME_WE)
    if(NOT unit MATCHES "^tst_")
      continue()
    endif()
    add_test(NAME ${room}/${unit} COMMAND ${launcher} $<TARGET_FILE:${target}> ${unit})
    set_tests_properties(${room}/${unit} PROPERTIES
      ENVIRONMENT "QT_QPA_PLATFORM=${platform};LC_ALL=C.UTF-8;TZ=UTC;${TEXTDESK_SANITIZER_ENVIRONMENT}"
      TIMEOUT 180)
    if(TEST_SERIAL)
      set_tests_properties(${room}/${unit} PROPERTIES RUN_SERIAL ON)
    endif()
  endforeach()
endfunction()
