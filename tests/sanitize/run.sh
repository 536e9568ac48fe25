#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/sanitize/run.sh address|thread|valgrind|static [TEST…]
#
#   address   core, knowledge and cli with address, leak and undefined behaviour checked
#   thread    the tests of the engine, which looks for changes in two threads
#   valgrind  the core under valgrind
#   static    cppcheck and clang-tidy with the sets named here, over all C files
#
# Ends with 0 where nothing was found. Each keeps a build of its own (_build-address, …).
set -eu
exec </dev/null

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
# shellcheck source=app/packages.sh
. "$leio/app/packages.sh"
jobs=${JOBS:-$(getconf _NPROCESSORS_ONLN)}

build () { # FOLDER OPTION…
  set_up "$@" -Dwindow=false >&2
  ninja -C "$1" -j "$jobs" >&2
}

check_address () {
  build "$leio/_build-address" -Db_sanitize=address,undefined -Db_lundef=false
  [ $# -gt 0 ] || set -- --suite core --suite knowledge --suite cli
  LSAN_OPTIONS="suppressions=$leio/tests/sanitize/lsan.supp:print_suppressions=0" \
    ASAN_OPTIONS=fast_unwind_on_malloc=0:detect_stack_use_after_return=1:strict_string_checks=1 \
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 G_SLICE=always-malloc \
    meson test -C "$leio/_build-address" --no-rebuild --num-processes "$jobs" \
    --timeout-multiplier 10 "$@"
}

check_threads () {
  build "$leio/_build-thread" -Db_sanitize=thread -Db_lundef=false
  [ $# -gt 0 ] || set -- oracle metamorphic missing real-base
  hooks=$leio/_build-thread/tests/sanitize/libglib-for-tsan.so
  TSAN_OPTIONS="suppressions=$leio/tests/sanitize/tsan.supp exitcode=66" \
    G_SLICE=always-malloc meson test -C "$leio/_build-thread" --no-rebuild --num-processes 1 \
    --wrapper "env LD_PRELOAD=$(cc -print-file-name=libtsan.so):$hooks" \
    --timeout-multiplier 30 "$@"
}

check_valgrind () {
  build "$leio/_build-valgrind"
  [ $# -gt 0 ] || set -- --suite core
  meson test -C "$leio/_build-valgrind" --setup valgrind --no-rebuild --num-processes "$jobs" "$@"
}

case ${1:-} in
  address) shift; check_address "$@" ;;
  thread) shift; check_threads "$@" ;;
  valgrind) shift; check_valgrind "$@" ;;
  static) exec sh "$leio/tests/sanitize/static.sh" ;;
  *) stop "usage: sh tests/sanitize/run.sh address|thread|valgrind|static [TEST…]" ;;
esac
