#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/sanitize/run.sh static
#
# cppcheck and clang-tidy over all C files of the core, the command line and the window.
#
# Chosen are the checks that find faults, not those that judge style, which the lint suite
# does. cppcheck 2.10 cannot read a compound literal behind "&" in an argument
# (internalAstError), does not know GLib's macros (unknownMacro) and takes a widget that its parent
# owns for lost (leakReturnValNotUsed).
set -eu

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
jobs=${JOBS:-$(getconf _NPROCESSORS_ONLN)}
checks='-*,bugprone-*,cert-err34-c,cert-flp30-c,misc-redundant-expression'
# The analyzer (clang-analyzer-*) is left out: it does not know what g_autoptr frees, nor that a
# function that fails has set its error. Off are those that judge style, or take what GLib's
# macros are made of for a fault.
for off in bugprone-easily-swappable-parameters bugprone-branch-clone bugprone-macro-parentheses \
  bugprone-implicit-widening-of-multiplication-result bugprone-assignment-in-if-condition \
  bugprone-suspicious-include bugprone-reserved-identifier bugprone-narrowing-conversions \
  bugprone-sizeof-expression
do
  checks=$checks,-$off
done
build=${BUILD:-$leio/_build-tests}
cd "$leio"
[ -f "$build/compile_commands.json" ] || { echo "build first: sh tests/run.sh" >&2; exit 1; }
cppcheck --enable=warning,performance,portability --std=c11 --library=gtk --quiet -j "$jobs" \
  --suppress=unknownMacro --suppress=internalAstError --suppress=leakReturnValNotUsed \
  --error-exitcode=1 app ui
printf '%s\n' app/core/*/*.c app/cli/*.c app/*.c ui/*.c | xargs -P "$jobs" -n 8 clang-tidy --quiet \
  -p "$build" --extra-arg=-w --checks="$checks" --warnings-as-errors='*' 2>/dev/null
