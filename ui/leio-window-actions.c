/* SPDX-FileCopyrightText: 2026 The Leio authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "leio-advice-page.h"
#include "leio-compare-window.h"
#include "leio-dialogs.h"
#include "leio-knowledge-window.h"
#include "leio-preferences.h"
#include "leio-window-private.h"

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_ask_first (user_data, LEIO_THEN_NEW, NULL);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_choose_and_open (user_data);
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_save (user_data);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_save_as (user_data);
}

static void
on_close (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (user_data);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_session_undo (LEIO_WINDOW (user_data)->session);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_session_redo (LEIO_WINDOW (user_data)->session);
}

static void
on_copy_case (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_copy_case (user_data);
}

static void
on_paste_case (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_paste_case (user_data);
}

static void
on_keep_what_if (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_session_keep_what_if (LEIO_WINDOW (user_data)->session);
}

static void
on_drop_what_if (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_session_drop_what_if (LEIO_WINDOW (user_data)->session);
}

/* Actions can be called from outside, by D-Bus: an id that is not there is no mistake of ours. */
static void
on_show_question (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;
  const LeioQuestion *question = leio_questionnaire_find (
      leio_session_get_questionnaire (self->session), g_variant_get_string (parameter, NULL));

  if (question == NULL)
    return;

  leio_window_set_page (self, "questions");
  if (leio_session_get_locked (self->session))
    {
      leio_window_focus_next (self);
      return;
    }
  leio_question_page_show_question (self->questions, question->index);
}

static void
on_show_section (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  leio_window_set_page (self, "questions");
  if (leio_session_get_locked (self->session))
    {
      leio_window_focus_next (self);
      return;
    }
  leio_question_page_show_section (self->questions, g_variant_get_uint32 (parameter));
}

static void
on_show_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  leio_window_set_page (self, "questions");
  leio_question_page_show_next (self->questions);
}

static void
step_section (LeioWindow *self, int direction)
{
  leio_window_set_page (self, "questions");
  leio_question_page_step_section (self->questions, direction);
}

static void
on_next_section (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_section (user_data, 1);
}

static void
on_previous_section (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_section (user_data, -1);
}

static void
step_open (LeioWindow *self, int direction)
{
  leio_window_set_page (self, "questions");
  leio_question_page_step_open (self->questions, direction);
}

static void
on_next_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_open (user_data, 1);
}

static void
on_previous_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step_open (user_data, -1);
}

static void
on_page_change (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  const char *page = g_variant_get_string (state, NULL);

  if (g_str_equal (page, "questions") || g_str_equal (page, "advice")
      || g_str_equal (page, "pathway") || g_str_equal (page, "decision"))
    {
      leio_window_set_page (user_data, page);
      leio_window_focus_page (user_data, page);
    }
}

static LeioAdvicePage *
show_advice (LeioWindow *self)
{
  leio_window_set_page (self, "advice");
  return LEIO_ADVICE_PAGE (self->advice);
}

static void
on_find_treatment (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_advice_page_find (show_advice (user_data));
}

static void
on_fold_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_advice_page_set_all_folded (show_advice (user_data), TRUE);
}

static void
on_unfold_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_advice_page_set_all_folded (show_advice (user_data), FALSE);
}

static const char *
get_group_by (LeioWindow *self)
{
  LeioAdvicePage *page = LEIO_ADVICE_PAGE (self->advice);

  return leio_advice_page_get_grouping (page) == LEIO_ADVICE_BY_PHASE ? "phase" : "status";
}

/* The one button for it is a switch: what is chosen again goes back to the status. */
static void
on_group_by (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;
  gboolean by_phase = g_str_equal (g_variant_get_string (parameter, NULL), "phase")
                      && !g_str_equal (get_group_by (self), "phase");

  leio_advice_page_set_grouping (show_advice (self),
                                 by_phase ? LEIO_ADVICE_BY_PHASE : LEIO_ADVICE_BY_STATUS);
  g_simple_action_set_state (action, g_variant_new_string (get_group_by (self)));
}

/* What stands beside the questions. */
static void
on_view_change (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  if (!g_str_equal (g_variant_get_string (state, NULL), "questions"))
    on_page_change (action, state, user_data);
}

static void
on_show_treatment (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;
  const LeioTreatment *treatment = leio_knowledge_find_treatment (
      leio_session_get_knowledge (self->session), g_variant_get_string (parameter, NULL));

  if (treatment == NULL)
    return;

  leio_window_set_page (self, "advice");
  leio_advice_page_show_treatment (LEIO_ADVICE_PAGE (self->advice), treatment->index);
}

/* Actions can be called from outside: a kind that is not there is no mistake of ours. */
static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  int kind = leio_report_kind_from_id (g_variant_get_string (parameter, NULL));

  if (kind >= 0)
    leio_window_print (user_data, (LeioReportKind) kind);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  leio_window_export (user_data);
}

static void
on_compare (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  gtk_window_present (
    GTK_WINDOW (leio_compare_window_new (GTK_WINDOW (self), self->session)));
}

static void
present_knowledge (LeioWindow *self)
{
  LeioEngine *engine = leio_session_get_engine (self->session);
  gboolean home = leio_session_get_plain (self->session);

  if (self->knowledge_window != NULL
      && leio_knowledge_window_get_home (LEIO_KNOWLEDGE_WINDOW (self->knowledge_window)) != home)
    gtk_window_destroy (GTK_WINDOW (self->knowledge_window));
  if (self->knowledge_window == NULL)
    g_set_weak_pointer (&self->knowledge_window,
                        leio_knowledge_window_new (GTK_WINDOW (self),
                                                   leio_engine_get_knowledge (engine), home));
  gtk_window_present (GTK_WINDOW (self->knowledge_window));
}

static void
on_knowledge (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_knowledge (user_data);
}

static void
on_evidence (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  present_knowledge (self);
  leio_knowledge_window_show_sources (LEIO_KNOWLEDGE_WINDOW (self->knowledge_window));
}

static void
on_show_source (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  present_knowledge (self);
  leio_knowledge_window_show_source (LEIO_KNOWLEDGE_WINDOW (self->knowledge_window),
                                     g_variant_get_string (parameter, NULL));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (leio_preferences_new (GTK_WINDOW (self), self->settings)));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LeioWindow *self = user_data;

  leio_dialogs_show_about (GTK_WINDOW (self), leio_session_get_knowledge (self->session));
}

static void
bind_enabled (LeioWindow *self, const char *property, const char *action)
{
  g_object_bind_property (self->session, property,
                          g_action_map_lookup_action (G_ACTION_MAP (self), action), "enabled",
                          G_BINDING_SYNC_CREATE);
}

void
leio_window_add_page_action (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "page",
      .parameter_type = "s",
      .state = "'questions'",
      .change_state = on_page_change },
    { .name = "view",
      .parameter_type = "s",
      .state = "'advice'",
      .change_state = on_view_change },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* The actions on the case: without a session they are not there, and their buttons are grey. */
void
leio_window_add_case_actions (LeioWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "new", .activate = on_new },
    { .name = "open", .activate = on_open },
    { .name = "save", .activate = on_save },
    { .name = "save-as", .activate = on_save_as },
    { .name = "close", .activate = on_close },
    { .name = "undo", .activate = on_undo },
    { .name = "redo", .activate = on_redo },
    { .name = "copy-case", .activate = on_copy_case },
    { .name = "paste-case", .activate = on_paste_case },
    { .name = "keep-what-if", .activate = on_keep_what_if },
    { .name = "drop-what-if", .activate = on_drop_what_if },
    { .name = "show-question", .activate = on_show_question, .parameter_type = "s" },
    { .name = "show-section", .activate = on_show_section, .parameter_type = "u" },
    { .name = "show-next", .activate = on_show_next },
    { .name = "compare", .activate = on_compare },
    { .name = "find-treatment", .activate = on_find_treatment },
    { .name = "fold-all", .activate = on_fold_all },
    { .name = "unfold-all", .activate = on_unfold_all },
    { .name = "group-by", .activate = on_group_by, .parameter_type = "s", .state = "'status'" },
    { .name = "show-treatment", .activate = on_show_treatment, .parameter_type = "s" },
    { .name = "print", .activate = on_print, .parameter_type = "s" },
    { .name = "export", .activate = on_export },
    { .name = "next-section", .activate = on_next_section },
    { .name = "previous-section", .activate = on_previous_section },
    { .name = "next-open", .activate = on_next_open },
    { .name = "previous-open", .activate = on_previous_open },
    { .name = "knowledge", .activate = on_knowledge },
    { .name = "evidence", .activate = on_evidence },
    { .name = "show-source", .activate = on_show_source, .parameter_type = "s" },
    { .name = "preferences", .activate = on_preferences },
    { .name = "about", .activate = on_about },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "group-by")),
    g_variant_new_string (get_group_by (self)));
  leio_window_add_copy_actions (self);
  bind_enabled (self, "can-undo", "undo");
  bind_enabled (self, "can-redo", "redo");
  g_object_bind_property (self->session, "what-if",
                          g_action_map_lookup_action (G_ACTION_MAP (self), "paste-case"), "enabled",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  bind_enabled (self, "what-if", "keep-what-if");
  bind_enabled (self, "what-if", "drop-what-if");
}

void
leio_window_enable (LeioWindow *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

/* Alt+Up and Alt+Down move a case of the agenda or a question to take along, and step among the
 * questions of a case elsewhere. */
void
leio_window_update_steps (LeioWindow *self)
{
  gboolean enabled = !leio_session_get_locked (self->session) && !leio_window_is_at_agenda (self)
                     && !leio_window_takes_along (self);

  leio_window_enable (self, "next-open", enabled);
  leio_window_enable (self, "previous-open", enabled);
}

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "win.about", { "<Shift>F1" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.keep-what-if", { "<Alt>Return" } },
  { "win.drop-what-if", { "<Alt>BackSpace" } },
  { "win.new", { "<Control>n" } },
  { "app.new-window", { "<Control><Shift>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.unsaved-cases", { "<Control><Alt>u" } },
  { "win.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.copy-case", { "<Control><Shift>c" } },
  { "win.paste-case", { "<Control><Shift>v" } },
  { "win.show-next", { "<Control>j" } },
  { "win.compare", { "<Control>m" } },
  { "win.present", { "F11" } },
  { "win.next-case", { "<Control>Page_Down" } },
  { "win.previous-case", { "<Control>Page_Up" } },
  { "win.open-agenda", { "<Control><Shift>o" } },
  { "win.open-agenda-folder", { "<Control><Alt>o" } },
  { "win.show-agenda", { "<Control>4" } },
  { "win.save-agenda", { "<Control><Alt>s" } },
  { "win.leave-agenda", { "<Control><Alt>w" } },
  { "win.export-records", { "<Control><Alt>x" } },
  { "win.save-agenda-as", { "<Control><Alt><Shift>s" } },
  { "win.add-to-agenda", { "<Control><Alt>a" } },
  { "win.print-agenda", { "<Control><Alt>g" } },
  { "win.reading::clinician", { "<Control><Shift>h" } },
  { "win.reading::home", { "<Control>h" } },
  { "win.start", { "<Alt>Home" } },
  { "win.home", { "<Control>b" } },
  { "win.words", { "<Control>5" } },
  { "win.matters", { "<Control>6" } },
  { "win.take-along", { "<Control>7" } },
  { "win.leave-home", { "<Control><Shift>b" } },
  { "win.own-copy", { "<Control><Shift>m" } },
  { "win.find-treatment", { "<Control>f" } },
  { "win.group-by::status", { "<Control><Shift>g" } },
  { "win.group-by::phase", { "<Control>g" } },
  { "win.fold-all", { "<Control><Shift>e" } },
  { "win.unfold-all", { "<Control>e" } },
  { "win.next-open", { "<Alt>Down" } },
  { "win.previous-open", { "<Alt>Up" } },
  { "win.next-section", { "<Alt>Page_Down" } },
  { "win.previous-section", { "<Alt>Page_Up" } },
  { "win.knowledge", { "<Control>k" } },
  { "win.evidence", { "<Control><Shift>k" } },
  { "win.help", { "F1" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.page::questions", { "<Control>1" } },
  { "win.page::advice", { "<Control>2" } },
  { "win.page::pathway", { "<Control>3" } },
  { "win.print::board", { "<Control>p" } },
  { "win.print::pathway", { "<Control><Shift>p" } },
  { "win.print::evidence", { "<Control><Alt>p" } },
  { "win.print::whole", { "<Control><Alt><Shift>p" } },
  { "win.print::questions", { "<Control><Alt>q" } },
  { "win.print::handout", { "<Control><Alt>h" } },
  { "win.export", { "<Control><Alt>e" } },
  { "win.copy-treatment", { "<Control><Shift>t" } },
  { "win.copy-list", { "<Control><Shift>l" } },
  { "win.copy-advice", { "<Control><Shift>a" } },
  { "win.show-section(uint32 0)", { "<Alt>1" } },
  { "win.show-section(uint32 1)", { "<Alt>2" } },
  { "win.show-section(uint32 2)", { "<Alt>3" } },
  { "win.show-section(uint32 3)", { "<Alt>4" } },
  { "win.show-section(uint32 4)", { "<Alt>5" } },
  { "win.show-section(uint32 5)", { "<Alt>6" } },
  { "win.show-section(uint32 6)", { "<Alt>7" } },
};

void
leio_window_install_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);
  leio_window_install_decision_accels (application);
}
