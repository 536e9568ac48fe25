#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh po/languages.sh
#
# The languages of po/LINGUAS for the preferences, as the elements of an array of C:
#
#     { "de", "Deutsch" },
#
# The name is the translation that each language has of "English", in the context
# "the language of this catalogue".
set -eu

cd "$(dirname "$0")"

sed 's/#.*//' LINGUAS | tr -s ' ' '\n' | while read -r language
do
  [ -n "$language" ] || continue
  name=$(awk '/^msgctxt / { here = $0 == "msgctxt \"the language of this catalogue\"" }
              here && /^msgstr / { sub (/^msgstr /, ""); print; exit }' "$language.po")
  case $name in
    ''|'""') name="\"$language\"" ;;
  esac
  printf '{ "%s", %s }, ' "$language" "$name"
done
