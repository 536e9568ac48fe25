/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the cases of a rule in the diagrams: the fewest answers with which it
 * certainly decides (or, where it never can, is in force and its treatment is
 * considered if that can be), and the fewest changes of that case with which it
 * is certainly not in force. Among equals it takes the values that are most
 * usual, and for the near miss the nearest other value, a settled status and the
 * question that comes last. What it finds is always the same.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "leio-rule-case.h"

G_BEGIN_DECLS

/**
 * leio_rule_find_cases:
 * @usual: question: its values, the most usual first; or a usual number. A question that is not
 *   there has its values in the order of the questionnaire
 * @rule: index of the rule
 *
 * A rule on several treatments has as few cases as show what it does on each.
 *
 * Returns: (transfer full) (element-type LeioRuleCase): a case and its near miss, in turn
 */
GPtrArray *leio_rule_find_cases (LeioRuleModel *model, JsonObject *usual, guint rule);

G_END_DECLS
