# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What Leio needs to be built, shown and tested, and how it gets onto the machine.
# Read by app/run.sh and tests/run.sh, in plain POSIX sh. Nothing that is there is
# installed again, and where nothing is missing no package manager is started.

# The compiler, the build system, the libraries, and what GTK reads when it shows a window.
build_debian='gcc libc6-dev meson ninja-build pkgconf gettext libglib2.0-dev libgtk-4-dev
  libjson-glib-dev desktop-file-utils shared-mime-info libxml2-utils librsvg2-common
  adwaita-icon-theme hicolor-icon-theme fonts-noto-core'
build_fedora='gcc meson ninja-build pkgconf-pkg-config gettext glib2-devel gtk4-devel
  json-glib-devel desktop-file-utils shared-mime-info libxml2 librsvg2
  adwaita-icon-theme hicolor-icon-theme google-noto-sans-fonts'

# A display that nobody sees, a bus, assistive technology, and checkers.
tests_debian='python3 xvfb xauth dbus at-spi2-core python3-gi python3-pyatspi gir1.2-atspi-2.0
  xdotool imagemagick z3 valgrind appstream libbdd-dev poppler-utils locales
  libgtk-4-bin libglib2.0-bin nodejs
  strace'
tests_fedora='python3 xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon at-spi2-core python3-gobject
  python3-pyatspi xdotool ImageMagick z3 valgrind appstream buddy-devel
  poppler-utils glibc-langpack-en nodejs
  strace'

# What makes a runtime of Debian's packages and builds the Flatpak on it.
flatpak_debian='flatpak flatpak-builder mmdebstrap ostree elfutils bubblewrap xdg-dbus-proxy
  debian-archive-keyring'

# What says on any other system whether a build is possible.
build_commands='cc meson ninja pkg-config msgfmt glib-compile-resources glib-compile-schemas'
build_modules='gtk4 >= 4.8 gio-2.0 >= 2.74 json-glib-1.0 >= 1.6'

say () {
  printf 'Leio: %s\n' "$*" >&2
}

stop () {
  say "$*"
  exit 1
}

# debian, fedora, or another
find_family () {
  if [ -r /etc/debian_version ] && command -v dpkg-query >/dev/null && command -v apt-get >/dev/null
  then
    echo debian
  elif command -v dnf >/dev/null && command -v rpm >/dev/null
  then
    echo fedora
  else
    echo another
  fi
}

is_installed () {
  case $(find_family) in
    debian) [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
    fedora) rpm -q --whatprovides "$1" >/dev/null 2>&1 ;;
  esac
}

list_missing () {
  for package in "$@"
  do
    is_installed "$package" || printf '%s ' "$package"
  done
}

can_build () {
  for command in $build_commands
  do
    command -v "$command" >/dev/null || return 1
  done
  pkg-config --exists "$build_modules"
}

# The command in front of a package manager: nothing for root, sudo for others.
find_root () {
  if [ "$(id -u)" -eq 0 ]
  then
    echo env
  elif command -v sudo >/dev/null
  then
    echo sudo
  fi
}

install_debian () {
  $root apt-get -o Acquire::Retries=3 -qq update </dev/null >&2
  # shellcheck disable=SC2086
  $root env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 \
    -o Dpkg::Use-Pty=0 -qq -y --no-install-recommends install $missing </dev/null >&2
}

install_fedora () {
  # shellcheck disable=SC2086
  $root dnf -q -y --setopt=install_weak_deps=False install $missing </dev/null >&2
}

# install_packages DEBIAN-LIST FEDORA-LIST: stops with the list where it cannot be done.
install_packages () {
  family=$(find_family)
  # The lists are words on purpose.
  # shellcheck disable=SC2086
  case $family in
    debian) missing=$(list_missing $1) ;;
    fedora) missing=$(list_missing $2) ;;
    another)
      can_build && return 0
      say "this system is not known to the script; please install:" $build_commands
      stop "and the development files of: $build_modules" ;;
  esac
  [ -n "$missing" ] || return 0

  root=$(find_root)
  [ -n "$root" ] || stop "please install as root: $missing"
  say "installing $missing"
  "install_$family" || stop "could not install: $missing"
}

# set_up FOLDER OPTION…: configures a build once; ninja does it again when it must.
set_up () {
  folder=$1
  shift
  [ -f "$folder/build.ninja" ] && return 0
  say "configuring $folder"
  log=$(mktemp)
  meson setup "$folder" "$leio" "$@" >"$log" 2>&1 || { cat "$log" >&2; rm "$log"; return 1; }
  mv "$log" "$folder/setup.log"
}
