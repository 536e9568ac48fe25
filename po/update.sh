#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh po/update.sh [FOLDER]
#
# Brings everything that translators work from up to date: the list of files in
# POTFILES.in, the template of the program (po/leio.pot), the template of the
# knowledge base (po/knowledge/leio-knowledge.pot), and each translation of both.
# Templates are made, not kept in the repository.
#
# With a FOLDER it writes the two templates there and changes nothing: tests do so.
set -eu

into=
[ $# -eq 0 ] || into=$(CDPATH='' cd -- "$1" && pwd -P)
cd "$(dirname "$0")/.."

list_files () {
  grep -rlE --include='*.c' --include='*.h' '\<(_|N_|C_|NC_|Q_|ngettext) ?\(' app ui || true
  grep -rlE --include='*.ui' 'translatable="(yes|true|1)"' resources || true
  ls data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml
}

# write_templates PROGRAM KNOWLEDGE
write_templates () {
  xgettext --files-from=po/POTFILES.in --from-code=UTF-8 --add-comments=Translators \
    --add-location=file \
    --package-name=leio --copyright-holder='The Leio authors' --output="$1" \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 \
    --flag=g_strdup_printf:1:c-format --flag=g_string_append_printf:2:c-format \
    --flag=g_set_error:4:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format
  python3 -B po/md2pot.py data/help/*.md data/safety/*.md > "$1.help"
  msgcat --use-first --output-file="$1" "$1" "$1.help"
  rm "$1.help"
  python3 -B po/json2pot.py data/knowledge/leiomyosarcoma data/examples > "$2"
}

# merge FOLDER TEMPLATE: each language of FOLDER/LINGUAS
merge () {
  sed 's/#.*//' "$1/LINGUAS" | tr -s ' ' '\n' | while read -r language
  do
    [ -n "$language" ] || continue
    if [ -f "$1/$language.po" ]
    then
      msgmerge --quiet --update --backup=none "$1/$language.po" "$1/$2.pot"
      # What is said no more would only hide what is missing; lines are broken as everywhere.
      msgattrib --no-obsolete --output-file="$1/$language.po" "$1/$language.po"
    else
      msginit --no-translator --locale="$language" --input="$1/$2.pot" --output="$1/$language.po"
    fi
    msgfmt --check --statistics --output=/dev/null "$1/$language.po"
  done
}

if [ -n "$into" ]
then
  write_templates "$into/leio.pot" "$into/leio-knowledge.pot"
  exit
fi

{
  echo '# Files with strings to translate; written by po/update.sh.'
  list_files | LC_ALL=C sort -u
} > po/POTFILES.in
write_templates po/leio.pot po/knowledge/leio-knowledge.pot
merge po leio
merge po/knowledge leio-knowledge
