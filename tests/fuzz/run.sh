#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/fuzz/run.sh SECONDS [TARGET…]
#
# Builds the fuzzers with clang, with address and undefined behaviour checked, and
# runs each for SECONDS, one a processor at a time, from where it ended the last time
# (_build-fuzz/corpus). Prints how often each ran. What stops one is kept in
# _build-fuzz/found, and the exit status is 1.
#
# Environment:
#   JOBS   how many at once (default: one a processor)
set -eu
exec </dev/null

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
build=$leio/_build-fuzz
# shellcheck source=app/packages.sh
. "$leio/app/packages.sh"

run_one () { # TARGET SECONDS
  program=${1%%-*}
  case $1 in
    knowledge-rules-first) LEIO_FUZZ_FILE=rules/first.json ;;
    knowledge-*) LEIO_FUZZ_FILE=${1#knowledge-}.json ;;
    properties) LEIO_FUZZ_FILE=properties; program=knowledge ;;
  esac
  export LEIO_FUZZ_FILE
  LEIO_FUZZ_BASE=$leio/tests/broken/base G_SLICE=always-malloc LC_ALL=C.UTF-8 LANGUAGE='' \
    "$build/tests/fuzz/fuzz-$program" -max_total_time="$2" -timeout=20 -rss_limit_mb=2048 \
    -print_final_stats=1 -verbosity=0 -dict="$build/corpus/words" \
    -artifact_prefix="$build/found/$1-" "$build/corpus/$1" >"$build/found/$1.log" 2>&1 \
    || { echo "$1 found something:"; tail -n 40 "$build/found/$1.log"; return 1; }
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/found/$1.log")
  echo "$1 $runs" | tee -a "$build/runs"
}

# One of several that run at once.
if [ "${1:-}" = --one ]
then
  run_one "$3" "$2"
  exit
fi

[ $# -ge 1 ] || stop "usage: sh tests/fuzz/run.sh SECONDS [TARGET…]"
seconds=$1
shift
(export CC=clang; set_up "$build" -Dfuzzers=true -Dwindow=false -Dbuildtype=debugoptimized \
  -Db_sanitize=address,undefined -Db_lundef=false \
  -Dc_args='-fsanitize=fuzzer-no-link -fno-sanitize-recover=all') >&2
# shellcheck disable=SC2046
ninja -C "$build" -j "${JOBS:-$(getconf _NPROCESSORS_ONLN)}" \
  $(for name in agenda batch case clipboard condition json knowledge
    do
      echo "tests/fuzz/fuzz-$name"
    done) >&2
mkdir -p "$build/corpus" "$build/found"
targets=$(python3 "$leio/tests/fuzz/seeds.py" "$leio" "$build/corpus")
[ $# -eq 0 ] || targets=$*
# shellcheck disable=SC2086
printf '%s\n' $targets \
  | xargs -P "${JOBS:-$(getconf _NPROCESSORS_ONLN)}" -n 1 sh "$0" --one "$seconds"
