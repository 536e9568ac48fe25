/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-agenda-page.h"

#include <glib/gi18n.h>

#include "leio-agenda-entry.h"
#include "leio-decision-date.h"
#include "leio-text.h"
#include "leio-wrap-layout.h"

struct _LeioAgendaPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *head;
  GtkEditable *title;
  GtkEditable *date;
  LeioText *state;
  GtkWidget *save;
  LeioAdaptiveBin *bin;
  GtkListView *list;
  GtkSingleSelection *selection;
  LeioText *empty;

  LeioAgendaList *agenda; /* (nullable) */
  gboolean filling;       /* nobody types what changes in the entries */
};

enum
{
  CASE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioAgendaPage, leio_agenda_page, GTK_TYPE_WIDGET)

static guint
count_cases (LeioAgendaPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static void
update_actions (LeioAgendaPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = count_cases (self);
  gboolean any = selected < n;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.move-up", any && selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.move-down", any && selected + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.remove", any);
}

static char *
dup_faults (LeioAgendaPage *self)
{
  guint n = leio_agenda_list_get_n_faults (self->agenda);

  if (n == 0)
    return NULL;
  /* Translators: %u is a number of cases */
  return g_strdup_printf (ngettext ("%u cannot be opened", "%u cannot be opened", n), n);
}

/* "12 cases · 2 cannot be opened · Not saved" */
static char *
dup_state (LeioAgendaPage *self)
{
  guint n = count_cases (self);
  /* Translators: %u is a number of cases */
  g_autofree char *count = g_strdup_printf (ngettext ("%u case", "%u cases", n), n);
  g_autofree char *faults = dup_faults (self);
  const char *saved = leio_agenda_list_get_dirty (self->agenda) ? _ ("Not saved") : "";
  const char *const texts[] = { count, faults, saved };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_ptr_array_add (parts, (char *) texts[i]);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
fill (LeioAgendaPage *self, GtkEditable *entry, const char *text)
{
  if (g_str_equal (gtk_editable_get_text (entry), text))
    return;

  self->filling = TRUE;
  gtk_editable_set_text (entry, text);
  self->filling = FALSE;
}

/* What is being typed stays as it is, also where it is no day yet. */
static void
show_in (LeioAgendaPage *self, GtkEditable *entry, const char *text)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))))
    fill (self, entry, text);
}

static void
show_names (LeioAgendaPage *self)
{
  g_autofree char *name = leio_agenda_list_dup_title (self->agenda);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->title), name);
  show_in (self, self->title, leio_agenda_list_get_title (self->agenda));
  show_in (self, self->date, leio_agenda_list_get_date (self->agenda));
}

static void
on_title_changed (LeioAgendaPage *self)
{
  if (self->agenda != NULL && !self->filling)
    leio_agenda_list_set_title (self->agenda, gtk_editable_get_text (self->title));
}

static void
on_date_changed (LeioAgendaPage *self)
{
  if (leio_decision_date_check (self->date) && self->agenda != NULL && !self->filling)
    leio_agenda_list_set_date (self->agenda, gtk_editable_get_text (self->date));
}

static void
show_state (LeioAgendaPage *self)
{
  gboolean any = count_cases (self) > 0;

  if (self->agenda == NULL)
    return;

  show_names (self);
  leio_text_take (self->state, dup_state (self));
  gtk_widget_set_visible (self->save, leio_agenda_list_get_file (self->agenda) == NULL
                                          || leio_agenda_list_get_dirty (self->agenda));
  gtk_widget_set_visible (GTK_WIDGET (self->bin), any);
  leio_text_take (self->empty,
                  g_strdup (any ? "" : _ ("There is no case on this agenda. Add the case files of "
                                          "the meeting, or drop them here.")));
}

static void
show_width (LeioAgendaPage *self)
{
  gboolean narrow = leio_adaptive_bin_get_narrow (self->bin);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (LEIO_IS_AGENDA_ENTRY (gtk_widget_get_first_child (row)))
      leio_agenda_entry_set_narrow (LEIO_AGENDA_ENTRY (gtk_widget_get_first_child (row)), narrow);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, leio_agenda_entry_new (item));
}

static void
on_bind (LeioAgendaPage *self, GtkListItem *item)
{
  LeioAgendaEntry *entry = LEIO_AGENDA_ENTRY (gtk_list_item_get_child (item));

  leio_agenda_entry_set_narrow (entry, leio_adaptive_bin_get_narrow (self->bin));
  leio_agenda_entry_set_item (entry, gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  leio_agenda_entry_set_item (LEIO_AGENDA_ENTRY (gtk_list_item_get_child (item)), NULL);
}

static void
on_activate (LeioAgendaPage *self, guint place)
{
  g_signal_emit (self, signals[CASE_CHOSEN], 0, place);
}

/* GTK 4.8 has no way to scroll a list but this action, which also tells the list where its focus
 * is. */
void
leio_agenda_page_select (LeioAgendaPage *self, guint place)
{
  g_return_if_fail (LEIO_IS_AGENDA_PAGE (self));

  if (place >= count_cases (self))
    return;
  gtk_single_selection_set_selected (self->selection, place);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", place);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

LeioAdaptiveBin *
leio_agenda_page_get_bin (LeioAgendaPage *self)
{
  g_return_val_if_fail (LEIO_IS_AGENDA_PAGE (self), NULL);

  return self->bin;
}

guint
leio_agenda_page_get_selected (LeioAgendaPage *self)
{
  g_return_val_if_fail (LEIO_IS_AGENDA_PAGE (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

static void
move (LeioAgendaPage *self, guint from, guint to)
{
  guint n = count_cases (self);

  if (self->agenda == NULL || from >= n || to >= n)
    return;
  leio_agenda_list_move (self->agenda, from, to);
  leio_agenda_page_select (self, to);
}

static void
on_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint from, to;

  g_variant_get (parameter, "(uu)", &from, &to);
  move (LEIO_AGENDA_PAGE (widget), from, to);
}

static void
on_move_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LeioAgendaPage *self = LEIO_AGENDA_PAGE (widget);
  guint selected = leio_agenda_page_get_selected (self);

  if (selected > 0)
    move (self, selected, selected - 1);
}

static void
on_move_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LeioAgendaPage *self = LEIO_AGENDA_PAGE (widget);
  guint selected = leio_agenda_page_get_selected (self);

  move (self, selected, selected + 1);
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LeioAgendaPage *self = LEIO_AGENDA_PAGE (widget);
  guint selected = leio_agenda_page_get_selected (self);

  if (self->agenda == NULL)
    return;
  leio_agenda_list_remove (self->agenda, selected);
  if (count_cases (self) > 0)
    leio_agenda_page_select (self, MIN (selected, count_cases (self) - 1));
}

void
leio_agenda_page_set_list (LeioAgendaPage *self, LeioAgendaList *list)
{
  g_return_if_fail (LEIO_IS_AGENDA_PAGE (self));

  if (self->agenda != NULL)
    g_signal_handlers_disconnect_by_data (self->agenda, self);
  g_set_object (&self->agenda, list);
  gtk_single_selection_set_model (self->selection,
                                  list != NULL ? leio_agenda_list_get_model (list) : NULL);
  if (list != NULL)
    {
      fill (self, self->title, leio_agenda_list_get_title (list));
      fill (self, self->date, leio_agenda_list_get_date (list));
      g_signal_connect_swapped (list, "notify", G_CALLBACK (show_state), self);
    }
  show_state (self);
  update_actions (self);
}

static void
leio_agenda_page_dispose (GObject *object)
{
  LeioAgendaPage *self = LEIO_AGENDA_PAGE (object);

  if (self->agenda != NULL)
    g_signal_handlers_disconnect_by_data (self->agenda, self);
  g_clear_object (&self->agenda);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEIO_TYPE_AGENDA_PAGE);

  G_OBJECT_CLASS (leio_agenda_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/leio_app/Leio/ui/agenda/agenda-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, head);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, title);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, date);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, state);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, save);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, list);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, selection);
  gtk_widget_class_bind_template_child (widget_class, LeioAgendaPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_date_changed);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, show_width);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
leio_agenda_page_class_init (LeioAgendaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_agenda_page_dispose;

  signals[CASE_CHOSEN] = g_signal_new ("case-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (LEIO_TYPE_ADAPTIVE_BIN);
  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "agenda.move", "(uu)", on_move);
  gtk_widget_class_install_action (widget_class, "agenda.move-up", NULL, on_move_up);
  gtk_widget_class_install_action (widget_class, "agenda.move-down", NULL, on_move_down);
  gtk_widget_class_install_action (widget_class, "agenda.remove", NULL, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "agenda.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "agenda.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "agenda.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave-agenda", NULL);
}

static void
leio_agenda_page_init (LeioAgendaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
leio_agenda_page_new (void)
{
  return g_object_new (LEIO_TYPE_AGENDA_PAGE, NULL);
}
