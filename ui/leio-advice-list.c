/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-list.h"

#include <math.h>

#define MARGIN 18
#define SPACING 12
#define MIN_WIDTH 240
#define NATURAL_WIDTH 640
#define MAX_WIDTH 1180
#define SHORT_ROW 100

typedef struct
{
  GtkWidget *widget;
  int y;         /* from the top of the content; as of the last allocation */
  int height;    /* 0 while it is hidden */
  gboolean moved;
} ListRow;

struct _LeioAdviceList
{
  GtkWidget parent_instance;

  /* Owned References */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GArray *rows;                  /* ListRow, in order */

  /* Borrowed References */
  GtkRoot *root;
  GtkWidget *anchor;             /* (nullable) the row that holds still */
  GtkWidget *focus_row;          /* (nullable) the row that had the focus last */

  double anchor_y;               /* where it was in the window */
  gboolean allocating;
  GtkScrollablePolicy policies[2];
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  VIEW_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (LeioAdviceList,
                               leio_advice_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static ListRow *
get_row (LeioAdviceList *self, guint i)
{
  return &g_array_index (self->rows, ListRow, i);
}

static ListRow *
find_row (LeioAdviceList *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->widget == widget)
      return get_row (self, i);

  return NULL;
}

static double
get_value (LeioAdviceList *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static double
get_origin (LeioAdviceList *self)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);

  if (self->root == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->root), &point, &point))
    return 0;

  return point.y;
}

static gboolean
is_in_view (const ListRow *row, double value, int page)
{
  return row->height > 0 && row->y + row->height > value && row->y < value + page;
}

/* The first row that begins in view, else the one that is seen in part, of those that stay. */
static ListRow *
find_steady_row (LeioAdviceList *self, double value, int page)
{
  ListRow *found = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ListRow *row = get_row (self, i);

      if (row->moved || !is_in_view (row, value, page))
        continue;
      if (row->y >= value)
        return row;
      found = row;
    }

  return found;
}

/* The row that holds still from here on: the one with the focus if it is in view, none at the
 * top, else the first in view. */
static void
choose_anchor (LeioAdviceList *self)
{
  int page = gtk_widget_get_height (GTK_WIDGET (self));
  double value = get_value (self);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  ListRow *chosen = child != NULL ? find_row (self, child) : NULL;

  if (chosen != NULL
      && !((gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUS_WITHIN)
           && is_in_view (chosen, value, page)))
    chosen = NULL;
  if (chosen == NULL && value > 0)
    chosen = find_steady_row (self, value, page);

  self->anchor = chosen != NULL ? chosen->widget : NULL;
  self->anchor_y = chosen != NULL ? chosen->y - value + get_origin (self) : 0;
}

/* Where the view has to be for the anchor to stay where it was. */
static double
get_held_value (LeioAdviceList *self, int page, int total)
{
  ListRow *row = self->anchor != NULL ? find_row (self, self->anchor) : NULL;
  double value = get_value (self);

  if (row != NULL && row->height > 0)
    value = row->y + get_origin (self) - self->anchor_y;

  return CLAMP (value, 0, MAX (0, total - page));
}

static int
get_content_width (int width)
{
  return MIN (width - 2 * MARGIN, MAX_WIDTH);
}

/* Gives every row its place; returns the height of all. */
static int
place_rows (LeioAdviceList *self, int width)
{
  int y = MARGIN;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ListRow *row = get_row (self, i);

      row->y = y;
      row->height = 0;
      if (!gtk_widget_should_layout (row->widget))
        continue;

      gtk_widget_measure (row->widget, GTK_ORIENTATION_VERTICAL, width, NULL, &row->height, NULL,
                          NULL);
      y += row->height + SPACING;
    }

  return y - SPACING + MARGIN;
}

static void
allocate_rows (LeioAdviceList *self, int x, int width)
{
  int value = (int) round (get_value (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      ListRow *row = get_row (self, i);

      if (row->height > 0)
        gtk_widget_size_allocate (row->widget,
                                  &(GtkAllocation){ x, row->y - value, width, row->height }, -1);
    }
}

static void
configure (GtkAdjustment *adjustment, double value, int page, int total)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (total, page), page * 0.1, page * 0.9,
                              page);
}

static void
leio_advice_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LeioAdviceList *self = LEIO_ADVICE_LIST (widget);
  int content = get_content_width (width);
  int total = place_rows (self, content);
  gboolean rtl;

  self->allocating = TRUE;
  configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0, width, width);
  configure (self->adjustments[GTK_ORIENTATION_VERTICAL], get_held_value (self, height, total),
             height, total);
  self->allocating = FALSE;

  rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  allocate_rows (self, rtl ? width - MARGIN - content : MARGIN, content);
  for (guint i = 0; i < self->rows->len; i++)
    get_row (self, i)->moved = FALSE;
  choose_anchor (self);
}

static void
leio_advice_list_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  /* Cards fit any width, and to ask each of them would lay out every text once more. */
  *minimum = MIN_WIDTH + 2 * MARGIN;
  *natural = NATURAL_WIDTH + 2 * MARGIN;
}

static void
leio_advice_list_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LeioAdviceList *self = LEIO_ADVICE_LIST (widget);
  double value = get_value (self);
  int page = gtk_widget_get_height (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ListRow *row = get_row (self, i);

      if (row->height > 0 && row->y + row->height + SPACING > value
          && row->y - SPACING < value + page)
        gtk_widget_snapshot_child (widget, row->widget, snapshot);
    }
}

static void
on_value_changed (GtkAdjustment *adjustment, LeioAdviceList *self)
{
  if (self->allocating)
    return;

  choose_anchor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static GtkWidget *
get_row_of (LeioAdviceList *self, GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

/* Scrolls as little as needed; of what is taller than the view its top is shown. */
static void
scroll_to (LeioAdviceList *self, GtkWidget *widget)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int page = gtk_widget_get_height (GTK_WIDGET (self));
  GtkWidget *row_widget = get_row_of (self, widget);
  ListRow *row = row_widget != NULL ? find_row (self, row_widget) : NULL;
  graphene_rect_t bounds;
  double top;

  /* Where the row stands in the view is not yet true when the view has just been scrolled. */
  if (adjustment == NULL || row == NULL
      || !gtk_widget_compute_bounds (widget, row_widget, &bounds))
    return;

  top = row->y + bounds.origin.y - MARGIN;
  if (bounds.size.height + 2 * MARGIN > page)
    gtk_adjustment_set_value (adjustment, top);
  else
    gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height + 2 * MARGIN);
}

/* A row that takes over the focus of something in it that went away is in view as it is. */
static void
on_focus_changed (GtkRoot *root, GParamSpec *pspec, LeioAdviceList *self)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *row = get_row_of (self, focus);
  GtkWidget *before = self->focus_row;

  self->focus_row = row;
  if (row == NULL || (focus == row && row == before)
      || gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self)))
    return;

  scroll_to (self, focus);
  choose_anchor (self);
}

static void
leio_advice_list_root (GtkWidget *widget)
{
  LeioAdviceList *self = LEIO_ADVICE_LIST (widget);

  GTK_WIDGET_CLASS (leio_advice_list_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  g_signal_connect (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed), self);
}

static void
leio_advice_list_unroot (GtkWidget *widget)
{
  LeioAdviceList *self = LEIO_ADVICE_LIST (widget);

  g_signal_handlers_disconnect_by_data (self->root, self);
  self->root = NULL;

  GTK_WIDGET_CLASS (leio_advice_list_parent_class)->unroot (widget);
}

static void
set_adjustment (LeioAdviceList *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **slot = &self->adjustments[orientation];

  if (*slot == adjustment)
    return;

  if (*slot != NULL)
    g_signal_handlers_disconnect_by_data (*slot, self);
  if (adjustment != NULL)
    g_object_ref_sink (adjustment);
  g_clear_object (slot);
  *slot = adjustment;
  if (adjustment != NULL)
    g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
leio_advice_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LeioAdviceList *self = LEIO_ADVICE_LIST (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
leio_advice_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LeioAdviceList *self = LEIO_ADVICE_LIST (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
leio_advice_list_dispose (GObject *object)
{
  LeioAdviceList *self = LEIO_ADVICE_LIST (object);
  GtkWidget *child;

  self->anchor = self->focus_row = NULL;
  g_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (leio_advice_list_parent_class)->dispose (object);
}

static void
leio_advice_list_finalize (GObject *object)
{
  g_array_unref (LEIO_ADVICE_LIST (object)->rows);

  G_OBJECT_CLASS (leio_advice_list_parent_class)->finalize (object);
}

static GtkSizeRequestMode
leio_advice_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Up and down go from row to row, whatever in the row has the focus. */
static gboolean
move_to_row (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *row = gtk_widget_get_focus_child (widget);
  gboolean forward = g_variant_get_boolean (args);

  while (row != NULL)
    {
      row = forward ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
      if (row != NULL && gtk_widget_get_focusable (row) && gtk_widget_get_mapped (row))
        return gtk_widget_grab_focus (row);
    }

  return FALSE;
}

static void
leio_advice_list_class_init (LeioAdviceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = leio_advice_list_set_property;
  object_class->get_property = leio_advice_list_get_property;
  object_class->dispose = leio_advice_list_dispose;
  object_class->finalize = leio_advice_list_finalize;
  widget_class->measure = leio_advice_list_measure;
  widget_class->size_allocate = leio_advice_list_size_allocate;
  widget_class->snapshot = leio_advice_list_snapshot;
  widget_class->root = leio_advice_list_root;
  widget_class->unroot = leio_advice_list_unroot;
  widget_class->get_request_mode = leio_advice_list_get_request_mode;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[VIEW_CHANGED] = g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, move_to_row, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, move_to_row, "b", FALSE);
  gtk_widget_class_set_css_name (widget_class, "leio-advice-list");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leio_advice_list_init (LeioAdviceList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (ListRow));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
leio_advice_list_new (void)
{
  return g_object_new (LEIO_TYPE_ADVICE_LIST, NULL);
}

/* The height as it was last; of a row that was not there yet, that of a short one, so that rather
 * too many rows than too few count as near. */
static int
get_expected_height (const ListRow *row)
{
  if (!gtk_widget_should_layout (row->widget))
    return 0;

  return row->height > 0 ? row->height : SHORT_ROW;
}

static int
get_expected_y (LeioAdviceList *self, const ListRow *wanted)
{
  int y = MARGIN;

  for (guint i = 0; get_row (self, i) != wanted; i++)
    {
      int height = get_expected_height (get_row (self, i));

      y += height > 0 ? height + SPACING : 0;
    }

  return y;
}

static void
remove_absent (LeioAdviceList *self, GPtrArray *rows)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *widget = get_row (self, i)->widget;

      if (!g_ptr_array_find (rows, widget, NULL))
        gtk_widget_unparent (widget);
    }
}

/* The rows of @widgets in their new places, with the heights that are known. */
static GArray *
make_rows (LeioAdviceList *self, GPtrArray *widgets, GHashTable *moved)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (ListRow), widgets->len);

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);
      const ListRow *old = find_row (self, widget);
      ListRow row = { widget, 0, 0, FALSE };

      if (old != NULL)
        row = *old;
      row.moved = moved != NULL && g_hash_table_contains (moved, widget);
      g_array_append_val (rows, row);
    }

  return rows;
}

static void
hold_by_steady_row (LeioAdviceList *self, GHashTable *moved)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ListRow *row = get_row (self, i);

      row->moved = moved != NULL && g_hash_table_contains (moved, row->widget);
    }

  choose_anchor (self);
}

/* Where each of @rows stands among the children now; -1 where it is not one. */
static int *
find_places (LeioAdviceList *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  int *found = g_new (int, rows->len + 1);
  int place = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_hash_table_insert (places, child, GINT_TO_POINTER (++place));
  for (guint i = 0; i < rows->len; i++)
    found[i] = GPOINTER_TO_INT (g_hash_table_lookup (places, g_ptr_array_index (rows, i))) - 1;

  return found;
}

/* The most rows that can stay where they are while the others are moved around them: the longest
 * rising sequence of their places. */
static gboolean *
choose_staying (const int *places, guint n_rows)
{
  g_autofree guint *lengths = g_new0 (guint, n_rows + 1);
  g_autofree guint *before = g_new0 (guint, n_rows + 1);
  gboolean *stays = g_new0 (gboolean, n_rows + 1);
  guint last = n_rows;

  for (guint i = 0; i < n_rows; i++)
    {
      before[i] = n_rows;
      lengths[i] = places[i] >= 0;
      for (guint k = 0; k < i && places[i] >= 0; k++)
        if (places[k] >= 0 && places[k] < places[i] && lengths[k] >= lengths[i])
          {
            lengths[i] = lengths[k] + 1;
            before[i] = k;
          }
      if (lengths[i] > lengths[last])
        last = i;
    }
  for (; last < n_rows; last = before[last])
    stays[last] = TRUE;

  return stays;
}

/* A row that is put in, even where it was, gets a new style with all that is in it. */
static void
put_in_order (LeioAdviceList *self, GPtrArray *rows)
{
  g_autofree int *places = find_places (self, rows);
  g_autofree gboolean *stays = choose_staying (places, rows->len);
  GtkWidget *previous = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      if (!stays[i])
        gtk_widget_insert_after (row, GTK_WIDGET (self), previous);
      previous = row;
    }
}

void
leio_advice_list_set_rows (LeioAdviceList *self, GPtrArray *rows, GHashTable *moved)
{
  GArray *placed;

  g_return_if_fail (LEIO_IS_ADVICE_LIST (self));
  g_return_if_fail (rows != NULL);

  hold_by_steady_row (self, moved);
  remove_absent (self, rows);
  placed = make_rows (self, rows, moved);
  g_array_unref (self->rows);
  self->rows = placed;
  if (self->anchor != NULL && find_row (self, self->anchor) == NULL)
    self->anchor = NULL;

  put_in_order (self, rows);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GPtrArray *
leio_advice_list_dup_near (LeioAdviceList *self, double pages)
{
  GPtrArray *near = g_ptr_array_new ();
  double page = gtk_widget_get_height (GTK_WIDGET (self));
  ListRow *anchor;
  double top, bottom, y = MARGIN;

  g_return_val_if_fail (LEIO_IS_ADVICE_LIST (self), near);

  top = get_value (self) - pages * page;
  bottom = get_value (self) + (1 + pages) * page;
  anchor = self->anchor != NULL ? find_row (self, self->anchor) : NULL;
  if (anchor != NULL)
    y += anchor->y - get_expected_y (self, anchor);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ListRow *row = get_row (self, i);
      int height = get_expected_height (row);

      if (height > 0 && y + height > top && y < bottom)
        g_ptr_array_add (near, row->widget);
      y += height > 0 ? height + SPACING : 0;
    }

  return near;
}

void
leio_advice_list_show_row (LeioAdviceList *self, GtkWidget *row)
{
  ListRow *found;

  g_return_if_fail (LEIO_IS_ADVICE_LIST (self));

  found = row != NULL ? find_row (self, row) : NULL;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              found != NULL ? found->y - MARGIN : 0);
}
