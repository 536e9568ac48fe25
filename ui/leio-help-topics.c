/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-help-topics.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-help-resources.h"

#define PATH "/io/github/leio_app/Leio/help/"
#define CONTEXT "help"
#define KEY_PREFIX "key:"

/* In the order in which they are listed. */
static const LeioHelpTopic topics[] = {
  { "first-case", NC_ ("help", "First steps"), FALSE },
  { "answers", NC_ ("help", "First steps"), FALSE },
  { "keyboard", NC_ ("help", "First steps"), FALSE },
  { "readings", NC_ ("help", "First steps"), FALSE },
  { "overview", NC_ ("help", "Reading the advice"), FALSE },
  { "card", NC_ ("help", "Reading the advice"), FALSE },
  { "what-if", NC_ ("help", "Reading the advice"), FALSE },
  { "compare", NC_ ("help", "Reading the advice"), FALSE },
  { "pathway", NC_ ("help", "Reading the advice"), FALSE },
  { "evidence", NC_ ("help", "Reading the advice"), FALSE },
  { "agenda", NC_ ("help", "Meeting and decision"), FALSE },
  { "presentation", NC_ ("help", "Meeting and decision"), FALSE },
  { "decision", NC_ ("help", "Meeting and decision"), FALSE },
  { "paper", NC_ ("help", "Files and paper"), FALSE },
  { "saving", NC_ ("help", "Files and paper"), FALSE },
  { "privacy", NC_ ("help", "Files and paper"), FALSE },
  { "home", NC_ ("help", "Reading at home"), TRUE },
  { "home-reading", NC_ ("help", "Reading at home"), TRUE },
  { "home-words", NC_ ("help", "Reading at home"), TRUE },
  { "home-situation", NC_ ("help", "Reading at home"), TRUE },
  { "home-matters", NC_ ("help", "Reading at home"), TRUE },
  { "home-questions", NC_ ("help", "Reading at home"), TRUE },
  { "home-sheet", NC_ ("help", "Reading at home"), TRUE },
  { "home-paper", NC_ ("help", "Reading at home"), TRUE },
  { "home-privacy", NC_ ("help", "Reading at home"), TRUE },
  { "home-numbers", NC_ ("help", "Reading at home"), TRUE },
  { "home-view", NC_ ("help", "Reading at home"), TRUE },
  { "knowledge", NC_ ("help", "About Leio"), FALSE },
  { "use", NC_ ("help", "About Leio"), FALSE },
  { "hazards", NC_ ("help", "About Leio"), FALSE },
  { "standards", NC_ ("help", "About Leio"), TRUE },
};

guint
leio_help_topics_get_length (void)
{
  return G_N_ELEMENTS (topics);
}

const LeioHelpTopic *
leio_help_topics_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (topics), NULL);

  return &topics[index];
}

int
leio_help_topics_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i].id, id))
      return (int) i;
  return -1;
}

gboolean
leio_help_topics_is_there (guint index, gboolean home)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (topics), FALSE);

  return !home || topics[index].home;
}

static char *
translate (const char *text)
{
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, text));
}

GPtrArray *
leio_help_topics_parse (guint index)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) data = NULL;

  g_return_val_if_fail (index < G_N_ELEMENTS (topics), NULL);

  /* From a static library the linker takes only what somebody calls. */
  leio_help_get_resource ();
  path = g_strconcat (PATH, topics[index].id, ".md", NULL);
  data = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  /* The resource compiler puts a zero behind each file. */
  return leio_markdown_parse (g_bytes_get_data (data, NULL), translate);
}

/* "Save _As…" without the letter that is underlined. */
static char *
dup_bare (const char *label)
{
  GString *bare = g_string_new (label);

  g_string_replace (bare, "_", "", 0);
  return g_string_free (bare, FALSE);
}

static gboolean
is_for (GMenuModel *menu, int item, const char *name, GVariant *target)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) own = g_menu_model_get_item_attribute_value (menu, item, "target", NULL);

  if (!g_menu_model_get_item_attribute (menu, item, "action", "s", &action)
      || !g_str_equal (action, name))
    return FALSE;
  return target == NULL || (own != NULL && g_variant_equal (own, target));
}

/* (nullable): the labels on the way to an action: "Print › Board Page…" */
static char *
dup_way (GMenuModel *menu, const char *name, GVariant *target)
{
  const char *links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *bare = NULL;

      g_menu_model_get_item_attribute (menu, i, "label", "s", &label);
      bare = label != NULL ? dup_bare (label) : NULL;
      if (is_for (menu, i, name, target))
        return g_steal_pointer (&bare);

      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, links[j]);
          g_autofree char *way = below != NULL ? dup_way (below, name, target) : NULL;

          if (way != NULL)
            return bare != NULL ? g_strdup_printf ("%s › %s", bare, way) : g_steal_pointer (&way);
        }
    }
  return NULL;
}

/* (nullable): "Ctrl+M" */
static char *
dup_key (const char *action)
{
  GApplication *application = g_application_get_default ();
  g_auto (GStrv) accels = NULL;
  guint key = 0;
  GdkModifierType modifiers = 0;

  if (!GTK_IS_APPLICATION (application))
    return NULL;

  accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), action);
  if (accels[0] == NULL || !gtk_accelerator_parse (accels[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

/* (nullable): how a reader finds an action: "**Menu › Print › Board Page…** (Ctrl+P)" */
static char *
dup_command (const char *action, GMenuModel *menu)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *key = dup_key (action);
  g_autofree char *way = NULL;

  if (menu != NULL && g_action_parse_detailed_name (action, &name, &target, NULL))
    way = dup_way (menu, name, target);
  if (way == NULL)
    return g_steal_pointer (&key);
  if (key == NULL)
    /* Translators: %s is the way through the main menu to a command: “Print › Board Page…”; ** is
     * for bold letters */
    return g_strdup_printf (_ ("**Menu › %s**"), way);
  /* Translators: 1 is the way through the main menu to a command: “Print › Board Page…”, 2 its
   * keys: “Ctrl+P”; ** is for bold letters */
  return g_strdup_printf (_ ("**Menu › %1$s** (%2$s)"), way, key);
}

static gboolean
expand_match (const GMatchInfo *match, GString *result, gpointer menu)
{
  g_autofree char *inside = g_match_info_fetch (match, 1);
  gboolean key_only = g_str_has_prefix (inside, KEY_PREFIX);
  g_autofree char *called = key_only ? dup_key (inside + strlen (KEY_PREFIX))
                                     : dup_command (inside, menu);

  g_string_append (result, called != NULL ? called : inside);
  return FALSE;
}

char *
leio_help_topics_expand (const char *text, GMenuModel *menu)
{
  g_autoptr (GRegex) regex = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strchr (text, '{') == NULL)
    return g_strdup (text);

  regex = g_regex_new ("\\{([a-z:.-]+)\\}", 0, 0, NULL);
  return g_regex_replace_eval (regex, text, -1, 0, 0, expand_match, menu, NULL);
}
