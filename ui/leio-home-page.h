/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading at home: the pages about the illness and about each treatment, and the
 * words from A to Z. A word of the glossary in a text is a link to its plain
 * meaning; below a page its words stand as buttons too, for those who do not see
 * links. Beside what is read stands what is prepared for a visit, once there is a
 * case to keep it.
 *
 * Its button "My Situation" activates win.leave-home. Signal "limits-read" (): the reader
 * says that he has read what the program can and cannot tell, and wants to go on.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_HOME_PAGE (leio_home_page_get_type ())
G_DECLARE_FINAL_TYPE (LeioHomePage, leio_home_page, LEIO, HOME_PAGE, GtkWidget)

/**
 * leio_home_page_new:
 * @knowledge: the base; a reference is kept
 */
GtkWidget *leio_home_page_new (LeioKnowledge *knowledge);
/* Once: what is prepared for a visit is kept in the case of @session. */
void leio_home_page_set_session (LeioHomePage *self, LeioSession *session);
/* Shows the page with this id, or the one about the treatment with this id. */
void leio_home_page_show (LeioHomePage *self, const char *id);
/* (nullable): the name of what is seen: "pages", "limits", "words", "matters" or "take-along";
 * the property "seen", which notifies. */
const char *leio_home_page_get_seen (LeioHomePage *self);
void leio_home_page_see (LeioHomePage *self, const char *name);
void leio_home_page_focus_search (LeioHomePage *self);
/* Shows what the program can and cannot tell, with the way on to the questions; FALSE where the
 * knowledge base has no such page. */
gboolean leio_home_page_show_limits (LeioHomePage *self);

G_END_DECLS
