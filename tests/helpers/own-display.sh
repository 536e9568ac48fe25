#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh own-display.sh PROGRAM [ARGUMENT…]
#
# Runs the program on a display of its own, where Xvfb is there to make one. Only one window of a
# display has the keyboard: programs on a common one take it from each other.
set -eu

command -v Xvfb >/dev/null || exec "$@"

scratch=$(mktemp -d)
server=
clean_up () {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

# Xvfb writes its number to a pipe; who reads it waits until it is there.
mkfifo "$scratch/number"
Xvfb -displayfd 3 -screen 0 1400x1024x24 -nolisten tcp 3>"$scratch/number" \
  >"$scratch/log" 2>&1 &
server=$!
read -r number <"$scratch/number"
DISPLAY=:$number "$@"
