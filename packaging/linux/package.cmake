# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package. dpkg-shlibdeps finds the libraries; what is loaded at run time it cannot see, so that is named.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME textdesk)
set(CPACK_PACKAGE_VENDOR "The Textdesk authors")
set(CPACK_PACKAGE_CONTACT "${TEXTDESK_CONTACT}")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "inbox for people who text for work")
set(CPACK_PACKAGE_DESCRIPTION "An inbox on your own computer for the account that you have with an SMS
provider: it sends your texts, shows what became of each, takes in the
replies, and keeps the history here.

Nobody is texted twice: a text is on disk before it is sent, and what nobody
can know is shown as unknown instead of being sent again. Secrets stay in
the keychain of the desktop. A practice account needs no provider and no
money.

The package also holds textdesk-cli, the same engine for scripts and
servers.")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION comm)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
if(TEXTDESK_HOMEPAGE)
  set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${TEXTDESK_HOMEPAGE}")
endif()
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Certificates and time zones are data, Qt's drivers and icon engines are plugins: none is linked, and without them no
# provider is trusted and no icon drawn. Qt's platform for X11 comes with libqt6gui6.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, hicolor-icon-theme, libqt6svg6, tzdata")
if(TARGET Qt6::Sql)
  string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", libqt6sql6-sqlite")
endif()
# A keychain may also be of another desktop, or absent on a server; a missing typeface is replaced by another.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-noto-color-emoji, gnome-keyring | kwalletmanager, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-qpa-plugins")

set(CPACK_TEXTDESK_EPOCH "${TEXTDESK_EPOCH}")
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_SOURCE_DIR}/debianfiles.cmake")
include(CPack)
