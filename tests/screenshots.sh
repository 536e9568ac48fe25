#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/screenshots.sh PROGRAM FOLDER [CASE.leio]
#
# Pictures for a person to look at, of the window, the pathway, the knowledge base
# and its sources: wide, narrow, dark, high contrast, and with text of twice the
# size. PAGES="window pathway" takes some of them. Needs Xvfb, dbus-run-session,
# xdotool and ImageMagick's import.
set -eu

program=$1
folder=$2
shift 2
schemas=$(CDPATH='' cd -- "$(dirname -- "$0")/../data" && pwd -P)
scratch=$(mktemp -d)
server=

clean_up () {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

start_display () {
  Xvfb -displayfd 3 -screen 0 1400x940x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
  server=$!
  for _ in 1 2 3 4 5 6 7 8 9 10
  do
    [ -s "$scratch/display" ] && break
    sleep 0.5
  done
  DISPLAY=:$(cat "$scratch/display")
  export DISPLAY
}

# A home of its own, with the size of the window and a settings.ini for GTK.
prepare () { # WIDTH HEIGHT GTK-SETTING; READING: unset for a first start
  rm -rf "$scratch/config"
  mkdir -p "$scratch/config/gtk-4.0" "$scratch/config/glib-2.0/settings" "$scratch/schemas"
  printf '[Settings]\n%s\n' "$3" >"$scratch/config/gtk-4.0/settings.ini"
  printf "[io/github/leio_app/Leio]\nwidth=%s\nheight=%s\nintended-use-read=true\nreading='%s'\n" \
    "$1" "$2" "${READING:-clinician}" >"$scratch/config/glib-2.0/settings/keyfile"
  glib-compile-schemas --targetdir="$scratch/schemas" "$schemas"
}

# Runs inside a bus: starts the program, waits for its window and for what comes after the first
# frame, goes to the page by its keys, takes the picture. A window of its own gets the size here.
cat >"$scratch/shoot" <<'SHOOT'
#!/bin/sh
picture=$1 size=$2 keys=$3
shift 3
"$@" &
pid=$!
xdotool search --sync --onlyvisible --pid "$pid" >/dev/null
sleep "${WAIT:-6}"
if [ -n "$keys" ]
then
  xdotool key "$keys"
  sleep 2
  for window in $(xdotool search --onlyvisible --name '^Knowledge base$')
  do
    xdotool windowsize "$window" $size
  done
  sleep 2
fi
import -window root -trim "$picture"
kill "$pid"
SHOOT

shoot_page () { # NAME SIZE KEYS GTK-THEME [CASE]
  name=$1 size=$2 keys=$3 theme=$4
  shift 4
  env -u DBUS_SESSION_BUS_ADDRESS -u WAYLAND_DISPLAY ${theme:+GTK_THEME="$theme"} \
    XDG_CONFIG_HOME="$scratch/config" GSETTINGS_SCHEMA_DIR="$scratch/schemas" \
    GSETTINGS_BACKEND=keyfile LEIO_NON_UNIQUE=1 GDK_BACKEND=x11 GSK_RENDERER=cairo \
    GDK_DEBUG=gl-disable GTK_USE_PORTAL=0 LC_ALL=C.UTF-8 \
    dbus-run-session -- sh "$scratch/shoot" "$folder/$name.png" "$size" "$keys" "$program" "$@" \
    2>"$scratch/log" || { cat "$scratch/log" >&2; exit 1; }
  echo "$folder/$name.png"
}

get_keys () { # PAGE
  case $1 in
    pathway) echo ctrl+3 ;;
    knowledge) echo ctrl+k ;;
    sources) echo ctrl+shift+k ;;
  esac
}

shoot () { # MODE WIDTH HEIGHT GTK-SETTING GTK-THEME [CASE]
  mode=$1 width=$2 height=$3 setting=$4 mode_theme=$5
  shift 5
  for page in ${PAGES:-window pathway knowledge sources}
  do
    prepare "$width" "$height" "$setting"
    shoot_page "$page-$mode" "$width $height" "$(get_keys "$page")" "$mode_theme" "$@"
  done
}

mkdir -p "$folder"
start_display
shoot wide 1360 900 '' '' "$@"
shoot narrow 360 740 '' '' "$@"
shoot dark 1360 900 'gtk-application-prefer-dark-theme=1' '' "$@"
shoot contrast 1360 900 '' Default-hc "$@"
shoot large-text 1360 900 'gtk-font-name=Sans 22' '' "$@"
READING=unset shoot start 1360 900 '' ''
