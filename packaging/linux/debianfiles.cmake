# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack over the staged files, before they are packed: what Debian wants beyond a plain installation.
# Gets CPACK_TEMPORARY_DIRECTORY and the package's name, version and contact.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{SOURCE_DATE_EPOCH} "${CPACK_TEXTDESK_EPOCH}")
endif()
set(docs "${CPACK_TEMPORARY_DIRECTORY}/usr/share/doc/${CPACK_PACKAGE_NAME}")
set(man "${CPACK_TEMPORARY_DIRECTORY}/usr/share/man/man1")
file(MAKE_DIRECTORY "${docs}")

configure_file("${CMAKE_CURRENT_LIST_DIR}/copyright" "${docs}/copyright" COPYONLY)
configure_file("${CMAKE_CURRENT_LIST_DIR}/../../CHANGELOG.md" "${docs}/changelog" COPYONLY)
# The names of days and months are those of RFC 5322, whatever the language of this computer.
set(language "$ENV{LC_ALL}")
set(ENV{LC_ALL} C)
string(TIMESTAMP CPACK_MOMENT "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(ENV{LC_ALL} "${language}")
configure_file("${CMAKE_CURRENT_LIST_DIR}/changelog.debian.in" "${docs}/changelog.Debian" @ONLY)

set(overrides "${CPACK_TEMPORARY_DIRECTORY}/usr/share/lintian/overrides")
configure_file("${CMAKE_CURRENT_LIST_DIR}/lintian.overrides" "${overrides}/${CPACK_PACKAGE_NAME}" COPYONLY)

file(GLOB pages "${man}/*.1")
# -n: neither name nor time goes into the file, so two builds are the same.
execute_process(COMMAND gzip -9n ${pages} "${docs}/changelog" "${docs}/changelog.Debian" COMMAND_ERROR_IS_FATAL ANY)
file(GLOB binaries "${CPACK_TEMPORARY_DIRECTORY}/usr/bin/*")
execute_process(COMMAND strip --strip-all --remove-section=.comment --remove-section=.note ${binaries}
  COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE files LIST_DIRECTORIES false "${docs}/*" "${man}/*" "${overrides}/*")
file(CHMOD ${files} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
