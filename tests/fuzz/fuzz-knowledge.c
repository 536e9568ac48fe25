/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file of a knowledge base, LEIO_FUZZ_FILE, within a small base that is whole
 * (LEIO_FUZZ_BASE): it loads or tells its faults. What loads can be compiled or tells
 * that it is too large, and gives advice on an empty case; every treatment has a
 * possible status then, or no case is possible at all.
 *
 * With LEIO_FUZZ_FILE=properties the text is a file of properties for the shipped base.
 */
#include "config.h"

#include "leio-fuzz.h"

#include <stdlib.h>

/* Small: what is tested is that it ends well. */
#define NODE_LIMIT 20000

static const char *file;

static void
copy_base (const char *base)
{
  g_autofree char *command =
      g_strdup_printf ("cp -r '%s'/. '%s'", base, leio_fuzz_get_folder ());

  g_assert_cmpint (system (command), ==, 0);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  leio_fuzz_begin ();
  file = g_getenv ("LEIO_FUZZ_FILE");
  g_assert_nonnull (file);
  g_assert_nonnull (g_getenv ("LEIO_FUZZ_BASE"));
  copy_base (g_getenv ("LEIO_FUZZ_BASE"));
  return 0;
}

static void
check_advice (const LeioKnowledge *knowledge, const LeioAdvice *advice)
{
  gboolean possible = FALSE;

  g_assert_cmpuint (advice->treatments->len, ==, knowledge->treatments->len);
  for (guint i = 0; i < advice->treatments->len; i++)
    possible |= ((LeioTreatmentAdvice *) g_ptr_array_index (advice->treatments, i))->possible != 0;
  for (guint i = 0; i < advice->treatments->len; i++)
    g_assert_cmpint (((LeioTreatmentAdvice *) g_ptr_array_index (advice->treatments, i))->possible
                         != 0, ==, possible);
}

static void
ask (LeioKnowledge *knowledge)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioEngine) engine = leio_engine_new (knowledge, NODE_LIMIT, &error);
  g_autoptr (LeioAnswers) answers = leio_answers_new (
      leio_questionnaire_get_n_questions (knowledge->logic->questionnaire));
  g_autoptr (LeioAdvice) advice = NULL;

  if (engine == NULL)
    {
      leio_fuzz_check_error (error);
      return;
    }
  advice = leio_engine_advise (engine, answers, LEIO_ADVICE_ARGUMENTS | LEIO_ADVICE_REASONS);
  check_advice (knowledge, advice);
}

static void
try_base (void)
{
  g_autoptr (GError) error = NULL;
  LeioKnowledge *knowledge = leio_knowledge_load (leio_fuzz_get_folder (), &error);

  if (knowledge == NULL)
    {
      leio_fuzz_check_error (error);
      return;
    }
  g_assert_no_error (error);
  ask (knowledge);
  leio_knowledge_unref (knowledge);
}

static void
try_properties (void)
{
  g_autofree char *path = g_build_filename (leio_fuzz_get_folder (), file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) properties =
      leio_knowledge_load_properties (leio_fuzz_get_knowledge (), path, &error);

  if (properties == NULL)
    leio_fuzz_check_error (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  leio_fuzz_write (file, data, size);
  if (g_str_equal (file, "properties"))
    try_properties ();
  else
    try_base ();
  return 0;
}
