/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are found by their id and put in order by the list's own sorting: what has
 * the focus keeps it.
 */
#include "config.h"

#include "leio-ask-page.h"

#include <glib/gi18n.h>

#include "leio-ask-row.h"
#include "leio-end-layout.h"
#include "leio-line-layout.h"
#include "leio-mnemonic.h"
#include "leio-text.h"
#include "leio-wrap-layout.h"

#define SPACING 8

struct _LeioAskPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  GtkWidget *content;
  LeioText *count;
  GtkWidget *locked;
  GtkWidget *own_part;
  GtkEditable *own;
  GtkListBox *list;
  GtkExpander *more_part;
  GtkBox *more;
  GtkExpander *removed_part;
  GtkBox *removed;

  /* Owned references */
  LeioSession *session; /* (nullable) until it is set */
  char *opened;         /* (nullable) the id of the row that is open */

  gint64 moved_frame; /* the one that gives a moved row its place */
};

G_DEFINE_FINAL_TYPE (LeioAskPage, leio_ask_page, GTK_TYPE_WIDGET)

/* (nullable): the row of a question, in a list or a box whose children bear its id as name. */
static GtkWidget *
find_row (gpointer list, const char *id)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  while (row != NULL && g_strcmp0 (gtk_widget_get_name (row), id) != 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* The focus goes to what takes the place of a row that goes. */
static void
keep_focus (GtkWidget *leaving, GtkWidget *otherwise)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (leaving));
  GtkWidget *next = gtk_widget_get_next_sibling (leaving);

  if (focus == NULL || (focus != leaving && !gtk_widget_is_ancestor (focus, leaving)))
    return;
  if (next == NULL)
    next = gtk_widget_get_prev_sibling (leaving);
  if (next == NULL || !gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (otherwise);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return (int) leio_ask_row_get_number (LEIO_ASK_ROW (a))
         - (int) leio_ask_row_get_number (LEIO_ASK_ROW (b));
}

static GtkWidget *
new_header (LeioAskRow *row)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (LEIO_TYPE_TEXT, "text", leio_ask_row_get_title (row),
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "leio-subtitle");
  gtk_box_append (GTK_BOX (header), title);
  if (leio_ask_row_get_intro (row) != NULL)
    gtk_box_append (GTK_BOX (header), leio_text_new (leio_ask_row_get_intro (row)));
  return header;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *title = leio_ask_row_get_title (LEIO_ASK_ROW (row));
  gboolean begins = before == NULL
                    || !g_str_equal (title, leio_ask_row_get_title (LEIO_ASK_ROW (before)));

  gtk_list_box_row_set_header (row, begins ? new_header (LEIO_ASK_ROW (row)) : NULL);
}

static void
show_item (LeioAskPage *self,
           const LeioAskList *list,
           const LeioAskGroup *group,
           const LeioAskItem *item,
           guint number)
{
  GtkWidget *row = find_row (self->list, item->id);
  gboolean is_new = row == NULL;

  if (is_new)
    {
      row = leio_ask_row_new (self->session, item->id);
      gtk_widget_set_name (row, item->id);
    }
  leio_ask_row_show (LEIO_ASK_ROW (row), list, group, item, number);
  leio_ask_row_set_locked (LEIO_ASK_ROW (row), leio_session_get_locked (self->session));
  if (is_new)
    gtk_list_box_append (self->list, row);
}

static void
remove_unasked (LeioAskPage *self, const LeioAskList *list)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (LEIO_IS_ASK_ROW (row)
          && leio_ask_list_find (list, leio_ask_row_get_id (LEIO_ASK_ROW (row))) == NULL)
        {
          keep_focus (row, GTK_WIDGET (self->own));
          gtk_list_box_remove (self->list, row);
        }
      row = next;
    }
}

/* (nullable): the question that has the focus, or something in it. */
static LeioAskRow *
get_focus_row (LeioAskPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
             ? LEIO_ASK_ROW (gtk_widget_get_ancestor (focus, LEIO_TYPE_ASK_ROW))
             : NULL;
}

/* It has its new place once it was laid out, which comes after the first call. */
static gboolean
scroll_to (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  LeioAskPage *self = data;
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;
  double top;

  if (gdk_frame_clock_get_frame_counter (clock) <= self->moved_frame)
    return G_SOURCE_CONTINUE;

  if (!gtk_widget_compute_bounds (row, self->scroller, &bounds))
    return G_SOURCE_REMOVE;

  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/* A question that is moved by keys stays in sight. */
static void
follow (LeioAskPage *self, LeioAskRow *row)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->moved_frame = gdk_frame_clock_get_frame_counter (clock) + 1;
  gtk_widget_add_tick_callback (GTK_WIDGET (row), scroll_to, self, NULL);
}

static void
show_list (LeioAskPage *self, const LeioAskList *list)
{
  guint number = 0;
  LeioAskRow *moved;
  guint before;

  remove_unasked (self, list);
  moved = get_focus_row (self);
  before = moved != NULL ? leio_ask_row_get_number (moved) : 0;
  for (guint i = 0; i < list->groups->len; i++)
    {
      const LeioAskGroup *group = g_ptr_array_index (list->groups, i);

      for (guint k = 0; k < group->items->len; k++)
        show_item (self, list, group, g_ptr_array_index (group->items, k), ++number);
    }
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_headers (self->list);
  if (moved != NULL && leio_ask_row_get_number (moved) != before)
    follow (self, moved);
}

/* One row is open at most. */
static void
show_opened (LeioAskPage *self, const LeioAskList *list)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (leio_session_get_locked (self->session))
    g_clear_pointer (&self->opened, g_free);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (LEIO_IS_ASK_ROW (row))
      leio_ask_row_set_open (LEIO_ASK_ROW (row), list,
                             g_strcmp0 (gtk_widget_get_name (row), self->opened) == 0);
}

static void
on_row_activated (LeioAskPage *self, GtkListBoxRow *row)
{
  g_autoptr (LeioAskList) list = leio_visit_edit_dup_list (self->session);
  gboolean was_open = leio_ask_row_get_open (LEIO_ASK_ROW (row));

  g_free (self->opened);
  self->opened = was_open ? NULL : g_strdup (leio_ask_row_get_id (LEIO_ASK_ROW (row)));
  if (was_open)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  show_opened (self, list);
}

static void
on_add_own (LeioAskPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->own)));
  LeioVisit *visit = leio_visit_edit_begin (self->session);

  if (leio_visit_add_own (visit, text) != NULL)
    gtk_editable_set_text (self->own, "");
  leio_visit_edit_end (self->session, visit, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->own));
}

/* (nullable): a question that is not asked now. */
static const LeioAskItem *
find_item (const GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    {
      const LeioAskItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->id, id))
        return item;
    }
  return NULL;
}

static void
on_add_more (LeioAskPage *self, GtkWidget *button)
{
  g_autoptr (LeioAskList) list = leio_visit_edit_dup_list (self->session);
  const char *id = gtk_widget_get_name (gtk_widget_get_parent (button));
  const LeioAskItem *item = find_item (list->more, id);
  LeioVisit *visit;

  if (item == NULL)
    return;

  visit = leio_visit_edit_begin (self->session);
  leio_visit_set_added (visit, item->id, item->worded, TRUE);
  leio_visit_edit_end (self->session, visit, NULL);
}

static void
on_put_back (LeioAskPage *self, GtkWidget *button)
{
  g_autoptr (LeioAskList) list = leio_visit_edit_dup_list (self->session);
  const char *id = gtk_widget_get_name (gtk_widget_get_parent (button));
  const LeioAskItem *item = find_item (list->removed, id);

  if (item != NULL)
    leio_visit_edit_remove (self->session, item, FALSE);
}

/* A question, and the button that brings it into the list. */
static GtkWidget *
new_other (LeioAskPage *self, const LeioAskItem *item, gboolean removed)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "layout-manager", leio_end_layout_new (), NULL);
  GtkWidget *button = gtk_button_new_with_label (removed ? C_ ("question", "Put Back")
                                                         : C_ ("question", "Add"));
  g_autofree char *name = g_strdup_printf (
      /* Translators: what a button does: 1 is “Add” or “Put Back”, 2 a question */
      C_ ("question", "%1$s: %2$s"), gtk_button_get_label (GTK_BUTTON (button)), item->question);

  gtk_widget_set_name (row, item->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->question, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (button, "clicked",
                           removed ? G_CALLBACK (on_put_back) : G_CALLBACK (on_add_more), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), leio_text_new (item->question));
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
remove_others (GtkBox *box, const GPtrArray *items, GtkWidget *expander)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (items == NULL || find_item (items, gtk_widget_get_name (row)) == NULL)
        {
          keep_focus (row, expander);
          gtk_box_remove (box, row);
        }
      row = next;
    }
}

/* The rows are made once they are to be seen. */
static void
show_others (LeioAskPage *self, GtkExpander *part, GtkBox *box, const GPtrArray *items)
{
  gboolean locked = leio_session_get_locked (self->session);
  gboolean seen = !locked && gtk_expander_get_expanded (part);
  GtkWidget *before = NULL;

  remove_others (box, seen ? items : NULL, GTK_WIDGET (part));
  for (guint i = 0; seen && i < items->len; i++)
    {
      const LeioAskItem *item = g_ptr_array_index (items, i);
      GtkWidget *row = find_row (box, item->id);

      if (row == NULL)
        {
          row = new_other (self, item, box == self->removed);
          gtk_box_insert_child_after (box, row, before);
        }
      before = row;
    }
  gtk_widget_set_visible (GTK_WIDGET (part), !locked && items->len > 0);
}

static void
set_label (GtkExpander *part, const char *label)
{
  gtk_expander_set_label (part, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_counts (LeioAskPage *self, const LeioAskList *list)
{
  guint n_questions = leio_ask_list_count (list);
  g_autofree char *more = g_strdup_printf (
      /* Translators: %u is a number of questions */
      ngettext ("%u question that may fit too", "%u questions that may fit too", list->more->len),
      list->more->len);
  g_autofree char *removed = g_strdup_printf (
      /* Translators: %u is a number of questions */
      ngettext ("%u question taken out", "%u questions taken out", list->removed->len),
      list->removed->len);

  leio_text_take (self->count, g_strdup_printf (
                                   /* Translators: %u is a number of questions */
                                   ngettext ("%u question is in your list.",
                                             "%u questions are in your list.", n_questions),
                                   n_questions));
  set_label (self->more_part, more);
  set_label (self->removed_part, removed);
}

static void
refresh (LeioAskPage *self)
{
  g_autoptr (LeioAskList) list = NULL;
  gboolean locked;

  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  list = leio_visit_edit_dup_list (self->session);
  locked = leio_session_get_locked (self->session);
  gtk_widget_set_visible (self->locked, locked);
  gtk_widget_set_visible (self->own_part, !locked);
  show_counts (self, list);
  show_list (self, list);
  show_opened (self, list);
  show_others (self, self->more_part, self->more, list->more);
  show_others (self, self->removed_part, self->removed, list->removed);
}

static void
leio_ask_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (leio_ask_page_parent_class)->map (widget);
  refresh (LEIO_ASK_PAGE (widget));
}

static gboolean
leio_ask_page_grab_focus (GtkWidget *widget)
{
  LeioAskPage *self = LEIO_ASK_PAGE (widget);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  return (first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first)))
         || gtk_widget_grab_focus (GTK_WIDGET (self->own));
}

static void
leio_ask_page_dispose (GObject *object)
{
  LeioAskPage *self = LEIO_ASK_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (leio_ask_page_parent_class)->dispose (object);
}

static void
leio_ask_page_finalize (GObject *object)
{
  g_free (LEIO_ASK_PAGE (object)->opened);

  G_OBJECT_CLASS (leio_ask_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leio_app/Leio/ui/home/ask-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, content);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, count);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, locked);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, own_part);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, own);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, list);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, more_part);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, more);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, removed_part);
  gtk_widget_class_bind_template_child (widget_class, LeioAskPage, removed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add_own);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
leio_ask_page_class_init (LeioAskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leio_ask_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = leio_ask_page_finalize;
  widget_class->map = leio_ask_page_map;
  widget_class->grab_focus = leio_ask_page_grab_focus;

  /* The template names them. */
  g_type_ensure (LEIO_TYPE_TEXT);
  g_type_ensure (LEIO_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
leio_ask_page_init (LeioAskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  leio_mnemonic_mend_names (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->content, leio_line_layout_new (SPACING));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

void
leio_ask_page_set_session (LeioAskPage *self, LeioSession *session)
{
  g_return_if_fail (LEIO_IS_ASK_PAGE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "advice-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::locked", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
