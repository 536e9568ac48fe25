/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leio-cli batch: one case a line in, its statuses a line out, in order and in
 * constant memory. A bad line is answered on its place by the number of the line
 * and what is wrong with it.
 */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "leio-case.h"
#include "leio-cli-lines.h"
#include "leio-cli-quick.h"
#include "leio-cli.h"

/* So much is collected before it is written. */
#define OUTPUT_SIZE (64 * 1024)
#define N_MASKS (1 << LEIO_N_STATUSES)

typedef struct
{
  LeioKnowledge *knowledge;
  LeioEngine *engine;
  LeioAnswers *answers;
  guint8 *possible;    /* a slot a treatment */
  GString **fragments; /* N_MASKS a treatment: `"id":"status"`, made when first needed */
  GString *output;
  guint64 line;   /* number of the line, from 1 */
  gboolean blank; /* the line before was blank: a fault, unless it was the last */
  gboolean found_fault;
} Batch;

static void
batch_clear (Batch *self)
{
  guint n_fragments = self->knowledge->treatments->len * N_MASKS;

  for (guint i = 0; i < n_fragments; i++)
    if (self->fragments[i] != NULL)
      g_string_free (self->fragments[i], TRUE);
  g_free (self->fragments);
  g_free (self->possible);
  g_string_free (self->output, TRUE);
  leio_answers_free (self->answers);
}

/* FALSE where nobody can take the output any more. */
static gboolean
flush (Batch *self)
{
  gsize written = 0;

  while (written < self->output->len)
    {
      gssize n = write (STDOUT_FILENO, self->output->str + written, self->output->len - written);

      if (n >= 0)
        written += (gsize) n;
      else if (errno == EPIPE)
        return FALSE;
      else if (errno != EINTR)
        {
          /* Translators: %s is the system's reason, e.g. “No space left on device” */
          leio_cli_complain (_ ("standard output: %s"), g_strerror (errno));
          return FALSE;
        }
    }
  g_string_truncate (self->output, 0);

  return TRUE;
}

static void
append_json_text (GString *output, const char *text, gsize length)
{
  g_string_append_c (output, '"');
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"' || text[i] == '\\')
        g_string_append_c (output, '\\');
      if ((guchar) text[i] < 0x20)
        g_string_append_printf (output, "\\u%04x", (guint) (guchar) text[i]);
      else
        g_string_append_c (output, text[i]);
    }
  g_string_append_c (output, '"');
}

static GString *
create_fragment (const LeioKnowledge *knowledge, guint treatment, guint mask)
{
  const LeioTreatment *found = g_ptr_array_index (knowledge->treatments, treatment);
  GString *fragment = g_string_new (treatment > 0 ? "," : "");
  gboolean settled = mask != 0 && (mask & (mask - 1)) == 0;
  const char *comma = "";

  g_string_append_printf (fragment, "\"%s\":%s", found->id, settled ? "" : "[");
  for (guint i = 0; i < LEIO_N_STATUSES; i++)
    if ((mask >> i & 1) != 0)
      {
        g_string_append_printf (fragment, "%s\"%s\"", comma, leio_status_to_id (i));
        comma = ",";
      }
  if (!settled)
    g_string_append_c (fragment, ']');

  return fragment;
}

static void
append_statuses (Batch *self)
{
  for (guint i = 0; i < self->knowledge->treatments->len; i++)
    {
      GString **fragment = &self->fragments[i * N_MASKS + self->possible[i] % N_MASKS];

      if (*fragment == NULL)
        *fragment = create_fragment (self->knowledge, i, self->possible[i]);
      g_string_append_len (self->output, (*fragment)->str, (*fragment)->len);
    }
}

static void
append_case (Batch *self, const LeioAnswers *answers, const char *label, gsize length)
{
  leio_engine_possible (self->engine, answers, self->possible);
  g_string_append (self->output, "{\"label\":");
  append_json_text (self->output, label, length);
  g_string_append (self->output, ",\"statuses\":{");
  append_statuses (self);
  g_string_append (self->output, "}}\n");
}

static void
append_fault (Batch *self, guint64 line, const char *fault)
{
  self->found_fault = TRUE;
  g_string_append_printf (self->output, "{\"line\":%" G_GUINT64_FORMAT ",\"error\":", line);
  append_json_text (self->output, fault, strlen (fault));
  g_string_append (self->output, "}\n");
}

static void
read_slowly (Batch *self, const char *line, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioCase) kase = leio_case_from_data (
      line, (gssize) length, self->knowledge->logic->questionnaire, self->knowledge->id, &error);

  if (kase != NULL)
    append_case (self, kase->answers, kase->label, strlen (kase->label));
  else
    append_fault (self, self->line, error->message);
}

static gboolean
is_blank (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r')
      return FALSE;

  return TRUE;
}

static void
answer_line (Batch *self, const char *line, gsize length)
{
  const char *label = NULL;
  gsize label_length = 0;

  if (is_blank (line, length))
    self->blank = TRUE;
  else if (leio_cli_read_quickly (self->knowledge, line, length, self->answers, &label,
                                  &label_length))
    append_case (self, self->answers, label, label_length);
  else
    read_slowly (self, line, length);
}

static void
answer_blank (Batch *self)
{
  if (self->blank)
    append_fault (self, self->line, _ ("found an empty line, expected a case"));
  self->blank = FALSE;
}

static void
answer_long (Batch *self)
{
  g_autofree char *fault = g_strdup_printf (
      /* Translators: %d is a number of megabytes */
      _ ("the line is longer than %d MB, expected a case"), LEIO_CASE_MAX_BYTES / (1024 * 1024));

  append_fault (self, self->line, fault);
}

/* FALSE where the input cannot be read or the output not be written. */
static gboolean
answer_lines (Batch *self)
{
  g_autoptr (LeioCliLines) lines = leio_cli_lines_new (STDIN_FILENO, LEIO_CASE_MAX_BYTES);

  for (;;)
    {
      const char *line = NULL;
      gsize length = 0;
      LeioCliLineResult result;

      /* Whoever waits for an answer before the next question gets it. */
      if ((self->output->len >= OUTPUT_SIZE || leio_cli_lines_will_read (lines)) && !flush (self))
        return FALSE;

      result = leio_cli_lines_next (lines, &line, &length);
      if (result == LEIO_CLI_LINE_END)
        return flush (self);
      if (result == LEIO_CLI_LINE_FAILED)
        {
          /* Translators: %s is the system's reason */
          leio_cli_complain (_ ("standard input: it cannot be read: %s"), g_strerror (errno));
          return FALSE;
        }

      answer_blank (self);
      self->line++;
      if (result == LEIO_CLI_LINE_TOO_LONG)
        answer_long (self);
      else
        answer_line (self, line, length);
    }
}

static void
batch_init (Batch *self, LeioKnowledge *knowledge, LeioEngine *engine)
{
  guint n_treatments = knowledge->treatments->len;
  guint n_questions = leio_questionnaire_get_n_questions (knowledge->logic->questionnaire);

  self->knowledge = knowledge;
  self->engine = engine;
  self->answers = leio_answers_new (n_questions);
  self->possible = g_new0 (guint8, n_treatments + 1);
  self->fragments = g_new0 (GString *, n_treatments * N_MASKS + 1);
  self->output = g_string_sized_new (2 * OUTPUT_SIZE);
}

LeioCliExit
leio_cli_batch (const LeioCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeioEngine) engine = leio_engine_new (cli->knowledge, 0, &error);
  LeioCliExit result = LEIO_CLI_FINE;
  Batch batch = { .knowledge = NULL };

  if (engine == NULL)
    {
      leio_cli_complain ("%s", error->message);
      return LEIO_CLI_UNUSABLE;
    }

  batch_init (&batch, cli->knowledge, engine);
  if (!answer_lines (&batch))
    result = LEIO_CLI_UNUSABLE;
  else if (batch.found_fault)
    result = LEIO_CLI_FINDING;
  batch_clear (&batch);

  return result;
}
