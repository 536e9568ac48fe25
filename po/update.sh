#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh po/update.sh
#
# Brings everything that translators work from up to date: the list of files in
# POTFILES.in, the template of the program (po/leio.pot), the template of the
# knowledge base (po/knowledge/leio-knowledge.pot), and each translation of both.
# Templates are made, not kept in the repository.
set -eu

cd "$(dirname "$0")/.."

list_files () {
  grep -rlE --include='*.c' --include='*.h' '\<(_|N_|C_|NC_|Q_|ngettext) ?\(' app ui || true
  grep -rlE --include='*.ui' 'translatable="(yes|true|1)"' resources || true
  ls data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml
}

{
  echo '# Files with strings to translate; written by po/update.sh.'
  list_files | LC_ALL=C sort -u
} > po/POTFILES.in

xgettext --files-from=po/POTFILES.in --from-code=UTF-8 --add-comments=Translators \
  --package-name=leio --copyright-holder='The Leio authors' --output=po/leio.pot \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 \
  --flag=g_strdup_printf:1:c-format --flag=g_string_append_printf:2:c-format \
  --flag=g_set_error:4:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format
python3 po/json2pot.py data/knowledge/leiomyosarcoma > po/knowledge/leio-knowledge.pot

# merge FOLDER TEMPLATE: each language of FOLDER/LINGUAS
merge () {
  sed 's/#.*//' "$1/LINGUAS" | tr -s ' ' '\n' | while read -r language
  do
    [ -n "$language" ] || continue
    if [ -f "$1/$language.po" ]
    then
      msgmerge --quiet --update --backup=none "$1/$language.po" "$1/$2.pot"
    else
      msginit --no-translator --locale="$language" --input="$1/$2.pot" --output="$1/$language.po"
    fi
    msgfmt --check --statistics --output=/dev/null "$1/$language.po"
  done
}

merge po leio
merge po/knowledge leio-knowledge
