#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/display.sh COMMAND…
#
# Runs the command on a display, a bus and a home of its own, as tests/run.sh runs the suites: no
# desktop of the caller, no GL. Ends with the status of the command.
set -eu

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS SESSION_MANAGER
unset GTK_THEME GTK_MODULES G_MESSAGES_DEBUG LOCPATH
export HOME="$home" XDG_RUNTIME_DIR="$home/runtime" LC_ALL=C.UTF-8
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_USE_PORTAL=0
xvfb-run -a -s '-screen 0 1400x1024x24 -nolisten tcp' dbus-run-session -- "$@"
