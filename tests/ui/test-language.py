#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window speaks the language that was chosen in its preferences, whatever the system speaks."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

LOCALES = Path(os.environ['LEIO_TEST_LOCALES'])
SHIPPED = sorted(path.name for path in (LOCALES / 'catalogues').iterdir()
                 if path.name not in ('en@long', 'ar'))
KEYS = '[io/github/leio_app/Leio]\nlanguage=\'{}\'\n'


def ask_help(language, locale):
    """What `leio --help` says where the preferences hold this language."""
    with tempfile.TemporaryDirectory() as folder:
        keys = Path(folder) / 'glib-2.0' / 'settings' / 'keyfile'
        keys.parent.mkdir(parents=True)
        keys.write_text(KEYS.format(language))
        environment = dict(os.environ, LC_ALL=locale, LANGUAGE='', XDG_CONFIG_HOME=folder,
                           GSETTINGS_BACKEND='keyfile', LOCPATH=str(LOCALES / 'system'),
                           LEIO_LOCALE_DIR=str(LOCALES / 'catalogues'))
        return subprocess.run([os.environ['LEIO'], '--help'], capture_output=True, timeout=60,
                              env=environment, check=True).stdout.decode()


class Language(unittest.TestCase):
    def test_chosen_language_is_spoken(self):
        english = ask_help('en', 'de_DE.UTF-8')
        self.assertIn('case by case', english)
        for language in SHIPPED:
            with self.subTest(language):
                self.assertNotIn('case by case', ask_help(language, 'en_US.UTF-8'))

    def test_unknown_language_is_that_of_the_system(self):
        self.assertIn('case by case', ask_help('xx', 'en_US.UTF-8'))
        for language in set(SHIPPED) & {'de'}:
            with self.subTest(language):
                self.assertNotIn('case by case', ask_help('xx', 'de_DE.UTF-8'))


if __name__ == '__main__':
    unittest.main()
