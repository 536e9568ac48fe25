/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of windows need: a small knowledge base with every kind of
 * question, a session on it, and ways to find a widget and to let GTK work.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"
#include "leio-text.h"

G_BEGIN_DECLS

/* The engine of tests/broken/base, made once and kept to the end. */
LeioEngine *leio_test_ui_get_engine (void);
/* The same of the shipped knowledge base. */
LeioEngine *leio_test_ui_get_shipped_engine (void);
LeioSession *leio_test_ui_new_session (void);
guint leio_test_ui_question (LeioSession *session, const char *id);
/* Sets the answer of a choice or scale by the id of the value. */
void leio_test_ui_answer (LeioSession *session, const char *question, const char *value);

/* Saves as a window does, and waits for it. */
gboolean
leio_test_ui_save (LeioSession *session, GFile *file, gboolean overwrite, GError **error);

/* Whether a reader at home says that he has read what the program cannot tell. */
void leio_test_ui_remember_limits (gboolean read);

/* (nullable): the @nth widget of @type under @root, itself included, in the order of the tree. */
GtkWidget *leio_test_ui_find (GtkWidget *root, GType type, guint nth);
/* (nullable): the first label under @root that is seen and holds @text. */
GtkWidget *leio_test_ui_find_label (GtkWidget *root, const char *text);
/* (nullable): the first paragraph under @root that is seen and holds @text. */
LeioText *leio_test_ui_find_text (GtkWidget *root, const char *text);
/* Lets the main loop work until it is idle, at most a thousand times. */
void leio_test_ui_settle (void);

G_END_DECLS
