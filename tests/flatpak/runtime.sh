#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/flatpak/runtime.sh FOLDER RUNTIME-VERSION
#
# Makes a stand-in of org.gnome.Platform and org.gnome.Sdk out of the packages of
# Debian 13, and installs both into the Flatpak installation FOLDER/user: so the
# manifest is built, installed and run in the real sandbox on a machine that
# reaches nothing but Debian. It proves manifest, build and sandbox; that GNOME's
# own runtime runs Leio it does not prove. It is never handed on.
#
# Needs root, mmdebstrap, flatpak and ostree, and the archive that apt is set up
# for. Some two minutes the first time, and a moment later on. DEBIAN_ARCHIVE names
# another archive.
set -eu

mkdir -p "$1"
folder=$(CDPATH='' cd -- "$1" && pwd -P)
version=$2
script=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)/runtime.sh
suite=trixie
arch=$(flatpak --default-arch)
root=$folder/root
export FLATPAK_USER_DIR="$folder/user" LC_ALL=C.UTF-8
# Root's file mode mask may hide a runtime from the person who runs it.
umask 022

# What a program finds in the sandbox, and what is added to build one. Flatpak's
# builder calls appstream-compose up to version 1.2, appstreamcli later on.
platform='libgtk-4-1 libjson-glib-1.0-0 adwaita-icon-theme hicolor-icon-theme librsvg2-common
  gsettings-desktop-schemas fontconfig fonts-dejavu-core shared-mime-info libglib2.0-bin'
sdk='gcc libc6-dev ccache pkgconf meson ninja-build gettext libgtk-4-dev libjson-glib-dev
  libxml2-utils desktop-file-utils appstream appstream-util appstream-compose'

say () {
  printf 'Leio: %s\n' "$*" >&2
}

is_made () {
  [ "$(cat "$folder/stamp" 2>/dev/null)" = "$(make_stamp)" ] \
    && flatpak info --user "org.gnome.Sdk//$version" >/dev/null 2>&1
}

make_stamp () {
  printf '%s %s\n' "$version" "$(sha256sum <"$script")"
}

# Packages that were fetched once are kept, also from a run that failed.
keep_packages () {
  cp -n "$root"/var/cache/apt/archives/*.deb "$folder/packages" 2>/dev/null || true
}

unpack_platform () {
  say "unpacking Debian's $suite for the runtime"
  rm -rf "$root"
  mmdebstrap --mode=root --variant=minbase --quiet --skip=cleanup/apt,check/empty \
    --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
    --aptopt='Acquire::Retries "3"' --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/gtk-doc/*' \
    --setup-hook='mkdir -p "$1/var/cache/apt/archives"' \
    --setup-hook="cp '$folder'/packages/*.deb \"\$1/var/cache/apt/archives/\" 2>/dev/null || true" \
    --include="$(echo $platform | tr ' ' ',')" "$suite" "$root" "$archive" >&2
  keep_packages
}

add_sdk () {
  say "adding what a build needs"
  # The scripts of some packages ask for it.
  mount -t proc proc "$root/proc"
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive chroot "$root" apt-get -qq -y -o Dpkg::Use-Pty=0 \
    --no-install-recommends install $sdk >&2 || status=$?
  umount "$root/proc"
  keep_packages
  return "${status:-0}"
}

# A runtime is a folder with "metadata" and "usr"; /etc travels as usr/etc.
write_metadata () { # ID
  printf '[Runtime]\nname=%s\nruntime=org.gnome.Platform/%s\nsdk=org.gnome.Sdk/%s\n\n' \
    "$1" "$arch/$version" "$arch/$version"
  printf '[Environment]\nXDG_DATA_DIRS=%s\n' \
    /app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
}

commit_runtime () { # ID
  tree=$folder/tree
  say "committing $1//$version"
  rm -rf "$tree"
  mkdir -p "$tree/files" "$tree/export"
  # Hard links: no time and no room.
  cp -al "$root/usr" "$tree/usr"
  cp -a "$root/etc" "$tree/usr/etc"
  (cd "$tree/usr" && rm -rf etc/apt etc/dpkg etc/shadow* etc/gshadow* etc/hostname etc/resolv.conf \
    etc/mtab etc/machine-id etc/ld.so.cache share/doc share/man share/info share/lintian \
    share/bug games src local)
  # The sandbox has only /usr/bin in its path.
  ln -sf ../sbin/ldconfig "$tree/usr/bin/ldconfig"
  mkdir -p "$tree/usr/lib64" "$tree/usr/share/runtime"
  write_metadata "$1" >"$tree/metadata"
  chmod -R a+rX "$tree/usr"
  flatpak build-export --runtime --disable-sandbox --no-update-summary \
    --subject="stand-in from Debian's $suite" "$folder/repo" "$tree" "$version" >/dev/null
  rm -rf "$tree"
}

install_runtimes () {
  say "installing both for the tests"
  flatpak build-update-repo "$folder/repo" >/dev/null
  flatpak remote-add --user --if-not-exists --no-gpg-verify stand-in "$folder/repo"
  for id in org.gnome.Platform org.gnome.Sdk
  do
    flatpak install --user --noninteractive --or-update --no-related stand-in "$id//$version" \
      >/dev/null
  done
}

if is_made
then
  exit 0
fi
archive=${DEBIAN_ARCHIVE:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
  'Origin: Debian' 'Label: Debian' | head -n 1)}
[ -n "$archive" ] || { say "apt has no archive of Debian; set DEBIAN_ARCHIVE"; exit 1; }
mkdir -p "$folder/packages"
rm -rf "$folder/repo" "$folder/user" "$folder/stamp"
ostree init --repo="$folder/repo" --mode=bare-user-only
ostree config --repo="$folder/repo" set core.fsync false
unpack_platform
commit_runtime org.gnome.Platform
add_sdk
commit_runtime org.gnome.Sdk
rm -rf "$root"
install_runtimes
make_stamp >"$folder/stamp"
