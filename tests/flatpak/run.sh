#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/flatpak/run.sh
#
# Proves the Flatpak: builds it from this tree without a network, its tests too, on
# a stand-in of GNOME's runtime (tests/flatpak/runtime.sh), installs it into a
# Flatpak installation of its own, and looks at it from inside and outside. Prints
# TAP; what cannot be done on this machine is skipped and says why. Everything lies
# in _build-flatpak/, or in the folder that LEIO_CACHE names.
#
# Needs root on Debian and its archive, and user namespaces; the first time some five
# minutes of two processors and 1.5 GB.
set -eu
exec </dev/null

leio=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
cache=${LEIO_CACHE:-$leio/_build-flatpak}
id=io.github.leio_app.Leio
manifest=$leio/flatpak/$id.json
# shellcheck source=tests/helpers/tap.sh
. "$leio/tests/helpers/tap.sh"
export FLATPAK_USER_DIR="$cache/runtime/user"

# In the sandbox, with nothing of the caller's environment.
run () { # ARGUMENT-OF-FLATPAK-RUN…
  env -i HOME="$scratch/home" PATH="$PATH" LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="$scratch/runtime" \
    FLATPAK_USER_DIR="$FLATPAK_USER_DIR" flatpak run --user "$@"
}

list_holes () { # ARGUMENT-OF-FLATPAK-RUN…
  run --command=sh "$@" "$id" -s "$scratch/home/private" <"$leio/tests/flatpak/inside.sh"
}

build () {
  flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-download --ccache \
    --jobs="${JOBS:-$(getconf _NPROCESSORS_ONLN)}" --state-dir="$cache/state" \
    --repo="$cache/repo" --install "$cache/tree" "$manifest"
}

has_no_holes () {
  list_holes | tee "$scratch/holes"
  [ ! -s "$scratch/holes" ]
}

# The check above can fail: with the permissions that Leio does not have, it does.
has_holes () {
  list_holes --share=network --filesystem="$scratch/home" | tee "$scratch/holes"
  grep -qx network "$scratch/holes" && grep -qx home "$scratch/holes"
}

# The same program: what leio-cli says is what the build outside says, where there is one.
evaluate () {
  mkdir -p "$scratch/home/.var/app/$id/data"
  cp "$leio/data/examples/uterus-confined.leio" "$scratch/home/.var/app/$id/data"
  run --command=leio-cli "$id" evaluate "$scratch/home/.var/app/$id/data/uterus-confined.leio" \
    >"$scratch/inside.txt"
  [ -s "$scratch/inside.txt" ]
  if [ -x "$leio/_build-tests/app/cli/leio-cli" ]
  then
    "$leio/_build-tests/app/cli/leio-cli" evaluate "$leio/data/examples/uterus-confined.leio" \
      >"$scratch/outside.txt"
    cmp "$scratch/inside.txt" "$scratch/outside.txt"
  fi
}

drive () {
  cat >"$scratch/leio" <<START
#!/bin/sh
exec env -i HOME='$scratch/home' PATH='$PATH' LC_ALL=C.UTF-8 GSK_RENDERER=cairo \\
  DISPLAY="\$DISPLAY" XDG_RUNTIME_DIR="\$XDG_RUNTIME_DIR" FLATPAK_USER_DIR='$FLATPAK_USER_DIR' \\
  DBUS_SESSION_BUS_ADDRESS="\$DBUS_SESSION_BUS_ADDRESS" flatpak run --user $id "\$@"
START
  chmod +x "$scratch/leio"
  LEIO="$scratch/leio" LEIO_SOURCE_DIR="$leio" LEIO_SCHEMAS=/nowhere \
    LEIO_DATA="$scratch/home/.var/app/$id/data" /usr/bin/python3 -B "$leio/tests/flatpak/drive.py"
}

bundle () {
  flatpak build-bundle "$cache/repo" "$cache/leio.flatpak" "$id"
}

uninstall () {
  flatpak uninstall --user --noninteractive "$id"
  ! find "$FLATPAK_USER_DIR/app" "$FLATPAK_USER_DIR/exports" -name "*$id*" | grep .
  # What is left in the home of the user are his own data, and nothing else.
  ! find "$scratch/home" -type f | grep -v -e "/.var/app/$id/" -e /private
}

[ -r /etc/debian_version ] && [ "$(id -u)" -eq 0 ] \
  || skip_all "the Flatpak was not tried: the runtime is made of Debian's packages, by root"
for tool in flatpak flatpak-builder mmdebstrap ostree eu-strip bwrap xdg-dbus-proxy dbus-run-session
do
  command -v "$tool" >/dev/null || skip_all "the Flatpak was not tried: $tool is missing"
done
bwrap --unshare-all --ro-bind / / --proc /proc --dev /dev true 2>/dev/null \
  || skip_all "the Flatpak was not tried: this machine lets nobody make user namespaces, which a sandbox is made of"

mkdir -p "$cache" "$scratch/home"
mkdir -m 700 "$scratch/runtime"
echo "nobody else's" >"$scratch/home/private"
check "the runtime is made" sh "$leio/tests/flatpak/runtime.sh" "$cache/runtime" \
  "$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$manifest")"
[ "$failed" -eq 0 ] || finish
check "it is built offline, tested and installed" build
[ "$failed" -eq 0 ] || finish
check "the sandbox has no network, no home, and is read-only" has_no_holes
check "the same look finds a sandbox with holes" has_holes
check "leio-cli gives the same advice inside" evaluate
check "a case is answered, saved and opened again" drive
check "a bundle to hand on is made" bundle
echo "# the bundle has $(($(wc -c <"$cache/leio.flatpak") / 1024)) KiB"
check "nothing but the user's data is left after it is gone" uninstall
finish
