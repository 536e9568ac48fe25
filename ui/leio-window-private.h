/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window is written in files by concern: leio-window.c (what is shown),
 * leio-window-actions.c (the commands), leio-window-files.c (opening, saving, and
 * asking before changes are lost), leio-window-notices.c (the bars on top),
 * leio-window-start.c (the page of the first start, and the reading),
 * leio-window-presentation.c (one case for a projector),
 * leio-window-agenda.c (the cases of a meeting),
 * leio-window-clipboard.c (a case, or the advice, for other programs),
 * leio-window-help.c (the help),
 * leio-window-print.c (reports), leio-window-decision.c (the board's decision, its
 * table, and older knowledge) and leio-window-recovery.c (what is not saved is kept,
 * and offered after a crash).
 */
#pragma once

#include "leio-adaptive-bin.h"
#include "leio-agenda-list.h"
#include "leio-emergency-bar.h"
#include "leio-keeper.h"
#include "leio-question-page.h"
#include "leio-report-kinds.h"
#include "leio-window.h"

G_BEGIN_DECLS

/* What a person asked for that would lose changes: done once they are safe or given up. */
typedef enum
{
  LEIO_THEN_NOTHING,
  LEIO_THEN_CLOSE,
  LEIO_THEN_NEW,
  LEIO_THEN_OPEN,
  LEIO_THEN_EXAMPLE,
} LeioThen;

struct _LeioWindow
{
  GtkApplicationWindow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *state_label;
  GtkButton *open_button;
  GtkButton *save_button;
  GtkWidget *wide_buttons;
  GtkBox *notices;
  GMenuModel *main_menu;
  GtkMenuButton *menu_button;
  GMenu *recent_menu;
  LeioEmergencyBar *emergency_bar;
  GtkWidget *what_if_bar;
  GtkLabel *what_if_label;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *sheet_bar;
  GtkWidget *sheet_decision;
  GtkWidget *start_slot;
  GtkWidget *agenda_slot;
  GtkWidget *agenda_bar;
  GtkLabel *agenda_label;
  GtkWidget *home_slot;
  GtkWidget *presentation_bar;
  GtkLabel *presentation_label;
  LeioAdaptiveBin *bin;
  GtkPaned *panes;
  GtkWidget *questions_slot;
  GtkWidget *advice_slot;
  GtkWidget *page_switch;
  GtkWidget *view_switch;

  /* Borrowed references */
  LeioQuestionPage *questions;
  GtkWidget *sheet;            /* (nullable) until a case is only to be read */
  GtkWidget *advice;
  GtkWidget *pathway;          /* (nullable) until it is first seen */
  GtkWidget *decision;         /* (nullable) until it is first seen */
  GtkWidget *past_notice;      /* (nullable) weak: tells what is advised differently */
  const void *past_subject;    /* (nullable) what it is about, only to be compared */
  GtkWidget *start;            /* (nullable) until it is first seen */
  GtkWidget *agenda_page;      /* (nullable) until there is an agenda */
  GtkWidget *home;             /* (nullable) until it is first seen */
  GtkWidget *knowledge_window; /* (nullable) while it is open */
  GtkWidget *help_window;      /* (nullable) while it is open */
  GtkLabel *announcement;      /* (nullable) until there is a session */
  GtkWidget *paste_notice;     /* (nullable) weak: tells why a text was not pasted */
  GtkWidget *save_notice;      /* (nullable) weak: tells why the case was not saved */
  GtkWidget *elsewhere_notice; /* (nullable) weak: tells that another program has the case open */
  GtkWidget *keeper_notice;    /* (nullable) weak: tells why nothing can be kept */
  GtkWidget *offer_notice;     /* (nullable) weak: offers the first of offers */
  GtkWidget *question_focus;   /* (nullable) weak: had the focus last among the questions */

  /* Owned references */
  LeioSession *session; /* (nullable) until there is an engine */
  GSettings *settings;  /* (nullable) */
  GFile *then_file;     /* (nullable) to open */
  LeioAgendaList *agenda; /* (nullable) */
  char *agenda_name;      /* (nullable) of the agenda that is being opened */
  LeioDraftStore *draft_store; /* (nullable) where nothing is kept */
  LeioKeeper *keeper;          /* (nullable) likewise */
  char *mark;                  /* (nullable) likewise; tells other programs what is open */
  GPtrArray *offers; /* (nullable) (element-type LeioDraft) that are still to be offered */

  int copy_treatment; /* whose card had the focus last; -1: none yet */

  LeioThen then;
  guint announce_source;
  gboolean asking; /* a dialog about unsaved changes is open, or a file is being chosen */
  gboolean saving;     /* the case is being written; what is asked for waits */
  gboolean save_again; /* and is to be written once more, with what was changed meanwhile */
  gboolean may_close;
  guint agenda_save_delay; /* source, or 0 */
  gboolean agenda_saving;
  gboolean agenda_closing; /* the window closes once its agenda is saved */
  gboolean agenda_asking; /* a dialog about the file of the agenda is open */
  gboolean presenting;
  gboolean folded_before; /* the cards, before it was presented */
  gboolean shows_pathway; /* beside the questions, instead of the advice */
  gboolean shows_decision;
  gboolean at_home_first; /* opens in the reading for home */
  gboolean limits_read; /* what the program cannot tell, where there are no settings */
};

/* leio-window.c */
void leio_window_show_header (LeioWindow *self, gboolean narrow);
void leio_window_show_title (LeioWindow *self);
void leio_window_set_page (LeioWindow *self, const char *page);
void leio_window_focus_page (LeioWindow *self, const char *page);
void leio_window_focus_next (LeioWindow *self);

/* leio-window-actions.c */
void leio_window_add_page_action (LeioWindow *self);
void leio_window_add_case_actions (LeioWindow *self);
void leio_window_enable (LeioWindow *self, const char *action, gboolean enabled);
void leio_window_update_steps (LeioWindow *self);

/* leio-window-start.c */
void leio_window_start_reading (LeioWindow *self, gboolean has_file);
void leio_window_leave_start (LeioWindow *self);
void leio_window_clear_place (LeioWindow *self);
gboolean leio_window_is_at_start (LeioWindow *self);

/* leio-window-home.c */
void leio_window_add_home_actions (LeioWindow *self);
void leio_window_show_home (LeioWindow *self);
void leio_window_leave_home (LeioWindow *self);
gboolean leio_window_is_at_home (LeioWindow *self);
gboolean leio_window_takes_along (LeioWindow *self);

void leio_window_guard_situation (LeioWindow *self);

/* leio-window-help.c */
void leio_window_add_help_actions (LeioWindow *self);
void leio_window_add_shortcuts_action (LeioWindow *self);

/* leio-window-sheet.c */
void leio_window_add_sheet_actions (LeioWindow *self);

/* leio-window-presentation.c */
void leio_window_add_presentation_actions (LeioWindow *self);
void leio_window_set_presenting (LeioWindow *self, gboolean presenting);
int leio_window_get_presented_size (int width);
void leio_window_install_presentation_keys (GtkWidgetClass *widget_class);
void leio_window_show_case_place (LeioWindow *self);

/* leio-window-agenda.c */
void leio_window_add_agenda_actions (LeioWindow *self);
void leio_window_open_agenda (LeioWindow *self, GFile *file);
void leio_window_drop_agenda (LeioWindow *self);
gboolean leio_window_may_close_agenda (LeioWindow *self);
gboolean leio_window_drop_on_agenda (LeioWindow *self, GSList *files);
gboolean leio_window_is_at_agenda (LeioWindow *self);
void leio_window_leave_agenda (LeioWindow *self);
void leio_window_save_agenda (LeioWindow *self);
gboolean leio_window_step_agenda (LeioWindow *self, int direction);
char *leio_window_dup_agenda_place (LeioWindow *self);
void leio_window_show_agenda_bar (LeioWindow *self);

/* leio-window-announce.c */
void leio_window_add_announcement (LeioWindow *self);

/* leio-window-notices.c */
void leio_window_show_standing_notices (LeioWindow *self);
gboolean leio_window_is_review_old (const char *date, GDateTime *now);

/* leio-window-recent.c */
void leio_window_add_recent_actions (LeioWindow *self);
void leio_window_remember_file (LeioWindow *self);

/* leio-window-recovery.c */
void leio_window_start_keeping (LeioWindow *self);
void leio_window_stop_keeping (LeioWindow *self, gboolean discard);
void leio_window_clear_drafts (LeioWindow *self);
void leio_window_add_recovery_actions (LeioWindow *self);

/* leio-window-elsewhere.c */
void leio_window_mark_open (LeioWindow *self, gboolean tell);
void leio_window_unmark_open (LeioWindow *self);

/* leio-window-clipboard.c */
void leio_window_copy_case (LeioWindow *self);
void leio_window_paste_case (LeioWindow *self);
void leio_window_add_copy_actions (LeioWindow *self);

/* leio-window-print.c */
LeioReport *leio_window_create_report (LeioWindow *self, LeioReportKind kind);
void leio_window_print (LeioWindow *self, LeioReportKind kind);
void leio_window_export (LeioWindow *self);
void leio_window_export_to (LeioWindow *self, LeioReportKind kind, GFile *file);

/* leio-window-decision.c */
void leio_window_add_decision_actions (LeioWindow *self);
void leio_window_install_decision_accels (GtkApplication *application);
/* Writes the records of the cases in @folder to @file, and tells how it went. */
void leio_window_export_records (LeioWindow *self, GFile *folder, GFile *file);

/* leio-window-files.c */
void leio_window_ask_first (LeioWindow *self, LeioThen then, GFile *file);
void leio_window_choose_and_open (LeioWindow *self);
void leio_window_save (LeioWindow *self);
void leio_window_save_as (LeioWindow *self);

G_END_DECLS
