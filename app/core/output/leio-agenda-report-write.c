/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of an agenda as a report, and as JSON ("leio-agenda-report", version 1).
 */
#include "config.h"

#include "leio-agenda-report.h"

#include <glib/gi18n-lib.h>

#include "leio-json.h"
#include "leio-locale.h"

LeioAgendaReport *
leio_agenda_report_new (const LeioAgenda *agenda, const LeioKnowledge *knowledge)
{
  LeioAgendaReport *self = g_new0 (LeioAgendaReport, 1);

  self->title = leio_agenda_dup_title (agenda);
  self->date = g_strdup (agenda->date);
  self->knowledge = knowledge;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) leio_agenda_row_free);
  return self;
}

void
leio_agenda_report_free (LeioAgendaReport *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->date);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
add_row (JsonBuilder *builder, const LeioAgendaRow *row)
{
  json_builder_begin_object (builder);
  leio_json_add_text (builder, "file", row->path);
  leio_json_add_text (builder, "label", row->label);
  if (row->fault != NULL)
    leio_json_add_text (builder, "error", row->fault);
  else
    {
      leio_json_add_text (builder, "summary", row->summary);
      leio_json_add_text (builder, "stage", row->stage);
      leio_json_add_text (builder, "missing", row->missing);
      json_builder_set_member_name (builder, "questions");
      json_builder_begin_array (builder);
      for (guint i = 0; row->questions[i] != NULL; i++)
        json_builder_add_string_value (builder, row->questions[i]);
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "settles");
      json_builder_add_int_value (builder, row->n_settled);
      json_builder_set_member_name (builder, "open");
      json_builder_add_int_value (builder, row->n_open);
    }
  json_builder_end_object (builder);
}

static char *
write_json (const LeioAgendaReport *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  leio_json_add_text (builder, "format", "leio-agenda-report");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  leio_json_add_text (builder, "title", self->title);
  leio_json_add_text (builder, "date", *self->date != '\0' ? self->date : NULL);
  json_builder_set_member_name (builder, "knowledge");
  json_builder_begin_object (builder);
  leio_json_add_text (builder, "id", self->knowledge->id);
  leio_json_add_text (builder, "version", self->knowledge->version);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "cases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (builder, g_ptr_array_index (self->rows, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  node = json_builder_get_root (builder);
  text = leio_json_to_text (node, TRUE);
  return g_strconcat (text, "\n", NULL);
}

static void
add_case (LeioBlock *into, const LeioAgendaRow *row, guint place)
{
  /* Translators: %1$u is the number of a case in a list, %2$s its label */
  g_autofree char *heading = g_strdup_printf (C_ ("agenda", "%1$u. %2$s"), place, row->label);
  LeioBlock *card = leio_block_add_card (into, LEIO_SIGN_NONE, 2, heading);
  LeioBlock *list;

  if (row->fault != NULL)
    {
      g_autofree char *fault =
          /* Translators: %1$s is a file, %2$s what is wrong with it */
          g_strdup_printf (_ ("%1$s cannot be opened: %2$s"), row->path, row->fault);

      leio_block_add_note (card, fault);
      return;
    }
  /* A window can print before all is read. */
  if (row->missing == NULL)
    return;

  list = leio_block_add_list (card);
  leio_block_add_item (list, NULL, NULL, row->summary);
  if (*row->stage != '\0')
    leio_block_add_item (list, NULL, NULL, row->stage);
  leio_block_add_item (list, NULL, C_ ("agenda", "Missing"), row->missing);
}

LeioReport *
leio_agenda_report_to_report (const LeioAgendaReport *self)
{
  LeioReport *report = leio_report_new (self->title, _ ("Agenda"));
  LeioBlock *root = report->root;
  g_autofree char *date = leio_locale_dup_date (self->date);

  leio_report_set_origin (report, self->knowledge);
  leio_block_add_heading (root, 1, self->title);
  if (*date != '\0')
    leio_block_add_paragraph (root, LEIO_TONE_LEAD, date);
  if (self->rows->len == 0)
    leio_block_add_paragraph (root, LEIO_TONE_NORMAL, _ ("There is no case on this agenda."));
  for (guint i = 0; i < self->rows->len; i++)
    add_case (root, g_ptr_array_index (self->rows, i), i + 1);
  leio_block_add_paragraph (root, LEIO_TONE_SMALL,
                            _ ("The answers that are asked for settle what is counted, whatever "
                               "they turn out to be."));
  return report;
}

char *
leio_agenda_report_write (const LeioAgendaReport *self, LeioReportFormat format)
{
  g_autoptr (LeioReport) report = NULL;

  if (format == LEIO_REPORT_JSON)
    return write_json (self);
  report = leio_agenda_report_to_report (self);
  return leio_report_to_text (report, format == LEIO_REPORT_MARKDOWN);
}
