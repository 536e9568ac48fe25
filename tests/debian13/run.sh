#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/debian13/run.sh [COMMAND…]
#
# The same tree on a newer system: unpacks Debian 13 (gcc 14, GTK 4.18) from the
# packages that app/packages.sh names, and runs tests/run.sh in it, on a display and
# without a network: built with every warning an error, and the suites that need a
# display, or those that SUITES names. Prints TAP. Everything lies in _build-debian13/,
# or in the folder that LEIO_CACHE names; this tree cannot be written to from inside.
# With a COMMAND that one is run in Debian 13 instead, in this folder.
#
# Needs root on Debian and its archive, and user namespaces; the first time some
# minutes and 2.5 GB. DEBIAN_ARCHIVE names another archive.
set -eu
exec </dev/null

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
cache=${LEIO_CACHE:-$leio/_build-debian13}
root=$cache/root
suites=${SUITES:-ui a11y}
TAIL=${TAIL:-120}
# shellcheck source=tests/helpers/tap.sh
. "$leio/tests/helpers/tap.sh"
# shellcheck source=app/packages.sh
. "$leio/app/packages.sh"

# What it is made of: another list makes it anew.
make_stamp () {
  printf '%s\n' $build_debian $tests_debian ccache
}

# Packages that were fetched once are kept, also from a run that failed.
keep_packages () {
  mkdir -p "$cache/packages"
  cp -n "$root"/var/cache/apt/archives/*.deb "$cache/packages" 2>/dev/null || true
}

unpack () {
  make_stamp >"$scratch/stamp"
  ! cmp -s "$scratch/stamp" "$cache/stamp" || return 0
  archive=${DEBIAN_ARCHIVE:-$(apt-get indextargets --format '$(REPO_URI)' \
    'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | head -n 1)}
  [ -n "$archive" ] || { say "apt has no archive of Debian; set DEBIAN_ARCHIVE"; return 1; }
  rm -rf "$root" "$cache/stamp"
  mkdir -p "$cache/packages"
  umask 022
  mmdebstrap --mode=root --variant=minbase --quiet --skip=cleanup/apt,check/empty \
    --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
    --aptopt='Acquire::Retries "3"' --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/gtk-doc/*' \
    --setup-hook='mkdir -p "$1/var/cache/apt/archives"' \
    --setup-hook="cp '$cache'/packages/*.deb \"\$1/var/cache/apt/archives/\" 2>/dev/null || true" \
    --include="$(make_stamp | paste -sd ,)" trixie "$root" "$archive"
  keep_packages
  rm -f "$root"/var/cache/apt/archives/*.deb
  mv "$scratch/stamp" "$cache/stamp"
}

# In Debian 13, with the builds in the cache, and nothing of the caller's environment.
inside () { # COMMAND…
  mkdir -p "$leio/_build-tests" "$cache/build" "$cache/ccache"
  env -i PATH=/usr/bin:/bin HOME=/root LC_ALL=C.UTF-8 CCACHE_DIR="$cache/ccache" \
    FLATPAK=0 DEBIAN13=0 SUITES="$suites" ${JOBS:+JOBS="$JOBS"} \
    bwrap --unshare-net --unshare-pid --unshare-ipc --die-with-parent --bind "$root" / \
    --proc /proc --dev /dev --ro-bind /sys /sys --tmpfs /tmp --tmpfs /run \
    --ro-bind "$leio" "$leio" --bind "$cache" "$cache" \
    --bind "$cache/build" "$leio/_build-tests" --chdir "$leio" "$@"
}

is_newer () {
  inside sh -c 'gcc -dumpversion; pkg-config --modversion gtk4; pkg-config --atleast-version=4.18 gtk4'
}

build () {
  inside sh -c '. app/packages.sh; leio=$PWD
    (CC="ccache gcc" set_up _build-tests -Dwerror=true) && ninja -C _build-tests'
}

run_suites () {
  inside sh tests/run.sh
}

[ -r /etc/debian_version ] && [ "$(id -u)" -eq 0 ] \
  || skip_all "Debian 13 was not tried: it is made of Debian's packages, by root"
for tool in mmdebstrap bwrap
do
  command -v "$tool" >/dev/null || skip_all "Debian 13 was not tried: $tool is missing"
done
bwrap --unshare-all --ro-bind / / --proc /proc --dev /dev true 2>/dev/null \
  || skip_all "Debian 13 was not tried: this machine lets nobody make user namespaces, which it is kept apart by"

if [ $# -gt 0 ]
then
  unpack >&2
  inside "$@"
  exit
fi
check "Debian 13 is unpacked" unpack
[ "$failed" -eq 0 ] || finish
check "gcc 14 and GTK 4.18 are in it" is_newer
sed 's/^/# /' "$scratch/log"
check "it is built without a warning" build
[ "$failed" -eq 0 ] || finish
check "the suites pass: $suites" run_suites
tail -n 1 "$scratch/log" | sed 's/^/# /'
finish
