/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leio-advice-content.h"

#include "leio-treatment-card.h"

/* Of a frame (16 ms) for making content; to lay it out and to draw it takes as long again. */
#define REFRESH_USEC 4000

/* How far around the view cards have their content, and how far they keep it once they have it, in
 * heights of the view. */
#define PAGES_READY 0.5
#define PAGES_KEPT 1

static gboolean
refresh_one (const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      if (LEIO_IS_TREATMENT_CARD (row)
          && leio_treatment_card_is_stale (LEIO_TREATMENT_CARD (row)))
        {
          leio_treatment_card_refresh (LEIO_TREATMENT_CARD (row));
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
refresh_one_within (LeioAdviceList *list, double pages)
{
  g_autoptr (GPtrArray) rows = leio_advice_list_dup_near (list, pages);

  return refresh_one (rows);
}

static gboolean
release_one (LeioAdviceList *list, GPtrArray *cards)
{
  g_autoptr (GPtrArray) kept = leio_advice_list_dup_near (list, PAGES_KEPT);

  for (guint i = 0; i < cards->len; i++)
    if (!g_ptr_array_find (kept, g_ptr_array_index (cards, i), NULL)
        && leio_treatment_card_release (g_ptr_array_index (cards, i)))
      return TRUE;

  return FALSE;
}

gboolean
leio_advice_content_prepare (LeioAdviceList *list, GPtrArray *cards)
{
  return refresh_one_within (list, 0) || refresh_one_within (list, PAGES_READY)
         || release_one (list, cards);
}

void
leio_advice_content_refresh (LeioAdviceList *list, GPtrArray *cards)
{
  g_autoptr (GPtrArray) seen = leio_advice_list_dup_near (list, 0);
  gint64 end = g_get_monotonic_time () + REFRESH_USEC;

  while (refresh_one (seen) && g_get_monotonic_time () < end)
    ;
  for (guint i = 0; i < cards->len; i++)
    leio_treatment_card_refresh_status (g_ptr_array_index (cards, i));
}
