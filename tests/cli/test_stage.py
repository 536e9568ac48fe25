# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stages of the shipped base, row by row as the published tables print them: FIGO 2009 and
AJCC 8. Whatever is open is tried with every value, and a stage is never lower than it may be."""

import json
import tempfile
from pathlib import Path

import leiocli
from leiocli import case, run

# What no stage depends on, so that little is open and the program answers fast.
REST = {
    'histology': 'confirmed',
    'surgery_done': 'no',
    'resectability': 'resectable',
    'depth': 'deep',
    'critical_structures': 'free',
    'tempo': 'fast',
    'metastases_removable': 'none',
    'largest_metastasis_cm': 2,
    'metastasis_count': 9,
    'symptoms': [],
    'age': 60,
    'ecog': '0',
    'fit_for_surgery': 'yes',
    'wish': 'everything',
    'reproductive': 'neither',
    'menopause': 'after',
    'family_history': 'no',
    'prior_radiation': 'no',
    'prior_systemic': [],
    'anthracycline_given': 'none',
    'heart': 'normal',
    'kidney': 'normal',
    'liver': 'normal',
    'neuropathy': 'no',
    'bleeding_risk': 'no',
    'autoimmune': 'no',
    'hormone_receptors': 'negative',
    'tmb_msi': 'not_high',
    'ntrk': 'not_fused',
    'brca2': 'not_altered',
}
PRIMARY = dict(REST, episode='primary', metastasis='none', nodes='no')
LIMB = dict(PRIMARY, site='limb')
PLACES = {
    'limb': LIMB,
    'trunk_wall': dict(PRIMARY, site='trunk_wall'),
    'retroperitoneum': dict(PRIMARY, site='retroperitoneum'),
    'vena_cava': dict(PRIMARY, site='vessel', vessel='ivc_retrohepatic'),
}
UTERUS = dict(PRIMARY, site='uterus', extent_uterus='confined', size_cm=8)
SPREAD = {'metastasis': 'present', 'metastasis_sites': ['lung'], 'disease_free_months': 0}
# Largest diameter in cm, T, stage of grade 1, stage of grades 2 and 3.
SIZES = [
    (0.5, 'T1', 'IA', 'II'),
    (5, 'T1', 'IA', 'II'),
    (5.1, 'T2', 'IB', 'IIIA'),
    (10, 'T2', 'IB', 'IIIA'),
    (10.1, 'T3', 'IB', 'IIIB'),
    (15, 'T3', 'IB', 'IIIB'),
    (15.1, 'T4', 'IB', 'IIIB'),
    (40, 'T4', 'IB', 'IIIB'),
]
FIGO = [
    ({'extent_uterus': 'confined', 'size_cm': 1}, 'IA'),
    ({'extent_uterus': 'confined', 'size_cm': 5}, 'IA'),
    ({'extent_uterus': 'confined', 'size_cm': 5.1}, 'IB'),
    ({'extent_uterus': 'confined', 'size_cm': 30}, 'IB'),
    ({'extent_uterus': 'pelvis_adnexa', 'size_cm': 3}, 'IIA'),
    ({'extent_uterus': 'pelvis_other', 'size_cm': 3}, 'IIB'),
    ({'extent_uterus': 'abdomen_one', 'size_cm': 3}, 'IIIA'),
    ({'extent_uterus': 'abdomen_many', 'size_cm': 3}, 'IIIB'),
    ({'extent_uterus': 'confined', 'size_cm': 3, 'nodes': 'yes'}, 'IIIC'),
    ({'extent_uterus': 'abdomen_many', 'nodes': 'yes'}, 'IIIC'),
    ({'extent_uterus': 'bladder_rectum', 'nodes': 'yes'}, 'IVA'),
    ({'extent_uterus': 'confined', **SPREAD}, 'IVB'),
    ({'extent_uterus': 'bladder_rectum', 'nodes': 'yes', **SPREAD}, 'IVB'),
    # Deposits inside the abdomen are stage III wherever they were entered.
    ({**SPREAD, 'metastasis_sites': ['peritoneum'], 'metastasis_count': 1}, 'IIIA'),
    ({**SPREAD, 'metastasis_sites': ['peritoneum'], 'metastasis_count': 4}, 'IIIB'),
    ({**SPREAD, 'metastasis_sites': ['peritoneum', 'lung'], 'metastasis_count': 4}, 'IVB'),
]


def evaluate(cases):
    """The evaluations of answers, in one run."""
    decoder, told, at = json.JSONDecoder(), [], 0
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f'{number}.leio' for number in range(len(cases))]
        for path, answers in zip(paths, cases, strict=True):
            path.write_text(json.dumps(case(answers)))
        text = run('evaluate', '--format', 'json', *paths).out
    while text[at:].strip():
        value, at = decoder.raw_decode(text, at)
        told.append(value)
        at += len(text[at:]) - len(text[at:].lstrip())
    return told


def possible(evaluation, fact):
    derived = evaluation['derived'][fact]
    return set(derived['possible']) | ({None} if derived['none_possible'] else set())


class Stage(leiocli.TestCase):
    def check(self, fact, rows):
        """rows: answers and the set of values that are possible."""
        told = evaluate([answers for answers, _ in rows])
        for (answers, expected), evaluation in zip(rows, told, strict=True):
            with self.subTest(fact=fact, answers=answers):
                self.assertEqual(possible(evaluation, fact), expected)

    def line(self, answers):
        return evaluate([answers])[0]['stage']

    def test_figo_every_row(self):
        self.check('figo_stage', [(dict(UTERUS, **row), {stage}) for row, stage in FIGO])

    def test_figo_open_size_is_stage_one_and_no_more(self):
        answers = {name: value for name, value in UTERUS.items() if name != 'size_cm'}
        self.check('figo_stage', [(answers, {'IA', 'IB'})])

    def test_ajcc_size_and_grade_in_every_place(self):
        rows = []
        for place in PLACES.values():
            for size, category, low, high in SIZES:
                for grade, stage in [('1', low), ('2', high), ('3', high)]:
                    rows.append((dict(place, size_cm=size, grade=grade), category, stage))
        told = evaluate([answers for answers, _, _ in rows])
        for (answers, category, stage), evaluation in zip(rows, told, strict=True):
            with self.subTest(answers=answers):
                self.assertEqual(possible(evaluation, 'ajcc_t'), {category})
                self.assertEqual(possible(evaluation, 'ajcc_stage'), {stage})

    def test_ajcc_nodes_and_metastases(self):
        nodes = {'limb': 'IV', 'trunk_wall': 'IV', 'retroperitoneum': 'IIIB', 'vena_cava': 'IIIB'}
        rows = []
        for name, place in PLACES.items():
            small = dict(place, size_cm=2, grade='1')
            rows.append((dict(small, nodes='yes'), {nodes[name]}))
            rows.append((dict(small, **SPREAD), {'IV'}))
            rows.append((dict(small, **SPREAD, nodes='yes'), {'IV'}))
        self.check('ajcc_stage', rows)

    def test_the_uicc_difference_is_told_where_it_is_one(self):
        grown = {'size_cm': 8, 'grade': '3', 'nodes': 'yes'}
        self.assertEqual(self.line(dict(LIMB, **grown)), 'AJCC 8: T2, IV (UICC TNM: IIIB)')
        self.assertEqual(self.line(dict(PLACES['retroperitoneum'], **grown)), 'AJCC 8: T2, IIIB')
        self.assertEqual(self.line(dict(LIMB, **grown, **SPREAD)), 'AJCC 8: T2, IV')

    def test_an_open_grade_never_gives_a_low_stage(self):
        rows = []
        for place in PLACES.values():
            for size, _, low, high in SIZES:
                answers = dict(place, size_cm=size)
                rows.append((answers, {low, high}))
                rows.append((dict(answers, grade=None), {low, high}))
        self.check('ajcc_stage', rows)
        self.assertEqual(self.line(dict(LIMB, size_cm=4)), 'AJCC 8: T1, IA or II (open: grade)')

    def test_head_and_neck_by_size_alone(self):
        place = dict(PRIMARY, site='head_neck', grade='3')
        sizes = [(2, 'T1'), (2.1, 'T2'), (4, 'T2'), (4.1, 'T3'), (20, 'T3')]
        self.check('ajcc_t', [(dict(place, size_cm=size), {found}) for size, found in sizes])
        self.check('ajcc_stage', [(dict(place, size_cm=3), {None})])
        self.assertRegex(
            self.line(dict(place, size_cm=3)),
            r'^AJCC 8: T2 \(by size alone: T4 where it grows into orbit, .*; no stage groups\)$',
        )

    def test_what_cannot_be_derived_is_said(self):
        for place in [
            {'site': 'digestive'},
            {'site': 'viscera'},
            {'site': 'vessel', 'vessel': 'other'},
            {'site': 'vessel', 'vessel': 'limb_vein'},
        ]:
            answers = dict(PRIMARY, size_cm=3, grade='1', **place)
            self.check('ajcc_stage', [(answers, {None})])
            self.check('ajcc_t', [(answers, {None})])
            self.assertRegex(self.line(answers), '^AJCC 8: T not derived: ')

    def test_skin_has_no_stage(self):
        answers = dict(PRIMARY, site='skin', skin_depth='fat', size_cm=6)
        self.assertEqual(self.line(answers), '')

    def test_a_stage_is_provisional_until_spread_is_examined(self):
        answers = dict(LIMB, size_cm=8, grade='3', metastasis='unstaged')
        self.assertEqual(
            self.line(answers), 'AJCC 8: T2, IIIA (provisional: spread not examined)'
        )
        self.assertEqual(
            self.line(dict(UTERUS, metastasis='unstaged')),
            'FIGO 2009: IB (provisional: spread not examined)',
        )

    def test_the_grade_of_a_needle_is_at_least(self):
        needle = dict(LIMB, size_cm=8, grade_source='biopsy')
        remark = '(at least: the grade comes from a core biopsy)'
        self.assertEqual(self.line(dict(needle, grade='1')), 'AJCC 8: T2, IB ' + remark)
        self.assertEqual(self.line(dict(needle, grade='2')), 'AJCC 8: T2, IIIA ' + remark)
        self.assertEqual(self.line(dict(needle, grade='3')), 'AJCC 8: T2, IIIA')
        after = dict(needle, grade='2', grade_source='after_treatment')
        self.assertRegex(self.line(after), 'read after treatment and is not comparable')

    def test_spread_that_comes_later_gives_no_new_stage(self):
        grown = dict(LIMB, size_cm=10, grade='2')
        uterus = dict(UTERUS, metastasis='present', metastasis_sites=['lung'])
        for months in [1, 4, 5, 12, 36, 216]:
            later = dict(SPREAD, disease_free_months=months)
            self.check('ajcc_stage', [(dict(grown, **later), {None})])
            self.check('figo_stage', [(dict(UTERUS, **later), {None})])
        self.assertEqual(
            self.line(dict(grown, **dict(SPREAD, disease_free_months=36))),
            'AJCC 8: T2, the spread came later: the stage of the first diagnosis stays',
        )
        self.assertRegex(
            self.line(dict(uterus, disease_free_months=2)), 'IVB only if it was there at diagnosis'
        )
        self.assertEqual(self.line(uterus), 'FIGO 2009: IVB or none (open: free interval)')

    def test_a_recurrence_is_not_staged_anew(self):
        for answers, edition in [
            (dict(LIMB, size_cm=10, grade='2'), 'AJCC 8'),
            (UTERUS, 'FIGO 2009'),
        ]:
            answers = dict(answers, episode='local_recurrence')
            for fact in ['ajcc_stage', 'ajcc_t', 'figo_stage']:
                self.check(fact, [(answers, {None})])
            self.assertEqual(
                self.line(answers),
                edition + ': not staged anew: the stage of the first diagnosis stays',
            )


leiocli.main()
