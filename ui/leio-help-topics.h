/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The topics of the help: which there are, in which order, and in which reading.
 * The texts are Markdown in data/help and data/safety, in English; they are translated with the
 * program.
 *
 * Where a text names a command, it names the action in braces, and what the menu
 * and the keys call it is put there when it is shown: {win.compare}, or, for the
 * key alone, {key:win.compare}. So the help cannot name what is not there.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-markdown.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;      /* the name of its file */
  const char *chapter; /* to be translated */
  gboolean home;       /* a reader at home has it too; clinicians have all */
} LeioHelpTopic;

guint leio_help_topics_get_length (void);
const LeioHelpTopic *leio_help_topics_get (guint index);
/* The index; -1 where no topic has this id. */
int leio_help_topics_find (const char *id);

/* Whether a reader at home has it, or a clinician. */
gboolean leio_help_topics_is_there (guint index, gboolean home);
/* (transfer full) (element-type LeioMarkdownBlock): in the language of the reader; the first block
 * is the title. */
GPtrArray *leio_help_topics_parse (guint index);

/**
 * leio_help_topics_expand:
 * @text: with actions in braces
 * @menu: (nullable): the menu in which they are looked for
 *
 * Returns: (transfer full): @text with what they are called
 */
char *leio_help_topics_expand (const char *text, GMenuModel *menu);

G_END_DECLS
