/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-body-picture.h"

#include <glib/gi18n.h>

#include "leio-body-region.h"
#include "leio-json.h"
#include "leio-option-keys.h"
#include "leio-wording.h"

#define RESOURCE "/io/github/leio_app/Leio/body.json"
/* In letters, so that it grows with the text; and never more, in pixels, than a narrow pane has. */
#define HEIGHT_LETTERS 42
#define MAX_HEIGHT 480

struct _LeioBodyPicture
{
  GtkWidget parent_instance;

  LeioOptionGroup *group;
  GArray *values; /* (element-type guint) by option */
  double width;   /* of the picture, in its own units */
  double height;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioBodyPicture, leio_body_picture, GTK_TYPE_WIDGET)

static void
on_chosen (LeioBodyPicture *self, guint option, gboolean active)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->values, guint, option));
}

static int
get_natural_height (GtkWidget *widget)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int letter = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return MIN (HEIGHT_LETTERS * letter, MAX_HEIGHT);
}

static void
leio_body_picture_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  LeioBodyPicture *self = LEIO_BODY_PICTURE (widget);
  int height = get_natural_height (widget);
  int width = (int) (height * self->width / self->height);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : width;
}

/* The regions keep their places: left and right of a body do not change with the language. */
static void
leio_body_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LeioBodyPicture *self = LEIO_BODY_PICTURE (widget);
  double scale = MIN (width / self->width, height / self->height);
  double left = (width - scale * self->width) / 2;

  gtk_widget_size_allocate (GTK_WIDGET (self->group), &(GtkAllocation){ 0, 0, width, height }, -1);
  for (guint i = 0; i < leio_option_group_get_length (self->group); i++)
    {
      GtkWidget *region = leio_option_group_get_option (self->group, i);
      const graphene_rect_t *bounds = leio_body_region_get_bounds (LEIO_BODY_REGION (region));

      gtk_widget_size_allocate (region,
                                &(GtkAllocation){ (int) (left + bounds->origin.x * scale),
                                                  (int) (bounds->origin.y * scale),
                                                  MAX ((int) (bounds->size.width * scale), 1),
                                                  MAX ((int) (bounds->size.height * scale), 1) },
                                -1);
    }
}

static gboolean
leio_body_picture_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (LEIO_BODY_PICTURE (widget)->group), direction);
}

static gboolean
leio_body_picture_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LEIO_BODY_PICTURE (widget)->group));
}

static void
leio_body_picture_dispose (GObject *object)
{
  LeioBodyPicture *self = LEIO_BODY_PICTURE (object);
  GtkWidget *group = GTK_WIDGET (g_steal_pointer (&self->group));

  g_clear_pointer (&group, gtk_widget_unparent);

  G_OBJECT_CLASS (leio_body_picture_parent_class)->dispose (object);
}

static void
leio_body_picture_finalize (GObject *object)
{
  g_array_unref (LEIO_BODY_PICTURE (object)->values);

  G_OBJECT_CLASS (leio_body_picture_parent_class)->finalize (object);
}

static void
leio_body_picture_class_init (LeioBodyPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leio_body_picture_dispose;
  object_class->finalize = leio_body_picture_finalize;
  widget_class->measure = leio_body_picture_measure;
  widget_class->size_allocate = leio_body_picture_size_allocate;
  widget_class->focus = leio_body_picture_focus;
  widget_class->grab_focus = leio_body_picture_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "body");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
leio_body_picture_init (LeioBodyPicture *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (guint));
  self->group = LEIO_OPTION_GROUP (leio_option_group_new (TRUE));
  /* The picture places the regions, which are no flow of words. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self->group), NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->group), "flow");
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  g_signal_connect_swapped (self->group, "chosen", G_CALLBACK (on_chosen), self);
}

/* The value that lies at @region, or -1. */
static int
find_value (const LeioQuestion *question, const char *region)
{
  for (guint i = 0; i < question->values->len; i++)
    {
      if (g_strcmp0 (leio_question_get_value (question, i)->region, region) == 0)
        return (int) i;
    }
  return -1;
}

static void
add_region (LeioBodyPicture *self,
            const LeioKnowledge *knowledge,
            const LeioQuestion *question,
            gboolean plain,
            JsonObject *object)
{
  int found = find_value (question, json_object_get_string_member (object, "id"));
  guint value = (guint) found;
  guint option = self->values->len;
  GtkWidget *region;

  if (found < 0)
    return;

  region = leio_body_region_new (
      leio_wording_value (knowledge, question->index, value, plain),
      json_object_get_string_member (object, "path"),
      json_object_get_string_member_with_default (object, "lines", NULL));
  g_array_append_val (self->values, value);
  leio_option_group_add_option (self->group, GTK_CHECK_BUTTON (region));
  leio_option_group_set_key (self->group, option, leio_option_keys_get (question, value));
}

/* It is in the program: it can be read. */
static JsonNode *
load (void)
{
  g_autoptr (GBytes) data = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (data != NULL, NULL);
  return leio_json_parse (g_bytes_get_data (data, NULL), g_bytes_get_size (data), NULL);
}

static void
fill (LeioBodyPicture *self,
      const LeioKnowledge *knowledge,
      const LeioQuestion *question,
      gboolean plain)
{
  g_autoptr (JsonNode) node = load ();
  JsonObject *picture = json_node_get_object (node);
  JsonArray *regions = json_object_get_array_member (picture, "regions");

  self->width = json_object_get_double_member (picture, "width");
  self->height = json_object_get_double_member (picture, "height");
  for (guint i = 0; i < json_array_get_length (regions); i++)
    add_region (self, knowledge, question, plain, json_array_get_object_element (regions, i));
}

static gboolean
has_regions (const LeioQuestion *question)
{
  for (guint i = 0; i < question->values->len; i++)
    {
      if (leio_question_get_value (question, i)->region != NULL)
        return TRUE;
    }
  return FALSE;
}

GtkWidget *
leio_body_picture_new (const LeioKnowledge *knowledge, guint question, gboolean plain)
{
  const LeioQuestion *it =
      leio_questionnaire_get_question (knowledge->logic->questionnaire, question);
  LeioBodyPicture *self;
  g_autofree char *name = NULL;

  if (!has_regions (it))
    return NULL;

  self = g_object_new (LEIO_TYPE_BODY_PICTURE, NULL);
  fill (self, knowledge, it, plain);
  if (self->values->len == 0)
    {
      g_object_unref (g_object_ref_sink (self));
      return NULL;
    }

  /* Translators: %s is a question in two or three words, e.g. "site". */
  name = g_strdup_printf (_ ("Picture of the body: %s"),
                          leio_wording_short_label (knowledge, question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}

void
leio_body_picture_set_value (LeioBodyPicture *self, int value)
{
  g_return_if_fail (LEIO_IS_BODY_PICTURE (self));

  for (guint i = 0; i < self->values->len; i++)
    leio_option_group_set_active (self->group, i,
                                  (int) g_array_index (self->values, guint, i) == value);
}
