# SPDX-License-Identifier: GPL-3.0-or-later
# What the program is called outside of itself. The version is project()'s, in the root CMakeLists.txt, and stands
# nowhere else: the desktop file, the metainfo, the man pages and the package are made from it.

# Reverse domain of whoever publishes it. The desktop file, the icons and the metainfo are named after it, and the
# window says it, so that a desktop finds the icon of an open window. example.org stands for "nobody yet".
set(TEXTDESK_APP_ID "org.example.textdesk" CACHE STRING "Name of the desktop file, icons and metainfo")
set(TEXTDESK_CONTACT "The Textdesk authors <textdesk@example.org>" CACHE STRING "Maintainer of the package")
# AppStream takes pictures and pages only from the web, so what has no public address is left out of the metainfo.
set(TEXTDESK_HOMEPAGE "" CACHE STRING "Public address of the project")
set(TEXTDESK_SCREENSHOTS "" CACHE STRING "Public folder that holds the tour's pictures")

# A moment that two builds of the same source agree on: SOURCE_DATE_EPOCH, else the last commit's.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  set(TEXTDESK_EPOCH "$ENV{SOURCE_DATE_EPOCH}")
else()
  execute_process(COMMAND git -C "${CMAKE_SOURCE_DIR}" log -1 --format=%ct
    OUTPUT_VARIABLE TEXTDESK_EPOCH OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT TEXTDESK_EPOCH MATCHES "^[0-9]+$")
  file(TIMESTAMP "${CMAKE_SOURCE_DIR}/CMakeLists.txt" TEXTDESK_EPOCH "%s" UTC)
endif()
set(ENV{SOURCE_DATE_EPOCH} "${TEXTDESK_EPOCH}") # string(TIMESTAMP) reads it
string(TIMESTAMP TEXTDESK_DATE "%Y-%m-%d" UTC)
