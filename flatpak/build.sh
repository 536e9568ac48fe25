#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh flatpak/build.sh [ARCHIVE]
#
# Builds the Flatpak from this tree, or from a release archive (meson dist), runs its
# tests inside, installs it for this user, and leaves a file to hand on:
# _build-flatpak/leio.flatpak. The runtime comes from Flathub where it is not
# installed yet and Flathub is set up.
set -eu

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
id=io.github.leio_app.Leio
build=$leio/_build-flatpak
# shellcheck source=app/packages.sh
. "$leio/app/packages.sh"

command -v flatpak-builder >/dev/null || stop "please install flatpak-builder (and elfutils)"
runtime=$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$leio/flatpak/$id.json")
if flatpak info "org.gnome.Sdk//$runtime" >/dev/null 2>&1
then
  from=
else
  from=--install-deps-from=flathub
fi

mkdir -p "$build"
manifest=$leio/flatpak/$id.json
if [ $# -gt 0 ]
then
  manifest=$build/$id.json
  python3 "$leio/flatpak/archive.py" "$1" >"$manifest"
fi
flatpak-builder --user --install --force-clean --disable-rofiles-fuse $from \
  --state-dir="$build/state" --repo="$build/repo" "$build/tree" "$manifest"
flatpak build-bundle "$build/repo" "$build/leio.flatpak" "$id"
say "installed; start it by: flatpak run $id"
