/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with one case: the questionnaire at the start, the advice at the end;
 * where there is no room for both, one of them at a time.
 *
 * What fails is told in a bar on top and stays there until it is closed; the
 * case is then what it was before. A window with changes that are not saved asks
 * before it lets them go.
 *
 * Actions: win.new, win.open, win.save, win.save-as, win.close, win.undo, win.redo,
 * win.show-question (s: id), win.show-section (u: from 0), win.show-next,
 * win.find-treatment, win.group-by (s, state: "status" or "phase"), win.fold-all, win.unfold-all,
 * win.keep-what-if, win.drop-what-if, win.page (s, state: "questions", "advice" or
 * "pathway"), win.view (s, state: "advice" or "pathway"), win.show-treatment (s: id),
 * win.show-source (s: id), win.evidence, win.knowledge,
 * win.print (s: "board", "pathway", "evidence" or "whole"), win.export, win.copy-treatment,
 * win.copy-list, win.copy-advice,
 * win.compare, win.present (b), win.next-case, win.previous-case (of the agenda, else of the
 * folder, else the window), win.open-agenda, win.open-agenda-folder, win.show-agenda,
 * win.leave-agenda, win.add-to-agenda, win.save-agenda, win.save-agenda-as, win.print-agenda,
 * win.reading (s, state: "clinician" or "home"), win.start, win.help,
 * win.show-help (s: topic), win.about.
 */
#pragma once

#include <gtk/gtk.h>

#include "leio-draft.h"
#include "leio-session.h"

G_BEGIN_DECLS

#define LEIO_TYPE_WINDOW (leio_window_get_type ())
G_DECLARE_FINAL_TYPE (LeioWindow, leio_window, LEIO, WINDOW, GtkApplicationWindow)

/* A window that is empty until it has an engine: it can be shown while the engine is still made. */
GtkWidget *leio_window_new (GtkApplication *application);
/* Where the window keeps what is not saved, in case of a crash; before it has an engine. */
void leio_window_set_drafts (LeioWindow *self, LeioDraftStore *store);
/* Opens in the reading for home, whatever was open last; before the window has an engine. */
void leio_window_start_at_home (LeioWindow *self);
/* Offers, one after the other, the cases that a program which is gone did not save. */
void leio_window_offer_drafts (LeioWindow *self);
/* @engine is lent; it must live longer than the window. Starts a new case, once. */
void leio_window_set_engine (LeioWindow *self, LeioEngine *engine);
/* (nullable): NULL until there is an engine. */
LeioSession *leio_window_get_session (LeioWindow *self);
/* Nothing is lost when another case takes the place of the one in the window. */
gboolean leio_window_is_pristine (LeioWindow *self);
/* (transfer none) (nullable): the window of @application that has @file open already, if any. */
GtkWindow *leio_window_find (GtkApplication *application, GFile *file);
/* Opens @file in this window, as soon as there is an engine; asks first where that would lose
 * changes. */
void leio_window_open (LeioWindow *self, GFile *file);
/* Shows what went wrong until a person closes it. */
void leio_window_show_error (LeioWindow *self, const char *what, const GError *error);

/* The accelerators of the win.* actions belong to the application. */
void leio_window_install_accels (GtkApplication *application);

G_END_DECLS
