/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-agenda-item.h"

#include <glib/gi18n.h>

struct _LeioAgendaItem
{
  GObject parent_instance;

  LeioAgendaRow *row;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioAgendaItem, leio_agenda_item, G_TYPE_OBJECT)

static void
leio_agenda_item_finalize (GObject *object)
{
  leio_agenda_row_free (LEIO_AGENDA_ITEM (object)->row);

  G_OBJECT_CLASS (leio_agenda_item_parent_class)->finalize (object);
}

static void
leio_agenda_item_class_init (LeioAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = leio_agenda_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
leio_agenda_item_init (LeioAgendaItem *self)
{
}

LeioAgendaItem *
leio_agenda_item_new (LeioAgendaRow *row)
{
  LeioAgendaItem *self = g_object_new (LEIO_TYPE_AGENDA_ITEM, NULL);

  self->row = row;
  return self;
}

const LeioAgendaRow *
leio_agenda_item_get_row (LeioAgendaItem *self)
{
  return self->row;
}

void
leio_agenda_item_take_row (LeioAgendaItem *self, LeioAgendaRow *row)
{
  leio_agenda_row_free (self->row);
  self->row = row;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
leio_agenda_item_is_read (LeioAgendaItem *self)
{
  return self->row->fault != NULL || self->row->missing != NULL;
}

char *
leio_agenda_item_dup_name (LeioAgendaItem *self, guint place)
{
  const LeioAgendaRow *row = self->row;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *heading =
      /* Translators: %1$u is the number of a case in a list, %2$s its label */
      g_strdup_printf (C_ ("agenda", "%1$u. %2$s"), place, row->label);
  const char *const texts[] = { heading, row->fault, row->summary, row->stage, row->missing };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_ptr_array_add (parts, (char *) texts[i]);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (". ", (char **) parts->pdata);
}
