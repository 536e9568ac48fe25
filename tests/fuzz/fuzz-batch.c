/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of a batch: they are cut in the same way wherever the buffer ends, and what
 * is read quickly is read slowly as the same answers and label.
 */
#define _GNU_SOURCE
#include "config.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "leio-case.h"
#include "leio-cli-lines.h"
#include "leio-cli-quick.h"
#include "leio-fuzz.h"

static LeioAnswers *answers;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  leio_fuzz_begin ();
  answers = leio_answers_new (leio_questionnaire_get_n_questions (
      leio_fuzz_get_knowledge ()->logic->questionnaire));
  return 0;
}

static void
check_line (const char *line, gsize length)
{
  const LeioKnowledge *knowledge = leio_fuzz_get_knowledge ();
  const char *label = NULL;
  gsize label_length = 0;
  gboolean quick = leio_cli_read_quickly (knowledge, line, length, answers, &label, &label_length);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = leio_case_from_data (
      line, (gssize) length, knowledge->logic->questionnaire, knowledge->id, &error);

  if (kase == NULL)
    leio_fuzz_check_error (error);
  if (!quick)
    return;
  g_assert_no_error (error);
  g_assert_true (leio_answers_equal (kase->answers, answers));
  g_assert_cmpmem (kase->label, strlen (kase->label), label, label_length);
}

/* @expected: where the next line begins in the text */
static void
read_lines (int fd, const char *expected, gsize left)
{
  g_autoptr (LeioCliLines) lines = leio_cli_lines_new (fd, LEIO_CASE_MAX_BYTES);
  const char *line = NULL;
  gsize length = 0;

  while (leio_cli_lines_next (lines, &line, &length) == LEIO_CLI_LINE_WHOLE)
    {
      const char *end = memchr (expected, '\n', left);
      gsize own = end != NULL ? (gsize) (end - expected) : left;

      g_assert_nonnull (line);
      g_assert_cmpmem (line, length, expected, own);
      check_line (line, length);
      own += end != NULL;
      expected += own;
      left -= own;
    }
  g_assert_cmpuint (left, ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int fd = memfd_create ("lines", MFD_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  read_lines (fd, (const char *) data, size);
  close (fd);
  return 0;
}
