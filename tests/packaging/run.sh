#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/packaging/run.sh
#
# What a packager relies on: the archive of `meson dist` is complete, is built twice in
# different folders into the same programs, passes quick suites, and installs the files
# of tests/packaging/installed.txt, no more and no less. Prints TAP. Needs git, for the
# archive is what is committed.
set -eu
exec </dev/null

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
# shellcheck source=tests/helpers/tap.sh
. "$leio/tests/helpers/tap.sh"
# The same day for all, and no compiler's output of another folder.
SOURCE_DATE_EPOCH=1764028800
CCACHE_DISABLE=1
export SOURCE_DATE_EPOCH CCACHE_DISABLE
one=$scratch/one
other=$scratch/a/longer/way/to/other

make_archive () {
  meson setup "$scratch/build" "$leio" -Dtests=false -Dwindow=false
  meson dist -C "$scratch/build" --allow-dirty --no-tests --formats gztar
  mkdir -p "$one" "$other"
  for folder in "$one" "$other"
  do
    tar -xzf "$scratch"/build/meson-dist/*.tar.gz -C "$folder" --strip-components=1
  done
}

# Without debugging information, which tells the folder.
build () { # FOLDER
  meson setup "$1/_build" "$1" --prefix=/usr --buildtype=plain -Dtests=false -Dwerror=true
  ninja -C "$1/_build" -j "${JOBS:-$(getconf _NPROCESSORS_ONLN)}"
}

install_into () { # FOLDER
  DESTDIR=$1/root meson install -C "$1/_build" --no-rebuild
}

is_same () {
  install_into "$other"
  diff -r "$one/root" "$other/root"
}

# Catalogues of a language come and go with the lists of languages.
list_expected () {
  grep -v '^#' "$leio/tests/packaging/installed.txt"
  for domain in leio:po leio-knowledge:po/knowledge
  do
    for language in $(grep -v '^#' "$one/${domain#*:}/LINGUAS")
    do
      echo "usr/share/locale/$language/LC_MESSAGES/${domain%:*}.mo"
    done
  done
}

is_as_listed () {
  install_into "$one"
  list_expected | LC_ALL=C sort >"$scratch/expected"
  (cd "$one/root" && find . ! -type d | sed 's/^..//' | LC_ALL=C sort) >"$scratch/found"
  diff -u "$scratch/expected" "$scratch/found"
}

runs () {
  [ "$("$one/root/usr/bin/leio-cli" --version)" = "$1" ]
  "$one/root/usr/bin/leio-cli" evaluate "$one/data/examples/uterus-confined.leio"
}

passes () {
  meson configure "$one/_build" -Dtests=true
  meson test -C "$one/_build" --suite knowledge --suite cases --timeout-multiplier 4
}

if ! git -C "$leio" rev-parse --git-dir >/dev/null 2>&1
then
  skip_all "the archive was not tried: it is made of what git has"
fi
check "the archive is made and unpacked" make_archive
[ "$failed" -eq 0 ] || finish
check "it is built without a warning" build "$one"
[ "$failed" -eq 0 ] || finish
check "it installs what is listed" is_as_listed
check "what is installed runs" runs \
  "leio-cli $(sed -n "s/^ *version: '\(.*\)',/\1/p" "$one/meson.build")"
check "it is built in another folder" build "$other"
check "both folders give the same files" is_same
check "it passes its quick suites" passes
finish
