#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/display.sh COMMAND…
#
# Runs the command on a display, a bus and a home of its own: pictures and widget trees are the same
# on every machine, without the desktop of the caller, without GL. Ends with the status of the
# command.
set -eu

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XAUTHORITY
unset SESSION_MANAGER GTK_THEME GTK_MODULES G_MESSAGES_DEBUG LOCPATH
export HOME="$home" XDG_RUNTIME_DIR="$home/runtime" LC_ALL=C.UTF-8
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_USE_PORTAL=0
sh "$(dirname -- "$0")/helpers/own-display.sh" dbus-run-session -- "$@"
