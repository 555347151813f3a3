# SPDX-License-Identifier: GPL-3.0-or-later
# The one place that holds compiler flags: every target of ours links textdesk_flags.

add_library(textdesk_flags INTERFACE)
target_include_directories(textdesk_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(textdesk_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS
  TEXTDESK_VERSION="${PROJECT_VERSION}")

if(MSVC)
  target_compile_options(textdesk_flags INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${TEXTDESK_WERROR}>:/WX>)
else()
  target_compile_options(textdesk_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${TEXTDESK_WERROR}>:-Werror>)
  # What is handed to people is hardened as Debian hardens its own, and built the same from any folder.
  target_compile_options(textdesk_flags INTERFACE $<$<CONFIG:Release>:
    -fstack-protector-strong -fstack-clash-protection -Wformat -Werror=format-security -Wdate-time
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.>)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|i.86")
    target_compile_options(textdesk_flags INTERFACE $<$<CONFIG:Release>:-fcf-protection>)
  endif()
  target_link_options(textdesk_flags INTERFACE $<$<CONFIG:Release>:-pie -Wl,-z,relro -Wl,-z,now>)
  # Some forty programs are linked with all their debug information: lld needs a tenth of the time.
  find_program(TEXTDESK_LLD ld.lld)
  if(TEXTDESK_LLD)
    target_link_options(textdesk_flags INTERFACE $<$<CONFIG:Debug>:-fuse-ld=lld>)
  endif()
  if(TEXTDESK_SANITIZE)
    target_compile_options(textdesk_flags INTERFACE
      -fsanitize=${TEXTDESK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(textdesk_flags INTERFACE -fsanitize=${TEXTDESK_SANITIZE})
  endif()
  if(TEXTDESK_FUZZ)
    target_compile_options(textdesk_flags INTERFACE -fsanitize=fuzzer-no-link)
  endif()
endif()
