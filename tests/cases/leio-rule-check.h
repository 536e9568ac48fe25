/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the cases of rules are true of a knowledge base, and whether each rule
 * has them.
 */
#pragma once

#include "leio-rule-case.h"

G_BEGIN_DECLS

/**
 * leio_rule_check_case:
 * @before: (nullable): the case in the line before, of which a near miss is a change
 *
 * Returns: (transfer full) (nullable): what is not true of the case
 */
char *
leio_rule_check_case (LeioRuleModel *model, const LeioRuleCase *before, const LeioRuleCase *one);

/**
 * leio_rule_check_missing:
 * @cases: (element-type LeioRuleCase): of all files
 *
 * An argument that can decide needs a case that it decides, one that never does a case in which it
 * is in force; both need a near miss, unless there is no case in which they are not in force.
 *
 * Returns: (transfer full) (element-type utf8): one line for each case that is missing
 */
GPtrArray *leio_rule_check_missing (LeioRuleModel *model, const GPtrArray *cases);

G_END_DECLS
