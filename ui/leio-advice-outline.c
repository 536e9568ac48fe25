/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-outline.h"

#include <glib/gi18n.h>

#include "leio-settings.h"
#include "leio-text.h"
#include "leio-treatment-card.h"
#include "leio-wording.h"

#define KEY_FOLDED "folded-advice"
#define KEY_GROUPING "group-by"

struct _LeioAdviceOutline
{
  GObject parent_instance;

  /* Owned References */
  GSettings *settings;   /* (nullable) */
  GPtrArray *headings;   /* (element-type LeioGroupHeading), by section */
  GHashTable *choices;   /* (section, choice) -> LeioText */

  /* Borrowed References */
  LeioSession *session;
  const LeioKnowledge *knowledge;

  LeioAdviceGrouping grouping;
  gboolean silent; /* several headings fold at once: told once, by who folds them */
};

enum
{
  FOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeioAdviceOutline, leio_advice_outline, G_TYPE_OBJECT)

static char *
dup_key (LeioAdviceOutline *self, guint section)
{
  return leio_advice_section_dup_key (self->knowledge, self->grouping, section);
}

/* Without settings only what is not relevant is folded. */
static GStrv
dup_folded (LeioAdviceOutline *self)
{
  const char *const folded[] = { "not-relevant", NULL };

  if (self->settings == NULL)
    return g_strdupv ((char **) folded);

  return g_settings_get_strv (self->settings, KEY_FOLDED);
}

/* Sections of the other grouping keep their state. */
static void
remember_folded (LeioAdviceOutline *self)
{
  g_auto (GStrv) before = dup_folded (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) folded = NULL;

  if (self->settings == NULL)
    return;

  for (guint i = 0; i < self->headings->len; i++)
    {
      char *key = dup_key (self, i);

      if (!leio_group_heading_get_unfolded (g_ptr_array_index (self->headings, i))
          && !g_hash_table_contains (own, key))
        g_strv_builder_add (builder, key);
      g_hash_table_add (own, key);
    }
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_hash_table_contains (own, before[i]))
      g_strv_builder_add (builder, before[i]);

  folded = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, KEY_FOLDED, (const char *const *) folded);
}

static void
on_unfolded (LeioAdviceOutline *self)
{
  if (self->silent)
    return;

  remember_folded (self);
  g_signal_emit (self, signals[FOLDED], 0);
}

static void
create_headings (LeioAdviceOutline *self)
{
  guint n_sections = leio_advice_get_n_sections (self->knowledge, self->grouping);
  g_auto (GStrv) folded = dup_folded (self);

  g_ptr_array_set_size (self->headings, 0);
  g_hash_table_remove_all (self->choices);
  for (guint i = 0; i < n_sections; i++)
    {
      GtkWidget *heading = leio_group_heading_new ();
      g_autofree char *key = dup_key (self, i);

      leio_group_heading_set_unfolded (LEIO_GROUP_HEADING (heading),
                                       !g_strv_contains ((const char *const *) folded, key));
      g_signal_connect_swapped (heading, "notify::unfolded", G_CALLBACK (on_unfolded), self);
      g_ptr_array_add (self->headings, g_object_ref_sink (heading));
    }
}

static void
leio_advice_outline_dispose (GObject *object)
{
  LeioAdviceOutline *self = LEIO_ADVICE_OUTLINE (object);

  for (guint i = 0; i < self->headings->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->headings, i), self);
  g_ptr_array_set_size (self->headings, 0);
  g_hash_table_remove_all (self->choices);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (leio_advice_outline_parent_class)->dispose (object);
}

static void
leio_advice_outline_finalize (GObject *object)
{
  LeioAdviceOutline *self = LEIO_ADVICE_OUTLINE (object);

  g_ptr_array_unref (self->headings);
  g_hash_table_unref (self->choices);

  G_OBJECT_CLASS (leio_advice_outline_parent_class)->finalize (object);
}

static void
leio_advice_outline_class_init (LeioAdviceOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leio_advice_outline_dispose;
  object_class->finalize = leio_advice_outline_finalize;

  signals[FOLDED] = g_signal_new ("folded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
leio_advice_outline_init (LeioAdviceOutline *self)
{
  self->settings = leio_settings_new ();
  self->headings = g_ptr_array_new_with_free_func (g_object_unref);
  self->choices = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

LeioAdviceOutline *
leio_advice_outline_new (LeioSession *session)
{
  LeioAdviceOutline *self = g_object_new (LEIO_TYPE_ADVICE_OUTLINE, NULL);

  self->session = session;
  self->knowledge = leio_session_get_knowledge (session);
  if (self->settings != NULL)
    self->grouping = g_settings_get_enum (self->settings, KEY_GROUPING);
  create_headings (self);

  return self;
}

LeioAdviceGrouping
leio_advice_outline_get_grouping (LeioAdviceOutline *self)
{
  g_return_val_if_fail (LEIO_IS_ADVICE_OUTLINE (self), LEIO_ADVICE_BY_STATUS);

  return self->grouping;
}

void
leio_advice_outline_set_grouping (LeioAdviceOutline *self, LeioAdviceGrouping grouping)
{
  g_return_if_fail (LEIO_IS_ADVICE_OUTLINE (self));

  if (self->grouping == grouping)
    return;

  self->grouping = grouping;
  create_headings (self);
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, KEY_GROUPING, grouping);
}

LeioGroupHeading *
leio_advice_outline_get_heading (LeioAdviceOutline *self, guint section)
{
  g_return_val_if_fail (LEIO_IS_ADVICE_OUTLINE (self), NULL);

  return g_ptr_array_index (self->headings, section);
}

/* The last section holds what cannot be judged. */
gboolean
leio_advice_outline_is_unfolded (LeioAdviceOutline *self, guint section)
{
  g_return_val_if_fail (LEIO_IS_ADVICE_OUTLINE (self), FALSE);

  return section + 1 < self->headings->len
         && leio_group_heading_get_unfolded (g_ptr_array_index (self->headings, section));
}

void
leio_advice_outline_unfold_all (LeioAdviceOutline *self)
{
  g_return_if_fail (LEIO_IS_ADVICE_OUTLINE (self));

  self->silent = TRUE;
  for (guint i = 0; i < self->headings->len; i++)
    if (!leio_advice_section_is_aside (self->knowledge, self->grouping, i))
      leio_group_heading_set_unfolded (g_ptr_array_index (self->headings, i), TRUE);
  self->silent = FALSE;
  on_unfolded (self);
}

static int
get_choice (LeioAdviceOutline *self, const LeioAdviceEntry *entry)
{
  const LeioTreatment *treatment
    = g_ptr_array_index (self->knowledge->treatments, entry->treatment);

  return treatment->choice;
}

/* How many alternatives of a choice follow one another from @i on; they are shown together. */
static guint
count_alternatives (LeioAdviceOutline *self, const GArray *entries, guint i)
{
  const LeioAdviceEntry *first = &g_array_index (entries, LeioAdviceEntry, i);
  guint n_alternatives = 0;

  for (; get_choice (self, first) >= 0 && i < entries->len; i++)
    {
      const LeioAdviceEntry *entry = &g_array_index (entries, LeioAdviceEntry, i);

      if (entry->section != first->section || get_choice (self, entry) != get_choice (self, first))
        break;
      if (gtk_widget_get_visible (entry->card))
        n_alternatives++;
    }

  return n_alternatives;
}

static GtkWidget *
get_choice_heading (LeioAdviceOutline *self, const LeioAdviceEntry *entry, guint n_alternatives)
{
  int choice = get_choice (self, entry);
  gpointer key = GUINT_TO_POINTER (entry->section << 16 | (guint) choice);
  GtkWidget *heading = g_hash_table_lookup (self->choices, key);
  g_autofree char *text = NULL;

  if (heading == NULL)
    {
      heading = g_object_new (LEIO_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
      gtk_widget_add_css_class (heading, "leio-choice");
      g_hash_table_insert (self->choices, key, g_object_ref_sink (heading));
    }

  text = g_strdup_printf (
    /* Translators: over the alternatives of one choice; 1 what is chosen ("First-line regimen"), 2
     * how many alternatives there are */
    ngettext ("%1$s: %2$u alternative", "%1$s: one of these %2$u", n_alternatives),
    leio_wording_choice (self->knowledge, choice, leio_session_get_plain (self->session)),
    n_alternatives);
  leio_text_set_text (LEIO_TEXT (heading), text);
  gtk_widget_set_visible (heading, n_alternatives > 1);
  return heading;
}

static void
name_choice (LeioAdviceOutline *self, const LeioAdviceEntry *entry, gboolean is_alternative)
{
  int choice = get_choice (self, entry);
  gboolean plain = leio_session_get_plain (self->session);

  leio_treatment_card_set_choice (
    LEIO_TREATMENT_CARD (entry->card),
    is_alternative ? leio_wording_choice (self->knowledge, choice, plain) : NULL);
}

static void
show_heading (LeioAdviceOutline *self, guint section, const GArray *entries)
{
  gboolean plain = leio_session_get_plain (self->session);
  LeioGroupHeading *heading = g_ptr_array_index (self->headings, section);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_cards = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const LeioAdviceEntry *entry = &g_array_index (entries, LeioAdviceEntry, i);

      if (entry->section != section || !entry->found)
        continue;
      if (n_cards++ > 0)
        g_string_append (names, " · ");
      g_string_append (names, leio_wording_treatment (self->knowledge, entry->treatment, plain));
    }

  leio_group_heading_set_title (
    heading,
    leio_advice_section_get_title (self->knowledge, self->grouping, section, plain));
  leio_group_heading_set_count (heading, n_cards);
  leio_group_heading_set_names (heading, names->str);
  gtk_widget_set_visible (GTK_WIDGET (heading), n_cards > 0);
}

GPtrArray *
leio_advice_outline_arrange (LeioAdviceOutline *self, const GArray *entries)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint section = self->headings->len;
  guint n_alternatives = 0;
  int choice = -1;

  for (guint i = 0; i < entries->len; i++)
    {
      const LeioAdviceEntry *entry = &g_array_index (entries, LeioAdviceEntry, i);
      gboolean new_section = entry->section != section;

      if (new_section)
        {
          show_heading (self, entry->section, entries);
          g_ptr_array_add (rows, g_ptr_array_index (self->headings, entry->section));
        }
      if (new_section || get_choice (self, entry) != choice)
        n_alternatives = count_alternatives (self, entries, i);
      if ((new_section || get_choice (self, entry) != choice) && n_alternatives > 1)
        g_ptr_array_add (rows, get_choice_heading (self, entry, n_alternatives));

      name_choice (self, entry, n_alternatives > 1);
      g_ptr_array_add (rows, entry->card);
      section = entry->section;
      choice = get_choice (self, entry);
    }

  return rows;
}

GPtrArray *
leio_advice_outline_list (LeioAdviceOutline *self, const GArray *entries)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const LeioAdviceEntry *entry = &g_array_index (entries, LeioAdviceEntry, i);

      name_choice (self, entry, FALSE);
      g_ptr_array_add (rows, entry->card);
    }

  return rows;
}
