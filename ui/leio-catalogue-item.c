/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-catalogue-item.h"

#include <string.h>

struct _LeioCatalogueItem
{
  GObject parent_instance;

  char *heading;
  char *detail;
  char *kind;
  char *period;
  char *folded; /* everything that is searched, casefolded */
  guint index;
};

enum
{
  PROP_0,
  PROP_HEADING,
  PROP_DETAIL,
  PROP_KIND,
  PROP_PERIOD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeioCatalogueItem, leio_catalogue_item, G_TYPE_OBJECT)

static void
leio_catalogue_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LeioCatalogueItem *self = LEIO_CATALOGUE_ITEM (object);

  switch (id)
    {
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_PERIOD:
      g_value_set_string (value, self->period);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
leio_catalogue_item_finalize (GObject *object)
{
  LeioCatalogueItem *self = LEIO_CATALOGUE_ITEM (object);

  g_free (self->heading);
  g_free (self->detail);
  g_free (self->kind);
  g_free (self->period);
  g_free (self->folded);

  G_OBJECT_CLASS (leio_catalogue_item_parent_class)->finalize (object);
}

static GParamSpec *
new_text (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
leio_catalogue_item_class_init (LeioCatalogueItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = leio_catalogue_item_get_property;
  object_class->finalize = leio_catalogue_item_finalize;

  properties[PROP_HEADING] = new_text ("heading");
  properties[PROP_DETAIL] = new_text ("detail");
  properties[PROP_KIND] = new_text ("kind");
  properties[PROP_PERIOD] = new_text ("period");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
leio_catalogue_item_init (LeioCatalogueItem *self)
{
}

LeioCatalogueItem *
leio_catalogue_item_new (guint index,
                         const char *heading,
                         const char *detail,
                         const char *kind,
                         const char *period,
                         const char *text)
{
  LeioCatalogueItem *self = g_object_new (LEIO_TYPE_CATALOGUE_ITEM, NULL);
  g_autofree char *searched = g_strjoin ("\n", heading, detail, kind, text, NULL);

  self->index = index;
  self->heading = g_strdup (heading);
  self->detail = g_strdup (detail);
  self->kind = g_strdup (kind);
  self->period = g_strdup (period);
  self->folded = g_utf8_casefold (searched, -1);
  return self;
}

guint
leio_catalogue_item_get_index (LeioCatalogueItem *self)
{
  g_return_val_if_fail (LEIO_IS_CATALOGUE_ITEM (self), 0);

  return self->index;
}

const char *
leio_catalogue_item_get_heading (LeioCatalogueItem *self)
{
  g_return_val_if_fail (LEIO_IS_CATALOGUE_ITEM (self), NULL);

  return self->heading;
}

const char *
leio_catalogue_item_get_detail (LeioCatalogueItem *self)
{
  g_return_val_if_fail (LEIO_IS_CATALOGUE_ITEM (self), NULL);

  return self->detail;
}

gboolean
leio_catalogue_item_matches (LeioCatalogueItem *self, const char *const *words)
{
  g_return_val_if_fail (LEIO_IS_CATALOGUE_ITEM (self), FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
