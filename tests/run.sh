#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/run.sh
#
# Installs what the tests need and is missing, builds Leio with every warning an
# error, and runs every suite on a display that nobody sees. The last line is
# "N passed, N failed"; the exit status is 1 where anything failed.
#
# Environment:
#   SUITES    the suites to run, of: core knowledge cases cli z3 javascript ui a11y lint
#             (default: all)
#   JOBS      how many jobs at once (default: one a processor)
#   CLANG=1   compile with clang too, every warning an error (default where CI is set)
#   FUZZ=N    run each fuzzer for N seconds (default 15 where CI is set, else 0); see tests/fuzz
#   PACKAGING=1 build the archive of a release twice, and look at what it installs (default where
#             CI is set; tests/packaging/run.sh)
#   FLATPAK=0 leave out the Flatpak (tests/flatpak/run.sh), which needs root on Debian, some
#             minutes the first time, and 1.5 GB in _build-flatpak/
set -eu
exec </dev/null

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
build=$leio/_build-tests
suites=${SUITES:-core knowledge cases cli z3 javascript ui a11y lint}
jobs=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
clang=${CLANG:-${CI:+1}}
fuzz=${FUZZ:-${CI:+15}}
packaging=${PACKAGING:-${CI:+1}}
flatpak=${FLATPAK:-1}
scratch=$(mktemp -d)
failed=0
# shellcheck source=app/packages.sh
. "$leio/app/packages.sh"

trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

# A step outside of meson's tests counts as one that failed, with its end shown.
fail () {
  failed=$((failed + 1))
  say "failed: $1"
  tail -n 60 "$2" >&2
}

give_up () {
  fail "$@"
  echo "0 passed, $failed failed"
  exit 1
}

compile () { # FOLDER COMPILER
  say "building with $2"
  (export CC="$2"; set_up "$1" -Dwerror=true) >"$scratch/log" 2>&1 \
    && ninja -C "$1" -k 0 -j "$jobs" >"$scratch/log" 2>&1
}

on_display () { # COMMAND…
  sh "$leio/tests/display.sh" "$@"
}

run_suites () {
  set --
  for suite in $suites
  do
    set -- "$@" --suite "$suite"
  done
  on_display env GSETTINGS_SCHEMA_DIR="$build/data" meson test -C "$build" --no-rebuild \
    --num-processes "$jobs" --timeout-multiplier 4 "$@" 2>&1 || true
}

# Only root makes the runtime: nobody else is asked for its tools.
[ "$flatpak" = 1 ] && [ "$(id -u)" -eq 0 ] || flatpak_debian=
install_packages "$build_debian $tests_debian $flatpak_debian ${clang:+clang} ${fuzz:+clang}" \
  "$build_fedora $tests_fedora ${clang:+clang} ${fuzz:+clang compiler-rt}"
rm -f "$build/meson-logs/testlog.json"
compile "$build" gcc || give_up "the build with gcc" "$scratch/log"
if [ -n "$clang" ]
then
  compile "$leio/_build-clang" clang || fail "the build with clang" "$scratch/log"
fi
if [ "${fuzz:-0}" != 0 ]
then
  say "fuzzing, $fuzz seconds each"
  sh "$leio/tests/fuzz/run.sh" "$fuzz" >"$scratch/log" 2>&1 || fail "a fuzzer" "$scratch/log"
fi

say "running the suites: $suites"
run_suites
set --
if [ "${packaging:-0}" = 1 ]
then
  say "building the archive of a release"
  on_display sh "$leio/tests/packaging/run.sh" >"$scratch/packaging.tap" || true
  set -- "$scratch/packaging.tap"
fi
if [ "$flatpak" = 1 ]
then
  say "building and trying the Flatpak"
  on_display sh "$leio/tests/flatpak/run.sh" >"$scratch/flatpak.tap" || true
  set -- "$@" "$scratch/flatpak.tap"
fi
python3 "$leio/tests/results.py" "$build/meson-logs/testlog.json" "$failed" "$@"
