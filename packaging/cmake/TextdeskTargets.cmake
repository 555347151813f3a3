# SPDX-License-Identifier: GPL-3.0-or-later
# How a room, a test and a program are declared, so that each CMakeLists.txt below stays a short list.

# Four precompiled headers serve the whole tree: one for each target filled 18 GB and took minutes to make. The lowest
# target of a kind makes the header, and all others of that kind borrow it; a borrower may link more Qt modules than the
# maker does, but QtTest reads QT_NETWORK_LIB, QT_GUI_LIB and QT_WIDGETS_LIB, so the mains of the tests bring those.
set(TEXTDESK_PCH_STANDARD <functional> <memory> <optional> <vector>)
set(TEXTDESK_PCH_core textdesk_base <QtCore/QtCore>)
set(TEXTDESK_PCH_window textdesk_ui_theme <QtWidgets/QtWidgets>)
set(TEXTDESK_PCH_coretest textdesk_testmain_core <QtCore/QtCore> <QtTest/QtTest>)
set(TEXTDESK_PCH_windowtest textdesk_testmain_widgets <QtWidgets/QtWidgets> <QtTest/QtTest>)

# textdesk_precompiled(<target> core|window|coretest|windowtest)
function(textdesk_precompiled target kind)
  if(NOT TEXTDESK_PCH)
    return()
  endif()
  set(headers ${TEXTDESK_PCH_${kind}})
  list(POP_FRONT headers maker)
  if(target STREQUAL maker)
    target_precompile_headers(${target} PRIVATE ${headers} ${TEXTDESK_PCH_STANDARD})
  else()
    target_precompile_headers(${target} REUSE_FROM ${maker})
  endif()
endfunction()

# textdesk_room(<name> [SOURCES ...] [LINKS <rooms and libraries>...])
# A room may include only what it links: PUBLIC links are its allowed arrows (ARCHITECTURE.md).
function(textdesk_room name)
  cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS")
  add_library(textdesk_${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(textdesk_${name}
    PUBLIC textdesk_flags Qt6::Core ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
  textdesk_precompiled(textdesk_${name} core)
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
  set(precompiled coretest)
  if(TEST_WIDGETS)
    set(main widgets)
    set(precompiled windowtest)
  endif()
  target_link_libraries(${target} PRIVATE
    textdesk_flags textdesk_testmain_${main} textdesk_testsupport Qt6::Test ${TEST_LINKS})
  target_compile_definitions(${target} PRIVATE
    TEXTDESK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TEXTDESK_BINARY_DIR="${CMAKE_BINARY_DIR}")
  textdesk_precompiled(${target} ${precompiled})
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
