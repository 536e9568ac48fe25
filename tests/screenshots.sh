#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/screenshots.sh PROGRAM FOLDER [CASE.leio]
#
# Pictures for a person to look at: every page, in eleven modes: wide light, narrow,
# dark, high contrast, text of twice the size, right to left, German, wide,
# narrow and twice the size, and texts 40 % longer, wide and narrow. PAGES="advice pathway" and
# MODES="dark" take some of them. Needs Xvfb, dbus-run-session, xdotool, xprop
# and ImageMagick's import.
#
# Twice the size is the Xft.dpi of the display, as a desktop sets it. Right to
# left comes from GTK's own Arabic catalogue, which is what tells GTK the
# direction; the program's own texts, in Arabic letters, and the long ones are of
# the languages that nobody speaks (helpers/locales.py makes them).
set -eu

program=$1
folder=$2
source=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
kase=${3:-$source/data/examples/metastatic-first-line.leio}
scratch=$(mktemp -d)
server=

clean_up () {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

# It must not forget what was set when its last client goes.
start_display () {
  Xvfb -displayfd 3 -noreset -screen 0 1360x900x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
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
prepare () { # WIDTH HEIGHT READING GTK-SETTING
  rm -rf "$scratch/config"
  mkdir -p "$scratch/config/gtk-4.0" "$scratch/config/glib-2.0/settings" "$scratch/schemas"
  printf '[Settings]\ngtk-cursor-blink=0\n%s\n' "$4" >"$scratch/config/gtk-4.0/settings.ini"
  printf "[io/github/leio_app/Leio]\nwidth=%s\nheight=%s\nintended-use-read=true\nreading='%s'\n" \
    "$1" "$2" "$3" >"$scratch/config/glib-2.0/settings/keyfile"
  glib-compile-schemas --targetdir="$scratch/schemas" "$source/data"
}

# Runs inside a bus: starts the program, waits for what comes after the first frame, and goes from
# page to page by the keys of each. A page with a window of its own is closed after its picture.
cat >"$scratch/shoot" <<'SHOOT'
#!/bin/sh
prefix=$1 mode=$2 width=$3 height=$4 pages=$5
shift 5
"$@" &
pid=$!

find_top () {
  xdotool search --onlyvisible --class leio 2>/dev/null | sort -n | tail -n 1
}

press () { # KEYS
  for key in $1
  do
    xdotool windowfocus "$(find_top)" key --clearmodifiers "$key" 2>/dev/null
    sleep "${PAUSE:-2}"
  done
}

take () { # NAME
  top=$(find_top)
  # No window manager is there to give a size: this one does, but dialogs choose their own.
  case $1 in
    shortcuts | about | preferences) ;;
    *) xdotool windowsize "$top" "$width" "$height" windowmove "$top" 0 0 ;;
  esac
  sleep "${PAUSE:-2}"
  import -window "$top" "$prefix/$1-$mode.png" && echo "$prefix/$1-$mode.png"
}

shoot () { # NAME KEYS CLOSING-KEY
  case " $pages " in
    *" $1 "*) ;;
    *) return 0 ;;
  esac
  [ -z "$2" ] || press "$2"
  take "$1"
  [ -z "$3" ] || press "$3"
}

# Away from all that would tell a tooltip.
xdotool mousemove "$((width - 1))" "$((height - 1))"
xdotool search --sync --onlyvisible --pid "$pid" >/dev/null
sleep "${WAIT:-6}"
shoot start '' ''
shoot agenda '' ''
shoot advice ctrl+2 ''
shoot questions alt+3 ''
shoot pathway ctrl+3 ctrl+2
shoot decision ctrl+d ctrl+2
shoot reading ctrl+b ctrl+shift+b
shoot words ctrl+5 ctrl+shift+b
shoot matters ctrl+6 ctrl+shift+b
shoot take-along 'ctrl+7 Return' ctrl+shift+b
shoot limits ctrl+h ctrl+shift+h
shoot home 'ctrl+h ctrl+shift+b ctrl+2' ctrl+shift+h
shoot presentation F11 Escape
shoot compare ctrl+m ctrl+w
shoot knowledge ctrl+k ctrl+w
shoot sources ctrl+shift+k ctrl+w
shoot help "ctrl+2 F1" Escape
shoot preferences ctrl+comma Escape
shoot shortcuts ctrl+question Escape
shoot about shift+F1 Escape
kill "$pid"
SHOOT

wanted () { # PAGES
  for page in $1
  do
    case " ${PAGES:-$page} " in
      *" $page "*) printf '%s ' "$page" ;;
    esac
  done
}

shoot_pages () { # PAGES [CASE]
  pages=$(wanted "$1")
  shift
  [ -n "$pages" ] || return 0
  env -u DBUS_SESSION_BUS_ADDRESS -u WAYLAND_DISPLAY ${theme:+GTK_THEME="$theme"} \
    XDG_CONFIG_HOME="$scratch/config" GSETTINGS_SCHEMA_DIR="$scratch/schemas" \
    GSETTINGS_BACKEND=keyfile LEIO_NON_UNIQUE=1 GDK_BACKEND=x11 GSK_RENDERER=cairo \
    GDK_DEBUG=gl-disable GTK_USE_PORTAL=0 GTK_A11Y=none LC_ALL="$locale" \
    LOCPATH="$scratch/locale/system" LEIO_LOCALE_DIR="$scratch/locale/catalogues" \
    LANGUAGE="$language" \
    dbus-run-session -- sh "$scratch/shoot" "$folder" "$mode" "$width" "$height" "$pages" \
    "$program" "$@" 2>"$scratch/log" || { cat "$scratch/log" >&2; exit 1; }
}

shoot () { # MODE WIDTH HEIGHT DPI GTK-SETTING GTK-THEME LANGUAGE
  mode=$1 width=$2 height=$3 theme=$6 language=$7
  case $language in
    '') locale=C.UTF-8 ;;
    de) locale=de_DE.UTF-8 ;;
    *) locale=en_US.UTF-8 ;;
  esac
  case " ${MODES:-$mode} " in
    *" $mode "*) ;;
    *) return 0 ;;
  esac
  xprop -root -f RESOURCE_MANAGER 8s -set RESOURCE_MANAGER "Xft.dpi: $4"
  every='advice questions pathway decision reading words matters'
  every="$every take-along limits presentation compare knowledge sources help preferences"
  every="$every shortcuts about"
  prepare "$width" "$height" clinician "$5"
  shoot_pages "$every" "$kase"
  echo 'limits-read=true' >>"$scratch/config/glib-2.0/settings/keyfile"
  shoot_pages home "$kase"
  shoot_pages agenda "$source/data/examples"
  prepare "$width" "$height" unset "$5"
  shoot_pages start
}

mkdir -p "$folder"
python3 -B "$source/tests/helpers/locales.py" "$source" "$scratch/locale"
start_display
shoot light 1360 900 96 '' '' ''
shoot narrow 360 740 96 '' '' ''
shoot dark 1360 900 96 'gtk-application-prefer-dark-theme=1' '' ''
shoot contrast 1360 900 96 '' Default-hc ''
shoot large 1360 900 192 '' '' ''
shoot rtl 1360 900 96 '' '' ar
shoot german 1360 900 96 '' '' de
shoot german-narrow 360 740 96 '' '' de
shoot german-large 1360 900 192 '' '' de
shoot long 1360 900 96 '' '' en@long
shoot long-narrow 360 740 96 '' '' en@long
