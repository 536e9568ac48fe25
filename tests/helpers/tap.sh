# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For the scripts that try a whole program and speak TAP: a scratch folder that goes with them,
# and one line for each thing that is to hold. Read by plain POSIX sh.

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
number=0
failed=0

# skip_all WHY: nothing can be tried on this machine.
skip_all () {
  echo "1..0 # SKIP $*"
  exit 0
}

# check NAME COMMAND…: a line of TAP, with the end of the log where it failed.
check () {
  number=$((number + 1))
  name=$1
  shift
  if "$@" >"$scratch/log" 2>&1
  then
    echo "ok $number $name"
    return
  fi
  failed=$((failed + 1))
  tail -n "${TAIL:-40}" "$scratch/log" | sed 's/^/# /'
  echo "not ok $number $name"
}

finish () {
  echo "1..$number"
  [ "$failed" -eq 0 ]
  exit
}
