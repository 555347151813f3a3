# shellcheck shell=bash
# SPDX-FileCopyrightText: The Textdesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The steps of packaging/tour.sh, in the order a newcomer meets the screens. Sourced once a theme.

start
shot first-start
stop
