# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of leio-cli share: where things are, and running the program."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI = os.environ['LEIO_CLI']
SOURCE = Path(os.environ['LEIO_SOURCE_DIR'])
KNOWLEDGE = SOURCE / 'data/knowledge/leiomyosarcoma'
EXAMPLES = sorted((SOURCE / 'data/examples').glob('*.leio'))
SAMPLE = SOURCE / 'tests/broken/base'

STATUSES = ['recommended', 'option', 'trial_only', 'not_advised', 'contraindicated', 'not_relevant']
EFFECTS = ['recommends', 'offers', 'trial_only', 'cautions', 'advises_against', 'rules_out']


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


def run(*arguments, data=b''):
    """The exit code, standard output and standard error of one run; texts decoded."""
    done = subprocess.run([CLI, *map(str, arguments)], input=data, capture_output=True, timeout=120)
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def case(answers=None, **members):
    """A good case as an object; members replace its own."""
    kase = {
        'format': 'leio-case',
        'version': 1,
        'knowledge': {'id': 'leiomyosarcoma', 'version': '2026.11'},
        'label': 'A case',
        'answers': answers if answers is not None else {},
    }
    kase.update(members)
    return kase


def line(kase):
    return json.dumps(kase, ensure_ascii=False).encode() + b'\n'


class TestCase(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, data):
        path = self.path / name
        path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
        return path

    def assert_fine(self, result):
        self.assertEqual((result.code, result.err), (0, ''))


def main():
    unittest.main(module=sys.modules['__main__'], verbosity=1)
