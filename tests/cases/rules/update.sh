#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/cases/rules/update.sh [--write] [--all]
#
# Finds cases for the rules that have none or whose cases are no longer true, and
# shows how the files of this folder would change; exit status 1 where they would.
# Read each of them as a patient: is the status right for this person?
#
#   --write   changes the files
#   --all     finds the cases of every rule anew, also where they are still true
#
# Environment:
#   BUILD     the folder in which Leio was built (default: _build-tests)
set -eu

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P)
build=${BUILD:-$leio/_build-tests}
cases=$leio/tests/cases/rules
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
write=
all=
for argument
do
  case $argument in
    --write) write=1 ;;
    --all) all=--all ;;
    *) sed -n 's/^# \{0,1\}//; 5,15p' "$0" >&2; exit 2 ;;
  esac
done

ninja -C "$build" tests/cases/make-rule-cases >"$scratch/log" || { cat "$scratch/log" >&2; exit 2; }
mkdir "$scratch/rules"
"$build/tests/cases/make-rule-cases" "$leio/data/knowledge/leiomyosarcoma" "$cases" \
  "$scratch/rules" $all
cp "$cases/usual.json" "$cases/update.sh" "$scratch/rules"
if [ -n "$write" ]
then
  rm -f "$cases"/*.ndjson
  cp "$scratch/rules"/*.ndjson "$cases"
else
  cd "$leio/tests/cases"
  diff -u rules "$scratch/rules" || exit 1
fi
