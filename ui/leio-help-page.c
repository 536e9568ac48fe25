/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-help-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "leio-help-topics.h"
#include "leio-reading.h"

#define TOPIC_PREFIX "help:"
#define WINDOW_PREFIX "win."
#define ADDRESS_PREFIX "https:"

static const char *
get_text (const LeioMarkdownBlock *block, guint index)
{
  return g_ptr_array_index (block->texts, index);
}

static char *
dup_markup (const char *text, GMenuModel *menu)
{
  g_autofree char *expanded = leio_help_topics_expand (text, menu);

  return leio_markdown_to_markup (expanded);
}

static void
add_paragraph (GtkWidget *page, const char *text, GMenuModel *menu)
{
  g_autofree char *markup = dup_markup (text, menu);

  leio_reading_add_markup (page, markup);
}

/* The list is named by what stands before it. */
static void
add_list (GtkWidget *page, const LeioMarkdownBlock *block, const char *name, GMenuModel *menu)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < block->texts->len; i++)
    g_ptr_array_add (items, dup_markup (get_text (block, i), menu));
  leio_reading_add_marked_list (page, name, items, block->kind == LEIO_MARKDOWN_STEPS);
}

/* Of two columns the second needs no heading. */
static char *
dup_cell (const LeioMarkdownBlock *block, guint row, guint column, GMenuModel *menu)
{
  const char *cell = get_text (block, row * block->n_columns + column);
  g_autofree char *headed = NULL;

  if (block->n_columns == 2)
    return dup_markup (cell, menu);

  /* Translators: 1 is the heading of a column, 2 what stands in it; ** is for bold letters */
  headed = g_strdup_printf (_ ("**%1$s:** %2$s"), get_text (block, column), cell);
  return dup_markup (headed, menu);
}

static void
add_table (GtkWidget *page, const LeioMarkdownBlock *block, GMenuModel *menu)
{
  for (guint row = 1; row * block->n_columns < block->texts->len; row++)
    {
      g_autofree char *heading = leio_markdown_to_plain (get_text (block, row * block->n_columns));
      g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);

      for (guint column = 1; column < block->n_columns; column++)
        g_ptr_array_add (paragraphs, dup_cell (block, row, column, menu));
      leio_reading_add_entry (page, heading, paragraphs);
    }
}

static gboolean
is_there (const char *id, gboolean home)
{
  int index = leio_help_topics_find (id);

  return index >= 0 && leio_help_topics_is_there ((guint) index, home);
}

/* To another topic, to a page of the web, or a command of the main window. */
static void
add_link (GtkWidget *page, const char *text, const char *target, gboolean home)
{
  if (g_str_has_prefix (target, TOPIC_PREFIX))
    {
      if (is_there (target + strlen (TOPIC_PREFIX), home))
        leio_reading_add_action (page, text, LEIO_HELP_SHOW_ACTION,
                                 target + strlen (TOPIC_PREFIX));
    }
  else if (g_str_has_prefix (target, ADDRESS_PREFIX))
    leio_reading_add_address (page, target);
  else
    {
      g_autofree char *action
          = g_strconcat (LEIO_HELP_MAIN_PREFIX ".", target + strlen (WINDOW_PREFIX), NULL);

      leio_reading_add_command (page, text, action);
    }
}

static void
add_heading (GtkWidget *page, const LeioMarkdownBlock *block)
{
  if (block->level == 1)
    leio_reading_add_title (page, get_text (block, 0));
  else if (block->level == 2)
    leio_reading_add_heading (page, get_text (block, 0));
  else
    leio_reading_add_minor_heading (page, get_text (block, 0));
}

static void
add_block (GtkWidget *page, const LeioMarkdownBlock *block, const char *name, GMenuModel *menu,
           gboolean home)
{
  switch (block->kind)
    {
    case LEIO_MARKDOWN_HEADING:
      add_heading (page, block);
      break;
    case LEIO_MARKDOWN_PARAGRAPH:
      add_paragraph (page, get_text (block, 0), menu);
      break;
    case LEIO_MARKDOWN_LIST:
    case LEIO_MARKDOWN_STEPS:
      add_list (page, block, name, menu);
      break;
    case LEIO_MARKDOWN_TABLE:
      add_table (page, block, menu);
      break;
    case LEIO_MARKDOWN_LINK:
      add_link (page, get_text (block, 0), block->target, home);
      break;
    }
}

GtkWidget *
leio_help_page_new (guint topic, GMenuModel *menu, gboolean home)
{
  g_autoptr (GPtrArray) blocks = leio_help_topics_parse (topic);
  const char *name = get_text (g_ptr_array_index (blocks, 0), 0);
  GtkWidget *page = leio_reading_new (name);

  for (guint i = 0; i < blocks->len; i++)
    {
      const LeioMarkdownBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == LEIO_MARKDOWN_HEADING)
        name = get_text (block, 0);
      add_block (page, block, name, menu, home);
    }
  return page;
}

char *
leio_help_page_dup_title (guint topic)
{
  g_autoptr (GPtrArray) blocks = leio_help_topics_parse (topic);

  return g_strdup (get_text (g_ptr_array_index (blocks, 0), 0));
}

char *
leio_help_page_dup_text (guint topic, GMenuModel *menu)
{
  g_autoptr (GPtrArray) blocks = leio_help_topics_parse (topic);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expanded = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const LeioMarkdownBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < block->texts->len; j++)
        g_string_append_printf (text, "%s\n", get_text (block, j));
    }
  expanded = leio_help_topics_expand (text->str, menu);
  return leio_markdown_to_plain (expanded);
}
