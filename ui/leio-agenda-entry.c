/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-agenda-entry.h"

#include <glib/gi18n.h>

struct _LeioAgendaEntry
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *number;
  GtkWidget *lines;
  GtkInscription *heading;
  GtkInscription *summary;
  GtkInscription *stage;
  GtkWidget *sign;
  GtkInscription *missing;

  GtkListItem *list_item; /* lent */
  LeioAgendaItem *item;   /* (nullable) */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LeioAgendaEntry, leio_agenda_entry, GTK_TYPE_WIDGET)

static void
show_number (LeioAgendaEntry *self)
{
  guint place = gtk_list_item_get_position (self->list_item) + 1;
  g_autofree char *number = g_strdup_printf ("%u", place);
  g_autofree char *name = NULL;
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->item == NULL)
    return;

  gtk_label_set_label (self->number, number);
  name = leio_agenda_item_dup_name (self->item, place);
  /* GTK 4.8 does not name the row, which has the focus, by what stands in it. */
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
get_sign (const LeioAgendaRow *row)
{
  if (row->fault != NULL)
    return "dialog-error-symbolic";
  return row->n_open > 0 ? "leio-status-open-symbolic" : "object-select-symbolic";
}

static char *
dup_last_line (LeioAgendaEntry *self, const LeioAgendaRow *row)
{
  if (row->fault != NULL)
    /* Translators: of a file; %s tells what is wrong with it */
    return g_strdup_printf (_ ("Cannot be opened: %s"), row->fault);
  return g_strdup (leio_agenda_item_is_read (self->item) ? row->missing : _ ("Reading…"));
}

/* The stage, and where the case is as far as it is not plain. */
static char *
dup_third_line (const LeioAgendaRow *row)
{
  if (row->fault != NULL)
    return g_strdup (row->path);
  if (!g_path_is_absolute (row->path))
    return g_strdup (row->stage);
  return row->stage != NULL && *row->stage != '\0'
             ? g_strdup_printf ("%s · %s", row->stage, row->path)
             : g_strdup (row->path);
}

static void
set_lines (LeioAgendaEntry *self, GtkInscription *line, guint n_narrow, guint n_wide)
{
  guint n = self->narrow ? n_narrow : n_wide;

  gtk_inscription_set_min_lines (line, n);
  gtk_inscription_set_nat_lines (line, n);
}

static void
show_row (LeioAgendaEntry *self)
{
  const LeioAgendaRow *row = leio_agenda_item_get_row (self->item);
  g_autofree char *third = dup_third_line (row);
  g_autofree char *last = dup_last_line (self, row);

  gtk_inscription_set_text (self->heading, row->label);
  gtk_inscription_set_text (self->summary, row->summary);
  gtk_inscription_set_text (self->stage, third);
  gtk_inscription_set_text (self->missing, last);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), row->fault == NULL);
  set_lines (self, self->missing, row->fault != NULL ? 7 : 4, row->fault != NULL ? 2 : 1);
  gtk_widget_set_opacity (self->sign, leio_agenda_item_is_read (self->item) ? 1 : 0);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), get_sign (row));
  show_number (self);
}

/* Every row keeps room for its lines, read or not: so nothing jumps while the cases are read, and a
 * list of 500 is laid out without a look at its texts. */
void
leio_agenda_entry_set_narrow (LeioAgendaEntry *self, gboolean narrow)
{
  self->narrow = narrow;
  set_lines (self, self->heading, 2, 1);
  set_lines (self, self->summary, 3, 1);
  set_lines (self, self->stage, 2, 1);
  set_lines (self, self->missing, 4, 1);
  if (self->item != NULL)
    show_row (self);
}

static gboolean
on_query_tooltip (LeioAgendaEntry *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (self->item == NULL)
    return FALSE;
  text = leio_agenda_item_dup_name (self->item, gtk_list_item_get_position (self->list_item) + 1);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
leio_agenda_entry_set_item (LeioAgendaEntry *self, LeioAgendaItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_row), self);
  show_row (self);
}

static GdkContentProvider *
on_prepare (LeioAgendaEntry *self)
{
  return gdk_content_provider_new_typed (LEIO_TYPE_AGENDA_ENTRY, self);
}

static void
on_drag_begin (LeioAgendaEntry *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
on_drop (LeioAgendaEntry *self, const GValue *value)
{
  LeioAgendaEntry *dragged = g_value_get_object (value);
  guint from = gtk_list_item_get_position (dragged->list_item);
  guint to = gtk_list_item_get_position (self->list_item);

  return gtk_widget_get_root (GTK_WIDGET (dragged)) == gtk_widget_get_root (GTK_WIDGET (self))
         && gtk_widget_activate_action (GTK_WIDGET (self), "agenda.move", "(uu)", from, to);
}

static void
add_dragging (LeioAgendaEntry *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (LEIO_TYPE_AGENDA_ENTRY, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
leio_agenda_entry_dispose (GObject *object)
{
  LeioAgendaEntry *self = LEIO_AGENDA_ENTRY (object);

  leio_agenda_entry_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_AGENDA_ENTRY);

  G_OBJECT_CLASS (leio_agenda_entry_parent_class)->dispose (object);
}

static void
leio_agenda_entry_class_init (LeioAgendaEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_agenda_entry_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/agenda/agenda-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaEntry, number);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaEntry, lines);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaEntry, heading);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaEntry, summary);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaEntry, stage);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaEntry, sign);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaEntry, missing);
}

static void
leio_agenda_entry_init (LeioAgendaEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  add_dragging (self);
}

GtkWidget *
leio_agenda_entry_new (GtkListItem *list_item)
{
  LeioAgendaEntry *self = g_object_new (LEIO_TYPE_AGENDA_ENTRY, NULL);

  self->list_item = list_item;
  g_signal_connect_object (list_item, "notify::position", G_CALLBACK (show_number), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
