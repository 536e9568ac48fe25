#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/coverage.sh [SUITE…]
#
# Which lines and branches of the core the suites reach (default: core knowledge cases
# cli), by gcovr: a table here, and a page for each file in _build-coverage/coverage.
# With ui among the suites the window is counted too. What earlier runs of the same build
# reached stays counted: remove the folder to begin anew.
set -eu
exec </dev/null

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
build=$leio/_build-coverage
# shellcheck source=app/packages.sh
. "$leio/app/packages.sh"
[ $# -gt 0 ] || set -- core knowledge cases cli
window=false
display=
filter='app/core/'
for suite in "$@"
do
  [ "$suite" != ui ] \
    || { window=true; filter='(app/core|ui)/'; display="sh $leio/tests/display.sh"; }
  suites="${suites:-} --suite $suite"
done

set_up "$build" -Db_coverage=true -Dbuildtype=debug -Dwindow="$window" >&2
[ "$window" = false ] || meson configure "$build" -Dwindow=true >&2
ninja -C "$build" -j "${JOBS:-$(getconf _NPROCESSORS_ONLN)}" >&2
# Not optimised, every test takes longer; one that fails is told by its own suite.
# shellcheck disable=SC2086
$display meson test -C "$build" --no-rebuild --timeout-multiplier 10 $suites >&2 || true
mkdir -p "$build/coverage"
# A branch that only an exception or a failed g_return_if_fail would take is not counted.
gcovr --root "$leio" --object-directory "$build" --filter "$filter" --exclude-unreachable-branches \
  --exclude-throw-branches --exclude-lines-by-pattern '.*g_(return|assert).*' \
  --html-details "$build/coverage/index.html" --txt --print-summary
