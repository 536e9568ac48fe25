/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session is written in two files: leio-session.c (the case and its history) and
 * leio-session-file.c (opening and saving it).
 */
#pragma once

#include "leio-session.h"

G_BEGIN_DECLS

struct _LeioSession
{
  GObject parent_instance;

  /* Borrowed references */
  LeioEngine *engine;
  const LeioKnowledge *knowledge;

  /* Owned references */
  LeioCase *kase;
  LeioCase *saved;      /* (nullable) as the file has it, or as it was new; NULL: nobody has it */
  LeioAnswers *what_if; /* (nullable) */
  LeioAdvice *advice;
  LeioAdvice *previous; /* (nullable) */
  GPtrArray *history;   /* (element-type LeioCase) */
  GFile *file;          /* (nullable) */
  char *tag;            /* (nullable) of @file */
  char *step;          /* (nullable) name of the last step: more of it may belong to it */

  guint opening; /* counts the cases that were opened: what began before ends for another one */
  guint cursor; /* into the history: where the case is */
  gint64 step_began;
  gint64 step_ended;
  gboolean dirty;
  gboolean plain;
  gboolean locked;
};

/* @kase and @tag are (transfer full). */
void leio_session_replace (LeioSession *self, LeioCase *kase, GFile *file, char *tag);
void leio_session_set_saved (LeioSession *self, LeioCase *saved);
void leio_session_update_locked (LeioSession *self);

G_END_DECLS
