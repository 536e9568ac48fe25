#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh app/run.sh [OPTION…] [FILE.leio…]
#
# Installs what Leio needs and is missing, builds it into _build/, and opens its
# window; arguments are passed on to it. Without a display the cases are evaluated
# on the terminal: the given ones, or the examples. The second run takes seconds.
set -eu

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
build=$leio/_build
# shellcheck source=app/packages.sh
. "$leio/app/packages.sh"

install_packages "$build_debian" "$build_fedora"
set_up "$build" -Dtests=false || stop "the build could not be configured"
say "building (some minutes the first time, a moment later on)"
if ! ninja -C "$build" >"$build/build.log" 2>&1
then
  cat "$build/build.log" >&2
  stop "the build failed"
fi

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]
then
  say "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the cases are"
  say "evaluated on the terminal; more by $build/app/cli/leio-cli --help"
  [ $# -gt 0 ] || set -- "$leio"/data/examples/*.leio
  exec "$build/app/cli/leio-cli" evaluate "$@"
fi

# Settings and icons of the build, without installing it.
export GSETTINGS_SCHEMA_DIR="$build/data"
export XDG_DATA_DIRS="$leio/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
say "opening the window"
exec "$build/app/leio" "$@"
